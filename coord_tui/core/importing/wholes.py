"""Tells what of a text counts as a whole only: paths, branches, files and channels.

`api/` says more than the word `API`: that one is kept does not keep the other. The same path is
the same whole however it is spelled (`./api/x`, `api/x/`, `api/x/**`).
"""

import re
from collections.abc import Iterator

from coord_tui.core.importing.phrases import wordlist

_GLUED = "\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef"
_MARKS = re.compile(r"`|\*\*")
_CHUNK = re.compile(rf"(?<!\))[^\s,;|()\[\]\"'`<>“”‘’«»…→←│├└─{_GLUED}]+")
_LINES = re.compile(r"(?:::[\w.:]+|:L?\d+(?:[-–]L?\d+)?\+?|#L\d+(?:-L?\d+)?)$")
_FILE = re.compile(r"[\w*.-]*[\w*]\.[a-z]\w{0,4}|\.[a-z]\w{2,}(?:[.-]\w+)*")
_CHANNEL = re.compile(r"#[^\W\d_][\w-]*")
_ENDINGS = re.compile(r"\.\w{1,4}/\.?\w{1,4}$")
"""Two files in one word: `io.c/h`."""
_ASIDE = wordlist("and/or he/she s/he n/a w/o i/o y/o e/o et/ou und/oder yes/no on/off")


def wholes(text: str) -> Iterator[str]:
    """The wholes of a text, each as all of its spellings come out."""
    if "/" in text or "." in text or "#" in text or "\\" in text:
        for chunk in _CHUNK.findall(_MARKS.sub("", text).casefold()):
            if whole := _whole(chunk):
                yield whole


def tails(whole: str) -> Iterator[str]:
    """What a path is called below its folders: `b.py` and `a/b.py` for `src/a/b.py`."""
    names = whole.rstrip("/").split("/")
    for at in range(1, len(names)):
        rest = "/".join(names[at:])
        yield rest if at < len(names) - 1 or "." in rest else f"{rest}/"


def folders(whole: str) -> Iterator[str]:
    """The folders that a path lies in: `src/` and `src/a` for `src/a/b.py`."""
    names = whole.rstrip("/").split("/")
    for at in range(1, len(names)):
        yield f"{names[0]}/" if at == 1 else "/".join(names[:at])


def _whole(chunk: str) -> str:
    bare = _LINES.sub("", chunk.strip("*_~.:!?=+-–—&") if "/" not in chunk else _ends(chunk))
    if "://" in bare or "{" in bare or "}" in bare or bare in _ASIDE or _ENDINGS.search(bare):
        return ""
    path = bare.replace("\\", "/")
    if "/" in path:
        return _path(path)
    return bare if _FILE.fullmatch(bare) or _CHANNEL.fullmatch(bare) else ""


def _ends(chunk: str) -> str:
    return chunk.lstrip("~=+:!?–—&-").rstrip(".:!?=+–—&-")


def _path(text: str) -> str:
    """A path without what all its spellings do not have."""
    names = [name for name in text.split("/") if name not in ("", ".", "*", "**")]
    if not any(letter.isalpha() for letter in text):
        return ""
    return names[0] + "/" if len(names) == 1 else "/".join(names)
