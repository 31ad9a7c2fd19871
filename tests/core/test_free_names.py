"""Names that nobody has."""

from hypothesis import given
from hypothesis import strategies as st

from coord_tui.core.free_names import FreeNames

WORDS = st.sampled_from(["a", "a-2", "a-2-2", "b"])


def test_what_is_taken_gets_the_next_number() -> None:
    free = FreeNames(["b", "c", "c-2"])
    assert [free.of(name) for name in ("a", "a", "a", "b", "c")] == [
        "a",
        "a-2",
        "a-3",
        "b-2",
        "c-3",
    ]


@given(st.lists(WORDS), st.sets(WORDS))
def test_no_name_is_given_twice(wanted: list[str], taken: set[str]) -> None:
    free = FreeNames(taken)
    given_names = [free.of(name) for name in wanted]
    assert len({*given_names, *taken}) == len(wanted) + len(taken)
    assert all(name.startswith(want) for name, want in zip(given_names, wanted, strict=True))


def test_ten_thousand_of_one_name_are_numbered_in_turn() -> None:
    free = FreeNames()
    assert [free.of("x") for _ in range(10_000)][-1] == "x-10000"
