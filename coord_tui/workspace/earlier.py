"""What was committed of a file before `finish` came to it: whose it is, and whether it was told."""

from __future__ import annotations

from coord_tui.adapters.commit_log import log
from coord_tui.adapters.upstream import made_by, made_here
from coord_tui.core.commits import announced_by, session_of
from coord_tui.workspace.outcome import Outcome
from coord_tui.workspace.publishing import ACTION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.core.commits import Commit
    from coord_tui.workspace.publishing import Publishing
    from coord_tui.workspace.workspace import Workspace


class Earlier:
    """The commits of one branch, as the session that finishes sees them."""

    def __init__(self, workspace: Workspace, publishing: Publishing) -> None:
        self._workspace, self._git, self._publishing = workspace, workspace.git, publishing

    def last_change(self, path: str) -> Commit | None:
        """The newest commit that changed the path."""
        found = log(self._git, self._publishing.upstream.head, paths=[path], most=1)
        return found[0] if found else None

    def told(self, path: str, last: Commit) -> Outcome | None:
        """That the session told of that commit already, if it did."""
        if self._publishing.lacks(last.id):
            return None
        me, fields = self._workspace.me, {"path": path, "commit": last.id}
        for entry in self._workspace.board().log:
            event = entry.line.event
            if (
                event
                and (event.kind, event.by) == ("pushed", me)
                and fields.items() <= event.fields.items()
            ):
                note = "it was told already, and has not changed since"
                return Outcome(path, True, note=note, confirmed=entry.confirmed, event=event)
        return None

    def is_announced(self, path: str) -> bool:
        """Whether the session holds an announcement of the path, which no word has ended."""
        board = self._workspace.board()
        return any(one.path == path for one in announced_by(board.me, board))

    def is_to_be_told(self, last: Commit, path: str) -> bool:
        """Whether a commit is the session's, and not pushed, or pushed lately without a word."""
        board = self._workspace.board()
        announced = [one.at for one in announced_by(board.me, board) if one.path == path]
        whose = session_of(last, [one.session for one in board.sessions])
        if whose != board.me and (whose or not (announced or self._was_made_here(last))):
            return False
        since = min([board.now - board.plan.reservations.expire_after, *announced])
        return self._publishing.lacks(last.id) or last.at >= since

    def _was_made_here(self, commit: Commit) -> bool:
        """Whether a commit of an author that nobody knows was made in this working tree."""
        branch = self._publishing.upstream.branch
        return commit.id in made_here(self._git) | made_by(self._git, branch, ACTION)
