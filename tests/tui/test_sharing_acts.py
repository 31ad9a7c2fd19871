"""The steps of a shared file by keys, over real repositories: announce, pull, edit, finish."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from coord_tui.workspace import actions
from tests.repos import Repo, bare_remote
from tests.tui.alive import kinds, live, session
from tests.tui.still import (
    dialog,
    foot,
    head,
    listed,
    main,
    pane,
    press,
    rows_of,
    toasts,
    type_in,
    until,
)
from tests.workspace.recording import record

CONFIG = "atlas/config.py"


@pytest.fixture
def remote(place: Repo, tmp_path: Path) -> Repo:
    """What `place` pushes to and pulls from."""
    made = bare_remote(tmp_path / "remote.git")
    place.git("remote", "add", "origin", made.path.as_uri())
    place.git("push", "--quiet", "--set-upstream", "origin", "main")
    return made


def pushed_by_another(remote: Repo, folder: Path, name: str, text: str = "theirs\n") -> str:
    """A commit that another clone pushes."""
    other = Repo(folder) if folder.exists() else remote.clone(folder)
    other.write(name, text)
    commit = other.commit(name)
    other.git("push", "--quiet", "origin", "main")
    return commit


async def to_file(pilot: Pilot[None], path: str, where: str = "tree") -> None:
    """Put the cursor on a file of a pane."""
    await press(pilot, {"tree": "3", "ownership": "1"}[where])
    await until(pilot, lambda: any(key.endswith(path) for key in rows_of(pilot, where)))
    key = next(key for key in rows_of(pilot, where) if key.endswith(path))
    pane(pilot, where).active.move_to(key)
    await pilot.pause()


def titles(pilot: Pilot[None]) -> list[str]:
    """What stands above the toasts."""
    return [note.title for note in pilot.app._notifications]


async def told(pilot: Pilot[None], words: str) -> None:
    await until(pilot, lambda: any(words in toast for toast in toasts(pilot)))


async def finished(pilot: Pilot[None], message: str) -> None:
    """Press the key and give the message."""
    await press(pilot, "f")
    await until(pilot, lambda: pilot.app.screen.query(".dialog"))
    await type_in(pilot, message)
    await press(pilot, "enter")


async def test_each_step_is_the_first_key_of_the_foot(place: Repo, remote: Repo) -> None:
    async with live(place) as pilot:
        main(pilot).go_to_path(CONFIG)
        await pilot.pause()
        assert foot(pilot).startswith("a announce config.py  e edit  ")
        await press(pilot, "a")
        await until(pilot, lambda: pilot.app.screen.query(".dialog"))
        await type_in(pilot, "add a timeout")
        await press(pilot, "enter")
        await until(pilot, lambda: foot(pilot).startswith("p pull  e edit  "))
        await press(pilot, "p")
        await until(pilot, lambda: foot(pilot).startswith("e edit config.py  "))
        await told(pilot, "up to date with origin/main")
        place.write(CONFIG, "timeout = 5\n")
        await until(pilot, lambda: foot(pilot).startswith("f finish config.py  e edit  "))
        await press(pilot, "f")
        await until(pilot, lambda: pilot.app.screen.query(".dialog"))
        line = pilot.app.screen.query_one(Input)
        assert (line.value, line.selected_text) == ("add a timeout", "add a timeout")
        await press(pilot, "A")
        await type_in(pilot, "dd a timeout")
        await press(pilot, "enter")
        await told(pilot, f"finished {CONFIG}; pushed to origin/main")
        await until(pilot, lambda: "finish" not in foot(pilot))
    assert kinds(place) == ["announce", "pushed"]
    assert remote.git("log", "-1", "--format=%s", "--name-only", "main").split("\n\n") == [
        "Add a timeout",
        CONFIG,
    ]


async def test_pull_brings_in_what_others_pushed_and_says_so(
    place: Repo, remote: Repo, tmp_path: Path
) -> None:
    commit = pushed_by_another(remote, tmp_path / "other", "atlas/mcp/tool.py")
    place.write(CONFIG, "mine\n")
    async with live(place) as pilot:
        await press(pilot, "p")
        await told(pilot, "1 commit from origin/main")
        assert place.head() == commit
        assert (place.path / CONFIG).read_text() == "mine\n"


async def test_pull_is_offered_on_any_file_while_the_branch_is_behind(
    place: Repo, remote: Repo, tmp_path: Path
) -> None:
    pushed_by_another(remote, tmp_path / "other", "README.md")
    place.git("fetch", "--quiet")
    async with live(place) as pilot:
        await press(pilot, "1")
        assert "p pull" in foot(pilot)
        await press(pilot, "p")
        await until(pilot, lambda: "p pull" not in foot(pilot))


async def test_pull_stops_at_work_that_is_in_the_way_and_names_it(
    place: Repo, remote: Repo, tmp_path: Path
) -> None:
    pushed_by_another(remote, tmp_path / "other", CONFIG)
    place.write(CONFIG, "mine\n")
    before = place.head()
    async with live(place) as pilot:
        await press(pilot, "p")
        await told(pilot, CONFIG)
        assert titles(pilot) == ["refused"]
    assert (place.head(), (place.path / CONFIG).read_text()) == (before, "mine\n")


async def test_pull_without_an_upstream_says_what_is_missing(place: Repo) -> None:
    async with live(place) as pilot:
        await press(pilot, "p")
        await until(pilot, lambda: toasts(pilot))
        assert "upstream" in "".join(toasts(pilot))


async def test_pull_from_a_remote_that_is_away_says_so(place: Repo, remote: Repo) -> None:
    remote.path.rename(remote.path.parent / "moved")
    async with live(place) as pilot:
        await press(pilot, "p")
        await told(pilot, "origin")
        assert "failed" in titles(pilot)
        assert "refused" not in titles(pilot)
        await press(pilot, "j")


async def test_finish_names_the_step_that_was_skipped(place: Repo, remote: Repo) -> None:
    place.write(CONFIG, "quick\n")
    async with live(place) as pilot:
        await to_file(pilot, CONFIG)
        await press(pilot, "f")
        await until(pilot, lambda: pilot.app.screen.query(".dialog"))
        assert "it takes this file only" in dialog(pilot)
        assert "edited without announcing" in " ".join(dialog(pilot).split())
        await press(pilot, "enter")
        assert "say it in a few words" in dialog(pilot)
        await press(pilot, "escape")
    assert place.git("status", "--porcelain") == f" M {CONFIG}"


async def test_finish_takes_both_paths_of_a_rename_and_nothing_of_the_others(
    place: Repo, remote: Repo
) -> None:
    place.git("mv", "atlas/agents/planner.py", "atlas/agents/plans.py")
    place.write("atlas/mcp/tool.py", "junior's\n")
    place.git("add", "atlas/mcp/tool.py")
    async with live(place) as pilot:
        await to_file(pilot, "plans.py")
        await press(pilot, "f")
        await until(pilot, lambda: pilot.app.screen.query(".dialog"))
        assert "atlas/agents/planner.py and atlas/agents/plans.py" in " ".join(
            dialog(pilot).split()
        )
        await type_in(pilot, "Rename it")
        await press(pilot, "enter")
        await told(pilot, "finished atlas/agents/plans.py")
    assert place.git("status", "--porcelain") == "M  atlas/mcp/tool.py"
    shown = place.git("show", "--no-renames", "--name-status", "--format=")
    assert shown == "D\tatlas/agents/planner.py\nA\tatlas/agents/plans.py"


async def test_a_hook_that_says_no_is_told_and_nothing_is_lost(place: Repo, remote: Repo) -> None:
    place.hook("pre-commit", "echo 'lint: 3 errors' >&2; exit 1")
    place.write(CONFIG, "mine\n")
    async with live(place) as pilot:
        await to_file(pilot, CONFIG)
        await finished(pilot, "Try it")
        await told(pilot, "lint: 3 errors")
    assert place.git("status", "--porcelain") == f" M {CONFIG}"


async def test_what_takes_long_is_said_in_the_head_and_the_keys_go_on(
    place: Repo, remote: Repo, tmp_path: Path
) -> None:
    go = tmp_path / "go"
    place.hook("pre-commit", f"while [ ! -e '{go}' ]; do sleep 0.02; done")
    place.write(CONFIG, "mine\n")
    async with live(place) as pilot:
        await to_file(pilot, CONFIG)
        await finished(pilot, "Slowly")
        await until(pilot, lambda: head(pilot).startswith("finishing…"))
        await press(pilot, "2")
        assert main(pilot).current == "tasks"
        go.touch()
        await told(pilot, f"finished {CONFIG}")
        await until(pilot, lambda: "finishing…" not in head(pilot))


async def test_an_announcement_is_given_back_by_a_key(place: Repo, remote: Repo) -> None:
    actions.announce(session(place, "senior"), CONFIG, "a section")
    async with live(place) as pilot:
        await to_file(pilot, CONFIG)
        await until(pilot, lambda: "r give back" in foot(pilot))
        await press(pilot, "r")
        await told(pilot, f"gave back {CONFIG}")
        await until(pilot, lambda: "r give back" not in foot(pilot))
        place.write(CONFIG, "mine\n")
        await until(pilot, lambda: "f finish" in foot(pilot))
    assert kinds(place) == ["announce", "unreserve"]


async def test_what_is_to_be_pulled_offers_that_before_it_is_announced(
    place: Repo, remote: Repo, tmp_path: Path
) -> None:
    commit = pushed_by_another(remote, tmp_path / "other", CONFIG)
    record(session(place, "junior"), "pushed", path=CONFIG, commit=commit)
    async with live(place) as pilot:
        await to_file(pilot, CONFIG)
        assert foot(pilot).startswith("p pull  a announce config.py  e edit  ")
        await press(pilot, "p")
        await until(pilot, lambda: place.head() == commit)


async def test_in_the_middle_of_a_rebase_nothing_is_finished(place: Repo, remote: Repo) -> None:
    actions.announce(session(place, "senior"), CONFIG, "a section")
    place.write(CONFIG, "mine\n")
    place.commit(CONFIG)
    place.git("-c", "sequence.editor=sed -i 's/^pick/edit/'", "rebase", "--quiet", "-i", "HEAD~1")
    place.write(CONFIG, "more of mine\n")
    async with live(place) as pilot:
        await to_file(pilot, CONFIG)
        assert "edited: finish the rebase first" in "".join(listed(pilot, "tree"))
        assert "f finish" not in foot(pilot)
        await press(pilot, "f")
        await told(pilot, "finish the rebase first")


async def test_who_hands_over_its_own_edits_is_told_before(place: Repo) -> None:
    actions.announce(session(place, "senior"), CONFIG, "a section")
    actions.ask(session(place, "junior"), CONFIG, "a provider")
    place.write(CONFIG, "mine\n")
    async with live(place) as pilot:
        await to_file(pilot, CONFIG)
        await press(pilot, "y")
        await until(pilot, lambda: pilot.app.screen.query(".dialog"))
        assert "you have edits in it" in " ".join(dialog(pilot).split())
        await press(pilot, "enter")
        await told(pilot, "you have uncommitted edits in it: finish or undo them")
        await until(pilot, lambda: "edited; handed over" in "".join(listed(pilot, "tree")))


async def test_what_is_committed_already_is_pushed_without_a_question(
    place: Repo, remote: Repo
) -> None:
    place.write(CONFIG, "mine\n")
    place.commit(CONFIG)
    async with live(place) as pilot:
        main(pilot).go_to_path(CONFIG)
        await until(pilot, lambda: "f finish" in foot(pilot))
        await press(pilot, "f")
        await told(pilot, "pushed to origin/main")
    assert remote.git("rev-parse", "main") == place.head()


async def test_rows_that_cannot_be_finished_say_so(place: Repo) -> None:
    async with live(place) as pilot:
        await press(pilot, "2", "f")
        await until(pilot, lambda: toasts(pilot))
        (said,) = toasts(pilot)
        assert "this row is no file" in said
