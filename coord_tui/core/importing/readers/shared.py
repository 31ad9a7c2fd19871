"""Finds files that several sessions edit where no heading says so: in remarks and sentences."""

import re
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.calling import everybody
from coord_tui.core.importing.clauses import sentences
from coord_tui.core.importing.duties import belongs_to_all
from coord_tui.core.importing.heads import SILENT
from coord_tui.core.importing.markdown.blocks import Run, plain
from coord_tui.core.importing.names import names_of
from coord_tui.core.importing.outline import Document
from coord_tui.core.importing.path_lists import Found, listed_paths
from coord_tui.core.importing.readers.ownership_lines import begins_with_path
from coord_tui.core.importing.readers.whom_context import lines
from coord_tui.core.importing.statements import Said, SaidOwned, SaidSession, SaidShared
from coord_tui.core.importing.whom import AVOIDS, EXAMPLE, SHARES
from coord_tui.core.importing.words.only import TOUCHING

_ARE = re.compile(
    r"^\W*(?:is|are|jest|są|zijn|sono|etc\.?(?:\s+are)?|es|son|é|são|est|sont|ist|sind|è|sono|–|—"
    r"|是|为|等|は|が|など|등|은|는)(?=\s|[^\x00-\x7f]|$)",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"SHARED\b|(?i:shared (?:with|file)|compartid[oa]|compartilhad[oa]|partagé|geteilt)"
    r"|共享|共有|공유"
)


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """`a.py (SHARED — …)`, and sentences such as `a.py and b.py are shared`."""
    names = names_of(each for each in said if isinstance(each, SaidSession))
    known = _Known(said)
    for node, within in lines(document, names):
        if within.mode in SILENT:
            continue
        for sentence in () if EXAMPLE.within(node.words) else sentences(node.runs):
            found = listed_paths(sentence)
            if not found or not _says_shared(sentence, found):
                continue
            note = found[-1].note.removeprefix("SHARED").lstrip(" —–-:,")
            for path in (known.whole(each.path) for each in found):
                if not known.has_one_place(path):
                    yield SaidShared(document.at(node), path, note, (), "likely", "a sentence")


class _Known:
    """The paths of which something is known."""

    def __init__(self, said: Sequence[Said]) -> None:
        self.owners: dict[str, set[str]] = {}
        self.shared = {each.path for each in said if isinstance(each, SaidShared)}
        for each in said:
            if isinstance(each, SaidOwned):
                self.owners.setdefault(each.path, set()).add(each.session)
        self.ends: dict[str, list[str]] = {}
        several = (path for path, owners in self.owners.items() if len(owners) > 1)
        told = (each.path for each in said if isinstance(each, SaidShared) and not each.why)
        for path in dict.fromkeys((*several, *told)):
            self.ends.setdefault(path.rpartition("/")[2], []).append(path)

    def whole(self, path: str) -> str:
        """A name without its folder is the one path of several that ends so."""
        ends = self.ends.get(path, [path])
        return ends[0] if "/" not in path and len(ends) == 1 else path

    def has_one_place(self, path: str) -> bool:
        """Whether it is said already that a path is shared, or it is one session's."""
        return path in self.shared or len(self.owners.get(path, ())) == 1


def _says_shared(runs: Sequence[Run], found: Sequence[Found]) -> bool:
    """Whether what stands after the paths, or what stands before them, says that they are."""
    if _REMARK.match(found[-1].note):
        return True
    words = plain(runs)
    if begins_with_path(runs):
        after = re.split(r"[.!?。](?:\s|$)", words.rpartition(found[-1].path)[2])[0]
        are = bool(_ARE.match(after)) and SHARES.within(after)
        return are or SHARES.whole(after) or belongs_to_all(after)
    before = words.partition(found[0].path)[0]
    surely = found[0].code or found[0].path.endswith("/") or "." in found[0].path
    return (surely and _heads_shared(before)) or _lets_everybody(before)


def _heads_shared(before: str) -> bool:
    """`Shared files (a, b) …`: a few words before brackets that open with sharing."""
    opens = re.fullmatch(r"\W*(?P<words>[^()（）:：]{3,40})[(（]\W*", before)
    return bool(opens and SHARES.within(opens["words"]) and len(opens["words"].split()) < 4)


def _lets_everybody(before: str) -> bool:
    """`Everyone may edit a`."""
    parts = before.casefold().split()
    few = 1 < len(parts) < 7 and not AVOIDS.within(before)
    named = any(everybody(" ".join(parts[:size])) for size in (1, 2))
    return few and named and any(each.startswith(TOUCHING) for each in parts)
