"""What was answered for a short text is not asked again; a long one is."""

from coord_tui.core.importing.names import Names, names_of
from coord_tui.core.importing.remembered import kept_of, remembered
from coord_tui.core.importing.statements import Place, SaidSession


def test_the_same_short_text_is_asked_once_for_the_same_rest() -> None:
    asked: list[tuple[str, int]] = []

    @remembered
    def doubled(text: str, times: int = 2) -> str:
        asked.append((text, times))
        return text * times

    assert [doubled("ab"), doubled("ab"), doubled("ab", 3)] == ["abab", "abab", "ababab"]
    assert asked == [("ab", 2), ("ab", 3)]
    assert doubled.__name__ == "doubled"


def test_a_long_text_is_asked_again() -> None:
    asked: list[int] = []

    @remembered
    def length(text: str) -> int:
        asked.append(len(text))
        return len(text)

    assert [length("x" * 200), length("x" * 200)] == [200, 200]
    assert asked == [200, 200]


def test_the_very_same_objects_are_asked_once_and_alike_ones_again() -> None:
    asked: list[int] = []

    @kept_of
    def length(items: list[int]) -> int:
        asked.append(len(items))
        return len(items)

    one, other = [1, 2], [1, 2]
    assert [length(one), length(one), length(other), length(one)] == [2, 2, 2, 2]
    assert asked == [2, 2]


def test_names_said_at_other_places_are_the_same_names() -> None:
    first = [SaidSession(Place("a.md", 1, 1), "ana", ("Ann",)), SaidSession(Place("a", 2, 2), "b")]
    again = [each._replace(at=Place("a.md", 9, 9), role="writes") for each in (*first, *first)]
    assert names_of(again) is names_of(first)


def test_a_name_that_is_added_is_found_though_it_was_not_before() -> None:
    names = Names([SaidSession(Place("a.md", 1, 1), "ana")])
    assert names.of("Ben") == ""
    names.add("Ben")
    assert names.of("Ben") == "ben"
