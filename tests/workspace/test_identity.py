"""Who am I: each source in its turn."""

from pathlib import Path

import pytest

from coord_tui.errors import BadInput
from coord_tui.workspace.identity import store_name, stored_name
from coord_tui.workspace.workspace import Workspace
from tests.atlas import PLAN, atlas
from tests.repos import Repo


def me(place: Repo, asked: str = "") -> tuple[str, str]:
    workspace = Workspace.open(str(place.path), asked)
    return workspace.me, workspace.why_me


def test_each_source_gives_way_to_the_one_before_it(
    place: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert me(place) == ("senior", "the git email senior@example.com")
    store_name(Workspace.open(str(place.path), "junior"))
    assert me(place) == ("junior", "`coord-tui whoami`")
    monkeypatch.setenv("COORD_SESSION", "senior")
    assert me(place) == ("senior", "COORD_SESSION")
    assert me(place, "junior") == ("junior", "--as")


@pytest.mark.parametrize(
    ("email", "why"),
    [
        ("guest@example.com", "no session has the git email guest@example.com"),
        ("both@example.com", "the git email both@example.com is that of senior, junior"),
    ],
)
def test_an_email_of_nobody_or_of_several_makes_an_observer(
    email: str, why: str, tmp_path: Path
) -> None:
    plan = PLAN.replace("senior@example.com]", "senior@example.com, both@example.com]")
    place = atlas(tmp_path / "atlas", plan.replace("[junior@", "[Both@example.com, junior@"))
    place.identify(email=email)
    assert me(place) == ("", why)


def test_an_email_is_the_same_in_any_case(place: Repo) -> None:
    place.identify(email="Senior@Example.COM")
    assert me(place)[0] == "senior"


def test_an_unknown_name_is_an_error_that_names_its_source(
    place: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(BadInput, match=r"--as.*'junor': did you mean junior\?"):
        me(place, "junor")
    monkeypatch.setenv("COORD_SESSION", "ghost")
    with pytest.raises(BadInput, match=r"COORD_SESSION.*there is senior, junior"):
        me(place)


def test_a_plan_without_sessions_says_where_they_are_added(tmp_path: Path) -> None:
    place = atlas(tmp_path / "atlas", "version: 1\n")
    with pytest.raises(BadInput, match=r"--as.*'ana': add it under sessions: in coord\.yaml"):
        me(place, "ana")
    with pytest.raises(BadInput, match=r"no session \(from a friend\) 'ana'"):
        Workspace.open(str(place.path), "ana", "a friend")


def test_a_stored_name_that_left_the_plan_can_be_replaced(place: Repo) -> None:
    store_name(Workspace.open(str(place.path), "junior"))
    place.write("coord.yaml", PLAN.replace("junior", "newcomer"))
    with pytest.raises(BadInput, match="whoami"):
        me(place)
    store_name(Workspace.open(str(place.path), "newcomer"))
    assert me(place)[0] == "newcomer"


def test_a_name_is_stored_for_one_worktree_only(place: Repo, tmp_path: Path) -> None:
    linked = place.worktree(tmp_path / "linked", "topic")
    workspace = Workspace.open(str(linked.path), "junior")
    store_name(workspace)
    assert stored_name(workspace) == "junior"
    assert me(linked)[0] == "junior"
    assert me(place)[0] == "senior"
