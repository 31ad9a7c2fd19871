"""Finds the ids that points of a list have together: where all are numbered, lettered, of one kind.

`T4 Title`, `2.1 Title`, `A: Title`, `P1: Title` say an id only where the points beside say so, too.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from coord_tui.core.importing.markdown.blocks import plain
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.readers.tasks_heads import (
    Head,
    head_of,
    is_product,
    with_owner,
    without_id,
)
from coord_tui.core.importing.readers.tasks_names import (
    Named,
    lettered,
    like_priority,
    named,
    numbered,
    ticketed,
    unmarked,
)
from coord_tui.core.importing.readers.tasks_sections import family
from coord_tui.core.importing.status import boxed, signed, trimmed, without_signs

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_FEW = 3
"""Of boxes; where more begin with ids, each that looks like one is one, also `R1`."""
_DOTTED = re.compile(r"\d{1,3}\.\d{1,3}\s*[-–—:.)]\s")


def point_families(document: Document) -> frozenset[str]:
    """The beginnings of the ids with which points of a document begin, at least two of each."""
    points = [node for node in document.root.walk() if node.kind == "item"]
    names = {unmarked(without_signs(node.words)[0]) for node in points}
    ids = {name.id for name in names if name.marked}
    kin = Counter(family(id) for id in ids)
    frequent = {each for each, count in kin.items() if count >= 2}
    return frozenset(frequent | _of_boxes([node for node in points if node.box]))


def _of_boxes(boxes: Sequence[Node]) -> set[str]:
    """The beginnings of the ids of all boxes, where most boxes of a document have ids."""
    names = [named(without_signs(node.words)[0]) for node in boxes]
    found = [name.id or unmarked(name.rest).id for name in names]
    ids = [id for id in found if id]
    return {family(id) for id in ids} if len(ids) > _FEW and len(ids) * 2 > len(boxes) else set()


def heads_of(
    points: Sequence[Node], names: Names, families: frozenset[str]
) -> list[tuple[Node, Head]]:
    """What the points say; `T4 Title` and `2.1 Title` have ids when the points beside have, too."""
    points = [_with_box_of_its_own(node) for node in points]
    heads = [head_of(node.runs, names) for node in points]
    heads = _with_letters_p(_with_unmarked(_without_products(points, heads), families))
    heads = _with_letters(heads)
    if all(node.box for node in points) or all(_DOTTED.match(node.words) for node in points):
        heads = _with_numbers(heads)
    return [(node, with_owner(head, names)) for node, head in zip(points, heads, strict=True)]


def _with_box_of_its_own(node: Node) -> Node:
    """A point whose box is none that Markdown knows, such as `[~]`: the box is taken off."""
    first = node.runs[0] if node.runs else None
    if node.box or node.kind != "item" or not first or first.code or not boxed(first.text)[0]:
        return node
    rest = first._replace(text=boxed(first.text)[1])
    runs = (rest, *node.runs[1:])
    box: Literal["-", "~"] = "-" if boxed(first.text)[0] == "dropped" else "~"
    return node._replace(box=box, runs=runs, words=plain(runs))


def _without_products(points: Sequence[Node], heads: Sequence[Head]) -> list[Head]:
    """`E2E: login` has an id only where a point beside has one of its kind."""
    kin = Counter(family(head.id) for head in heads if head.id)
    return [
        without_id(head, node.words) if is_product(head) and kin[family(head.id)] < 2 else head
        for node, head in zip(points, heads, strict=True)
    ]


def _with_unmarked(heads: Sequence[Head], families: frozenset[str]) -> list[Head]:
    loose = [_loose(head) for head in heads]
    kin = Counter(family(name.id) for name in loose if name.marked)
    each = _each_has_one([head.id or name.id for head, name in zip(heads, loose, strict=True)])
    return [
        _signed(head, name._replace(marked=True))
        if name.id
        and (each or kin[family(name.id)] >= 2 or family(name.id) in families
             or _is_ticket(head, name))
        else head
        for head, name in zip(heads, loose, strict=True)
    ]  # fmt: skip


def _each_has_one(ids: Sequence[str]) -> bool:
    """Whether each point begins with an id of its own, one letter for each session: `A1`, `B1`."""
    return len(ids) > 1 and len({*ids}) == len(ids) and all(map(_LETTERED.fullmatch, ids))


_LETTERED = re.compile(r"[A-Z]{1,2}-?\d{1,3}")


def _is_ticket(head: Head, name: Named) -> bool:
    """Whether a title begins with an id as trackers give them, and no product's name."""
    return name.marked and bool(ticketed(head.title).id)


def _loose(head: Head) -> Named:
    return unmarked(head.title) if not head.id else Named("", "")


def _signed(head: Head, name: Named) -> Head:
    """The head with that id; a sign between id and title says how far it is: `C1 ✅ Title`."""
    title, signs = trimmed(name.rest)
    status = head.status or signed(signs)
    return head._replace(
        id=name.id, title=title, named=name, status=status, sign=head.sign or status != head.status
    )


def _with_letters_p(heads: Sequence[Head]) -> list[Head]:
    """`P1: Title` has an id when the points beside have, all different: priorities repeat."""
    names = [like_priority(head.title) if not head.id else Named("", "") for head in heads]
    ids = [name.id for name in names if name.id]
    if len(ids) < 2 or len(set(ids)) < len(ids):
        return list(heads)
    return [
        head._replace(id=name.id, title=head.title[len(name.id) :].lstrip(" :：.)–—-"), named=name)
        if name.id
        else head
        for head, name in zip(heads, names, strict=True)
    ]


def _with_letters(heads: Sequence[Head]) -> list[Head]:
    """`A: Title`, `B: Title` have ids when all points of a list are lettered in order."""
    names = [lettered(head.title) if not head.id else Named("", "") for head in heads]
    letters = "".join(name.id for name in names)
    if not 1 < len(heads) == len(letters) or letters not in _ALPHABET:
        return list(heads)
    return [
        head._replace(id=name.id, title=name.rest, named=name)
        for head, name in zip(heads, names, strict=True)
    ]


def _with_numbers(heads: Sequence[Head]) -> list[Head]:
    """The boxes of one list with their numbers as ids, when all of them are numbered."""
    names = [numbered(head.title) for head in heads]
    if len(heads) < 2 or not all(
        name.id and not head.id for name, head in zip(names, heads, strict=True)
    ):
        return list(heads)
    return [
        head._replace(id=name.id, title=name.rest, named=name)
        for head, name in zip(heads, names, strict=True)
    ]
