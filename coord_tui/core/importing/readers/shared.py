"""Finds files that several sessions edit where no heading says so: in remarks and sentences."""

import re
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.heads import SILENT
from coord_tui.core.importing.markdown.blocks import plain
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.outline import Document
from coord_tui.core.importing.path_lists import listed_paths
from coord_tui.core.importing.readers.ownership_lines import begins_with_path
from coord_tui.core.importing.readers.whom_context import lines
from coord_tui.core.importing.statements import Said, SaidOwned, SaidSession, SaidShared
from coord_tui.core.importing.whom import EXAMPLE, SHARES

_ARE = re.compile(
    r"^\W*(?:is|are|etc\.?(?:\s+are)?|es|son|é|são|est|sont|ist|sind|è|sono|–|—"
    r"|是|为|等|は|が|など|등|은|는)(?=\s|[^\x00-\x7f]|$)",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"SHARED\b|(?i:shared (?:with|file)|compartid[oa]|compartilhad[oa]|partagé|geteilt)"
    r"|共享|共有|공유"
)


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """`a.py (SHARED — …)`, and sentences such as `a.py and b.py are shared`."""
    names = Names(each for each in said if isinstance(each, SaidSession))
    found = {each.path for each in said if isinstance(each, SaidShared | SaidOwned)}
    for node, within in lines(document, names):
        if within.mode in SILENT:
            continue
        listed = listed_paths(node.runs)
        if not listed or EXAMPLE.within(node.words):
            continue
        note = listed[-1].note.removeprefix("SHARED").lstrip(" —–-:,")
        remark = bool(_REMARK.match(listed[-1].note))
        if remark or (
            begins_with_path(node.runs) and _says_shared(plain(node.runs), listed[-1].path)
        ):
            for each in listed:
                if each.path not in found:
                    yield SaidShared(document.at(node), each.path, note, (), "likely", "a sentence")


def _says_shared(words: str, path: str) -> bool:
    """Whether what follows the last path of a sentence says that it is shared."""
    after = re.split(r"[.!?。](?:\s|$)", words.rpartition(path)[2])[0]
    return bool(_ARE.match(after)) and SHARES.within(after)
