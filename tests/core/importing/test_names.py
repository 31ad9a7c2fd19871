"""Who is meant by a name, and what is none."""

import pytest

from coord_tui.core.importing.calling import (
    Called,
    called,
    called_all,
    everybody,
    named_first,
    nobody,
)
from coord_tui.core.importing.evident import evident, kind_of
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.statements import Place, SaidSession

HERE = Place("TEAM.md", 1, 1)


@pytest.mark.parametrize(
    ("words", "name", "role"),
    [
        ("Nora (API)", "Nora", "API"),
        ("**Opus** (Planner)", "Opus", "Planner"),
        ("S1: Import loop", "S1", "Import loop"),
        ("0 — Groundwork (done, merged)", "0", "Groundwork"),
        ("Older (this session)", "Older", ""),
        ("🏆 Nora — server", "Nora", "server"),
        ("Codex agent", "Codex", ""),
        ("2. Search Agent", "Search Agent", ""),
        ("@nora", "nora", ""),
        ("Agent: Nora", "Nora", ""),
        ("エージェントA（検索）", "エージェントA", "検索"),
        ("Tú (Claude Code)", "Claude Code", ""),
        ("A. Datos", "A. Datos", ""),
    ],
)
def test_a_name_is_told_from_what_is_said_beside_it(words: str, name: str, role: str) -> None:
    found = called(words)
    assert found is not None
    assert (found.name, found.role.strip()) == (name, role)


@pytest.mark.parametrize(
    "words",
    [
        "-",
        "—",
        "TBD",
        "none",
        "Agent X",
        "<name>",
        "You",
        "unassigned",
        "(pending)",
        "未定",
        "nadie",
        "",
    ],
)
def test_placeholders_are_nobody(words: str) -> None:
    assert nobody(words) or called(words) is None


@pytest.mark.parametrize(
    "words", ["all", "Both", "Shared (ask first)", "everyone", "todos", "共有", "모두", "tous"]
)
def test_everybody_is_several(words: str) -> None:
    assert everybody(words)


@pytest.mark.parametrize(
    "name",
    [
        "Claude",
        "Claude Code",
        "Agent 1",
        "Session B",
        "Search Lead",
        "QA Engineer",
        "Agente 2",
        "開発者A",
        "팀원 1",
        "后端代理",
    ],
)
def test_some_names_say_that_they_are_sessions(name: str) -> None:
    assert evident(name)


@pytest.mark.parametrize(
    "name",
    [
        "Overview",
        "File Ownership by Agent",
        "Claude setup",
        "user-agent",
        "cluster.worker",
        "How to claim",
        "Phase 1",
        "A",
    ],
)
def test_most_words_do_not(name: str) -> None:
    assert not evident(name)


def test_a_list_of_names_is_several_and_a_name_with_and_is_one() -> None:
    assert [each.name for each in called_all("Nora + Ben, Codex")] == ["Nora", "Ben", "Codex"]
    assert [each.name for each in called_all("Nora and Ben")] == ["Nora", "Ben"]
    assert [each.name for each in called_all("Tools and textures")] == ["Tools and textures"]


def test_the_name_that_begins_a_sentence_is_found_when_it_is_known_or_evident() -> None:
    names = Names([SaidSession(HERE, "nora")])
    assert named_first("Agent A until Friday", Names(())) == Called("Agent A", (), "until Friday")
    assert named_first("nora until Friday", names) == Called("nora", (), "until Friday")
    assert named_first("somebody until Friday", names) is None


def test_several_spellings_are_one_session() -> None:
    names = Names(
        [
            SaidSession(HERE, "Nora", also=("API", "nora-dev")),
            SaidSession(HERE, "A", also=("Home",)),
            SaidSession(HERE, "Codex"),
        ]
    )
    assert {names.of(each) for each in ("nora", "Nora", "API", "@nora-dev")} == {"nora"}
    assert {names.of(each) for each in ("A", "Session A", "Home")} == {"a"}
    assert {names.of(each) for each in ("Codex agent", "codex")} == {"codex"}
    assert names.of("Ben") == ""


def test_a_second_name_that_two_have_means_neither() -> None:
    names = Names(
        [SaidSession(HERE, "Nora", also=("web",)), SaidSession(HERE, "Ben", also=("web",))]
    )
    assert names.of("web") == ""


def test_what_somebody_is_stands_in_the_name_or_not_at_all() -> None:
    assert kind_of("Claude") == kind_of("Agent 3") == "agent"
    assert kind_of("Human") == "person"
    assert kind_of("Nora") == ""
