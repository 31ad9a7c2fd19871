r"""Reads one name with wildcards, the piece between two slashes of a pattern, as git reads it.

A name is a row of tokens: characters, sets of characters, stars. Tests of names are compiled when
first used, and take time in proportion to name times wildcards, however hostile both are.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    CharSet = tuple[bool, tuple[tuple[str, str], ...]]
    """Whether it is a complement, and ranges of characters, both ends included."""
    Token = str | CharSet | None
    """One literal character, one character of a set, or `STAR`: any number of characters."""

STAR = None
ANY: CharSet = (True, ())

_CLASSES = {
    "alnum": (("0", "9"), ("A", "Z"), ("a", "z")),
    "alpha": (("A", "Z"), ("a", "z")),
    "blank": (("\t", "\t"), (" ", " ")),
    "cntrl": (("\0", "\x1f"), ("\x7f", "\x7f")),
    "digit": (("0", "9"),),
    "graph": (("!", "~"),),
    "lower": (("a", "z"),),
    "print": ((" ", "~"),),
    "punct": (("!", "/"), (":", "@"), ("[", "`"), ("{", "~")),
    "space": (("\t", "\n"), ("\r", "\r"), (" ", " ")),
    "upper": (("A", "Z"),),
    "xdigit": (("0", "9"), ("A", "F"), ("a", "f")),
}


class Glob:
    """One name with wildcards, such as `test_*.py`."""

    __slots__ = ("_ending", "_test", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._test: Callable[[str], object] | None = None
        self._ending: str | None = None

    def __repr__(self) -> str:
        return f"<Glob {self.text!r}>"

    @property
    def test(self) -> Callable[[str], object]:
        """Tells of a name, by a true value, that it matches."""
        if self._test is None:
            self._test = _compile(self.text)
        return self._test

    @property
    def tokens(self) -> tuple[Token, ...]:
        """What it is made of, in order; never two stars in a row."""
        return tuple(read(self.text))

    @property
    def ending(self) -> str:
        """The extension that every matching name has (`.py`); empty when that is open."""
        if self._ending is None:
            tail = self.text[self.text.rfind("*") + 1 :]
            known = "." in tail and not special(tail) and "[" not in self.text
            self._ending = tail[tail.rfind(".") :] if known else ""
        return self._ending


def special(text: str) -> bool:
    """Whether the text holds a character that patterns read in a way of their own."""
    return "*" in text or "?" in text or "[" in text or "\\" in text


def read(text: str) -> list[Token]:
    """The tokens of a name as a pattern has it; `ValueError` with the reason when it is broken."""
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        char = text[at]
        at += 1
        if char == "*":
            if not tokens or tokens[-1] is not STAR:
                tokens.append(STAR)
        elif char == "?":
            tokens.append(ANY)
        elif char == "[":
            chosen, at = _bracket(text, at)
            tokens.append(chosen)
        elif char == "\\":
            tokens.append(_escaped(text, at))
            at += 1
        else:
            tokens.append(char)
    return tokens


def _escaped(text: str, at: int) -> str:
    if at >= len(text):
        raise ValueError("ends a name with `\\`, which escapes nothing")
    return text[at]


def _bracket(text: str, at: int) -> tuple[CharSet, int]:
    """The set that starts behind a `[`, and where it ends; read as git's wildmatch reads it."""
    negated = text[at : at + 1] in ("!", "^")
    start = at = at + negated
    ranges: list[tuple[str, str]] = []
    before = ""  # the character from which a `-` would start
    while at == start or text[at : at + 1] != "]":
        if at >= len(text):
            raise ValueError("has `[` without `]` in the same name; write `\\[` for the character")
        name = _class_name(text, at)
        if name is not None:
            ranges += _class(name)
            at, before = at + len(name) + 4, ""
        elif text[at] == "-" and before and text[at + 1 : at + 2] not in ("", "]"):
            last, at = _member(text, at + 1)
            ranges.append((before, last))
            before = ""
        else:
            before, at = _member(text, at)
            ranges.append((before, before))
    return (negated, tuple(r for r in ranges if r[0] <= r[1])), at + 1


def _member(text: str, at: int) -> tuple[str, int]:
    return (_escaped(text, at + 1), at + 2) if text[at] == "\\" else (text[at], at + 1)


def _class_name(text: str, at: int) -> str | None:
    """The name in `[:name:]`, if there is such a thing at this place."""
    if not text.startswith("[:", at):
        return None
    inner = text[at + 2 : max(text.find("]", at + 2), 0)]
    return inner[:-1] if inner.endswith(":") else None


def _class(name: str) -> tuple[tuple[str, str], ...]:
    if name not in _CLASSES:
        raise ValueError(f"has the unknown class [:{name}:]; known are {', '.join(_CLASSES)}")
    return _CLASSES[name]


def _compile(text: str) -> Callable[[str], object]:
    """A test of names; `*.py` and `a*b` do without a regular expression, whose import costs."""
    if text.count("*") == 1 and not special(text.replace("*", "")):
        head, _, tail = text.partition("*")
        return _affixes(head, tail)
    import re

    return re.compile(_regex(read(text), re.escape), re.DOTALL).fullmatch


def _affixes(head: str, tail: str) -> Callable[[str], object]:
    size = len(head) + len(tail)
    if not head:
        return lambda name: name.endswith(tail)
    return lambda name: len(name) >= size and name.startswith(head) and name.endswith(tail)


def _regex(tokens: list[Token], quote: Callable[[str], str]) -> str:
    """The tokens as a regular expression.

    A piece between two stars is taken where it first occurs and never tried elsewhere (`(?>…)`),
    or a long name under `*a*a*a*b` would take for ever.
    """
    pieces = [""]
    for token in tokens:
        if token is STAR:
            pieces.append("")
        else:
            pieces[-1] += quote(token) if isinstance(token, str) else _set_regex(token)
    if len(pieces) == 1:
        return pieces[0]
    first, *middle, last = pieces
    return first + "".join(f"(?>.*?{piece})" for piece in middle) + ".*" + last


def _set_regex(chosen: CharSet) -> str:
    negated, ranges = chosen
    if not ranges:
        return "." if negated else "(?!)"
    inside = "".join(f"\\U{ord(low):08x}-\\U{ord(high):08x}" for low, high in ranges)
    return f"[{'^' if negated else ''}{inside}]"
