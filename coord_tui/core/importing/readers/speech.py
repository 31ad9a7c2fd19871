"""Whom a document means by `you` and by `I`: `You are Agent 2`, `I am Ana`."""

import re

from coord_tui.core.importing.bare_names import proper
from coord_tui.core.importing.calling import Called, named_first
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.outline import Document

_YOU_ARE = re.compile(
    r"\b(?:you are|you're|eres|você é|vous êtes|tu es|du bist|sie sind|sei|ты|вы)\s+"
    r"(?:(?:the|el|la|o|a|der|die)\s+)?(?P<who>[^.,;!?。]+)"
    r"|(?:你是|您是|あなたは|당신은)\s*(?P<glued>[^.,;!?。，]+)",
    re.IGNORECASE,
)
_I_AM = re.compile(
    r"\b(?:i am|i['’]m|yo soy|soy|eu sou|sou|je suis|ich bin|io sono|я\s+[—–-])\s+"
    r"(?:(?:the|el|la|o|a|der|die)\s+)?(?P<who>[^.,;!?。]+)"
    r"|(?:我是|私は|저는|나는)\s*(?P<glued>[^.,;!?。，]+)",
    re.IGNORECASE,
)


def spoken_of(document: Document, names: Names) -> tuple[str, str]:
    """Whom a document speaks to, and who speaks in it; empty where that is not one session."""
    return _one(document, _YOU_ARE, names), _one(document, _I_AM, names)


def _one(document: Document, speech: re.Pattern[str], names: Names) -> str:
    found = set()
    for node in document.root.walk():
        match = speech.search(node.words) if node.kind in ("text", "item", "section") else None
        words = match["who"] or match["glued"] if match else ""
        who = named_first(words, names) or _proper(words)
        found |= {who.name} if who else set()
    return found.pop() if len(found) == 1 else ""


def _proper(words: str) -> Called | None:
    """A name in capitals that nothing else names: `You are FRONT`, `You are Agent FRONT`."""
    bare = words.strip(" *_`")
    return proper(bare) if all(part[:1].isupper() for part in bare.split()) else None
