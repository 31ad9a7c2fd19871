"""Whose files are whose where a plain word in a list, a tree or a sentence is all that is said."""

import pytest

from coord_tui.core.importing.bare_names import echoes, may_be_name, proper
from tests.core.importing.whose_reading import owners, said, shared_files

TWO = {"alice": ["src/"], "bob": ["web/"]}


@pytest.mark.parametrize(
    "lines",
    [
        "- alice: `src/`\n- bob: `web/`",
        "- alice: src/\n- bob: web/",
        "- `src/` — alice\n- `web/` — bob",
        "- src/ - alice\n- web/ - bob",
        "- src/: alice\n- web/: bob",
        "- `src/` (alice)\n- `web/` (bob)",
        "- `src/` — alice (server)\n- `web/` — bob, with carol",
        "- alice owns `src/`\n- bob owns `web/`",
        "- alice has `src/`\n- bob has `web/`",
        "- alice — `src/`\n- bob — `web/`",
        "- alice -> src/\n- bob -> web/",
        "- `alice`: `src/`\n- `bob`: `web/`",
        "- alice: everything under `src/`\n- bob: the whole of `web/`",
        "- alice\n  - `src/`\n- bob\n  - `web/`",
        "alice owns `src/`. bob owns `web/`.",
        "```\nsrc/   # alice\nweb/   # bob\n```",
        "```\nsrc/   alice\nweb/   bob\n```",
    ],
)
def test_below_a_heading_of_ownership_a_plain_word_is_a_name(lines: str) -> None:
    assert owners(f"# Plan\n\n## Ownership\n\n{lines}\n") == TWO


def test_below_such_a_heading_one_line_is_enough() -> None:
    assert owners("## Ownership\n\n- alice: `src/`") == {"alice": ["src/"]}


@pytest.mark.parametrize(
    "text",
    [
        "# Plan\n\n- alice: `src/`\n- bob: `web/`",
        "# Plan\n\n- alice — src/\n- bob — web/",
        "# Plan\n\n- alice owns `src/`\n- bob owns `web/`",
        "# Plan\n\n**Working**\n\n- alice - `src/`\n- bob - `web/`\n- zoe - reviews",
    ],
)
def test_elsewhere_a_whole_list_of_words_and_folders_is_a_guess(text: str) -> None:
    found = owners(text)
    assert {name: found[name] for name in TWO} == TWO
    assert {each.sure for each in said(text)} == {"doubtful"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("- source: `src/`\n- tests: `tests/`\n- backend: `api/`", id="parts"),
        pytest.param("- parser: `src/parser/`\n- network: `src/net/`", id="the path says it again"),
        pytest.param("- entry: `src/main.py`\n- logging: `src/log.py`", id="files"),
        pytest.param("- test: `pytest tests/`\n- lint: `ruff check src/`", id="commands"),
        pytest.param("- Added: `src/new/`\n- Removed: `src/old/`", id="changes"),
        pytest.param("- input: `data/in/`\n- output: `data/out/`", id="ends"),
        pytest.param("- `src/` — code\n- `web/` — pages", id="what a folder is"),
        pytest.param("- W1 (`a/`): Is it read?\n- W2 (`b/`): Is it not?", id="tasks and questions"),
        pytest.param("- alice: `src/`\n- bob: `web/`\n- The end.", id="one line of another build"),
        pytest.param("Example:\n- alice: `src/`\n- bob: `web/`", id="an example"),
        pytest.param("## Handoff log\n- alice: left `src/`\n- bob: moved `web/`", id="a log"),
        pytest.param("```\nsrc/  # handlers\nweb/  # pages\nlib/  # shared\n```", id="a layout"),
    ],
)
def test_most_lists_of_words_and_paths_say_nothing_of_owners(text: str) -> None:
    assert owners(f"# Notes\n\n{text}\n") == {}


def test_a_tree_without_a_heading_needs_a_name_that_comes_back_or_a_word_for_all() -> None:
    again = "```\nsrc/   # alice\nweb/   # bob\ndocs/  # alice\n```"
    assert owners(again) == {"alice": ["src/", "docs/"], "bob": ["web/"]}
    both = "```\nsrc/       ← Alice\nweb/       ← Bob\nREADME.md  ← both\n```"
    assert owners(both) == TWO
    assert shared_files(both) == ["README.md"]


def test_where_something_says_whose_files_are_whose_there_is_no_guessing() -> None:
    assert owners("| Path | Owner |\n|--|--|\n| `api/` | Nora |\n\n- a1: `b/`\n- bob: `c/`") == {
        "nora": ["api/"]
    }


def test_marks_of_several_after_a_path_share_it() -> None:
    text = "## Owners\n- `src/` @alice\n- `a.md` @alice @bob"
    assert owners(text)["alice"] == ["src/"]
    assert shared_files(text) == ["a.md"]


def test_an_item_for_everybody_is_shared() -> None:
    assert shared_files("## Ownership\n- alice: `src/`\n- `docs/` — everyone") == ["docs/"]


@pytest.mark.parametrize(
    ("words", "told", "may"),
    [
        ("alice", False, True),
        ("@bob", False, True),
        ("Nora", False, True),
        ("backend", False, False),
        ("backend", True, True),
        ("docs", False, False),
        ("notes", True, False),
        ("editing", False, False),
        ("owner", True, False),
        ("shared", True, False),
        ("TBD", True, False),
        ("main.py", True, False),
        ("two words", True, False),
        ("the", True, False),
        ("田中", False, True),
        ("", True, False),
    ],
)
def test_which_words_may_be_names(words: str, told: bool, may: bool) -> None:
    assert may_be_name(words, told) is may


@pytest.mark.parametrize(
    ("name", "paths", "again"),
    [
        ("parser", ["src/parse/"], True),
        ("logging", ["src/log.py"], True),
        ("alice", ["src/a.py"], False),
        ("al", ["al/"], False),
    ],
)
def test_a_word_of_its_own_path_names_a_part(name: str, paths: list[str], again: bool) -> None:
    assert echoes(name, paths) is again


@pytest.mark.parametrize(
    ("words", "name"),
    [("Ana", "Ana"), ("the Ana Lima", "Ana Lima"), ("小明", "小明"), ("it", ""), ("They", "")],
)
def test_capitals_make_a_name_of_one_or_two_words(words: str, name: str) -> None:
    found = proper(words)
    assert (found.name if found else "") == name


@pytest.mark.parametrize(
    "text",
    [
        "- **Maya**\n  - Owns: `a/`\n- **Theo**\n  - Owns:\n    - `b/`",
        "- **Maya**: `a/`\n- **Theo**: `b/`",
        "**Maya**: `a/`\n**Theo**: `b/`",
        "@maya → `a/`\n@theo → `b/`",
        "Maya owns `a/`. Theo owns `b/`.",
        "```\na/  ← Maya\nb/  ← Theo\nc/\n```",
        "# Ownership\n\n## Maya\n`a/`\n\n## Theo\n`b/`",
    ],
)
def test_capitals_or_arrows_of_two_are_names_under_any_heading(text: str) -> None:
    above = "## Split\n\n" if text.startswith("@") else "## Next week\n\n"
    assert owners(f"# Plan\n\n{above}{text}\n") == {"maya": ["a/"], "theo": ["b/"]}


def test_items_with_labels_below_them_are_parts_as_headings_are() -> None:
    text = "# Plan\n\n- Agent A (server)\n  - Files\n    - `a/`\n- Agent B\n  - Owns: `b/`\n"
    assert owners(text) == {"agent-a": ["a/"], "agent-b": ["b/"]}


def test_steps_with_files_are_no_sessions() -> None:
    assert owners("# Plan\n\n- **Setup**\n  - Files: `a.toml`\n- **Run**\n  - Files: `b`\n") == {}


@pytest.mark.parametrize("words", ["FRONT", "Agent FRONT"])
def test_whom_a_document_speaks_to_may_be_named_nowhere_else(words: str) -> None:
    (found,) = owners(f"# Brief\n\nYou are {words}. You own only `web/`.\n").values()
    assert found == ["web/"]


@pytest.mark.parametrize(
    "heading", ["Project layout and who owns it", "API ownership of data", "The plan says who owns"]
)
def test_words_around_owning_are_no_names(heading: str) -> None:
    assert owners(f"# {heading}\n\n- `a/`\n- `b/`\n") == {}


def test_a_line_of_many_spaces_is_read_at_once() -> None:
    assert owners("Agent 1" + " " * 9_000 + "owns `a/`") == {"agent-1": ["a/"]}
    assert owners("Agent 1" + " " * 300_000 + "rests") == {}
