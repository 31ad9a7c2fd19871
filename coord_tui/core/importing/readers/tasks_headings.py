"""What a heading says: that tasks follow, or anything else; whose they are, how far they are."""

import re

from coord_tui.core.importing.names import Names
from coord_tui.core.importing.phrases import listed, said, wordlist
from coord_tui.core.importing.remembered import remembered
from coord_tui.core.importing.status import Status, whole_status
from coord_tui.core.importing.words.headings import ASKING, CHECKLISTS, CLOSED, ELSEWHERE, RECORDS

_ASKING, _ELSEWHERE = listed(ASKING), listed(ELSEWHERE)
_CLOSED = listed(CLOSED) | _ELSEWHERE
_JOINED_CLOSED = ("kriterien", "kriterium", "bedingungen", "kriterier", "criteria", "regeln")
"""What ends one word for no tasks where words are joined: `Abnahmekriterien`."""
_RECORDS = listed(RECORDS)
_CHECKLISTS = listed(CHECKLISTS)
_ASKS_AT_END = {each for each in _ASKING if len(each) > 3} - {
    "actions",
    "board",
    "sprint",
    "kanban",
}
_ASKING_PHRASES = {each for each in _ASKING if " " in each}
_CLOSED_AT_END = wordlist(
    """log logs journal history criteria checklist goals goal metrics deliverables exit done
    kpis retrospective review gates
    gate notes achievements accomplishments highlights outcomes logros conquistas realizações
    réalisations erfolge достижения başarılar 成果 成就 성과"""
)
_STILL = wordlist("pending remaining upcoming outstanding ongoing engineering testing")
_SINGLE = wordlist("feature sprint milestone task story")
"""Of which `complete` tells no more than that one of them is, or shall be."""
_ABOUT_TASKS = frozenset({"team", "key", "current"})
_GLUED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_GLUED_ASKS = sorted(
    p for p in _ASKING if re.search(r"[\u3040-\u30ff\u3400-\u9fff]", p) and len(p) > 1
)
_GLUED_CLOSES = sorted(p for p in _CLOSED if _GLUED.search(p) and len(p) > 1)
_GLUED_STATUS = re.compile(
    r"(已完成|完成|完了|未完成|未开始|待办|进行中|進行中|未着手|완료|완료된|진행 중|진행중|대기)"
    r"(?:的)?"
    r"(?:工作|任务|任務|事项|部分|内容|項目|タスク|作業|작업|업무)?"
)
_EACH = wordlist(
    "each every cada chaque jede jeder jedes ogni elke ieder каждый каждая каждое her każdy mỗi"
)
_EACH_GLUED = ("每", "各", "毎")
"""What comes again with each task is no list of tasks: `Each pull request`, `每个任务完成后`."""
_PRIORITY = re.compile(
    r"\b(?:high|medium|low|alta|media|média|baja|baixa|haute|moyenne|basse|hohe|mittlere|niedrige)"
    r"\s+\w*\s?priorit|^\W*(?:priority|prioridad|prioridade|priorité|priorität)\s*\d|^\W*p[0-4]\b"
    r"|优先级|優先度|우선순위",
    re.IGNORECASE,
)
_BELONGING = re.compile(r"\s(?:of|for|by|von|für|de|para|pour|di)\s+(.{1,40})$", re.IGNORECASE)
_BRACKETED = re.compile(r"\s*[(\[（]([^()\[\]（）]*)[)\]）]\s*")
_NUMBERING = re.compile(r"\A\s*(?:§\s*)?(?:\d+(?:\.\d+)*[.)]|\d+(?:\.\d+)+|[①-⑳])\s+(?=\S)")
"""A section's number before what it is about: `2. Ana — API`."""
_PARTS = re.compile(r"\s+[-–—]+\s+|[:：|/]|\s+[-–—]+\s*|['’]s\s|\s+(?=[(（])")
_ASKED_OF = re.compile(
    r"(?:\w+ ){0,2}(?:tasks|subtasks|todos|tareas|tarefas|tâches|aufgaben|compiti|taken|задачи"
    r"|zadania)"
    r" (?:for|in|of|this|by|per|each|de|del|da|do|para|por|pour|par|für|von|nach|pro|je|per|di|voor"
    r"|для|на|по|dla|na|według|wg|theo|untuk|för|till) "
)
"""`Tasks for the team`, `Tareas del equipo`, `Tâches par personne`."""
_FEW = 3
"""Of the words behind a heading that asks for tasks: `Répartition des tâches frontend`."""
_LONGEST = 3


def of_priority(words: str) -> bool:
    """Whether a heading sorts work by how urgent it is."""
    return bool(_PRIORITY.search(words))


@remembered
def asks_for_tasks(words: str) -> bool:
    """Whether a heading asks for tasks."""
    bare = _BRACKETED.sub(" ", words)
    if said(words).startswith(_EACH_GLUED) or said(words).split(" ")[0] in _EACH:
        return False
    texts = [
        said(each) for each in (words, bare, *re.split(r"\s+[-–—]+\s+|[:：/&+]", bare)) if each
    ]
    for text in texts:
        parts = text.split()
        if _is_doing(parts):
            return False
        asking = text in _ASKING or _ASKED_OF.match(text) or _begins_asking(parts)
        if asking or (len(parts) > 1 and _ends_asking(parts)):
            return not (_CLOSED & set(parts[:-1]) - _ABOUT_TASKS)
    if of_priority(words) and not closes(words):
        return True
    return any(ask in text for ask in _GLUED_ASKS for text in texts[:1])


@remembered
def closes(words: str) -> bool:
    """Whether a heading begins or ends with words that say that no list of tasks follows."""
    parts = said(words).split()
    if parts[:1] and (parts[0] in _EACH or parts[0].startswith(_EACH_GLUED)):
        return True
    joined = len(parts) == 1 and parts[0].endswith(_JOINED_CLOSED)
    return joined or (_is_doing(parts) and len(parts) > 1) or _begins_or_ends(words, _CLOSED)


def leads_elsewhere(words: str) -> bool:
    """Whether not even what has an id is a task below a heading."""
    return _begins_or_ends(words, _ELSEWHERE)


def is_record(words: str) -> bool:
    """Whether a document's title says that it tells what was done, as a changelog does."""
    return said(words) in _RECORDS or said(words).endswith(("changelog", "release notes"))


def is_checklist(words: str) -> bool:
    """Whether a heading says no more than that boxes follow."""
    return said(words) in _CHECKLISTS


def closes_group(words: str) -> bool:
    """Whether a heading with the name of a group in it is about something else than its work."""
    return bool(set(said(_BRACKETED.sub(" ", words)).split()[-1:]) & _CLOSED_AT_END)


@remembered
def status_in(words: str) -> Status:
    """The status of everything under a heading: `Completed`, `In progress — Round 1`."""
    bare = re.sub(r"[(\[（].*?[)\]）]", " ", _NUMBERING.sub("", words))
    first = re.split(r"\s+[-–—]+\s+|[:：]", bare, maxsplit=1)[0]
    if status := whole_status(bare) or whole_status(first):
        return status
    if found := _GLUED_STATUS.fullmatch(said(first)):
        return whole_status(found[1])
    parts = said(first).split()
    for count in range(min(3, len(parts) - 1), 0, -1):
        rest = " ".join(parts[count:])
        if rest in _ASKING or rest in ("items", "work", "features"):
            return whole_status(" ".join(parts[:count]))
    return "done" if _ends_done(parts) else ""


@remembered
def owner_of(words: str, names: Names) -> str:
    """The session that a heading names, whole, at its beginning or in brackets."""
    words = _NUMBERING.sub("", words)
    bare = _BRACKETED.sub(" ", words).strip()
    for text in (words, bare, *_PARTS.split(words)):
        if text and names.of(text):
            return text.strip(" ()（）[]")
    if (found := _BELONGING.search(bare)) and names.of(found[1]):
        return found[1]
    parts = bare.split()
    for count in range(min(4, len(parts)), 0, -1):
        if names.of(" ".join(parts[:count])) and (count > 1 or len(parts) <= 6):
            return " ".join(parts[:count])
    return next((each[1] for each in _BRACKETED.finditer(words) if names.of(each[1])), "")


def _ends_done(parts: list[str]) -> bool:
    """Whether a word for tasks is followed by one for done: `Tareas completadas`."""
    return (
        len(parts) > 1
        and " ".join(parts[:-1]) in _ASKING - _SINGLE
        and whole_status(parts[-1]) == "done"
    )


def _is_doing(parts: list[str]) -> bool:
    """Whether a heading is about how to do something: `Claiming a task`."""
    return bool(parts) and parts[0].endswith("ing") and parts[0] not in _STILL


def _begins_asking(parts: list[str]) -> bool:
    """Whether a phrase of several words asks, and few words behind it say for what."""
    heads = (" ".join(parts[:count]) for count in range(2, len(parts)))
    short = len(parts) <= _LONGEST + _FEW and not any(part.isdigit() for part in parts)
    return short and any(each in _ASKING_PHRASES for each in heads)


def _ends_asking(parts: list[str]) -> bool:
    return parts[-1] in _ASKS_AT_END or " ".join(parts[-2:]) in _ASKING


def _begins_or_ends(words: str, closing: frozenset[str]) -> bool:
    text = said(words)
    first = said(re.split(r"\s+[-–—]+\s+|[:：(（]", words, maxsplit=1)[0]).split()
    whole = text.split()
    for part in (whole, whole[1:], first, first[1:]):
        for count in range(1, min(_LONGEST, len(part)) + 1):
            if " ".join(part[:count]) in closing or " ".join(part[-count:]) in closing:
                return True
    return any(each in text for each in _GLUED_CLOSES if each in closing)
