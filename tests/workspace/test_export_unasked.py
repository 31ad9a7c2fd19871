"""What an export never overwrites unasked: an order, a conflict, the work of an unknown channel."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from coord_tui.core.exporting.formats import Format
from coord_tui.errors import BadInput, EnvironmentFailed, Refused
from coord_tui.workspace import actions
from coord_tui.workspace.export_values import EditedByHand, Target
from coord_tui.workspace.exporting import target
from tests.clones import clones, opened
from tests.repos import Repo
from tests.workspace.test_export_by_hand import block, checked, edited, kept

NAMES: dict[Format, str] = {"codeowners": "CODEOWNERS", "mermaid": "t.mmd", "markdown": "C.md"}


def whole(place: Repo, format: Format) -> Target:
    return target(str(place.path), NAMES[format], format, into=False)


def lines_of(to: Target) -> list[str]:
    return Path(to.path).read_text().splitlines(keepends=True)


def put(to: Target, lines: list[str]) -> None:
    Path(to.path).write_text("".join(lines))


class Met(NamedTuple):
    """How look, export and --force met what somebody had edited."""

    look: str
    refused: bool
    same: bool
    """Whether the refusal left every byte as it was."""
    forced: str
    then: str


KEPT = Met("edited", refused=True, same=True, forced="refreshed", then="fresh")


def met(place: Repo, to: Target, words: str) -> Met:
    """What became of it, told in these words."""
    before, found, refused = Path(to.path).read_bytes(), checked(place, to), False
    assert words in found.note
    try:
        kept(place, to)
    except EditedByHand as error:
        refused = re.search(r":\d+: edited by hand: ", str(error)) is not None
    same = Path(to.path).read_bytes() == before
    forced = kept(place, to, force=True).change
    return Met(found.change, refused, same, forced, checked(place, to).change)


@pytest.fixture
def exported(place: Repo) -> Repo:
    place.write("AGENTS.md", "# Agents\n\nBe kind.\n")
    kept(place, block(place))
    return place


HEADS = [
    lambda lines: [lines[0], "# our own words\n", *lines[1:]],
    lambda lines: [lines[0], *lines[2:]],
    lambda lines: [lines[0], lines[1], lines[1], *lines[2:]],
]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("format", ["codeowners", "mermaid"])
def test_an_edit_is_told_wherever_the_line_with_the_digest_is(
    head: object, format: Format, place: Repo
) -> None:
    to = whole(place, format)
    kept(place, to)
    assert callable(head)
    put(to, [*head(lines_of(to)), "/docs/secret.md @robin\n"])
    assert met(place, to, "not written by export") == KEPT


@pytest.mark.parametrize("format", NAMES)
@pytest.mark.parametrize("into", [True, False])
def test_an_open_conflict_is_never_overwritten(format: Format, into: bool, place: Repo) -> None:
    to = target(str(place.path), NAMES[format], format, into=into)
    kept(place, to)
    lines = lines_of(to)
    ours, theirs = "<<<<<<< HEAD\n", ">>>>>>> other\n"
    for first in (0 if into else 1, 3):
        mine = lines[first]
        other = mine.replace("digest ", "digest 0")
        hunk = [ours, mine, "=======\n", other, "by hand\n", theirs]
        put(to, [*lines[:first], *hunk, *lines[first + 1 :]])
        before = Path(to.path).read_bytes()
        for step in (kept, checked):
            with pytest.raises(BadInput, match=r":\d+: a merge conflict is open"):
                step(place, to)
        assert Path(to.path).read_bytes() == before


def test_a_conflict_elsewhere_in_the_file_is_not_ours(exported: Repo) -> None:
    conflict = "<<<<<<< HEAD\nBe kind.\n=======\nBe very kind.\n>>>>>>> other"
    edited(exported, r"^Be kind\.$", conflict)
    assert checked(exported, block(exported)).change == "fresh"
    assert kept(exported, block(exported)).change == "unchanged"


@pytest.mark.parametrize("into", [True, False])
def test_the_order_of_rules_is_not_undone(into: bool, place: Repo) -> None:
    to = target(str(place.path), "CODEOWNERS", "codeowners", into=into)
    kept(place, to)
    lines = lines_of(to)
    rules = [n for n, line in enumerate(lines) if line.startswith("/")]
    lines[rules[0]], lines[rules[1]] = lines[rules[1]], lines[rules[0]]
    put(to, lines)
    assert met(place, to, f"line {rules[0] + 1} stands in another order") == KEPT


@pytest.mark.parametrize("into", [True, False])
def test_a_line_written_twice_is_an_edit(into: bool, place: Repo) -> None:
    to = target(str(place.path), "CODEOWNERS", "codeowners", into=into)
    kept(place, to)
    lines = lines_of(to)
    place_of = next(n for n, line in enumerate(lines) if line.startswith("/"))
    put(to, [*lines[: place_of + 1], lines[place_of], *lines[place_of + 1 :]])
    assert met(place, to, f"line {place_of + 2} was not written by export") == KEPT


def test_a_rule_that_was_taken_out_has_to_go_from_the_plan_too(place: Repo) -> None:
    to = whole(place, "codeowners")
    kept(place, to)
    put(to, [line for line in lines_of(to) if "atlas/mcp/" not in line])
    assert met(place, to, "what is to go has to go from coord.yaml too") == KEPT


SWAPS = [
    (r"^(- \[.\] \*\*J5.*\n(?:  .*\n)*)(- \[.\] .*\n(?:  .*\n)*)", r"\2\1"),
    (r"(?s)^(#### Foundations.*?)(#### Agency.*?)(?=^### )", r"\2\1"),
    (r"^(- \*\*senior\*\*.*\n(?:  .*\n)*)(- \*\*\w+\*\*.*\n(?:  .*\n)*)", r"\2\1"),
]


@pytest.mark.parametrize(("pattern", "then"), SWAPS)
def test_the_order_in_a_document_is_not_undone(pattern: str, then: str, exported: Repo) -> None:
    edited(exported, pattern, then)
    assert met(exported, block(exported), "stands in another order") == KEPT


@pytest.mark.parametrize("line", [r"^2\. Pull: .*\n", r"^`A ──▸ B`.*\n"])
def test_a_sentence_of_an_export_is_not_put_back_unasked(line: str, exported: Repo) -> None:
    edited(exported, line, "")
    assert met(exported, block(exported), "taken out: ") == KEPT


def test_only_a_field_is_told_where_only_that_is_gone(exported: Repo) -> None:
    edited(exported, r"^  - emails: .*\n", "")
    assert met(exported, block(exported), "(emails: ") == KEPT


def test_what_no_plan_can_say_is_not_promised_to_be_taken_over(exported: Repo) -> None:
    edited(exported, r"^### Who owns what$", "<!-- note to self -->\n\n### Who owns what")
    found = checked(exported, block(exported))
    assert "takes over" not in found.note
    assert f"line {found.line} says nothing that a plan can say" in found.note
    assert found.edited_lines == (found.line,)


def test_a_comment_above_no_rule_is_not_promised_to_be_taken_over(place: Repo) -> None:
    to = whole(place, "codeowners")
    kept(place, to)
    lines = lines_of(to)
    put(to, [lines[0], "# our own words\n", *lines[1:]])
    assert "takes over" not in checked(place, to).note
    put(to, [*lines, "# why\n", "/docs/ @robin\n"])
    assert "takes over what was written" in checked(place, to).note
    assert "nothing that a plan can say" not in checked(place, to).note


def test_a_setting_is_told_with_its_line_and_its_name(exported: Repo) -> None:
    plan = (exported.path / "coord.yaml").read_text()
    exported.write("coord.yaml", f"{plan}\nclaims:\n  stale_after: 4h\n")
    kept(exported, block(exported))
    text = edited(exported, r"^- claims\.stale_after: 4h$", "- claims.stale_after: 5h")
    number = text.splitlines().index("- claims.stale_after: 5h") + 1
    assert checked(exported, block(exported)).edited_lines == (number,)
    edited(exported, r"^### Settings\n\n- claims\.stale_after: 5h\n", "")
    assert checked(exported, block(exported)).taken_out == ("setting claims.stale_after (4h)",)


def prettier(text: str) -> str:
    """As a formatter sets it: other bullets, tables in columns, empty lines, escapes."""
    text = re.sub(r"^(\s*)\* ", r"\1- ", text, flags=re.MULTILINE)
    text = text.replace("| a | b |", "| a   | b   |").replace("|---|---|", "| --- | --- |")
    return text.replace("\n<!-- end", "\n\n<!-- end").replace("reviews *", "reviews \\*")


def test_what_a_formatter_does_is_fresh_and_stays(place: Repo) -> None:
    plan = (place.path / "coord.yaml").read_text()
    rule = "\n  * one\n    * two\n\n  | a | b |\n  |---|---|\n  | c | d |\n"
    text = rule.replace("\n  ", "\n      ")
    more = f"  - title: Table\n    text: |\n{text[1:]}  - {{title: Star, text: reviews * and}}\n"
    place.write("coord.yaml", plan.replace("rules:\n", f"rules:\n{more}", 1))
    place.write("AGENTS.md", "# Agents\n")
    kept(place, block(place))
    path = place.path / "AGENTS.md"
    fresh = path.read_text()
    path.write_text(prettier(fresh))
    assert path.read_text() != fresh
    assert checked(place, block(place)).change == "fresh"
    assert kept(place, block(place)).change == "unchanged"
    place.write("coord.yaml", (place.path / "coord.yaml").read_text().replace("mcp", "tool"))
    assert checked(place, block(place)).change == "stale"
    assert kept(place, block(place)).change == "refreshed"


def test_the_block_ends_its_lines_as_its_mark_does(exported: Repo) -> None:
    path = exported.path / "AGENTS.md"
    path.write_bytes(path.read_bytes().replace(b"Be kind.\n", b"Be kind.\r\n"))
    assert checked(exported, block(exported)).change == "fresh"
    exported.write("coord.yaml", (exported.path / "coord.yaml").read_text().replace("mcp", "tool"))
    assert kept(exported, block(exported)).change == "refreshed"
    assert path.read_bytes().count(b"\r\n") == 1


def without_channel(tmp_path: Path) -> Repo:
    """A clone whose remote is away, with an export that tells what a session did."""
    it = clones(tmp_path)
    actions.done(opened(it.junior, "junior", 10), "J5", "HEAD")
    it.junior.write("AGENTS.md", "# Agents\n")
    kept(it.junior, block(it.junior))
    it.junior.git("add", "--all")
    it.junior.commit("AGENTS.md")
    it.junior.git("push", "--quiet", "origin", "HEAD:main")
    alone = it.remote.clone(tmp_path / "ci", "--depth", "1", "--single-branch")
    alone.git("remote", "set-url", "origin", str(tmp_path / "nowhere"))
    return alone


def test_without_the_channel_what_it_said_is_not_undone(tmp_path: Path) -> None:
    alone = without_channel(tmp_path)
    before = (alone.path / "AGENTS.md").read_text()
    assert "- [x] **J5**" in before
    with pytest.raises(EnvironmentFailed, match=r"cannot tell .*coord-tui sync.*--plan-only"):
        kept(alone, block(alone))
    assert (alone.path / "AGENTS.md").read_text() == before
    assert kept(alone, block(alone), force=True).change == "refreshed"


def test_without_the_channel_an_edit_that_it_cannot_have_made_is_told(tmp_path: Path) -> None:
    alone = without_channel(tmp_path)
    edited(alone, r"^### Who owns what$", "By hand.\n\n### Who owns what")
    assert checked(alone, block(alone)).change == "edited"
    with pytest.raises(Refused, match="edited by hand"):
        kept(alone, block(alone))
