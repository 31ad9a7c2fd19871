"""What is planted anywhere in a document is in the plan or in what is unread.

So is a word that nobody knows, and so are a path, a branch and a name of which each word stands
elsewhere, too; and so is a sentence of words that everybody knows, if it forbids or binds.
"""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.read import Source, read_sources
from coord_tui.core.importing.reading import Reading
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


TABLE_OF: dict[tuple[str, ...], st.SearchStrategy[list[str]]] = {
    heads: _table(heads) for heads in TABLES
}
FENCE_OF: dict[tuple[str, tuple[str, ...]], st.SearchStrategy[list[str]]] = {
    fence: _fence(*fence) for fence in FENCES
}
BLOCKS = st.one_of(
    st.sampled_from(TITLES).map(lambda title: [title]),
    st.lists(st.sampled_from(LINES), min_size=1, max_size=5),
    st.sampled_from(TABLES).flatmap(TABLE_OF.__getitem__),
    st.sampled_from(FENCES).flatmap(FENCE_OF.__getitem__),
)
DOCUMENTS = st.lists(BLOCKS, min_size=1, max_size=8)


FOLDER, BRANCH, NAME = "tests/", "ana/web", "Ines"
FRONT = ["## Sessions", "- **Ines**: tests", "- **Bo**: the web"]
"""Where the words of what is planted stand besides."""


@st.composite
def planted(draw: st.DrawFn, words: str) -> tuple[str, str]:
    """A document, and the same with the words somewhere in it, where words say something."""
    blocks = draw(DOCUMENTS)
    without = _text(blocks)
    spots = [spot for n, block in enumerate(blocks) for spot in _spots(n, block, words)]
    n, line, at, new = draw(st.sampled_from(spots or [(0, 0, -1, "")]))
    if at < 0:
        return without, _text([*blocks, [f"and a {words}"]])
    old = blocks[n][line]
    blocks[n][line] = old[:at] + new + old[at:]
    return without, _text(blocks)


SENTENCES = (
    "but not before review", "only when all tests pass", "and nobody else may touch it",
    "never edit without approval", "while Dana is away", "unless the owner is blocked",
    "if tests fail", "until the next release", "frozen except for docs", "since nothing is done",
    "aber nicht ohne Absprache", "solo cuando todo pasa", "sauf si les tests passent",
    "drimbles the quuxolith berth",
)  # fmt: skip
"""Of ordinary words with a limit, and of words that nobody knows."""


@st.composite
def bound(draw: st.DrawFn) -> tuple[str, str]:
    """A sentence, and a document that has it somewhere."""
    words = draw(st.sampled_from(SENTENCES))
    blocks = draw(DOCUMENTS)
    n = draw(st.integers(0, len(blocks) - 1))
    block = blocks[n]
    if block[0].startswith("#"):
        blocks[n] = [block[0] + draw(st.sampled_from((f" — {words}", f" ({words})", f": {words}")))]
    elif block[0] in TITLES:
        bold = block[0].startswith("**")
        blocks[n] = [f"**Files {words}:**" if bold else f"Tasks {words}:"]
    elif block[0].startswith("|"):
        row = draw(st.integers(2, len(block) - 1))
        cells = block[row].split(" | ")
        at = draw(st.integers(0, len(cells) - 1))
        cells[at] = f"{cells[at].removesuffix(' |')} {words}" + " |" * (at == len(cells) - 1)
        block[row] = " | ".join(cells)
    elif block[0].startswith("```"):
        block[draw(st.integers(1, len(block) - 2))] += f"  # {words}"
    else:
        lead = draw(
            st.sampled_from((f"{words.capitalize()}:", f"**{words}**", f"**{words}:**", ""))
        )
        end = draw(st.sampled_from((f" {words}", f" ({words})", f", {words}", f" — {words}.")))
        if lead:
            blocks[n] = [lead, *draw(st.sampled_from(([], [""]))), *block]
        else:
            block[draw(st.integers(0, len(block) - 1))] += end
    return words, _text(blocks)


def _text(blocks: list[list[str]]) -> str:
    return "\n\n".join("\n".join(block) for block in (FRONT, *blocks))


def _spots(n: int, block: list[str], words: str) -> list[tuple[int, int, int, str]]:
    """Where words may go: into cells, lines and fences; to a title as a name or as a path."""
    found = []
    is_table, is_fence = block[0].startswith("|"), block[0].startswith("```")
    for number, line in enumerate(block):
        if is_table and number > 1:
            found += [
                (n, number, sign.end(), f" {words} ") for sign in re.finditer(r"\|(?!$)", line)
            ]
        elif is_fence and 0 < number < len(block) - 1:
            found += [(n, number, len(line), f" {words}"), (n, number, len(line), f" # {words}")]
        elif line.startswith("#"):
            found += [(n, number, len(line), new) for new in _in_title(words)]
        elif not is_table and not is_fence and line not in TITLES:
            label = line.find(":")
            spaces = (sign.start() for sign in re.finditer(r"(?<=[\w.)`]) (?=[\w(`])|$", line))
            found += [(n, number, at, f" {words}") for at in spaces if at > label]
            found.append((n, number, len(line), f". Ana no longer owns {words}."))
    return found


def _in_title(words: str) -> list[str]:
    names = [f" ({words.title()})"] if words.isalpha() else []
    return names + ([f" `{words}`"] if "/" in words else [f" `{words}/`"])


def _read(text: str) -> Reading:
    return assemble(read_sources([Source("COORD.md", text)]))


def _told(text: str) -> list[str]:
    """All that is told of a document."""
    reading = _read(text)
    told = [plan_text(reading.plan), *(passage.text for passage in reading.unread)]
    return told + [warned.text for warned in reading.warnings]


@given(planted(WORD))
@settings(max_examples=80, deadline=None)
def test_a_planted_word_is_in_the_plan_or_was_not_understood(texts: tuple[str, str]) -> None:
    assert any(WORD in words.casefold() for words in _told(texts[1])), texts[1]


@given(bound())
@settings(max_examples=70, deadline=None)
def test_a_planted_sentence_is_in_the_plan_or_was_not_understood(found: tuple[str, str]) -> None:
    words, text = found
    told = (" ".join(re.findall(r"\w+", each.casefold())) for each in _told(text))
    assert any(words.casefold() in each for each in told), text


PATHS = st.sampled_from((FOLDER, BRANCH))


@given(PATHS.flatmap(lambda path: st.tuples(st.just(path), planted(path))))
@settings(max_examples=70, deadline=None)
def test_a_planted_path_is_told_though_its_words_stand_elsewhere(
    found: tuple[str, tuple[str, str]],
) -> None:
    path, (_, text) = found
    spelled = path.replace("/", "[/-]")  # with a dash where it became a part of a session's name
    assert any(re.search(rf"(?<![\w/]){spelled}", words) for words in _told(text)), text


@given(planted(NAME))
@settings(max_examples=40, deadline=None)
def test_a_planted_name_is_told_where_it_stands(texts: tuple[str, str]) -> None:
    without, text = texts
    places = [[(item.key, item.at) for item in _read(each).items] for each in texts]
    assert _told(text) != _told(without) or places[0] != places[1], text
