"""The one screen: hands each snapshot to the panes, and each key to the command it stands for."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus
from textual.getters import query_one
from textual.reactive import var

from coord_tui.core.snapshot import Snapshot
from coord_tui.presentation import foot
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.details import session_lines, subject_rows, subject_title
from coord_tui.presentation.facts import as_rows
from coord_tui.presentation.focus import known
from coord_tui.presentation.help import help_rows
from coord_tui.presentation.news import news
from coord_tui.presentation.tabs import tabs
from coord_tui.tui.acts import ACTS
from coord_tui.tui.bindings import PANES, command_bindings, command_of, pane_bindings
from coord_tui.tui.looking_acts import look
from coord_tui.tui.messages import SubjectChanged, SubjectOpened
from coord_tui.tui.panes.base import SnapshotPane
from coord_tui.tui.panes.channel import ChannelPane
from coord_tui.tui.panes.ownership import OwnershipPane
from coord_tui.tui.panes.tasks import TasksPane
from coord_tui.tui.panes.tree import TreePane
from coord_tui.tui.screens.details import Details
from coord_tui.tui.screens.live import LiveScreen
from coord_tui.tui.screens.reading import ReadingScreen
from coord_tui.tui.widgets.head_line import HeadLine
from coord_tui.tui.widgets.key_bar import KeyBar
from coord_tui.tui.widgets.tab_strip import TabStrip


class MainScreen(LiveScreen):
    """Head, four panes, foot."""

    AUTO_FOCUS = ""
    ALLOW_IN_MAXIMIZED_VIEW = "HeadLine, KeyBar"
    BINDINGS = [
        *command_bindings(),
        *pane_bindings(),
        ("z", "zoom", "zoom"),
        ("question_mark", "help", "help"),
        ("q", "quit", "quit"),
        ("escape", "back", "back"),
    ]

    current: var[str] = var("tasks")
    """The pane that has, or last had, the focus."""

    head_line = query_one(HeadLine)
    tab_strip = query_one(TabStrip)
    key_bar = query_one(KeyBar)
    tasks = query_one(TasksPane)

    def compose(self) -> ComposeResult:
        """Head, tabs for where there is little room, panes, foot."""
        yield HeadLine()
        yield TabStrip()
        with Horizontal(id="panes"):
            with Vertical(id="files"):
                yield OwnershipPane()
                yield TreePane()
            with Vertical(id="work", classes="-current"):
                yield TasksPane().add_class("-current")
                yield ChannelPane()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the first reading, then live."""
        self.show(self.snapshot)
        # What is not shown takes no focus, and the user may have gone elsewhere by then.
        self.call_after_refresh(lambda: self.action_pane(self.current))
        self.begin()

    # Down: the snapshot, to every part of the screen.

    def show(self, snapshot: Snapshot) -> None:
        """Hand a snapshot to head, tabs, panes and foot; tell once what it has to tell."""
        problem = snapshot.problem if snapshot.problem != self.snapshot.problem else ""
        if self.snapshot.problem and not snapshot.problem:
            self.app.clear_notifications()
        came = news(self.snapshot.board, snapshot.board)
        self.snapshot = snapshot
        for notice in filter(None, (problem, *snapshot.notices, *came)):
            self.tell(notice, severity="warning")
        self.head_line.snapshot = snapshot
        self.tab_strip.tabs = tabs(snapshot)
        for pane in self.query(SnapshotPane):
            pane.snapshot = snapshot
        for dialog in self.app.screen_stack:
            if isinstance(dialog, ReadingScreen) and dialog.shows:
                dialog.renew(snapshot)
        self._show_keys()

    def watch_current(self, current: str) -> None:
        """Where there is room for one pane only, it is this one."""
        for pane in self.query(SnapshotPane):
            pane.set_class(pane.id == current, "-current")
        for half in self.query("#files, #work"):
            half.set_class(bool(half.query(f"#{current}")), "-current")
        self.tab_strip.current = current
        self._show_keys()

    def _show_keys(self) -> None:
        self.key_bar.entries = foot.entries(self.snapshot.board, self.subject)

    # Up: where the cursor is, and what is wanted.

    @property
    def subject(self) -> Subject:
        """What the row under the cursor stands for, and what is known of its file."""
        return known(self.snapshot, self._pane(self.current).subject)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """The focus decides which pane is the current one."""
        pane = next((one for one in event.widget.ancestors if isinstance(one, SnapshotPane)), None)
        if pane is not None and pane.id:
            self.current = pane.id

    def on_subject_changed(self, message: SubjectChanged) -> None:
        """Offer the keys of the new row."""
        self._show_keys()

    def on_subject_opened(self, message: SubjectOpened) -> None:
        """Show everything about the row; of a changed file its diff."""
        look(self, known(self.snapshot, message.subject))

    async def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        """A click on a key is a press of it."""
        await self.run_command(message.command)

    def on_tab_strip_chosen(self, message: TabStrip.Chosen) -> None:
        """A click on a tab goes to its pane."""
        self.action_pane(message.tab)

    # What keys do.

    async def run_command(self, id: str) -> None:
        """Do what a command stands for, by its id."""
        await self.run_action(f"act('{id}')" if id in ACTS else id.partition(".")[2])

    def action_act(self, id: str) -> None:
        """Try a command on the row under the cursor."""
        ACTS[id](self, self.subject)

    def action_press(self, key: str) -> None:
        """Try what a key means on the row under the cursor."""
        self.action_act(command_of(key, self.snapshot.board, self.subject))

    def action_pane(self, name: str) -> None:
        """Go to a pane."""
        if self.maximized is not None:
            self.minimize()
        self.current = name
        self._pane(name).active.focus()

    def action_next_pane(self, step: int) -> None:
        """Go to the pane after or before this one."""
        self.action_pane(PANES[(PANES.index(self.current) + step) % len(PANES)])

    def action_zoom(self) -> None:
        """Give the pane the whole screen, or take it back."""
        if self.maximized is None:
            self.maximize(self._pane(self.current), container=False)
        else:
            self.minimize()

    def action_back(self) -> None:
        """Leave the zoom; else wipe away what was told."""
        if self.maximized is not None:
            self.minimize()
        else:
            self.app.clear_notifications()

    def action_help(self) -> None:
        """Explain the keys and the words."""
        self.app.push_screen(Details("Help", help_rows(self._text_width())))

    def action_palette(self) -> None:
        """Open the palette."""
        self.app.action_command_palette()

    def action_theme(self) -> None:
        """Choose another theme."""
        self.app.action_change_theme()

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()

    def action_group(self) -> None:
        """Show the next group of tasks."""
        self.tasks.action_group(1)

    def show_details(self, subject: Subject) -> None:
        """Everything about what the cursor stands for, in a dialog."""
        rows = subject_rows(self.snapshot, subject, self._text_width())
        if rows:
            self.app.push_screen(Details(subject_title(subject), rows))

    def go_to_task(self, task: str) -> None:
        """Go to a task on the board."""
        self.action_pane("tasks")
        self.tasks.go_to(task)

    def go_to_path(self, path: str) -> None:
        """Go to a file in the ownership map."""
        self.action_pane("ownership")
        self.query_one(OwnershipPane).go_to(path)

    def show_session(self, name: str) -> None:
        """Everything about a session, in a dialog."""
        self.app.push_screen(Details("Session", as_rows(session_lines(self.snapshot, name))))

    def _pane(self, name: str) -> SnapshotPane:
        return self.query_one(f"#{name}", SnapshotPane)

    def _text_width(self) -> int:
        """Cells of a line of text in a dialog."""
        return min(94, int(self.size.width * 0.9) - 6)
