"""Sets a tree of texts as YAML lines: short mappings and lists in brackets, longer ones as blocks.

A comment stands at the end of the first line of what it is about, so nothing that carries comments
inside is put into brackets.
"""

from typing import NamedTuple, TypeAlias

from coord_tui.core.yaml_text import block, comment, has_block, scalar

WIDTH = 100
"""Characters of a line, without its comment, up to which brackets are used."""
STEP = 2


class Leaf(NamedTuple):
    """A text, or with `raw` something that is YAML already, such as `true`."""

    text: str
    note: str = ""
    raw: bool = False


class Listed(NamedTuple):
    """A list. One of texts may be put into brackets; with `tall` it never is.

    Its mappings may be, each on a line; with `even` all of them or none.
    """

    items: tuple["Tree", ...]
    note: str = ""
    even: bool = False
    tall: bool = False


class Mapped(NamedTuple):
    """A mapping."""

    pairs: tuple[tuple[str, "Tree"], ...]
    note: str = ""


Tree: TypeAlias = Leaf | Listed | Mapped


def in_brackets(tree: Tree) -> str:
    """The tree on one line, without comments."""
    match tree:
        case Leaf(text, _, raw):
            return text if raw else scalar(text, flow=True)
        case Listed(items):
            return "[" + ", ".join(map(in_brackets, items)) + "]"
        case Mapped(pairs):
            inside = (f"{scalar(key, flow=True)}: {in_brackets(value)}" for key, value in pairs)
            return "{" + ", ".join(inside) + "}"


def pair_lines(
    key: str, value: Tree, indent: int, *, lead: str = "", open: bool = False
) -> list[str]:
    """A key and its value as lines; `lead` is a comment that joins the first one's.

    With `open` no brackets are put around the value, even if it is short.
    """
    start = " " * indent + scalar(key) + ":"
    note = _joined(lead, value.note)
    if isinstance(value, Leaf):
        return _leaf_lines(start, value, indent + STEP, note)
    if not _size(value):
        return [start + (" []" if isinstance(value, Listed) else "") + comment(note)]
    line = f"{start} {in_brackets(value)}" if _may_be_short(value) and not open else ""
    if line and len(line) <= WIDTH:
        return [line + comment(note)]
    return [start + comment(note), *lines(value, indent + STEP)]


def item_lines(item: Tree, indent: int, *, short: bool | None = None) -> list[str]:
    """An item of a list as lines; `short` says whether it is in brackets, None: if it fits."""
    start = " " * indent + "-"
    if isinstance(item, Leaf):
        return _leaf_lines(start, item, indent + STEP, item.note)
    if short is None:
        short = fits(item, indent)
    if short or not _size(item):
        return [f"{start} {in_brackets(item)}" + comment(item.note)]
    inner = lines(item, indent + STEP, lead=item.note)
    return [start + " " + inner[0][indent + STEP :], *inner[1:]]


def lines(tree: Listed | Mapped, indent: int, *, lead: str = "") -> list[str]:
    """The pairs or items as lines, in block style; `lead` is a comment for the first one."""
    if isinstance(tree, Mapped):
        first, *others = tree.pairs
        made = pair_lines(*first, indent, lead=lead)
        return made + [line for pair in others for line in pair_lines(*pair, indent)]
    short = all(fits(item, indent) for item in tree.items) if tree.even else None
    return [line for item in tree.items for line in item_lines(item, indent, short=short)]


def fits(item: Tree, indent: int) -> bool:
    """Whether an item of a list that stands there may be in brackets; a text always may."""
    if isinstance(item, Leaf):
        return True
    return _may_be_short(item) and indent + 2 + len(in_brackets(item)) <= WIDTH


def _leaf_lines(start: str, leaf: Leaf, indent: int, note: str) -> list[str]:
    if leaf.raw or not has_block(leaf.text):
        return [f"{start} {leaf.text if leaf.raw else scalar(leaf.text)}" + comment(note)]
    header, content = block(leaf.text, indent)
    return [f"{start} {header}" + comment(note), *content]


def _size(tree: Listed | Mapped) -> int:
    return len(tree.items if isinstance(tree, Listed) else tree.pairs)


def _may_be_short(tree: Listed | Mapped, note: str | None = None) -> bool:
    """Whether nothing in it needs a line of its own: neither a block nor a comment of its own."""
    note = tree.note if note is None else note
    inside = tree.items if isinstance(tree, Listed) else [value for _, value in tree.pairs]
    if isinstance(tree, Listed) and (tree.tall or not all(isinstance(i, Leaf) for i in tree.items)):
        return False
    for one in inside:
        if one.note not in ("", note):
            return False
        if isinstance(one, Leaf):
            if "\n" in one.text:
                return False
        elif not _may_be_short(one, note):
            return False
    return True


def _joined(*notes: str) -> str:
    """The notes that say something, each once."""
    return "; ".join(dict.fromkeys(note for note in notes if note))
