"""Sleeping until the channel or the plan changes, on real files."""

import os
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pytest

from coord_tui.adapters import channel_watch
from coord_tui.adapters.channel_file import ChannelFile
from coord_tui.adapters.channel_watch import ChannelWatch

LONG = 60.0
"""Seconds that no test sleeps: who does was not woken, and says so."""


class Places:
    def __init__(self, root: Path) -> None:
        (root / "git").mkdir()
        self.channel = ChannelFile(str(root / "git" / "coord" / "channel.jsonl"))
        self.plan = root / "coord.yaml"
        self.plan.write_text("version: 1\n")
        self.stop = Event()

    def watch(self) -> ChannelWatch:
        return ChannelWatch(self.channel, str(self.plan), self.stop)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path.resolve())


def woken_by(places: Places, change: Callable[[], object]) -> bool:
    """Whether a change wakes who sleeps: otherwise it sleeps on until its time is up."""
    with places.watch() as watch:
        assert watch.refused == ""
        thread = Thread(target=change)
        thread.start()
        woken = watch.wait(LONG)
        thread.join()
        return woken


def append(places: Places) -> None:
    with places.channel.locked() as held:
        held.append(["{}"])


def replace(places: Places) -> None:
    with places.channel.locked() as held:
        held.replace(b"{}\n{}\n")


def test_an_event_that_is_appended_wakes_also_the_first_one(places: Places) -> None:
    assert woken_by(places, lambda: append(places))
    assert woken_by(places, lambda: append(places))


def test_a_channel_that_sync_replaces_wakes(places: Places) -> None:
    append(places)
    assert woken_by(places, lambda: replace(places))
    assert woken_by(places, lambda: append(places))


def test_a_changed_plan_wakes(places: Places) -> None:
    assert woken_by(places, lambda: places.plan.write_text("version: 1\nproject: x\n"))


def test_what_is_written_between_the_watch_and_the_wait_wakes(places: Places) -> None:
    with places.watch() as watch:
        append(places)
        assert watch.wait(LONG)


def test_stopping_ends_the_sleep_for_good(places: Places) -> None:
    assert not woken_by(places, places.stop.set)
    with places.watch() as watch:
        assert not watch.wait(LONG)


def test_other_files_do_not_wake_and_time_ends_the_sleep(places: Places) -> None:
    with places.watch() as watch:
        (places.plan.parent / "other.txt").write_text("x")
        assert not watch.wait(0.3)
        assert not watch.wait(-1)
        append(places)
        assert watch.wait(LONG)


def test_where_a_folder_cannot_be_watched_a_timer_takes_its_place(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(channel_watch, "EVERY", 0.01)
    os.rmdir(places.plan.parent / "git")
    with places.watch() as watch:
        assert watch.refused
        assert watch.wait(LONG)
        places.stop.set()
        assert not watch.wait(LONG)


def test_a_change_of_which_the_system_says_nothing_more_wakes(places: Places) -> None:
    append(places)
    with places.watch() as watch:
        assert watch._watcher is not None
        append(places)
        while not isinstance(watch._watcher.watch(1, 1, 500, places.stop), str):
            continue  # as watchfiles forgets what comes while it hands over what came before
        assert watch.wait(LONG)


def test_what_changes_after_it_was_told_and_before_the_next_wait_wakes_at_once(
    places: Places,
) -> None:
    with places.watch() as watch:
        append(places)
        assert watch.wait(LONG)
        append(places)
        assert watch.wait(LONG)
