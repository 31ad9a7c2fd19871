"""Whose files are, in words and as JSON."""

import pytest

from coord_tui.core.verdicts import UNOWNED, Verdict
from coord_tui.presentation.owners import document, explained_lines, owner_lines, reason

OWNED = Verdict("owned", "senior", "src/", 7, "")
NOTED = Verdict("owned", "junior", "a[/]b/", 8, "mail [/]")
SHARED = Verdict("shared", "", "config.py", 10, "coordinate first")


def said(lines: list[tuple[tuple[str, str], ...]]) -> list[str]:
    return ["".join(text for text, _ in line) for line in lines]


@pytest.mark.parametrize(
    ("verdict", "fields"),
    [
        (OWNED, {"kind": "owned", "owner": "senior", "rule": "src/", "line": 7}),
        (SHARED, {"kind": "shared", "owner": None, "rule": "config.py", "line": 10}),
        (UNOWNED, {"kind": "unowned", "owner": None, "rule": None, "line": None}),
    ],
)
def test_as_json_what_is_absent_is_null(verdict: Verdict, fields: dict[str, object]) -> None:
    assert document("p", verdict) == {"path": "p"} | fields


def test_a_reason_as_json() -> None:
    assert reason(NOTED, "it is longer") == {
        "kind": "owned", "owner": "junior", "rule": "a[/]b/", "line": 8, "note": "mail [/]",
        "why": "it is longer",
    }  # fmt: skip
    assert reason(OWNED, "x")["note"] is None


def test_a_line_for_each_path() -> None:
    found = [("src/a", OWNED), ("a[/]b/c.py", NOTED), ("config.py", SHARED), ("x", UNOWNED)]
    assert said(owner_lines(found)) == [
        "src/a       senior",
        "a[/]b/c.py  junior: mail [/]",
        "config.py   shared: coordinate first",
        "x           unowned",
    ]
    assert [line[2][1] for line in owner_lines(found)] == ["strong", "strong", "shared", "unowned"]
    assert owner_lines([]) == []


def test_the_deciding_rule_is_explained_first() -> None:
    lines = explained_lines("src/a", [(OWNED, "longer"), (SHARED, "shorter")])
    assert said(lines) == [
        "src/a  senior",
        "  coord.yaml:7   src/       senior  decides: longer   ",
        "  coord.yaml:10  config.py  shared  gives way: shorter",
    ]
    assert [line[-1][1] for line in lines[1:]] == ["", "dim"]


def test_without_a_rule_it_says_so() -> None:
    assert said(explained_lines("x", [])) == ["x  unowned: no rule takes it"]
