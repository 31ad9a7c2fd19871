"""What has no place in a plan's text is shown on the screen as YAML, and nothing is lost."""

from pathlib import Path

from coord_tui.tui.screens.details import Details
from coord_tui.tui.screens.import_writing import ImportWriting
from tests.tui.reviewing import go_on, review, reviewing, writing
from tests.tui.still import dialog, press, until

ALIASES = "project: pier\nsessions: {kim: &a {role: x}, mira: *a}\n"


async def test_nothing_that_was_agreed_to_fits(tmp_path: Path) -> None:
    (tmp_path / "coord.yaml").write_text(ALIASES)
    async with reviewing(tmp_path) as pilot:
        await press(pilot, "a")
        await go_on(pilot)
        screen = writing(pilot)
        screen.decide(tuple(one.key for one in screen.choices.changes), take=False)
        screen.decide(("session:mira",), take=True)
        await press(pilot, "w")
        await until(pilot, lambda: isinstance(pilot.app.screen, Details))
        assert "coord.yaml stays as it is; put this in by hand:" in dialog(pilot)
        assert "mira: " in dialog(pilot)
        assert "# in place of line 2" in dialog(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ImportWriting)
        assert review(pilot).review.taken
    assert (tmp_path / "coord.yaml").read_text() == ALIASES
