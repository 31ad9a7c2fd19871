"""One small list of tasks, written in many forms, languages and ways of setting: all read alike."""

from collections.abc import Callable
from itertools import product
from typing import NamedTuple

import pytest

from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.read import Source, read_sources


class Words(NamedTuple):
    """How a language says it."""

    team: str
    tasks: str
    task: str
    owner: str
    status: str
    after: str
    done: str
    open: str


LANGUAGES = {
    "English": Words("Team", "Tasks", "Task", "Owner", "Status", "Depends on", "done", "todo"),
    "German": Words(
        "Team", "Aufgaben", "Aufgabe", "Verantwortlich", "Status", "Hängt ab von", "erledigt",
        "offen",
    ),
    "Spanish": Words(
        "Equipo", "Tareas", "Tarea", "Responsable", "Estado", "Depende de", "hecho", "pendiente"
    ),
    "French": Words(
        "Équipe", "Tâches", "Tâche", "Responsable", "Statut", "Dépend de", "terminé", "à faire"
    ),
    "Portuguese": Words(
        "Equipe", "Tarefas", "Tarefa", "Responsável", "Status", "Depende de", "concluído",
        "pendente",
    ),
    "Italian": Words(
        "Squadra", "Attività", "Attività", "Responsabile", "Stato", "Dipende da", "completato",
        "da fare",
    ),
    "Dutch": Words(
        "Team", "Taken", "Taak", "Eigenaar", "Status", "Afhankelijk van", "klaar", "open"
    ),
    "Polish": Words(
        "Zespół", "Zadania", "Zadanie", "Odpowiedzialny", "Status", "Zależy od", "zrobione",
        "do zrobienia",
    ),
    "Russian": Words(
        "Команда", "Задачи", "Задача", "Ответственный", "Статус", "Зависит от", "готово",
        "не начато",
    ),
    "Turkish": Words(
        "Ekip", "Görevler", "Görev", "Sorumlu", "Durum", "Bağımlılık", "tamamlandı", "bekliyor"
    ),
    "Vietnamese": Words(
        "Nhóm", "Công việc", "Công việc", "Người phụ trách", "Trạng thái", "Phụ thuộc", "xong",
        "chưa làm",
    ),
    "Chinese": Words("团队", "任务", "任务", "负责人", "状态", "依赖", "已完成", "待办"),
    "Japanese": Words("チーム", "タスク", "タスク", "担当者", "状態", "依存", "完了", "未着手"),
    "Korean": Words("팀", "작업", "작업", "담당자", "상태", "의존", "완료", "대기"),
}  # fmt: skip


class Work(NamedTuple):
    """One task, as all forms say it."""

    id: str
    title: str
    owner: str
    done: bool
    after: tuple[str, ...]


IDS = (("T1", "T2", "T3"), ("ABC-1", "ABC-2", "ABC-3"), ("1.1", "1.2", "1.3"), ("#1", "#2", "#3"))


def _list(ids: tuple[str, ...]) -> list[Work]:
    one, two, three = ids
    return [
        Work(one, "User table", "Ana", True, ()),
        Work(two, "Login page", "Ben", False, (one,)),
        Work(three, "Price list", "Ana", False, (one, two)),
    ]


class Set(NamedTuple):
    """How a document is set."""

    blank: bool
    bold: bool

    @property
    def gap(self) -> str:
        """What stands between a heading and what it heads."""
        return "\n\n" if self.blank else "\n"

    def strong(self, words: str) -> str:
        return f"**{words}**" if self.bold else words


def _names(after: tuple[str, ...]) -> str:
    return ", ".join(after) or "-"


def _state(words: Words, work: Work) -> str:
    return words.done if work.done else words.open


def _box(work: Work) -> str:
    return f"- [{'x' if work.done else ' '}]"


def _table(heads: list[str], rows: list[list[str]]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([f"| {' | '.join(heads)} |", "|---" * len(heads) + "|", *lines])


def _team(words: Words) -> str:
    return f"# Plan\n\n## {words.team}\n\n- Ana: api\n- Ben: web\n\n"


def _below(words: Words, gap: str, text: str) -> str:
    return f"{_team(words)}## {words.tasks}{gap}{text}"


def _whole_table(w: Words, s: Set, works: list[Work]) -> str:
    heads = ["ID", w.task, w.owner, w.status, w.after]
    rows = [[s.strong(k.id), k.title, k.owner, _state(w, k), _names(k.after)] for k in works]
    return _table(heads, rows)


def _signs_table(w: Words, s: Set, works: list[Work]) -> str:
    rows = [
        [k.id, s.strong(k.title), k.owner, _names(k.after), "✅" if k.done else "⬜"] for k in works
    ]
    return _table(["#", w.task, w.owner, w.after, w.status], rows)


def _brackets(w: Words, s: Set, k: Work) -> str:
    waits = f" — {w.after} {_names(k.after)}" if k.after else ""
    return f"{_box(k)} {s.strong(k.id)}: {k.title} ({k.owner}){waits}"


def _addressed(w: Words, s: Set, k: Work) -> str:
    waits = f" ({w.after}: {_names(k.after)})" if k.after else ""
    return f"{_box(k)} {s.strong(k.id)} {k.title} @{k.owner}{waits}"


def _fields(w: Words, k: Work) -> list[tuple[str, str]]:
    return [(w.owner, k.owner), (w.status, _state(w, k)), (w.after, _names(k.after))]


def _headed(w: Words, s: Set, k: Work, dash: str, bullet: str) -> str:
    lines = [f"{bullet}{s.strong(label + ':')} {value}" for label, value in _fields(w, k)]
    return f"### {k.id}{dash} {k.title}{s.gap}" + "\n".join(lines)


def _item(w: Words, s: Set, k: Work) -> str:
    lines = [f"  - {label}: {value}" for label, value in _fields(w, k)]
    return "\n".join([f"- {s.strong(f'{k.id}: {k.title}')}", *lines])


def _persons_table(w: Words, s: Set, works: list[Work], who: str) -> str:
    rows = [[k.id, k.title, _state(w, k), _names(k.after)] for k in works if k.owner == who]
    return f"## {who}{s.gap}{_table(['ID', w.task, w.status, w.after], rows)}"


Form = Callable[[Words, Set, list[Work]], str]
FORMS: dict[str, Form] = {
    "a table": lambda w, s, works: _below(w, s.gap, _whole_table(w, s, works)),
    "a table with signs": lambda w, s, works: _below(w, s.gap, _signs_table(w, s, works)),
    "a table without a team": lambda w, s, works: f"# Plan{s.gap}{_whole_table(w, s, works)}",
    "boxes with owners in brackets": lambda w, s, works: _below(
        w, s.gap, "\n".join(_brackets(w, s, each) for each in works)
    ),
    "boxes that address their owners": lambda w, s, works: _below(
        w, s.gap, "\n".join(_addressed(w, s, each) for each in works)
    ),
    "headings with a list of fields": lambda w, s, works: _below(
        w, "\n\n", "\n\n".join(_headed(w, s, each, ":", "- ") for each in works)
    ),
    "headings with lines of fields": lambda w, s, works: _below(
        w, "\n\n", "\n\n".join(_headed(w, s, each, " —", "") for each in works)
    ),
    "points with fields below": lambda w, s, works: _below(
        w, s.gap, "\n".join(_item(w, s, each) for each in works)
    ),
    "a table for each person": lambda w, s, works: (
        _team(w) + "\n\n".join(_persons_table(w, s, works, who) for who in ("Ana", "Ben"))
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_a_list_of_tasks_reads_alike(form: str, language: str) -> None:
    for ids, blank, bold in product(IDS, (True, False), (True, False)):
        works = _list(ids)
        text = FORMS[form](LANGUAGES[language], Set(blank, bold), works)
        plan = assemble(read_sources([Source("PLAN.md", text)])).plan
        found = [
            Work(k.id, k.title, k.owner, bool(k.done), tuple(sorted(k.after))) for k in plan.tasks
        ]
        expected = [
            Work(
                k.id.lstrip("#"), k.title, k.owner.lower(), k.done,
                tuple(each.lstrip("#") for each in k.after),
            )
            for k in works
        ]  # fmt: skip
        assert sorted(found) == sorted(expected), text
