"""Lines of tasks that bars part into pieces: what they say is read, wherever it stands."""

import pytest

from tests.core.importing.task_reading import Row, all_tasks, rows

LINES = {
    "·": "- [ ] **T-1** — Tar the hull · ana · 2h · Depends: T-2 — Proof: a dry floor · by noon\n",
    "|": "- [ ] T-1: Tar the hull | ana | 2h | blocked by: T-2 | see the drawing\n",
    "•": "- [ ] **T-1** Tar the hull • responsable: ana • depende de: T-2 • entrega: lunes\n",
}
OTHER = "- [x] **T-2** — Mend a sail\n"


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_the_pieces_of_a_line_say_whose_it_is_and_what_it_waits_for(line: str) -> None:
    found = rows(f"# Tasks\n\n{line}{OTHER}", "ana")
    assert found == [
        Row("T-1", "Tar the hull", "ana", after=("T-2",)),
        Row("T-2", "Mend a sail", done=True),
    ]


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_what_a_piece_says_beside_stays_in_the_details(line: str) -> None:
    task = all_tasks(f"# Tasks\n\n{line}{OTHER}", "ana")["T-1"]
    last = line.strip().rpartition({"T-2 |": "| "}.get("", " "))[2]
    assert last in f"{task.title} {task.details}"


def test_a_title_with_bars_that_say_nothing_of_it_stays_whole() -> None:
    found = rows("# Tasks\n\n- [ ] T-1: Oars · masts · sails\n- [ ] T-2: Ropes | nets\n")
    assert [row.title for row in found] == ["Oars · masts · sails", "Ropes | nets"]


def test_pieces_of_an_unknown_label_that_hold_only_ids_are_dependencies() -> None:
    text = (
        "# Tasks\n\n- [ ] T1: Tar · Riippuu: —\n- [ ] T2: Mend · Riippuu: T1 · pian\n"
        "- [ ] T3: Row · Riippuu: T1, T2 · pian\n"
    )
    assert [row.after for row in rows(text)] == [(), ("T1",), ("T1", "T2")]


def board(*pieces: str) -> str:
    lines = (f"- [ ] **T-{at}** — Mend part {at} · {each} · 2h\n" for at, each in enumerate(pieces))
    return f"# Tasks\n\n{''.join(lines)}"


def test_one_of_a_few_names_in_each_line_is_whose_the_task_is() -> None:
    found = rows(board("Ana", "Ben", "Ana", "Both", "Ben", "Ana"))
    assert [row.owner for row in found] == ["ana", "ben", "ana", "", "ben", "ana"]


@pytest.mark.parametrize(
    "pieces",
    [
        ("Backend", "Frontend") * 3,
        ("High", "Low") * 3,
        ("Ana", "Ben", "Cem", "Dov", "Eva", "Fay"),
        ("30m", "45m") * 3,
    ],
    ids=["parts", "urgency", "each once", "times"],
)
def test_what_comes_again_without_being_a_name_is_nobody(pieces: tuple[str, ...]) -> None:
    assert {row.owner for row in rows(board(*pieces))} == {""}
