"""Weighs what was found of whose files are whose: strong evidence makes weak one needless."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeGuard

from coord_tui.core.importing.names import Names, names_of
from coord_tui.core.importing.readers.ownership_parted import parted
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
    whole = _Whole(names, said)
    owning = {names.of(each.session) for each in owned if each.why != IN_PART}
    having = {(each.path, names.of(each.session)) for each in owned if each.why != IN_PART}
    owners = Counter(path for path, _ in having)
    in_part = parted([each for each in owned if each.why != IN_PART], names)
    for each in said:
        if isinstance(each, SaidOwned | SaidShared) and whole.has(each):
            continue
        if not isinstance(each, SaidOwned):
            yield each
        elif each.path in in_part or (each.why == IN_PART and names.of(each.session) in owning):
            continue
        elif owners[each.path] == len(owning) >= _MANY:
            yield SaidShared(each.at, each.path, each.note, (), "likely", "everybody lists it")
        else:
            yield each


class _Whole:
    """The paths with folders, of which a document also speaks by the file's name alone."""

    def __init__(self, names: Names, said: Sequence[Said]) -> None:
        self.names = names
        self.whose: dict[str, set[str]] = {}
        """By a file's name who has a path that ends so; empty for everybody."""
        for each in filter(_has_path, said):
            folder, _, name = each.path.rpartition("/")
            if folder and name and "*" not in name:
                self.whose.setdefault(name, set()).add(self.owner(each))

    def owner(self, each: SaidOwned | SaidShared) -> str:
        if isinstance(each, SaidShared):
            return ""
        return self.names.of(each.session) or each.session

    def has(self, each: SaidOwned | SaidShared) -> bool:
        """Whether it says, or only guesses, of a bare name what is known of the whole path."""
        having = self.whose.get(each.path, set())
        guessed = each.sure != "certain" and len(having) == 1
        return self.owner(each) in having or guessed


def _has_path(each: Said) -> TypeGuard[SaidOwned | SaidShared]:
    return isinstance(each, SaidOwned | SaidShared)
