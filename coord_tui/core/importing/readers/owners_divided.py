"""Reads a cell that divides a file among its owners: `split: A = the reader, B = the rest`."""

import re

from coord_tui.core.importing.calling import Called, called

_SHARE = re.compile(
    r"(?:^|[,;:：，；、(（]|\s[-–—]\s)\s*(?P<who>[^,;:：，；、()（）=]{1,24}?)\s*[=＝]\s*\S"
)


def divided(words: str) -> tuple[Called, ...]:
    """Those who have a part of a file each; none when a cell does not name two or more."""
    found = [called(each["who"]) for each in _SHARE.finditer(words)]
    whole = tuple(each for each in found if each)
    return whole if len({each.name for each in whole}) == len(found) > 1 else ()
