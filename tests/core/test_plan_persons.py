"""Sessions of two plans are one by email, handle or name, and patterns keep their spelling."""

import pytest

from coord_tui.core.codeowners.reading import read_codeowners
from coord_tui.core.plan import Owned, Part, Plan, Session, Shared
from coord_tui.core.plan_merge import changes, merged
from tests.core.codeowners.trees import plan_of

ANA = Session("ana", "pages", emails=("ana@example.com", "ana@home.example"))
WEB = Session("front", "pages @acme/web")
OLD = Plan(
    sessions=(ANA, WEB, Session("home")),
    ownership=(Owned("hand/", "front", line=1), Owned("src/", "ana", line=2)),
)


def imported(text: str) -> Plan:
    return plan_of(read_codeowners("CODEOWNERS", text)[0])


@pytest.mark.parametrize(
    "text",
    [
        "src/ ana@example.com\n",
        "src/ Ana@Home.example\n",
        "src/ @ana\n",
        "src/ @ana\n/hand/x @ana\nhand/ @acme/web\n",
        "src/ ana@example.com\nhand/ @Acme/Web\n",
        "hand/x @ana\nhand/ @acme/web\nsrc/ ana@home.example\n",
    ],
)
def test_an_owner_whom_the_plan_has_gets_no_second_name(text: str) -> None:
    told = [change.key for change in changes(OLD, imported(text))]
    assert [key for key in told if not key.endswith("/x")] == []


def test_two_owners_who_are_one_session_hold_files_once() -> None:
    new = imported("src/ ana@example.com\nlib/ @ana @acme/web ana@home.example\n")
    both = merged(OLD, new, {change.key for change in changes(OLD, new)})
    assert both.sessions == OLD.sessions
    assert both.shared == (Shared("lib/", sessions=(Part("ana"), Part("front"))),)


def test_an_email_goes_before_the_name() -> None:
    new = Plan(sessions=(Session("home", emails=("ana@home.example",)),))
    assert changes(OLD, new) == ()


def test_files_that_change_hands_keep_the_spelling_that_the_plan_has() -> None:
    new = Plan(sessions=(ANA,), ownership=(Owned("**/hand/", "ana"),))
    (change,) = changes(OLD, new)
    assert (change.now, change.then) == ("hand/ is owned by front", "hand/ is owned by ana")
    both = merged(OLD, new, {change.key})
    assert {one.path: one.session for one in both.ownership} == {"hand/": "ana", "src/": "ana"}


def test_an_email_that_several_have_tells_nobody_apart() -> None:
    plan = Plan(sessions=(Session("ana", emails=("us@x.example",)), Session("ben", "sails")))
    both = plan._replace(
        sessions=(plan.sessions[0], Session("ben", "sails", emails=("us@x.example", "")))
    )
    assert changes(both, both) == ()
