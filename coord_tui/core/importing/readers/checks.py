"""Finds checks: commands in code or in shell fences where something is to be run or verified.

Whether one is a gate is said by a policy of the document ("CI gate: …"), else by what stands around
the command ("must pass", "before merging"). What only reports that a command passed is no check.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coord_tui.core.importing.commands import Command, commands, entering
from coord_tui.core.importing.markdown.blocks import Run
from coord_tui.core.importing.outline import LEAD, Document, Node
from coord_tui.core.importing.readers.gates import Gates
from coord_tui.core.importing.statements import Place, Said, SaidCheck, SaidTask
from coord_tui.core.importing.topics import title, words_of
from coord_tui.core.importing.words.rules import (
    CHECK_WORDS,
    GATE_WORDS,
    NO_RULES,
    REPORT_WORDS,
    RULE_NOUNS,
    RULE_OPENINGS,
    RUN_WORDS,
)

SHELLS = frozenset(
    ("bash", "sh", "shell", "zsh", "console", "powershell", "pwsh", "ps1", "cmd", "bat", "terminal")
)


class _Context(NamedTuple):
    """What is said above a node: its headings, from the nearest one, and the item it stands in."""

    words: tuple[str, ...] = ()
    running: bool = False
    checking: bool = False
    gating: bool = False
    when: str = ""
    """What an item or lead above says, or a heading such as `Before you push`."""

    def under(self, node: Node) -> "_Context":
        """The context of what stands below a node; a heading begins one of its own."""
        said = _uncoded(node.runs)
        gating = words_of(GATE_WORDS)
        title_only = node.level == 1
        timely = not 0 < node.level < LEAD or words_of(RULE_OPENINGS).opens(said)
        return _Context(
            (said, *self.words[:2]),
            self.running or (not title_only and _running(said)),
            self.checking or (not title_only and _checking(said)),
            self.gating or (not title_only and gating.within(said)),
            said if timely else self.when,
        )


class _Shown(NamedTuple):
    """A command where it stands, and what is said beside it."""

    command: Command
    at: Place
    beside: str
    note: str
    context: _Context


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """The checks of a document, each as often as it is shown."""
    gates = Gates(document)
    tasks = {each.at.line for each in said if isinstance(each, SaidTask)}
    for shown in _shown(document, document.root, _Context(), tasks):
        around = (shown.beside, *shown.context.words)
        gating = shown.context.gating or words_of(GATE_WORDS).within(shown.beside)
        command = shown.command
        yield SaidCheck(
            shown.at,
            command.run,
            command.name,
            gates.gate(around, gating),
            shown.note or command.note,
            command.parameters,
        )


def _shown(document: Document, node: Node, context: _Context, tasks: set[int]) -> Iterator[_Shown]:
    """The checks in a node and below it."""
    if node.kind == "section" and node.level != 1 and _reports(node.words):
        return
    if node.kind == "fence":
        yield from _in_fence(document, node, context)
    elif node.kind == "table":
        for row in node.rows[1:]:
            runs = tuple(run for cell in row.cells for run in (*cell, Run(" ")))
            at = Place(document.name, row.line, row.line)
            yield from _in_words(at, runs, context, False)
    if node.line not in tasks or node.kind == "section":
        yield from _in_words(document.at(node), node.runs, context, bool(node.box))
    inside = context.under(node) if node.kind in ("section", "item") else context
    before = ""
    for child in node.children:
        below = inside
        if child.kind == "fence" and before:
            below = inside._replace(
                words=(before, *inside.words[:2]), checking=_checking(before) or inside.checking
            )
        yield from _shown(document, child, below, tasks)
        before = _uncoded(child.runs) if child.kind == "text" else ""


_REPORTED = re.compile(r"✅|✔|\b\d+\s?/\s?\d+\b")


def _reports(heading: str) -> bool:
    """Whether a section shows what was, or how something may look."""
    if words_of(RULE_NOUNS).head(heading) or words_of(GATE_WORDS).within(heading):
        return False
    return words_of(NO_RULES).head(heading)


def _checking(words: str) -> bool:
    return words_of(CHECK_WORDS).within(words)


def _running(words: str) -> bool:
    return words_of(RUN_WORDS).within(words)


def _in_words(at: Place, runs: Sequence[Run], context: _Context, boxed: bool) -> Iterator[_Shown]:
    """The commands in the code of a sentence."""
    codes = [(number, run) for number, run in enumerate(runs) if run.code]
    if not codes:
        return
    beside = _uncoded(runs)
    alone = not beside.strip(" .:;-–—✅☐") or boxed
    verified = context.checking or _checking(beside)
    running = verified or alone or context.running or _running(beside)
    ordered = context.gating or boxed
    if not running or (_REPORTED.search(beside) and not ordered):
        return
    if words_of(REPORT_WORDS).within(beside) and not ordered:
        return
    for number, run in codes:
        after = runs[number + 1 : number + 4]
        for command in commands(run.text):
            if command.kind == "script" and not (alone or _running(beside)):
                continue
            if _counts(command, verified) and not _noted(runs, number):
                yield _Shown(command, at, beside, _note(after, context), context)


def _counts(command: Command, verified: bool) -> bool:
    """Whether a command is a check here: a script or a build only where something is verified."""
    return command.kind == "check" or verified


def _noted(runs: Sequence[Run], number: int) -> bool:
    """Whether a code stands in brackets after another: `pytest` (after `uv sync`)."""
    before = "".join(run.text if not run.code else "`" for run in runs[:number])
    opened = before.rfind("(")
    return opened > before.rfind(")") and "`" in before[:opened]


_BRACKET = re.compile(r"\s*[(（]([^)）]*)")


def _note(after: Sequence[Run], context: _Context) -> str:
    """What stands in brackets after a command, else what the item above it says."""
    text = "".join(f"`{run.text}`" if run.code else run.text for run in after)
    found = _BRACKET.match(text)
    if found:
        return found[1].strip()
    said = title(context.when)
    return said.rstrip(":：") if 0 < len(said) <= 80 else ""


def _in_fence(document: Document, node: Node, context: _Context) -> Iterator[_Shown]:
    """The commands of a shell fence, line by line; a `cd` goes on to the end of it."""
    info = node.info.split()[0].casefold() if node.info else ""
    if info not in SHELLS and not (not info and "$ " in node.text):
        return
    folder = comment = ""
    first = node.line + 1 if node.end - node.line + 1 > node.text.count("\n") else node.line
    for number, line in enumerate(node.text.split("\n"), first):
        bare = line.strip()
        if bare.startswith("#"):
            comment = bare.lstrip("# ")
            continue
        if not bare:
            comment = ""
            continue
        entered = entering(bare.split("#")[0].strip())
        if entered:
            folder = entered[0]
        verified = context.checking or _checking(comment)
        for command in commands(bare, folder):
            if _counts(command, verified):
                note = command.note or comment
                at = Place(document.name, number, number)
                yield _Shown(command, at, f"{comment} {command.note}", note, context)


def _uncoded(runs: Sequence[Run]) -> str:
    """The words of a node without its code."""
    return " ".join("".join(run.text for run in runs if not run.code).split())
