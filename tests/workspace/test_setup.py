"""The first plan: sound, free of findings, and never written over another."""

import os
from pathlib import Path

import pytest

from coord_tui.adapters.plan_file import load_plan, parse_plan
from coord_tui.adapters.survey import Author, Folder, Survey, survey
from coord_tui.adapters.tracked import tracked_paths
from coord_tui.core.lint import lint
from coord_tui.core.plan import Plan
from coord_tui.errors import EnvironmentFailed, Refused
from coord_tui.workspace.setup import init, name_sessions, plan_text, scalar
from coord_tui.workspace.workspace import Workspace
from tests.repos import AWKWARD, Repo, empty_repository, repository


def written(repo: Repo) -> Plan:
    """The plan that `init` wrote, without any finding."""
    plan = load_plan(repo.path / "coord.yaml").plan
    assert lint(plan, tracked_paths(Workspace.open(str(repo.path)).git)) == ()
    return plan


def test_recent_authors_become_sessions_with_their_emails(tmp_path: Path) -> None:
    repo = repository(tmp_path / "r", "src/a.py", "docs/b.md", *AWKWARD)
    repo.identify("Ana Perić", "ana@example.com")
    repo.commit("src/c.py")
    made = init(str(repo.path / "src"))
    plan = written(repo)
    assert {s.name: s.emails for s in plan.sessions} == {
        "sam": ("senior@example.com",), "ana": ("ana@example.com",),
    }  # fmt: skip
    assert made.sessions == tuple(session.name for session in plan.sessions)
    assert {"/src/", "/docs/", "/app/", "/app/\\[id]/"} <= set(made.candidates)
    assert [(group.id, group.tasks) for group in plan.groups] == [("round-1", ())]


def test_the_candidates_are_sound_once_they_lose_their_mark(tmp_path: Path) -> None:
    repo = repository(tmp_path / "r", "src/a.py", "docs/b c/d.md", *AWKWARD)
    init(str(repo.path))
    file = repo.path / "coord.yaml"
    lines = file.read_text().splitlines()
    start = lines.index("ownership:") + 1
    end = lines.index("", start)
    freed = [line.replace("  # ", "  ", 1) for line in lines[start:end]]
    file.write_text("\n".join([*lines[:start], *freed, *lines[end:]]))
    assert {"/src/", "/docs/b c/"} <= {owned.path for owned in written(repo).ownership}


def test_an_empty_repository_gets_a_plan_for_whoever_sets_it_up(tmp_path: Path) -> None:
    repo = empty_repository(tmp_path / "r")
    init(str(repo.path))
    assert [session.name for session in written(repo).sessions] == ["sam"]


def test_without_anybody_the_plan_has_no_sessions(tmp_path: Path) -> None:
    repo = empty_repository(tmp_path / "r")
    repo.git("config", "--unset", "user.email")
    init(str(repo.path))
    assert written(repo).sessions == ()


def test_a_plan_that_exists_is_never_touched(tmp_path: Path) -> None:
    repo = repository(tmp_path / "r")
    file = repo.write("coord.yaml", "broken: [")
    with pytest.raises(Refused, match="there already"):
        init(str(repo.path))
    assert file.read_text() == "broken: ["
    file.unlink()
    os.symlink(tmp_path / "elsewhere", file)
    with pytest.raises(Refused):
        init(str(repo.path))
    assert not (tmp_path / "elsewhere").exists()


def test_outside_a_repository_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailed):
        init(str(tmp_path))
    assert list(tmp_path.iterdir()) == []


NAMES = ("Ada", "ada lovelace", "ADA", "李雷", "", "***", "no", "[/] \x1b[31m", '"', "a: b #c")


def test_any_name_and_path_make_a_sound_plan() -> None:
    authors = tuple(Author(name, (f"{n}@x y,]", "\x07"), n) for n, name in enumerate(NAMES))
    folders = [Folder(f"{name or 'x'}/", name, 1) for name in NAMES if name.isprintable()]
    found = Survey("a: b [#", authors, tuple(folders), ("docs/a b.md",))
    text = plan_text(found, name_sessions(authors), folders)
    plan = parse_plan(text.encode()).plan
    assert len(plan.sessions) == len(NAMES)
    assert plan.project == "a: b [#"


@pytest.mark.parametrize("text", ["atlas", "no", "~", "1", "a b", "é", "🎈", '"', "\\", "[/]", ""])
def test_a_scalar_is_read_back_as_it_was(text: str) -> None:
    assert parse_plan(f"version: 1\nproject: {scalar(text)}\n".encode()).plan.project == text


def test_the_survey_of_this_kind_of_repository_names_documents(tmp_path: Path) -> None:
    repo = repository(tmp_path / "r", "AGENTS.md")
    init(str(repo.path))
    assert "# - AGENTS.md" in (repo.path / "coord.yaml").read_text()
    assert survey(str(repo.path)).documents == ("AGENTS.md",)
