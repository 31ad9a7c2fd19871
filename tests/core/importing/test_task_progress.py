"""What signs, legends, boards and lists of rounds say of how far tasks are."""

import pytest

from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.read import Source, read_sources
from coord_tui.core.plan import Plan


def _plan(text: str) -> Plan:
    return assemble(read_sources([Source("PLAN.md", text)])).plan


def _states(text: str) -> dict[str, str]:
    return {
        each.id: "done" if each.done else "dropped" if each.dropped else "open"
        for each in _plan(text).tasks
    }


ROUNDS = """
## {word} {one} — Base

| ID | Task | Owner |
|---|---|---|
| B1 | Hull | Ana |
| B2 | Keel | Ben |

## {word} {two} — Deck

| ID | Task | Owner |
|---|---|---|
| D1 | Rail | Ana |
"""


@pytest.mark.parametrize(
    ("word", "one", "two", "said"),
    [
        ("Phase", "1", "2", "- **Phase 1** ✅ — merged in June\n- Phase 2: in progress"),
        ("Phase", "1", "2", "- [x] Phase 1\n- [ ] Phase 2"),
        ("Wave", "A", "B", "- **A** ✅ — the base stands\n- **B** 🔄"),
        ("Волна", "А", "Б", "- **А** ✅ — готово\n- **Б** — в работе"),
        ("Sprint", "1", "2", "| Sprint | State |\n|---|---|\n| Sprint 1 | done |\n| Sprint 2 | |"),
        ("Fase", "1", "2", "- Fase 1: concluída\n- Fase 2: pendente"),
    ],
)
def test_tasks_are_done_whose_round_is_said_to_be_done(
    word: str, one: str, two: str, said: str
) -> None:
    text = f"# Plan\n{ROUNDS.format(word=word, one=one, two=two)}\n## Where we are\n\n{said}\n"
    states = _states(text)
    assert {states["B1"], states["B2"]} == {"done"}
    assert states["D1"] == "open"


@pytest.mark.parametrize("said", ["- **1** ✅", "- Phase 1 is not done", "- Step 1 ✅"])
def test_a_round_is_not_done_by_a_number_or_another_name(said: str) -> None:
    text = f"# Plan\n{ROUNDS.format(word='Phase', one='1', two='2')}\n## Where we are\n\n{said}\n"
    assert set(_states(text).values()) == {"open"}


@pytest.mark.parametrize(
    "legend",
    [
        "Legend: 🟢 done · ⚪ todo · 🔵 in progress",
        "- 🟢 done\n- ⚪ todo\n- 🔵 in progress",
        "| Sign | Meaning |\n|---|---|\n| 🟢 | done |\n| ⚪ | open |\n| 🔵 | in progress |",
        "Leyenda: 🟢 = hecho, ⚪ = pendiente, 🔵 = en curso",
    ],
)
def test_a_legend_says_what_signs_mean(legend: str) -> None:
    table = "| ID | Task | State |\n|---|---|---|\n| X1 | Build | 🟢 |\n| X2 | Ship | ⚪ |"
    text = f"# Tasks\n\n{legend}\n\n## Tasks\n\n- 🟢 T1: Oar\n- 🔵 T2: Sail\n\n## More\n\n{table}\n"
    assert _states(text) == {"T1": "done", "T2": "open", "X1": "done", "X2": "open"}


def test_a_sign_that_no_legend_explains_says_nothing() -> None:
    assert _states("# Tasks\n\n- 🟢 T1: Oar\n- ⚪ T2: Sail\n") == {"T1": "open", "T2": "open"}


def test_the_cells_of_a_board_are_tasks() -> None:
    text = (
        "# Board\n\n| Todo | 🔄 In progress | Done |\n|---|---|---|\n"
        "| **T3** Cart<br>T4 Mail | T2: Login | T1 Schema |\n| Write the manual | | - |\n"
    )
    plan = _plan(text)
    assert {each.title for each in plan.tasks if each.done} == {"Schema"}
    titles = {"Cart", "Mail", "Login", "Schema", "Write the manual"}
    assert {each.title for each in plan.tasks} == titles
    assert not any(each.after for each in plan.tasks)


def test_a_table_that_counts_tasks_is_no_board() -> None:
    text = "# State\n\n| Done | In progress | Todo |\n|---|---|---|\n| 5 | 3 | 12 tasks |\n"
    assert not _plan(text).tasks


@pytest.mark.parametrize(
    ("state", "done"),
    [
        ("✅", True), ("✅ Ana", True), ("✅ 8 tests", True), ("✓ Ana started", False),
        ("[✓] Ana üstlendi", False), ("pronto para rodar", False), ("pronto", True),
        ("TAMAMLANDI", True), ("DEVAM EDİYOR", False),
    ],
)  # fmt: skip
def test_words_behind_a_sign_say_more_than_the_sign(state: str, done: bool) -> None:
    table = f"| ID | Task | Status |\n|---|---|---|\n| T1 | Oar | {state} |\n| T2 | Sail | |"
    text = f"# Tasks\n\n{table}\n"
    assert (_states(text)["T1"] == "done") is done


def test_a_sign_before_an_id_is_the_tasks_state() -> None:
    text = (
        "# Plan\n\n## 3. Finished\n\n| ID | Task |\n|---|---|\n| ✅ C1 | Oar |\n| ✅ C2 | Sail |\n"
    )
    assert _states(text) == {"C1": "done", "C2": "done"}
