"""Finds the lines that work as headings because they count: `Phase 1 - Hull`, `Member 2 (sails)`.

Nothing but their form makes them such: the same word with another number or letter each time, a
list below each of them.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

_COUNTED = re.compile(
    r"(?P<word>[^\W\d_]{2,20}(?: [^\W\d_]{2,20})?)\s*[#nº°№]{0,2}\s*(?P<number>\d{1,2}|[A-Z])"
    r"(?=\s*$|\s*[-–—:：(（.|/])|第\s*(?P<nth>[\d一二三四五六七八九十]{1,3})\s*(?P<glued>[^\W\d_])"
)
_LONGEST = 80
_END = re.compile(r"[.!?。！？,;、，；]$")
_FEWEST = 2


def counted_leads(lines: Sequence[str]) -> frozenset[str]:
    """Those of some lines, each of which stands alone above a list, that count what they head."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for line in lines:
        match = _COUNTED.match(line) if len(line) <= _LONGEST and not _END.search(line) else None
        if match:
            word = match["word"] or match["glued"]
            found[word.casefold()].setdefault(match["number"] or match["nth"], line)
    counts = (heads.values() for heads in found.values() if len(heads) >= _FEWEST)
    return frozenset(line for heads in counts for line in heads)


_ID = re.compile(
    r"\s*(?P<family>[^\W\d_]{0,8})-?\d{1,3}(?:\.\d{1,3})*[a-z]?\s*[.:：)）–—-]\s*(?=\S)"
)


def leads_alike(begun: Sequence[tuple[str, bool]]) -> frozenset[str]:
    """The strong beginnings of paragraphs that are headings, as others with such ids are.

    Each beginning comes with whether all of its paragraph is strong: `**B-1. Hull**` is a heading,
    and so is `**B-2. Sails** (`loft/`)` beside it.
    """
    found = [(words, whole, _ID.match(words)) for words, whole in begun]
    families = {match["family"] for _, whole, match in found if match and whole and match["family"]}
    return frozenset(words for words, _, match in found if match and match["family"] in families)
