"""What is said when something was done, set up or examined."""

import pytest

from coord_tui.core.events import Event
from coord_tui.core.kinds import KINDS
from coord_tui.presentation.outcomes import (
    DEEDS,
    accepted_line,
    diagnosis_lines,
    init_lines,
    whoami_line,
)
from tests.builders import NASTY, event, harmless, plain


@pytest.mark.parametrize(
    ("target", "done", "note", "line"),
    [
        ("S4", event("claim", task="S4"), "", "✓ claimed S4"),
        ("S4", event("done", commit="fb173801"), "frees S5", "✓ done S4 by fb17380  frees S5"),
        ("X1", event("assign", owner="junior"), "", "✓ assigned X1 to junior"),
        ("X1", event("assign"), "", "✓ assigned X1 to nobody"),
        ("T1", event("task", title="Retry [/]"), "", "✓ added T1 Retry [/]"),
        ("all", event("say", text="hello"), "", "✓ told all"),
        ("x", event("dance", step=1), "", "✓ dance x"),
    ],
)  # fmt: skip
def test_what_was_accepted(target: str, done: Event, note: str, line: str) -> None:
    assert plain(accepted_line(target, done, note)) == line


def test_every_deed_is_of_a_kind_that_there_is() -> None:
    assert set(DEEDS) <= set(KINDS)


@pytest.mark.parametrize(
    ("name", "role", "line"),
    [
        ("senior", "architecture", "senior · architecture  (--as)"),
        ("senior", "", "senior  (--as)"),
        ("", "", "observer  (--as)"),
    ],
)
def test_who_one_is(name: str, role: str, line: str) -> None:
    assert plain(whoami_line(name, role, "--as")) == line


@pytest.mark.parametrize(
    ("level", "sign", "role"), [("ok", "✓", "ok"), ("warn", "!", "warn"), ("fail", "✗", "alarm")]
)
def test_a_diagnosis_and_what_to_do(level: str, sign: str, role: str) -> None:
    first, second = diagnosis_lines("plan", level, "found this", "do that")
    assert first[0] == (sign, role)
    assert plain(first) == f"{sign} plan       found this"
    assert plain(second) == "             do that"
    assert len(diagnosis_lines("plan", level, "found this", "")) == 1


@pytest.mark.parametrize(
    ("sessions", "folders", "words"),
    [
        (0, 0, "0 sessions from git, 0 folders to choose from"),
        (1, 1, "1 session from git, 1 folder to choose from"),
        (2, 30, "2 sessions from git, 30 folders to choose from"),
    ],
)
def test_what_init_wrote(sessions: int, folders: int, words: str) -> None:
    first, *steps = map(plain, init_lines(sessions, folders))
    assert first == f"✓ coord.yaml  {words}"
    assert [step[:2] for step in steps] == ["1.", "2.", "3."]


def test_what_others_wrote_is_harmless() -> None:
    for kind in (*KINDS, NASTY):
        done = event(kind, owner=NASTY, title=NASTY, commit=NASTY)
        assert harmless(accepted_line(NASTY, done, NASTY))
    assert harmless(whoami_line(NASTY, NASTY, NASTY))
    assert all(harmless(line) for line in diagnosis_lines("plan", "ok", NASTY, NASTY))
