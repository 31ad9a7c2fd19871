"""What two patterns have in common is written as patterns, and takes just the paths of both."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from coord_tui.core.codeowners.filelike import looks_like_file
from coord_tui.core.codeowners.names import NONE, TooMany
from coord_tui.core.codeowners.regions import Region, covers, meet, region_of
from coord_tui.core.codeowners.spelling import bent_text, takes_more, text_of
from coord_tui.core.patterns import Pattern, parse
from tests.core.test_overlap import files, patterns


def common(one: str, other: str) -> list[str]:
    return sorted(text_of(each) for each in meet(region_of(parse(one)), region_of(parse(other))))


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("docs/", "*.md", ["**/*.md/**/docs/", "**/docs/**/*.md"]),
        ("/docs/", "*.md", ["/docs/**/*.md"]),
        ("/docs/", "docs/", ["/docs/"]),
        ("/src/*/x", "/src/a/*", ["/src/a/x"]),
        ("*.py", "test_*", ["**/*.py/**/test_*", "**/test_*.py", "**/test_*/**/*.py"]),
        ("/a", "/b", []),
        ("/a/**/c", "/a/b/**", ["/a/b/**/c"]),
        ("*", "/x", ["/x"]),
        ("/*", "/docs", ["/docs"]),
        ("/[a-c]x", "/[b-d]x", ["/[b-c]x"]),
        ("/[!a]", "/[a-b]", ["/b"]),
        ("/?a", "/*b*", ["/ba"]),
        ("/a*b", "/*a*b", ["/a*b", "/aa*b", "/ab"][:1]),
    ],
)
def test_what_two_patterns_have_in_common(one: str, other: str, both: list[str]) -> None:
    assert common(one, other) == both


@settings(max_examples=300, deadline=None)
@given(patterns, patterns, st.lists(files, min_size=5, max_size=30))
def test_the_pieces_take_the_paths_of_both(one: Pattern, other: Pattern, paths: list[str]) -> None:
    first, second = region_of(one), region_of(other)
    try:
        pieces = meet(first, second)
    except TooMany:
        assume(False)
    for path in paths:
        inside = one.match(path) and other.match(path)
        found = any(parse(text_of(piece)).match(path) for piece in pieces)
        assert found == inside or (found and any(map(wider, pieces)))


def wider(piece: Region) -> bool:
    """Whether its pattern may take more than the region, files with endings included."""
    return piece.kind == "leaf" and (takes_more(piece) or looks_like_file(piece.row[-1] or ""))


@settings(max_examples=300, deadline=None)
@given(patterns, patterns, files)
def test_what_is_covered_is_taken(one: Pattern, other: Pattern, path: str) -> None:
    if covers(region_of(one), region_of(other)) and other.match(path):
        assert one.match(path)


@given(patterns)
def test_a_region_is_spelled_as_a_pattern_that_means_it(pattern: Pattern) -> None:
    region = region_of(pattern)
    assume(not any(isinstance(part, tuple) and NONE in part for part in region.row))
    assert region_of(parse(text_of(region))) == region


@given(files)
def test_what_takes_no_file_is_spelled_so_that_it_takes_none(path: str) -> None:
    region = region_of(parse("[.]"))
    assert not parse(text_of(region)).match(path)


@given(patterns, files)
def test_brackets_change_how_specific_a_pattern_is_and_nothing_else(
    pattern: Pattern, path: str
) -> None:
    region = region_of(pattern)
    if bent := bent_text(region, 1):
        assert parse(bent).match(path) == pattern.match(path)
        assert parse(bent).chars == parse(text_of(region)).chars - 1
    assert bent_text(region, 10_000) == ""


@pytest.mark.parametrize(
    ("name", "file"),
    [("a.py", True), ("LICENSE", True), ("Makefile", True), ("Dockerfile", True),
     (".gitignore", True), (".eslintrc", True), ("docs", False), (".github", False),
     ("v1.2", False), ("App.xcodeproj", False), ("System.Text.Json", False), ("conf.d", False),
     ("Documentation", False)],
)  # fmt: skip
def test_names_of_files(name: str, file: bool) -> None:
    assert looks_like_file(name) == file
