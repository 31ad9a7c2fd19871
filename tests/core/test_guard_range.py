"""Who crossed ownership in commits that are made, and whether a grant covered it at the time."""

import pytest

from coord_tui.core.guard_range import Change, judge_changes
from coord_tui.core.guard_view import Facts
from coord_tui.core.ownership import Ownership
from tests.builders import plan

ID = "fb17380a" * 4
THEIRS = "atlas/mcp/t.py"
GRANT = ["senior", "junior", f"/{THEIRS}", 100, 200]
FACTS = {
    "sessions": {
        "senior": ["s@x"],
        "junior": ["j@x", "both@x"],
        "third": ["Both@X"],
        "agent": [],
    },
    "leaves": [GRANT],
}


def change(
    *paths: str,
    email: str = "s@x",
    committer: str = "",
    at: tuple[float, float] = (50, 50),
    sessions: str = "",
) -> Change:
    return Change(ID, at, (email, committer or email), tuple(sessions.split()), paths)


@pytest.mark.parametrize(
    ("found", "rules"),
    [
        (change("atlas/agents/a.py", "README.md", "atlas/config.py"), []),
        (change(THEIRS), ["owner"]),
        (change(THEIRS, email="J@X"), []),
        (change(THEIRS, sessions="junior"), ["owner"]),
        (change(THEIRS, sessions="junior", email="J@X"), []),
        (change(THEIRS, sessions="junior", committer="j@x"), []),
        (change(THEIRS, email="who@x", sessions="junior"), ["session"]),
        (change(THEIRS, email="j@x", sessions="senior"), []),
        (change(THEIRS, email="j@x", committer="s@x", sessions="senior"), ["owner"]),
        (change(THEIRS, email="j@x", sessions="agent"), ["owner"]),
        (change(THEIRS, email="who@x", sessions="agent"), ["owner"]),
        (change(THEIRS, sessions="nobody"), ["owner"]),
        (change(THEIRS, email="j@x", sessions="nobody"), []),
        (change(THEIRS, sessions="senior junior"), ["owner"]),
        (change(THEIRS, committer="j@x", sessions="senior junior"), []),
        (change(THEIRS, email="both@x"), []),
        (change(THEIRS, email="who@x"), ["session"]),
        (change("atlas/config.py", "README.md", email="who@x"), []),
        (change(THEIRS, "atlas/mcp/u.py", at=(150, 150)), ["owner"]),
        (change(THEIRS, at=(100, 100)), []),
        (change(THEIRS, at=(50, 150)), []),
        (change(THEIRS, at=(150, 999)), []),
        (change(THEIRS, at=(200, 999)), ["owner"]),
        (change(THEIRS, at=(150, 150), email="both@x"), []),
        (change(), []),
    ],
)
def test_only_ownership_at_the_commits_time_counts(found: Change, rules: list[str]) -> None:
    judged = judge_changes([found], Ownership.from_plan(plan()), Facts(**FACTS))  # type: ignore[arg-type]
    assert [one.rule for one in judged] == rules


def test_findings_name_the_commit_and_who_made_it() -> None:
    facts = Facts(**FACTS, mode="block")  # type: ignore[arg-type]
    found = [change(THEIRS), change(THEIRS, email="who@x")]
    crossing, unknown = judge_changes(found, Ownership.from_plan(plan()), facts)
    assert crossing.message == (
        f"fb17380 by senior: {THEIRS} is junior's, and no grant covered it: "
        f'`coord-tui ask {THEIRS} "why"`'
    )
    assert unknown.message == (
        f"fb17380 by who@x: {THEIRS} is junior's, and no session is known by that email: "
        "add the email to its session in coord.yaml"
    )
    assert (crossing.path, crossing.level) == (THEIRS, "block")


def test_a_trailer_that_nothing_bears_out_is_said() -> None:
    facts = Facts(**FACTS)  # type: ignore[arg-type]
    found = [change(THEIRS, sessions="senior junior"), change(THEIRS, email="w@x", sessions="a b")]
    one, other = judge_changes(found, Ownership.from_plan(plan()), facts)
    assert one.message.startswith("fb17380 by senior (unverified trailer: junior): ")
    assert other.message.startswith("fb17380 by w@x (unverified trailer: a, b): ")
