"""Doctor says when others would doubt a session's events, and when two seem to be one."""

import os
from pathlib import Path

import pytest

from coord_tui.adapters.running import Registered
from coord_tui.core.program import Program
from coord_tui.workspace.diagnosis import Diagnosis
from coord_tui.workspace.doctor import examine
from coord_tui.workspace.places import running_path
from coord_tui.workspace.workspace import Workspace
from tests.repos import Repo


def warnings(place: Repo, session: str = "") -> list[Diagnosis]:
    found = examine(str(place.path), session)
    return [one for one in found if one.name == "session" and one.level == "warn"]


def test_a_session_under_anothers_email_is_told_what_to_do(place: Repo) -> None:
    assert warnings(place, "senior") == []
    (found,) = warnings(place, "junior")
    assert found.message.startswith("events of junior are shown as unverified: ")
    assert "senior@example.com" in found.message
    assert found.fix.startswith("add senior@example.com to its emails in coord.yaml")


def test_the_case_of_an_email_does_not_matter(place: Repo) -> None:
    place.identify(email="Senior@Example.COM")
    assert warnings(place, "senior") == []


def test_without_an_email_git_is_to_be_told_one(
    place: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GIT_AUTHOR_EMAIL", raising=False)
    place.git("config", "--unset", "user.email")
    (found,) = warnings(place, "senior")
    assert "git config user.email" in found.fix


def test_a_session_without_emails_is_never_doubted(place: Repo) -> None:
    plan = place.path / "coord.yaml"
    plan.write_text(plan.read_text().replace("emails: [junior@example.com]", "kind: agent"))
    assert warnings(place, "junior") == []


def _run(place: Repo, via: str, worktree: Path) -> Registered:
    folder = running_path(Workspace.open(str(place.path)).layout)
    Path(folder).parent.mkdir(exist_ok=True)
    return Registered(folder, Program("senior", via, os.getpid(), str(worktree)))


def test_a_name_that_is_open_twice_is_told_with_where(place: Repo, tmp_path: Path) -> None:
    programs = [_run(place, "screen", place.path), _run(place, "wait", place.path)]
    assert warnings(place) == []
    programs.append(_run(place, "screen", tmp_path))
    (found,) = warnings(place)
    assert found.message.startswith("senior is open 3 times: ")
    assert str(tmp_path) in found.message
    for one in programs:
        one.leave()
    assert warnings(place) == []
