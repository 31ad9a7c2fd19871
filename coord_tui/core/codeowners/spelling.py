"""Spells regions as patterns, and tells what such a pattern means beside the region."""

from typing import TypeGuard

from coord_tui.core.codeowners.filelike import looks_like_file
from coord_tui.core.codeowners.names import ANY_NAME, Token, written
from coord_tui.core.codeowners.regions import DEEP, Part, Region
from coord_tui.core.globs import STAR


def text_of(one: Region) -> str:
    """The pattern that means the region; of a leaf, the one that takes what is below it, too."""
    names = ["**" if part is DEEP else written(part) for part in one.row]
    if one.kind == "below":
        if names and names[-1] == "**":
            names.append("*")
        return _floated([*names, ""]) if names else "*"
    return _floated(names)


def _floated(names: list[str]) -> str:
    """The names with slashes between; `**/x` as it is, all others from the top."""
    text = "/".join(names)
    bare = text.rstrip(" ")
    text = bare + "\\ " * (len(text) - len(bare))
    return text if names[0] == "**" else "/" + text


def bent_text(one: Region, letters: int) -> str:
    """The pattern with its last letters in brackets, which spells out less; empty if it has fewer.

    `docs` becomes `doc[s]`: the same files, less specific.
    """
    names: list[Part] = []
    for part in reversed(one.row):
        bent = list(part or ())
        for place in range(len(bent) - 1, -1, -1):
            token = bent[place]
            if isinstance(token, str) and letters:
                bent[place] = (False, ((token, token),))
                letters -= 1
        names.append(tuple(bent) if part is not DEEP else DEEP)
    return "" if letters else text_of(Region(tuple(reversed(names)), one.kind))


def takes_more(one: Region) -> bool:
    """Whether its pattern takes more than the region: also what is below a folder of that name."""
    last = one.row[-1] if one.row else DEEP
    return (
        one.kind == "leaf" and last is not DEEP and last != ANY_NAME and not looks_like_file(last)
    )


def far_fetched(piece: Region, *whole: Region) -> bool:
    """Whether what regions have in common needs luck to hold any file.

    A folder from anywhere in a folder from anywhere, a folder whose name is like `test_*`, or a
    name that two globs make up together.
    """
    known = {part for one in whole for part in one.row}
    above = {part for one in whole for part in one.row[:-1]}
    mixed = any(_glob(part) and part not in known and part.count(STAR) > 1 for part in piece.row)
    inside = any(_glob(part) and part not in above for part in piece.row[:-1])
    return mixed or inside or wanders(piece)


def wanders(piece: Region) -> bool:
    """Whether it is a folder from anywhere in one from anywhere, which nobody would write.

    `**/docs/**/*.md` is plain: files of that name wherever such a folder is.
    """
    deep = sum(part is DEEP for part in piece.row)
    return deep > 1 and not (deep == 2 and piece.row[0] is DEEP and piece.kind == "leaf")


def both_wander(one: Region, other: Region) -> bool:
    """Whether both are folders from anywhere: what they have in common is far-fetched."""
    return all(each.row[:1] == (DEEP,) and each.kind != "leaf" for each in (one, other))


def _glob(part: Part) -> TypeGuard[tuple[Token, ...]]:
    return isinstance(part, tuple) and part != ANY_NAME
