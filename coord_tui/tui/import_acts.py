"""Imports documents from the screen: asks which, reads them in a thread, opens the review.

What reads documents is loaded when it is first wanted: the screen opens sooner without it.
"""

import shlex
from functools import partial
from typing import TYPE_CHECKING

from coord_tui.errors import CoordError
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.facts import as_rows
from coord_tui.presentation.rows import Line, Span
from coord_tui.presentation.text import inert
from coord_tui.tui.file_names import FileNames
from coord_tui.tui.screens.details import Details
from coord_tui.tui.screens.prompt import Prompt

if TYPE_CHECKING:
    from coord_tui.core.importing.review import Review
    from coord_tui.tui.screens.main import MainScreen
    from coord_tui.workspace.import_target import Target
    from coord_tui.workspace.importing import Documents, Prepared

STDIN = "-"
ENDINGS = (".md", ".markdown", ".jsonl", "CODEOWNERS")
BY_HAND_WIDTH = 70
"""Cells of a line of what has to be put in by hand."""
HINT = "documents, from the top of the repository: COORD.md TASKS.md (→ completes)"


def bring_in(screen: "MainScreen", subject: Subject) -> None:
    """Ask for the names of documents, and open their review."""
    known = [path for path in screen.snapshot.tracked if path.endswith(ENDINGS)]
    names = sorted(map(_word, known), key=lambda name: (name.count("/"), name))
    value = _word(subject.path) if subject.path.endswith(ENDINGS) else ""
    prompt = Prompt(
        "Import", value=value, hint=HINT, refusal=_unreadable, suggester=FileNames(names)
    )

    def take(line: str | None) -> None:
        if line is not None:
            read = partial(_read, screen, shlex.split(line))
            screen.run_worker(read, thread=True, group="act", exit_on_error=False)

    screen.app.push_screen(prompt, take)


def _word(path: str) -> str:
    return shlex.quote(path)


def _unreadable(line: str) -> str:
    """Why these are no names."""
    try:
        names = shlex.split(line)
    except ValueError:
        return "a quote has no end"
    if STDIN in names:
        return "- is where the keys come from: name a file, ./- when it is called that"
    return "" if names else "name at least one document"


def _read(screen: "MainScreen", names: list[str]) -> None:
    """Read the documents, in a thread; whatever is wrong with them is said in a line."""
    from coord_tui.workspace.import_lacks import with_lacks
    from coord_tui.workspace.import_target import find_target
    from coord_tui.workspace.importing import begun, read_documents

    top = screen.workspace.layout.top
    try:
        with screen.under_way("reading documents…"):
            target = find_target("", top)
            documents = with_lacks(read_documents(names, top), target)
            review = begun(documents.reading(), target)
    except CoordError as error:
        screen.app.call_from_thread(_refused, screen, error)
        return
    screen.app.call_from_thread(_review, screen, documents, review, target)


def _refused(screen: "MainScreen", error: CoordError) -> None:
    """Say why nothing was read: in passing, or to be read when several names are wrong."""
    lines: tuple[str, ...] = getattr(error, "lines", ())
    if len(lines) > 1:
        rows = as_rows(Line((Span(inert(line)),)) for line in lines)
        screen.app.push_screen(Details("Nothing was read", rows))
    else:
        screen.fail(error)


def _review(
    screen: "MainScreen", documents: "Documents", review: "Review", target: "Target"
) -> None:
    from coord_tui.presentation.import_changes import text_rows, written_words
    from coord_tui.tui.screens.import_review import ImportReview

    def told(prepared: "Prepared | None") -> None:
        if prepared is not None:
            files = [source.name for source in documents.sources]
            name, by_hand = prepared.target.name, prepared.by_hand
            screen.tell(written_words(name, files, kept=prepared.is_there))
            if by_hand.keys:
                rows = text_rows(by_hand.text, BY_HAND_WIDTH)
                screen.app.push_screen(Details(f"To be put into {inert(name)} by hand", rows))

    screen.app.push_screen(ImportReview(documents, review, target), told)
