"""Finds whose files are whose in fences: trees with owners as remarks, or in somebody's part."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coord_tui.core.importing.names import Names
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.owners import owner_in, shared_in
from coord_tui.core.importing.paths import path_of
from coord_tui.core.importing.statements import Place, Said, SaidOwned, SaidSession, SaidShared
from coord_tui.core.importing.whom import AVOIDS
from coord_tui.core.importing.words.paths import NAMES, TOPS


class Entry(NamedTuple):
    """A line of a tree."""

    line: int
    path: str
    remark: str
    leaf: bool


_LINE = re.compile(
    r"^(?P<indent>[\s│|├└─┬┼╰╭┃━┗┣+`\\-]*)(?P<names>[\w.@*\[(][^#←—\s]*(?:\s*[/,]\s+[\w.*-]+\.\w+)*)"
    r"\s*(?:\s(?:#|//|←|<-+|—|--?|->|→|=>|:)\s*(?P<remark>.*)|(?P<bracket>\(.*\)))?\s*$"
)


def entries(node: Node, whole: bool) -> tuple[Entry, ...]:
    """The lines of a fence that is a tree or a list of paths; none when it is something else.

    Of a tree of the `whole` repository the topmost folder is the repository itself.
    """
    found: list[tuple[int, int, str, str]] = []
    lines = [
        (at, line)
        for at, line in enumerate(node.text.splitlines(), node.line + 1)
        if line.strip(" │|\t")
    ]
    for at, line in lines:
        match = _LINE.match(line.rstrip())
        if match:
            remark = match["remark"] or (match["bracket"] or "").strip("()") or ""
            found += [
                (at, len(match["indent"]), name, remark)
                for name in re.split(r"\s+/\s+|,\s+", match["names"])
            ]
    if len({each[0] for each in found}) < 0.8 * len(lines) or not found:
        return ()
    return tuple(_joined(found, whole))


def _joined(found: Sequence[tuple[int, int, str, str]], whole: bool) -> Iterator[Entry]:
    """Entries with the folders they stand in; the repository's own folder is none of them."""
    above: list[tuple[int, str]] = []
    top = found[0][2].strip("/")
    alone = (
        found[0][2].endswith("/")
        and all(each[1] > found[0][1] for each in found[1:])
        and len(found) > 1
    )
    drop = whole and alone and "/" not in top and top not in TOPS
    for at, (line, indent, name, remark) in enumerate(found):
        while above and above[-1][0] >= indent:
            above.pop()
        if above and name.startswith(above[-1][1]):
            full = name
        else:
            full = (above[-1][1] if above else "") + name
        if drop and at == 0:
            continue
        leaf = at + 1 == len(found) or found[at + 1][1] <= indent
        if name.endswith("/") or not leaf:
            above.append((indent, full.rstrip("/") + "/"))
        path = path_of(full, code=True, folder=True)
        shown = not leaf or "/" in name or "." in name or name in NAMES
        if path and shown:
            yield Entry(
                line, path if leaf or path.endswith("/") else path + "/", remark.strip(), leaf
            )


def owned_tree(document: Document, node: Node, session: str) -> Iterator[Said]:
    """Everything in a fence that stands in the list of what a session owns."""
    if node.info.split(" ")[0] not in (
        "",
        "text",
        "txt",
        "plaintext",
        "tree",
        "plain",
        "sh",
        "bash",
    ):
        return
    for each in entries(node, whole=False):
        if each.leaf and not AVOIDS.within(each.remark):
            yield SaidOwned(
                Place(document.name, each.line, each.line), session, each.path, each.remark
            )


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """Owned and shared paths of trees whose lines name owners, at least two of them."""
    names = Names(each for each in said if isinstance(each, SaidSession))
    owned = [each for each in said if isinstance(each, SaidOwned)]
    for node in document.root.walk():
        if node.kind == "fence" and node.info.split(" ")[0] in (
            "",
            "text",
            "txt",
            "plaintext",
            "tree",
            "plain",
        ):
            yield from _annotated(document, node, names, owned)


def _annotated(
    document: Document, node: Node, names: Names, owned: Sequence[SaidOwned]
) -> Iterator[Said]:
    found = [(each, owner_in(each.remark, names)) for each in entries(node, whole=True)]
    if sum(who is not None for _, who in found) < 2:
        return
    for each, who in found:
        at = Place(document.name, each.line, each.line)
        if who and not _covered(each.path, names.of(who.name) or who.name, owned, names):
            yield SaidOwned(
                at, who.name, each.path, sure="likely", why="a remark in a tree of files"
            )
        elif not who and shared_in(each.remark):
            yield SaidShared(at, each.path, sure="likely", why="a remark in a tree of files")


def _covered(path: str, session: str, owned: Sequence[SaidOwned], names: Names) -> bool:
    """Whether the session is said to own it already, by its bare name."""
    return any(
        path == each.path or path.endswith(f"/{each.path}")
        for each in owned
        if (names.of(each.session) or each.session) == session
    )
