"""Lists of files that are nobody's own: logs, former and future owners, what everybody lists."""

import pytest

from tests.core.importing.whose_reading import owners, shared_files

OWN = "## Claude\n**Owns:** `a/`\n\n## Codex\n**Owns:** `b/`\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "## Merge log\n### Claude\n- `a/one.c`\n- `a/two.c`\n### Codex\n- `b/one.c`\n- `b/two.c`",
        "## Bitácora\n### Claude\n- `a/one.c`\n- `a/two.c`\n### Codex\n- `b/one.c`\n- `b/two.c`",
        "## Claude\nFiles currently being edited:\n- `a.c`\n- `b.c`\n## Codex\nWaits.",
        "| Path | Owner | Lock |\n|--|--|--|\n| `a/` | Claude | released (merged) |",
        "| Path | Planned owner |\n|--|--|\n| `a/` | Claude |\n| `b/` | Codex |",
        "# File ownership\nException (see 4): `a.txt`, `b.txt` and samples are data for everybody.",
    ],
)
def test_what_was_or_will_be_is_nobodys_own(text: str) -> None:
    assert [path for paths in owners(text).values() for path in paths] == []


def test_a_row_that_was_released_to_somebody_is_theirs() -> None:
    text = "| Path | Owner | State |\n|--|--|--|\n| `a/` | Claude | released to Claude on Monday |"
    assert owners(text) == {"claude": ["a/"]}


def test_a_bare_list_in_a_part_counts_only_where_nothing_says_what_is_owned() -> None:
    bare = "### Claude\n- `c/one.c`\n- `c/two.c`\n### Codex\n- `d/one.c`\n- `d/two.c`\n"
    assert owners(bare) == {"claude": ["c/one.c", "c/two.c"], "codex": ["d/one.c", "d/two.c"]}
    assert owners(OWN + "## Round 2\n" + bare) == {"claude": ["a/"], "codex": ["b/"]}


def test_what_each_of_three_owners_lists_is_shared() -> None:
    parts = [f"## Agent {n}\n**Owns:**\n- `d{n}/`\n- `BOARD.md`\n" for n in (1, 2, 3)]
    assert owners("\n".join(parts)) == {f"agent-{n}": [f"d{n}/"] for n in (1, 2, 3)}
    assert shared_files("\n".join(parts)) == ["BOARD.md"]
    assert shared_files("\n".join(parts[:2])) == []


def test_shared_conventions_share_no_files() -> None:
    assert shared_files("## Shared conventions\n- Set `a.cfg` once.") == []
    assert shared_files("## Shared files and their rules\n- `a.cfg`") == ["a.cfg"]
