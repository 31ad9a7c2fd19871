"""The guard's rule `pull`: what another pushed and HEAD lacks, in both modes, and who is asked."""

import pytest

from coord_tui.core.fold import fold
from coord_tui.core.guard_facts import facts_of
from coord_tui.core.guard_view import Facts
from coord_tui.core.guarding import Finding, judge
from coord_tui.core.ownership import Ownership
from coord_tui.core.plan import GuardSettings
from tests.core.stories import PLAN, START, Said, announce, events_of

CONFIG, MINE, THEIRS = "atlas/config.py", "atlas/agents/a.py", "atlas/mcp/t.py"
NOW = START + 180


def pushed(path: str = CONFIG, by: str = "junior", commit: str = "fb17380aaaa") -> Said:
    return (by, "pushed", {"path": path, "commit": commit})


class Head:
    """What HEAD has, and what was asked of it."""

    def __init__(self, *commits: str) -> None:
        self.commits = commits
        self.asked: list[str] = []

    def has(self, commit: str) -> bool:
        self.asked.append(commit)
        return commit in self.commits


def judged(
    path: str, *said: Said, head: Head | None, me: str = "senior", mode: str = "warn",
    made: bool = False, program: str = "coord-tui", upstream: str | None = None,
) -> list[Finding]:  # fmt: skip
    plan = PLAN._replace(guard=GuardSettings(mode))  # type: ignore[arg-type]
    folded = fold(plan, events_of(said))
    facts = Facts(**facts_of(folded.state))  # type: ignore[arg-type]
    has = head.has if head else None
    return judge(
        [path], me, Ownership.from_plan(plan), facts, NOW, has=has, beyond=lambda commit: upstream,
        made=made, program=program,
    )  # fmt: skip


SAID = announce("senior", CONFIG)
LEAVE: tuple[Said, ...] = (
    ("senior", "ask", {"path": THEIRS, "why": "w", "id": "r"}),
    ("junior", "grant", {"request": "r"}),
)
CASES: dict[str, tuple[str, tuple[Said, ...], str, list[str]]] = {
    "announced, and pushed by another": (CONFIG, (pushed(), SAID), "senior", ["pull"]),
    "not announced either": (CONFIG, (pushed(),), "senior", ["announce", "pull"]),
    "not announced, by nobody known": (CONFIG, (pushed(),), "", ["session", "pull"]),
    "announced by another": (
        CONFIG, (pushed(), announce("junior", CONFIG)), "senior", ["reserved"],
    ),
    "one's own push": (CONFIG, (pushed(by="senior"), SAID), "senior", []),
    "one's own push after it": (CONFIG, (pushed(), pushed(by="senior"), SAID), "senior", []),
    "one's own file, pushed by a guest": (MINE, (pushed(MINE),), "senior", ["pull"]),
    "nobody's file": ("README.md", (pushed("README.md"),), "senior", ["pull"]),
    "nobody's file, by nobody known": ("README.md", (pushed("README.md"),), "", ["pull"]),
    "another's, granted": (THEIRS, (*LEAVE, pushed(THEIRS)), "senior", ["pull"]),
    "another's, not granted": (THEIRS, (pushed(THEIRS),), "senior", ["owner"]),
    "no commit at all": ("README.md", (pushed("README.md", commit="--all"),), "senior", []),
    "another file": ("x.py", (pushed("README.md"),), "senior", []),
    "a folder of it": ("atlas/agents/", (pushed(MINE),), "senior", ["pull"]),
    "another folder": ("docs/", (pushed(MINE),), "senior", []),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_file_that_another_pushed_is_pulled_before_it_is_edited(case: str) -> None:
    path, said, me, rules = CASES[case]
    assert [one.rule for one in judged(path, *said, head=Head(), me=me)] == rules
    after = judged(path, *said, head=Head("fb17380aaaa"), me=me)
    assert [one.rule for one in after] == [rule for rule in rules if rule != "pull"]


@pytest.mark.parametrize("mode", ["warn", "block"])
def test_it_forbids_an_edit_as_the_plan_says_and_of_a_commit_it_only_warns(mode: str) -> None:
    (edit,) = judged("README.md", pushed("README.md"), head=Head(), mode=mode)
    (commit,) = judged("README.md", pushed("README.md"), head=Head(), mode=mode, made=True)

    what = "README.md was pushed by junior 3m ago (fb17380), and HEAD does not have it: "
    assert (edit.message, edit.level) == (f"{what}pull before editing, `coord-tui pull`", mode)
    assert (commit.message, commit.level) == (
        f"{what}pull before you push, `coord-tui pull`",
        "warn",
    )


@pytest.mark.parametrize("made", [False, True])
def test_what_no_pull_brings_is_only_warned_of(made: bool) -> None:
    def told(upstream: str) -> tuple[str, str, str]:
        said = pushed("README.md")
        (found,) = judged(
            "README.md", said, head=Head(), mode="block", made=made, upstream=upstream
        )  # fmt: skip
        return found.rule, found.level, found.message

    who = "README.md was pushed by junior 3m ago"
    then = "merge it when you need it"
    assert told("origin/main") == (
        "pull", "warn", f"{who} to another branch (fb17380), not in origin/main yet: {then}",
    )  # fmt: skip
    assert told("") == (
        "pull", "warn",
        f"{who} (fb17380), and HEAD does not have it, nor an upstream to pull from: {then}",
    )  # fmt: skip


def test_a_folder_names_the_file_and_the_command_is_for_where_one_is() -> None:
    (found,) = judged(
        "atlas/agents/", pushed(MINE), head=Head(), program="coord-tui --repo /r"
    )  # fmt: skip
    assert found.message.startswith(f"atlas/agents/ takes in {MINE}, which was pushed by junior 3m")
    assert found.message.endswith("`coord-tui --repo /r pull`")


def test_when_it_was_pushed_is_left_out_where_nobody_can_tell() -> None:
    said: Said = ("junior", "pushed", {"path": "x", "commit": "abc", "at": "noon"})
    (found,) = judged("x", said, head=Head())
    assert found.message.startswith("x was pushed by junior (abc), and")


def test_only_for_files_that_others_pushed_is_head_looked_at() -> None:
    head = Head()
    for path in (MINE, "README.md", THEIRS, CONFIG):
        judged(path, pushed("other.py"), pushed(CONFIG, by="senior"), SAID, head=head)
    assert head.asked == []
    judged("other.py", pushed("other.py"), head=head)
    assert head.asked == ["fb17380aaaa"]
    assert judged("other.py", pushed("other.py"), head=None) == []
