import pytest

from coord_tui.core.radar_merges import Stage, Verdict, read_merges

TREE = "6910c3c43062bcdf601c8ce68425c1e83c5c98a9"
BLOB = "0ff3bbb9c8bba2291654cd64067fa417ff54c508"


def printed(*fields: str) -> bytes:
    return "\0".join((*fields, "")).encode("utf-8", "surrogateescape")


def conflict(stages: list[str], *messages: tuple[str, ...]) -> bytes:
    """A merge as git prints it: stages as `3 path`, messages as (type, path…)."""
    entries = [f"100644 {BLOB} {number}\t{path}" for number, _, path in map(cut, stages)]
    said = [
        field for type, *paths in messages for field in (str(len(paths)), *paths, type, "words\n")
    ]
    return printed("0", TREE, *entries, "", *said, "")


def cut(stage: str) -> tuple[str, str, str]:
    return stage.partition(" ")


CLEAN = printed("1", TREE, "")
BOTH = ("Auto-merging", "a"), ("CONFLICT (contents)", "a")


def kinds(output: bytes) -> dict[str, str]:
    (merge,) = read_merges(output)
    return dict(zip(merge.verdict.paths, merge.verdict.kinds, strict=True))


@pytest.mark.parametrize(
    ("stages", "messages", "expected"),
    [
        (["1 a", "2 a", "3 a"], BOTH, {"a": "edited"}),
        (["2 a", "3 a"], BOTH, {"a": "added"}),
        (["1 a", "3 a"], [("CONFLICT (modify/delete)", "a")], {"a": "one deleted"}),
        (["1 a", "2 a"], [("CONFLICT (modify/delete)", "a")], {"a": "other deleted"}),
        (
            ["1 a", "2 a", "3 a"],
            [("CONFLICT (binary)", "a"), ("CONFLICT (contents)", "a")],
            {"a": "binary"},
        ),
        (
            ["1 old", "2 one", "3 two"],
            [("CONFLICT (rename/rename)", "old", "one", "two")],
            {"old": "renamed"},
        ),
        (["2 new"], [("CONFLICT (rename/delete)", "new", "old")], {"new": "other deleted"}),
        (
            [f"2 d~{TREE}", "1 d/f", "3 d/f"],
            [("CONFLICT (modify/delete)", "d/f"), ("CONFLICT (file/directory)", f"d~{TREE}", "d")],
            {"d": "folder", "d/f": "one deleted"},
        ),
        (
            ["1 d", f"2 d~{TREE}_0"],
            [
                ("CONFLICT (modify/delete)", f"d~{TREE}_0"),
                ("CONFLICT (file/directory)", f"d~{TREE}_0", "d"),
            ],
            {"d": "folder"},
        ),
        (["1 d~12", "2 d~12", "3 d~12"], [("CONFLICT (contents)", "d~12")], {"d~12": "edited"}),
        (["1 s", "2 s", "3 s"], [("CONFLICT (submodule)", "s")], {"s": "submodule"}),
        (
            ["1 s", "2 s", "3 s"],
            [("CONFLICT (submodule not initialized)", "s")],
            {"s": "submodule"},
        ),
        (
            ["2 x/new"],
            [("CONFLICT(directory rename unclear split)", "x/new", "y")],
            {"x/new": "renamed"},
        ),
        (["2 a", "3 a"], [("CONFLICT (distinct modes)", "a")], {"a": "other"}),
        (["1 a", "2 a", "3 a"], [], {"a": "edited"}),
        (["1 a", "2 a", "3 a"], [("CONFLICT (of the future)", "a")], {"a": "other"}),
    ],
)
def test_how_a_file_is_in_conflict(
    stages: list[str], messages: list[tuple[str, ...]], expected: dict[str, str]
) -> None:
    assert kinds(conflict(stages, *messages)) == expected


def test_several_merges_come_in_order() -> None:
    output = CLEAN + conflict(["1 a", "2 a", "3 a"], *BOTH) + CLEAN
    assert [merge.verdict.state for merge in read_merges(output)] == ["clean", "conflict", "clean"]


def test_the_versions_of_a_file_are_kept() -> None:
    (merge,) = read_merges(conflict(["1 a b\udcff\n", "2 a b\udcff\n"]))
    assert merge.stages == (
        Stage("a b\udcff\n", 1, "100644", BLOB),
        Stage("a b\udcff\n", 2, "100644", BLOB),
    )


@pytest.mark.parametrize(
    "torn",
    [
        b"",
        printed("0"),
        printed("0", TREE),
        conflict(["1 a", "2 a"], *BOTH)[:-20],
        printed("0", TREE, "nonsense", ""),
        printed("0", TREE, "", "many", "a", ""),
        printed("0", TREE, "", "2", "a", ""),
        b"\xff\xfe",
    ],
)
def test_what_git_did_not_print_whole_counts_for_nothing(torn: bytes) -> None:
    assert [merge.verdict for merge in read_merges(CLEAN + torn)] == [Verdict()]


def test_turned_round_the_other_side_is_the_one_that_deleted() -> None:
    verdict = Verdict("conflict", ("a", "b", "c"), ("one deleted", "other deleted", "edited"))
    assert verdict.turned().kinds == ("other deleted", "one deleted", "edited")
    assert verdict.turned().turned() == verdict
