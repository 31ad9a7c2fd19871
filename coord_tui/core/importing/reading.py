"""What came of reading documents: the plan, where each item stands, and what was not read."""

from typing import NamedTuple

from coord_tui.core.importing.statements import Place, Sure
from coord_tui.core.plan import Plan


class Item(NamedTuple):
    """One thing in the plan, in words, with where it was found and how sure that is.

    `key` names it in reports, comments and reviews: `session:senior`, `owned:senior:src/api/`,
    `shared:setup.cfg`, `rule:TITLE`, `group:round-1`, `task:S5`, `done:S1`, `after:S5:S4`,
    `enhances:J5:S4`, `check:NAME`, `pin:TOOL`, `doc:PATH`, `project`.
    """

    key: str
    text: str
    at: tuple[Place, ...]
    sure: Sure = "certain"
    why: str = ""


class Warned(NamedTuple):
    """Something a document says that cannot all be true, or that a plan cannot say."""

    at: Place
    text: str


class Passage(NamedTuple):
    """A part of a document from which nothing was taken."""

    at: Place
    text: str
    partly: bool = False
    """Something on these lines was taken; the text is only what was not."""


class Reading(NamedTuple):
    """All that is known of the documents that were read."""

    plan: Plan = Plan()
    items: tuple[Item, ...] = ()
    warnings: tuple[Warned, ...] = ()
    unread: tuple[Passage, ...] = ()
