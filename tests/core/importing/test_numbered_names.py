"""Ids before what their bearers do name the bearers, in tables of any language."""

import pytest

from tests.core.importing.whose_reading import owners, reading, shared_files

SIGNS = """
# 作業の 分け方（ほかの 担当の ファイルは 直さない）

| 担当 | ファイル |
|---|---|
| ① 帆と 綱 | `sail/`、`rope/` |
| ② 船底の 修理 | `hull/` |
| 共通 | `docs/` |

## ② 船底の 修理

- 塗る まえに 乾かす。
"""
STRANDS = """
# Нити работы

| Нить | Владеет файлами | Итог |
|---|---|---|
| W1 Паруса и канаты | `sail/`, `rope/` (new) | держат |
| W2 Днище | `hull/` | сухо |
| W12 Камбуз (соль) | `galley/*` | суп |
"""
LETTERS = """
# Vague 1 : trois agents en parallèle

| # | Agent | Fichiers | Livrable |
|---|---|---|---|
| G | Voiles et cordages de tout le bateau | `sail/`, un mot dans `Deck` | tenue |
| H | Coque | `hull/`, `keel.py` | au sec |
| I | Guide | `GUIDE.md` | à jour |
"""
CODES = """
# Kto co robi

| Kod | Agent | Zakres | Pliki |
|---|---|---|---|
| K1 | **Żagle / liny** | maszty (.png/.svg) | `sail/**`, `rope/**` |
| K2 | **Kadłub** | deski | `hull/**` |
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SIGNS, {"①": ["sail/", "rope/"], "②": ["hull/"]}),
        (STRANDS, {"w1": ["sail/", "rope/"], "w2": ["hull/"], "w12": ["galley/*"]}),
        (LETTERS, {"g": ["sail/"], "h": ["hull/", "keel.py"], "i": ["GUIDE.md"]}),
        (CODES, {"k1": ["sail/**", "rope/**"], "k2": ["hull/**"]}),
    ],
)
def test_ids_of_one_kind_name_those_who_own_the_files_of_their_rows(
    text: str, expected: dict[str, list[str]]
) -> None:
    assert owners(text) == expected


def test_what_all_share_is_no_session_beside_the_ids() -> None:
    assert shared_files(SIGNS) == ["docs/"]


def test_what_stands_after_an_id_is_what_its_bearer_does() -> None:
    assert [each.role for each in reading(STRANDS).plan.sessions] == [
        "Паруса и канаты",
        "Днище",
        "соль; Камбуз",
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("| 1 | Ana | `a/` |\n| 2 | Ben | `b/` |", ["ana", "ben"]),
        ("| A1 | Claude | `a/` |\n| A2 | Codex | `b/` |", ["claude", "codex"]),
    ],
)
def test_ids_beside_names_only_count_them(rows: str, expected: list[str]) -> None:
    assert list(owners(f"| # | Agent | Files |\n|-|-|-|\n{rows}\n")) == expected


@pytest.mark.parametrize(
    "table",
    [
        "| # | Task | Agent | Files |\n|-|-|-|-|\n| B1 | Tar | A | `a/` |\n| B2 | Row | B | `b/` |",
        "| Part | Holds |\n|-|-|\n| B1 sails | `a/` |\n| B2 hull | `b/` |",
        "| Strand | Owns |\n|-|-|\n| Sails | the wind |\n| Hull | the water |",
        "| Strand | Owns |\n|-|-|\n| `a/` | `b/` |\n| `c/` | `d/` |",
    ],
)
def test_a_table_that_gives_no_files_to_ids_says_nothing(table: str) -> None:
    assert reading(table).plan.ownership == ()


def test_a_heading_that_says_that_rows_own_files_needs_no_word_for_the_rows() -> None:
    text = "| Strang | Besitzt |\n|-|-|\n| Segel | `sail/` |\n| Rumpf | `hull/` |\n"
    assert owners(text) == {"segel": ["sail/"], "rumpf": ["hull/"]}


def test_labels_beside_one_that_owns_its_paths_own_theirs_though_they_say_them_again() -> None:
    text = (
        "## Besitz der Dateien\n\n"
        "**ropes:** `deck/ropes`, `deck/knots`. Nur er ändert den Eingang.\n\n"
        "**galley:** `below/soup`, `below/bread`. Nichts anderes bitte anfassen.\n\n"
        "**Alle:** `docs/`. Vorher fragen, dann ändern.\n"
    )
    owned = owners(text)
    assert owned["ropes"] == ["deck/ropes", "deck/knots"]
    assert owned["galley"] == ["below/soup", "below/bread"]
    assert sorted(owned) == ["galley", "ropes"]


def test_few_remarks_of_a_tree_that_name_nobody_known_name_things() -> None:
    text = (
        "| Agent | Owns |\n|-|-|\n| Agent 1 | `app/` |\n| Agent 2 | `ui/` |\n\n"
        "```\nboat/\n├── app/\n│   ├── main.py    # entry\n│   ├── tables.py  # rows\n"
        "│   └── tide.py    # tides\n└── ui/\n    ├── first.py   # Tab 1: sails\n"
        "    ├── second.py  # Tab 2: hull\n    └── parts.py   # small things\n```\n"
    )
    assert owners(text) == {"agent-1": ["app/"], "agent-2": ["ui/"]}


@pytest.mark.parametrize("sign", ["—", "–", "→", "->"])
def test_a_dash_after_an_id_and_its_words_is_as_good_as_a_colon(sign: str) -> None:
    text = f"## Welle 1\n\n- **A1 Segel** {sign} `sail/`, `rope/`\n- **A2 Rumpf** {sign} `hull/`\n"
    assert owners(text) == {"a1": ["sail/", "rope/"], "a2": ["hull/"]}


def test_a_dash_after_other_words_proves_nothing() -> None:
    assert owners("## Welle 1\n\n- **Segel** — `sail.py`\n- **Rumpf** — `hull.py`\n") == {}


@pytest.mark.parametrize("particle", ["の", "は", "的", "는"])
def test_a_particle_is_nobody(particle: str) -> None:
    assert owners(f"# 担当{particle} ファイル\n\n- `a/`\n- `b/`\n") == {}
