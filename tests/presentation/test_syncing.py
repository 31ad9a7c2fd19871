"""What a sync did, as the screen tells it."""

import pytest

from coord_tui.core.contact import Withdrawn
from coord_tui.presentation.syncing import told
from tests.builders import NASTY, event

MINE = Withdrawn(event("claim", "senior", task="S1"), "S1 is claimed by junior")
THEIRS = Withdrawn(event("claim", "amy", task="S1"), "S1 is claimed by junior")
NOTHING = {"received": 0, "sent": 0, "withdrawn": (), "away": "", "explained": ""}


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        ({"received": 2, "sent": 1}, [("✓✓ synced with origin: 2 received, 1 sent", True)]),
        ({"away": "origin does not answer"}, [("not synced: origin does not answer", False)]),
        (
            {"explained": "origin/coord was rewritten", "withdrawn": (MINE, THEIRS)},
            [
                ("✓✓ synced with origin: 0 received, 0 sent", True),
                ("origin/coord was rewritten", False),
                ("withdrawn: your claim: S1 is claimed by junior", False),
                ("withdrawn: amy's claim: S1 is claimed by junior", False),
            ],
        ),
    ],
)
def test_counts_first_then_what_is_out_of_the_ordinary(
    done: dict[str, object], expected: list[tuple[str, bool]]
) -> None:
    assert told("origin", "senior", **(NOTHING | done)) == expected  # type: ignore[arg-type]


def test_text_of_others_is_inert() -> None:
    ((words, _),) = told("origin", "senior", **(NOTHING | {"away": NASTY}))  # type: ignore[arg-type]
    assert "\x1b" not in words
