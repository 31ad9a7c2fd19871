"""Writes single texts as YAML that reads back as the very same text, with as few quotes as will do.

Any text has a form: as it stands, in quotes, or as a literal block; what may not stand in a file as
it is (control characters, what turns the direction of writing) is escaped in double quotes. Only
half of a surrogate pair, which no file in UTF-8 can hold, becomes the replacement character.
"""

import re

UNSAFE = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls but tab and line feed, `\x85` among them
    "\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"  # line ends, direction, invisible
    "\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff"
)
_ESCAPED = re.compile(rf'["\\\t\n{UNSAFE}]')
_UNSAFE = re.compile(f"[{UNSAFE}]")
_UNSAFE_OR_SPACED = re.compile(rf"[\t\n{UNSAFE}]")

_NOT_PLAIN = re.compile(
    r"^$|^\s|\s$"
    r"|^[,\[\]{}#&*!|>'\"%@`]"  # what begins something else in YAML
    r"|^[-?:](?:\s|$)|:(?:\s|$)| #|^(?:---|\.\.\.)(?:\s|$)"
)
_NOT_PLAIN_IN_FLOW = re.compile(r"[,\[\]{}?]|^[-:]|::")
_NO_TEXT = re.compile(
    r"~|null|true|false|yes|no|on|off|y|n|<<|=|[-+]?\.inf|\.nan"  # of YAML 1.1 and 1.2
    r"|[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[0-9a-f_]+)"
    r"|[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?"
    r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"
    r"|[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?(?:[Tt \t][0-9:.Zz+\- \t]*)?",
    re.IGNORECASE,
)
_NAMED = {
    '"': '\\"', "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\0": "\\0", "\x1b": "\\e",
}  # fmt: skip


def scalar(text: str, *, flow: bool = False) -> str:
    """The text on one line; in `flow`, as it may stand between brackets."""
    if _UNSAFE_OR_SPACED.search(text):
        return double_quoted(text)
    special = _NOT_PLAIN.search(text) or (flow and _NOT_PLAIN_IN_FLOW.search(text))
    if not special and not _NO_TEXT.fullmatch(text):
        return text
    if "'" not in text and ('"' in text or "\\" in text):
        return f"'{text}'"
    return double_quoted(text)


def double_quoted(text: str) -> str:
    """The text in double quotes, on one line."""
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    if character in _NAMED:
        return _NAMED[character]
    code = ord(character)
    if 0xD800 <= code < 0xE000:
        return "\N{REPLACEMENT CHARACTER}"
    return (
        f"\\x{code:02X}"
        if code < 0x100
        else f"\\u{code:04X}"
        if code < 0x10000
        else f"\\U{code:08X}"
    )


def has_block(text: str) -> bool:
    """Whether a text of several lines can stand as a literal block.

    Several line ends at its end would take part in what comes after it; those go in quotes.
    """
    return (
        "\n" in text and bool(text.strip()) and not (text.endswith("\n\n") or _UNSAFE.search(text))
    )


def block(text: str, indent: int) -> tuple[str, list[str]]:
    """A literal block: what stands after the key, and its lines, indented by `indent`.

    `indent` is two more than that of the collection in which it stands.
    """
    header = "|" + ("2" if text[0] in " \t\n" else "") + ("" if text.endswith("\n") else "-")
    margin = " " * indent
    return header, [margin + line if line else "" for line in text.removesuffix("\n").split("\n")]


def comment(text: str) -> str:
    """The text as a comment at the end of a line; empty for none."""
    line = " ".join(_UNSAFE_OR_SPACED.sub(" ", text).split())
    return f"  # {line}" if line else ""
