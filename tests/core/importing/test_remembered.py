"""What was answered for a short text is not asked again; a long one is."""

from coord_tui.core.importing.remembered import remembered


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
