"""What is read of CODEOWNERS where the tracked files are known: rules that some file needs."""

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coord_tui.core.codeowners.forge import is_codeowners
from coord_tui.core.codeowners.ranking import Ranked
from coord_tui.core.codeowners.reading import read_codeowners
from coord_tui.core.codeowners.regions import Region
from coord_tui.core.codeowners.tracked import Tracked
from coord_tui.core.codeowners.verifying import MOST, Wrong, mended
from coord_tui.core.importing.statements import SaidOwned, SaidShared
from coord_tui.core.lint import lint
from coord_tui.core.patterns import parse
from tests.core.codeowners.forges import github_owners, gitlab_owners
from tests.core.codeowners.test_owners_stay import GITHUB, GITLAB, many_paths
from tests.core.codeowners.trees import github_files, gitlab_files, patterns, plan_owners, read

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
    judge = github_owners if name == GITHUB else partial(gitlab_owners, folders=False)
    plan, changes = read(name, text, tree)
    assert plan_owners(plan, tree) == {path: judge(text, path) for path in tree}
    assert not changes
    assert not [one for one in lint(plan) if one.level == "error"]


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
    judge = partial(gitlab_owners, SECTIONS, folders=False)
    assert plan_owners(plan, TREE) == {path: judge(path) for path in TREE}


@pytest.mark.parametrize(
    ("pattern", "tree", "rules", "words"),
    [
        (
            "docs",
            ["docs/a.md"],
            [],
            "there is no such file, so it decides nothing: is docs/ meant?",
        ),
        (".*", [".env", ".ci/a"], ["/.env"], "a plan would take both, so it says .env"),
        ("d*", ["d", "e/d.py", "d2/a"], ["/d", "/e/d.py"], "so it says d and 1 more"),
        ("/[ab]", ["a", "b/x"], ["/a"], "so it says a"),
        ("docs", ["b/docs", "a.md"], ["docs"], ""),
        ("/docs/*", ["docs/a.md", "docs/b/c"], ["/docs/*"], ""),
        ("*", ["docs/a.md", "b"], ["*"], ""),
    ],
)
def test_a_name_without_a_slash_is_a_file_for_gitlab(
    pattern: str, tree: list[str], rules: list[str], words: str
) -> None:
    text = f"{pattern} @ana\n"
    said, _, warnings = read_codeowners(GITLAB, text, tree)
    owned = [one for one in said if isinstance(one, SaidOwned)]
    assert [(one.path, one.sure) for one in owned] == [(path, "certain") for path in rules]
    assert len(warnings) == bool(words)
    assert all(one.text.endswith(words) for one in warnings)
    plan, _ = read(GITLAB, text, tree)
    judge = partial(gitlab_owners, text, folders=False)
    assert plan_owners(plan, tree) == {path: judge(path) for path in tree}


def test_only_what_nobody_knows_to_be_needed_is_told() -> None:
    text = "/docs/ @ana\n*.sql @bob\n"
    assert told(text, ["docs/a.md"], GITHUB) == []
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


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            "frontend/ @web\nbackend/ @be\n**/migrations/ @dba\ntest_*/ @qa\n",
            ["backend/migrations/1.sql", "backend/migrations/test_x/a.sql", "frontend/test_a/b"],
        ),
        (
            "api/ @bob\nweb/ @dee\nlib/ @bob\ndocs/ @docs\n.* @ops\n",
            ["api/v1/.env", "web/.ci/a", "docs/a.md"],
        ),
        ("vendor @v\n*.py @py\n.* @dots\n", ["vendor/a.py", "vendor/.x/b.py", "b.py", ".c.py"]),
        (
            "".join(f"**/f{n}/ @o{n}\n" for n in range(40)),
            [f"f{n}/f{39 - n}/x" for n in range(40)],
        ),
    ],
)
def test_each_tracked_file_has_the_owner_that_the_forge_gives_it(
    text: str, tree: list[str]
) -> None:
    plan, _ = read(GITHUB, text, tree)
    assert plan_owners(plan, tree) == {path: github_owners(text, path) for path in tree}
    assert told(text, tree, GITHUB) == []


def test_a_name_of_more_files_than_people_read_stays_and_is_told() -> None:
    tree = ["x.py/a", *(f"{n}.py" for n in range(MOST + 1))]
    said, _, warnings = read_codeowners(GITLAB, "*.py @ana\n", tree)
    assert [(one.path, one.sure) for one in said if isinstance(one, SaidOwned)] == [
        ("*.py", "likely")
    ]
    words = "GitLab takes *.py for files only, not for folders; a plan takes both, as x.py/a"
    assert [one.text for one in warnings] == [words]


def test_rules_that_are_equally_specific_decide_alike_in_any_order_of_the_plan() -> None:
    text, tree = "* @ana\n!/*/\n", ["x.py", "a/x.py", "a/a/y.md"]
    plan, _ = read(GITLAB, text, tree)
    assert plan_owners(plan, tree) == {"x.py": {"@ana"}, "a/x.py": set(), "a/a/y.md": set()}


def test_where_files_are_too_many_to_name_each_one_is_told_with_both_owners() -> None:
    rule = Ranked(Region(("a",), "below"), "/a/", ("@ana",), 1)
    tree = Tracked([f"a/{n}" for n in range(MOST + 1)])
    rules, wrong = mended([[rule]], [], tree)
    assert rules == ()
    assert (len(wrong), wrong[0]) == (MOST + 1, Wrong("a/0", ("@ana",), (), 1))
    rules, wrong = mended([[rule]], [], Tracked(["a/[1].x"]))
    assert ([one.text for one in rules], wrong) == (["/a/\\[1].x"], [])


def test_patterns_are_spelled_plainly_where_no_file_needs_another_spelling() -> None:
    plan, _ = read(GITHUB, "vendor @v\n*.py @py\n.* @dots\n", ["vendor/a.txt", "b.py"])
    assert not [one.path for one in plan.ownership if "[" in one.path]


def test_without_a_tree_the_example_is_in_both_rules() -> None:
    text = "frontend/ @web\nbackend/ @be\n" + "".join(f"**/m{n}/ @o{n}\n" for n in range(40))
    (words,) = [one for one in told(text, None, GITHUB) if "more specific one decides" in one]
    example = words.partition("as for ")[2].partition(";")[0]
    assert parse("frontend/").match(example)
    assert parse("backend/").match(example) or parse("**/m0/").match(example)


@given(st.lists(patterns(), max_size=6), many_paths)
def test_the_files_of_a_pattern_are_those_that_it_takes(texts: list[str], tree: list[str]) -> None:
    tracked = Tracked(tree)
    for text in texts:
        taken = {tracked.paths[place] for place in tracked.files(text)}
        assert taken == {path for path in tree if parse(text).match(path)}
