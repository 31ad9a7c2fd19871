"""What a document that says whose files are whose keeps everybody off, and what it does not."""

import pytest

from coord_tui.core.verdicts import NOBODY
from tests.core.importing.whose_reading import reading

OWNERS = "# Plan\n\n## Who owns which files\n\n- Ana: `src/`\n- Ben: `web/`\n\n"


def nobodys(text: str) -> list[str]:
    return [each.path for each in reading(text).plan.ownership if each.session == NOBODY]


@pytest.mark.parametrize(
    ("ban", "paths"),
    [
        ("Do not touch: `infra/`, `a.sh`.", ["infra/", "a.sh"]),
        ("- Do not touch: `infra/`", ["infra/"]),
        ("**Nobody edits:**\n- `vendor/`\n- `dist/` (generated)", ["vendor/", "dist/"]),
        ("### Off limits\n- `vendor/`", ["vendor/"]),
        ("Nicht anfassen: `infra/`", ["infra/"]),
        ("No tocar: `infra/`", ["infra/"]),
        ("Do not touch without asking: `infra/`", []),
        ("Do not touch: `web/`", []),
        ("Do not touch: `web/styles/`", []),
        ("Do not touch the tests on Fridays.", []),
    ],
)
def test_a_ban_among_owners_names_what_is_nobodys(ban: str, paths: list[str]) -> None:
    assert nobodys(OWNERS + ban) == paths


def test_a_ban_in_somebodys_part_is_that_sessions_alone() -> None:
    text = "## Ownership\n### Ana\n- `src/`\n- Do not touch: `infra/`\n### Ben\n- `web/`"
    assert nobodys(text) == []


def test_a_ban_where_nobody_owns_anything_is_only_a_rule() -> None:
    assert nobodys("## Ownership\n\nDo not touch: `infra/`") == []
