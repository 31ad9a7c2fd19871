"""Says who works in a working tree: what is stored there, what the plan says, who acted there."""

import os
from os.path import basename, dirname, join, realpath
from typing import TYPE_CHECKING

from coord_tui.adapters.here import last_here, who_is_here
from coord_tui.adapters.layout import Layout
from coord_tui.adapters.running import programs
from coord_tui.core.board import Board
from coord_tui.workspace.identity import name_stored
from coord_tui.workspace.places import here_path, running_path

if TYPE_CHECKING:
    from coord_tui.adapters.worktree_list import TreePlace


def session_of_tree(place: "TreePlace", own: Layout, board: Board) -> str:
    """The session that works in a working tree, seen from `own`; empty when nothing says who.

    The reader's own tree is the reader's. Of any other the first that knows tells: the name that
    `whoami` stored there, the plan, who acted there last.
    """
    if place.top == own.top and board.me:
        return board.me
    known = {one.session.name for one in board.sessions}
    there = Layout(place.top, place.git_dir, place.common_dir)
    if (stored := name_stored(there)) in known:
        return stored
    planned = _planned(place.top, own, board)
    if len(planned) == 1:
        return planned[0]
    acted = last_here(here_path(there))
    return next((name for name in acted if name in known), "")


def at_work_in(there: Layout, board: Board) -> frozenset[str]:
    """The sessions at work in a working tree: by programs that run there, or by acts of late."""
    since = board.now - board.plan.reservations.expire_after
    open_ = (one for one in programs(running_path(there)) if one.worktree == there.top)
    acted = who_is_here(here_path(there), since)
    known = {one.session.name for one in board.sessions}
    return frozenset({*acted, *(one.session for one in open_)} & known)


def _planned(top: str, own: Layout, board: Board) -> list[str]:
    """The sessions to which the plan gives the working tree."""
    bases = _bases(own)
    given = ((one.session.name, one.session.worktree) for one in board.sessions)
    return [name for name, folder in given if folder and _folder(folder, bases) == top]


def _bases(own: Layout) -> list[str]:
    """The folders that a plan's folders are relative to: the main working tree, then one's own."""
    main = [dirname(own.common_dir)] if basename(own.common_dir) == ".git" else []
    return [*main, own.top]


def _folder(name: str, bases: list[str]) -> str:
    folders = [realpath(join(base, name)) for base in bases if "\0" not in name]
    return next((folder for folder in folders if os.path.isdir(folder)), "")
