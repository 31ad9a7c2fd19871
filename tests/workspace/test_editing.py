"""What is run to edit a file, and what is said of an edit on which nobody agreed."""

import os
from pathlib import Path

import pytest

from coord_tui.core.tree import FileChange
from coord_tui.errors import BadInput
from coord_tui.workspace import actions
from coord_tui.workspace.editing import Editing, prepare, run
from coord_tui.workspace.workspace import Workspace
from tests.atlas import atlas
from tests.repos import Repo


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    monkeypatch.setenv("GIT_EDITOR", "vim")
    return atlas(tmp_path / "atlas")


def opened(place: Repo, session: str = "senior") -> Workspace:
    return Workspace.open(str(place.path), session)


def test_a_known_editor_opens_the_file_at_its_first_change(place: Repo) -> None:
    place.write("atlas/agents/planner.py", "text\nmore\n")
    change = FileChange("atlas/agents/planner.py", "M", unstaged=True)
    file = str(place.path / change.path)

    assert prepare(opened(place), change.path, change).arguments == ("+2", file)
    assert prepare(opened(place), change.path, change, line=7).arguments == ("+7", file)
    assert prepare(opened(place), change.path).arguments == (file,)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("atlas/agents/planner.py", ""),
        ("atlas/config.py", "is shared: say first"),
        ("atlas/mcp/tool.py", "junior"),
    ],
)
def test_the_guard_says_what_was_not_agreed_on(place: Repo, path: str, words: str) -> None:
    warnings = prepare(opened(place), path).warnings

    assert (words in " ".join(warnings)) if words else warnings == ()


def test_what_was_announced_is_opened_without_a_word(place: Repo) -> None:
    workspace = opened(place)
    actions.announce(workspace, "atlas/config.py", "a timeout")

    assert prepare(workspace, "atlas/config.py").warnings == ()
    assert prepare(opened(place, "junior"), "atlas/config.py").warnings


@pytest.mark.parametrize(
    ("path", "words"), [("gone.py", "is deleted"), ("atlas", "is a folder: choose a file")]
)
def test_what_cannot_be_edited_is_said(place: Repo, path: str, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        prepare(opened(place), path)


@pytest.mark.parametrize(
    ("editor", "words"),
    [
        ("true", ""),
        ("no-such-editor --wait", "'no-such-editor --wait' cannot be run: set EDITOR"),
        ("exit 3;", "ended with exit code 3"),
    ],
)
def test_how_it_ended_is_said_when_that_was_no_success(
    place: Repo, editor: str, words: str, capfd: pytest.CaptureFixture[str]
) -> None:
    trouble = run(Editing(editor, (), str(place.path)))

    assert (words in trouble) if words else trouble == ""
    assert os.path.isdir(place.path)
    del capfd  # keeps what a shell complains of away from the report


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    assert "cannot be started" in run(Editing("true", (), str(tmp_path / "gone")))
