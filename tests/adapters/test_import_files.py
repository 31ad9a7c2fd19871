"""Whatever is named as a document: its text, or one line that says why it is none."""

import os
from pathlib import Path

import pytest

from coord_tui.adapters.import_files import MAX_BYTES, NoDocument, fetch


def refusal(folder: Path, *names: str) -> tuple[str, ...]:
    with pytest.raises(NoDocument) as raised:
        fetch(names, str(folder))
    assert raised.value.exit_code == 2
    return raised.value.lines


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"one\r\ntwo\rthree\n")
    assert fetch(["a.md"], str(tmp_path)).sources[0].text == "one\r\ntwo\rthree\n"


def test_bytes_that_are_no_utf_8_are_told_with_their_line(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"one\ncaf\xe9\n")
    found = fetch(["a.md"], str(tmp_path))
    assert found.sources[0].text == "one\ncafé\n"
    assert [(one.at.file, one.at.line) for one in found.warnings] == [("a.md", 2)]
    assert found.warnings[0].text.startswith("holds the byte 0xE9, which is no UTF-8: read as ")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "x.md is empty"),
        (b" \n\xc2\xa0\r\n", "x.md is empty"),
        (b"\xef\xbb\xbf", "x.md is empty"),
        (b"one\ntwo\0", "x.md is no text: it has a NUL byte on line 2"),
        (b"\x7fELF\0\0\0\1" * 99, "x.md is no text: it has a NUL byte on line 1"),
        (b"x" * (MAX_BYTES + 1), "x.md has more than 5 MB: no document that people coordinate by"),
    ],
)
def test_what_is_no_document_is_refused(tmp_path: Path, data: bytes, words: str) -> None:
    (tmp_path / "x.md").write_bytes(data)
    assert refusal(tmp_path, "x.md") == (words,)


def test_the_largest_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_bytes(b"x" * MAX_BYTES)
    assert len(fetch(["x.md"], str(tmp_path)).sources[0].text) == MAX_BYTES


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    os.symlink("loop", tmp_path / "loop")
    (tmp_path / "folder").mkdir()
    (tmp_path / "good.md").write_text("x")
    assert refusal(
        tmp_path, "none.md", "pipe", "good.md", "loop", "folder", "/dev/null", "a\0b"
    ) == (
        "cannot read none.md: No such file or directory",
        "pipe is a pipe, no file: write it into one, or give `-` and pipe",
        "cannot read loop: Too many levels of symbolic links",
        "folder is a folder without tasks of Backlog.md: name the documents in it",
        "/dev/null is a device, no file: write it into one, or give `-` and pipe",
        "cannot read a\0b: embedded null byte",
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x")
    (tmp_path / "a.md").chmod(0)
    assert refusal(tmp_path, "a.md") == ("cannot read a.md: Permission denied",)


def test_a_link_to_a_document_is_one(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x")
    os.symlink("a.md", tmp_path / "b.md")
    assert [one.name for one in fetch(["b.md"], str(tmp_path)).sources] == ["b.md"]


def test_a_document_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x")
    os.symlink("a.md", tmp_path / "link.md")
    names = ["a.md", "a.md", "./a.md", str(tmp_path / "a.md"), "link.md"]
    assert [one.name for one in fetch(names, str(tmp_path)).sources] == ["a.md"]


def test_a_folder_of_tasks_and_a_task_in_it_are_read_once(tmp_path: Path) -> None:
    tasks = tmp_path / "backlog" / "tasks"
    tasks.mkdir(parents=True)
    (tasks / "task-1.md").write_text("x")
    names = ["backlog", "backlog/tasks/", "backlog/tasks/task-1.md"]
    found = fetch(names, str(tmp_path)).sources
    assert [one.name for one in found] == ["backlog/tasks/task-1.md"]


def test_a_file_that_is_called_as_standard_input_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "-").write_text("x")
    assert [one.text for one in fetch(["./-"], str(tmp_path)).sources] == ["x"]


@pytest.mark.parametrize("name", ["", "backlog", "backlog/tasks"])
def test_a_folder_of_tasks_is_its_files(tmp_path: Path, name: str) -> None:
    tasks = tmp_path / "backlog" / "tasks"
    (tasks / "task-3.md").mkdir(parents=True)
    for number in (2, 1):
        (tasks / f"task-{number} - Do.md").write_text("x")
    (tasks / "notes.txt").write_text("x")
    found = [one.name for one in fetch([name or "."], str(tmp_path)).sources]
    assert found == ["backlog/tasks/task-1 - Do.md", "backlog/tasks/task-2 - Do.md"]


def test_drafts_milestones_and_settings_count_beside_tasks_only(tmp_path: Path) -> None:
    for name in ("drafts/d.md", "milestones/m.md", "config.yml"):
        (tmp_path / "b" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "b" / name).write_text("x\n")
    assert refusal(tmp_path, "b")
    (tmp_path / "b/tasks").mkdir()
    (tmp_path / "b/tasks/task-1 - A.md").write_text("x\n")
    found = [source.name for source in fetch(["b"], str(tmp_path)).sources]
    assert found == ["b/tasks/task-1 - A.md", "b/drafts/d.md", "b/milestones/m.md", "b/config.yml"]


@pytest.mark.parametrize(
    ("first", "archive"),
    [
        ("b/archive/tasks/task-8.md", "b/archive"),
        ("b/backlog/archive/tasks/task-8.md", "b/backlog/archive"),
    ],
)
def test_tasks_in_an_archive_are_told(tmp_path: Path, first: str, archive: str) -> None:
    inside = tmp_path / archive.removesuffix("/archive")
    for one in ("tasks/task-1.md", "archive/tasks/task-8.md", "archive/tasks/task-9.md"):
        (inside / one).parent.mkdir(parents=True, exist_ok=True)
        (inside / one).write_text("text")
    (told,) = fetch(["b"], str(tmp_path)).warnings
    assert told.at.file == first
    assert told.text == f"2 archived tasks are not read: import {archive}, too, if that is meant"
    assert fetch([archive], str(tmp_path)).sources[0].name == first
