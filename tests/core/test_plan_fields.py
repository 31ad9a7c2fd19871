"""What a record says beyond another: lists gain, empty texts are filled, the rest differs."""

import pytest

from coord_tui.core.plan import (
    Check,
    ClaimSettings,
    Group,
    Parameter,
    Part,
    Session,
    Shared,
    Task,
)
from coord_tui.core.plan_fields import (
    Difference,
    as_yaml,
    differences,
    folded,
    merged_record,
    said,
    words,
)
from coord_tui.core.plan_items import Value

FILES = Task("t", files=("a", "b"))
ANA, BO = Part("ana"), Part("bo", "keys")


@pytest.mark.parametrize(
    ("old", "new", "found", "merged"),
    [
        (Session("a", "x"), Session("a"), [], Session("a", "x")),
        (Session("a"), Session("a", "x"), [Difference("role", "", "x", True)], Session("a", "x")),
        (Session("a", "x"), Session("a", "z"), [Difference("role", "x", "z", False)],
            Session("a", "z")),
        (Session("a"), Session("a", kind="agent"),
            [Difference("kind", "person", "agent", False)], Session("a", kind="agent")),
        (Group("g"), Group("g", state="done"), [Difference("state", "later", "done", False)],
            Group("g", state="done")),
        (Task("One *thing*"), Task("one thing"), [], Task("One *thing*")),
        (Task("t"), Task("t", "S1", group="g", after=("x",), done=True), [], Task("t")),
        (FILES, Task("t", files=("b", "c d")), [Difference("files", "", "[c d]", True)],
            FILES._replace(files=("a", "b", "c d"))),
        (ClaimSettings(7200), ClaimSettings(5400), [Difference("stale_after", "2h", "90m", False)],
            ClaimSettings(5400)),
        (Shared("x", sessions=(ANA,)), Shared("x", sessions=(Part("ana", "a"), BO)),
            [Difference("sessions", "", "[bo: {note: keys}]", True),
                Difference("sessions.ana.note", "", "a", True)],
            Shared("x", sessions=(Part("ana", "a"), BO))),
        (Check("c", "x", parameters=(Parameter("p", "1"),)),
            Check("c", "x", parameters=(Parameter("p", "2"),)),
            [Difference("parameters.p.default", '"1"', '"2"', False)],
            Check("c", "x", parameters=(Parameter("p", "2"),))),
    ],
)  # fmt: skip
def test_what_new_says_more_is_a_difference_and_comes_in(
    old: Value, new: Value, found: list[Difference], merged: Value
) -> None:
    assert list(differences(old, new)) == found
    assert merged_record(old, new) == merged
    assert differences(merged, new) == ()


def test_what_is_as_by_default_and_what_is_an_item_of_its_own_is_not_said() -> None:
    task = Task("t", "S1", "ana", after=("S2",), files=("a",), done=True, group="g")
    assert said(task) == ["title", "owner", "files"]
    assert words(task, without="title") == "owner: ana, files: [a]"
    assert said(Session("a")) == ["name"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a b", "a b"),
        ("a, b", '"a, b"'),
        ("null", '"null"'),
        (True, "true"),
        (7, "7"),
        (("a", "b: c"), '[a, "b: c"]'),
        ((Part("ana"), Part("bo", "keys")), "[ana: {}, bo: {note: keys}]"),
    ],
)
def test_a_value_in_yamls_words(value: Value, text: str) -> None:
    assert as_yaml(value) == text


@pytest.mark.parametrize(
    ("name", "shared"),
    [("Ana B.", "anab"), ("STRASSE", "strasse"), ("Straße", "strasse"), ("?!", "?!"), ("", "")],
)
def test_spellings_share(name: str, shared: str) -> None:
    assert folded(name) == shared
