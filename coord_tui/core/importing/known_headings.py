"""Tells the headings of tasks, criteria, examples and meetings, by which nobody is called."""

from coord_tui.core.importing.evident import evident
from coord_tui.core.importing.phrases import listed, said
from coord_tui.core.importing.remembered import remembered
from coord_tui.core.importing.whom import EXAMPLE, LOG
from coord_tui.core.importing.words.agenda import AGENDA, AREAS
from coord_tui.core.importing.words.headings import (
    ASKING,
    CHECKLISTS,
    CLOSED,
    ELSEWHERE,
    RECORDS,
)
from coord_tui.core.importing.words.tasks import TITLE_WORDS

_TABLES = (ASKING, CHECKLISTS, CLOSED, ELSEWHERE, RECORDS, TITLE_WORDS, AGENDA)
_HEADINGS = frozenset().union(*map(listed, _TABLES)) - listed(AREAS)
_LONG = 6
"""As many letters has the last part of a word that is joined of several: `Abnahmekriterien`."""
_JOINED = tuple(each for each in _HEADINGS if len(each) >= _LONG and each.isalpha())


@remembered
def is_heading(words: str) -> bool:
    """Whether the words of a heading or label are one of those that no session is called by."""
    spelled = said(words)
    if not spelled or evident(words):
        return False
    joined = " " not in spelled and spelled.endswith(_JOINED)
    return spelled in _HEADINGS or joined or EXAMPLE.whole(words) or LOG.whole(words)
