"""Whatever a document says: the readers of tasks never raise, and their work grows with it."""

import sys
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coord_tui.core.importing.outline import outline
from coord_tui.core.importing.readers import links, tasks
from coord_tui.core.importing.readers.links_graphs import edges_of
from coord_tui.core.importing.readers.links_mermaid import mermaid_edges
from coord_tui.core.importing.readers.tasks_names import named
from coord_tui.core.importing.status import commit_in, status_of, whole_status
from coord_tui.core.importing.task_ids import Known, TaskIds
from coord_tui.core.lint import lint
from tests.core.importing.task_reading import reading

PIECES = st.sampled_from(
    (
        "## Phase 1: Hull", "### Task A: Keel ✅ DONE", "**S4. Mast**", "- **S1** Sail ✓ (fb17380)",
        "- [ ] T2: Rope (after S1)", "- [x] T2", "- Depends on: all", "- Blocks: S1, T2",
        "**Owner:** ana", "## Tasks", "## Definition of done", "### ana", "A–S4", "---", "1. one",
        "   - two", "Status: blocked on S4", "S1 depends on Phase 1 and T2",
        "- Phase 2: after Phase 1",
        "| ID | Task | Status |\n|--|--|--|\n| T2 | Rope | todo |\n| 1 | ~~Oar~~ | done |",
        "| # | Task | After |\n|--|--|--|\n| 1 | Buoy | #2 |\n| 2 | Bell | Phase 1, 1 |",
        "```\nS1 -> T2 -> S1\n  └→ A\n```", "```mermaid\ngraph TD\nS1 --> A & T2\nA -.-> S4\n```",
    )
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.one_of(PIECES, st.text(max_size=30)), max_size=25).map("\n".join),
    st.lists(PIECES, max_size=25).map("\n\n".join),
)


@given(TEXTS)
def test_any_text_gives_a_plan_that_can_be_used(text: str) -> None:
    plan = reading(text, "ana").plan
    assert [finding for finding in lint(plan) if finding.level == "error"] == []


@given(TEXTS)
def test_every_statement_stands_in_the_document(text: str) -> None:
    document = outline("a.md", text)
    said = list(tasks.read(document, ()))
    last = max(len(document.lines), 1)
    for each in (*said, *links.read(document, said)):
        assert 1 <= each.at.line <= each.at.end <= last


@given(st.text(max_size=80))
def test_small_readers_take_any_text(text: str) -> None:
    assert whole_status(text) in ("", "open", "claimed", "done", "dropped")
    assert status_of(text) in ("", "open", "claimed", "done", "dropped")
    assert commit_in(text) in text
    assert named(text).rest in text
    assert all(edge.line >= 1 for edge in edges_of(text, 1))
    assert all(edge.line >= 1 for edge in mermaid_edges("graph TD\n" + text, 1))


@given(st.lists(st.text(max_size=12), max_size=8), st.text(max_size=30))
def test_a_name_means_only_known_tasks(ids: list[str], name: str) -> None:
    known = TaskIds([Known(id or "x", f"Title {id}") for id in ids])
    assert set(known.of(name)) <= {id or "x" for id in ids}


@given(st.integers(1, 40), st.integers(1, 40))
def test_a_range_means_all_between_its_ends(first: int, last: int) -> None:
    known = TaskIds([Known(f"S{number}", f"Title of {number}") for number in range(1, 41)])
    expected = tuple(f"S{number}" for number in range(first, last + 1))
    assert first > last or known.of(f"S{first}–S{last}") == expected
    assert first >= last or known.of(f"S{first}-{last}") == expected


@pytest.mark.parametrize(
    "line",
    [
        "- [ ] T{n}: Title number {n} (depends on T{m})\n",
        "- Title {n} without an id\n",
        "### T{n}: Title {n}\n- Depends on: T{m}\n- Owner: ana\n\n",
        "T{n} depends on T{m}.\n\n",
        "```\nT{n} -> T{m}\n```\n",
        "- " + "(" * 30 + "\n",
        "a -- " * 20 + "\n",
        "depends on " * 20 + "\n",
    ],
)
def test_the_work_grows_with_the_length(line: str) -> None:
    """Counts the calls that reading makes: twice the document must not be four times the work.

    No document has the numbers of another one, as what was read once is remembered.
    """
    _calls(line, range(901, 903))
    assert _calls(line, range(101, 301)) < 2.6 * _calls(line, range(501, 601))


def _calls(line: str, numbers: range) -> int:
    text = "# P\n\n## Tasks\n" + "".join(line.format(n=n, m=n - 1) for n in numbers)
    calls: Counter[str] = Counter()
    sys.setprofile(lambda frame, event, arg: calls.update([event]))
    try:
        reading(text, "ana")
    finally:
        sys.setprofile(None)
    return calls.total()
