"""Dependencies that are denied, doubted, wished for or left open, in columns, clauses and prose."""

import pytest

from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.read import Source, read_sources
from coord_tui.core.importing.readers.links_hedges import targets
from coord_tui.core.importing.reading import Reading

TABLE = (
    "# Plan\n\n## Tasks\n| ID | Task | Owner | Blocked by |\n|--|--|--|--|\n"
    "| T1 | Keel | ana | - |\n| T2 | Mast | bob | - |\n| T3 | Sail | ana | {} |\n"
)
LIST = "# Plan\n\n## Tasks\n- [ ] T1: Keel\n- [ ] T2: Mast\n- [ ] T3: Sail{}\n"


def read(text: str) -> Reading:
    return assemble(read_sources([Source("PLAN.md", text)]))


def links(text: str) -> dict[str, str]:
    """The links of a document, each with how sure it is."""
    kinds = ("after:", "enhances:")
    return {item.key: item.sure for item in read(text).items if item.key.startswith(kinds)}


@pytest.mark.parametrize(
    "cell",
    [
        "all except T2", "alle außer T2", "todas menos T2", "tout sauf T2", "всё кроме T2",
        "T2以外", "not T1", "nicht T1", "нет, не T1", "none of T1, T2", "~~T1~~",
        "neither T1 nor T2", "T1 değil",
    ],
)  # fmt: skip
def test_what_is_denied_or_excepted_is_no_dependency_and_is_told(cell: str) -> None:
    reading = read(TABLE.format(cell))
    assert links(TABLE.format(cell)) == {}
    assert any(passage.at.line == 8 for passage in reading.unread)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("T1 or T2", {"after:T3:T1": "doubtful", "after:T3:T2": "doubtful"}),
        ("T1 oder T2", {"after:T3:T1": "doubtful", "after:T3:T2": "doubtful"}),
        ("T1 ou T2", {"after:T3:T1": "doubtful", "after:T3:T2": "doubtful"}),
        ("T1 または T2", {"after:T3:T1": "doubtful", "after:T3:T2": "doubtful"}),
        ("T1?", {"after:T3:T1": "doubtful"}),
        ("T1 unless T2 lands", {"after:T3:T1": "doubtful"}),
        ("T1 (vielleicht)", {"after:T3:T1": "doubtful"}),
        ("T1 (optional)", {"enhances:T3:T1": "likely"}),
        ("T1 (soft)", {"enhances:T3:T1": "likely"}),
        ("soft: T1", {"enhances:T3:T1": "likely"}),
        ("T1（任意）", {"enhances:T3:T1": "likely"}),
        ("T1 (желательно)", {"enhances:T3:T1": "likely"}),
        ("T1, si possible T2", {"after:T3:T1": "certain", "enhances:T3:T2": "likely"}),
        ("T1, not T2", {"after:T3:T1": "certain"}),
        ("T1 and T2", {"after:T3:T1": "certain", "after:T3:T2": "certain"}),
    ],
)
def test_a_doubt_a_choice_or_a_wish_is_no_certain_dependency(
    cell: str, expected: dict[str, str]
) -> None:
    assert links(TABLE.format(cell)) == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (" (after T1 or T2)", {"after:T3:T1": "doubtful", "after:T3:T2": "doubtful"}),
        (" — needs T1, ideally T2", {"after:T3:T1": "certain", "enhances:T3:T2": "likely"}),
        (" (needs all except T2)", {}),
        ("\n  - Depends on: not T1", {}),
        ("\n  - Depends on: T1 (nice to have)", {"enhances:T3:T1": "likely"}),
    ],
)
def test_clauses_and_fields_say_it_as_cells_do(clause: str, expected: dict[str, str]) -> None:
    assert links(LIST.format(clause)) == expected


@pytest.mark.parametrize("title", ["Soft delete", "Optional fields", "Se connecter", "Menos ruido"])
def test_words_of_a_title_are_no_doubt(title: str) -> None:
    assert [each.name for each in targets(title)] == [title]


@pytest.mark.parametrize(
    "sentence",
    [
        "T3 can start before T2.", "T3 kann vor T2 beginnen.", "T3 peut venir avant T2.",
        "If T1 fails, T2 depends on T3.", "Si T1 falla, T2 depende de T3.",
        "T2 depends on T3 if T1 fails.", "Falls T1 ausfällt: T2 benötigt T3.",
    ],
)  # fmt: skip
def test_what_may_be_and_what_holds_in_a_case_only_is_no_duty(sentence: str) -> None:
    text = LIST.format("") + f"\n## Order\nT2 depends on T1.\n{sentence}\n"
    assert links(text) == {"after:T2:T1": "likely"}
    assert any(sentence.rstrip(".") in passage.text for passage in read(text).unread)
