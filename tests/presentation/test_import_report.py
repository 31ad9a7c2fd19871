"""What `import` says: grouped, in eighty columns, and never silent about what it leaves out."""

from coord_tui.core.importing.reading import Item, Passage, Reading, Warned
from coord_tui.core.importing.statements import Place, Sure
from coord_tui.core.plan import Plan
from coord_tui.core.plan_merge import Change
from coord_tui.core.plan_soundness import TakenOut
from coord_tui.presentation.import_report import (
    MOST,
    Report,
    document,
    place_words,
    report_lines,
    summary,
)
from coord_tui.presentation.text import cell_width
from tests.builders import NASTY, harmless, plain


def at(line: int, end: int = 0, file: str = "C.md") -> Place:
    return Place(file, line, end or line)


def item(key: str, line: int = 1, sure: Sure = "certain", text: str = "", why: str = "") -> Item:
    return Item(key, text or key.replace(":", " "), (at(line),), sure, why)


def said(report: Report, width: int = 80, *, all: bool = False) -> list[str]:
    lines = [plain(line).rstrip() for line in report_lines(report, width, all=all)]
    assert not width or all_fit(lines, width)
    return lines


def all_fit(lines: list[str], width: int) -> bool:
    return max(map(cell_width, lines)) <= width


def test_items_are_grouped_with_their_lines_and_how_sure_they_are() -> None:
    items = (
        item("task:S1", 12), item("session:ana", 3), item("session:bo", 4, "likely", why="a name"),
        item("after:S1:S2", 15, "doubtful", why="an arrow"),
    )  # fmt: skip
    assert said(Report(Reading(items=items), {"after:S1:S2"})) == [
        "understood  2 sessions, 1 task, 1 dependency; 1 of them only guessed, left out",
        "",
        "sessions",
        "     3  session ana",
        "  ~  4  session bo   a name",
        "",
        "tasks",
        "     12  task S1",
        "",
        "dependencies",
        "  ?  15  after S1 S2  left out: an arrow",
        "",
        "~ likely, by a form that nearly always means it   ? a guess",
    ]


def test_long_lists_are_cut_but_for_what_is_not_sure_and_counted() -> None:
    items = tuple(item(f"task:T{n}", n, "doubtful" if n == 30 else "certain") for n in range(1, 41))
    lines = said(Report(Reading(items=items)))
    shown = [line for line in lines if "task T" in line]
    assert len(shown) == MOST + 1
    assert any("?  30" in line for line in shown)
    assert f"  … {40 - MOST - 1} more: --all shows them" in lines
    assert (
        len([line for line in said(Report(Reading(items=items)), all=True) if "task T" in line])
        == 40
    )


def test_a_few_more_than_the_limit_are_shown() -> None:
    items = tuple(item(f"task:T{n}", n) for n in range(1, MOST + 4))
    assert not any("more: --all" in line for line in said(Report(Reading(items=items))))


def test_what_contradicts_itself_is_always_said() -> None:
    reading = Reading(
        items=(item("session:ana"),),
        warnings=tuple(Warned(at(n), f"odd {n}") for n in range(1, 41)),
    )
    lines = said(Report(reading, taken_out=(TakenOut("after:A:B", "a circle"),)))
    assert sum("  odd " in line for line in lines) == 40
    assert "  !  C.md:40   odd 40" in lines
    assert "  !  left out  after:A:B: a circle" in lines


def test_every_passage_that_was_not_understood_is_shown_or_counted() -> None:
    unread = tuple(Passage(at(n * 10, n * 10 + 2), f"\n  - some {n}\nmore\n") for n in range(1, 31))
    reading = Reading(items=(item("session:ana"),), unread=unread)
    lines = said(Report(reading))
    assert "not understood  30 passages, 90 lines" in lines
    assert "  10–12    - some 1 …" in lines
    assert lines[-1] == f"  … {30 - MOST} more: --all shows them"
    assert said(Report(reading), all=True)[-1] == "  300–302  - some 30 …"


def test_places_name_the_file_where_there_are_several() -> None:
    one, other = item("task:A"), item("task:B")._replace(at=(at(7, 9, "b.md"),))
    lines = said(Report(Reading(items=(one, other))))
    assert any(line.startswith("     C.md:1    task A") for line in lines)
    assert any(line.startswith("     b.md:7–9  task B") for line in lines)


def test_text_of_others_is_harmless_and_fits() -> None:
    items = tuple(
        Item(f"task:{NASTY}", NASTY * 3, (at(1, 2, NASTY),), "doubtful", NASTY) for _ in "ab"
    )
    reading = Reading(Plan(), items, (Warned(at(1), NASTY),), (Passage(at(3), NASTY),))
    for line in report_lines(Report(reading, taken_out=(TakenOut(NASTY, NASTY),)), 80):
        assert harmless(line)
        assert cell_width(plain(line).rstrip()) <= 80


def test_nothing_is_cut_where_nobody_looks_at_a_terminal() -> None:
    report = Report(
        Reading(items=(item("task:A", text="long " * 60, sure="likely", why="why " * 60),))
    )
    assert any("long " * 60 in line for line in said(report, 0))


def test_the_document_says_it_all() -> None:
    reading = Reading(
        Plan(project="atlas"),
        (Item("task:A", "A", (at(1), at(5)), "likely", "why"),),
        (Warned(at(2), "odd"),),
        (Passage(at(3, 4), "what"),),
    )
    change = Change("task:A", "added", "", "title: x")
    found = document(Report(reading, {"task:A"}, (TakenOut("x", "y"),)), [change], "coord.yaml")
    assert found["plan"]["project"] == "atlas"
    assert found | {"plan": None} == {
        "plan": None,
        "understood": [
            {
                "key": "task:A", "text": "A", "file": "C.md", "line": 1, "end": 1,
                "sure": "likely", "why": "why", "left": True,
                "also": [{"file": "C.md", "line": 5, "end": 5}],
            }
        ],
        "not_understood": [{"file": "C.md", "line": 3, "end": 4, "text": "what", "partly": False}],
        "warnings": [{"file": "C.md", "line": 2, "end": 2, "text": "odd"}],
        "contradictory": [{"key": "x", "text": "y"}],
        "changes": [{"key": "task:A", "kind": "added", "now": "", "then": "title: x"}],
        "written": "coord.yaml",
        "by_hand": "",
    }  # fmt: skip


def test_words() -> None:
    assert summary([]) == "nothing"
    assert summary([item("task:A"), item("task:B"), item("done:A")]) == "2 tasks, 1 task done"
    assert place_words(at(3), file=False) == "3"
    assert place_words(at(3, 5), file=True) == "C.md:3–5"
