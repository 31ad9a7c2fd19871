"""Makes a plan of what documents state: one session per person, one task per id, known links.

Every item of the plan keeps the places that say it; what is `left` stays out, with all that hangs
on it. The plan says what the documents say; where they contradict themselves, there is a warning.
"""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from coord_tui.core.free_names import FreeNames
from coord_tui.core.importing.assembling_own import with_own
from coord_tui.core.importing.assembling_tasks import assemble_groups
from coord_tui.core.importing.collecting import Items
from coord_tui.core.importing.emails import emails_in, without_emails
from coord_tui.core.importing.evident import kind_of
from coord_tui.core.importing.names import NOBODY, Names, folded, word
from coord_tui.core.importing.parts import parts_of
from coord_tui.core.importing.read import Stated
from coord_tui.core.importing.reading import Reading, Warned
from coord_tui.core.importing.statements import (
    Said,
    SaidCheck,
    SaidDocument,
    SaidOwned,
    SaidPin,
    SaidProject,
    SaidRule,
    SaidSession,
    SaidShared,
    SaidTask,
)
from coord_tui.core.importing.unread_of import unread_of
from coord_tui.core.plan import (
    Check,
    Document,
    Owned,
    Parameter,
    Part,
    Pin,
    Plan,
    Rule,
    Session,
    Shared,
)
from coord_tui.core.verdicts import NOBODY as NO_OWNER

S = TypeVar("S", bound=Said)


def assemble(stated: Stated, left: frozenset[str] = frozenset()) -> Reading:
    """The plan that the documents state, without the items whose keys are `left`."""
    reading = _Assembly(stated, left).reading()
    full = _Assembly(stated, frozenset()).reading() if left else reading
    reading = reading._replace(unread=unread_of(stated, full))
    return with_own(reading, stated.own, left) if stated.own else reading


class _Assembly:
    """One plan in the making."""

    def __init__(self, stated: Stated, left: frozenset[str]) -> None:
        self.stated = stated
        self.items = Items(left)
        self.names = Names(self.every(SaidSession))

    def every(self, kind: type[S]) -> list[S]:
        """All statements of one kind."""
        return [said for said in self.stated.said if isinstance(said, kind)]

    def reading(self) -> Reading:
        project = self._project()
        sessions = self._sessions()
        known = tuple(session.name for session in sessions)
        ownership = self._ownership(known)
        shared = self._shared(known)
        rules = self._rules()
        groups, warnings = assemble_groups(self.stated.said, self.names, set(known), self.items)
        checks, pins, docs = self._checks(), self._pins(), self._docs()
        plan = Plan(
            project=project, sessions=sessions, ownership=ownership, shared=shared, rules=rules,
            groups=groups, checks=checks, pins=pins, docs=docs,
        )  # fmt: skip
        warned = (*self.stated.warnings, *warnings, *self._owned_twice(ownership))
        return Reading(plan, tuple(self.items.found.values()), warned, self.stated.unread)

    def _project(self) -> str:
        for said in self.every(SaidProject):
            if self.items.take("project", f"project {said.name}", [said]):
                return said.name
        return ""

    def _sessions(self) -> tuple[Session, ...]:
        """Those who are said to work here, then those who are only named as owners."""
        found: dict[str, Session] = {}
        for said in (*self.every(SaidSession), *self._only_named()):
            name = self.names.add(said.name, *said.also)
            if not self.items.take(f"session:{name}", f"session {name}", [said]):
                continue
            old = found.get(name, Session(name))
            if said.role and not old.role:
                self.items.worded(f"session:{name}", said.at)
            kinds = (old.kind, said.kind or kind_of(said.name, said.role))
            emails = (*old.emails, *said.emails, *emails_in(said.role))
            found[name] = old._replace(
                role=old.role or without_emails(said.role),
                kind="agent" if "agent" in kinds else "person",
                emails=tuple(dict.fromkeys(emails)),
                worktree=old.worktree or said.worktree,
            )
        return tuple(found.values())

    def _only_named(self) -> Iterator[SaidSession]:
        owners: list[tuple[SaidOwned | SaidTask, str]] = []
        owners += [(said, said.session) for said in self.every(SaidOwned)]
        owners += [(said, said.owner) for said in self.every(SaidTask)]
        for said, name in owners:
            if folded(name) not in NOBODY and not self.names.of(name):
                why = said.why or "named as an owner only"
                sure = "likely" if said.sure == "certain" else said.sure
                yield SaidSession(said.at, name, sure=sure, why=why)

    def _ownership(self, known: Sequence[str]) -> tuple[Owned, ...]:
        found: dict[tuple[str, str], Owned] = {}
        for said in self.every(SaidOwned):
            session = NO_OWNER if said.session == NO_OWNER else self.names.of(said.session)
            if session not in (*known, NO_OWNER):
                continue
            text = f"{session} owns {said.path}"
            if self.items.take(f"owned:{session}:{said.path}", text, [said]):
                old = found.get((session, said.path), Owned(said.path, session))
                found[session, said.path] = old._replace(note=old.note or said.note)
        order = (*known, NO_OWNER)
        return tuple(sorted(found.values(), key=lambda owned: order.index(owned.session)))

    def _shared(self, known: Sequence[str]) -> tuple[Shared, ...]:
        found: dict[str, Shared] = {}
        for said in self.every(SaidShared):
            if not self.items.take(f"shared:{said.path}", f"{said.path} is shared", [said]):
                continue
            old = found.get(said.path, Shared(said.path))
            parts = {part.session: part for part in old.sessions}
            for name, note in (*parts_of(said.note, self.names), *said.parts):
                session = self.names.of(name)
                if session in known:
                    parts.setdefault(session, Part(session, note))
            found[said.path] = old._replace(
                note=old.note or said.note, sessions=tuple(parts.values())
            )
        return tuple(found.values())

    def _rules(self) -> tuple[Rule, ...]:
        """The rules; what stands under one title in several places is one rule."""
        found: dict[str, dict[str, None]] = {}
        for said in self.every(SaidRule):
            if self.items.take(f"rule:{said.title}", f"rule {said.title}", [said]):
                found.setdefault(said.title, {})[said.text] = None
        return tuple(
            Rule(title, "\n\n".join(filter(None, texts))) for title, texts in found.items()
        )

    def _checks(self) -> tuple[Check, ...]:
        found: dict[str, Check] = {}
        names: dict[str, str] = {}
        free = FreeNames()
        for said in self.every(SaidCheck):
            wanted = word(said.name or said.run.split()[0]) or "check"
            name = names.setdefault(said.run, "") or free.of(wanted)
            names[said.run] = name
            if not self.items.take(f"check:{name}", f"check {name}: {said.run}", [said]):
                continue
            old = found.get(name, Check(name, said.run))
            parameters = tuple(Parameter(*each) for each in said.parameters)
            found[name] = old._replace(
                gate=old.gate or said.gate,
                note=old.note or said.note,
                parameters=old.parameters or parameters,
                artifacts=tuple(dict.fromkeys((*old.artifacts, *said.artifacts))),
            )
        return tuple(found.values())

    def _pins(self) -> tuple[Pin, ...]:
        found: dict[str, Pin] = {}
        for said in self.every(SaidPin):
            if self.items.take(f"pin:{said.tool}", f"{said.tool} is pinned", [said]):
                pin = Pin(
                    said.tool, said.version, said.expect, said.document, said.check, said.note
                )
                found.setdefault(said.tool, pin)
        return tuple(found.values())

    def _docs(self) -> tuple[Document, ...]:
        found: dict[str, Document] = {}
        for said in self.every(SaidDocument):
            if self.items.take(f"doc:{said.path}", f"canonical document {said.path}", [said]):
                old = found.get(said.path, Document(said.path))
                found[said.path] = old._replace(
                    note=old.note or said.note,
                    covers=tuple(dict.fromkeys((*old.covers, *said.covers))),
                )
        return tuple(found.values())

    def _owned_twice(self, ownership: Sequence[Owned]) -> Iterator[Warned]:
        owners: dict[str, list[str]] = {}
        for owned in ownership:
            owners.setdefault(owned.path, []).append(owned.session)
        places = self.items.found
        for path, sessions in owners.items():
            if len(sessions) > 1:
                ats = [places[f"owned:{session}:{path}"].at[0] for session in sessions]
                told = (
                    f"{one} ({at.file}:{at.line})" for one, at in zip(sessions, ats, strict=True)
                )
                why = f"{sessions[0]}'s counts, who is named first; without that the next does"
                yield Warned(ats[-1], f"{path} is owned by {' and '.join(told)}: {why}")
