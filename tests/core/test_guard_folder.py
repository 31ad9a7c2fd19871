"""A folder is judged by what lies in it: rules, what is shared, and what others hold."""

import pytest

from coord_tui.core.fold import fold
from coord_tui.core.guard_facts import facts_of
from coord_tui.core.guard_view import Facts
from coord_tui.core.guarding import Finding, judge
from coord_tui.core.ownership import Ownership
from coord_tui.core.plan import Owned, Plan, Session, Shared
from tests.core.stories import START, Said, announce, events_of, reserve

OWNED = (
    Owned("src/api/", "junior"),
    Owned("lib/**/test_*.py", "junior"),
    Owned("*.css", "junior"),
    Owned("web/", "senior"),
    Owned("web/*/pages/", "junior"),
    Owned("deep/", "junior"),
    Owned("deep/mine/", "senior"),
    Owned("both/", "senior"),
    Owned("both/a.py", "junior"),
)
SHARED = (Shared("conf/main.py"), Shared("conf/app/*.yaml"), Shared("both/b.py"))


def found(path: str, *said: Said, me: str = "senior") -> Finding | None:
    plan = Plan(
        sessions=(Session("senior"), Session("junior"), Session("third")),
        ownership=OWNED,
        shared=SHARED,
    )
    state = fold(plan, events_of(said)).state
    facts = Facts(**facts_of(state))  # type: ignore[arg-type]
    findings = judge([path], me, Ownership.from_plan(plan), facts, START)
    assert len(findings) <= 1
    return findings[0] if findings else None


def leave(path: str) -> tuple[Said, ...]:
    ask: Said = ("senior", "ask", {"path": path, "why": "w", "id": "r"})
    return ask, ("junior", "grant", {"request": "r"})


CASES: dict[str, tuple[Finding | None, str, str]] = {
    "what is in it": (found("src/"), "owner", "src/ takes in src/api/, which is junior's: "),
    "the folder itself": (found("src/api/"), "owner", "src/api/ is junior's: "),
    "a folder below": (found("src/api/deep/"), "owner", "src/api/deep/ is junior's: "),
    "its owner": (found("src/", me="junior"), "", ""),
    "nobody's": (found("docs/"), "", ""),
    "a name that begins so": (found("src/ap/"), "", ""),
    "wildcards": (found("lib/"), "owner", "lib/ takes in lib/test_"),
    "one's own, but for a part": (found("web/"), "owner", "web/ takes in web/x/pages/x, which is"),
    "one's own part": (found("deep/mine/"), "", ""),
    "more than one's own part": (found("deep/"), "owner", "deep/ is junior's"),
    "shared in it": (found("conf/"), "announce", "conf/ takes in conf/main.py, which is shared: "),
    "shared by a glob": (found("conf/app/"), "announce", "conf/app/ takes in conf/app/.yaml, "),
    "shared, one of them announced": (
        found("conf/", announce("senior", "conf/main.py")), "announce", "conf/ takes in conf/app/",
    ),
    "the strictest": (found("both/"), "owner", "both/ takes in both/a.py, which is junior's"),
    "held in it": (
        found("docs/", reserve("third", "/docs/api/*.md")), "reserved",
        "docs/ takes in docs/api/.md, which is reserved by third: `coord-tui ask docs/api/.md",
    ),
    "held by oneself": (found("docs/", reserve("senior", "docs/*.md")), "", ""),
    "held around it": (found("docs/api/", reserve("third", "/docs/")), "reserved", "docs/api/ is "),
    "the top": (found(""), "owner", ". takes in "),
    "granted": (found("src/", *leave("src/api/")), "", ""),
    "a part of it granted": (found("src/", *leave("src/api/x")), "owner", "src/ takes in src/api/"),
    "nobody known": (found("src/", me=""), "session", "src/ takes in src/api/, which is junior's"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_folder_is_judged_by_what_lies_in_it(case: str) -> None:
    finding, rule, begin = CASES[case]
    assert (finding.rule if finding else "") == rule
    assert (finding.message if finding else "").startswith(begin)


def test_the_command_asks_for_what_is_the_owners() -> None:
    finding = found("src/")
    assert finding is not None
    assert finding.path == "src/"
    assert finding.message.endswith('ask first, `coord-tui ask src/api/ "why"`')
