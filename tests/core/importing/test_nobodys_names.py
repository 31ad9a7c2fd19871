"""What is nobody's name: cells that say nobody, second names of others, headings, ids of tasks."""

import pytest

from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.known_headings import is_heading
from coord_tui.core.importing.read import Source, read_sources
from coord_tui.core.importing.reading import Reading
from coord_tui.core.importing.vacant import vacant

VACANT = """unowned; up for grabs; Nobody yet; not assigned yet; To be decided; first come; on-call;
    rotating; See above; ditto; In progress; blocked; high; 2 days; ~3h; ask rosa; not Rosa;
    formerly Theo; Rosa then Theo; Rosa → Theo; whoever is free; volunteer needed;
    nicht vergeben; früher Theo; frag rosa; siehe oben; in Arbeit; hoch; 3 Tage; wird noch geklärt;
    por asignar; antes Theo; en curso; 2 días; preguntar a rosa; à définir; pas Rosa; urgente;
    da assegnare; ещё не назначен; не Роза; раньше Тео; 2 дня; 待分配; 未认领; 同上; 2天;
    まだ決まらず;
    아직 없음; chưa có; belum ada"""
NAMES = """Rosa; rosa; @rosa; Theo Marsh; theo and rosa; Rosa/Theo; Agent 2; agent harbour;
    backend lead; Frontend Team; Platform Core; Max von Berg; Ana de la Cruz; Bas; Kim Do; Chi;
    Владимир; 田中; 曾伟; 김미영; deploy-bot; Wen Nie; Nordic; A; 2"""


def split(words: str) -> list[str]:
    return [" ".join(each.split()) for each in words.split(";")]


@pytest.mark.parametrize("words", split(VACANT))
def test_a_cell_that_says_nobody_names_nobody(words: str) -> None:
    assert vacant(words)


@pytest.mark.parametrize("words", split(NAMES))
def test_a_cell_with_a_name_names_somebody(words: str) -> None:
    assert not vacant(words)


def read(text: str) -> Reading:
    return assemble(read_sources([Source("WORK.md", text)]))


def sessions(text: str) -> dict[str, str]:
    return {each.name: each.role for each in read(text).plan.sessions}


TABLES = {
    "files": "# Ownership\n\n| File | Owner |\n|---|---|\n| `a.py` | Rosa |\n| `b.py` | Theo |\n"
    "| `c.py` | {cell} |\n",
    "tasks": "# Tasks\n\n| Task | Owner |\n|---|---|\n| Sail | Rosa |\n| Row | Theo |\n"
    "| Tar | {cell} |\n",
    "work": "# Who does what\n\n| Work | Owner |\n|---|---|\n| Sail | Rosa |\n| Row | Theo |\n"
    "| Tar | {cell} |\n",
}


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    "cell", ["up for grabs", "not Rosa", "formerly Theo", "2 days", "ask rosa", "antes Theo"]
)
def test_such_a_cell_makes_no_session_and_stays_unread(table: str, cell: str) -> None:
    found = read(TABLES[table].format(cell=cell))
    assert [each.name for each in found.plan.sessions] == ["rosa", "theo"]
    assert not [each for each in found.plan.ownership if each.path == "c.py"]
    assert not [each for each in found.plan.tasks if each.title == "Tar" and each.owner]
    assert any(cell in each.text for each in found.unread)


def test_one_of_two_has_no_task_as_yet() -> None:
    found = read(TABLES["tasks"].format(cell="Rosa or Theo"))
    assert [each.owner for each in found.plan.tasks] == ["rosa", "theo", ""]


@pytest.mark.parametrize(
    "text",
    [
        "# Crew\n\n## Sessions\n\n- **rosa**: sails\n- **theo**: hull\n\n"
        "| File | Owner |\n|---|---|\n| `a.py` | rosa |\n| `b.py` | rosa → theo |\n"
        "| `c.py` | theo |\n",
        "# Ownership\n\n| File | Owner |\n|---|---|\n| `a.py` | rosa |\n"
        "| `b.py` | rosa (theo) |\n| `c.py` | theo |\n",
        "# Team\n\n- **Rosa** (Theo): sails\n- **Theo**: hull\n\n## Theo\n\n**Owns:** `c.py`\n",
        "# Team\n\n| Session | Role |\n|---|---|\n| Rosa (Theo) | sails |\n| Theo | hull |\n",
    ],
)
def test_who_stands_elsewhere_alone_is_no_second_name(text: str) -> None:
    assert list(sessions(text)) == ["rosa", "theo"]


def test_what_stands_beside_an_owner_is_no_role() -> None:
    text = "# Ownership\n\n| File | Owner |\n|---|---|\n| `a.py` | Rosa (until May) |\n"
    assert sessions(text) == {"rosa": ""}


HEADINGS = """Tasks; Aufgaben; Tâches; Tareas; Задачи; タスク; Abnahmekriterien; Exemple; Beispiel;
    Examples; Kickoff; Follow-ups; Ideas; Meetings; Open questions; Réunions; Zeitplan; 会议"""


@pytest.mark.parametrize("words", split(HEADINGS))
def test_a_known_heading_is_nobodys_name(words: str) -> None:
    assert is_heading(words)


@pytest.mark.parametrize("words", ["Rosa", "Backend", "API", "Design", "Orchestrator", "Agent 1"])
def test_what_somebody_may_be_called_is_no_known_heading(words: str) -> None:
    assert not is_heading(words)


@pytest.mark.parametrize(
    ("title", "first", "second"),
    [
        ("Rollen", "Aufgaben", "Abnahmekriterien"),
        ("Équipe", "Tâches", "Exemple"),
        ("Agents", "Kickoff", "Ideas"),
        ("Equipo", "Tareas", "Reuniones"),
    ],
)
def test_headings_below_people_are_no_sessions(title: str, first: str, second: str) -> None:
    assert not sessions(f"# {title}\n\n## {first}\n\n- [ ] tar it\n\n## {second}\n\n- [ ] dry\n")


def test_criteria_are_no_tasks_where_words_are_joined() -> None:
    text = "# Plan\n\n## Aufgaben\n\n- [ ] teeren\n\n## Abnahmekriterien\n\n- [ ] trocken\n"
    assert [each.title for each in read(text).plan.tasks] == ["teeren"]


def test_what_one_reader_held_likely_another_does_not_make_certain() -> None:
    found = read("# Team\n\n- Rosa: sails\n- Theo: hull\n")
    sure = {each.sure for each in found.items if each.key.startswith("session:")}
    assert sure == {"likely"}


@pytest.mark.parametrize(
    "text",
    [
        "# Team\n\n- T5: Tar the hull (rosa)\n- T6: Mend the sails (theo)\n",
        "# Équipe\n\n- [ ] A-1: Goudronner (rosa)\n- A-2: Coudre\n",
        "# Team\n\n- T1: Tar (rosa)\n- [ ] T2: Mend (theo)\n- T8: Check (done: no)\n",
    ],
)
def test_a_tasks_id_is_no_session(text: str) -> None:
    assert not {"t1", "t2", "t5", "t6", "t8", "a-1", "a-2"} & set(sessions(text))


def test_the_source_of_a_session_is_the_place_that_says_what_it_does() -> None:
    found = read(
        "# Work\n\n## Sessions\n\n- **rosa**: sails\n- **theo**: hull\n\n"
        "| File | Owner |\n|---|---|\n| `a.py` | rosa |\n"
    )
    (item,) = (each for each in found.items if each.key == "session:rosa")
    assert [at.line for at in item.at] == [5, 10]
