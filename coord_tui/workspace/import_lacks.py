"""Tells what an exported block lacks of the plan that is there, when it was edited by hand.

It is told where the block would say it, and nothing is removed: that a line is gone is no consent.
"""

from os.path import dirname, realpath

from coord_tui.core.exporting.as_planned import as_planned
from coord_tui.core.importing.own.by_hand import lacks_told
from coord_tui.core.plan import Plan
from coord_tui.errors import CoordError
from coord_tui.workspace.import_target import Target, find_target
from coord_tui.workspace.importing import Documents
from coord_tui.workspace.places import plan_path
from coord_tui.workspace.workspace import Workspace


def with_lacks(documents: Documents, target: Target | None = None) -> Documents:
    """The documents, with a warning for each thing that an edited export no longer says.

    Without a target they are compared with the plan of the repository around them, if it has one.
    """
    owns = [own for own in documents.stated.own if own.edited is not False]
    target = (target or _usual(documents.folder)) if owns else None
    if target is None or target.found is None:
        return documents
    planned = target.found.plan
    today = _today(target) or planned
    ours = [one for one in owns if _is_of(one.plan.project, planned.project)]
    told = [one for own in ours for one in lacks_told(own, planned, today, target.name)]
    stated = documents.stated
    return documents._replace(stated=stated._replace(warnings=(*stated.warnings, *told)))


def _is_of(project: str, other: str) -> bool:
    """Whether two plans may be of one project: none says that it is of another."""
    return not (project and other) or project == other


def _usual(folder: str) -> Target | None:
    """The plan of the repository; None without one that can be read."""
    try:
        return find_target("", folder)
    except CoordError:
        return None  # then there is nothing to compare with, which is no fault of the documents


def _today(target: Target) -> Plan | None:
    """What sessions have made of it, when it is the plan by which they work."""
    try:
        workspace = Workspace.open(dirname(target.path))
        if realpath(plan_path(workspace.layout)) == realpath(target.path):
            return as_planned(workspace.board())
    except CoordError:
        pass  # outside of a repository there is no channel to ask
    return None
