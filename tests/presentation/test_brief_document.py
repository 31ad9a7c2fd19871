"""The brief as JSON: every fact, and never more of it than an agent can read."""

import json

import pytest

from coord_tui.core.contact import Contact
from coord_tui.core.plan import Owned, Rule
from coord_tui.presentation.brief import COMMANDS
from coord_tui.presentation.brief_document import LISTED, LONGEST, bounded, brief_document
from tests.builders import NOW, board, event, group, plan, snapshot, task
from tests.presentation.test_brief import BEHIND, BUSY, LONG, crowded


def test_the_same_as_json() -> None:
    found = brief_document(snapshot(BUSY, BEHIND))
    assert found["session"]["name"] == "senior"
    assert (found["behind"], found["upstream"], found["unread"]) == (3, "origin/main", 1)
    assert [one["id"] for one in found["claims"]] == ["S1"]
    assert [one["id"] for one in found["ready"]] == ["S2"]
    assert [one["path"] for one in found["holds"]] == ["atlas/config.py"]
    assert [(one["name"], one["claims"]) for one in found["others"]] == [("junior", ["J2"])]
    assert [one["session"] for one in found["requests"]] == ["junior"]
    assert [one["owner"] for one in found["asked"]] == ["junior"]
    assert len(found["commands"]) == len(COMMANDS)
    assert brief_document(snapshot(board(me="")))["session"] is None
    assert found["remote"] == {"name": "origin", "at": None, "away": None}
    assert found["more"] == {}
    heard = snapshot(BUSY._replace(contact=Contact("origin", at=NOW)))
    assert brief_document(heard)["remote"]["at"] == "2026-01-31T14:05:00Z"
    assert brief_document(snapshot(board(contact=Contact())))["remote"] is None


@pytest.mark.parametrize(("name", "most"), [("x", 20_000), (LONG, 250_000)])
def test_it_is_small_whatever_the_plan(name: str, most: int) -> None:
    assert len(json.dumps(brief_document(snapshot(crowded(name))))) < most


def test_what_is_left_out_is_counted_and_the_facts_stay() -> None:
    tasks = [task(f"T{n}", after=("T0",) if n else ()) for n in range(30)]
    rules = tuple(Rule(f"r{n}", "word " * 1000) for n in range(30))
    owned = tuple(Owned(f"{n}/{'x' * 1000}", "senior") for n in range(30))
    full = board(
        plan(group("g", *tasks), rules=rules, ownership=owned),
        *(event("reserve", "junior", path=f"free{n}") for n in range(12)),
    )
    found = brief_document(snapshot(full))
    assert found["more"] == {"owns": 20, "rules": 20}
    assert [len(found[name]) for name in ("owns", "rules", "ready")] == [LISTED, LISTED, 1]
    assert found["owns"][0] == owned[0].path, "a path is whole, or it is none"
    assert len(found["rules"][0]["text"].encode()) <= LONGEST
    assert (found["ready_count"], found["ready"][0]["more"]) == (1, {"unblocks": 19})
    (junior,) = found["others"]
    assert (len(junior["holds"]), junior["more"]) == (LISTED, {"holds": 2})


def test_what_is_short_stays_as_it_is() -> None:
    short = {"a": [1, {"b": ["c"]}], "text": "words", "none": None}
    assert bounded(short) == short
