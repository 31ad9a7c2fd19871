"""Doctor says of each session's working tree whether it is seen, and what to write else."""

from pathlib import Path

import pytest

from coord_tui.workspace.diagnosis import Diagnosis
from coord_tui.workspace.doctor import examine
from tests.clones import Clones, clones
from tests.repos import Repo

PLAN = """\
version: 1
sessions:
  senior: {{role: one, worktree: "{senior}"}}
  junior: {{role: other, worktree: "{junior}"}}
"""


@pytest.fixture
def group(tmp_path: Path) -> Clones:
    return clones(tmp_path)


def found(clone: Repo, senior: str, junior: str) -> list[Diagnosis]:
    clone.write("coord.yaml", PLAN.format(senior=senior, junior=junior))
    return [one for one in examine(str(clone.path), "senior") if one.name == "worktrees"]


def test_a_tree_that_is_there_is_named_with_its_folder(group: Clones, tmp_path: Path) -> None:
    for clone, elsewhere in ((group.senior, "junior"), (group.junior, "senior")):
        one, other = found(clone, "../senior", "../junior")
        assert {one.level, other.level} == {"ok"}
        said = {each.message for each in (one, other)}
        own = "senior" if elsewhere == "junior" else "junior"
        assert said == {
            f"{own}: {tmp_path / own}",
            f"{elsewhere}: {tmp_path / elsewhere}, another clone",
        }


def test_a_tree_that_is_not_there_is_told(group: Clones) -> None:
    one, other = found(group.senior, "../senior", "../nowhere")
    assert (one.level, other.level) == ("ok", "warn")
    assert other.message == "junior's ../nowhere is not there"
    assert "name its folder in coord.yaml" in other.fix


def test_the_folder_of_each_clone_itself_names_nobody_for_the_others(group: Clones) -> None:
    fix = "write `worktree: ../{}` for senior in coord.yaml: that is the same in each clone"
    one, other = found(group.senior, ".", "../junior")
    assert (one.level, other.level) == ("warn", "ok")
    assert one.message.startswith("senior's . is another folder in each clone")
    assert one.fix == fix.format("senior")
    one, other = found(group.junior, ".", "../junior")
    assert one.message == "senior's . is the same folder as junior's ../junior"
    assert other.message == "junior's ../junior is the same folder as senior's ."
    assert one.fix == other.fix == fix.format("FOLDER")


def test_a_plan_for_one_clone_may_name_it_by_a_point(group: Clones, tmp_path: Path) -> None:
    group.senior.worktree(tmp_path / "side", "side")
    assert [one.level for one in found(group.senior, ".", "../side")] == ["ok", "ok"]


def test_two_sessions_do_not_share_a_folder(group: Clones) -> None:
    one, _ = found(group.senior, "../junior", "../junior")
    assert one.fix == "name each session's own folder in coord.yaml"
