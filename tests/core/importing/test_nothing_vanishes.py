"""A word that nobody knows, planted anywhere in a document, is in the plan or in what is unread."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.read import Source, read_sources
from coord_tui.core.plan_text import plan_text

WORD = "quuxolith"
TABLES = (
    ("Agent", "Files", "Role"),
    ("File", "Owner", "Notes"),
    ("ID", "Task", "Owner", "Status", "Depends on"),
    ("#", "Task", "Priority", "Effort"),
    ("Who", "Branch", "Tasks"),
    ("Chi", "Cartelle", "Compiti"),
    ("Directory", "ana", "bolt"),
    ("Tool", "Version", "Why"),
    ("Key", "Value"),
)
CELLS = (
    "ana", "bolt", "`web/`", "api/, jobs/", "T1", "T2", "1", "#2", "Model the berths", "open",
    "done (4f2a91c)", "✅", "-", "TBD", "high", "2 days", "feature/berths", "✓", "primary",
    "pages and styles", "`pytest -q`", "3.11", "",
)  # fmt: skip
TITLES = (
    "# Harbour", "## Sessions", "## File ownership", "### ana", "### Agent 1",
    "## Round 1 (current)", "## Tasks", "## Phase 2: Lights", "### T3: Paint the buoys",
    "## Shared files", "## Rules", "## Checks", "## Dependencies", "## Notes",
    "## Definition of done", "## `api/` (Hana)", "## Avoid", "## Tests", "**ana**", "**Files:**",
    "Tasks:",
)  # fmt: skip
LINES = (
    "- **ana**: the pages", "- **bolt** — the service (Backend)", "- `web/` (pages and styles)",
    "- `api/`, `jobs/`", "- api/routes.py: only with both", "- [x] T1 Model the berths",
    "- [ ] **T2** Show the berths (ana, after T1)", "- [ ] oil the hinges", "- Owner: ana",
    "- Files: `web/`, `api/`", "- Depends on: T1", "- Blocks: T2 and T3",
    "- Status: done in 4f2a91c", "  - draw the pier first", "  - [x] T2.1 lamps",
    "1. Pull before you edit", "- Person 2 (Olga): models", "Ana owns `web/`. Bolt owns `api/`.",
    "Never push to `main`.", "T2 depends on T1.", "T1 → T2 → T3",
    "You are ANA. You own only `web/`.", "**Owner**: bolt", "**Status:** in progress",
    "Run `pytest -q` before you push.", "Pin `node` to 20.1.", "Read `docs/design.md` first.",
    "ana → `web/`", "Agent 1: `api/`", "Nobody knows what this is about. Or do they?", "> told so",
    "T1: Model the berths (done)", "settings.toml is edited by both; say so first.",
)  # fmt: skip
FENCES = (
    ("bash", ("pytest -q", "cd web && npm test", "ruff check .")),
    ("", ("src/", "├── api/      # bolt", "├── web/  ← ana", "└── lib/", "T1 -> T2", "web/  ana")),
    ("mermaid", ("graph TD", "T1 --> T2", "T2[Show] -.-> T3")),
)


def _table(heads: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    cells = st.lists(st.sampled_from(CELLS), min_size=len(heads), max_size=len(heads))
    first = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    rows = st.lists(cells, min_size=1, max_size=4)
    return rows.map(lambda found: [*first, *("| " + " | ".join(row) + " |" for row in found)])


def _fence(info: str, lines: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    inside = st.lists(st.sampled_from(lines), min_size=1, max_size=4)
    return inside.map(lambda found: [f"```{info}", *found, "```"])


BLOCKS = st.one_of(
    st.sampled_from(TITLES).map(lambda title: [title]),
    st.lists(st.sampled_from(LINES), min_size=1, max_size=5),
    st.sampled_from(TABLES).flatmap(_table),
    st.sampled_from(FENCES).flatmap(lambda fence: _fence(*fence)),
)
DOCUMENTS = st.lists(BLOCKS, min_size=1, max_size=8)


@st.composite
def planted(draw: st.DrawFn) -> str:
    """A document with the word somewhere in it, where words say something."""
    blocks = draw(DOCUMENTS)
    spots = [spot for n, block in enumerate(blocks) for spot in _spots(n, block)]
    n, line, at, words = draw(st.sampled_from(spots or [(0, 0, -1, "")]))
    if at < 0:
        return "\n\n".join("\n".join(block) for block in (*blocks, [f"and a {WORD}"]))
    old = blocks[n][line]
    blocks[n][line] = old[:at] + words + old[at:]
    return "\n\n".join("\n".join(block) for block in blocks)


def _spots(n: int, block: list[str]) -> list[tuple[int, int, int, str]]:
    """Where the word may go: into cells, words and fences; to a title as a name or as a path."""
    found = []
    is_table, is_fence = block[0].startswith("|"), block[0].startswith("```")
    for number, line in enumerate(block):
        if is_table and number > 1:
            found += [
                (n, number, sign.end(), f" {WORD} ") for sign in re.finditer(r"\|(?!$)", line)
            ]
        elif is_fence and 0 < number < len(block) - 1:
            found += [(n, number, len(line), f" {WORD}"), (n, number, len(line), f" # {WORD}")]
        elif line.startswith("#"):
            found += [(n, number, len(line), words) for words in (f" (Q{WORD[1:]})", f" `{WORD}/`")]
        elif not is_table and not is_fence and line not in TITLES:
            label = line.find(":")
            spaces = (sign.start() for sign in re.finditer(r"(?<=[\w.)`]) (?=[\w(`])|$", line))
            found += [(n, number, at, f" {WORD}") for at in spaces if at > label]
    return found


@given(planted())
@settings(max_examples=400, deadline=None)
def test_a_planted_word_is_in_the_plan_or_was_not_understood(text: str) -> None:
    reading = assemble(read_sources([Source("COORD.md", text)]))
    told = [plan_text(reading.plan), *(passage.text for passage in reading.unread)]
    told += [warned.text for warned in reading.warnings]
    assert any(WORD in words.casefold() for words in told), text
