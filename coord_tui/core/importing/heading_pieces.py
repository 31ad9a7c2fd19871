"""Takes apart what works as a heading: titles, leads and heads of columns, and what they say.

What a title is called is structure; what stands in it behind a dash, a colon or in brackets says
something, and so does a lead, which is a sentence as often as a name.
"""

import re
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.columns import column
from coord_tui.core.importing.fields import field
from coord_tui.core.importing.known_words import is_quiet, limits, limits_glued, tokens
from coord_tui.core.importing.markdown.blocks import Row, plain
from coord_tui.core.importing.outline import LEAD, Node
from coord_tui.core.importing.path_lists import listed_paths

_COLON = (":", "：")
_BRACKETS = re.compile(r"[(（\[【]([^()（）\[\]【】]+)[)）\]】]")
_ASIDE = re.compile(r"\s[—–-]+\s+|\s?—\s?|:\s+|：")
_NAME = re.compile(r"@?[^\W\d_][\w.-]*( [^\W\d_][\w.-]*)?")
_CAPITAL = 3
"""As short a word of a name in capitals may be small: `Plan of the Year`."""
_LABEL = 3
"""As few words without a limit are a label: `Files to create:`."""


def said_in(heading: Node) -> Iterator[str]:
    """What a heading says besides how it is called: who and what it names, what stands aside."""
    if heading.level > LEAD or heading.kind == "item":
        yield from _of_lead(heading)
        return
    named = [run.text for run in heading.runs if run.code]
    named += [found.path for found in listed_paths(heading.runs)]
    yield from (name for name in named if heading.level != 1 or "/" in name)
    words = plain(heading.runs)
    yield from (each for each in _BRACKETS.findall(words) if heading.level != 1 or _is_aside(each))
    title, *asides = _ASIDE.split(_BRACKETS.sub(" ", words).strip())
    if is_limited(title) or (heading.level == LEAD and not is_called(title)):
        yield title
    yield from (each for each in asides if heading.level != 1 or not is_called(each))


def is_head(node: Node) -> bool:
    """Whether a point stands for what is listed below it, as a lead does."""
    return node.kind == "item" and bool(node.children) and node.words.endswith(_COLON)


def said_above(rows: Sequence[Row]) -> Iterator[str]:
    """What heads of columns say themselves: limits, and all words of those of empty columns."""
    for at, head in enumerate(map(plain, rows[0].cells)):
        cells = (plain(row.cells[at]) for row in rows[1:] if at < len(row.cells))
        told = column(head) or is_called(head) or any(not is_quiet(tokens(c)) for c in cells)
        if is_limited(head) or not told:
            yield head


def is_limited(text: str) -> bool:
    """Whether a text has a word that forbids, excepts or binds."""
    return any(map(limits, tokens(text))) or limits_glued(text)


def _of_lead(lead: Node) -> Iterator[str]:
    said = field(lead.runs)
    if said and said.words and not is_called(said.label):
        yield said.label
    words = said.words if said and said.words else lead.words
    if not (words.endswith(_COLON) and is_called(words)):
        yield words


def _is_aside(words: str) -> bool:
    """Whether words in brackets behind the title of a document are more than a second title."""
    return not is_called(words) or (_NAME.fullmatch(words) is not None and words[0].isupper())


def is_called(words: str) -> bool:
    """Whether words without a limit are a label or a title: `Files here:`, `Plan of the Year`."""
    if is_limited(words):
        return False
    few = len(words.split()) <= _LABEL and not any(map(str.isdigit, words))
    return few or all(not each[0].islower() or len(each) <= _CAPITAL for each in words.split())
