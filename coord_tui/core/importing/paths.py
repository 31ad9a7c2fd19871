"""Which words of a document are paths, as a plan writes them.

A path in a code span is believed more easily than one in bare text. What only looks like a path is
none: addresses, commands, branches, versions, packages, routes, templates, `and/or`.
"""

import re
from collections.abc import Sequence
from itertools import product

from coord_tui.core.importing.phrases import wordlist
from coord_tui.core.importing.remembered import remembered
from coord_tui.core.importing.words.paths import (
    BRANCHES,
    EXTENSIONS,
    MEDIA,
    NAMES,
    PRODUCTS,
    ROUTES,
    TOPS,
)
from coord_tui.core.patterns import PatternError, parse

_RANGE = re.compile(r"(?:::[\w.:]+(?:\(\))?|:L?\d+(?:\s*[-–+]\s*L?\d*)?\+?|#L\d+(?:-L?\d+)?)$")
_NEVER = re.compile(
    r"://|(?<=[^/])(?:\.\.\.|…)|(?:\.\.\.|…)(?!/.)|[<>|=\"'`$^]|\(\)|^www\.|^~|^[A-Za-z]:[\\/]|^/(?:Users|home|tmp|var|etc|opt|usr|dev|proc|root)/|^-|^!"
)
_VERSION = re.compile(r"v?\d+(?:\.\d+)*(?:\.x|\.\*)?(?:[-+].*)?", re.IGNORECASE)
_SEGMENT = re.compile(r"…|[\w.@+~*?\[\](){}!#%&, -]+")
_TEMPLATE = re.compile(r"\{[^{},]*\}|%s|\bYYYY\b|\bX{2,3}\b")
_BRACES = re.compile(r"\{([^{}]*,[^{}]*)\}")
_MOST = 64
"""As many patterns as one with braces may stand for."""


@remembered
def path_of(text: str, code: bool = False, folder: bool = False) -> str:
    """The path that a word is, as a plan writes it; empty when it is none.

    In a code span (`code`) more is believed; where folders are listed (`folder`), a plain word too.
    """
    bare = _RANGE.sub("", text.strip(" \t\"'“”‘’"))
    if "\\" in bare and re.fullmatch(r"[\w.-]+(?:\\[\w.*-]+)+\\?", bare):
        bare = bare.replace("\\", "/")
    bare = re.sub(r"^(?:\./)+(?=.)", "", bare)
    if (
        not bare.strip()
        or _NEVER.search(bare)
        or (is_cut(bare) and not code)
        or _TEMPLATE.search(bare)
        or not _looks(bare, code, folder)
    ):
        return ""
    written = _literal(bare)
    try:
        parse(written)
    except PatternError:
        return ""
    return written


def is_cut(path: str) -> bool:
    """Whether a path leaves out folders within: `app/.../model/`, which no file has."""
    return _CUT.search(path) is not None


_CUT = re.compile(r"(?:\A|/)(?:\.\.\.|…)/")


def _literal(path: str) -> str:
    """A path whose brackets are a part of a name (`app/[id]/`), so that they match themselves."""
    return re.sub(r"(?<!\\)\[(?=[\w.-]{2,}\])([\w.]+)\]", r"\\[\1\\]", path)


def _looks(text: str, code: bool, folder: bool) -> bool:
    names = text.strip("/").split("/")
    if not code and len(text.strip("/")) < 2:
        return False
    if " " in text and "/" not in text.split()[0]:
        return False
    if not all(name and _SEGMENT.fullmatch(name) for name in names) or ".." in names:
        return False
    if _VERSION.fullmatch(text) or all(name.isdigit() for name in names):
        return False
    if "/" not in text:
        return _is_name(text, code) or (code and folder and _is_folder(text))
    plain = not (text.endswith("/") or "*" in text or _ends(names[-1]))
    return not (plain and _no_folder(text, names, code))


def _no_folder(text: str, names: Sequence[str], code: bool) -> bool:
    """Whether names with a slash between them, that show no file or folder, are no path."""
    first, last = names[0].casefold(), names[-1].casefold()
    if text.startswith("/"):
        return first in ROUTES or not (code or first in TOPS)
    if first in BRANCHES or first in MEDIA or text.startswith("@"):
        return True
    if code:
        return " " in text
    if " " in text or first not in TOPS | {name for name in names[:1] if name.startswith(".")}:
        return True
    return len(names) == 2 and last in TOPS - _INNER and first not in _HOLDERS


_HOLDERS = wordlist("src app apps packages lib libs backend frontend server client crates services")
"""Folders below which one of the usual names is a folder too: `src/tests`, but not `docs/tests`."""


_INNER = wordlist("src public static assets dist internal pkg")
"""Folders that stand in others and are never named beside them: `web/src`."""


def _ends(name: str) -> bool:
    """Whether a name has the ending of a file, or is a file's without one."""
    if name in NAMES or re.fullmatch(r"\.[a-z][\w-]+(?:\.[\w-]+)*\*?", name):
        return True
    return name.rpartition(".")[2].casefold() in EXTENSIONS and "." in name[1:]


def _is_name(text: str, code: bool) -> bool:
    """Whether a word without a slash is a file's name or a pattern of names."""
    if re.search(r"[\s,()@%]", text):
        return False
    if text.startswith("."):
        return _ends(text) and text[1:].casefold() not in EXTENSIONS
    if "*" in text:
        known = _ends(text.replace("*", "x"))
        return known or (code and (text == "**" or len(text.strip("*")) > 2))
    if text in NAMES:
        return code or text != "BUILD"
    stem = text.partition(".")[0].casefold()
    return _ends(text) and (
        code or not (stem in PRODUCTS and text.endswith((".js", ".io", ".NET")))
    )


def _is_folder(text: str) -> bool:
    return bool(re.fullmatch(r"[a-z0-9_][\w.-]*", text))


_ENDINGS = re.compile(r"(.*[\w*\]]+)\.(\w{1,4})/\.?(\w{1,4})")
"""A file with two endings: `io.c/h`."""


def expanded(path: str) -> tuple[str, ...]:
    """The patterns that one stands for: `a/{b,c}.py` and `a/b.c/h` are two each."""
    if (both := _ENDINGS.fullmatch(path)) and {both[2], both[3]} <= EXTENSIONS:
        return tuple(f"{both[1]}.{ending}" for ending in both.groups()[1:])
    parts = _BRACES.split(path)
    choices = [
        [each.strip() for each in part.split(",")] if at % 2 else [part]
        for at, part in enumerate(parts)
    ]
    count = 1
    for choice in choices:
        count *= len(choice)
    return tuple("".join(each) for each in product(*choices)) if count <= _MOST else ()


_BETWEEN = re.compile(r"\s*(?:[,;、，；]|\s\+\s|\s&\s|\sand\s|\s(?=[\w./*-]+/))\s*(?![^{]*\})")


@remembered
def paths_of(text: str, code: bool = True, folder: bool = False) -> tuple[str, ...]:
    """The paths in one code span; after a path, bare names are files of its folder."""
    whole = [path_of(each, code, folder) for each in expanded(text.strip())]
    if all(whole) and not re.search(r"[,;]\s", _BRACES.sub("", text)):
        return tuple(whole)
    found: list[str] = []
    parts = [re.sub(r"\s*[(（][^()（）]*[)）]$", "", part) for part in _BETWEEN.split(text.strip())]
    if any(re.search(r"\s", part) and "{" not in part for part in parts):
        return ()
    for part in parts:
        for each in expanded(part):
            path = path_of(each, code, folder)
            if not path:
                return ()
            if found and "/" not in path and "/" in found[0]:
                path = f"{found[-1].rstrip('/').rpartition('/')[0]}/{path}"
            found.append(path)
    return tuple(found)
