"""Weighs what was found of whose files are whose: strong evidence makes weak one needless."""

from collections import Counter
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.names import names_of
from coord_tui.core.importing.statements import Said, SaidOwned, SaidSession, SaidShared

IN_PART = "a list of paths in the session's part"
"""The weakest evidence: no word says what such a list is."""
_MANY = 3
"""As many owners as make a path everybody's."""


def weighed(said: Sequence[Said], before: Sequence[Said]) -> Iterator[Said]:
    """What was found, without lists that may be of anything where others say whose files are whose.

    What every one of three owners or more lists as its own is shared by them.
    """
    names = names_of(each for each in (*before, *said) if isinstance(each, SaidSession))
    owned = [each for each in said if isinstance(each, SaidOwned)]
    owning = {names.of(each.session) for each in owned if each.why != IN_PART}
    having = {(each.path, names.of(each.session)) for each in owned if each.why != IN_PART}
    owners = Counter(path for path, _ in having)
    for each in said:
        if not isinstance(each, SaidOwned):
            yield each
        elif each.why == IN_PART and names.of(each.session) in owning:
            continue
        elif owners[each.path] == len(owning) >= _MANY:
            yield SaidShared(each.at, each.path, each.note, (), "likely", "everybody lists it")
        else:
            yield each
