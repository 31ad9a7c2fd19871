"""Tasks by shapes that need no words: letters in cells, ids in strong letters, words of titles."""

import pytest

from tests.core.importing.task_reading import all_tasks

LETTERS = "| Paquete | Depende de | Estado |\n|--|--|--|\n"
WORDS = "## Tasks\n| Task | Owner | Depends on |\n|--|--|--|\n"


@pytest.mark.parametrize("sign", [" —", ".", ")", ":"])
def test_rows_that_begin_with_letters_of_a_run_are_tasks(sign: str) -> None:
    rows = f"| A{sign} Casco | — | hecho |\n| C{sign} Vela | A, B | pendiente |\n"
    tasks = all_tasks(f"{LETTERS}{rows}| B{sign} Quilla | A | pendiente |\n")
    assert {id: task.after for id, task in tasks.items()} == {"A": (), "C": ("A", "B"), "B": ("A",)}


@pytest.mark.parametrize(
    ("first", "named"),
    [
        ("Draw all the hull plans + lists", "plans"),
        ("Draw the hull plan", "hull plans (signed)"),
        ("Нарисовать чертежи корпуса", "чертежи"),
        ("船体の設計図を描く", "設計図"),
    ],
)
def test_a_few_words_of_one_title_name_what_is_waited_for(first: str, named: str) -> None:
    tasks = all_tasks(f"{WORDS}| {first} | Ana | — |\n| Tar it | Ben | {named} |\n", "Ana", "Ben")
    before, after = tasks.values()
    assert after.after == (before.id,)


def test_words_of_several_titles_name_none() -> None:
    rows = "| Fore sail | Ana | — |\n| Aft sail | Ana | — |\n| Tar it | Ben | sails |\n"
    assert not any(task.after for task in all_tasks(WORDS + rows, "Ana", "Ben").values())


@pytest.mark.parametrize("mark", ["", "- "])
def test_strong_ids_below_rounds_with_ids_are_the_tasks(mark: str) -> None:
    text = (
        f"# Plan\n## M1 — Hull\n\n{mark}**K1. Keel** — oak.\n\n{mark}**K2. Ribs** — ash.\n\n"
        f"## M2 — Rig (on own files)\n\n{mark}**K3. Mast** — fir. {'Long words. ' * 30}\n"
    )
    assert set(all_tasks(text)) == {"K1", "K2", "K3"}


TABLE = "# Tasks\n## Phase 1\n| # | Task | Owner |\n|--|--|--|\n" + "".join(
    f"| 1.{count} | {title} | Ana |\n" for count, title in enumerate(("Keel", "Mast", "Lamp"), 1)
)


def test_points_below_the_id_of_a_task_are_its_details() -> None:
    tasks = all_tasks(
        f"{TABLE}\n### Notas de taller — Fase 1\n\n**1.2 Mast (Ana):**\n\n- Use fir\n", "Ana"
    )
    assert set(tasks) == {"1.1", "1.2", "1.3"}
    assert "Use fir" in tasks["1.2"].details


@pytest.mark.parametrize("head", ["Costumbres a bordo", "Antes de zarpar"])
def test_open_boxes_that_nothing_asks_for_are_no_tasks_beside_those_with_ids(head: str) -> None:
    assert len(all_tasks(f"{TABLE}\n## {head}\n\n- [ ] Sin agua\n- [ ] Sin ratas\n", "Ana")) == 3
