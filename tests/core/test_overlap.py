"""Two patterns overlap when one path is in both, and that path is named."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coord_tui.core.overlap import overlap
from coord_tui.core.patterns import Pattern, PatternError, literal, parse
from tests.core.drawn_paths import paths_of

PIECES = ["a", "b", ".", "*", "?", "[ab]", "[!a]", "[.]", "[b-d]", r"\*", "é"]
glob = st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map("".join)
names = st.sampled_from(["a", "b", "ab", "*", "**"]) | glob
texts = st.builds(
    lambda head, body, tail: head + "/".join(body) + tail,
    st.sampled_from(["", "/"]),
    st.lists(names, min_size=1, max_size=4),
    st.sampled_from(["", "", "/"]),
)
files = paths_of("ab.*éc")


def readable(text: str) -> bool:
    try:
        parse(text)
    except PatternError:
        return False
    return True


patterns = texts.filter(readable).map(parse) | files.map(literal)


@pytest.mark.parametrize(
    ("one", "other", "witness"),
    [
        ("src/*/models.py", "src/app/*.py", "src/app/models.py"),
        ("src/", "/src/app/x.py", "src/app/x.py"),
        ("src/app", "src/app/", "src/app/x"),
        ("*.py", "test_*", "test_.py"),
        ("a/**/c", "a/b/**", "a/b/c"),
        ("**", "x", "x"),
        ("*", "*", "x"),
        ("[a-c]x", "[c-f]?", "cx"),
        ("[!x]", "[!a-z]", "0"),
        ("[.]*", "*[.]", ".x."),
        (r"app/\[id]/page.tsx", "app/*/page.tsx", "app/[id]/page.tsx"),
        ("[é-ë]", "[!éë]", "ê"),
        ("src/*.py", "src/app/*.py", None),
        ("dir/*", "dir/*/", None),
        ("a/b", "a/c", None),
        ("/a", "/a/", "a/x"),
        ("*.py", "*.ts", ".ts/.py"),
        ("/*.py", "/*.ts", None),
        ("app/[id]/page.tsx", r"app/\[id]/page.tsx", None),
        ("[.]", "*", None),
        ("[.][.]", "*", None),
        ("/[b-a]x", "/ax", None),
        ("/[[:upper:]]", "/[[:lower:]]", None),
    ],
)
def test_overlap_names_a_path(one: str, other: str, witness: str | None) -> None:
    assert overlap(parse(one), parse(other)) == witness


@settings(max_examples=400)
@given(patterns, patterns)
def test_a_witness_is_a_file_in_both(one: Pattern, other: Pattern) -> None:
    found = overlap(one, other)
    assert (overlap(other, one) is None) == (found is None)
    if found is not None:
        assert one.match(found)
        assert other.match(found)
        assert not {"", ".", ".."} & set(found.split("/"))


@settings(max_examples=400)
@given(patterns, patterns, st.lists(files, min_size=10, max_size=50))
def test_no_common_path_is_overlooked(one: Pattern, other: Pattern, paths: list[str]) -> None:
    if any(one.match(path) and other.match(path) for path in paths):
        assert overlap(one, other) is not None


@given(patterns, files)
def test_a_path_overlaps_just_the_patterns_that_take_it(pattern: Pattern, path: str) -> None:
    found = overlap(pattern, literal(path))
    assert (found is not None) or not pattern.match(path)
    assert found is None or found == path or found.startswith(path + "/")


def test_hostile_stars_are_answered_at_once() -> None:
    one, other = parse("**/" + "*a" * 60 + "*"), parse("**/" + "*b" * 60 + "/" + "*c" * 60)
    found = overlap(one, other)
    assert found is not None
    assert one.match(found)
    assert other.match(found)
    assert overlap(parse("/" + "*a" * 60 + "b"), parse("/" + "*b" * 60 + "a")) is None
    deep = overlap(parse("/".join(["**", "*a"] * 40)), parse("/".join(["*b", "**"] * 40) + "/c"))
    assert deep is not None
