"""The guard's facts are kept for exactly this plan and this channel."""

import os
from pathlib import Path

import pytest

from coord_tui import __version__
from coord_tui.adapters.guard_cache import (
    branches_of,
    channel_mark,
    read_facts,
    write_facts,
)
from coord_tui.adapters.layout import Layout

PLAN = "version: 1\nproject: naïve\n".encode()
RULES, FACTS = [["a/", "owned", "senior", "", 3]], {"mode": "warn"}


class Kept:
    """A folder of git's with a channel, and what is kept there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.layout = Layout(str(folder), str(folder), str(folder))
        self.channel = folder / "coord" / "channel.jsonl"
        self.path = folder / "coord" / "guard.cache"
        self.branches = branches_of("coord", "origin")

    def mark(self) -> list[list[int]]:
        return channel_mark(self.layout, str(self.channel), self.branches)

    def write(self, mark: list[list[int]] | None = None, source: bytes = PLAN) -> None:
        write_facts(
            str(self.path), source, mark or self.mark(), self.branches, rules=RULES, facts=FACTS
        )

    def read(self, source: bytes = PLAN) -> object:
        return read_facts(str(self.path), source, self.layout, str(self.channel))


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    found = Kept(tmp_path)
    found.channel.parent.mkdir()
    found.channel.write_bytes(b"one\n")
    found.write()
    return found


def test_the_same_plan_and_channel_are_a_hit(kept: Kept) -> None:
    assert kept.read() == (RULES, FACTS)


def test_another_plan_is_none(kept: Kept) -> None:
    assert kept.read(PLAN + b"#") is None
    assert kept.read(b"\xff") is None


def test_another_channel_is_none(kept: Kept) -> None:
    with kept.channel.open("ab") as file:
        file.write(b"two\n")
    assert kept.read() is None


def test_a_channel_of_the_same_size_that_took_its_place_is_none(kept: Kept) -> None:
    new = kept.folder / "new"
    new.write_bytes(b"two\n")
    os.replace(new, kept.channel)
    assert kept.read() is None


def test_facts_from_before_an_event_are_never_taken_for_later_ones(kept: Kept) -> None:
    before = kept.mark()
    with kept.channel.open("ab") as file:
        file.write(b"two\n")
    kept.write(before)
    assert kept.read() is None


@pytest.mark.parametrize("name", ["refs/heads/coord", "refs/remotes/origin/coord", "packed-refs"])
def test_without_a_channel_a_branch_that_has_one_is_noticed(name: str, kept: Kept) -> None:
    kept.channel.unlink()
    assert kept.read() is None
    kept.write()
    assert kept.read() == (RULES, FACTS)
    (kept.folder / name).parent.mkdir(parents=True, exist_ok=True)
    (kept.folder / name).write_text("0" * 40)
    assert kept.read() is None


@pytest.mark.parametrize("cut", [0, 1, 20, 40, -1])
def test_half_of_it_is_none(cut: int, kept: Kept) -> None:
    kept.path.write_bytes(kept.path.read_bytes()[:cut])
    assert kept.read() is None


def test_a_changed_byte_anywhere_makes_it_none(kept: Kept) -> None:
    whole = kept.path.read_bytes()
    for place in range(len(whole)):
        kept.path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert kept.read() is None, place


def test_another_version_of_the_program_wrote_nothing_for_this_one(kept: Kept) -> None:
    whole = kept.path.read_bytes()
    assert __version__.encode() in whole
    kept.path.write_bytes(whole.replace(__version__.encode(), b"0.0", 1))
    assert kept.read() is None


def test_what_cannot_be_kept_costs_speed_only(kept: Kept) -> None:
    kept.path.unlink()
    kept.path.mkdir()
    kept.write()
    assert kept.read() is None
    assert sorted(os.listdir(kept.path.parent)) == ["channel.jsonl", "guard.cache"]
