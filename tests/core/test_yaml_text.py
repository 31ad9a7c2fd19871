"""A text is written as it stands where YAML lets it, in quotes where it must be."""

import pytest

from coord_tui.core.yaml_text import comment, scalar


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("plain words, with (more) of them", "plain words, with (more) of them"),
        ("it's", "it's"),
        ("a#b", "a#b"),
        ("http://x/y?z", "http://x/y?z"),
        ("src/*", "src/*"),
        ("-x", "-x"),
        ("a - b", "a - b"),
        ("fb17380", "fb17380"),
        ("v22.11.0", "v22.11.0"),
        ("*.css", '"*.css"'),
        ("a: b", '"a: b"'),
        ("ends:", '"ends:"'),
        ("a #b", '"a #b"'),
        (" padded ", '" padded "'),
        ("", '""'),
        ("- a", '"- a"'),
        ("[id].tsx", '"[id].tsx"'),
        ("036", '"036"'),
        ("1e5", '"1e5"'),
        ("1234567", '"1234567"'),
        ("2025-12-14", '"2025-12-14"'),
        ("no", '"no"'),
        ("null", '"null"'),
        ("~", '"~"'),
        ('"said"', "'\"said\"'"),
        (r"\#x", r"\#x"),
        (r"\d+: x", r"'\d+: x'"),
        ("'a': \"b\"", '"\'a\': \\"b\\""'),
        ("a\tb", '"a\\tb"'),
        ("\x1b[31m", '"\\e[31m"'),
        ("a\u202eb", '"a\\u202Eb"'),
        ("a\x85b", '"a\\x85b"'),
        ("a\r\nb", '"a\\r\\nb"'),
        ("\n", '"\\n"'),
        ("a\n\n", '"a\\n\\n"'),
        ("\U0001f468\u200d\U0001f469", "\U0001f468\u200d\U0001f469"),
        ("a\xa0b", "a\xa0b"),
        ("half \ud800 a pair", '"half \N{REPLACEMENT CHARACTER} a pair"'),
    ],
)
def test_a_text_has_quotes_only_where_it_needs_them(text: str, form: str) -> None:
    assert scalar(text) == form


@pytest.mark.parametrize("text", ["a, b", "a]", "{a", "?x", ":x", "a::b", "-x", "a:?b", "a?"])
def test_between_brackets_more_texts_need_quotes(text: str) -> None:
    assert scalar(text, flow=True) == f'"{text}"'


@pytest.mark.parametrize("text", ["a b", "http://x/y", "a:b", "src/**/*.py", "it's"])
def test_between_brackets_most_texts_need_none(text: str) -> None:
    assert scalar(text, flow=True) == text


def test_a_comment_keeps_to_its_line() -> None:
    assert comment("a\n b\x85\x1bc") == "  # a b c"
    assert comment(" \n") == ""
