"""Ownership is guessed by form alone where no known word says it, and only asked about then."""

import pytest

from coord_tui.core.importing.read import Source, read_sources
from coord_tui.core.importing.statements import SaidOwned
from tests.core.importing.whose_reading import owners, reading

TITLE = "# Lantern\n\nSome words about it.\n\n"


def table(title: str, head: tuple[str, ...], *rows: tuple[str, ...]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return f"{TITLE}## {title}\n\n" + "".join(f"| {' | '.join(line)} |\n" for line in lines)


API, WEB = "`src/api/`, `src/db/`", "`src/web/`, `docs/`"
OWNED = {"ana": ["src/api/", "src/db/"], "ben": ["src/web/", "docs/"]}


def sure_of(text: str) -> set[str]:
    said = read_sources([Source("TEAM.md", text)]).said
    return {one.sure for one in said if isinstance(one, SaidOwned)}


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("Zorvath", ("Owner", "Brakken")),
        ("Zorvath", ("Who", "Brakken")),
        ("Team", ("Zorvath", "Brakken")),
        ("Ownership", ("Zorvath", "Brakken")),
        ("Équipe", ("Zorvath", "Brakken")),
    ],
)
def test_a_column_of_paths_beside_one_of_names_is_asked_about(
    title: str, head: tuple[str, ...]
) -> None:
    text = table(title, head, ("Ana", API), ("Ben", WEB))
    assert owners(text) == OWNED


def test_names_that_say_what_they_are_need_no_heading_at_all() -> None:
    text = table("Zorvath", ("Zorvath", "Brakken"), ("Agent 1", API), ("Agent 2", WEB))
    assert owners(text) == {"agent-1": OWNED["ana"], "agent-2": OWNED["ben"]}
    assert sure_of(text) == {"doubtful"}


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        (("Owner", "Do not touch"), (API, WEB)),
        (("Agent", "Reads"), ("`docs/a.md`", "`docs/b.md`")),
        (("Agent", "Prompt"), ("`prompts/ana.md`", "`prompts/ben.md`")),
        (("Agent", "Brakken"), ("`/signup`", "`/wall`")),
        (("Agent", "Brakken"), ("`src/`", "`src/`")),
    ],
)
def test_other_columns_of_paths_say_not_whose_they_are(
    head: tuple[str, ...], cells: tuple[str, str]
) -> None:
    text = table("Zorvath", head, ("Ana", cells[0]), ("Ben", cells[1]))
    assert not reading(text).plan.ownership


def test_a_table_of_work_is_none_of_owners() -> None:
    rows = (("Ana", "Build", "open", API), ("Ben", "Draw", "open", WEB))
    text = table("Zorvath", ("Agent", "Task", "Status", "Brakken"), *rows)
    assert not reading(text).plan.ownership


@pytest.mark.parametrize(
    "words",
    [
        "You own only {}.",
        "Work only in {}.",
        "Stay inside {}.",
        "Limit edits to {}.",
        "Touch only {}.",
        "You may edit {} only.",
        "Du arbeitest nur in {}.",
        "Solo puedes editar {}.",
        "Работай только в {}.",
    ],
)
def test_parts_side_by_side_that_say_what_each_may_edit_are_somebodys(words: str) -> None:
    ana, ben = (words.format(each.replace(",", " and")) for each in (API, WEB))
    assert owners(f"{TITLE}## Ana\n\n{ana}\n\n## Ben\n\n{ben}\n") == OWNED


@pytest.mark.parametrize(
    ("one", "other"), [("Overview", "Tasks"), ("Api", "Web"), ("Known issues", "Next steps")]
)
def test_parts_that_are_nobodys_stay_so(one: str, other: str) -> None:
    text = f"{TITLE}## {one}\n\nWork only in {API}.\n\n## {other}\n\nWork only in {WEB}.\n"
    assert owners(text) == {}


def test_beside_somebody_who_owns_other_headings_are_not_guessed() -> None:
    text = (
        f"{TITLE}## Agent 1\n\nOwns: `src/`\n\n## Ana\n\nTouch only `a/`.\n\n"
        "## Ben\n\nTouch only `b/`.\n"
    )
    assert owners(text) == {"agent-1": ["src/"]}
