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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "| Lane | Does | May only touch |\n|--|--|--|\n| Bow | `keel.py` | `bow/`, `a.py` |\n"
            "| Stern | `mast.py` | `stern/` |",
            {"bow": ["bow/", "a.py"], "stern": ["stern/"]},
            id="in English",
        ),
        pytest.param(
            "| Stream | 负责 | 只能修改 |\n|--|--|--|\n| **A · 船头** | `keel.py` | `bow/` |\n"
            "| **B · 船尾** | `mast.py` | `stern/` |",
            {"a": ["bow/"], "b": ["stern/"]},
            id="in Chinese",
        ),
        pytest.param(
            "| Агент | Задача | Меняет только |\n|--|--|--|\n| Нос | киль | `bow/` |\n"
            "| Корма | мачта | `stern/` |",
            {"нос": ["bow/"], "корма": ["stern/"]},
            id="in Russian",
        ),
    ],
)
def test_a_column_of_what_only_its_row_may_touch_is_owned(text: str, found: Owners) -> None:
    assert owners(text) == found


ROUTES = (
    "## Worker A\n- **Files:** `bow/`\n\n## Worker B\n- **Files:** `stern/`\n\n"
    "| Method | Path | Who |\n|--|--|--|\n"
)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param("| GET | `/sails` | A |\n| POST | `/sails` | B |", id="methods alone"),
        pytest.param("| `DELETE` | `/sails/old` | A |\n| PUT | `/sails` | B |", id="in code spans"),
        pytest.param(
            "| GET /sails | `/sails` | A |\n| PATCH /mast | `/mast` | B |", id="with more"
        ),
    ],
)
def test_a_table_of_addresses_has_no_files(rows: str) -> None:
    assert owners(ROUTES + rows) == {"worker-a": ["bow/"], "worker-b": ["stern/"]}


@pytest.mark.parametrize(
    "everybody", ["全部署（追記のみ）", "every developer", "All departments", "todos los agentes"]
)
def test_all_of_a_kind_share_what_stands_beside_them(everybody: str) -> None:
    text = f"| File | Owner |\n|--|--|\n| `bow/` | Mira |\n| `log.md` | {everybody} |"
    assert (owners(text), shared_files(text)) == ({"mira": ["bow/"]}, ["log.md"])


@pytest.mark.parametrize("only", ["Mira only", "only Mira", "Miraのみ", "仅 Mira", "nur Mira"])
def test_a_word_such_as_only_is_no_part_of_an_owners_name(only: str) -> None:
    text = f"| File | Owner |\n|--|--|\n| `bow/` | {only} |\n| `stern/` | Otto |"
    assert owners(text) == {"mira": ["bow/"], "otto": ["stern/"]}


def test_a_ban_beside_a_file_is_nobodys_name() -> None:
    text = "| ファイル | オーナー |\n|--|--|\n| `bow/` | TEAM-1 |\n| `.env` | 編集不可 |"
    assert owners(text) == {"team-1": ["bow/"]}


PARTIES = (
    "## Agent 1\n- **Owns:** `bow/`\n\n## Agent 2\n- **Owns:** `stern/`\n\n## Contracts\n"
    "| File | {} | What |\n|--|--|--|\n| `a.ts` | {} | sails |\n| `b.ts` | {} | ropes |\n"
)


@pytest.mark.parametrize(
    ("heading", "one", "several"),
    [
        pytest.param("Parties", "A1 owns, all read", "A1 + A2", id="short names"),
        pytest.param("Parties", "Agent 1 owns, A2 reads", "all", id="full names and everybody"),
        pytest.param("Beteiligte", "Agent 1 besitzt; alle lesen", "beide", id="in German"),
        pytest.param("关系方", "A1 负责，A2 只读", "A1、A2", id="in Chinese"),
    ],
)
def test_cells_may_say_who_owns_and_who_reads(heading: str, one: str, several: str) -> None:
    text = PARTIES.format(heading, one, several)
    assert owners(text) == {"agent-1": ["a.ts", "bow/"], "agent-2": ["stern/"]}
    assert shared_files(text) == ["b.ts"]


def test_an_owners_cell_may_say_more_than_the_owner() -> None:
    text = "| File | Owner |\n|--|--|\n| `a.ts` | Mira owns, Otto reads |\n| `b.ts` | Otto |"
    assert owners(text) == {"mira": ["a.ts"], "otto": ["b.ts"]}


def test_who_is_named_beside_files_without_a_word_of_owning_owns_none_of_them() -> None:
    text = PARTIES.format("Needed by", "A1", "A2")
    assert owners(text) == {"agent-1": ["bow/"], "agent-2": ["stern/"]}


def test_a_role_has_files_while_no_name_is_filled_in() -> None:
    text = (
        "| Role | Name | Owns |\n|--|--|--|\n| Bow | ____ | `bow/` |\n| Stern | [name] | `stern/` |"
    )
    assert owners(text) == {"bow": ["bow/"], "stern": ["stern/"]}
