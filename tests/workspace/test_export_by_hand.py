"""What somebody edited by hand in an export: told from what is stale, and never undone unasked."""

import re
from pathlib import Path

import pytest

from coord_tui.core.exporting.formats import Format
from coord_tui.errors import BadInput, Refused
from coord_tui.workspace import actions
from coord_tui.workspace.export_values import Kept, Target
from coord_tui.workspace.exporting import check, keep, target, today
from coord_tui.workspace.import_lacks import with_lacks
from coord_tui.workspace.import_target import find_target
from coord_tui.workspace.importing import prepare, read_documents, write
from coord_tui.workspace.workspace import Workspace
from tests.repos import Repo


def block(place: Repo, format: Format = "markdown") -> Target:
    return target(str(place.path), "AGENTS.md", format, into=True)


def kept(place: Repo, to: Target, *, force: bool = False) -> Kept:
    it = Workspace.open(str(place.path), "senior")
    return keep(it.layout, today(it), to, force=force)


def checked(place: Repo, to: Target) -> Kept:
    it = Workspace.open(str(place.path), "senior")
    return check(it.layout, today(it), to)


def edited(place: Repo, pattern: str, then: str, name: str = "AGENTS.md") -> str:
    """The file with the first match written anew."""
    path = place.path / name
    before = path.read_text()
    after = re.sub(pattern, then, before, count=1, flags=re.MULTILINE)
    assert after != before
    path.write_text(after)
    return after


def lacks(place: Repo) -> list[str]:
    return [
        one.text
        for one in with_lacks(read_documents(["AGENTS.md"], str(place.path))).stated.warnings
    ]


@pytest.fixture
def exported(place: Repo) -> Repo:
    place.write("AGENTS.md", "# Agents\n\nBe kind.\n")
    kept(place, block(place))
    return place


UNTICK = (r"^- \[x\] \*\*S1\*\*", "- [ ] **S1**")
EDITS = [
    (*UNTICK, "taken out: S1 is done"),
    (r"^- \[ \] \*\*X1\*\*.*\n", "", "taken out: X1 "),
    (r"^- `atlas/mcp/`.*\n", "", "taken out: junior owns atlas/mcp/"),
    (r"^(- \[ \] \*\*X1\*\*) [^·\n]*", r"\1 Mop up ", "was not written by export"),
    (r"^(- \[ \] \*\*X1\*\*.*)$", r"\1\n- [ ] **J9** Sweep", "was not written by export"),
    (r"^### Who owns what$", "By hand.\n\n### Who owns what", "was not written by export"),
]


@pytest.mark.parametrize(("pattern", "then", "words"), EDITS)
def test_an_edit_is_told_and_not_undone(
    pattern: str, then: str, words: str, exported: Repo
) -> None:
    to, fresh = block(exported), (exported.path / "AGENTS.md").read_text()
    text = edited(exported, pattern, then)
    found = checked(exported, to)
    assert (found.change, words in found.note) == ("edited", True), found
    assert 4 < found.line <= len(text.splitlines())
    with pytest.raises(Refused, match=r"^AGENTS\.md:\d+: edited by hand: .*--force undoes it$"):
        kept(exported, to)
    assert (exported.path / "AGENTS.md").read_text() == text
    assert kept(exported, to, force=True).change == "refreshed"
    assert (exported.path / "AGENTS.md").read_text() == fresh


def test_what_changed_in_the_plan_or_on_the_channel_is_stale_and_no_edit(exported: Repo) -> None:
    actions.done(Workspace.open(str(exported.path), "junior"), "J5", "HEAD")
    exported.write(
        "coord.yaml", (exported.path / "coord.yaml").read_text().replace("Tidy up", "Mop up")
    )
    assert checked(exported, block(exported)).change == "stale"
    assert lacks(exported) == []
    assert kept(exported, block(exported)).change == "refreshed"
    assert checked(exported, block(exported)).change == "fresh"


def test_what_an_editor_does_by_itself_is_no_edit(exported: Repo) -> None:
    path = exported.path / "AGENTS.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"  \r\n"))
    exported.write(
        "coord.yaml", (exported.path / "coord.yaml").read_text().replace("atlas/mcp/", "atlas/x/")
    )
    assert checked(exported, block(exported)).change == "stale"
    assert kept(exported, block(exported)).change == "refreshed"


def test_an_edit_that_was_imported_is_none_any_more(exported: Repo) -> None:
    edited(exported, r"^(- \[ \] \*\*X1\*\*.*)$", r"\1\n- [ ] **J9** Sweep")
    folder = str(exported.path)
    documents = read_documents(["AGENTS.md"], folder)
    done = prepare(documents, documents.reading(), find_target("", folder), {"task:J9"})
    write(done)
    actions.done(Workspace.open(folder, "junior"), "J5", "HEAD")
    assert checked(exported, block(exported)).change == "stale"
    assert kept(exported, block(exported)).change == "refreshed"
    assert "- [x] **J5**" in (exported.path / "AGENTS.md").read_text()


@pytest.mark.parametrize(("pattern", "then", "words"), EDITS[:3])
def test_an_import_tells_what_the_block_no_longer_says(
    pattern: str, then: str, words: str, exported: Repo
) -> None:
    assert lacks(exported) == []
    edited(exported, pattern, then)
    (said,) = lacks(exported)
    assert said.startswith(f"in coord.yaml, not here: {words.removeprefix('taken out: ')}")


def test_a_document_of_another_project_is_not_compared(exported: Repo) -> None:
    edited(exported, EDITS[2][0], "")
    edited(exported, r"^## atlas: ", "## harbour: ")
    assert lacks(exported) == []


def test_what_a_session_undid_on_the_channel_is_not_told_as_taken_out(exported: Repo) -> None:
    actions.reopen(Workspace.open(str(exported.path), "senior"), ["S1"])
    kept(exported, block(exported))
    edited(exported, r"^- `atlas/mcp/`.*\n", "")
    assert lacks(exported) == ["in coord.yaml, not here: junior owns atlas/mcp/"]


def test_without_a_digest_all_that_the_plan_does_not_say_is_asked_about(exported: Repo) -> None:
    edited(exported, r", digest \w+ -->", " -->")
    assert checked(exported, block(exported)).change == "fresh"
    exported.write(
        "coord.yaml", (exported.path / "coord.yaml").read_text().replace("atlas/mcp/", "atlas/x/")
    )
    assert checked(exported, block(exported)).change == "edited"
    with pytest.raises(Refused, match=r"edited by hand: .*taken out: junior owns atlas/x/"):
        kept(exported, block(exported))


@pytest.mark.parametrize(
    ("name", "format"), [("CODEOWNERS", "codeowners"), ("t.mmd", "mermaid"), ("C.md", "markdown")]
)
def test_a_file_that_is_an_export_is_kept_from_loss_as_a_block_is(
    name: str, format: Format, place: Repo
) -> None:
    to = target(str(place.path), name, format, into=False)
    kept(place, to)
    place.write(
        "coord.yaml", (place.path / "coord.yaml").read_text().replace("atlas/mcp/", "atlas/x/")
    )
    assert checked(place, to).change in ("stale", "fresh")
    kept(place, to)
    lines = Path(to.path).read_text().splitlines(keepends=True)
    Path(to.path).write_text("".join([*lines[:-2], "by hand\n", *lines[-2:]]))
    assert checked(place, to).change == "edited"
    with pytest.raises(Refused, match="edited by hand"):
        kept(place, to)
    assert kept(place, to, force=True).change == "refreshed"
    assert checked(place, to).change == "fresh"


def test_marks_that_a_person_put_there_are_a_place_and_no_edit(place: Repo) -> None:
    place.write("AGENTS.md", "a\n\n<!-- coord-tui plan -->\n<!-- end of coord-tui plan -->\n\nb\n")
    assert kept(place, block(place)).change == "refreshed"
    text = (place.path / "AGENTS.md").read_text()
    assert text.startswith("a\n\n<!-- coord-tui plan, digest ")
    assert text.endswith("b\n")


def test_a_merge_conflict_in_the_block_is_called_one(exported: Repo) -> None:
    path = exported.path / "AGENTS.md"
    text = path.read_text()
    mark = next(line for line in text.splitlines() if "coord-tui plan, digest" in line)
    other = mark.replace("digest ", "digest 0")
    path.write_text(text.replace(mark, f"<<<<<<< HEAD\n{mark}\n=======\n{other}\n>>>>>>> x"))
    for step in (kept, checked):
        with pytest.raises(BadInput, match=r"AGENTS\.md:5: a merge conflict is open in what"):
            step(exported, block(exported))
