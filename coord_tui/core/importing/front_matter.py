"""Reads the front matter of a Markdown file: keys with texts and lists of texts.

That is the part of YAML in which programs write front matter: plain, quoted and block texts, lists
in brackets or with dashes. What is more than that is named by its line, never guessed.
"""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

_KEY = re.compile(r"([A-Za-z_][\w-]*):(?:\s+(.*))?")
_BLOCK = re.compile(r"([|>])([+-]?)\d?(?:\s+#.*)?")
_ITEM = re.compile(r"\s*('(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"|[^,\[\]\s][^,\[\]]*)")
_NOTHING = ("", "~", "null", "Null", "NULL")
_MOST = 2_000

Value = str | tuple[str, ...]


class FrontMatter(NamedTuple):
    """The keys, where the body starts, and the lines that say more than texts and lists."""

    values: dict[str, Value]
    lines: dict[str, int]
    body: int
    """The line after the front matter, from 1; 1 when there is none."""
    odd: tuple[int, ...]

    def text(self, key: str) -> str:
        """The text of a key; of a list the first; empty when there is none."""
        found = self.values.get(key, "")
        return found if isinstance(found, str) else next(iter(found), "")

    def list(self, key: str) -> tuple[str, ...]:
        """The texts of a key."""
        found = self.values.get(key, "")
        return ((found,) if found else ()) if isinstance(found, str) else found


def front_matter(text: str) -> FrontMatter:
    """What stands between the two `---` at the beginning of a text; total."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n", _MOST)[:_MOST]
    if lines[0].rstrip() != "---":
        return FrontMatter({}, {}, 1, ())
    ends = (n for n, line in enumerate(lines) if n and line.rstrip() in ("---", "..."))
    end = next(ends, 0)
    if not end:
        return FrontMatter({}, {}, 1, ())
    values: dict[str, Value] = {}
    places: dict[str, int] = {}
    odd: list[int] = []
    for key, at, rest in _entries(lines[1:end], odd):
        try:
            values[key] = _value(rest)
            places[key] = at
        except ValueError:
            odd.append(at)
    return FrontMatter(values, places, end + 2, tuple(sorted(odd)))


def _entries(lines: list[str], odd: list[int]) -> Iterator[tuple[str, int, list[str]]]:
    """Each key, its line, and what stands behind it and below; other lines are `odd`."""
    key, at, rest = "", 0, [""]
    for number, line in enumerate(lines, 2):
        found = _KEY.fullmatch(line.rstrip())
        if found:
            if key:
                yield key, at, rest
            key, at, rest = found[1], number, [(found[2] or "").strip()]
        elif key and (not line.strip() or line[0] in " \t-"):
            rest.append(line.rstrip())
        elif line.strip() and not line.lstrip().startswith("#"):
            odd.append(number)
    if key:
        yield key, at, rest


def _value(rest: list[str]) -> Value:
    """What a key says. Raises: ValueError, when that is neither a text nor a list of texts."""
    first, *below = rest
    if block := _BLOCK.fullmatch(first):
        return _block(below, folded=block[1] == ">", keep=block[2] == "+")
    said = [line for line in below if line.strip() and not line.lstrip().startswith("#")]
    if first in ("", "[]") and said and said[0].lstrip().startswith("-"):
        return tuple(_dashed(said))
    whole = " ".join([first, *(line.strip() for line in said)]).strip()
    if whole.startswith("["):
        return _bracketed(whole)
    if said and not first.startswith(("'", '"')) and any(_KEY.match(line.strip()) for line in said):
        raise ValueError(whole)
    return _scalar(whole)


def _dashed(lines: list[str]) -> Iterator[str]:
    item = ""
    for line in lines:
        bare = line.strip()
        if bare == "-" or bare.startswith("- "):
            if item:
                yield _scalar(item)
            item = bare[1:].strip()
        else:
            item = f"{item} {bare}".strip()
    if item:
        yield _scalar(item)


def _bracketed(text: str) -> tuple[str, ...]:
    body = re.sub(r"\s+#.*$", "", text) if not text.endswith("]") else text
    if not body.endswith("]") or "{" in body:
        raise ValueError(text)
    if _ITEM.sub("", body[1:-1]).strip(", \t"):
        raise ValueError(text)
    items = [item.strip() for item in _ITEM.findall(body[1:-1])]
    return tuple(_scalar(item) for item in items if item)


def _scalar(text: str) -> str:
    """A text on one line, quoted or plain."""
    if text.startswith("'"):
        found = re.fullmatch(r"'((?:[^']|'')*)'(?:\s+#.*)?", text)
        if not found:
            raise ValueError(text)
        return found[1].replace("''", "'")
    if text.startswith('"'):
        found = re.fullmatch(r"(\"(?:[^\"\\]|\\.)*\")(?:\s+#.*)?", text)
        if not found:
            raise ValueError(text)
        return str(json.loads(found[1], strict=False))
    if text[:1] in "{&*!|>%" and text:
        raise ValueError(text)
    plain = re.sub(r"(?:^|\s+)#.*$", "", text)
    return "" if plain in _NOTHING else plain


def _block(lines: list[str], folded: bool, keep: bool) -> str:
    """The text of a block; folded, single line ends are spaces."""
    indents = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
    indent = indents[0] if indents else 0
    bare = [line[indent:] for line in lines]
    text = "\n".join(bare) if not folded else _folded(bare)
    return text if keep else text.strip("\n")


def _folded(lines: list[str]) -> str:
    made = ""
    for line in lines:
        if not line:
            made += "\n"
        elif not made or made.endswith("\n") or line[0] == " ":
            made += line if not made or made.endswith("\n") else f"\n{line}"
        else:
            made += f" {line}"
    return made
