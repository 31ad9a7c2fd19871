"""What a person has to put into a plan by hand stands as it has to stand there."""

import pytest

from coord_tui.adapters.plan_file import parse_plan
from coord_tui.core.plan_excerpt import excerpt

OLD = """\
sessions: {ana: pages, bo: service}
ownership:
  ana: [web/]
shared: [x.py]
groups:
- id: a
  title: First
  tasks:
  - {id: S1, title: Read}
  - Write
- {id: b, title: Second}
"""
NEW = """\
project: harbour
sessions: {ana: all, bo: service, cy: tests}
ownership:
  ana: [web/]
  bo: [x.py]
groups:
- {id: a, title: First, tasks: [{id: A.2, title: Write, done: fb17380, after: [b]}]}
- {id: b, title: Second, note: soon, tasks: [{id: S1, title: Read}]}
claims: {stale_after: 3h}
"""


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ((), ""),
        (("project",), "project: harbour\n"),
        (
            ("session:ana", "session:cy"),
            "sessions:\n  ana: all  # in place of line 1\n  cy: tests\n",
        ),
        (("owned:bo:x.py",), "ownership:\n  bo:\n    - x.py  # in place of line 4\n"),
        (
            ("task:S1",),
            "groups:\n  - id: b\n    tasks:\n      - {id: S1, title: Read}  # in place of line 9\n",
        ),
        (
            ("done:A.2",),
            "groups:\n  - id: a\n    tasks:\n"
            "      - {id: A.2, title: Write, after: [b], done: fb17380}  # in place of line 10\n",
        ),
        (("group:b",), "groups:\n  - id: b\n    title: Second\n    note: soon\n"),
        (("setting:claims.stale_after",), "claims:\n  stale_after: 3h\n"),
    ],
)
def test_an_excerpt_says_where_each_item_belongs(keys: tuple[str, ...], text: str) -> None:
    old, new = parse_plan(OLD.encode()).plan, parse_plan(NEW.encode()).plan
    assert excerpt(old, new, keys) == text
