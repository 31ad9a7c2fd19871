"""Of a paragraph that says several things, each sentence from which nothing was taken is named."""

import pytest

from coord_tui.core.importing.read import Source, read_markdown


def left_over(text: str) -> list[tuple[int, str]]:
    stated = read_markdown(Source("PLAN.md", text))
    assert stated.said, "something of it is read"
    return [(passage.at.line, passage.text) for passage in stated.unread]


@pytest.mark.parametrize(
    ("paragraph", "rest"),
    [
        (
            "Mira owns `web/`. The harbour master has the last word on colours.",
            ["The harbour master has the last word on colours."],
        ),
        ("Mira owns `web/`. Bo owns `api/`.", []),
        ("Mira owns `web/`.", []),
        (
            "Something else first. Mira owns `web/` and `assets/`. And something last?",
            ["Something else first.", "And something last?"],
        ),
    ],
)
def test_sentences_beside_one_that_was_read(paragraph: str, rest: list[str]) -> None:
    text = f"# Plan\n\n## Ownership\n\n{paragraph}\n"

    assert left_over(text) == [(5, sentence) for sentence in rest]
