"""What export writes into files, what it leaves alone, and when it calls a file stale."""

import os
from pathlib import Path
from typing import Any

import pytest

from coord_tui.core.exporting.formats import FORMATS, MARKS, Format, Written, body
from coord_tui.core.exporting.markdown import BEGIN, END
from coord_tui.errors import BadInput, EnvironmentFailed, Refused
from coord_tui.workspace import actions, exporting
from coord_tui.workspace.export_values import Kept, Target, Today
from coord_tui.workspace.exporting import check, keep, target, today
from coord_tui.workspace.workspace import Workspace
from tests.clones import another, clones, opened
from tests.repos import Repo

WHOLE = {
    "markdown": "COORD.md", "mermaid": "t.mmd", "codeowners": "CODEOWNERS", "json": "p.json",
}  # fmt: skip


def workspace(place: Repo, session: str = "senior") -> Workspace:
    return Workspace.open(str(place.path), session)


def file(place: Repo, name: str, format: Format = "markdown", *, into: bool = False) -> Target:
    return target(str(place.path), name, format, into=into)


def kept(place: Repo, to: Target, *, force: bool = False) -> Kept:
    it = workspace(place)
    return keep(it.layout, today(it), to, force=force)


def checked(place: Repo, to: Target) -> Kept:
    it = workspace(place)
    return check(it.layout, today(it), to)


@pytest.mark.parametrize("format", FORMATS)
def test_a_whole_file_is_written_found_fresh_and_renewed(format: Format, place: Repo) -> None:
    to = file(place, WHOLE[format], format)
    assert checked(place, to).change == "missing"
    assert not os.path.lexists(to.path)
    assert kept(place, to).change == "written"
    assert kept(place, to).change == "unchanged"
    assert checked(place, to).change == "fresh"
    plan = (place.path / "coord.yaml").read_text()
    place.write(
        "coord.yaml", plan.replace("Tidy up", "Mop up").replace("atlas/mcp/", "atlas/tool/")
    )
    assert checked(place, to).change == "stale"
    assert kept(place, to).change == "refreshed"
    assert checked(place, to).change == "fresh"


@pytest.mark.parametrize("format", MARKS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_block_leaves_the_rest_of_the_file_as_it_is(
    format: Format, newline: str, place: Repo
) -> None:
    before = f"# Agents{newline}{newline}Be\tkind. {newline}".encode()
    path = place.path / "AGENTS.md"
    path.write_bytes(before)
    path.chmod(0o640)
    to = file(place, "AGENTS.md", format, into=True)
    assert checked(place, to).change == "missing"
    assert path.read_bytes() == before
    assert kept(place, to).change == "written"
    assert path.read_bytes().startswith(before)
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(newline.encode())
    path.write_bytes(path.read_bytes() + b"more" + newline.encode())
    assert checked(place, to).change == "fresh"
    actions.done(workspace(place, "junior"), "J5", "HEAD")
    place.write("coord.yaml", (place.path / "coord.yaml").read_text().replace("mcp", "tool"))
    assert checked(place, to).change == "stale"
    assert kept(place, to).change == "refreshed"
    assert path.read_bytes().startswith(before)
    assert path.read_bytes().endswith(b"more" + newline.encode())
    assert path.stat().st_mode & 0o777 == 0o640
    assert checked(place, to).change == "fresh"


def test_blocks_of_several_forms_live_in_one_file(place: Repo) -> None:
    place.write("AGENTS.md", "# Agents\n")
    formats: tuple[Format, ...] = ("markdown", "mermaid")
    for format in formats:
        assert kept(place, file(place, "AGENTS.md", format, into=True)).change == "written"
    for format in formats:
        assert checked(place, file(place, "AGENTS.md", format, into=True)).change == "fresh"


def test_the_title_is_lower_where_the_file_holds_other_things(place: Repo) -> None:
    place.write("AGENTS.md", "# Agents\n")
    kept(place, file(place, "AGENTS.md", into=True))
    kept(place, file(place, "COORD.md", into=True))
    assert "\n## atlas: who does what\n" in (place.path / "AGENTS.md").read_text()
    assert "\n# atlas: who does what\n" in (place.path / "COORD.md").read_text()
    assert checked(place, file(place, "COORD.md")).change == "fresh"


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_that_export_did_not_write_is_not_replaced(format: Format, place: Repo) -> None:
    to = file(place, place.write("x.txt", '{"by": "hand"}\n').name, format)
    with pytest.raises(Refused, match=r"x\.txt holds what export did not write: --force"):
        kept(place, to)
    assert (place.path / "x.txt").read_text() == '{"by": "hand"}\n'
    assert checked(place, to).change == "missing"
    assert kept(place, to, force=True).change == "written"
    assert checked(place, to).change == "fresh"


def test_the_plan_itself_is_never_written(place: Repo) -> None:
    before = (place.path / "coord.yaml").read_bytes()
    for into in (True, False):
        with pytest.raises(Refused, match="is the plan itself"):
            kept(place, file(place, "coord.yaml", into=into), force=True)
    assert (place.path / "coord.yaml").read_bytes() == before


@pytest.mark.parametrize("text", [f"a\n{BEGIN}\nb\n", f"{END}\n", f"{BEGIN}\n{BEGIN}\n{END}\n"])
def test_broken_marks_are_named_with_their_line(text: str, place: Repo) -> None:
    place.write("AGENTS.md", text)
    to = file(place, "AGENTS.md", into=True)
    for step in (kept, checked):
        with pytest.raises(BadInput, match=r"AGENTS\.md:\d: one .* are expected"):
            step(place, to)
    assert (place.path / "AGENTS.md").read_text() == text


def test_what_is_no_text_or_leads_away_stays(place: Repo, tmp_path: Path) -> None:
    (place.path / "bin").write_bytes(b"a\0b")
    (tmp_path / "out").write_text("x\n")
    (place.path / "link").symlink_to(tmp_path / "out")
    for name in ("bin", "link"):
        with pytest.raises(BadInput):
            kept(place, file(place, name, into=True))
    assert (tmp_path / "out").read_text() == "x\n"


def test_a_file_elsewhere_is_meant_when_it_is_named(place: Repo, tmp_path: Path) -> None:
    to = file(place, str(tmp_path / "COORD.md"))
    assert kept(place, to).change == "written"
    assert checked(place, to).change == "fresh"


def test_json_is_no_block(place: Repo) -> None:
    with pytest.raises(BadInput, match=r"use -o p\.json"):
        file(place, "p.json", "json", into=True)


def test_the_first_line_that_is_stale_is_named_with_what_it_should_be(place: Repo) -> None:
    to = file(place, "COORD.md")
    kept(place, to)
    actions.done(workspace(place, "junior"), "J5", "HEAD")
    found = checked(place, to)
    lines = (place.path / "COORD.md").read_text().split("\n")
    assert (lines[found.line - 1], found.today) == (
        "`round-2` · 0 of 4 done",
        "`round-2` · 1 of 4 done",
    )


def test_the_plan_alone_is_as_coord_yaml_says_it(place: Repo) -> None:
    actions.done(workspace(place, "junior"), "J5", "HEAD")
    it = workspace(place)
    assert today(it, plan_only=True) == Today(it.plan)
    assert today(it).plan != it.plan


def test_a_fresh_clone_asks_the_branch_of_the_channel(tmp_path: Path) -> None:
    """As in CI: the clone has the branch of the remote, as last fetched."""
    it = clones(tmp_path)
    actions.done(opened(it.junior, "junior", 10), "J5", "HEAD")
    to = file(it.junior, "COORD.md")
    kept(it.junior, to)
    it.junior.commit("COORD.md")
    it.junior.git("push", "--quiet", "origin", "HEAD:main")
    fresh = another(it.remote, tmp_path / "ci", "junior")
    assert checked(fresh, file(fresh, "COORD.md")).change == "fresh"


@pytest.mark.parametrize("format", FORMATS)
def test_without_the_channel_only_the_plan_alone_can_be_told(
    format: Format, tmp_path: Path
) -> None:
    it = clones(tmp_path)
    to, alone = file(it.junior, WHOLE[format], format), file(it.junior, "alone", format)
    actions.done(opened(it.junior, "junior", 10), "J5", "HEAD")
    kept(it.junior, to)
    keep(opened(it.junior, "junior", 10).layout, Today(opened(it.junior, "junior", 10).plan), alone)
    it.junior.git("add", "--all")
    it.junior.commit(WHOLE[format])
    it.junior.git("push", "--quiet", "origin", "HEAD:main")
    ci = it.remote.clone(tmp_path / "ci", "--depth", "1", "--single-branch")
    ci.git("remote", "set-url", "origin", str(tmp_path / "nowhere"))
    to, alone = file(ci, WHOLE[format], format), file(ci, "alone", format)
    assert checked(ci, alone).change == "fresh"
    if format == "codeowners":  # says nothing of what sessions did
        assert (checked(ci, to).change, checked(ci, to).note) == ("fresh", "")
        return
    assert "not known here" in checked(ci, alone).note
    with pytest.raises(EnvironmentFailed, match=r"cannot tell whether .* is stale.*--plan-only"):
        checked(ci, to)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Tidy up", "Mop up"), ("    - {id: X1,", "#   - {id: X1,"),
        ("state: current", "state: later"),
    ],
)  # fmt: skip
def test_without_the_channel_no_change_of_the_plan_is_called_fresh(
    old: str, new: str, tmp_path: Path
) -> None:
    it = clones(tmp_path)
    alone = it.remote.clone(tmp_path / "ci")
    alone.git("remote", "set-url", "origin", str(tmp_path / "nowhere"))
    to = file(alone, "COORD.md")
    kept(alone, to)
    assert checked(alone, to).change == "fresh"
    plan = (alone.path / "coord.yaml").read_text()
    assert old in plan
    alone.write("coord.yaml", plan.replace(old, new))
    with pytest.raises(EnvironmentFailed, match="cannot tell"):
        checked(alone, to)


def test_a_repository_is_the_same_by_a_link(place: Repo, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(place.path)
    (tmp_path / "away").mkdir()
    (tmp_path / "elsewhere").symlink_to(tmp_path / "away")
    (place.path / "out").symlink_to(tmp_path / "away")
    link = str(tmp_path / "link")
    for name in ("AGENTS.md", f"{link}/MORE.md", f"{tmp_path}/elsewhere/AGENTS.md"):
        to = target(link, name, "markdown", into=True)
        assert kept(place, to).change == "written"
        assert checked(place, to).change == "fresh"
    assert (place.path / "AGENTS.md").exists()
    assert (place.path / "MORE.md").exists()
    with pytest.raises(BadInput, match="leads out of the repository"):
        kept(place, target(link, "out/AGENTS.md", "markdown", into=True))


@pytest.mark.parametrize("there", [None, "# Agents\n"])
def test_what_somebody_wrote_in_between_stays(
    there: str | None, place: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The edit comes after the file was read, and before it is written."""
    path = place.path / "AGENTS.md"
    if there is not None:
        path.write_text(there)

    def body_while_somebody_edits(*arguments: Any, **named: Any) -> Written:  # noqa: ANN401
        path.write_text("mine\n")
        return body(*arguments, **named)

    monkeypatch.setattr(exporting, "body", body_while_somebody_edits)
    with pytest.raises(Refused, match=r"AGENTS\.md changed in the meantime"):
        kept(place, file(place, "AGENTS.md", into=True))
    assert path.read_text() == "mine\n"


@pytest.mark.parametrize("into", [True, False])
def test_a_pipe_is_no_file(into: bool, place: Repo) -> None:
    os.mkfifo(place.path / "pipe")
    for step in (kept, checked):
        with pytest.raises(BadInput, match="pipe is a pipe, no file"):
            step(place, file(place, "pipe", into=into))
    assert (place.path / "pipe").is_fifo()
