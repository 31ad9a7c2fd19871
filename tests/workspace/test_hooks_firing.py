"""Real commits with the hooks installed: who may commit, and what the message says at its end."""

import os
from pathlib import Path

import pytest

from coord_tui.workspace import actions
from coord_tui.workspace.hooks import install
from coord_tui.workspace.workspace import Workspace
from tests.atlas import PLAN
from tests.hooking import BIN, commit, message, seen, theirs, without_coord_tui
from tests.repos import Repo, empty_repository, repository

BLOCK = PLAN + "guard: {mode: block}\n"
PLANNER, TOOL = "atlas/agents/planner.py", "atlas/mcp/tool.py"
MINE = "Coord-Session: senior\nCoord-Task: S4"


@pytest.fixture
def guarded(place: Repo) -> Repo:
    """With a plan that blocks, a claim of senior's, and the hooks."""
    place.write("coord.yaml", BLOCK)
    place.commit("coord.yaml")
    actions.claim(Workspace.open(str(place.path), "senior"), ["S4"])
    install(str(place.path))
    return place


def edit(place: Repo, *names: str) -> None:
    for name in names:
        with (place.path / name).open("a") as file:
            file.write("more\n")


def leftovers(place: Repo) -> list[Path]:
    return list((place.path / ".git").rglob("coord-trailers*"))


WAYS: dict[str, tuple[str, ...]] = {
    "-a": ("-a", "-m", "x"), "--only": ("--only", PLANNER, "-m", "x"),
    "--include": ("--include", PLANNER, "-m", "x"), "-F": ("-a", "-F", "coord.yaml"),
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_a_commit_says_who_made_it_and_for_which_task(way: str, guarded: Repo) -> None:
    edit(guarded, PLANNER)
    done = commit(guarded, *WAYS[way])
    assert done.returncode == 0, done.stderr
    assert message(guarded).endswith(f"\n\n{MINE}")
    assert leftovers(guarded) == []


def test_what_is_not_mine_is_refused(guarded: Repo) -> None:
    head = guarded.head()
    edit(guarded, TOOL)
    done = commit(guarded, "-a", "-m", "x")
    assert done.returncode == 1
    assert f"{TOOL} is junior's" in done.stderr
    assert guarded.head() == head
    assert leftovers(guarded) == []
    assert commit(guarded, "-a", "-m", "x", COORD_SESSION="junior").returncode == 0
    assert message(guarded) == "x\n\nCoord-Session: junior"


def test_what_the_guard_could_not_tell_is_no_permission(guarded: Repo) -> None:
    guarded.write("coord.yaml", "version: [")
    edit(guarded, PLANNER)
    done = commit(guarded, "-a", "-m", "x")
    assert done.returncode == 1
    assert "could not tell" in done.stderr
    assert commit(guarded, "-a", "-m", "x", "--no-verify").returncode == 0
    assert message(guarded) == "x"


def test_without_a_plan_all_is_allowed_and_nothing_added(tmp_path: Path) -> None:
    place = repository(tmp_path / "r")
    install(str(place.path))
    assert commit(place, "--allow-empty", "-m", "x").returncode == 0
    assert message(place) == "x"


def test_the_first_commit_of_a_repository(tmp_path: Path) -> None:
    place = empty_repository(tmp_path / "r")
    place.write("coord.yaml", PLAN)
    place.git("add", ".")
    install(str(place.path))
    done = commit(place, "-m", "x")
    assert done.returncode == 0, done.stderr
    assert message(place) == "x\n\nCoord-Session: senior"


def test_a_clone_without_a_folder_for_hooks(place: Repo, tmp_path: Path) -> None:
    clone = place.clone(tmp_path / "clone", "--template=")
    install(str(clone.path))
    assert commit(clone, "--allow-empty", "-m", "x").returncode == 0
    assert message(clone) == "x\n\nCoord-Session: senior"


def test_a_linked_worktree_shares_the_hooks(guarded: Repo, tmp_path: Path) -> None:
    tree = guarded.worktree(tmp_path / "with space", "side")
    edit(tree, PLANNER)
    assert commit(tree, "-a", "-m", "x").returncode == 0
    assert message(tree) == f"x\n\n{MINE}"
    edit(tree, TOOL)
    assert commit(tree, "-a", "-m", "x").returncode == 1
    assert leftovers(guarded) == []


def test_amending_says_each_thing_once_and_keeps_who_was_there(guarded: Repo) -> None:
    edit(guarded, PLANNER)
    commit(guarded, "-a", "-m", "x")
    commit(guarded, "--amend", "--no-edit")
    assert message(guarded) == f"x\n\n{MINE}"
    commit(guarded, "--amend", "--no-edit", COORD_SESSION="junior")
    assert message(guarded) == f"x\n\n{MINE}\nCoord-Session: junior"


def test_a_merge_takes_others_work_in_and_has_no_trailers(guarded: Repo) -> None:
    guarded.git("checkout", "--quiet", "-b", "side")
    edit(guarded, TOOL)
    commit(guarded, "-a", "-m", "theirs", COORD_SESSION="junior")
    guarded.git("checkout", "--quiet", "main")
    guarded.git("merge", "--quiet", "--no-ff", "--message", "merge", "side")
    assert message(guarded) == "merge"
    assert leftovers(guarded) == []


EDITED = {
    "a message": ("sed -i.old 1s/^/hello/", (), 0, "hello"),
    "with the diff": ("sed -i.old 1s/^/hello/", ("-v",), 0, "hello"),
    "with a divider": ("printf 'a\\n\\n---\\nb\\n' >", (), 0, "a\n\n---\nb"),
    "nothing": ("true", (), 1, ""),
    "nothing, with the diff": ("true", ("-v",), 1, ""),
    "no editor": (":", (), 1, ""),
    "the editor failed": ("false", (), 1, ""),
}


@pytest.mark.parametrize("name", EDITED)
def test_a_message_from_an_editor(name: str, guarded: Repo) -> None:
    editor, options, code, words = EDITED[name]
    head = guarded.head()
    edit(guarded, PLANNER)
    assert commit(guarded, "-a", *options, GIT_EDITOR=editor).returncode == code
    assert (guarded.head() != head) == (code == 0)
    if not code:
        assert message(guarded) == f"{words}\n\n{MINE}"


def test_comments_by_another_character_are_no_message(guarded: Repo) -> None:
    guarded.git("config", "core.commentChar", ";")
    assert commit(guarded, "--allow-empty", GIT_EDITOR="true").returncode == 1


def test_a_template_that_nobody_filled_in_is_no_message(guarded: Repo) -> None:
    template = guarded.write("../template", "What and why?\n# a word\n")
    guarded.git("config", "commit.template", str(template))
    head = guarded.head()
    assert commit(guarded, "--allow-empty", GIT_EDITOR="true").returncode == 1
    assert guarded.head() == head
    assert commit(guarded, "--allow-empty", GIT_EDITOR="sed -i.old 1s/^/hi/").returncode == 0
    assert message(guarded) == "hiWhat and why?\n\nCoord-Session: senior"


@pytest.mark.parametrize(
    "words", ["x", "x\n\nmore", "Like: a trailer", "x\n#12", "ž", "x\n\nbody\n\nFixes: #3", "* x"]
)
def test_a_message_without_an_editor_is_ended_as_git_would(words: str, guarded: Repo) -> None:
    same = guarded.git(
        "interpret-trailers", "--no-divider", "--trailer=Coord-Session: senior", input=f"{words}\n"
    )
    commit(guarded, "--allow-empty", "-m", words)
    assert message(guarded) == same


@pytest.mark.parametrize("words", ["", "#12", "\n\n"])
def test_a_message_without_words_gets_none(words: str, guarded: Repo) -> None:
    commit(guarded, "--allow-empty", "--allow-empty-message", "-m", words)
    assert message(guarded) == words.strip()


def test_settings_for_trailers_do_not_bend_ours(guarded: Repo) -> None:
    for setting in ("where=start", "ifExists=replace", "ifMissing=doNothing"):
        guarded.git("config", *f"trailer.{setting}".split("="))
    edit(guarded, PLANNER)
    commit(guarded, "-a", "-m", "x\n\nSigned-off-by: Sam <s@example.com>")
    assert message(guarded) == f"x\n\nSigned-off-by: Sam <s@example.com>\n{MINE}"


def test_a_hook_from_before_is_called_with_its_arguments_and_decides(guarded: Repo) -> None:
    hooks = guarded.path / ".git/hooks"
    theirs(guarded, "pre-commit.before-coord-tui", "pre")
    theirs(guarded, "commit-msg.before-coord-tui", "msg")
    assert commit(guarded, "--allow-empty", "-m", "x").returncode == 0
    assert seen(guarded) == ["pre", "msg .git/COMMIT_EDITMSG"]
    theirs(guarded, "commit-msg.before-coord-tui", "msg", code=7)
    head = guarded.head()
    assert commit(guarded, "--allow-empty", "-m", "y").returncode == 1
    theirs(guarded, "pre-commit.before-coord-tui", "pre", code=7)
    seen(guarded)
    assert commit(guarded, "--allow-empty", "-m", "y").returncode == 1
    assert (seen(guarded), guarded.head(), leftovers(guarded)) == (["pre"], head, [])
    (hooks / "pre-commit.before-coord-tui").chmod(0o644)
    (hooks / "commit-msg.before-coord-tui").chmod(0o644)
    assert commit(guarded, "--allow-empty", "-m", "y").returncode == 0
    assert seen(guarded) == []


def test_a_refused_commit_does_not_ask_the_hook_from_before(guarded: Repo) -> None:
    theirs(guarded, "pre-commit.before-coord-tui", "pre")
    edit(guarded, TOOL)
    assert commit(guarded, "-a", "-m", "x").returncode == 1
    assert seen(guarded) == []


def test_without_its_python_the_hook_takes_the_one_on_the_path(guarded: Repo) -> None:
    file = guarded.path / ".git/hooks/pre-commit"
    file.write_text(file.read_text().replace("\npython=", "\npython=/gone"))
    path = os.pathsep.join((str(BIN), os.environ["PATH"]))
    assert commit(guarded, "--allow-empty", "-m", "x", PATH=path).returncode == 0
    assert message(guarded) == "x\n\nCoord-Session: senior"


@pytest.mark.parametrize("gone", ["python", "program"])
def test_without_any_coord_tui_it_stops_and_says_what_to_do(gone: str, guarded: Repo) -> None:
    file = guarded.path / ".git/hooks/pre-commit"
    file.write_text(file.read_text().replace(f"\n{gone}=", f"\n{gone}=/gone"))
    done = commit(guarded, "--allow-empty", "-m", "x", PATH=without_coord_tui())
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "run `coord-tui hooks install`" in done.stderr


def test_modules_that_lie_about_are_not_loaded(guarded: Repo) -> None:
    for name in ("coord_tui/__init__.py", "os.py", "argparse.py", "re.py"):
        guarded.write(name, "raise SystemExit(0)\n")
    edit(guarded, TOOL)
    done = commit(guarded, "-a", "-m", "x", PYTHONPATH=str(guarded.path))
    assert done.returncode == 1
    assert "junior's" in done.stderr
