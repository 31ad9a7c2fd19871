"""Comments of a plan stay below the line they stood below, wherever an import puts something."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.adapters.test_plan_editing import after

OWNED = """\
version: 1
sessions:
  alice: {}
ownership:
  alice:
    - src/api/
    # - src/old/   (given up in May)
"""
GROUPS = """\
version: 1
sessions:
  alice: {}
groups:
- id: g1
  title: One
  tasks:
  - id: t1
    title: First
    # ask Bob about this one
"""


@pytest.mark.parametrize(
    ("source", "new", "text"),
    [
        (
            OWNED,
            "sessions: {alice: {}}\nownership: {alice: [src/new/]}\nshared: [pyproject.toml]\n",
            f"{OWNED}    - src/new/\n\nshared:\n  - pyproject.toml\n",
        ),
        (
            OWNED,
            "sessions: {alice: {}}\nshared: [pyproject.toml]\n",
            f"{OWNED}\nshared:\n  - pyproject.toml\n",
        ),
        (
            GROUPS,
            "groups:\n- {id: g1, title: One, tasks: [{id: t2, title: Second}]}\n"
            "- {id: g2, title: Two, tasks: [{id: t3, title: Third}]}\n",
            f"{GROUPS}  - id: t2\n    title: Second\n\n- id: g2\n  title: Two\n  tasks:\n"
            "    - {id: t3, title: Third}\n",
        ),
        (
            GROUPS,
            "project: atlas\nsessions: {alice: {}}\n"
            "groups:\n- {id: g1, title: One, tasks: [{id: t1, title: First, owner: alice}]}\n",
            GROUPS.replace("version: 1\n", "version: 1\nproject: atlas\n").replace(
                "    # ask", "    owner: alice\n    # ask"
            ),
        ),
        (
            GROUPS.replace("version: 1\n", "# ours\n"),
            "project: atlas\nsessions: {alice: {}}\n",
            GROUPS.replace("version: 1\n", "# ours\nproject: atlas\n"),
        ),
        (
            "sessions: {x: {}}\ngroups:\n- id: g1\n  tasks:\n  - title: First\n    files:\n"
            "    - a\n    # b\n",
            "sessions: {x: {}}\n"
            "groups:\n- {id: g1, tasks: [{id: g1.1, title: First, files: [a, c], owner: x}]}\n",
            "sessions: {x: {}}\ngroups:\n- id: g1\n  tasks:\n  - title: First\n    owner: x\n"
            "    files:\n    - a\n    # b\n    - c\n    id: g1.1\n",
        ),
    ],
)
def test_what_is_new_comes_behind_the_comments_of_what_is_there(
    source: str, new: str, text: str
) -> None:
    assert after(source, new) == text


MARGINS = st.lists(st.sampled_from([0, 2, 4, 6, 8]), max_size=4)
ITEMS = ("- ", "", "key: ")


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([OWNED, GROUPS]), MARGINS, st.sampled_from(ITEMS), st.booleans())
def test_a_comment_stays_below_the_line_it_stood_below(
    source: str, margins: list[int], word: str, named: bool
) -> None:
    lines = source.splitlines(keepends=True)[:-1]
    comments = [f"{' ' * margin}# {word}c{n}\n" for n, margin in enumerate(margins)]
    project = "project: x\n" if named else ""
    new = (
        f"{project}sessions: {{alice: {{}}, bob: {{}}}}\n"
        "ownership: {alice: [src/new/], bob: [lib/]}\nshared: [pyproject.toml]\n"
        "groups:\n- {id: g1, tasks: [{id: t1, title: First, owner: alice}, {id: t2, title: B}]}\n"
        "- {id: g2, title: Two, tasks: [{id: t3, title: Third}]}\n"
    )
    made = after("".join([*lines, *comments]), new).splitlines(keepends=True)
    for above, margin, comment in zip([lines[-1], *comments], margins, comments, strict=False):
        if not margin:
            break  # one in the first column heads what comes next
        if margin >= len(above) - len(above.lstrip()):
            stood = made[made.index(comment) - 1]
            assert above == stood or "owner: alice" in stood, "".join(made)
