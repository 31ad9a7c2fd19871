"""The command palette: every command by name, and every session, task and file to go to."""

from collections.abc import Coroutine, Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from coord_tui.presentation.commands import COMMANDS, Command
from coord_tui.presentation.text import inert
from coord_tui.tui.acts import ACTS

if TYPE_CHECKING:
    from coord_tui.tui.screens.main import MainScreen

OF_SCREEN = ("screen.zoom", "screen.group", "screen.theme", "screen.help", "screen.quit")
"""What can be done whatever the row is."""
OFFERED = tuple(one for one in COMMANDS if one.id in ACTS or one.id in OF_SCREEN)


MOST_FILES = 20_000
"""Files that are searched: more would make typing slow."""


class CommandProvider(Provider):
    """Offers what means something on the row under the cursor, and finds the rest by name."""

    @property
    def _main(self) -> "MainScreen":
        from coord_tui.tui.screens.main import MainScreen

        screen = self.screen
        assert isinstance(screen, MainScreen)
        return screen

    async def discover(self) -> Hits:
        """What can be done here and now."""
        for command in OFFERED:
            label = self._label(command)
            if label:
                yield DiscoveryHit(Content(label), self._run(command), help=command.help)

    async def search(self, query: str) -> Hits:
        """Commands and tasks whose words fit the query."""
        matcher = self.matcher(query)
        for command in OFFERED:
            label = self._label(command) or command.name or _verb(command)
            words = f"{label} · {command.help}"
            if score := matcher.match(words):
                yield Hit(score, Content(label), self._run(command), help=command.help)
        for words, go, help in self._places():
            if score := matcher.match(words):
                yield Hit(score, Content(words), go, help=help)

    def _places(self) -> Iterator[tuple[str, "partial[None]", str]]:
        """Tasks, sessions and files: the words, the way there, and what they are."""
        main, snapshot = self._main, self._main.snapshot
        for entry in snapshot.board.tasks:
            words = inert(f"go to {entry.task.id} {entry.task.title}")
            yield words, partial(main.go_to_task, entry.task.id), entry.status
        for presence in snapshot.board.sessions:
            name = presence.session.name
            yield inert(name), partial(main.show_session, name), "session"
        for path in snapshot.tracked[:MOST_FILES]:
            yield inert(path), partial(main.go_to_path, path), "file"

    def _label(self, command: Command) -> str:
        if command.means is None:
            return _verb(command)
        return inert(command.means(self._main.snapshot.board, self._main.subject))

    def _run(self, command: Command) -> "partial[Coroutine[object, object, None]]":
        return partial(self._main.run_command, command.id)


def _verb(command: Command) -> str:
    return command.id.partition(".")[2]
