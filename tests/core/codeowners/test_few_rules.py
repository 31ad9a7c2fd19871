"""Where lines meet, few rules are made without the files; what they leave open is told."""

import pytest

from coord_tui.core.codeowners.reading import read_codeowners
from coord_tui.core.codeowners.tracked import Tracked
from coord_tui.core.importing.statements import SaidOwned, SaidShared
from coord_tui.core.patterns import parse
from tests.core.codeowners.forges import github_owners
from tests.core.codeowners.trees import plan_owners, read

FOLDERS = "".join(f"/f{n}/ @o{n % 7}\n" for n in range(60))
ENDINGS = "".join(f"*.x{n} @p{n % 5}\n" for n in range(20))
ENTANGLED = "/web/ @w\nvendor/ @v\ndocs/ @d\n*.md @m\n[Two] @t\nneg/\n*.md @n\n!neg\n"


@pytest.mark.parametrize("name", [".github/CODEOWNERS", ".gitlab/CODEOWNERS"])
@pytest.mark.parametrize("text", [FOLDERS + ENDINGS, ENTANGLED])
def test_no_more_rules_are_made_than_the_file_has_lines(name: str, text: str) -> None:
    said, _, warnings = read_codeowners(name, text)
    rules = [one.path for one in said if isinstance(one, SaidOwned | SaidShared)]
    lines = len(text.splitlines())
    assert len(rules) <= lines + max(12, lines)
    assert not [path for path in rules if path.removeprefix("**/").count("**") > 1]
    assert warnings


def test_lines_that_meet_too_often_are_named_with_a_path_and_what_to_do() -> None:
    said, _, warnings = read_codeowners(".github/CODEOWNERS", FOLDERS + ENDINGS)
    assert [one.path for one in said if isinstance(one, SaidOwned)] == [
        line.split()[0] for line in (FOLDERS + ENDINGS).splitlines()
    ]
    (words,) = [one.text for one in warnings]
    start, _, rest = words.partition(" the more specific one decides, as for ")
    path, _, rest = rest.partition("; so it is with ")
    line = int(start.rpartition(" ")[2])
    assert parse(f"*.x{line - 61}").match(path)
    advice = "import it in its repository, where the files are known, and each is compared"
    assert rest == f"59 more lines: {advice}"


def test_with_the_files_known_each_has_its_owner_however_many_lines_meet() -> None:
    text = FOLDERS + ENDINGS + "".join(f"/g{n}/ @o\n" for n in range(150))
    tree = [f"f{n}/a.x{n % 20}" for n in range(60)] + [f"g{n}/a.x{n % 20}" for n in range(150)]
    plan, told = read(".github/CODEOWNERS", text, tree)
    assert plan_owners(plan, tree) == {path: github_owners(text, path) for path in tree}
    assert told == []


@pytest.mark.parametrize(
    ("pattern", "taken"),
    [
        ("/a/b/", ["a/b/x.py"]),
        ("/a/b", ["a/b/x.py"]),
        ("/a/*.py", ["a/b.py"]),
        ("/a*/b/", ["a/b/x.py", "ab/b/c.d"]),
        ("*.py", ["a/b.py", "a/b/x.py", "d.py/e"]),
        ("*.d", ["ab/b/c.d"]),
        ("*", ["a/b.py", "a/b/x.py", "a/bc", "ab/b/c.d", "d.py/e"]),
    ],
)
def test_the_files_of_a_pattern_are_found_by_its_first_folders_and_its_ending(
    pattern: str, taken: list[str]
) -> None:
    tree = Tracked(["a/b/x.py", "a/b.py", "a/bc", "ab/b/c.d", "d.py/e"])
    assert [tree.paths[place] for place in sorted(tree.files(pattern))] == taken
