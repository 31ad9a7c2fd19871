"""Reads the sections of an exported document that are plain bullets: one item of the plan each."""

import re
from collections.abc import Iterable, Iterator

from coord_tui.core.exporting.markdown import BY_HAND
from coord_tui.core.exporting.own_text import read_bold, read_code, read_list, read_prose
from coord_tui.core.importing.own.lines import Entry, Numbered, Part, entries
from coord_tui.core.importing.own.taken import Taken
from coord_tui.core.plan import (
    Check,
    Document,
    Owned,
    Parameter,
    Pin,
    Rule,
    Session,
    Shared,
)
from coord_tui.core.plan import Part as Share

_MARK = re.compile(r"\s*(?:[:—–-]\s+)?")


def read_sessions(part: Part, taken: Taken) -> None:
    """Who works here."""
    for entry in _bullets(part, taken):
        name, rest = _named(entry.head)
        if not taken.is_word(entry, name, "the name of a session"):
            continue
        if any(one.name == name for one in taken.sessions):
            taken.leave_second(entry, name)
            continue
        kind = re.match(r"\s*\((agent|person)\)", rest)
        rest = rest[kind.end() :] if kind else rest
        said = _said(entry, ("emails", "worktree"), taken)
        taken.sessions.append(
            Session(
                name,
                _note(rest, entry),
                "agent" if kind and kind[1] == "agent" else "person",
                read_list(said.get("emails", "")),
                read_code(said.get("worktree", ""))[0],
                entry.line,
            )
        )


def read_ownership(part: Part, taken: Taken) -> None:
    """Which pattern is whose: each session has a heading of its own."""
    taken.leave_lines(part.lines)
    for of_session in part.parts:
        session = read_code(of_session.title)[0]
        for entry in _bullets(of_session, taken):
            if taken.is_word(entry, session, "the name of a session"):
                path, rest = read_code(entry.head)
                _said(entry, (), taken)
                taken.ownership.append(Owned(path, session, _note(rest, entry), entry.line))


def read_shared(part: Part, taken: Taken) -> None:
    """Files that several sessions edit, and which part is whose."""
    for entry in _bullets(part, taken):
        path, rest = read_code(entry.head)
        shares = tuple(_shares(entry, taken))
        taken.shared.append(Shared(path, _note(rest, entry), shares, entry.line))


def read_rules(part: Part, taken: Taken) -> None:
    """Prose that everybody follows."""
    for entry in _bullets(part, taken):
        title, rest = read_bold(entry.head)
        if rest == entry.head:
            title, rest = _named(entry.head)
        _said(entry, (), taken)
        taken.rules.append(Rule(title, _note(rest, entry), entry.line))


def read_checks(part: Part, taken: Taken) -> None:
    """Commands that say whether the work is sound."""
    for entry in _bullets(part, taken):
        name, rest = _named(entry.head)
        gate = re.match(r"\s*\(gate\)", rest)
        run, rest = read_code(_past_mark(rest[gate.end() :] if gate else rest))
        if not taken.is_word(entry, name, "the name of a check"):
            continue
        parameters = [line for line in entry.said if line[1].startswith("{")]
        others = entry._replace(said=tuple(x for x in entry.said if x not in parameters))
        said = _said(others, ("leaves",), taken)
        taken.checks.append(
            Check(
                name,
                run,
                gate is not None,
                _note(rest, entry),
                tuple(_parameters(parameters, entry, taken)),
                read_list(said.get("leaves", "")),
                entry.line,
            )
        )


def read_pins(part: Part, taken: Taken) -> None:
    """External tools whose version matters."""
    for entry in _bullets(part, taken):
        tool, rest = _named(entry.head)
        expect = ""
        if rest.startswith(":"):
            expect, rest = read_code(rest[1:].strip())
        said = _said(entry, ("version", "document", "check"), taken)
        version, document, check = (
            read_code(said.get(key, ""))[0] for key in ("version", "document", "check")
        )
        note = _note(rest, entry)
        taken.pins.append(Pin(tool, version, expect, document, check, note, entry.line))


def read_docs(part: Part, taken: Taken) -> None:
    """Canonical documents."""
    for entry in _bullets(part, taken):
        path, rest = read_code(entry.head)
        said = _said(entry, ("covers",), taken)
        covers = read_list(said.get("covers", ""))
        taken.docs.append(Document(path, _note(rest, entry), covers, entry.line))


def _bullets(part: Part, taken: Taken) -> list[Entry]:
    """The bullets of a section; everything else in it is not read, but for words of our own."""
    found, loose = entries(part.lines)
    taken.leave_lines(line for line in loose if line[1].strip() not in BY_HAND)
    for inner in part.parts:
        taken.leave(inner.line, inner.end)
    taken.ends |= {entry.line: entry.end for entry in found}
    return found


def _said(entry: Entry, keys: Iterable[str], taken: Taken) -> dict[str, str]:
    """What the bullets below an entry say, by key; the others are not read."""
    said: dict[str, str] = {}
    for line, text in entry.said:
        key, colon, value = text.partition(":")
        if colon and key in keys:
            said[key] = value.strip()
        else:
            taken.leave(line)
    return said


def _named(head: str) -> tuple[str, str]:
    """A name or title in bold, or one that somebody wrote without, and what follows it."""
    name, rest = read_bold(head)
    return (name, rest) if rest != head else read_code(head)


def _shares(entry: Entry, taken: Taken) -> Iterator[Share]:
    """Which part of a file is whose; each session has one."""
    known: set[str] = set()
    for line, text in entry.said:
        who, note = read_code(text)
        said = entry._replace(line=line, end=line)
        if not taken.is_word(said, who, "the name of a session"):
            continue
        if who in known:
            taken.leave_second(said, who)
            continue
        known.add(who)
        yield Share(who, _note(note))


def _parameters(lines: Iterable[Numbered], entry: Entry, taken: Taken) -> Iterator[Parameter]:
    """The values that a command takes, each once."""
    known: set[str] = set()
    for line, text in lines:
        found = _parameter(text)
        said = entry._replace(line=line, end=line)
        if not taken.is_word(said, found.name, "the name of a parameter"):
            continue
        if found.name in known:
            taken.leave_second(said, found.name)
            continue
        known.add(found.name)
        yield found


def _parameter(text: str) -> Parameter:
    found = re.match(r"\{(`[^`]*`|[^}]*)\}?", text)
    name = read_code(found[1])[0] if found else text
    rest = text[found.end() :] if found else ""
    default = ""
    if rest.startswith(":"):
        default, rest = read_code(rest[1:].strip())
    return Parameter(name, default, _note(rest))


def _past_mark(text: str) -> str:
    """The text without the sign that tells it from what stands before it."""
    found = _MARK.match(text)
    return text[found.end() :] if found else text


def _note(rest: str, entry: Entry | None = None) -> str:
    """What follows on the line, and what stands below it."""
    inline = read_prose(_past_mark(rest)) if rest.strip() else ""
    below = entry.text if entry else ""
    return f"{inline}\n\n{below}" if inline and below else inline or below
