"""Whose files are whose in tables: which column names the session, and who shares."""

import pytest

from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.read import Source, read_sources
from tests.core.importing.whose_reading import owners, reading, shared_files

Owners = dict[str, list[str]]
LANES = (
    "| Lane | Agent | Directories |\n|--|--|--|\n| A | api-bot | `api/` |\n| B | web-bot | `web/` |"
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(LANES, {"api-bot": ["api/"], "web-bot": ["web/"]}, id="lanes and agents"),
        pytest.param(
            f"{LANES}\n| – | Priya (lead) | `docs/` |",
            {"api-bot": ["api/"], "web-bot": ["web/"], "priya": ["docs/"]},
            id="a row without a lane",
        ),
        pytest.param(
            "| Track | Developer | Files |\n|--|--|--|\n| T1 | Ana | `api/` |\n"
            "| T2 | Ben | `web/` |",
            {"ana": ["api/"], "ben": ["web/"]},
            id="tracks and developers",
        ),
        pytest.param(
            "| Lane | Files | Agent |\n|--|--|--|\n| 1 | `a/` | hal |\n"
            "| 2 | `b/` | eve |\n| 3 | `c/` | hal |",
            {"hal": ["a/", "c/"], "eve": ["b/"]},
            id="an agent in two lanes",
        ),
        pytest.param(
            (
                "| Session | Owner | Directories |\n|--|--|--|\n| S1 | Mira | `a/` |\n"
                "| S2 | Tomas | `b/` |\n\n| Task | Session |\n|--|--|\n| keel | S1 |\n| mast | S2 |"
            ),
            {"s1": ["a/"], "s2": ["b/"]},
            id="the names of another table decide",
        ),
        pytest.param(
            "## Agent Alpha\n| Area | Files |\n|--|--|\n| Parser | `a/`, `b.py` |\n"
            "## Agent Beta\n| Area | Files |\n|--|--|\n| Output | `c/` |",
            {"agent-alpha": ["a/", "b.py"], "agent-beta": ["c/"]},
            id="areas and files in somebody's part",
        ),
        pytest.param(
            "| Path | Owner |\n|--|--|\n| `a/` | nadia |\n| `b/` | otto |\n| `c/` | nadia + otto |",
            {"nadia": ["a/"], "otto": ["b/"]},
            id="two plain names in one cell",
        ),
    ],
)
def test_the_column_of_names_is_found(text: str, found: Owners) -> None:
    assert owners(text) == found


def test_lane_and_agent_are_one_session() -> None:
    text = f"{LANES}\n\n**B owns:**\n- `styles/`"
    assert owners(text) == {"api-bot": ["api/"], "web-bot": ["web/", "styles/"]}


def test_a_column_of_those_who_are_concerned_owns_no_shared_file() -> None:
    text = (
        "## Shared files\n| File | Who | Rule |\n|--|--|--|\n| `a.json` | Ana | announce |\n"
        "| `b.md` | Ana, Ben | any |"
    )
    assert owners(text) == {"ana": [], "ben": []}
    shared = reading(text).plan.shared
    assert shared_files(text) == ["a.json", "b.md"]
    assert [[part.session for part in each.sessions] for each in shared] == [
        ["ana"],
        ["ana", "ben"],
    ]


def test_an_address_in_any_cell_is_the_sessions_address() -> None:
    text = (
        "| Agent | Role | Owns |\n|--|--|--|\n| api | server, api@example.org | `api/` |\n"
        "| web | <web@example.org> | `web/` |"
    )
    api, web = reading(text).plan.sessions
    assert (api.role, api.emails) == ("server", ("api@example.org",))
    assert (web.role, web.emails) == ("", ("web@example.org",))


def test_who_is_named_as_an_owner_only_is_named_where_the_name_stands() -> None:
    text = (
        "# Plan\n\n## Tasks\n\n### T1: Keel\n\nLay it down.\n\nOwner: Mira\n\n"
        "### T2: Mast\n\nText.\n"
    )
    found = assemble(read_sources([Source("a.md", text)])).items
    (mira,) = [each for each in found if each.key == "session:mira"]
    assert ([place.line for place in mira.at], mira.sure) == ([9], "likely")
