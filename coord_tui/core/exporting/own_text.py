"""How texts of a plan stand in an exported document, and how they are read back exactly.

Ordinary text stays as it is. What Markdown, a terminal or the reader could take for something
else (line ends, control characters, blanks at the ends) stands in a code span, quoted as in JSON.
Each function has its inverse beside it.
"""

import json
import re

NAME = re.compile(r"[\w@+/.#-]+")
"""What needs no code span to be one word."""
NO_LINE_END = "<!-- no line end -->"
"""Stands under a text of several lines of which the last has no end."""
DOT = "·"
"""Stands between the parts of a task's line."""

_SPAN = re.compile(r"(?<!`)(`+)(?!`)(?:.+?)(?<!`)\1(?!`)")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_CODE = re.compile(r"`([^`]*)`")
_ESCAPE = re.compile(r"\\([<*_])")


def quoted(text: str) -> str:
    """Any text at all, on one line, in a code span."""
    safe = json.dumps(text).replace("`", "\\u0060")
    return f"`{safe}`"


def code(text: str) -> str:
    """A path, pattern or command as a code span."""
    plain = text.isprintable() and text == text.strip() != "" and text[0] != '"'
    return quoted(text) if not plain or "`" in text or DOT in text else f"`{text}`"


def name(text: str) -> str:
    """The name of a session, task or check: as it is where it is one plain word."""
    return text if NAME.fullmatch(text) and text.isprintable() else code(text)


def prose(text: str, stop: str = "") -> str:
    """A text on one line; `stop` is a pattern of what must not stand in it where it goes.

    A `<` that begins a tag is escaped, because Markdown would swallow it.
    """
    return quoted(text) if not is_prose(text, stop) else _escaped(text)


def is_prose(text: str, stop: str = "") -> bool:
    """Whether a text stands on its line as it is, or nearly so."""
    line = text.isprintable() and text == text.strip() != ""
    return line and not (
        _ESCAPE.search(text) or text.startswith('`"') or (stop and re.search(stop, text))
    )


def bold(text: str) -> str:
    """A title or id that begins an item."""
    return f"**{prose(text, r'[*][*]|^[*]|[*]$')}**"


def is_block(text: str) -> bool:
    """Whether a text of several lines can stand as Markdown below its item, to be read exactly."""
    lines = text.removesuffix("\n").split("\n")
    marks = any("<!-- no line end" in line or "coord-tui plan" in line for line in lines)
    sound = all(not line or (line.strip() and _shows(line)) for line in lines)
    return sound and not marks and bool(lines[0] and lines[-1]) and "\n" in text


def block(text: str) -> list[str]:
    """The lines of such a text."""
    lines = text.removesuffix("\n").split("\n")
    return lines if text.endswith("\n") else [*lines, NO_LINE_END]


def read_code(text: str) -> tuple[str, str]:
    """The path, pattern, command or name at the beginning, and what follows it.

    One without a code span ends where a note begins.
    """
    if found := _CODE.match(text):
        return _unquoted(found[1]), text[found.end() :]
    found = re.match(r".*?(?=\s[—–-]+\s|:\s|\s\(|$)", text)
    end = found.end() if found else len(text)
    return text[:end].strip(), text[end:]


def read_list(text: str) -> tuple[str, ...]:
    """Code spans and words with commas between them."""
    return tuple(_part(part) for part in _split(text))


def read_prose(text: str) -> str:
    r"""What `prose` wrote; formatters escape `*` and `_`, too."""
    text = text.strip()
    found = _CODE.fullmatch(text)
    if found and found[1].startswith('"'):
        return _unquoted(found[1])
    return _ESCAPE.sub(r"\1", text)


def read_bold(text: str) -> tuple[str, str]:
    """The title that begins an item, and what follows it; empty when it has none."""
    span = _CODE.match(text, 2)
    end = text.find("**", span.end() if span and text.startswith('**`"') else 2)
    if not text.startswith("**") or end < 0:
        return "", text
    return read_prose(text[2:end]), text[end + 2 :]


def read_block(lines: list[str]) -> str:
    """The text of lines below an item; blank ones around it are not part of it."""
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    while lines and not lines[0].strip():
        lines = lines[1:]
    if lines and lines[-1] == NO_LINE_END:
        return "\n".join(lines[:-1])
    return "\n".join([*lines, ""]) if lines else ""


def _split(text: str) -> list[str]:
    """The parts between commas that stand outside of code spans."""
    parts = re.findall(r"(?:`[^`]*`|[^,`]|`)+", text)
    return [part.strip() for part in parts if part.strip()]


def _part(text: str) -> str:
    span = _CODE.fullmatch(text)
    return _unquoted(span[1]) if span else text


def _escaped(text: str) -> str:
    """Every `<` that begins a tag outside of code spans, escaped."""
    done, at = [], 0
    for span in _SPAN.finditer(text):
        done += [_TAG.sub(r"\\<", text[at : span.start()]), span[0]]
        at = span.end()
    return "".join([*done, _TAG.sub(r"\\<", text[at:])])


def _unquoted(text: str) -> str:
    if not text.startswith('"'):
        return text
    try:
        found = json.loads(text)
    except ValueError:
        return text
    return found if isinstance(found, str) else text


def _shows(line: str) -> bool:
    return line.replace("\t", "").isprintable()
