"""What one may hold with a grant: the owner's own hold gives way, a third session's does not."""

import pytest

from tests.core.stories import Said, announce, claim, play, reserve

PATH, FOLDER = "atlas/mcp/t.py", "atlas/mcp/deep/"
ANNOUNCED = announce("senior", PATH)
RESERVED: Said = ("senior", "reserve", {"path": PATH})


def leave(path: str = PATH, by: str = "senior") -> tuple[Said, ...]:
    ask: Said = (by, "ask", {"path": path, "why": "w", "id": f"{by} asks"})
    return ask, ("junior", "grant", {"request": f"{by} asks"})


THIRD = (*leave(by="third"), announce("third", PATH))

CASES: dict[str, tuple[tuple[Said, ...], str]] = {
    "announced": ((*leave(), announce("junior", PATH), ANNOUNCED), ""),
    "reserved": ((*leave(), reserve("junior", "atlas/**"), ANNOUNCED), ""),
    "claimed": ((claim("junior", "J5"), *leave(), ANNOUNCED), ""),
    "to be reserved": ((claim("junior", "J5"), *leave(), RESERVED), ""),
    "a folder": (
        (reserve("junior", "*.py"), *leave(FOLDER), ("senior", "reserve", {"path": FOLDER})),
        "",
    ),
    "no grant": ((announce("junior", PATH), ANNOUNCED), "is junior's: ask first"),
    "the grant of another file": (
        (*leave("atlas/mcp/u.py"), announce("junior", PATH), ANNOUNCED),
        "is junior's: ask first",
    ),
    "held by a third session": ((*THIRD, *leave(), ANNOUNCED), "is announced by third"),
    "held by both": ((*THIRD, *leave(), claim("junior", "J5"), ANNOUNCED), "by third"),
    "its owner, while the guest is in it": (
        (*leave(), ANNOUNCED, announce("junior", PATH)),
        "is announced by senior",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_guest_may_hold_what_only_the_owner_holds(case: str) -> None:
    said, reason = CASES[case]
    _, refused = play(*said)
    assert (list(refused) == [len(said)]) == bool(reason)
    assert reason in refused.get(len(said), "")
