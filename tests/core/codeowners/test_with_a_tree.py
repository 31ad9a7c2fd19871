"""What is read of CODEOWNERS where the tracked files are known: rules that some file needs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coord_tui.core.codeowners.forge import is_codeowners
from coord_tui.core.codeowners.reading import read_codeowners
from coord_tui.core.importing.statements import SaidOwned, SaidShared
from tests.core.codeowners.forges import github_owners, gitlab_owners
from tests.core.codeowners.test_owners_stay import GITHUB, GITLAB, many_paths
from tests.core.codeowners.trees import github_files, gitlab_files, plan_owners, read

SECTIONS = """\
* @default

[Documentation] @docs-team
docs/
README.md @dana

^[Database][2] @dba
db/ @dba @dana
*.sql

[Frontend]
web/ @web
!web/gen/
"""
TREE = ["README.md", "Makefile", "docs/a.md", "db/x.sql", "web/a.ts", "web/gen/b.ts"]


def told(text: str, tree: list[str] | None, name: str = GITLAB) -> list[str]:
    return [one.text for one in read_codeowners(name, text, tree)[2]]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from([GITHUB, GITLAB]), st.data(), many_paths)
def test_no_tracked_file_gets_another_owner(
    name: str, data: st.DataObject, tree: list[str]
) -> None:
    text = data.draw(github_files if name == GITHUB else gitlab_files)
    judge = github_owners if name == GITHUB else gitlab_owners
    everywhere, _ = read(name, text)
    plan, changes = read(name, text, tree)
    assert plan_owners(plan, tree) == plan_owners(everywhere, tree)
    assert {*plan.ownership, *plan.shared} or not everywhere.ownership
    if not changes:
        assert plan_owners(plan, tree) == {path: judge(text, path) for path in tree}


def test_sections_give_the_rules_that_people_wrote_and_those_that_a_file_needs() -> None:
    said, _, _ = read_codeowners(GITLAB, SECTIONS, TREE)
    owned = {one.path: one.session for one in said if isinstance(one, SaidOwned)}
    shared = {
        one.path: [name for name, _ in one.parts] for one in said if isinstance(one, SaidShared)
    }
    assert owned == {
        "*": "default", "**/docs/": "docs-team", "**/README.md": "dana", "**/*.sql": "dba",
        "**/web/": "web", "**/web/gen/": "default",
    }  # fmt: skip
    assert shared == {"**/db/": ["dba", "dana"]}
    plan, _ = read(GITLAB, SECTIONS, TREE)
    assert plan_owners(plan, TREE) == {path: gitlab_owners(SECTIONS, path) for path in TREE}


def test_what_is_left_out_is_said_in_a_line() -> None:
    text = "/docs/ @ana\n*.sql @bob\n"
    assert told(text, ["docs/a.md"], GITHUB) == [
        "/docs/**/*.sql, where lines meet, is left out: no tracked file is there"
    ]
    assert told(text, ["docs/a.sql"], GITHUB) == []
    assert told(text, None, GITHUB) == [
        "/docs/**/*.sql, where lines meet, is kept: nobody knows here which files there are"
    ]


def test_of_rules_that_differ_in_no_file_nothing_is_told() -> None:
    text = "a/ @ana\n[B]\nb/ @bob\n[C]\nc/ @cid\n"
    assert not [one for one in told(text, ["a/x", "b/x", "c/x"]) if "left out" not in one]
    assert len([one for one in told(text, None) if "kept" not in one]) > 0


def test_owners_of_all_files_are_those_of_what_is_left_and_that_is_said() -> None:
    text = "* @ana\n[Docs]\n/docs/ @bob\n/lib/ @cid\n"
    said, _, warnings = read_codeowners(GITLAB, text, ["docs/a.md", "lib/a", "b"])
    read_as = {one.path: (one.session, one.sure) for one in said if isinstance(one, SaidOwned)}
    assert read_as == {
        "*": ("ana", "certain"), "/docs/": ("bob", "likely"), "/lib/": ("cid", "likely"),
    }  # fmt: skip
    assert [(one.at.line, one.text[:38]) for one in warnings] == [
        (1, "GitLab asks the owners of all files be")
    ]


def test_the_name_of_a_section_is_a_note_where_no_comment_is() -> None:
    text = "[Docs] @ana\n/a/\n\n# About b\n/b/\n"
    said = read_codeowners(GITLAB, text, ["a/x"])[0]
    notes = {one.path: one.note for one in said if isinstance(one, SaidOwned)}
    assert notes == {"/a/": "section Docs", "/b/": "About b"}


@pytest.mark.parametrize(
    ("name", "text", "is_one"),
    [
        ("CODEOWNERS", "anything", True),
        ("gitlab.CODEOWNERS", "anything", True),
        ("team.codeowners", "anything", True),
        (
            "owners.txt",
            "# Who\n\n[Docs] @x\n*.md @ana b@example.com # why\n/src/ @acme/web\n",
            True,
        ),
        ("owners.txt", "# Who\n", False),
        ("owners.txt", "", False),
        ("owners.txt", "[Docs] @x\n*.md\n!/src/\n/lib/ @ana\n", True),
        ("paths.txt", "/src/\n/lib/\n", False),
        ("notes.txt", "ask @ana\n", False),
        ("notes.txt", "- @ana\n", False),
        ("notes.txt", "src/: @ana\n", False),
        ("notes.txt", "1. @ana\n", False),
        ("owners.txt", "/src/ @ana\nand that is all\n", False),
        ("owners.md", "/src/ @ana\n", False),
    ],
)
def test_a_file_of_rules_is_known_by_its_name_or_by_holding_nothing_else(
    name: str, text: str, is_one: bool
) -> None:
    assert is_codeowners(name, text) is is_one
