"""The events of a task's life: added, assigned, claimed, released, done, opened again."""

from coord_tui.core.events import Event
from coord_tui.core.kinds.base import Kind
from coord_tui.core.kinds.reservations import reserve_files
from coord_tui.core.plan import Task
from coord_tui.core.shell import word
from coord_tui.core.state import State, TaskState
from coord_tui.core.times import ago, span


def _task(event: Event, state: State) -> TaskState | None:
    return state.tasks.get(event.text("task"))


class _AboutTask(Kind):
    """A kind that speaks of one task, which must exist."""

    needs = ("task",)

    def refusal(self, event: Event, state: State) -> str:
        found = _task(event, state)
        if found is None:
            return f"no task {event.text('task')}: `coord-tui tasks` lists them"
        return self.refusal_of(found, event, state)

    def refusal_of(self, found: TaskState, event: Event, state: State) -> str:
        """Why it is refused, the task being known."""
        return ""


class Add(Kind):
    """A task that the plan does not have."""

    name = "task"
    needs = ("task", "title")

    def refusal(self, event: Event, state: State) -> str:
        id, group, owner = event.text("task"), event.text("group"), event.text("owner")
        if id in state.tasks or id in state.members:
            return f"{id} exists already: choose another id"
        if group and group not in state.members:
            return f"no group {group}: the plan has {', '.join(state.members) or 'none'}"
        return _unknown_owner(owner, state)

    def apply(self, event: Event, state: State) -> None:
        state.add(
            Task(
                title=event.text("title"),
                id=event.text("task"),
                owner=event.text("owner"),
                after=event.texts("after"),
                enhances=event.texts("enhances"),
                files=event.texts("files"),
                details=event.text("details"),
                group=event.text("group"),
            )
        )


class Assign(_AboutTask):
    """Whose task it is; nobody's, without `owner`."""

    name = "assign"

    def refusal_of(self, found: TaskState, event: Event, state: State) -> str:
        owner = event.text("owner")
        if found.done is not False:
            return f"{found.task.id} is done: reopen it first"
        if found.holder and found.holder != owner:
            return f"{found.task.id} is claimed by {found.holder}: it must be released first"
        return _unknown_owner(owner, state)

    def apply(self, event: Event, state: State) -> None:
        state.change(event.text("task"), owner=event.text("owner"))


class Claim(_AboutTask):
    """A session takes a task, and with it the task's files."""

    name = "claim"

    def refusal_of(self, found: TaskState, event: Event, state: State) -> str:
        id = found.task.id
        if found.done is not False:
            return f"{id} is done{_by_commit(found)}: `coord-tui reopen {word(id)}` if it is not"
        if found.dropped is not False:
            return f"{id} was dropped: `coord-tui reopen {word(id)}` brings it back"
        if found.holder == event.by:
            return f"{id} is yours already, claimed {ago(found.since, event.at)}"
        if found.holder:
            return _held(found, event, state)
        return "" if _may_take_over(event) else _not_yours_yet(found, event, state)

    def apply(self, event: Event, state: State) -> None:
        id = event.text("task")
        if state.tasks[id].holder:
            state.end_reservations(state.tasks[id].holder, task=id)
        state.change(id, holder=event.by, claim=event.id, since=event.at)
        reserve_files(state.tasks[id].task, event, state)


def _may_take_over(event: Event) -> bool:
    return event.flag("takeover") and bool(event.text("reason").strip())


def _held(found: TaskState, event: Event, state: State) -> str:
    """A held task may be taken when its holder fell silent, or with a reason that is told."""
    id, silence = found.task.id, state.silence(found.holder, event.at)
    stale = state.is_stale(id, event.at)
    if _may_take_over(event) or (stale and event.flag("takeover")):
        return ""
    if stale:
        how = "it may be taken with --takeover"
    else:
        limit = span(state.plan.claims.stale_after)
        how = f'ask for it, or take it with --takeover --reason "why" (stale after {limit})'
    return f"{id} is claimed by {found.holder}, last heard of {span(silence)} ago: {how}"


def _not_yours_yet(found: TaskState, event: Event, state: State) -> str:
    id, waits = found.task.id, state.waits_for(found.task.id)
    override = 'or claim it with --takeover --reason "why"'
    if waits:
        return f"{id} is blocked, it waits for {', '.join(waits)}: take another, {override}"
    if found.owner and found.owner != event.by:
        return f"{id} is assigned to {found.owner}: take another, {override}"
    return ""


class Release(_AboutTask):
    """The holder gives the task back, undone."""

    name = "release"

    def refusal_of(self, found: TaskState, event: Event, state: State) -> str:
        if not found.holder:
            return f"{found.task.id} is not claimed: there is nothing to release"
        if found.holder != event.by:
            return f"{found.task.id} is claimed by {found.holder}: only {found.holder} releases it"
        return ""

    def apply(self, event: Event, state: State) -> None:
        id = event.text("task")
        state.end_reservations(event.by, task=id)
        state.change(id, holder="", claim="", since="")


class Done(_AboutTask):
    """The task is finished, by a commit."""

    name = "done"

    def refusal_of(self, found: TaskState, event: Event, state: State) -> str:
        id, waits = found.task.id, state.waits_for(found.task.id)
        if found.done is not False:
            return f"{id} is done already{_by_commit(found)}"
        if found.dropped is not False:
            return f"{id} was dropped: `coord-tui reopen {word(id)}` brings it back"
        if found.holder not in ("", event.by):
            return f"{id} is claimed by {found.holder}: only {found.holder} finishes it"
        if found.holder == event.by:
            return ""
        if waits:
            return f"{id} is blocked, it waits for {', '.join(waits)}: finish those first"
        if found.owner not in ("", event.by):
            return f"{id} is assigned to {found.owner}: claim it first"
        return ""

    def apply(self, event: Event, state: State) -> None:
        id = event.text("task")
        state.end_reservations(event.by, task=id)
        done = event.text("commit") or True
        state.change(id, done=done, holder="", claim="", since=event.at)


class Reopen(_AboutTask):
    """A done or dropped task is work again."""

    name = "reopen"

    def refusal_of(self, found: TaskState, event: Event, state: State) -> str:
        if found.done is False and found.dropped is False:
            return f"{found.task.id} is open: there is nothing to reopen"
        return ""

    def apply(self, event: Event, state: State) -> None:
        state.change(event.text("task"), done=False, dropped=False, since="")


def _by_commit(found: TaskState) -> str:
    return f" by {found.done[:7]}" if isinstance(found.done, str) else ""


def _unknown_owner(owner: str, state: State) -> str:
    if owner and owner not in state.joined:
        return f"no session {owner}: the plan has {', '.join(state.joined) or 'none'}"
    return ""


KINDS = (Add(), Assign(), Claim(), Release(), Done(), Reopen())
