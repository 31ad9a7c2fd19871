"""Documents become a plan, or go into the one that is there; nothing is ever overwritten."""

import os
import stat
from pathlib import Path

import pytest

from coord_tui.adapters.import_files import NoDocument
from coord_tui.adapters.plan_file import PlanBroken, load_plan, parse_plan
from coord_tui.core.plan_items import unplaced
from coord_tui.errors import BadInput, EnvironmentFailed, Refused
from coord_tui.workspace.import_target import find_target, home
from coord_tui.workspace.importing import (
    Documents,
    Prepared,
    differences,
    doubtful,
    prepare,
    read_documents,
    write,
)
from tests.documents import GUESSES, HARBOUR
from tests.repos import repository

EXISTING = """\
# ours
sessions: {ana: pages, bolt: the service}
ownership:
  ana: [web/]  # hers
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "COORD.md").write_text(HARBOUR)
    return tmp_path


def read(folder: Path, *names: str) -> Documents:
    return read_documents(names or ("COORD.md",), str(folder))


def prepared(folder: Path, *agreed: str, left: tuple[str, ...] = ()) -> Prepared:
    documents = read(folder)
    reading = documents.reading(documents.left_with(left))
    target = find_target("coord.yaml", str(folder))
    return prepare(documents, reading, target, agreed)


def test_a_new_plan_says_where_each_item_was_read(folder: Path) -> None:
    write(prepared(folder))
    text = (folder / "coord.yaml").read_text()
    assert text.startswith(
        "# Read from COORD.md by `coord-tui import`; ~ is likely, ? is a guess.\n\n"
    )
    assert "    - {path: web/, note: pages and styles}  # COORD.md:9\n" in text
    assert "  # ? COORD.md:22\n" in text
    assert "done: 4f2a91c" in text
    plan = load_plan(folder / "coord.yaml").plan
    assert [(task.id, task.owner, task.after) for task in plan.tasks][:2] == [
        ("H1", "bolt", ()), ("H2", "ana", ("H1",)),
    ]  # fmt: skip


def test_what_was_left_stays_out_with_the_group_that_only_it_speaks_of(folder: Path) -> None:
    assert {item.key for item in doubtful(read(folder).reading())} >= {*GUESSES}
    found = prepared(folder, left=GUESSES)
    assert [group.id for group in found.plan.groups] == ["round-1"]


def test_what_contradicts_the_rest_is_taken_out_and_named(folder: Path) -> None:
    more = "## File ownership\n### bolt\n- `web/`\n"
    (folder / "MORE.md").write_text(more)
    documents = read(folder, "COORD.md", "MORE.md")
    target = find_target("coord.yaml", str(folder))
    found = prepare(documents, documents.reading(), target)
    assert [one.key for one in found.taken_out] == ["owned:bolt:web/"]
    write(found)
    assert unplaced(load_plan(folder / "coord.yaml").plan) == found.plan


def test_comments_name_documents_as_seen_from_the_plan(folder: Path) -> None:
    (folder / "docs").mkdir()
    (folder / "docs" / "WHO.md").write_text(HARBOUR)
    documents = read(folder, "docs/WHO.md")
    for place, name in (("coord.yaml", "docs/WHO.md:4"), ("docs/plan.yaml", "WHO.md:4")):
        found = prepare(documents, documents.reading(), find_target(place, str(folder)))
        assert f"# {name}\n" in found.source.decode()
    other = folder / "other"
    other.mkdir()
    found = prepare(documents, documents.reading(), find_target("coord.yaml", str(other)))
    assert "# WHO.md:4\n" in found.source.decode()


def test_the_schema_is_named_where_it_is_there(folder: Path) -> None:
    (folder / "coord_tui").mkdir()
    (folder / "coord_tui" / "plan.schema.json").write_text("{}")
    first = prepared(folder).source.decode().splitlines()[0]
    assert first == "# yaml-language-server: $schema=coord_tui/plan.schema.json"


def test_an_existing_plan_gets_only_what_was_agreed_to(folder: Path) -> None:
    (folder / "coord.yaml").write_text(EXISTING)
    target = find_target("coord.yaml", str(folder))
    found = {change.key: change for change in differences(read(folder).reading(), target)}
    assert found["session:ana"].kind == "different"
    assert found["owned:ana:web/"].kind == "filled"
    assert prepared(folder).is_there
    write(prepared(folder, "owned:bolt:api/"))
    assert (folder / "coord.yaml").read_text() == EXISTING + "  bolt:\n    - api/  # COORD.md:11\n"


def test_a_plan_that_says_it_all_stays_as_it_is(folder: Path) -> None:
    write(prepared(folder))
    before = os.stat(folder / "coord.yaml").st_mtime_ns
    again = prepared(folder)
    assert differences(read(folder).reading(), again.target) == ()
    assert again.is_there
    write(again)
    assert os.stat(folder / "coord.yaml").st_mtime_ns == before


def test_what_has_no_place_in_the_text_is_told_to_be_put_in_by_hand(folder: Path) -> None:
    text = "sessions: {ana: &a {role: pages}, bolt: *a}\n"
    (folder / "coord.yaml").write_text(text)
    found = prepared(folder, "session:bolt")
    assert found.is_there
    assert found.by_hand.keys == ("session:bolt",)
    assert found.by_hand.why.endswith("cannot be changed in place: line 1 says it by an alias")
    first, *others = found.by_hand.text.splitlines()
    assert first == f"# {found.by_hand.why}"
    assert others[-1].endswith("  # in place of line 1")
    assert parse_plan("\n".join(others).encode()).plan.sessions[0].role == "the service"
    write(found)
    assert (folder / "coord.yaml").read_text() == text


def test_one_change_without_a_place_keeps_none_of_the_others_out(folder: Path) -> None:
    (folder / "coord.yaml").write_text("sessions: {kim: &a {role: pages}, bolt: *a}\n")
    target = find_target("coord.yaml", str(folder))
    keys = [change.key for change in differences(read(folder).reading(), target)]
    found = prepared(folder, *keys)
    assert found.by_hand.keys == ("session:bolt",)
    write(found)
    again = find_target("coord.yaml", str(folder))
    left = differences(read(folder).reading(), again)
    assert [change.key for change in left] == ["session:bolt"]


def test_what_is_put_in_by_hand_makes_the_plan(folder: Path) -> None:
    """The pieces stand where they belong, and say what is in their way."""
    (folder / "coord.yaml").write_text(
        "ownership:\n  bolt: [api/]\n  ana:\n    - web/  # hers, since May\n"
        "sessions: {ana: the pages, bolt: the service}\n"
    )
    (folder / "COORD.md").write_text("# Harbour\n\n## Ownership\n### bolt\n- `web/`\n- `jobs/`\n")
    found = prepared(folder, "owned:bolt:web/", "owned:bolt:jobs/")
    assert found.by_hand.text == (
        "# coord.yaml cannot be changed in place: line 4 has to go by hand\n"
        "ownership:\n  bolt:\n    - web/  # in place of line 4\n"
    )
    assert b"  bolt: [api/, jobs/]\n" in found.source


def test_only_the_first_of_many_are_spelt_out(folder: Path) -> None:
    def owned(by: str, row: str) -> str:
        return f"{by}\n" + "".join(row.format(n) for n in range(30))

    (folder / "coord.yaml").write_text(
        "sessions: {ana: the pages, bolt: the service}\nownership:\n"
        + owned("  ana:", "    - lib{}/  # hers\n")
    )
    (folder / "COORD.md").write_text(
        "# Harbour\n\n## Ownership\n" + owned("### bolt", "- `lib{}/`\n")
    )
    found = prepared(folder, *(f"owned:bolt:lib{n}/" for n in range(30)))
    assert len(found.by_hand.keys) == 30
    assert found.by_hand.text.count("  # in place of line ") == 20
    assert "# 10 more: import again once these are in\n" in found.by_hand.text


@pytest.mark.parametrize("before", ["\n", "  \n\r\n", "# ours\r\n#\n \n", "\ufeff# ours"])
def test_a_file_of_comments_is_no_plan_yet_and_they_stay(folder: Path, before: str) -> None:
    (folder / "coord.yaml").write_bytes(before.encode())
    ready = prepared(folder)
    assert ready.target.found is None
    assert differences(read(folder).reading(), ready.target) == ()
    write(ready)
    text = (folder / "coord.yaml").read_bytes().decode()
    assert text.startswith(before.rstrip())
    assert unplaced(load_plan(folder / "coord.yaml").plan) == ready.plan


def test_a_read_only_plan_stays(folder: Path) -> None:
    (folder / "coord.yaml").write_text(EXISTING)
    (folder / "coord.yaml").chmod(0o444)
    with pytest.raises(Refused, match="is read-only"):
        write(prepared(folder, "owned:bolt:api/"))
    assert (folder / "coord.yaml").read_text() == EXISTING


@pytest.mark.parametrize("before", [None, "", "# ours\n", EXISTING])
def test_a_file_that_came_or_changed_meanwhile_is_left_alone(
    folder: Path, before: str | None
) -> None:
    path = folder / "coord.yaml"
    if before is not None:
        path.write_text(before)
    ready = prepared(folder, "owned:bolt:api/")
    path.write_text("project: theirs\n")
    with pytest.raises(Refused, match="changed in the meantime"):
        write(ready)
    assert path.read_text() == "project: theirs\n"
    assert sorted(os.listdir(folder)) == ["COORD.md", "coord.yaml"]


def test_mode_and_link_of_the_file_stay(folder: Path) -> None:
    (folder / "real.yaml").write_text(EXISTING)
    (folder / "real.yaml").chmod(0o640)
    (folder / "coord.yaml").symlink_to("real.yaml")
    write(prepared(folder, "owned:bolt:api/"))
    assert (folder / "coord.yaml").is_symlink()
    assert stat.S_IMODE((folder / "real.yaml").stat().st_mode) == 0o640
    assert "api/" in (folder / "real.yaml").read_text()


@pytest.mark.parametrize(
    ("name", "error", "words"),
    [
        ("none/coord.yaml", BadInput, "there is no folder none: make it first"),
        (".", BadInput, ". is a folder: name the file in it, ./coord.yaml"),
        ("broken.yaml", PlanBroken, "broken.yaml:2:1: found broken YAML"),
        ("", EnvironmentFailed, "is not in a git repository"),
        ("pipe", BadInput, "pipe is a pipe, no file: name another"),
        ("link", BadInput, "link is a link to none.yaml, and nothing is there: remove it"),
        ("COORD.md", BadInput, "COORD.md is no name for a plan, which is YAML: -o coord.yaml"),
        ("x.json", BadInput, "-o coord.yaml, and then `coord-tui export json`"),
    ],
)
def test_where_no_plan_can_go(folder: Path, name: str, error: type[Exception], words: str) -> None:
    (folder / "broken.yaml").write_text("tasks: [")
    (folder / "link").symlink_to("none.yaml")
    os.mkfifo(folder / "pipe")
    with pytest.raises(error, match=words):
        find_target(name, str(folder))


def test_a_document_is_not_taken_for_the_plan(folder: Path) -> None:
    (folder / "plan.yaml").write_text("project: x\n")
    (folder / "link").symlink_to("plan.yaml")
    with pytest.raises(BadInput, match="link is a document to import, no plan"):
        find_target("link", str(folder), ["COORD.md", "plan.yaml"])
    assert find_target("plan.yaml", str(folder), ["COORD.md"]).found


def test_a_plan_that_is_there_may_have_any_name(folder: Path) -> None:
    (folder / "plan.json").write_text('{"project": "x"}')
    assert find_target("plan.json", str(folder)).found


def test_where_a_plan_is_read_is_known(tmp_path: Path) -> None:
    place = repository(tmp_path / "atlas")
    (place.path / "docs").mkdir()
    for name, where in (
        ("atlas/coord.yaml", "top"),
        ("atlas/docs/coord.yaml", "repository"),
        ("atlas/other.yaml", "repository"),
        ("coord.yaml", "nowhere"),
    ):
        assert home(find_target(name, str(tmp_path))) == where


def test_without_a_name_it_is_the_plan_of_the_repository(tmp_path: Path) -> None:
    place = repository(tmp_path / "atlas")
    inside = place.write("src/x.py").parent
    target = find_target("", str(inside))
    assert target.path == str(place.path / "coord.yaml")
    assert target.name == "../coord.yaml"


def test_a_folder_without_leave_to_write_changes_nothing(folder: Path) -> None:
    ready = prepared(folder)
    os.rename(folder, folder.with_name("moved"))
    with pytest.raises(EnvironmentFailed, match="cannot write"):
        write(ready)


def test_lines_of_a_place_are_those_of_the_document(folder: Path) -> None:
    documents = read(folder)
    item = next(one for one in documents.reading().items if one.key == "task:H2")
    assert documents.lines(item.at[0]) == [(18, "| H2 | Show the berths | ana | open | H1 |")]


def test_what_is_no_document_is_refused(folder: Path) -> None:
    with pytest.raises(NoDocument, match="cannot read none"):
        read(folder, "none.md")
