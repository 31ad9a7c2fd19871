"""What is said of a pull."""

import pytest

from coord_tui.core.pulled import Pulled
from coord_tui.presentation.pulling import document, pulled_lines, told

NOTHING = Pulled("main", "origin/main", "a" * 40, "a" * 40)
CAME = NOTHING._replace(after="b" * 40, commits=2, how="fast-forward")
WILD = "\x1b[2Jx\n"


@pytest.mark.parametrize(
    ("done", "words", "well"),
    [
        (NOTHING, "up to date with origin/main", True),
        (NOTHING._replace(own=1), "up to date with origin/main; 1 commit not pushed", True),
        (CAME, "2 commits from origin/main", True),
        (
            CAME._replace(how="rebase", commits=1, own=2),
            "1 commit from origin/main, 2 commits of yours on top",
            True,
        ),
        (CAME._replace(how="rebase", own=0), "2 commits from origin/main", True),
        (NOTHING._replace(reason=f"a{WILD}"), "ax⏎", False),
        (NOTHING._replace(upstream=WILD), "up to date with x⏎", True),
    ],
)
def test_what_a_pull_did(done: Pulled, words: str, well: bool) -> None:
    assert told(done) == (words, well)


def test_the_command_line_says_where_the_branch_is() -> None:
    (line,) = pulled_lines(CAME)
    assert "".join(span.text for span in line) == (
        "✓ 2 commits from origin/main  main is at bbbbbbb"
    )
    (line,) = pulled_lines(NOTHING)
    assert "".join(span.text for span in line) == "✓ up to date with origin/main"


def test_the_document() -> None:
    assert document(CAME) == {
        "branch": "main", "upstream": "origin/main", "before": "a" * 40, "head": "b" * 40,
        "commits": 2, "how": "fast-forward", "in_the_way": [], "accepted": True, "reason": None,
    }  # fmt: skip
    refused = document(Pulled(reason="no", in_the_way=("a", "b")))
    assert refused["accepted"] is False
    assert refused["in_the_way"] == ["a", "b"]
    assert [refused[name] for name in ("branch", "upstream", "before", "head", "how")] == [None] * 5
