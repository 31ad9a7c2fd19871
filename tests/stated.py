"""What readers would find in a document, said outright: reviews are tested without any reader."""

from coord_tui.core.importing.read import Source, Stated
from coord_tui.core.importing.reading import Passage, Reading, Warned
from coord_tui.core.importing.statements import (
    Place,
    Said,
    SaidCheck,
    SaidGroup,
    SaidLink,
    SaidOwned,
    SaidProject,
    SaidRule,
    SaidSession,
    SaidShared,
    SaidTask,
)
from coord_tui.workspace.importing import Documents
from tests.builders import NASTY

NAME = "COORD.md"
TEXT = f"""\
# Pier: who does what
mira keeps the tide tables, an agent called sol draws the charts.

mira owns src/tides/ and src/[id].py.
sol owns charts/.
Say so before you edit settings.toml.

## Round 1
- P1 Read the gauges (mira), finished in abc1234
- P2 Draw the low water line (sol), once P1 is there
- perhaps somebody paints the buoys in every single colour that the harbour office has ever allowed
- perhaps the buoys are painted already

Run pytest -q before you push.
\tThe harbour master likes {NASTY.replace(chr(10), " ")}
Both of them keep the charts.
"""
WHY = "a point that nobody was asked to do"


def at(line: int, end: int = 0, file: str = NAME) -> Place:
    """A place in the document."""
    return Place(file, line, end or line)


SAID: tuple[Said, ...] = (
    SaidProject(at(1), "pier"),
    SaidSession(at(2), "mira", role="tide tables"),
    SaidSession(at(2), "sol", role="charts", kind="agent"),
    SaidOwned(at(4), "mira", "src/tides/"),
    SaidOwned(at(4), "mira", "src/[[]id].py", note="pages"),
    SaidOwned(at(5), "sol", "charts/", sure="likely", why="a sentence that says so"),
    SaidShared(at(6), "settings.toml"),
    SaidRule(at(6), "Settings", "Say so before you edit settings.toml."),
    SaidGroup(at(8), "Round 1"),
    SaidTask(
        at(9), "P1", "Read the gauges", "mira", "Round 1", status="done", commit="abc1234"
    ),
    SaidTask(at(10), "P2", "Draw the low water line", "sol", "Round 1"),
    SaidTask(at(11), "P3", "Paint the buoys", "", "Round 1", sure="doubtful", why=WHY),
    SaidTask(
        at(12), "P3", status="done", sure="doubtful", why=WHY
    ),
    SaidTask(at(12), "P4", "Paint [/] them again", "", "Round 1", sure="doubtful", why=WHY),
    SaidLink(at(10), "P2", "P1"),
    SaidLink(at(11), "P4", "P3"),
    SaidCheck(at(14), "pytest -q"),
)  # fmt: skip
STATED = Stated(
    SAID,
    (Passage(at(15), TEXT.splitlines()[14]), Passage(at(3, 4), "\nmira owns\n")),
    (Warned(at(16), "charts/ is said to be everybody's"),),
)


def documents(folder: str = ".", stated: Stated = STATED) -> Documents:
    """The document, read."""
    return Documents(stated, (Source(NAME, TEXT),), folder)


def reading() -> Reading:
    """All that it says."""
    return documents().reading()
