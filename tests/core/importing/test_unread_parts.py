"""Of what was read, each word that the plan does not keep is named: sentences, cells, points."""

import sys
from collections import Counter

import pytest

from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.read import Source, read_markdown
from coord_tui.core.importing.unread_of import unread_of


def left_over(text: str) -> list[tuple[int, int, str]]:
    """The passages on lines of which something was taken."""
    reading = assemble(read_markdown(Source("PLAN.md", text)))
    assert reading.items, "something of it is read"
    return [(one.at.line, one.at.end, one.text) for one in reading.unread if one.partly]


@pytest.mark.parametrize(
    ("paragraph", "rest"),
    [
        (
            "Mira owns `web/`. The harbour master has the last word on colours.",
            "The harbour master has the last word on colours.",
        ),
        ("Mira owns `web/`. Bo owns `api/`.", ""),
        ("Mira owns `web/`.", ""),
        (
            "Something else first. Mira owns `web/` and `assets/`. And something last?",
            "Something else first. … And something last?",
        ),
    ],
)
def test_sentences_beside_one_that_was_read(paragraph: str, rest: str) -> None:
    text = f"# Plan\n\n## Ownership\n\n{paragraph}\n"

    assert left_over(text) == ([(5, 5, rest)] if rest else [])


def rows(*last: str) -> str:
    """A table of who owns what, with one column more."""
    lines = [f"| mira{n} | `web{n}/` | done | {cell} |" for n, cell in enumerate(last, 1)]
    return "\n".join(["| Agent | Files | Status | Berth |", "|---|---|---|---|", *lines, ""])


@pytest.mark.parametrize(
    ("cells", "lost"),
    [
        (("", "-", "TBD"), []),
        (("done", "in progress"), []),
        (("`web1/`", "mira2"), []),
        (("the north one",), [(3, 3, "Berth: the north one")]),
        (("north", "south"), [(3, 4, "Berth: north\nBerth: south")]),
        (("north", "", "east"), [(3, 3, "Berth: north"), (5, 5, "Berth: east")]),
    ],
)
def test_cells_that_the_plan_does_not_keep(
    cells: tuple[str, ...], lost: list[tuple[int, int, str]]
) -> None:
    assert left_over(rows(*cells)) == lost


@pytest.mark.parametrize(
    ("heads", "row", "lost"),
    [
        ("Name | Role | Keeps", "Mira | Web | `web/`", "Keeps: web/"),
        ("Wer | Rolle | Hegt", "Mira | Tests und Doku | `tests/`, `doku/`", "Hegt: tests/, doku/"),
        ("Agent | Branch | Files", "mira | mira/web | `web/`", "Branch: mira/web"),
        ("Agent | Berth | Files", "mira | asks Mira first | `web/`", "Berth: asks Mira first"),
        ("Agent | Berth | Files", "mira | Bo, Mira | `web/`", "Berth: Bo"),
        ("Agent | Berth | Files", "mira | Mira | `web/`", ""),
        ("Path | Owner | Policy", "`web/` | shared | tell #web", ""),
        ("Path | Owner", "`web/` | both", ""),
    ],
)
def test_a_cell_is_read_only_by_what_it_says_itself(heads: str, row: str, lost: str) -> None:
    rule = "|".join("---" for _ in heads.split("|"))
    found = left_over("\n".join(f"| {line} |" for line in (heads, rule, row)))
    assert [text for _, _, text in found] == ([lost] if lost else [])


def test_what_a_cell_of_dependencies_says_is_read() -> None:
    lines = ("ID | Task | Depends on", "--|--|--", "W1 | Masts | -", "W2 | Sails | all above")
    assert left_over("\n".join(f"| {line} |" for line in lines)) == []


@pytest.mark.parametrize(
    "second",
    [
        "Mira no longer owns rigging/.",
        "Mira no longer owns web/.",
        "Mira ya no toca web/.",
        "Mira reviews tests.",
    ],
)
def test_a_sentence_is_not_read_because_another_names_the_same(second: str) -> None:
    assert [text for _, _, text in left_over(f"Mira owns `web/`. {second}\n")] == [second]


@pytest.mark.parametrize(
    ("line", "lost"),
    [
        ("- **mira**: `web/`", ""),
        ("- **mira**: `web/`, once the paint is dry", "once the paint is dry"),
        ("- mira owns `web/` only", ""),
    ],
)
def test_points(line: str, lost: str) -> None:
    found = left_over(f"## Ownership\n\n- **bo**: `api/`\n{line}\n")
    assert [text for _, _, text in found] == ([lost] if lost else [])


@pytest.mark.parametrize(
    ("heading", "lost"),
    [
        ("Ownership", ""),
        ("Ownership in the second week", ""),
        ("Ownership in `packages/auth`", "packages/auth"),
        ("Ownership (Hana)", "Hana"),
        ("Ownership (Mira)", ""),
        ("Ownership (Zoe)", "Zoe"),
        ("Ownership in `web/`", ""),
        ("Ownership — see below", ""),
    ],
)
def test_what_a_heading_names(heading: str, lost: str) -> None:
    before = "# Plan\n\n## Other\n\n- **zoe**: `sails/`\n- **ada**: `keel/`\n\n"
    lists = "- **mira**: `web/pages/`\n- **bo**: `api/`\n"
    found = [each for each in left_over(f"{before}## {heading}\n\n{lists}") if each[0] == 8]
    assert found == ([(8, 8, lost)] if lost else [])


def test_what_is_left_out_of_the_plan_is_no_less_read() -> None:
    stated = read_markdown(Source("PLAN.md", rows("two weeks")))
    full = assemble(stated)
    left = frozenset(item.key for item in full.items)
    assert assemble(stated, left).unread == full.unread


@pytest.mark.parametrize(
    "line",
    [
        "| mira{n} | `web{n}/` | done | berth {n} |\n",
        "- **mira{n}**: `web{n}/`, once pier {n} is dry\n",
        "## Ownership in `auth{n}/`\n\n- **mira{n}**: `web{n}/`\n",
    ],
)
def test_the_work_grows_with_the_length(line: str) -> None:
    """Counts the calls: twice the document must not be four times the work."""
    _calls(line, 2)
    assert _calls(line, 200) < 2.6 * _calls(line, 100)


def _calls(line: str, lines: int) -> int:
    stated = read_markdown(
        Source("a.md", rows("one") + "".join(line.format(n=n + 10) for n in range(lines)))
    )
    full = assemble(stated)
    calls: Counter[str] = Counter()
    sys.setprofile(lambda frame, event, arg: calls.update([event]))
    try:
        unread_of(stated, full)
    finally:
        sys.setprofile(None)
    return calls.total()
