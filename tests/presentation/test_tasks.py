"""Cards, the narrow list, titles and the lower edge of the tasks."""

import pytest

from coord_tui.core.board import Board
from coord_tui.presentation import tasks
from tests.builders import (
    HOUR,
    MINUTE,
    NASTY,
    board,
    event,
    group,
    harmless,
    plain,
    plan,
    role_of,
    said,
    spans_of,
    task,
)

ROUNDS = plan(
    group("r1", task("S1", "Migration", "senior", done="fb1738012345"), state="done"),
    group(
        "r2",
        task("S4", "Planner", "senior", after=("S1",)),
        task("S5", "Approval", "senior", after=("S4",)),
        task("J5", "Inbox", "junior", enhances=("S4", "S1")),
        task("J6", "Tool"),
        task("X1", "Never", dropped="too late"),
        title="Round 2, Agency workflow",
    ),
    group("r3", task("R1", "Ship", after=("r2",)), task("R2", "Tidy"), state="later"),
)
CLAIMED = event("claim", "senior", ago=12 * MINUTE, task="S4")


def cards(found: Board, choice: str = tasks.NOW) -> dict[str, list[str]]:
    return {column.status: said(column.cards) for column in tasks.columns(found, choice)}


def test_now_shows_the_current_group_and_what_came_before() -> None:
    assert cards(board(ROUNDS, CLAIMED)) == {
        "ready": ["J6 Tool", "for anyone", "J5 Inbox", "junior  helps S4"],
        "claimed": ["S4 Planner", "senior 12m  frees S5"],
        "blocked": ["S5 Approval", "waits for S4 senior"],
        "done": ["S1 Migration", "✓ fb17380", "X1 Never", "✗ dropped: too late"],
    }


def test_headings_count_and_every_card_has_two_lines() -> None:
    columns = tasks.columns(board(ROUNDS))
    headings = [plain(column.heading.left) for column in columns]
    assert headings == ["READY 3", "CLAIMED 0", "BLOCKED 1", "DONE 1 +1 before"]
    assert role_of([columns[0].heading], "READY") == "strong ready"
    assert {len(card.lines) for column in columns for card in column.cards} == {2}


def test_cards_are_known_by_their_id_and_marked_with_their_status() -> None:
    found = {c.key: c.tag for column in tasks.columns(board(ROUNDS)) for c in column.cards}
    assert found["S5"] == "blocked"
    assert found["X1"] == "dropped"


def test_ready_tasks_stand_in_the_order_that_suits_the_reader() -> None:
    by_reader = {me: cards(board(ROUNDS, me=me))["ready"][::2] for me in ("senior", "junior")}
    assert by_reader["senior"][0] == "S4 Planner"
    assert by_reader["junior"][0] == "J5 Inbox"


def test_the_narrow_list_has_a_second_line_only_where_it_says_something() -> None:
    found = tasks.rows(board(ROUNDS, CLAIMED))
    assert said(found) == [
        "READY 2",
        "J6 Tool",
        "J5 Inbox",
        "   junior  helps S4",
        "",
        "CLAIMED 1",
        "S4 Planner",
        "   senior 12m  frees S5",
        "",
        "BLOCKED 1",
        "S5 Approval",
        "   waits for S4 senior",
        "",
        "DONE 1 +1 before",
        "S1 Migration | ✓ fb17380",
        "X1 Never | ✗ dropped: too late",
    ]
    assert [row.key for row in found if not row.selectable] == [
        " ready", " claimed", " blocked", " done",
    ]  # fmt: skip


def test_a_claim_whose_holder_fell_silent_is_called_stale() -> None:
    long_ago = event("claim", "junior", ago=3 * HOUR, task="J5")
    (column,) = (c for c in tasks.columns(board(ROUNDS, long_ago)) if c.status == "claimed")
    assert said(column.cards)[1] == "junior 3h · stale  helps S4"
    assert role_of(column.cards, "stale") == "warn"


def test_ones_own_claim_stands_first_and_later_groups_at_work_show() -> None:
    claims = [event("claim", "senior", ago=60, task="S4"), event("claim", ago=60, task="R2")]
    assert cards(board(ROUNDS, *claims, me="junior"))["claimed"][::2] == ["R2 Tidy", "S4 Planner"]


def test_what_was_done_last_stands_first() -> None:
    done = [event("claim", "senior", ago=90, task="S4"), event("done", "senior", task="S4")]
    assert cards(board(ROUNDS, *done))["done"][:2] == ["S4 Planner", "✓ done"]


def test_a_task_that_does_not_exist_is_named_as_such() -> None:
    found = tasks.columns(board(plan(group("g", task("A", after=("GONE", "B", "C")), task("B")))))
    assert said(found[2].cards)[1] == "waits for GONE (no such task) B +1"
    assert role_of(found[2].cards, "no such task") == "alarm"


def test_frees_names_only_what_waits_for_nothing_else() -> None:
    both = group("g", task("A"), task("B"), task("C", after=("A", "B")), task("D", after=("A",)))
    assert cards(board(plan(both)))["ready"][:2] == ["A Task A", "frees D"]


@pytest.mark.parametrize(
    ("choice", "title"),
    [
        (tasks.NOW, "Round 2, Agency workflow"),
        ("r2", "Round 2, Agency workflow · current"),
        ("r1", "r1 · done"),
        ("r3", "r3 · later"),
    ],
)
def test_titles(choice: str, title: str) -> None:
    assert plain(tasks.title(board(ROUNDS), choice)) == title


def test_another_group_shows_its_own_tasks_only() -> None:
    found = cards(board(ROUNDS, CLAIMED), "r3")
    assert (found["ready"], found["blocked"][0]) == (["R2 Tidy", "for anyone"], "R1 Ship")
    assert (found["claimed"], found["done"]) == ([], [])
    assert tasks.choices(board(ROUNDS)) == ("", "r1", "r2", "r3")


@pytest.mark.parametrize(
    ("choice", "edge"),
    [
        (tasks.NOW, "0 of 4 done ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄"),
        ("r1", "1 of 1 done ━━━━━━━━━━━━━━━━"),
    ],
)
def test_the_edge_counts_the_group_without_what_was_dropped(choice: str, edge: str) -> None:
    assert plain(tasks.edge(board(ROUNDS), choice)) == edge


def test_without_tasks_the_list_says_what_to_do() -> None:
    empty = board(plan(sessions=(), ownership=(), shared=(), groups=()), me="")
    (row,) = tasks.rows(empty)
    assert said([row]) == ["no tasks yet: coord.yaml has groups: for them"]
    assert not row.selectable
    assert (tasks.title(empty), tasks.edge(empty)) == ((), ())
    assert [column.cards for column in tasks.columns(empty)] == [()] * 4


def test_when_every_group_is_done_all_of_it_shows() -> None:
    found = board(plan(group("r1", task("A", done=True), state="done")))
    assert plain(tasks.title(found)) == "all groups done"
    assert cards(found)["done"] == ["A Task A", "✓ done"]


def test_text_of_others_is_inert() -> None:
    nasty = group("g", task("A", NASTY), task("B", "x", dropped=NASTY), title=NASTY)
    found = board(plan(nasty))
    shown = (*spans_of(tasks.rows(found)), *tasks.title(found))
    assert harmless(shown)
    assert "app/[id]/page.tsx" in plain(shown)
