"""Whose files are whose by the build of a list, a table or a sentence, whatever words it has."""

import pytest

from coord_tui.core.plan import Session
from tests.core.importing.whose_reading import owners, reading

Owners = dict[str, list[str]]
TWO = {"k1": ["keel/*", "rig/spar.c"], "k2": ["sail/*"]}
LINES = "- K1 hull: keel/*, rig/spar.c\n- K2 cloth: sail/*; no flags, please."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(f"## Exclusive owners\n{LINES}", TWO, id="ids under a heading of owners"),
        pytest.param(f"## Udhëzime\n{LINES}", TWO, id="ids under a heading in any language"),
        pytest.param(
            "## File ownership\nDeck people: deck/**, README.md\n\nHull people: keel/**",
            {"deck-people": ["deck/**", "README.md"], "hull-people": ["keel/**"]},
            id="several words, in paragraphs",
        ),
        pytest.param(
            "## Crowded\n- `a.c` — owner: Nora\n- `b.c` — owner: Ben\n- `c.c` — Ben. Nora asks.",
            {"nora": ["a.c"], "ben": ["b.c", "c.c"]},
            id="a remark beside others that say it outright",
        ),
        pytest.param(
            (
                "## Who owns what\n| Kush | Ku |\n|--|--|\n"
                "| Agent 1 | `a/`, `b/` |\n| Agent 2 | `c/` |"
            ),
            {"agent-1": ["a/", "b/"], "agent-2": ["c/"]},
            id="columns known by what they hold",
        ),
        pytest.param(
            "| # | Job | Writes only |\n|--|--|--|\n| A | Keel + rig | `a/` |\n| B | Bow | `b/` |",
            {"a": ["a/"], "b": ["b/"]},
            id="short ids before what each does",
        ),
        pytest.param(
            "Only Nora edits src/a.c, src/b.c. Nur Ben bearbeitet `web/`.",
            {"nora": ["src/a.c", "src/b.c"], "ben": ["web/"]},
            id="a sentence that opens with only",
        ),
        pytest.param(
            "This chat is the SKIPPER. Only he edits a/*.c, b.c.",
            {"skipper": ["a/*.c", "b.c"]},
            id="who was named last",
        ),
    ],
)
def test_the_form_of_what_is_written_says_whose_files_are_whose(text: str, found: Owners) -> None:
    assert owners(text) == found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("## Steps\n- T1 hull: keel/*\n- T2 cloth: sail/*", id="numbers of tasks"),
        pytest.param("## Notes\n- Deck: deck/**\n- Hull: keel/**", id="areas"),
        pytest.param("- K1 hull: keel/*", id="one line"),
        pytest.param("## Exclusive owners\n- Do not touch: a/*\n- Reads: b/*", id="no names"),
        pytest.param("Only one agent edits `a.c`. Only edit `b.c` when asked.", id="nobody named"),
        pytest.param("Only the tests change `a.c`. Only files in `b/` count.", id="no name"),
        pytest.param("The wind is strong. Only it changes `a.c`.", id="nobody before"),
    ],
)
def test_what_only_looks_alike_says_nothing(text: str) -> None:
    assert [path for paths in owners(text).values() for path in paths] == []


def test_what_stands_after_a_short_id_is_the_role_of_its_session() -> None:
    assert reading(f"## Exclusive owners\n{LINES}").plan.sessions == (
        Session("k1", "hull"),
        Session("k2", "cloth"),
    )


def test_what_a_list_says_by_its_form_is_likely() -> None:
    items = {item.key: item for item in reading(f"## Exclusive owners\n{LINES}").items}
    assert items["owned:k2:sail/*"].sure == "likely"


PARTS = (
    "## Agent 1: hull\n**Skedarët:** `keel/`, `rig/`\n**Mos prek:** `sail/`, `docs/`\n\n"
    "## Agent 2: cloth\n**Skedarët:**\n- `sail/`\n- `flag/*`\n\n**Mos prek:** `keel/`, `docs/`\n"
)


def test_an_unknown_label_with_other_folders_in_every_part_says_what_is_owned() -> None:
    assert owners(PARTS) == {"agent-1": ["keel/", "rig/"], "agent-2": ["sail/", "flag/*"]}
    assert {item.sure for item in reading(PARTS).items if item.key.startswith("owned")} == {
        "doubtful"
    }


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "**Codex owns:** `bow/`\n## Agent 1\nPlani: `a/`\n## Agent 2\nPlani: `b/`",
            id="where others say it outright",
        ),
        pytest.param(PARTS.partition("## Agent 2")[0], id="of one session only"),
        pytest.param("## Agent 1\nPlani: `a.md`\n## Agent 2\nPlani: `b.md`", id="no folders"),
        pytest.param("## Agent 1\nShih: `d/`\n## Agent 2\nShih: `d/`", id="the same folder"),
    ],
)
def test_an_unknown_label_elsewhere_says_nothing(text: str) -> None:
    assert not any(owners(text).get(each) for each in ("agent-1", "agent-2"))


PAIR = (
    "## Bow (K1)\n{}\n- **Owns:** `bow/`\n- **Depends on:** `log.md`\n\n## Stern\n- **Owns:** `s/`"
)


@pytest.mark.parametrize(
    "remark",
    [
        "**Longest and hardest part — owns the day of the launch.** Slowly, please.\n",
        "**Least blocked, with the longest way to go** — begin at once.\n",
        "**Das ist der schwerste Teil von allen, mit der größten Gefahr.** Langsam.\n",
    ],
)
def test_a_remark_in_bold_letters_below_a_heading_takes_no_part_from_it(remark: str) -> None:
    assert owners(PAIR.format(remark)) == {"bow": ["bow/"], "stern": ["s/"]}


@pytest.mark.parametrize(
    ("line", "paths"),
    [
        (
            "`keel/` (ribs); the two settings (`a.json`, `b.json` — plan §2)",
            ["keel/", "a.json", "b.json"],
        ),
        ("`keel/`, sus pruebas (`t/k.py`)", ["keel/", "t/k.py"]),
        ("`keel/`、測試 (`t/k.py`, `t/l.py`)", ["keel/", "t/k.py", "t/l.py"]),
        ("`keel/` (as in `old/keel.c`)", ["keel/"]),
        ("`keel/`, all that is new (see `log.md`)", ["keel/"]),
        ("`keel/`, nothing else (and `log.md` never)", ["keel/"]),
        ("`keel/`, everything except ribs (`keel/ribs.c`)", ["keel/"]),
    ],
)
def test_brackets_after_words_may_hold_paths(line: str, paths: list[str]) -> None:
    assert owners(f"## Agent A\n- **Owns:** {line}") == {"agent-a": paths}


@pytest.mark.parametrize(
    "line",
    [
        "May look into `sail/tokens` and `seams`, but not change those.",
        "Import `sail/tokens.css`, do not change it.",
        "Puede leer `sail/tokens.css`, pero no modificar nada.",
    ],
)
def test_what_a_sentence_bans_at_its_end_is_not_owned(line: str) -> None:
    assert owners(f"## Agent A owns\n- `keel/**`\n- {line}") == {"agent-a": ["keel/**"]}


@pytest.mark.parametrize(
    "remark", ["chat bot entry point", "Orders + agent view", "the build agent starts here"]
)
def test_a_remark_in_somebodys_own_tree_names_nobody_else(remark: str) -> None:
    text = (
        f"## Person 1\n\n### What you own\n\n```\nkeel/\n├── a.ts   ← {remark}\n"
        f"├── b.ts   ← mast bot at work\n└── c.ts\n```\n\n## Person 2\n- **Owns:** `sail/`"
    )
    assert owners(text) == {
        "person-1": ["keel/a.ts", "keel/b.ts", "keel/c.ts"],
        "person-2": ["sail/"],
    }
