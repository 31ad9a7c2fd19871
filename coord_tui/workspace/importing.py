"""Reads documents that people coordinate by into a plan, and writes that, for both fronts.

The steps are apart, so that a front can show and ask between them: read the documents, leave what
is doubtful, compare with the plan that is there, write what was agreed to. An existing plan is
never overwritten: it is changed in place, and only where somebody agreed.
"""

import os
from collections.abc import Collection, Container, Iterable, Mapping
from os.path import abspath, basename, dirname, isfile, join, relpath
from typing import NamedTuple

from coord_tui.adapters.import_files import fetch
from coord_tui.adapters.new_file import create_file, replace_file
from coord_tui.adapters.plan_file import PlanBroken, parse_plan
from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.markdown.blocks import source_lines
from coord_tui.core.importing.origins import legend, listed, origins
from coord_tui.core.importing.read import Source, Stated, read_sources
from coord_tui.core.importing.reading import Item, Reading
from coord_tui.core.importing.review import Review, keys_of, review_of
from coord_tui.core.importing.statements import Place, Sure
from coord_tui.core.plan import Plan
from coord_tui.core.plan_align import aligned
from coord_tui.core.plan_items import key_of, unplaced
from coord_tui.core.plan_merge import Change, changes, merged
from coord_tui.core.plan_soundness import TakenOut, sound
from coord_tui.core.plan_text import SCHEMA, plan_text
from coord_tui.errors import BadInput, Refused
from coord_tui.workspace.import_by_hand import ByHand, fitted
from coord_tui.workspace.import_target import Target
from coord_tui.workspace.import_trees import with_trees

NOTHING: frozenset[str] = frozenset()


class Documents(NamedTuple):
    """Documents that were read, before anybody decided anything."""

    stated: Stated
    sources: tuple[Source, ...]
    folder: str
    """What the names of the sources are relative to."""

    def reading(self, left: frozenset[str] = NOTHING) -> Reading:
        """What the documents say, without the items whose keys are `left`."""
        return assemble(self.stated, left)

    def left_with(self, left: Collection[str]) -> frozenset[str]:
        """These keys, those of groups that only such tasks speak of, and all that hangs on them."""
        full = self.reading()
        stated = {item.key for item in full.items if item.sure == "certain"}
        emptied = (
            key
            for group in full.plan.groups
            if (key := key_of(group)) not in stated
            and group.tasks
            and all(key_of(task) in left for task in group.tasks)
        )
        known = {item.key for item in full.items}
        return review_of(full).leave(*known.intersection((*left, *emptied))).out

    def lines(self, place: Place) -> list[tuple[int, str]]:
        """The lines of a place with their numbers."""
        text = next((one.text for one in self.sources if one.name == place.file), "")
        lines = source_lines(text)
        return [(n, lines[n - 1]) for n in range(place.line, place.end + 1) if n <= len(lines)]


class Prepared(NamedTuple):
    """What would be written; nothing is, yet."""

    target: Target
    plan: Plan
    source: bytes
    taken_out: tuple[TakenOut, ...] = ()
    """What the documents say that contradicts the rest of it."""
    by_hand: ByHand = ByHand()
    """What was agreed to, but has no place in the text that is there."""
    sure: frozenset[Sure] = frozenset()
    """How sure the things are that are put into it."""

    @property
    def is_there(self) -> bool:
        """Whether the file says it all already."""
        found = self.target.found
        return found is not None and found.source == self.source


def read_documents(names: Iterable[str], folder: str) -> Documents:
    """What these files and folders state; relative to `folder`, `-` is standard input.

    Raises: NoDocument, with one line for each that cannot be read.
    """
    fetched = fetch(list(names), folder)
    stated = read_sources(tuple(with_trees(fetched.sources, folder)))
    warnings = (*fetched.warnings, *stated.warnings)
    return Documents(stated._replace(warnings=warnings), fetched.sources, folder)


def doubtful(reading: Reading) -> tuple[Item, ...]:
    """The items that were only guessed, in the order of the plan."""
    return tuple(item for item in reading.items if item.sure == "doubtful")


def open_guesses(reading: Reading, target: Target | None) -> tuple[Item, ...]:
    """The doubtful items that the plan which is there does not say, or cannot."""
    found = doubtful(reading)
    if not found or target is None or target.found is None:
        return found
    plan, out = sound(reading.plan)
    unsaid = {one.key for one in out} | {one.key for one in changes(target.found.plan, plan)}
    return tuple(item for item in found if item.key in unsaid)


def begun(reading: Reading, target: Target) -> Review:
    """The review of a reading, in which what the plan says already is no question any more."""
    open = {item.key for item in open_guesses(reading, target)}
    return review_of(reading).take(
        *(item.key for item in doubtful(reading) if item.key not in open)
    )


def differences(reading: Reading, target: Target) -> tuple[Change, ...]:
    """What the reading would change in the plan that is there; nothing when there is none."""
    if target.found is None:
        return ()
    return changes(target.found.plan, sound(reading.plan)[0])


def prepare(
    documents: Documents, reading: Reading, target: Target, agreed: Container[str] = NOTHING
) -> Prepared:
    """The text that says it: a new plan, or the one that is there with what was agreed to.

    Args:
        documents: where the reading comes from.
        reading: what to write, without what was left.
        target: where it goes.
        agreed: the keys of the differences to take over; a new plan takes everything.

    Raises:
        BadInput: the documents hold what no plan can say.
    """
    plan, out = sound(reading.plan)
    comments = _comments(reading, documents, target)
    if target.found is None:
        sure = _sure(reading, keys_of(plan))
        source = _anew(plan, documents, target, comments, sure)
        return Prepared(target, plan, source, out, sure=sure)
    old = target.found.plan
    wanted = [one.key for one in changes(old, plan) if one.key in agreed]
    both = merged(old, plan, frozenset(wanted))
    if unplaced(both) == unplaced(old):
        return Prepared(target, old, target.found.source, out)
    keys = aligned(plan, old).keys
    comments |= {now: comments[then] for now, then in keys.items() if then in comments}
    made = fitted(target.found, plan, both, wanted, target.name, comments)
    put = {*wanted}.difference(made.by_hand.keys)
    return Prepared(target, made.plan, made.source, out, made.by_hand, _sure(reading, put))


def _anew(
    plan: Plan,
    documents: Documents,
    target: Target,
    comments: Mapping[str, str],
    sure: frozenset[Sure],
) -> bytes:
    """The text of a plan where none is, below the comments that are there."""
    names = listed(one.name for one in documents.sources)
    about = f"Read from {names} by `coord-tui import`{legend(sure)}."
    text = plan_text(plan, comments, schema=_schema(target), about=about)
    return _below(target.before or b"", _checked(text, plan, target))


def _sure(reading: Reading, keys: Iterable[str]) -> frozenset[Sure]:
    """How sure the items of these keys are."""
    put = {*keys}
    return frozenset(item.sure for item in reading.items if item.key in put)


def write(prepared: Prepared) -> None:
    """Put the plan there, whole or not at all.

    Raises: Refused when the file came or changed since it was looked at; EnvironmentFailed when it
        cannot be written.
    """
    target = prepared.target
    if prepared.is_there:
        return
    done = (
        create_file(target.path, prepared.source)
        if target.before is None
        else replace_file(target.path, target.before, prepared.source)
    )
    if not done:
        raise Refused(f"{target.name} changed in the meantime and stays as it is: import again")


def _below(comments: bytes, source: bytes) -> bytes:
    """The plan below the comments that stood alone in its file."""
    if not comments.strip():
        return source
    return comments.rstrip() + b"\n\n" + source


def _checked(text: str, plan: Plan, target: Target) -> bytes:
    """The text as bytes, once it was read back."""
    source = text.encode("utf-8")
    try:
        found = parse_plan(source, target.name).plan
    except PlanBroken as broken:
        raise BadInput(f"no plan can say what was read: {broken}") from None
    if unplaced(found) != unplaced(plan):
        raise BadInput("no plan can say what was read: it would read back as something else")
    return source


def _comments(reading: Reading, documents: Documents, target: Target) -> dict[str, str]:
    """Where each item was read, as seen from the plan."""
    return origins(
        reading, {one.name: _name(one.name, documents, target) for one in documents.sources}
    )


def _name(name: str, documents: Documents, target: Target) -> str:
    """A document's name as seen from the plan; only its last part when it lies elsewhere."""
    path = relpath(abspath(join(documents.folder, name)), dirname(target.path))
    return basename(name) if path.startswith(os.pardir) else path


def _schema(target: Target) -> str:
    """The JSON Schema as seen from the plan, where this project's own is beside it; else empty."""
    places = (SCHEMA, join(os.pardir, SCHEMA))
    return next((one for one in places if isfile(join(dirname(target.path), one))), "")
