"""Importing from the screen: names are asked for, read aside, reviewed, and the plan is live."""

import subprocess
import sys

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from coord_tui.tui.file_names import FileNames
from coord_tui.tui.import_acts import bring_in
from coord_tui.tui.screens.details import Details
from coord_tui.tui.screens.import_review import ImportReview
from coord_tui.tui.screens.import_writing import ImportWriting
from coord_tui.tui.screens.prompt import Prompt
from tests.repos import Repo
from tests.tui.alive import live
from tests.tui.still import dialog, main, press, seen, toasts, type_in, until
from tests.tui.test_palette import ask_for

DOCUMENT = """\
# Atlas

## File ownership

### senior
- `atlas/agents/`
- `atlas/planner/`

### quay
- `atlas/quay/`
"""


async def asked(pilot: Pilot[None], names: str) -> None:
    """Ask for the review of these documents."""
    await ask_for(pilot, "import")
    await until(pilot, lambda: isinstance(pilot.app.screen, Prompt))
    await type_in(pilot, names)
    await press(pilot, "enter")


async def test_from_the_palette_to_the_plan(place: Repo) -> None:
    place.write("TEAM NOTES.md", DOCUMENT)
    async with live(place) as pilot:
        await asked(pilot, "'TEAM NOTES.md'")
        await until(pilot, lambda: isinstance(pilot.app.screen, ImportReview))
        await pilot.pause()
        assert "TEAM NOTES.md → coord.yaml (merged)" in seen(pilot)
        await press(pilot, "a", "w")
        await until(pilot, lambda: isinstance(pilot.app.screen, ImportWriting))
        await press(pilot, "w")
        await until(pilot, lambda: pilot.app.screen is main(pilot))
        await until(pilot, lambda: toasts(pilot) == ["wrote coord.yaml from TEAM NOTES.md"])
        await until(pilot, lambda: main(pilot).snapshot.board.plan.session("quay"))
        owned = {one.path for one in main(pilot).snapshot.board.plan.ownership}
        assert {"atlas/planner/", "atlas/quay/", "atlas/mcp/"} <= owned


async def test_a_guess_that_the_plan_says_is_no_question(place: Repo) -> None:
    place.write("LEFT.md", "# Atlas\n\n## Leftovers\n- [x] paint the door\n- [ ] oil the hinges\n")
    async with live(place) as pilot:
        for open in True, False:
            await asked(pilot, "LEFT.md")
            await until(pilot, lambda: isinstance(pilot.app.screen, ImportReview))
            review = pilot.app.screen
            assert isinstance(review, ImportReview)
            assert bool(review.open) is open
            await until(pilot, lambda: " doubtful" in seen(pilot))
            assert ("3 doubtful" if open else "0 doubtful") in seen(pilot)
            await press(pilot, *("a" * open), "w")
            await until(pilot, lambda: isinstance(pilot.app.screen, ImportWriting))
            await press(pilot, "w")
            await until(pilot, lambda: pilot.app.screen is main(pilot))


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ("nowhere.md", "cannot read nowhere.md: No such file or directory"),
        ("atlas", "atlas"),
    ],
)
async def test_what_cannot_be_read_is_one_line(place: Repo, names: str, words: str) -> None:
    async with live(place) as pilot:
        await asked(pilot, names)
        await until(pilot, lambda: toasts(pilot))
        assert words in toasts(pilot)[0]
        assert "\n" not in toasts(pilot)[0]
        assert pilot.app.screen is main(pilot)


async def test_all_that_cannot_be_read_is_named(place: Repo) -> None:
    place.write("empty.md", "")
    async with live(place) as pilot:
        await asked(pilot, "nowhere.md empty.md '[b]no.md'")
        await until(pilot, lambda: isinstance(pilot.app.screen, Details))
        await pilot.pause()
        shown = seen(pilot)
        assert "Nothing was read" in shown
        for name in ("cannot read nowhere.md", "empty.md is empty", "cannot read [b]no.md"):
            assert name in shown
        await press(pilot, "escape")
        assert pilot.app.screen is main(pilot)


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ("", "name at least one document"),
        ("'a.md", "a quote has no end"),
        ("COORD.md -", "- is where the keys come from"),
    ],
)
async def test_names_that_are_none_are_refused_on_the_spot(
    place: Repo, names: str, words: str
) -> None:
    async with live(place) as pilot:
        bring_in(main(pilot), main(pilot).subject)
        await pilot.pause()
        await type_in(pilot, names)
        await press(pilot, "enter")
        assert words in dialog(pilot)


async def test_a_document_under_the_cursor_is_offered_and_tracked_ones_complete(
    place: Repo,
) -> None:
    place.write("COORD.md", DOCUMENT)
    place.write("docs/PLAN.md", DOCUMENT)
    place.commit("COORD.md", "docs/PLAN.md")
    async with live(place) as pilot:
        main(pilot).go_to_path("COORD.md")
        await pilot.pause()
        bring_in(main(pilot), main(pilot).subject)
        await pilot.pause()
        line = pilot.app.screen.query_one(Input)
        assert line.value == "COORD.md"
        await type_in(pilot, " do")
        await until(pilot, lambda: line._suggestion)
        await press(pilot, "right")
        assert line.value == "COORD.md docs/PLAN.md"


async def test_an_observer_may_import_too(place: Repo) -> None:
    place.write("COORD.md", DOCUMENT)
    place.git("config", "user.email", "stranger@example.com")
    async with live(place, "") as pilot:
        assert not main(pilot).workspace.me
        await asked(pilot, "COORD.md")
        await until(pilot, lambda: isinstance(pilot.app.screen, ImportReview))


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("A", "A.md"),
        ("A.md B", "A.md B.md"),
        ("A.md A", None),
        ("", None),
        ("A.md ", None),
        ("docs/", "docs/C.md"),
        ("x", None),
    ],
)
async def test_the_last_word_is_completed(typed: str, suggested: str | None) -> None:
    names = FileNames(["A.md", "B.md", "docs/C.md"])
    assert await names.get_suggestion(typed) == suggested


def test_opening_the_screen_loads_nothing_that_reads_documents() -> None:
    script = "import sys, coord_tui.tui.app; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8")
    loaded = set(done.stdout.split())
    assert "coord_tui.tui.import_acts" in loaded
    assert not {"coord_tui.workspace.importing", "coord_tui.core.importing.read"} & loaded
