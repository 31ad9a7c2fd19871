"""Which paths git is asked about, when that will not do, and how its answer joins what is known."""

import pytest

from coord_tui.core.partial_status import FEW, joined, worth_asking
from coord_tui.core.tree import FileChange

NEW = FileChange("new", "?", unstaged=True)
SAVED = FileChange("saved", "M", unstaged=True)
ADDED = FileChange("added", "A", staged=True)
RENAMED = FileChange("to/it", "R", staged=True, origin="from/it")
EXPECTED = FileChange("expected", "A", unstaged=True)
IN_CONFLICT = FileChange("both", "U", unstaged=True)
NESTED = FileChange("nested/", "?", unstaged=True)


@pytest.mark.parametrize(
    ("paths", "known", "asked"),
    [
        ([], (), ()),
        (["b", "a", "a"], (NEW, SAVED, ADDED), ("a", "b")),
        (["a/x", "a-b", "a", "a/y/z"], (), ("a", "a-b")),
        ([str(number) for number in range(FEW)], (), tuple(sorted(map(str, range(FEW))))),
        ([str(number) for number in range(FEW + 1)], (), None),
        ([f"a/{number}" for number in range(999)] + ["a"], (), ("a",)),
        (["a/.gitignore"], (), None),
        (["sub/.gitattributes"], (), None),
        ([".gitmodules"], (), None),
        (["nested/.git"], (), None),
        (["."], (), None),
        ([""], (), None),
        ([".github/x", "a.gitignore"], (), (".github/x", "a.gitignore")),
        (["other"], (RENAMED,), ("other",)),
        (["to/it"], (RENAMED,), None),
        (["from/it"], (RENAMED,), None),
        (["from"], (RENAMED,), None),
        (["to/it/below"], (RENAMED,), ("to/it/below",)),
        (["other"], (EXPECTED,), None),
        (["other"], (IN_CONFLICT,), None),
        (["nested/file"], (NESTED,), None),
        (["nested", "nested-not"], (NESTED,), ("nested", "nested-not")),
    ],
)
def test_the_paths_to_ask_about(
    paths: list[str], known: tuple[FileChange, ...], asked: tuple[str, ...] | None
) -> None:
    assert worth_asking(paths, known) == asked


@pytest.mark.parametrize(
    ("known", "asked", "answer", "changes"),
    [
        ((), ("new",), (NEW,), (NEW,)),
        ((ADDED, NEW, SAVED), ("new",), (), (ADDED, SAVED)),
        ((SAVED,), ("saved",), (SAVED._replace(state="D"),), (SAVED._replace(state="D"),)),
        ((SAVED,), ("new", "added"), (NEW, ADDED), (ADDED, NEW, SAVED)),
        ((NESTED, SAVED), ("nested",), (), (SAVED,)),
        (
            (NEW._replace(path="a/b/c"), SAVED),
            ("a",),
            (ADDED._replace(path="a"),),
            (ADDED._replace(path="a"), SAVED),
        ),
        ((NEW._replace(path="a-b"),), ("a",), (), (NEW._replace(path="a-b"),)),
        ((), ("to/it",), (RENAMED,), None),
        ((), ("expected",), (EXPECTED,), None),
        ((), ("both",), (IN_CONFLICT,), None),
    ],
)
def test_the_answer_takes_the_place_of_what_was_known_of_its_paths(
    known: tuple[FileChange, ...],
    asked: tuple[str, ...],
    answer: tuple[FileChange, ...],
    changes: tuple[FileChange, ...] | None,
) -> None:
    assert joined(known, asked, answer) == changes
