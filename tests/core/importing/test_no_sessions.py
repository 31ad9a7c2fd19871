"""Labels, headings and rows that name things name no sessions."""

import pytest

from tests.core.importing.whose_reading import owners

STATES_NOBODY = [
    "| Name | Branch | URL |\n|--|--|--|\n| staging | develop | x.io |\n| live | main | y.io |",
    "| Worker | Queue | Concurrency |\n|--|--|--|\n| mailer | mail | 4 |\n| resizer | img | 2 |",
    "| Name | Role |\n|--|--|\n| admin | everything |\n| viewer | looking |",
    "# LAYOUT & TEAM\n\n- `a/`\n",
]


@pytest.mark.parametrize("text", STATES_NOBODY)
def test_environments_queues_and_permissions_are_no_sessions(text: str) -> None:
    assert owners(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "| Name | Branch |\n|--|--|\n| Ruth | ruth/x |\n| Omar | omar/y |",
        "| Name | Role |\n|--|--|\n| Ruth | API |\n| Omar | screens |",
        "| Worker | Branch |\n|--|--|\n| Ruth | x |\n| Omar | y |",
    ],
)
def test_names_with_capitals_in_such_tables_are(text: str) -> None:
    assert set(owners(text)) == {"ruth", "omar"}


def test_labels_of_words_beside_names_are_no_names() -> None:
    text = "# Team\n\n- Ruth: `api/`\n- Omar: `web/`\n- Branch naming: `feat/x`\n- Stand-up time: 9"
    assert set(owners(text)) == {"ruth", "omar"}


def test_who_stands_after_a_role_before_the_files_has_it() -> None:
    text = "# Team\n\n- Backend: Ruth (`services/`)\n- Frontend: Omar (`web/`)\n"
    assert owners(text) == {"ruth": ["services/"], "omar": ["web/"]}


@pytest.mark.parametrize("verb", ["reads", "uses", "liest"])
def test_what_somebody_only_reads_is_not_theirs(verb: str) -> None:
    text = f"## Agent 1 owns\n- `b/`\n\n## Agent 2 {verb}\n- `a/`\n"
    assert "a/" not in owners(text).get("agent-2", [])
