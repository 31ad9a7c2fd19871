"""`import --review`: a person at a whole terminal, or one line that says why not."""

from pathlib import Path

import pytest

from coord_tui.adapters.plan_file import load_plan
from tests.cli.conftest import process
from tests.cli.test_screen import NAMES, on_a_terminal
from tests.documents import HARBOUR
from tests.repos import Repo, repository

OPEN = """
import sys
from coord_tui.cli.main import run
sys.exit(run(["import", "COORD.md", "--review", *{}]))
"""
PRESS = """
from coord_tui.tui.review_app import ReviewApp
from coord_tui.tui.screens.import_review import ImportReview
from coord_tui.tui.screens.import_writing import ImportWriting
ImportReview.begin_ = ImportReview._begin
def begin(screen):
    screen.begin_()
    {}
ImportReview._begin = begin
ImportWriting.on_screen_resume = lambda screen: screen.action_go_on()
"""
WRITES = PRESS.format("screen.action_take_rest(); screen.action_go_on()")
LEAVES = PRESS.format("screen.action_close()")


@pytest.fixture
def folder(tmp_path: Path) -> Repo:
    """A repository with a document and no plan, as a team has it that wants to switch."""
    repo = repository(tmp_path / "harbour", "README.md")
    repo.write("COORD.md", HARBOUR)
    return repo


def test_it_writes_a_first_plan_and_says_so(folder: Repo) -> None:
    code, shown = on_a_terminal(folder, WRITES + OPEN.format([]))
    assert code == 0
    assert "coord.yaml" in shown
    assert "written" in shown
    plan = load_plan(folder.path / "coord.yaml").plan
    assert [one.name for one in plan.sessions] == ["ana", "bolt"]


def test_what_the_options_decide_is_decided_already(folder: Repo) -> None:
    options = ["-o", "other.yaml", "--leave", "session:bolt", "--take-doubtful"]
    go_on = PRESS.format("screen.action_go_on()")
    code, _ = on_a_terminal(folder, go_on + OPEN.format(options))
    assert code == 0
    plan = load_plan(folder.path / "other.yaml").plan
    assert [one.name for one in plan.sessions] == ["ana"]
    assert "paint the door" in [task.title for task in plan.tasks]
    assert not (folder.path / "coord.yaml").exists()


@pytest.mark.parametrize(
    ("options", "role"),
    [
        (["--take", "session:ana"], "the pages"),
        (["--leave", "session:ana"], "pictures"),
    ],
)
def test_a_value_that_differs_is_decided_by_the_options_too(
    folder: Repo, options: list[str], role: str
) -> None:
    folder.write("coord.yaml", "sessions: {ana: pictures}\n")
    code, shown = on_a_terminal(folder, WRITES + OPEN.format(options))
    assert code == 0, shown
    assert load_plan(folder.path / "coord.yaml").plan.sessions[0].role == role


def test_guesses_that_the_plan_says_are_decided_already(folder: Repo) -> None:
    options = ("-o", "coord.yaml", "--take-doubtful")
    assert process("import", "COORD.md", *options, cwd=folder.path).code == 0
    go_on = PRESS.format("screen.action_go_on()")
    code, shown = on_a_terminal(folder, go_on + OPEN.format([]))
    assert code == 0, shown
    assert "coord.yaml stays as it is" in shown


def test_leaving_writes_nothing_and_says_so(folder: Repo) -> None:
    code, shown = on_a_terminal(folder, LEAVES + OPEN.format([]))
    assert code == 1
    assert "coord-tui: nothing was written" in shown
    assert not (folder.path / "coord.yaml").exists()


@pytest.mark.parametrize("name", NAMES)
def test_without_a_terminal_it_names_the_other_way(name: str, folder: Repo) -> None:
    code, shown = on_a_terminal(folder, OPEN.format([]), name)
    assert code == 2
    assert shown.strip().endswith(  # before it a slow machine says what is read
        "coord-tui: the screen needs a terminal: "
        "without --review the command asks line by line, or says what it read"
    )


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (["COORD.md", "--json"], "--json"),
        (["COORD.md", "--check"], "--check"),
        (["COORD.md", "--yes"], "--yes"),
        (["COORD.md", "-o", "-"], "-o -"),
        (["COORD.md", "-"], "-"),
    ],
)
def test_what_needs_no_person_does_not_go_with_it(
    folder: Repo, options: list[str], named: str
) -> None:
    said = process("import", *options, "--review", cwd=folder.path)
    assert (said.code, said.out) == (2, "")
    assert said.err == f"coord-tui: --review asks a person at the screen: leave {named} out\n"


def test_outside_of_a_repository_it_says_where_to_go(tmp_path: Path) -> None:
    (tmp_path / "COORD.md").write_text(HARBOUR)
    said = process("import", "COORD.md", "--review", cwd=tmp_path)
    assert said.code == 3
    assert "is not in a git repository" in said.err
