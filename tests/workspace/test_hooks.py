"""Installing keeps what is there, uninstalling leaves no trace, and neither is ever half done."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from coord_tui.adapters.hooks import Change
from coord_tui.errors import EnvironmentFailed, Refused
from coord_tui.workspace.hooks import Installed, install, uninstall
from tests.hooking import attempt, commit, content, message, seen, theirs
from tests.repos import Repo


def put_in(place: Repo) -> Installed:
    return install(str(place.path))


def take_out(place: Repo) -> Installed:
    return uninstall(str(place.path))


def told(done: Installed) -> list[tuple[str, str]]:
    return [(os.path.basename(one.path), one.change) for one in done.changes]


def _nothing(place: Repo) -> None:
    """The hooks folder that git makes."""


def _missing(place: Repo) -> None:
    for file in (place.path / ".git/hooks").iterdir():
        file.unlink()
    (place.path / ".git/hooks").rmdir()


def _empty(place: Repo) -> None:
    _missing(place)
    (place.path / ".git/hooks").mkdir()


def _theirs(place: Repo) -> None:
    theirs(place, "pre-commit", "one")
    theirs(place, "commit-msg", "two").chmod(0o700)


def _asleep(place: Repo) -> None:
    theirs(place, "pre-commit", "one").chmod(0o644)


def _linked(place: Repo) -> None:
    theirs(place, "check", "one", folder="scripts")
    (place.path / ".git/hooks/pre-commit").symlink_to("../../scripts/check")


def _dangling(place: Repo) -> None:
    (place.path / ".git/hooks/commit-msg").symlink_to("nowhere")


def _relative(place: Repo) -> None:
    place.git("config", "core.hooksPath", "tools/hooks")
    theirs(place, "pre-commit", "one", folder="tools/hooks")


def _relative_missing(place: Repo) -> None:
    place.git("config", "core.hooksPath", "tools/git/hooks")
    (place.path / "tools").mkdir()


def _absolute(place: Repo) -> None:
    place.git("config", "core.hooksPath", str(place.path.parent / "shared"))


def _home(place: Repo) -> None:
    place.git("config", "core.hooksPath", "~/own-hooks")


BEFORE: dict[str, Callable[[Repo], None]] = {
    "git's samples": _nothing, "no folder": _missing, "an empty folder": _empty,
    "hooks": _theirs, "a hook that git ignores": _asleep, "a link": _linked,
    "a dangling link": _dangling, "a relative folder": _relative,
    "folders to make": _relative_missing, "a folder elsewhere": _absolute, "a home": _home,
}  # fmt: skip


@pytest.mark.parametrize("name", BEFORE)
def test_uninstall_leaves_everything_as_it_was(name: str, place: Repo) -> None:
    BEFORE[name](place)
    commit(place, "--allow-empty", "-m", "make what git makes at a first commit")
    before = content(place.path.parent)
    changes = told(put_in(place))
    assert [one for one in changes if one[1] == "written"] == [
        ("pre-commit", "written"), ("commit-msg", "written"),
    ]  # fmt: skip
    assert content(place.path.parent) != before
    take_out(place)
    assert content(place.path.parent) == before
    assert take_out(place) == Installed(())


@pytest.mark.parametrize("name", BEFORE)
def test_the_guard_fires_and_so_does_what_was_there(name: str, place: Repo) -> None:
    BEFORE[name](place)
    expected = [] if commit(place, "--allow-empty", "-m", "x").returncode else seen(place)
    put_in(place)
    done = commit(place, "--allow-empty", "-m", "one")
    assert done.returncode == 0, done.stderr
    assert seen(place) == expected
    assert message(place) == "one\n\nCoord-Session: senior"


def test_installing_again_changes_nothing(place: Repo) -> None:
    theirs(place, "pre-commit", "one")
    put_in(place)
    before = content(place.path)
    assert told(put_in(place)) == [("pre-commit", "unchanged"), ("commit-msg", "unchanged")]
    assert content(place.path) == before


def test_a_script_of_another_version_is_brought_up_to_date(place: Repo) -> None:
    theirs(place, "pre-commit", "one")
    put_in(place)
    file = place.path / ".git/hooks/pre-commit"
    current = file.read_text()
    file.write_text(current.replace("python=", "python=/gone"))
    (place.path / ".git/hooks/commit-msg").chmod(0o644)
    assert told(put_in(place)) == [("pre-commit", "refreshed"), ("commit-msg", "refreshed")]
    assert file.read_text() == current
    assert commit(place, "--allow-empty", "-m", "x").returncode == 0
    assert seen(place) == ["one"]


def test_lines_that_somebody_added_are_kept(place: Repo) -> None:
    put_in(place)
    file = place.path / ".git/hooks/pre-commit"
    with file.open("a") as stream:
        stream.write('echo added >>"$(git rev-parse --git-dir)/seen"\n')
    assert told(put_in(place))[0] == ("pre-commit", "unchanged")
    commit(place, "--allow-empty", "-m", "x")
    assert seen(place) == ["added"]
    assert told(take_out(place)) == [("pre-commit", "kept"), ("commit-msg", "removed")]
    commit(place, "--allow-empty", "-m", "y")
    assert seen(place) == ["added"]
    assert message(place) == "y"


def test_lines_added_beside_a_hook_from_before_are_kept_too(place: Repo) -> None:
    was = theirs(place, "pre-commit", "one").read_text()
    put_in(place)
    file = place.path / ".git/hooks/pre-commit"
    with file.open("a") as stream:
        stream.write("echo more\n")
    take_out(place)
    assert file.read_text() == was
    assert file.with_name("pre-commit.added").read_text() == "#!/bin/sh\necho more\n"


def test_a_hook_that_took_our_place_is_left_alone(place: Repo) -> None:
    theirs(place, "pre-commit", "before")
    put_in(place)
    other = theirs(place, "pre-commit", "later")
    with pytest.raises(Refused, match=r"before-coord-tui keeps the hook that was there before"):
        put_in(place)
    text = other.read_text()
    assert told(take_out(place)) == [
        ("pre-commit.before-coord-tui", "kept"), ("commit-msg", "removed"),
    ]  # fmt: skip
    assert other.read_text() == text


def test_our_hook_is_found_where_somebody_moved_it(place: Repo) -> None:
    theirs(place, "pre-commit", "before")
    put_in(place)
    hooks = place.path / ".git/hooks"
    (hooks / "pre-commit").rename(hooks / "pre-commit.old")
    other = theirs(place, "pre-commit", "wrapper")
    other.write_text(other.read_text().replace("exit 0", 'exec "$0.old"'))
    commit(place, "--allow-empty", "-m", "x")
    assert seen(place) == ["wrapper", "before"]
    assert message(place) == "x\n\nCoord-Session: senior"
    take_out(place)
    commit(place, "--allow-empty", "-m", "y")
    assert seen(place) == ["wrapper", "before"]
    assert message(place) == "y"


def test_hooks_that_call_each_other_end(place: Repo) -> None:
    put_in(place)
    hooks = place.path / ".git/hooks"
    loop = theirs(place, "pre-commit.before-coord-tui", "loop")
    loop.write_text(loop.read_text().replace("exit 0", f'"{hooks}/pre-commit"'))
    assert commit(place, "--allow-empty", "-m", "x").returncode == 0
    assert seen(place) == ["loop"]


def test_the_other_kept_hook_comes_back_when_ours_was_deleted_by_hand(place: Repo) -> None:
    was = theirs(place, "pre-commit", "before").read_text()
    put_in(place)
    file = place.path / ".git/hooks/pre-commit"
    file.unlink()
    assert told(take_out(place))[0] == ("pre-commit", "restored")
    assert file.read_text() == was


def test_a_folder_for_all_repositories_is_refused(
    place: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "gitconfig"
    settings.write_text(f"[core]\n\thooksPath = {tmp_path}/everywhere\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    before = content(tmp_path)
    with pytest.raises(Refused, match=r"of every repository .*gitconfig.*core\.hooksPath"):
        put_in(place)
    assert content(tmp_path) == before
    place.git("config", "core.hooksPath", ".git/hooks")
    put_in(place)
    assert commit(place, "--allow-empty", "-m", "x").returncode == 0
    assert message(place) == "x\n\nCoord-Session: senior"


def test_a_folder_name_for_all_repositories_that_lies_in_each_is_used(
    place: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "gitconfig"
    settings.write_text("[core]\n\thooksPath = .githooks\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    (note,) = put_in(place).notes
    assert "is in the working tree" in note


def test_what_husky_makes_anew_is_refused_with_what_to_do(place: Repo) -> None:
    place.write(".husky/_/h")
    place.git("config", "core.hooksPath", ".husky/_")
    with pytest.raises(Refused, match=r"coord-tui guard --staged` to .*\.husky/pre-commit"):
        put_in(place)
    assert sorted(os.listdir(place.path / ".husky/_")) == ["h"]


@pytest.mark.parametrize(
    ("folder", "words"),
    [("tools", "is in the working tree"), ("../tools", "is outside the repository")],
)
def test_a_folder_that_others_see_is_told(folder: str, words: str, place: Repo) -> None:
    place.git("config", "core.hooksPath", folder)
    (note,) = put_in(place).notes
    assert words in note


def test_an_ignored_folder_in_the_working_tree_needs_no_word(place: Repo) -> None:
    place.write(".gitignore", "/tools/\n")
    place.git("config", "core.hooksPath", "tools")
    assert put_in(place).notes == ()


def test_a_folder_that_cannot_be_is_the_environment(place: Repo) -> None:
    place.write("tools", "a file")
    place.git("config", "core.hooksPath", "tools")
    with pytest.raises(EnvironmentFailed, match="tools"):
        put_in(place)
    assert take_out(place) == Installed(())


def test_when_the_second_hook_cannot_be_written_the_first_is_taken_back(place: Repo) -> None:
    theirs(place, "pre-commit", "one")
    (place.path / f".git/hooks/.commit-msg.{os.getpid()}").mkdir()
    before = content(place.path)
    with pytest.raises(EnvironmentFailed, match="commit-msg"):
        put_in(place)
    assert content(place.path) == before


def test_when_two_hooks_would_have_to_be_kept_nothing_is_written(place: Repo) -> None:
    theirs(place, "commit-msg", "one")
    theirs(place, "commit-msg.before-coord-tui", "two")
    before = content(place.path)
    with pytest.raises(Refused):
        put_in(place)
    assert content(place.path) == before


def test_hooks_that_core_hooks_path_left_behind_are_taken_out_too(place: Repo) -> None:
    before = content(place.path / ".git/hooks")
    put_in(place)
    place.git("config", "core.hooksPath", "tools")
    take_out(place)
    assert content(place.path / ".git/hooks") == before


def test_trailers_of_commits_that_were_given_up_do_not_stay(place: Repo) -> None:
    put_in(place)
    commit(place, "--allow-empty", GIT_EDITOR="false")
    left = [name for name in os.listdir(place.path / ".git") if name.startswith("coord-trailers")]
    assert len(left) == 1
    tree = place.worktree(place.path.parent / "tree", "side")
    commit(tree, "--allow-empty", GIT_EDITOR="false")
    take_out(place)
    assert not list((place.path / ".git").rglob("coord-trailers*"))


def test_the_next_commit_removes_what_one_that_was_given_up_left(place: Repo) -> None:
    put_in(place)
    commit(place, "--allow-empty", GIT_EDITOR="false")
    assert commit(place, "--allow-empty", "-m", "x").returncode == 0
    assert not list((place.path / ".git").glob("coord-trailers*"))


def test_changes_name_the_files(place: Repo) -> None:
    theirs(place, "pre-commit", "one")
    hooks = place.path / ".git/hooks"
    aside, *_ = put_in(place).changes
    assert aside == Change(
        str(hooks / "pre-commit.before-coord-tui"), "set aside", "it was pre-commit"
    )


def test_a_hook_that_is_no_shell_script_is_called_as_git_would(place: Repo) -> None:
    file = theirs(place, "commit-msg", "x")
    file.write_text(
        '#!/usr/bin/env python3\nimport sys\nopen(sys.argv[1], "a").write("Its: line\\n")\n'
    )
    put_in(place)
    attempt(place, "git", "commit", "--quiet", "--allow-empty", "-m", "x")
    assert message(place) == "x\n\nCoord-Session: senior\nIts: line"
