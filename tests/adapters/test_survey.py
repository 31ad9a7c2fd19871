"""What `init` finds out about a real repository."""

import subprocess
import sys
from pathlib import Path

import pytest

from coord_tui.adapters.survey import Author, Folder, Survey, survey
from coord_tui.errors import EnvironmentFailed
from tests.repos import Repo, empty_repository


def commit_by(repo: Repo, name: str, email: str, *files: str) -> None:
    for file in files:
        before = repo.path / file
        repo.write(file, (before.read_text() if before.exists() else "") + f"{name}\n")
    repo.git("add", "--all")
    who = {"GIT_AUTHOR_NAME": name, "GIT_AUTHOR_EMAIL": email}
    repo.git("commit", "--quiet", "--allow-empty", "--message", "Change", env=who)


def test_an_unborn_repository_says_its_name_and_nothing_wrong(tmp_path: Path) -> None:
    repo = empty_repository(tmp_path / "atlas")
    assert survey(str(repo.path)) == Survey("atlas", (), (), ())


def test_authors_are_people_each_once_the_busiest_first(tmp_path: Path) -> None:
    repo = empty_repository(tmp_path / "repo")
    commit_by(repo, "sam senior", "old@example.com")
    commit_by(repo, "Jo Junior", "jo@example.com")
    commit_by(repo, "J. Junior", "JO@example.com")
    commit_by(repo, "Sam Senior", "sam@example.com")
    commit_by(repo, "Sam Senior", "sam@example.com")
    assert survey(str(repo.path)).authors == (
        Author("Sam Senior", ("sam@example.com", "old@example.com"), 3),
        Author("J. Junior", ("jo@example.com",), 2),
    )


@pytest.mark.parametrize(
    ("name", "email"),
    [
        ("dependabot[bot]", "49699333+dependabot[bot]@users.noreply.github.com"),
        ("Release Bot", "releases@example.com"),
        ("Releases", "release-bot@example.com"),
        ("GitHub", "noreply@github.com"),
        ("renovate", "bot@renovateapp.com"),
    ],
)
def test_bots_are_no_authors(repo: Repo, name: str, email: str) -> None:
    commit_by(repo, name, email, "deps/lock")
    found = survey(str(repo.path))
    assert [author.name for author in found.authors] == ["Sam Senior"]
    assert found.folders == (Folder("deps/", "", 0),)


@pytest.mark.parametrize("name", ["Ann Abbot", "Botho", "[id] [/] 🎈", 'O\'Neil "Jo" X'])
def test_people_with_odd_names_are_no_bots(repo: Repo, name: str) -> None:
    commit_by(repo, name, "12+someone@users.noreply.github.com")
    assert name in [author.name for author in survey(str(repo.path)).authors]


def test_only_the_recent_history_is_read(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coord_tui.adapters.survey.COMMITS", 2)
    for name in ("Long Ago", "Jo", "Jo"):
        commit_by(repo, name, f"{name[:2]}@example.com", f"{name}/a")
    found = survey(str(repo.path))
    assert [author.name for author in found.authors] == ["Jo"]
    assert found.folders == (Folder("Jo/", "Jo", 2), Folder("Long Ago/", "", 0))


def test_a_commit_without_an_email_is_nobodys(repo: Repo) -> None:
    commit_by(repo, "Ghost", " ", "app/a")
    found = survey(str(repo.path))
    assert [author.name for author in found.authors] == ["Sam Senior"]
    assert found.folders == (Folder("app/", "", 0),)


def test_a_path_is_not_taken_for_a_pattern_of_the_shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROJECT", "elsewhere")
    repo = empty_repository(tmp_path / "$PROJECT [id] 🎈")
    assert survey(str(repo.path)).project == "$PROJECT [id] 🎈"


def test_folders_are_named_two_deep_with_who_works_there_most(repo: Repo) -> None:
    commit_by(
        repo, "Jo", "jo@example.com", "app/[id]/deep/page.tsx", "app/x.py", "gone/a", "new\nline/a"
    )
    commit_by(repo, "Jo", "jo@example.com", "app/[id]/a", "app/[id]/b")
    commit_by(repo, "Sam", "sam@example.com", "app/x.py", "top.py")
    repo.git("rm", "-q", "-r", "gone")
    commit_by(repo, "Sam", "sam@example.com")
    assert survey(str(repo.path)).folders == (
        Folder("app/", "Jo", 3),
        Folder("app/[id]/", "Jo", 2),
        Folder("new\nline/", "Jo", 1),
    )


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("origin", "git@example.com:team/atlas.git"),
        ("origin", "https://example.com/team/atlas/"),
        ("upstream", "/srv/git/atlas.git"),
        ("origin", "host:atlas"),
    ],
)
def test_the_project_is_named_after_the_remote(repo: Repo, remote: str, address: str) -> None:
    repo.git("remote", "add", "a-fork", "https://example.com/me/fork.git")
    if remote != "origin":
        repo.git("remote", "remove", "a-fork")
    repo.git("remote", "add", remote, address)
    assert survey(str(repo.path)).project == "atlas"


def test_documents_that_say_who_owns_what_are_found(repo: Repo) -> None:
    repo.write(".github/CODEOWNERS")
    repo.write("AGENTS.md")
    assert survey(str(repo.path)).documents == (".github/CODEOWNERS", "AGENTS.md")


def test_the_users_settings_for_logs_do_not_matter(repo: Repo) -> None:
    for setting in ("log.showSignature=true", "log.showRoot=false", "color.ui=always"):
        repo.git("config", *setting.split("=", 1))
    commit_by(repo, "Jo", "jo@example.com", "app/a")
    assert survey(str(repo.path)).folders == (Folder("app/", "Jo", 1),)


def test_a_folder_without_a_repository_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailed, match="cannot read") as caught:
        survey(str(tmp_path))
    assert "\n" not in str(caught.value)


def test_gitpython_is_loaded_only_when_a_survey_runs() -> None:
    code = "import sys, coord_tui.adapters.survey; sys.exit('git' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
