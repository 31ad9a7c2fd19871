"""Finds whose files are whose after a label that names somebody, in a sentence without a subject.

`Chief: the one who merges. Owner of `core/`.` speaks of the chief to its end: a sentence that owns
and names nobody is about whom the label names, whether its verb comes first or last.
"""

from collections.abc import Iterator, Sequence

from coord_tui.core.importing.calling import Called, called
from coord_tui.core.importing.clauses import sentences
from coord_tui.core.importing.evident import evident
from coord_tui.core.importing.fields import Field, field
from coord_tui.core.importing.heads import SILENT
from coord_tui.core.importing.markdown.blocks import Runs, plain
from coord_tui.core.importing.names import Names, folded, names_of
from coord_tui.core.importing.outline import LEAD, Document
from coord_tui.core.importing.path_lists import Found, listed_paths, may_list
from coord_tui.core.importing.readers.ownership_lines import before_paths, begins_with_path
from coord_tui.core.importing.readers.sessions_headed import in_owner_columns
from coord_tui.core.importing.readers.whom_context import lines, sections
from coord_tui.core.importing.statements import Said, SaidOwned, SaidSession
from coord_tui.core.importing.whom import AVOIDS, OWNS

_WHY = "a sentence that owns, after a label that names somebody"
_FEW = 4
"""Words before the paths of a sentence that has no subject: `Is the owner of`."""
_LAST = 2
"""Words after them among which a verb that comes last is."""


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """The paths of such sentences, but those that are said to be somebody else's."""
    names = names_of(each for each in said if isinstance(each, SaidSession))
    whose = {each.path: names.of(each.session) for each in said if isinstance(each, SaidOwned)}
    owners = in_owner_columns(document)
    leads = ((node, within) for node, within in sections(document, names) if node.level >= LEAD)
    for node, within in (*lines(document, names), *leads):
        labelled = None if within.mode in SILENT else field(node.runs)
        who = _named(labelled, names, owners) if labelled and may_list(node.runs) else None
        if labelled is None or who is None:
            continue
        for each in _owned(labelled.value, names):
            if whose.get(each.path, names.of(who.name)) == names.of(who.name):
                yield SaidOwned(document.at(node), who.name, each.path, "", "likely", _WHY)


def _named(said: Field, names: Names, owners: frozenset[str]) -> Called | None:
    """Whom a label names: somebody known, or named as an owner elsewhere."""
    who = called(said.label)
    known = who and (names.of(who.name) or evident(who.name) or folded(who.name) in owners)
    return who if known else None


def _owned(runs: Runs, names: Names) -> Iterator[Found]:
    """What the sentences below a label own, but the first: that one other readers know."""
    for sentence in list(sentences(runs))[1:]:
        found = listed_paths(sentence)
        if found and not AVOIDS.within(plain(sentence)) and _owns(sentence, found, names):
            yield from found


def _owns(sentence: Runs, found: Sequence[Found], names: Names) -> bool:
    """Whether few words before the paths say that they are owned, or the very first after them."""
    before = before_paths(sentence, found[0])
    if begins_with_path(sentence):
        after = plain(sentence).rpartition(found[-1].path)[2].split()
        return OWNS.within(" ".join(after[:_LAST]))
    words = before.split()
    return len(words) <= _FEW and OWNS.within(before) and not any(map(names.of, words))
