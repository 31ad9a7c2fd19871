"""No path's owner changes when the last match becomes the most specific rule, and back again."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coord_tui.core.codeowners.forge import Dialect
from coord_tui.core.codeowners.writing import codeowners_text
from coord_tui.core.lint import lint
from coord_tui.core.patterns import PatternError, parse
from coord_tui.core.plan import Owned, Part, Plan, Session, Shared
from tests.core.codeowners.forges import github_owners, gitlab_owners
from tests.core.codeowners.trees import (
    FILES,
    FOLDERS,
    github_files,
    gitlab_files,
    paths,
    patterns,
    plan_owners,
    read,
)

GITHUB, GITLAB = ".github/CODEOWNERS", ".gitlab/CODEOWNERS"
many_paths = st.lists(paths, min_size=10, max_size=60, unique=True)


@settings(max_examples=300, deadline=None)
@given(github_files, many_paths)
def test_what_github_says_the_plan_says(text: str, tree: list[str]) -> None:
    plan, changes = read(GITHUB, text)
    assert not [one for one in lint(plan) if one.level == "error"]
    if not changes:
        assert plan_owners(plan, tree) == {path: github_owners(text, path) for path in tree}


@settings(max_examples=300, deadline=None)
@given(gitlab_files, many_paths)
def test_what_gitlab_says_the_plan_says(text: str, tree: list[str]) -> None:
    plan, changes = read(GITLAB, text)
    assert not [one for one in lint(plan) if one.level == "error"]
    if not changes:
        assert plan_owners(plan, tree) == {path: gitlab_owners(text, path) for path in tree}


@settings(max_examples=200, deadline=None)
@given(github_files, many_paths)
def test_a_file_that_is_read_and_written_again_names_the_same_owners(
    text: str, tree: list[str]
) -> None:
    plan, changes = read(GITHUB, text)
    again, unsaid = codeowners_text(plan)
    if not changes and not unsaid:
        want = {path: github_owners(text, path) for path in tree}
        assert {path: github_owners(again, path) for path in tree} == want
    for_gitlab, unsaid = codeowners_text(plan, "gitlab")
    if not changes and not unsaid:
        want = {path: github_owners(text, path) for path in tree}
        assert {path: gitlab_owners(for_gitlab, path) for path in tree} == want


@settings(max_examples=200, deadline=None)
@given(gitlab_files, many_paths)
def test_a_gitlab_file_that_is_read_and_written_again_names_the_same_owners(
    text: str, tree: list[str]
) -> None:
    plan, changes = read(GITLAB, text)
    again, unsaid = codeowners_text(plan, "gitlab")
    if not changes and not unsaid:
        want = {path: gitlab_owners(text, path) for path in tree}
        assert {path: gitlab_owners(again, path) for path in tree} == want


@pytest.mark.parametrize(
    ("text", "path"),
    [("src/*/ @ana\n!/*/", "src/a/x.py"), ("/* @ana\n[A]\na @bob", "a/x.py")],
)
def test_sections_and_exclusions_may_meet_in_folders_of_any_name(text: str, path: str) -> None:
    plan, _ = read(GITLAB, text)
    assert plan_owners(plan, [path]) == {path: gitlab_owners(text, path)}


SESSIONS = tuple(Session(name) for name in ("ana", "bob", "cid"))
Who = str | tuple[str, ...]
whose: st.SearchStrategy[Who] = st.sampled_from(["ana", "bob", "cid", "nobody"]) | st.sampled_from(
    [("ana", "bob"), ("cid", "bob")]
)
held = st.tuples(patterns(), whose)


def plan_with(rules: list[tuple[str, Who]]) -> Plan:
    """The plan of patterns that differ, each with its session or those who share it."""
    kept: dict[object, tuple[str, Who]] = {}
    for text, who in rules:
        try:
            kept.setdefault(parse(text).meaning, (text, who))
        except PatternError:
            continue
    lines = list(enumerate(kept.values(), 1))
    return Plan(
        sessions=SESSIONS,
        ownership=tuple(
            Owned(text, who, line=line) for line, (text, who) in lines if isinstance(who, str)
        ),
        shared=tuple(
            Shared(text, sessions=tuple(map(Part, who)), line=line + len(lines))
            for line, (text, who) in lines
            if isinstance(who, tuple)
        ),
    )


@settings(max_examples=300, deadline=None)
@given(st.lists(held, max_size=8).map(plan_with), many_paths, st.sampled_from(["github", "gitlab"]))
def test_what_the_plan_says_the_last_match_says(
    plan: Plan, tree: list[str], dialect: Dialect
) -> None:
    text, unsaid = codeowners_text(plan, dialect)
    judge = github_owners if dialect == "github" else gitlab_owners
    if not unsaid:
        assert {path: judge(text, path) for path in tree} == plan_owners(plan, tree)
    again, changes = read(GITHUB if dialect == "github" else GITLAB, text)
    if not unsaid and not changes:
        assert plan_owners(again, tree) == plan_owners(plan, tree)


def random_file(chance: random.Random) -> str:
    """Some rules as people have them: folders, files, endings, a default."""
    folders = [*FOLDERS, "src/api", "docs/a", "/b", "/src"]
    choices: list[Callable[[], str]] = [
        lambda: "*",
        lambda: f"{chance.choice(folders)}/",
        lambda: chance.choice(folders),
        lambda: f"{chance.choice(folders)}/{chance.choice(FILES)}",
        lambda: chance.choice(FILES),
        lambda: chance.choice(["*.py", "*.md", "*.test.*"]),
        lambda: f"{chance.choice(folders)}/*",
        lambda: f"{chance.choice(folders)}/**/{chance.choice(['*.py', 'README.md'])}",
    ]
    rules = [chance.choice(choices)() for _ in range(chance.randint(2, 9))]
    return "\n".join(f"{rule} {chance.choice(['@ana', '@bob', '@cid', ''])}" for rule in rules)


@pytest.mark.parametrize(("name", "most"), [(GITHUB, 2), (GITLAB, 32)])
def test_files_as_people_write_them_are_hardly_ever_impossible(name: str, most: int) -> None:
    chance = random.Random(5)
    told = [read(name, random_file(chance))[1] for _ in range(400)]
    assert sum(map(bool, told)) <= most
    assert not [each for changes in told for each in changes if "a plan cannot" in each]


@pytest.mark.parametrize("name", [GITHUB, GITLAB])
def test_files_as_people_write_them_are_never_impossible_where_the_files_are_known(
    name: str,
) -> None:
    chance = random.Random(5)
    inside = [f"{one}/{two}/{file}" for one in FOLDERS for two in FOLDERS for file in FILES]
    tree = [*FILES, *inside, *(f"src/api/{path}" for path in inside)]
    told = [read(name, random_file(chance), tree)[1] for _ in range(60)]
    assert not [each for changes in told for each in changes]


@pytest.mark.parametrize(
    ("text", "example"),
    [("* @ana\n/*/ @bob", "x/x"), ("/*/a @ana\n/?/a @bob", "x/a")],
)
def test_rules_that_a_plan_cannot_keep_apart_are_named_with_a_path(text: str, example: str) -> None:
    plan, changes = read(GITHUB, text)
    want = github_owners(text, example)
    assert changes == [f"a plan cannot let line 2 win over line 1, as for {example}"] or (
        not changes and plan_owners(plan, [example]) == {example: want}
    )
