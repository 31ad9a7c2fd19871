"""Finds the rounds that a document says are done apart from their tasks: `- **Phase 1** ✅`.

What a round's points or rows say of it holds for its tasks of which nothing else is said.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.markdown.blocks import plain
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.readers.tasks_groups import group_of
from coord_tui.core.importing.statements import Place, Said, SaidTask
from coord_tui.core.importing.status import signed, whole_status, without_signs

_NAME = re.compile(
    r"(?:(?P<word>[^\W\d_]+?)\s*)?(?P<key>\d{1,2}(?:\.\d)?|(?<![^\W_])[A-ZА-Я])(?=\s*(?:$|[^\w\s]))"
)
"""What a round is called by: a word and its number or letter, or its letter alone."""
_BREAK = re.compile(r"\s*[(（]|\s+[-–—|]+\s+|\s*[:：,;.]\s*")
_FEWEST = 2


def progress(document: Document, tasks: Sequence[Said]) -> Iterator[SaidTask]:
    """The tasks of the rounds that are said to be done."""
    named = [each for each in tasks if isinstance(each, SaidTask) and each.group]
    keys = _keys(dict.fromkeys(each.group for each in named))
    lines = {
        each.at.line
        for each in tasks
        if isinstance(each, SaidTask) and (each.id or each.group or not _names(each.title))
    }
    for line, text in _said_done(document) if keys else ():
        group = next((keys[key] for key in _names(text) if key in keys), "")
        place = Place(document.name, line, line)
        for task in named if group and line not in lines else ():
            if task.group == group and not task.status:
                why = "its round is said to be done"
                yield SaidTask(
                    place, task.id, "" if task.id else task.title, status="done", sure="likely",
                    why=why,
                )  # fmt: skip


def _keys(groups: dict[str, None]) -> dict[str, str]:
    """The rounds by their words and numbers, by their letters too; where these tell them apart."""
    found = [(key, group) for group in groups if group_of(group) for key in _names(group)]
    counts = Counter(key for key, _ in found)
    unique = {key: group for key, group in found if counts[key] == 1}
    return unique if len(set(unique.values())) >= _FEWEST else {}


def _names(text: str) -> list[str]:
    """What a round at the beginning of a text is called; a number alone is no name."""
    found = _NAME.match(without_signs(text)[0])
    if not found:
        return []
    key, word = found["key"].casefold(), (found["word"] or "").casefold()
    return [f"{word} {key}"] * bool(word) + [key] * key.isalpha()


def _said_done(document: Document) -> Iterator[tuple[int, str]]:
    """The points and rows that begin with a name and then say that it is done."""
    for node in document.root.walk():
        if node.kind == "item" and node.runs and _is_done(node):
            yield node.line, node.words
        for row in node.rows[1:] if node.kind == "table" else ():
            texts = [plain(cell).strip() for cell in row.cells]
            if any(_says_done(text) for text in texts[1:]):
                yield row.line, texts[0]


def _is_done(node: Node) -> bool:
    """Whether what follows the name of a round in a point begins with a sign or word for done."""
    words, signs = without_signs(node.words)
    found = _NAME.match(words)
    if not found:
        return False
    rest = words[found.end() :].strip(" -–—:：.)")
    return signed(signs) == "done" or node.box == "x" or _says_done(rest)


def _says_done(text: str) -> bool:
    first = _BREAK.split(text.strip(), maxsplit=1)[0]
    bare, signs = without_signs(first)
    return whole_status(bare) == "done" or (not bare and signed(signs) == "done")
