"""Whose files are whose in forms that lie near the usual ones: a remark, a lane, a word before."""

import pytest

from tests.core.importing.whose_reading import owners, reading, shared_files

Owners = dict[str, list[str]]
CREW = "## Crew\n- **Mira** — {}. `bow/`, `keel.c`\n- **Otto** — sails and rig{} `sail/`"


@pytest.mark.parametrize("end", [".", ":", " (all of it)."])
def test_what_somebody_does_may_stand_between_name_and_paths(end: str) -> None:
    assert owners(CREW.format("hull and deck", end)) == {
        "mira": ["bow/", "keel.c"],
        "otto": ["sail/"],
    }


@pytest.mark.parametrize(
    ("kind", "heading"),
    [("carpeta", "Reparto"), ("the folder", "Split"), ("Ordner", "Aufteilung"), ("папка", "Кто")],
)
def test_a_word_for_folder_before_a_path_is_no_prose(kind: str, heading: str) -> None:
    text = f"# {heading}\n\n**Mira (bow):** {kind} `bow/`\n**Otto (stern):** `stern/` und `s.c`"
    assert owners(f"## Division of work\n{text[text.index('**') :]}") == {
        "mira": ["bow/"],
        "otto": ["stern/", "s.c"],
    }


@pytest.mark.parametrize(
    "together", ["De los tres", "Вместе", "All three", "Alle drei", "Ensemble"]
)
def test_those_who_are_counted_are_all(together: str) -> None:
    text = f"## Ownership\n- Mira: `bow/`\n- Otto: `stern/`\n- {together}: `log.md`"
    assert (owners(text), shared_files(text)) == (
        {"mira": ["bow/"], "otto": ["stern/"]},
        ["log.md"],
    )


@pytest.mark.parametrize("lane", ["Stream", "Lane", "Track"])
def test_the_worker_of_a_lane_and_the_lane_are_one_session(lane: str) -> None:
    text = (
        f"# Plan\n\n## {lane} 1: Hull\nOwner: Mira\n\n**Owns:** `bow/`\n\n"
        f"## {lane} 2: Rig\nOwner: Otto\n\n**Owns:** `sail/`\n\n"
        f"## {lane} 3: Log\nOwner: TBD\n\n**Owns:** `log/`"
    )
    assert owners(text) == {
        "mira": ["bow/"],
        "otto": ["sail/"],
        f"{lane.casefold()}-3": ["log/"],
    }
    assert reading(text).plan.sessions[0].role == "Hull"


def test_a_word_in_quotes_is_a_name() -> None:
    text = (
        '### Agent "Harbor"\n**Files you may edit:**\n- `bow/**`\n\n'
        "### Agent “Lantern”\n**Files you may edit:**\n- `sail/**`"
    )
    assert owners(text) == {"agent-harbor": ["bow/**"], "agent-lantern": ["sail/**"]}


def test_the_numbered_people_of_a_french_plan_have_parts() -> None:
    text = (
        "## Personne 1 : coque\nFichiers :\n- `bow/`\n\n## Personne 2 : voile\nFichiers :\n- `s/`"
    )
    assert owners(text) == {"personne-1": ["bow/"], "personne-2": ["s/"]}


@pytest.mark.parametrize("words", ["works in", "arbeitet in", "travaille dans", "работает в"])
def test_who_works_in_folders_has_them(words: str) -> None:
    text = f"# Plan\n\nAgent 1 {words} `bow/` and `keel/`; agent 2 {words} `sail/`."
    assert owners(text) == {"agent-1": ["bow/", "keel/"], "agent-2": ["sail/"]}


@pytest.mark.parametrize("heading", ["Writers", "Edited by", "Wer ändert", "谁可以修改"])
def test_a_column_of_who_may_edit_names_owners(heading: str) -> None:
    text = (
        "## Agent 1\n- **Owns:** `bow/`\n\n## Agent 2\n- **Owns:** `stern/`\n\n## Contracts\n"
        f"| File | {heading} | What |\n|--|--|--|\n| `a.ts` | Agent 1 | x |\n"
        "| `b.ts` | Agent 1, Agent 2 | y |\n| `c.ts` | Agent 2 | z |"
    )
    assert owners(text) == {"agent-1": ["a.ts", "bow/"], "agent-2": ["c.ts", "stern/"]}
    assert shared_files(text) == ["b.ts"]


def test_a_file_that_was_let_go_has_no_owner() -> None:
    text = "| Path | Held by |\n|--|--|\n| `bow/` | mira |\n| `sail/` | released |"
    assert owners(text) == {"mira": ["bow/"]}


def test_clauses_without_a_verb_give_the_first_one_no_more() -> None:
    text = "# Plan\n\nBen macht den Bug (`bow/`), Clara das Segel (`sail/`)."
    assert owners(text) == {"ben": ["bow/"]}


@pytest.mark.parametrize(
    ("line", "paths"),
    [
        (
            "**SHARED by the crew**: data model (`model.md`) + wire form (`wire.md`)",
            ["model.md", "wire.md"],
        ),
        ("**Shared files:** settings of all (`set.ini`)", ["set.ini"]),
        ("**Compartido:** el modelo (`model.md`)", ["model.md"]),
    ],
)
def test_a_path_in_brackets_is_of_the_thing_before_it(line: str, paths: list[str]) -> None:
    assert shared_files(f"- {line}") == paths
