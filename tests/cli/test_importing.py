"""`import` without a person: reports, writes what is sure, and never over what is there."""

import os
import pty
import select
import subprocess
import sys
from pathlib import Path

import pytest

from coord_tui.adapters.plan_file import load_plan
from tests.cli.conftest import Said, process
from tests.documents import GUESSES, HARBOUR
from tests.repos import empty_repository

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
"""Seconds after which what was awaited will not come any more."""
STEPS = (
    "1. read it through",
    "2. `coord-tui doctor` checks it",
    "3. `coord-tui ready` says",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a document, and no repository."""
    (tmp_path / "COORD.md").write_text(HARBOUR)
    return tmp_path


def imported(folder: Path, *arguments: str) -> Said:
    return process("import", "COORD.md", *arguments, cwd=folder)


def reading_stdin(folder: Path) -> tuple[str, int]:
    """What an import says on its terminal before it gets its document, and how it ended then."""
    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "coord_tui", "import", "COORD.md", "-"],
        cwd=folder, env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=theirs,
    )  # fmt: skip
    try:
        told = select.select([ours], [], [], PATIENCE)[0]
        said = os.read(ours, 4096).decode() if told else ""
        running.communicate(b"# Harbour\n", timeout=PATIENCE)
    finally:
        running.kill()
        os.close(ours)
        os.close(theirs)
    return said, running.wait()


def test_without_a_repository_it_reports_and_writes_nothing(folder: Path) -> None:
    said = imported(folder)
    assert said.code == 0
    assert said.out.startswith("understood  2 sessions, 3 owned paths, ")
    assert "\n     9   ana owns web/\n" in said.out
    assert "\n  ?  21  L.1 paint the door   boxes of which some are ticked\n" in said.out
    assert "3 guesses, which nobody writes unasked: --take-doubtful takes them" in said.err
    assert said.out.endswith(
        "not understood  1 passage, 1 line\n  24  Nobody knows what this sentence is about.\n"
    )
    assert "nothing was written: -o coord.yaml writes the plan" in said.err
    assert [path.name for path in folder.iterdir()] == ["COORD.md"]


def test_as_json(folder: Path) -> None:
    said = imported(folder, "--json")
    assert said.code == 0
    found = said.json
    assert set(found) >= {"plan", "understood", "not_understood", "warnings"}
    assert set(found["plan"]["sessions"]) == {"ana", "bolt"}
    item = next(one for one in found["understood"] if one["key"] == "owned:ana:web/")
    assert item == {
        "key": "owned:ana:web/", "text": "ana owns web/", "file": "COORD.md", "line": 9, "end": 9,
        "sure": "certain", "why": "", "left": False, "also": [],
    }  # fmt: skip
    assert found["not_understood"] == [
        {"file": "COORD.md", "line": 24, "end": 24,
         "text": "Nobody knows what this sentence is about.", "partly": False},
    ]  # fmt: skip
    assert found["written"] is None
    guessed = {one["key"] for one in found["understood"] if one["sure"] == "doubtful"}
    assert guessed >= {*GUESSES}
    tasks = [task["id"] for group in found["plan"]["groups"] for task in group["tasks"]]
    assert tasks == ["H1", "H2", "L.1", "L.2"]
    assert [path.name for path in folder.iterdir()] == ["COORD.md"]


def test_a_new_plan_takes_what_is_sure_and_says_what_comes_next(folder: Path) -> None:
    empty_repository(folder)
    said = imported(folder, "-o", "coord.yaml")
    assert said.code == 0
    assert "✓ coord.yaml  written" in said.out
    assert all(step in said.out for step in STEPS)
    assert "; 3 of them only guessed, 4 left out\n" in said.out
    assert "guesses left out: --take-doubtful takes them, --take KEY one of them" in said.err
    plan = load_plan(folder / "coord.yaml").plan
    assert [task.id for task in plan.tasks] == ["H1", "H2"]


@pytest.mark.parametrize(
    ("options", "tasks"),
    [
        (("--take-doubtful",), ["H1", "H2", "L.1", "L.2"]),
        (("--take", "task:L.2"), ["H1", "H2", "L.2"]),
        (("--take-doubtful", "--leave", "task:L.1", "--leave", "task:H1"), ["H2", "L.2"]),
    ],
)
def test_guesses_are_taken_and_items_left_by_name(
    folder: Path, options: tuple[str, ...], tasks: list[str]
) -> None:
    assert imported(folder, "-o", "coord.yaml", *options).code == 0
    assert [task.id for task in load_plan(folder / "coord.yaml").plan.tasks] == tasks


def test_the_plan_can_go_to_stdout(folder: Path) -> None:
    said = imported(folder, "-o", "-")
    assert said.code == 0
    (folder / "out.yaml").write_text(said.out)
    assert [one.name for one in load_plan(folder / "out.yaml").plan.sessions] == ["ana", "bolt"]


def test_a_document_can_come_from_stdin(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "coord_tui", "import", "-", "-o", "-"],
        input=HARBOUR, capture_output=True, text=True,
        cwd=ROOT,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "# stdin:9\n" in done.stdout


def test_a_person_at_a_terminal_is_told_what_it_waits_for(folder: Path) -> None:
    said, code = reading_stdin(folder)
    assert said.strip() == "coord-tui: reading COORD.md, stdin …"
    assert code == 0


def test_an_existing_plan_gets_nothing_without_consent(folder: Path) -> None:
    before = "sessions: {ana: pictures}\n"
    (folder / "coord.yaml").write_text(before)
    said = imported(folder, "-o", "coord.yaml")
    assert said.code == 1
    assert "different in coord.yaml\n  ≠ session:ana\n      it says  role: pictures\n" in said.out
    assert "new for coord.yaml\n" in said.out
    assert "would be new (--yes adds them), 1 different (--take KEY takes one over)" in said.err
    assert (folder / "coord.yaml").read_text() == before


def test_yes_agrees_to_all_that_adds_and_to_nothing_else(folder: Path) -> None:
    (folder / "coord.yaml").write_text("sessions: {ana: pictures}  # mine\n")
    said = imported(folder, "-o", "coord.yaml", "--yes")
    assert said.code == 0
    assert "✓ coord.yaml  changed where you agreed" in said.out
    text = (folder / "coord.yaml").read_text()
    assert text.startswith("sessions: {ana: pictures, bolt: ")
    assert "}  # mine\n" in text
    assert imported(folder, "-o", "coord.yaml", "--yes").code == 1  # ana's role is still another
    assert imported(folder, "-o", "coord.yaml", "--take", "session:ana").code == 0
    assert "{ana: the pages, bolt" in (folder / "coord.yaml").read_text()
    last = imported(folder, "-o", "coord.yaml")
    assert last.code == 0
    assert "coord.yaml says all of that already" in last.err


def test_check_fails_as_long_as_something_needs_a_person(folder: Path) -> None:
    assert imported(folder, "--check").code == 1
    decided = ("--take", "task:L.1", "--take", "done:L.1", "--leave", "task:L.2")
    assert imported(folder, "--check", *decided).code == 0
    imported(folder, "-o", "coord.yaml", "--take-doubtful")
    assert imported(folder, "--check", "-o", "coord.yaml", "--take-doubtful").code == 0
    (folder / "COORD.md").write_text(HARBOUR.replace("- `jobs/`", "- `jobs/`\n- `cron/`"))
    said = imported(folder, "--check", "-o", "coord.yaml", "--take-doubtful")
    assert said.code == 1
    assert "owned:bolt:cron/" in said.out


@pytest.mark.parametrize(
    ("there", "words"), [(None, "there is no typo.yaml"), ("", "typo.yaml is empty")]
)
def test_check_fails_where_there_is_no_plan(folder: Path, there: str | None, words: str) -> None:
    if there is not None:
        (folder / "typo.yaml").write_text(there)
    check = ("--check", "-o", "typo.yaml", "--take-doubtful")
    said = imported(folder, *check)
    assert said.code == 1
    assert f"coord-tui: {words}: all of it is missing\n" in said.err
    said = imported(folder, *check, "--json")
    assert said.code == 1
    missing = {change["key"] for change in said.json["changes"]}
    assert missing >= {"session:ana", "owned:ana:web/", "task:H1", "task:L.2"}
    assert (folder / "typo.yaml").exists() is (there is not None)


def test_check_asks_no_more_about_guesses_that_the_plan_says(folder: Path) -> None:
    check = ("--check", "-o", "coord.yaml")
    imported(folder, "-o", "coord.yaml", "--take-doubtful")
    assert imported(folder, *check).code == 0
    (folder / "coord.yaml").unlink()
    imported(folder, "-o", "coord.yaml", "--take", "task:L.1", "--take", "done:L.1")
    assert imported(folder, *check).code == 1
    assert imported(folder, *check, "--leave", "task:L.2").code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("import",), "the following arguments are required: FILE"),
        (("import", "none.md"), "cannot read none.md: No such file or directory"),
        (("import", "COORD.md", "--take", "task:H3"), "no item 'task:H3': did you mean task:H"),
        (("import", "COORD.md", "--take", "nope"), "no item 'nope': --all shows the key of each"),
        (("import", "COORD.md", "-o", "."), ". is a folder: name the file in it"),
        (("import", "COORD.md", "-o", "./COORD.md"), "./COORD.md is a document to import, no plan"),
        (("import", "COORD.md", "-o", "x.json"), "x.json is no name for a plan, which is YAML: "),
        (("import", "empty.md", "none.md"), "empty.md is empty\ncoord-tui: cannot read none.md"),
    ],
)
def test_bad_input_is_one_line_each(folder: Path, arguments: tuple[str, ...], words: str) -> None:
    (folder / "empty.md").write_text("")
    said = process(*arguments, cwd=folder)
    assert said.code == 2
    assert words in said.err
    assert said.out == ""


def test_the_keys_are_shown_to_who_asks_for_all(folder: Path) -> None:
    assert "owned:ana:web/" not in imported(folder).out
    assert "     9   ana owns web/" in imported(folder, "--all").out
    keys = {line.split()[-1] for line in imported(folder, "--all").out.splitlines() if line}
    assert keys >= {"owned:ana:web/", "after:H2:H1", *GUESSES}


def test_what_has_no_place_in_the_plan_is_shown_to_be_pasted(folder: Path) -> None:
    (folder / "coord.yaml").write_text("sessions: {ana: &a {role: pictures}, kim: *a}\n")
    said = imported(folder, "-o", "coord.yaml", "--yes", "--take", "session:ana")
    assert said.code == 1
    assert "✓ coord.yaml  changed where you agreed" in said.out
    assert "\nto be put into coord.yaml by hand  1 change\n# " in said.out
    assert "\nsessions:\n  ana: the pages  # in place of line 1\n" in said.out
    assert "1 change has to be put in by hand: " in said.err
    again = imported(folder, "-o", "coord.yaml", "--take", "session:ana", "--json")
    assert again.code == 1
    assert "ana: the pages  # in place of line 1" in again.json["by_hand"]


def test_a_plan_that_names_nobody_is_told_so(folder: Path) -> None:
    (folder / "COORD.md").write_text("# Harbour\n\n## Round 1\n- [ ] H1: Model the berths\n")
    said = imported(folder, "-o", "coord.yaml")
    assert said.code == 0
    assert "\n! it names no session, and without one nobody can take a task" in said.out
    assert "1. " not in said.out


def test_a_document_that_says_nothing_is_told_so(folder: Path) -> None:
    (folder / "COORD.md").write_text("Hello.\n\nNothing here.\n")
    said = imported(folder, "-o", "coord.yaml")
    assert said.code == 2
    assert said.out.startswith("understood  nothing\n\nnot understood  1 passage, ")
    assert "nothing in it was understood as sessions, ownership, tasks or rules" in said.err
    assert not (folder / "coord.yaml").exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--check", "--yes"), "--check writes nothing, so --yes does nothing: leave one out"),
        (("--yes",), "--yes agrees to what is written: say where, as in -o coord.yaml"),
        (
            ("--take", "a", "--leave", "a"),
            "a is named with --take and with --leave: name it once",
        ),
    ],
)
def test_what_would_do_nothing_is_refused(
    folder: Path, options: tuple[str, ...], words: str
) -> None:
    said = imported(folder, *options)
    assert (said.code, said.out, said.err) == (2, "", f"coord-tui: {words}\n")
