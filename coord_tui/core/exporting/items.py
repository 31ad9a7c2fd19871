"""An item of an exported document: a bullet, what is said below, a longer text.

Every part of a document is made of such items, so one small reader reads them all back.
"""

from typing import NamedTuple

from coord_tui.core.exporting.own_text import block, is_block, prose


class Item(NamedTuple):
    """One bullet of a document."""

    head: str
    """What stands on the bullet's own line."""
    said: tuple[str, ...] = ()
    """What is said of it, each on a line below."""
    text: str = ""
    """A text of several lines, which stands under all of that."""


def noted(head: str, note: str, mark: str, said: tuple[str, ...] = ()) -> Item:
    """An item with a note: behind the `mark` when it is one line, else under everything."""
    if is_block(note):
        return Item(head, said, note)
    return Item(f"{head}{mark}{prose(note)}" if note else head, said)


def detailed(head: str, said: tuple[str, ...], details: str) -> Item:
    """An item whose head has no room for a further text: it stands below."""
    if not details or is_block(details):
        return Item(head, said, details)
    return Item(head, (*said, f"details: {prose(details)}"))


def item_lines(items: list[Item]) -> list[str]:
    """The items as lines; around a long text one stays empty."""
    lines: list[str] = []
    for place, item in enumerate(items):
        if place and (item.text or items[place - 1].text):
            lines.append("")
        lines += [f"- {item.head}", *(f"  - {one}" for one in item.said)]
        if item.text:
            lines += ["", *(f"  {line}" if line else "" for line in block(item.text))]
    return lines


def quote_lines(text: str) -> list[str]:
    """A text of several lines below a heading, set apart from the items that follow."""
    return [f"> {line}" if line else ">" for line in block(text)]
