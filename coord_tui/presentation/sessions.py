"""Gives every session one colour in all panes, by its place in the plan (then by joining)."""

from coord_tui.core.board import Board
from coord_tui.presentation.rows import Span
from coord_tui.presentation.text import cell_width, inert


class Names:
    """The sessions of a board, as they are written on the screen."""

    def __init__(self, board: Board) -> None:
        self.me = board.me
        self._places = {seen.session.name: n for n, seen in enumerate(board.sessions)}

    def role(self, name: str, *more: str) -> str:
        """`session:N` after other roles; N may exceed the colours there are. Strangers are dim."""
        place = self._places.get(name)
        return " ".join((*more, f"session:{place}" if place is not None else "dim"))

    def span(self, name: str, *more: str) -> Span:
        """The name in its colour."""
        return Span(inert(name), self.role(name, *more))

    @property
    def width(self) -> int:
        """Cells for a column of names; the few that are longer stick out."""
        return min(12, max((cell_width(inert(name)) for name in self._places), default=0))
