"""Of all rules that take a file the most specific one says whose it is."""

import subprocess
import sys

import pathspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coord_tui.core.ownership import Ownership, rules_of
from coord_tui.core.patterns import PatternError, parse
from coord_tui.core.plan import Owned, Plan, Shared
from coord_tui.core.verdicts import ALONE, UNOWNED, WHY, Verdict, specificity

Rule = tuple[str, str, str, str, int]


def owned(*rules: tuple[str, str]) -> list[Rule]:
    """Rules from (pattern, session), each on a line of its own."""
    return [(text, "owned", owner, "", line) for line, (text, owner) in enumerate(rules, 1)]


@pytest.mark.parametrize(
    ("rules", "path", "owner"),
    [
        ([("src/", "ann"), ("src/app/", "bob")], "src/app/x.py", "bob"),
        ([("src/app/", "bob"), ("src/", "ann")], "src/app/x.py", "bob"),
        ([("src/app/", "bob"), ("src/", "ann")], "src/x.py", "ann"),
        ([("src/app/x.py", "ann"), ("src/app/", "bob")], "src/app/x.py", "ann"),
        ([("config.py", "ann"), ("src/", "bob")], "src/config.py", "ann"),
        ([("/config.py", "ann"), ("src/", "bob")], "src/config.py", "bob"),
        ([("src/", "ann"), ("*.py", "bob")], "src/x.py", "ann"),
        ([("src/*.py", "ann"), ("src/", "bob")], "src/x.py", "ann"),
        ([("src/*", "ann"), ("src/", "bob")], "src/x.py", "ann"),
        ([("src/*", "ann"), ("src/", "bob")], "src/a/x.py", "bob"),
        ([("src/test_*", "ann"), ("src/*", "bob")], "src/test_x", "ann"),
        ([("src/**/models.py", "ann"), ("src/app/", "bob")], "src/app/models.py", "bob"),
        ([("**/models.py", "ann"), ("src/app/", "bob")], "src/app/models.py", "bob"),
        ([("/src/", "ann"), ("src/", "bob")], "src/x", "ann"),
        ([("*.py", "ann"), ("*.py", "bob")], "x.py", "bob"),
        ([("*", "ann"), ("docs/", "bob")], "docs/x", "bob"),
        ([("*", "ann"), ("docs/", "bob")], "x", "ann"),
        ([("docs/", "ann")], "docs", ""),
        ([], "x", ""),
        ([("*.py", "ann")], "a.py/b", "ann"),
        ([("*.test.ts", "ann"), ("*.ts", "bob")], "a/x.test.ts", "ann"),
        ([("x[.]py", "ann"), ("/a/", "bob")], "b/x.py", "ann"),
        ([("[a.py]", "ann")], "d/.", "ann"),
        ([(r"app/\[id]/page.tsx", "ann"), ("app/", "bob")], "app/[id]/page.tsx", "ann"),
        ([("app/", "ann")], "app/a\nb \udcff[/]\x1b", "ann"),
    ],
)
def test_the_most_specific_rule_wins(rules: list[tuple[str, str]], path: str, owner: str) -> None:
    ownership = Ownership.from_rules(owned(*rules))
    assert ownership.owner_of(path).owner == owner
    assert ownership.owner_of(path).kind == ("owned" if owner else "unowned")


def test_explain_lists_the_winner_first_and_why() -> None:
    rules = owned(("src/", "ann"), ("/src/", "bob"), ("src/app/", "cid"), ("src/app/x.py", "dee"))
    rules.append(("*.py", "shared", "", "all", 9))
    found = Ownership(rules).explain("src/app/x.py")
    assert [verdict.line for verdict, _ in found] == [4, 3, 2, 1, 9]
    assert [why for _, why in found] == [WHY[0], WHY[0], WHY[0], WHY[0], WHY[0]]
    found = Ownership(rules).explain("src/x.c")
    assert [(verdict.owner, why) for verdict, why in found] == [("bob", WHY[4]), ("ann", WHY[4])]
    assert Ownership(rules).explain("lib/x.py") == [
        (Verdict("shared", "", "*.py", 9, "all"), ALONE)
    ]
    assert Ownership(rules).explain("README") == []


PLAN = Plan(
    ownership=(Owned("src/", "ann", "all of it", 3), Owned("docs/", "bob", line=4)),
    shared=(Shared("src/config.py", "say so first", line=6),),
)


def test_a_plan_gives_plain_rules_that_give_the_same_answers() -> None:
    rules = rules_of(PLAN)
    assert rules[0] == ["src/", "owned", "ann", "all of it", 3]
    assert rules[2] == ["src/config.py", "shared", "", "say so first", 6]
    for ownership in (Ownership.from_plan(PLAN), Ownership.from_rules(rules)):
        shared = Verdict("shared", "", "src/config.py", 6, "say so first")
        assert ownership.owner_of("src/config.py") == shared
        assert ownership.owner_of("src/x") == Verdict("owned", "ann", "src/", 3, "all of it")
        assert ownership.owner_of("x") == UNOWNED


def test_a_broken_pattern_is_told_at_the_first_question() -> None:
    with pytest.raises(PatternError, match="leaves the repository"):
        Ownership(owned(("../x", "ann"))).owner_of("x")


names = st.sampled_from(["a", "b", "a.py", "b.py", "x.test.py", "c", ".py", "a."])
globs = st.sampled_from(["*", "*.py", "a*", "?", "*.test.py", "[ab]*", "**", "*.", "b*.py"])
texts = st.builds(
    lambda head, body, tail: head + "/".join(body) + tail,
    st.sampled_from(["", "/"]),
    st.lists(names | globs, min_size=1, max_size=3),
    st.sampled_from(["", "", "/"]),
).filter(lambda text: not text.endswith("**/"))
files = st.lists(names, min_size=1, max_size=4).map("/".join)


@settings(max_examples=400)
@given(
    st.lists(st.tuples(texts, st.sampled_from("xyz")), max_size=12),
    st.lists(files, min_size=1, max_size=40),
)
def test_as_pathspec_and_the_order_of_keys_say(
    rules: list[tuple[str, str]], paths: list[str]
) -> None:
    plain = owned(*rules)
    ownership = Ownership(plain)
    specs = [
        pathspec.PathSpec.from_lines("gitignore", [text], backend="simple") for text, _ in rules
    ]
    for path in paths:
        keys = [
            specificity(pattern, pattern.reach(path), line)
            for line, (spec, pattern) in enumerate(
                zip(specs, (parse(text) for text, _ in rules), strict=True), 1
            )
            if spec.match_file(path)
        ]
        best = max(keys)[5] if keys else 0
        assert ownership.owner_of(path).line == best
        assert [verdict.line for verdict, _ in ownership.explain(path)][:1] == [best] * bool(keys)


def test_a_path_of_many_folders() -> None:
    deep = "/".join(["a"] * 3_000)
    assert Ownership(owned(("**/a/b", "ann"))).owner_of(deep + "/b").owner == "ann"


def test_the_index_loads_nothing_heavy() -> None:
    code = (
        "import sys; from coord_tui.core.ownership import Ownership;"
        "Ownership([['*.py', 'owned', 'ann', '', 1], ['a/', 'shared', '', '', 2]]).owner_of('a/b');"
        "print(*{'typing', 're', 'dataclasses', 'pathlib', 'enum', 'coord_tui.core.plan'}"
        " & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_a_pattern_of_nobody_takes_files_out_of_a_wider_one() -> None:
    plan = Plan(ownership=(Owned("src/", "ann", line=1), Owned("src/gen/", "nobody", line=2)))
    ownership = Ownership.from_plan(plan)
    assert ownership.owner_of("src/gen/x") == Verdict("unowned", "", "src/gen/", 2, "")
    assert ownership.owner_of("src/x").owner == "ann"
    assert [pattern.text for pattern in ownership.owned_by_others("bob")] == ["src/"]
