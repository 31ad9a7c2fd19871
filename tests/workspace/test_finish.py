"""What finish commits: exactly the named files, and nothing else that is staged or changed."""

from pathlib import Path

import pytest

from coord_tui.errors import BadInput, CoordError, Refused
from coord_tui.workspace import actions
from coord_tui.workspace.finish import finish
from coord_tui.workspace.hooks import install
from coord_tui.workspace.outcome import Outcome
from tests.atlas import PLAN
from tests.clones import Clones, clones, events, opened
from tests.hooking import message
from tests.repos import AWKWARD, Repo
from tests.untouched import fingerprint

CONFIG, TOOL, PLANNER, PAGE = (
    "atlas/config.py", "atlas/mcp/tool.py", "atlas/agents/planner.py", "app/[id]/page.tsx",
)  # fmt: skip
NAMES = (*AWKWARD, "-dash", ":(top)x", "*", "\udcff.txt", " ", "new/in/it")
LONG = 60.0
"""Seconds: more than a test should need."""
BLOCK = PLAN + "guard: {mode: block}\n"


@pytest.fixture
def world(tmp_path: Path) -> Clones:
    return clones(tmp_path)


def finished(place: Repo, *paths: str, words: str = "Words", me: str = "senior") -> list[Outcome]:
    return finish(opened(place, me), paths, words)


def one(place: Repo, path: str, words: str = "Words", me: str = "senior") -> Outcome:
    (outcome,) = finished(place, path, words=words, me=me)
    return outcome


def names(place: Repo, revision: str = "HEAD") -> list[str]:
    """What a commit changes."""
    listed = place.git("show", "--name-only", "-z", "--no-renames", "--format=", revision)
    return [name for name in listed.split("\0") if name]


def told(place: Repo) -> list[tuple[str, str]]:
    """The files that were told as pushed, with the commit."""
    found = events(opened(place, "senior"))
    return [(e.text("path"), e.text("commit")) for e in found if e.kind == "pushed"]


def refusal(world: Clones, *paths: str, kind: type[CoordError] = Refused, **more: str) -> str:
    """Why senior may not finish; their tree, the remote and the channel stay as they are."""
    before, main = fingerprint(world.senior), world.remote.git("rev-parse", "main")
    with pytest.raises(kind) as caught:
        finished(world.senior, *paths, **more)
    assert fingerprint(world.senior) == before
    assert world.remote.git("rev-parse", "main") == main
    assert told(world.senior) == []
    return str(caught.value)


def test_a_file_is_committed_pushed_and_told(world: Clones) -> None:
    world.senior.write(CONFIG, "mine\n")
    outcome = one(world.senior, CONFIG, "Add a timeout\n\nBecause.")
    head = world.senior.head()
    assert (outcome.target, outcome.accepted) == (CONFIG, True)
    assert outcome.event is not None
    assert (outcome.event.kind, outcome.event.text("commit")) == ("pushed", head)
    assert outcome.note == "pushed to origin/main; it was not announced"
    assert world.remote.git("rev-parse", "main") == head
    assert message(world.senior) == "Add a timeout\n\nBecause."
    assert told(world.senior) == [(CONFIG, head)]
    assert names(world.senior) == [CONFIG]


@pytest.fixture
def crowded(world: Clones) -> Clones:
    """Senior's tree is full of work of others: staged, partly staged, removed, new, untracked."""
    place = world.senior
    for name in (*NAMES, "gone", "partly"):
        place.write(name, "before\n")
    place.git("add", ".")
    place.git("commit", "--quiet", "-m", "Names")
    place.git("push", "--quiet")
    place.write(PLANNER, "staged\n")
    place.write("partly", "staged\n")
    place.write("staged", "new\n")
    place.git("add", PLANNER, "partly", "staged")
    place.git("rm", "--quiet", "gone")
    place.write("partly", "staged\nand more\n")
    place.write(PAGE, "not staged\n")
    place.write("meant", "to be added\n")
    place.git("add", "--intent-to-add", "meant")
    place.write("untracked", "here\n")
    return world


@pytest.mark.parametrize("name", [*NAMES, "fresh", "[new].tsx", "-new", "\udcfe", "deep/er/new"])
def test_the_work_of_others_stays_staged_byte_for_byte(name: str, crowded: Clones) -> None:
    place = crowded.senior
    place.write(name, "mine\n")
    before = fingerprint(place, [name], head=False)
    outcome = one(place, f"./{name}")
    assert outcome.accepted, outcome.reason
    assert fingerprint(place, [name], head=False) == before
    assert names(place) == [name]
    assert told(place) == [(name, place.head())]
    assert crowded.remote.git("rev-parse", "main") == place.head()


def test_all_of_a_file_is_committed_though_only_a_part_was_staged(crowded: Clones) -> None:
    before = fingerprint(crowded.senior, ["partly"], head=False)
    assert one(crowded.senior, "partly").accepted
    assert crowded.senior.git("show", "HEAD:partly") == "staged\nand more"
    assert fingerprint(crowded.senior, ["partly"], head=False) == before


def test_deleted_renamed_and_new_files_go_in_one_commit(world: Clones) -> None:
    place = world.senior
    (place.path / PLANNER).rename(place.path / "moved.py")
    (place.path / PAGE).unlink()
    place.write("new.py")
    paths = [PLANNER, "moved.py", PAGE, "new.py"]
    outcomes = finished(place, *paths)
    assert [o.target for o in outcomes if o.accepted] == paths
    assert sorted(names(place)) == sorted(paths)
    assert place.git("status", "--porcelain") == ""
    assert told(place) == [(path, place.head()) for path in paths]


def test_paths_are_meant_from_the_folder_in_which_they_are_typed(world: Clones) -> None:
    world.senior.write(CONFIG, "mine\n")
    workspace = opened(world.senior, "senior")
    folder = str(world.senior.path / "atlas/agents")
    (outcome,) = finish(workspace, ["../config.py", "../config.py"], "x", cwd=folder)
    assert outcome.target == CONFIG


def test_a_link_is_committed_and_not_what_it_leads_to(world: Clones) -> None:
    (world.senior.path / "link").symlink_to("atlas")
    world.senior.write(CONFIG, "mine\n")
    assert one(world.senior, "link").accepted
    assert names(world.senior) == ["link"]


def test_a_submodule_is_finished_as_one(world: Clones) -> None:
    place = world.senior
    url = world.remote.path.as_uri()
    place.git("-c", "protocol.file.allow=always", "submodule", "add", "--quiet", url, "sub")
    place.git("commit", "--quiet", "-m", "Submodule")
    Repo(place.path / "sub").identify()
    Repo(place.path / "sub").commit("x")
    with pytest.raises(BadInput, match="'sub/x' is in another repository, 'sub'"):
        one(place, "sub/x")
    assert one(place, "sub").accepted
    assert names(place) == ["sub"]


@pytest.mark.parametrize(
    ("path", "words", "reason"),
    [
        ("atlas", "x", "is a folder: name the files in it"),
        ("atlas/", "x", "is a folder"),
        (".", "x", "is the whole repository"),
        ("../x", "x", "is outside the repository"),
        (".git/config", "x", "is in git's own folder"),
        (CONFIG, "", "committed with what words?"),
        (CONFIG, " \n", "committed with what words?"),
        (CONFIG, "a\0b", "the character NUL"),
    ],
)
def test_what_cannot_be_meant_is_bad_input(
    path: str, words: str, reason: str, world: Clones
) -> None:
    world.senior.write(CONFIG, "mine\n")
    assert reason in refusal(world, path, words=words, kind=BadInput)


def test_where_there_is_nothing_to_do_it_says_why(world: Clones) -> None:
    world.senior.write(".git/info/exclude", "*.log\n")
    world.senior.write("x.log")
    before = fingerprint(world.senior)
    outcomes = finished(world.senior, CONFIG, "x.log", "nowhere")
    assert fingerprint(world.senior) == before
    assert [outcome.accepted for outcome in outcomes] == [False, False, False]
    first, second, third = (outcome.reason for outcome in outcomes)
    assert first.startswith(f"nothing has changed in {CONFIG} since senior's ")
    assert second == "x.log is ignored by git: `git add -f x.log` takes it in"
    assert third == "there is no file nowhere, and there was none"


def test_an_observer_is_refused(world: Clones) -> None:
    world.senior.identify(email="nobody@example.com")
    world.senior.write(CONFIG, "mine\n")
    with pytest.raises(Refused, match="an observer may only read"):
        finish(opened(world.senior, ""), [CONFIG], "x")


def test_anothers_file_is_told_in_the_note_where_the_plan_warns(world: Clones) -> None:
    world.senior.write(TOOL, "mine\n")
    outcome = one(world.senior, TOOL)
    assert outcome.accepted
    assert f"{TOOL} is junior's: ask first" in outcome.note


def test_the_rules_refuse_before_anything_is_done_where_the_plan_blocks(tmp_path: Path) -> None:
    world = clones(tmp_path, BLOCK)
    world.senior.write(TOOL, "mine\n")
    world.senior.write(PLANNER, "mine\n")
    before = fingerprint(world.senior)
    planner, tool = finished(world.senior, PLANNER, TOOL)
    assert (planner.accepted, tool.accepted) == (False, False)
    assert tool.reason.startswith(f"{TOOL} is junior's: ask first")
    assert planner.reason == f"nothing was committed, because {TOOL} is refused"
    assert fingerprint(world.senior) == before
    assert one(world.senior, PLANNER).accepted


def test_what_is_committed_already_is_not_judged_again(tmp_path: Path) -> None:
    world = clones(tmp_path, BLOCK)
    world.senior.write(CONFIG, "mine\n")
    assert f"{CONFIG} is shared: say first" in one(world.senior, CONFIG).reason
    world.senior.commit(CONFIG, message="Unannounced")
    assert one(world.senior, CONFIG, "").accepted


def test_what_another_announced_is_refused_and_a_grant_lets_it_through(tmp_path: Path) -> None:
    world = clones(tmp_path, BLOCK)
    place = world.senior
    actions.announce(opened(world.junior, "junior", LONG), CONFIG, "mine")
    place.write(CONFIG, "mine\n")
    (outcome,) = finish(opened(place, "senior", LONG), [CONFIG], "x")
    assert "announced by junior" in outcome.reason
    place.write(TOOL, "mine\n")
    (asked,) = actions.ask(opened(place, "senior"), TOOL, "why")
    assert asked.event is not None
    actions.grant(opened(place, "junior"), asked.event.id)
    outcome = one(place, TOOL)
    assert outcome.accepted, outcome.reason


def test_an_announced_file_has_nothing_to_be_noted_and_is_free_after_it(world: Clones) -> None:
    workspace = opened(world.senior, "senior")
    actions.announce(workspace, CONFIG, "a timeout")
    world.senior.write(CONFIG, "mine\n")
    assert one(world.senior, CONFIG).note == "pushed to origin/main"
    assert workspace.board().holds == ()


def test_hooks_of_ours_name_the_session_that_acts(tmp_path: Path) -> None:
    world = clones(tmp_path, BLOCK)
    install(str(world.senior.path))
    world.senior.write(TOOL, "mine\n")
    assert one(world.senior, TOOL, me="junior").accepted
    assert message(world.senior).endswith("Coord-Session: junior")


def test_the_hooks_of_others_see_git_as_it_is(world: Clones) -> None:
    world.senior.hook("pre-commit", "git diff --cached --name-only -- 'atlas/*.py' >&2; exit 1")
    world.senior.write(CONFIG, "mine\n")
    assert f"nothing was committed, a hook says no: {CONFIG}" in refusal(world, CONFIG)


@pytest.mark.parametrize("hook", ["pre-commit", "commit-msg", "prepare-commit-msg"])
def test_a_hook_that_says_no_is_heard_and_nothing_stays(hook: str, crowded: Clones) -> None:
    crowded.senior.hook(hook, "echo first\necho second >&2\nexit 1")
    crowded.senior.write(CONFIG, "mine\n")
    crowded.senior.write("fresh", "mine\n")
    assert "a hook says no: first; second" in refusal(crowded, CONFIG, "fresh")


def test_the_end_of_what_a_hook_says_is_told_when_it_says_much(world: Clones) -> None:
    world.senior.hook("pre-commit", "seq 1 1000; echo it failed\nexit 1")
    world.senior.write(CONFIG, "mine\n")
    assert "1000; it failed" in refusal(world, CONFIG)


def test_a_commit_that_git_cannot_make_is_the_environments_failure(world: Clones) -> None:
    world.senior.git("config", "commit.gpgSign", "true")
    world.senior.git("config", "gpg.program", "false")
    world.senior.write("fresh", "mine\n")
    assert "gpg failed to sign the data" in refusal(world, "fresh", kind=CoordError)


def conflicted(place: Repo) -> None:
    place.git("checkout", "--quiet", "-b", "side")
    place.write(CONFIG, "theirs\n")
    place.commit(CONFIG)
    place.git("checkout", "--quiet", "main")
    place.write(CONFIG, "mine\n")
    place.commit(CONFIG)
    place.git("push", "--quiet")


def test_in_the_middle_of_a_merge_nothing_is_finished(world: Clones) -> None:
    conflicted(world.senior)
    world.senior.git("merge", "--quiet", "--no-ff", "--no-commit", "-s", "ours", "side")
    world.senior.write(PLANNER, "mine\n")
    assert "git is in the middle of a merge" in refusal(world, PLANNER)


def test_a_conflict_that_git_left_alone_is_not_committed(world: Clones) -> None:
    conflicted(world.senior)
    blob = world.senior.git("rev-parse", "side:atlas/config.py")
    lines = "".join(f"100644 {blob} {stage}\t{CONFIG}\n" for stage in (2, 3))
    world.senior.git("update-index", "--index-info", input=f"0 {'0' * 40}\t{CONFIG}\n{lines}")
    assert f"{CONFIG} is in conflict" in refusal(world, CONFIG)


def test_no_branch_is_checked_out(world: Clones) -> None:
    world.senior.git("checkout", "--quiet", "--detach")
    world.senior.write(CONFIG, "mine\n")
    assert "HEAD is on no branch" in refusal(world, CONFIG)
