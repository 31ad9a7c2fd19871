"""Where a working tree's HEAD is, and what about its branch is worth a word."""

from coord_tui.core.board import Board
from coord_tui.core.discipline import Fact, facts
from coord_tui.core.times import span
from coord_tui.core.tree import Worktree
from coord_tui.presentation import symbols
from coord_tui.presentation.rows import Line, Row, Span, Spans
from coord_tui.presentation.text import inert, spans_width
from coord_tui.presentation.tree_rows import APART, flow


def branch_words(tree: Worktree) -> str:
    """Where HEAD is: a branch, perhaps without a commit, or a commit alone."""
    branch = tree.branch
    if not branch.name:
        return f"detached at {branch.head[:7]}" if branch.head else "no branch"
    return inert(branch.name) if branch.head else f"{inert(branch.name)}, no commit yet"


def ahead_and_behind(tree: Worktree) -> Spans:
    """How far the branch is from its upstream as last fetched, with a blank before each."""
    branch = tree.branch
    ahead = (Span(f" {symbols.AHEAD}{branch.ahead}", "ok"),) if branch.ahead else ()
    behind = (Span(f" {symbols.BEHIND}{branch.behind}", "warn"),) if branch.behind else ()
    return (*ahead, *behind)


def worth_a_word(tree: Worktree, board: Board) -> list[Spans]:
    """What about the branch crossed the plan's thresholds, beside how far it is behind."""
    found = facts(tree, board.plan, board.now)
    return [(Span(words, "warn"),) for fact in found if (words := _words(fact))]


def _words(fact: Fact) -> str:
    match fact.kind:
        case "unpushed":
            return f"{fact.number} unpushed"
        case "uncommitted":
            return f"oldest change {span(fact.age)}"
        case "fetched":
            return f"fetched {span(fact.age)} ago"
    return ""


def stopped_in(tree: Worktree) -> Spans:
    """What git is in the middle of; nothing when it is not."""
    return (Span(f"mid-{inert(tree.operation)}", "strong alarm"),) if tree.operation else ()


def heading(tree: Worktree, whose: list[Spans], board: Board, width: int) -> Row:
    """Whose the tree is, on which branch, and what about it is worth a word; never selected."""
    branch = (Span(branch_words(tree), "dim"), *ahead_and_behind(tree))
    problem = [(Span(inert(tree.problem), "strong alarm"),)] if tree.problem else []
    right = stopped_in(tree)
    room = width - spans_width(right) - 1 if right and width else width
    elsewhere = [(Span("another clone", "dim"),)] if tree.elsewhere else []
    found = flow([*whose, branch, *elsewhere, *problem, *worth_a_word(tree, board)], room)
    lines = (Line(found[0], right), *(Line(line) for line in found[1:]))
    return Row(f"{APART}{tree.path}", lines, selectable=False)
