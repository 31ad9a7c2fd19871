"""Guesses that the rows of a table are tasks where no word of it or above it says so.

Heads in a language without a table of words are no reason to lose work: rows with ids of one
family, or that give several things each to a few, are asked about.
"""

import re
from collections.abc import Sequence

from coord_tui.core.importing.phrases import said, wordlist
from coord_tui.core.importing.readers.task_columns import Header
from coord_tui.core.importing.readers.task_rows import Table, id_cell
from coord_tui.core.importing.readers.tasks_context import Context
from coord_tui.core.importing.readers.tasks_headings import leads_elsewhere
from coord_tui.core.importing.readers.tasks_names import is_id
from coord_tui.core.importing.readers.tasks_streams import STREAMS
from coord_tui.core.importing.statements import Place, Said, SaidTask

NUMBERED = "numbered points with titles under a name"
POINTS = "points with ids of one family"
ROUND = "a point of a round or phase"
_FAMILY, _SHARES = "rows with ids of one family", "rows that share out work"
_GUESSES = (_FAMILY, _SHARES, NUMBERED, POINTS)
OTHER_FAMILIES = wordlist(
    """r fr nfr rf rnf req ac tc ts uc adr rfc dec d br risk rule inv sc q g obj kr okr kpi l lv
    o a p pr sec note ref fig v rs ip h"""
)
"""Beginnings of ids that other things than tasks have: requirements, cases, decisions, levels."""


def why_tasks(table: Table, header: Header, context: Context) -> str:
    """Why the rows may be tasks; empty when nothing speaks for it, or the headings against it."""
    called = said(table.headings[table.title])
    if context.elsewhere or context.closed or leads_elsewhere(called):
        return ""
    if table.id is not None:
        ids = [id_cell(cell)[0] for cell in header.cells(table.id)]
        return _FAMILY if _are_of_one_family(ids) else ""
    who = [header.cells(at) for at, kind in enumerate(table.kinds) if kind == "session"]
    several = "title" in table.kinds and who and len(set(who[0])) < len(who[0])
    return _SHARES if several else ""


def _are_of_one_family(ids: list[str]) -> bool:
    """Whether ids are like T1 and T2."""
    family = {re.sub(r"\d[\w.]*$", "", id) for id in ids}
    return len(ids) > 1 and len(family) == 1 and family != {""} and all(map(is_id, ids))


def without_needless(found: Sequence[Said]) -> list[Said]:
    """What was found, without such guesses where the document has tasks that it calls so."""
    tasks = [each for each in found if isinstance(each, SaidTask)]
    guessed = {each.at for each in tasks if each.why in _GUESSES}
    if guessed and not any(each.sure == "certain" for each in tasks):
        guessed = set()
    streams = {each.at for each in tasks if each.why == STREAMS}
    if streams and any(each.why not in (*_GUESSES, STREAMS) for each in tasks):
        guessed |= streams
    guessed |= _retold(tasks)
    return [each for each in found if each.at not in guessed]


_LABEL = re.compile(r"([^:：]{1,30})[:：]\s")
_SEVERAL = 2


def _retold(tasks: Sequence[SaidTask]) -> set[Place]:
    """The points of rounds that only say who does which of the tasks when: `Ana: hull, sails`.

    In each of several rounds they begin with the same names, and the tasks themselves stand
    elsewhere in the document.
    """
    points = [each for each in tasks if each.why == ROUND and not each.id]
    labels = {each.at: found[1] for each in points if (found := _LABEL.match(each.title))}
    rounds: dict[str, set[str]] = {}
    for each in points:
        rounds.setdefault(each.group, set()).add(labels.get(each.at, ""))
    same = len(rounds) >= _SEVERAL and len(set(map(frozenset, rounds.values()))) == 1
    names = next(iter(rounds.values()), set())
    others = sum(each.sure != "doubtful" and each.why != ROUND for each in tasks)
    told = same and len(names) >= _SEVERAL and all(names) and others > len(points)
    return set(labels) if told else set()
