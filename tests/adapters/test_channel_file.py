"""What was appended is on the disk, whole; what was not leaves no trace and hides nothing."""

import fcntl
import json
import os
import random
import resource
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.appends import one_long_write, one_round
from coord_tui.adapters.channel_file import ChannelFile, lock
from coord_tui.core.events import Event, decode, encode
from coord_tui.errors import EnvironmentFailed


@pytest.fixture
def channel(tmp_path: Path) -> ChannelFile:
    (tmp_path / "git").mkdir()
    return ChannelFile(str(tmp_path / "git" / "coord" / "channel.jsonl"))


def write(channel: ChannelFile, data: bytes) -> None:
    """Put bytes there as another program would."""
    Path(channel.folder).mkdir(parents=True, exist_ok=True)
    Path(channel.path).write_bytes(data)


def append(channel: ChannelFile, *lines: str) -> str:
    with channel.locked() as held:
        held.append(lines)
        return held.repaired


def test_a_channel_that_never_was_is_empty(channel: ChannelFile) -> None:
    assert (channel.read(), channel.exists(), channel.size()) == (b"", False, 0)
    assert not Path(channel.folder).exists()


def test_looking_under_the_lock_begins_no_channel(channel: ChannelFile) -> None:
    with channel.locked() as held:
        assert held.read() == b""
        held.append([])
    assert not channel.exists()


def test_lines_are_appended_in_order(channel: ChannelFile) -> None:
    append(channel, "one")
    append(channel, "two", "three")
    assert channel.read() == b"one\ntwo\nthree\n"
    assert channel.exists()


def test_under_the_lock_one_reads_what_one_appended(channel: ChannelFile) -> None:
    with channel.locked() as held:
        held.append(["one"])
        assert held.read() == b"one\n"


@pytest.mark.parametrize("line", ["two\nlines", "\n", ""])
def test_what_is_not_one_line_is_not_written(channel: ChannelFile, line: str) -> None:
    with pytest.raises(ValueError, match="line"):
        append(channel, "good", line)
    assert channel.read() == b""


CHARACTERS = st.characters(exclude_categories=["Cs"])
LONE_BYTES = st.characters(min_codepoint=0xDC80, max_codepoint=0xDCFF)
"""How Python holds the bytes of a path that is no UTF-8."""


@given(st.text(CHARACTERS | LONE_BYTES, max_size=40))
def test_any_text_comes_back_from_an_event(text: str) -> None:
    event = Event("1", "2026-01-31T12:00:00Z", "senior", "say", {"text": text})
    with tempfile.TemporaryDirectory() as folder:
        channel = ChannelFile(f"{folder}/coord/channel.jsonl")
        append(channel, encode(event))
        assert decode(channel.read().removesuffix(b"\n")).event == event


def test_a_path_that_is_no_utf8_comes_back(channel: ChannelFile) -> None:
    append(channel, json.dumps({"path": "caf\udce9\\\udcff"}, ensure_ascii=False))
    assert json.loads(channel.read()) == {"path": "caf\udce9\\\udcff"}
    assert channel.read().decode("utf-8")


def test_a_reader_leaves_out_the_line_that_is_being_written(channel: ChannelFile) -> None:
    write(channel, b'{"a":1}\n{"b":')
    assert channel.read() == b'{"a":1}\n'


@pytest.mark.parametrize("whole", [b"", b'{"a":1}\n', b"\n\n", b"x" * 200_000 + b"\n"])
@pytest.mark.parametrize("piece", [b'{"b":', b"\xff\xfe", b"12", b"[1]", b"{" * 100_000])
def test_a_torn_end_is_set_aside_and_told(channel: ChannelFile, whole: bytes, piece: bytes) -> None:
    write(channel, whole + piece)
    told = append(channel, "next")
    assert channel.read() == whole + b"next\n"
    assert f"its {len(piece)} bytes are set aside in" in told
    assert Path(channel.folder, "torn.txt").read_bytes() == piece + b"\n"
    assert append(channel, "later") == ""


def test_pieces_are_kept_one_after_the_other(channel: ChannelFile) -> None:
    for piece in (b"first", b"second"):
        write(channel, piece)
        append(channel, "line")
    assert Path(channel.folder, "torn.txt").read_bytes() == b"first\nsecond\n"


def test_a_whole_event_without_its_line_end_is_kept(channel: ChannelFile) -> None:
    write(channel, b'{"a":1}\n{"b":2}')
    assert "is kept" in append(channel, "next")
    assert channel.read() == b'{"a":1}\n{"b":2}\nnext\n'


def test_what_is_adopted_stays_as_it_is(channel: ChannelFile) -> None:
    with channel.locked() as held:
        held.adopt(b"\xff no event \r\x1b[31m\n{}\n")
    assert channel.read() == b"\xff no event \r\x1b[31m\n{}\n"


def test_who_holds_the_lock_is_named(channel: ChannelFile) -> None:
    with channel.locked(), pytest.raises(EnvironmentFailed) as caught, channel.locked(wait=0.01):
        pass
    assert f"by process {os.getpid()}:" in str(caught.value)
    assert append(channel, "free again") == ""


def test_a_lock_of_another_program_says_so(channel: ChannelFile) -> None:
    write(channel, b"")
    with open(Path(channel.folder, "lock"), "w") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(EnvironmentFailed, match="another process"), channel.locked(wait=0):
            pass


def test_a_lock_file_left_behind_holds_nobody_up(channel: ChannelFile) -> None:
    write(channel, b"one\n")
    Path(channel.folder, "lock").write_text("999999\n")
    assert channel.read() == b"one\n"
    append(channel, "two")
    assert channel.read() == b"one\ntwo\n"


def test_an_error_under_the_lock_lets_go_of_it(channel: ChannelFile) -> None:
    def fail() -> None:
        with channel.locked() as held:
            held.append(["kept"])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    append(channel, "next")
    assert channel.read() == b"kept\nnext\n"


def in_a_process(work: Callable[[], None]) -> str:
    """Run it in a process of its own; the one line with which the environment failed it."""
    out, into = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            work()
        except EnvironmentFailed as error:
            os.write(into, str(error).encode())
        finally:
            os._exit(0)
    os.close(into)
    with open(out, "rb") as said:
        text = said.read().decode()
    os.waitpid(pid, 0)
    return text


@pytest.mark.parametrize("room", [0, 3, 50])
@pytest.mark.parametrize("lines", [["x" * 100], ["y" * 10] * 20])
def test_a_full_disk_takes_all_or_nothing(
    channel: ChannelFile, room: int, lines: list[str]
) -> None:
    append(channel, "before" * 20)
    before = channel.read()

    def append_on_a_full_disk() -> None:
        most = len(before) + room
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        append(channel, *lines)

    assert f"cannot append to '{channel.path}'" in in_a_process(append_on_a_full_disk)
    assert Path(channel.path).read_bytes() == before
    assert append(channel, "after") == ""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that any user may pass through, which `tmp_path` is not."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def as_somebody_else(work: Callable[[], object]) -> str:
    def run() -> None:
        if os.geteuid() == 0:
            os.setuid(65534)
        work()

    return in_a_process(run)


def test_without_permission_there_is_one_line(open_folder: Path) -> None:
    channel = ChannelFile(str(open_folder / "coord" / "channel.jsonl"))
    open_folder.chmod(0o555)
    assert as_somebody_else(lambda: append(channel, "x")) == (
        f"cannot write '{channel.folder}': Permission denied"
    )
    open_folder.chmod(0o755)
    append(channel, "mine")
    Path(channel.path).chmod(0)
    assert as_somebody_else(channel.read) == f"cannot read '{channel.path}': Permission denied"
    Path(channel.folder, "lock").chmod(0o444 if os.geteuid() == 0 else 0)
    told = as_somebody_else(lambda: append(channel, "x"))
    assert told == f"cannot open '{channel.folder}/lock': Permission denied"


def test_a_folder_in_the_channel_s_place_is_one_line(channel: ChannelFile) -> None:
    Path(channel.path).mkdir(parents=True)
    with pytest.raises(EnvironmentFailed, match="Is a directory"):
        channel.read()
    with pytest.raises(EnvironmentFailed, match="Is a directory"):
        append(channel, "x")


def test_a_file_in_the_folder_s_place_is_one_line(channel: ChannelFile) -> None:
    Path(channel.folder).write_text("")
    with pytest.raises(EnvironmentFailed, match="Not a directory"):
        append(channel, "x")


def test_a_lock_may_be_had_again_and_again(tmp_path: Path) -> None:
    for _ in range(3):
        with lock(str(tmp_path / "lock"), wait=0):
            assert (tmp_path / "lock").read_text() == f"{os.getpid()}\n"


@pytest.mark.parametrize("seed", range(2))
def test_killed_among_eight_nothing_acknowledged_is_lost(tmp_path: Path, seed: int) -> None:
    counts = one_round(str(tmp_path), processes=8, events=200, dice=random.Random(seed))
    assert counts.good, counts
    assert counts.acknowledged >= 7 * 200


def test_killed_in_the_middle_of_a_write_the_next_mends_it(tmp_path: Path) -> None:
    counts = one_long_write(str(tmp_path))
    assert counts.good, counts
    assert counts.acknowledged >= 5
    assert counts.mended == counts.torn_ends


def test_a_repository_that_was_moved_away_does_not_come_back(tmp_path: Path) -> None:
    channel = ChannelFile(str(tmp_path / "moved/coord/channel.jsonl"))
    with pytest.raises(EnvironmentFailed, match="cannot write"), channel.locked():
        pass

    assert list(tmp_path.iterdir()) == []
