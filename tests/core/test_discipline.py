"""Which facts of a tree are worth a word, as a table over the plan's thresholds."""

import pytest

from coord_tui.core.discipline import Fact, commits_unpushed, facts
from coord_tui.core.plan import BranchSettings, Plan
from coord_tui.core.tree import Branch, FileChange, Unpushed, Worktree

NOW = 1_000_000.0
PLAN = Plan(
    branches=BranchSettings(behind=2, unpushed=3, uncommitted=600, fetched=60),
)
TRACKING = Branch("main", "c0", "origin/main")
COMMITS = tuple(Unpushed(f"c{n}", "subject") for n in range(3))


def tree(branch: Branch = TRACKING, *states: str, **more: object) -> Worktree:
    changes = tuple(FileChange(f"f{n}", state) for n, state in enumerate(states))
    return Worktree("/t", branch, changes, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (tree(), ()),
        (tree(TRACKING._replace(behind=1, ahead=2)), ()),
        (tree(TRACKING._replace(behind=2)), (Fact("behind", number=2),)),
        (
            tree(TRACKING._replace(behind=2, fetched=NOW - 59)),
            (Fact("behind", number=2, age=59),),
        ),
        (tree(TRACKING._replace(ahead=3)), (Fact("unpushed", number=3),)),
        (tree(TRACKING._replace(ahead=2), unpushed=COMMITS), ()),
        (tree(Branch("x", "c0"), unpushed=COMMITS), (Fact("unpushed", number=3),)),
        (tree(Branch("x", "c0"), unpushed=COMMITS[:2]), ()),
        (
            tree(TRACKING._replace(gone=True), unpushed=COMMITS),
            (Fact("unpushed", number=3),),
        ),
        (tree(oldest=NOW - 599), ()),
        (tree(oldest=NOW - 600), (Fact("uncommitted", age=600),)),
        (tree(oldest=NOW + 600), ()),
        (tree(TRACKING._replace(fetched=NOW - 60)), (Fact("fetched", age=60),)),
        (tree(TRACKING._replace(fetched=NOW - 59)), ()),
        (tree(Branch("x", "c0", fetched=NOW - 600)), ()),
        (tree(operation="rebase"), (Fact("operation", operation="rebase"),)),
        (tree(TRACKING, "U", "M", "U"), (Fact("conflicts", "alarm", 2),)),
        (
            tree(TRACKING._replace(behind=2, ahead=3), "U", operation="merge", oldest=1),
            (
                Fact("conflicts", "alarm", 1),
                Fact("operation", operation="merge"),
                Fact("behind", number=2),
                Fact("unpushed", number=3),
                Fact("uncommitted", age=NOW - 1),
            ),
        ),
    ],
)
def test_what_crosses_a_threshold_is_a_fact(found: Worktree, expected: tuple[Fact, ...]) -> None:
    assert facts(found, PLAN, NOW) == expected


@pytest.mark.parametrize(
    ("branch", "expected"),
    [
        (TRACKING._replace(ahead=70), 70),
        (TRACKING, 0),
        (TRACKING._replace(gone=True), 3),
        (Branch("x", "c0"), 3),
    ],
)
def test_unpushed_commits_are_counted_by_git_where_it_can(branch: Branch, expected: int) -> None:
    assert commits_unpushed(tree(branch, unpushed=COMMITS)) == expected
