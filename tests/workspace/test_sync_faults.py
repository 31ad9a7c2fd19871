"""Whatever becomes of the remote: nothing waits for ever, nothing is lost, all is explained."""

import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from coord_tui.adapters.channel_file import Busy
from coord_tui.workspace import actions
from coord_tui.workspace.sync import sync
from coord_tui.workspace.workspace import Workspace
from tests.clones import Clones, clones, events, live, opened
from tests.repos import repository

LONG, SHORT = 60.0, 0.3
"""Seconds: more than a test should need, and enough for a remote that answers not to matter."""
ROOT = Path(__file__).parents[2]


@pytest.fixture
def world(tmp_path: Path) -> Clones:
    """Both have claimed, and both know of it."""
    made = clones(tmp_path)
    actions.claim(opened(made.senior, "senior", LONG), ["S4"])
    actions.claim(opened(made.junior, "junior", LONG), ["J5"])
    sync(opened(made.senior, "senior"))
    return made


def pending(workspace: Workspace) -> int:
    return workspace.board().pending


def kinds(workspace: Workspace) -> list[str]:
    return [f"{event.by} {event.kind} {event.text('task')}".strip() for event in events(workspace)]


def test_a_remote_that_is_away_leaves_events_pending_which_go_out_in_order(world: Clones) -> None:
    senior, gone = opened(world.senior, "senior", LONG), world.remote.path.with_name("gone")
    world.remote.path.rename(gone)

    (outcome,) = actions.claim(senior, ["X1"])
    for word in ("one", "two"):
        actions.say(senior, word)

    assert (outcome.accepted, outcome.confirmed, pending(senior)) == (True, False, 3)
    assert senior.told()[0].startswith("pending: origin does not answer: ")
    contact = senior.contact()
    assert contact.away
    assert contact.since
    assert len(world.senior.git("show", "coord:channel.jsonl").splitlines()) == 5

    gone.rename(world.remote.path)
    done = sync(senior)
    assert (done.sent, done.away, pending(senior)) == (3, "", 0)
    assert not senior.contact().away
    assert [event.text("text") for event in events(senior)][-2:] == ["one", "two"]


def test_a_remote_that_hangs_is_given_up_in_time(world: Clones) -> None:
    world.senior.git("config", "remote.origin.uploadpack", "cat >/dev/null; :")
    senior = opened(world.senior, "senior", SHORT)
    (outcome,) = actions.claim(senior, ["X1"])
    assert (outcome.accepted, outcome.confirmed) == (True, False)
    assert re.search(r"pending: origin did not answer", senior.told()[0])
    world.senior.git("config", "--unset", "remote.origin.uploadpack")
    assert sync(senior).sent == 1


def test_a_remote_that_hangs_while_it_takes_the_push_is_given_up_in_time(world: Clones) -> None:
    world.remote.hook("pre-receive", "cat >/dev/null; exec tail -f /dev/null")
    senior = opened(world.senior, "senior", SHORT + 1)
    (outcome,) = actions.claim(senior, ["X1"])
    assert (outcome.accepted, outcome.confirmed) == (True, False)
    (world.remote.path / "hooks/pre-receive").unlink()
    assert sync(senior).sent == 1


def test_a_push_that_arrived_though_nobody_heard_of_it_is_not_sent_twice(world: Clones) -> None:
    world.remote.hook("post-update", "exec tail -f /dev/null")
    senior = opened(world.senior, "senior", SHORT + 1)
    (outcome,) = actions.claim(senior, ["X1"])
    assert not outcome.confirmed
    (world.remote.path / "hooks/post-update").unlink()
    done = sync(senior)
    assert (done.sent, done.away, pending(senior)) == (0, "", 0)
    assert len(world.lines()) == 3


def test_a_remote_that_refuses_says_why_and_events_wait(world: Clones) -> None:
    world.remote.hook("pre-receive", "echo the branch is closed >&2; exit 1")
    senior = opened(world.senior, "senior", LONG)
    (outcome,) = actions.claim(senior, ["X1"])
    assert not outcome.confirmed
    assert senior.told()[0].startswith(
        "pending: origin does not take the channel: [remote rejected] "
        "(pre-receive hook declined): the branch is closed"
    )
    (world.remote.path / "hooks/pre-receive").unlink()
    assert sync(senior).sent == 1


def test_a_deleted_branch_is_brought_back_with_all_that_anybody_has(world: Clones) -> None:
    senior, junior = opened(world.senior, "senior"), opened(world.junior, "junior")
    actions.say(junior, "unconfirmed")
    world.remote.git("update-ref", "-d", "refs/heads/coord")

    done = sync(senior)

    assert done.explained == (
        "origin/coord was deleted or rewritten and lacks 2 events of before: sent again from here"
    )
    sync(junior)
    sync(senior)
    assert kinds(senior) == ["senior claim S4", "junior claim J5", "junior say"]
    assert live(world.senior) == live(world.junior)
    assert len(world.lines()) == 3
    assert pending(junior) == 0


def test_a_branch_that_was_set_back_gets_its_events_again(world: Clones) -> None:
    senior, junior = opened(world.senior, "senior"), opened(world.junior, "junior")
    world.remote.git("update-ref", "refs/heads/coord", "coord~1")
    actions.say(junior, "unconfirmed")
    done = sync(junior)
    assert "lacks 1 event of before" in done.explained
    sync(senior)
    assert kinds(senior) == ["senior claim S4", "junior claim J5", "junior say"]
    assert live(world.senior) == live(world.junior)


def test_a_branch_that_was_rewritten_keeps_the_new_order_and_loses_nothing(world: Clones) -> None:
    senior, junior = opened(world.senior, "senior"), opened(world.junior, "junior")
    lines = world.lines()
    rewritten = world.remote.git("hash-object", "-w", "--stdin", input=f"{lines[1]}\n")
    tree = world.remote.git("mktree", input=f"100644 blob {rewritten}\tchannel.jsonl\n")
    commit = world.remote.git(
        "-c", "user.name=x", "-c", "user.email=x@example.com",
        "commit-tree", tree, "-p", world.senior.git("rev-list", "--max-parents=0", "coord"),
        "-m", "rewritten",
    )  # fmt: skip
    world.remote.git("update-ref", "refs/heads/coord", commit)

    assert "lacks 1 event of before" in sync(senior).explained
    sync(junior)

    assert kinds(senior) == ["junior claim J5", "senior claim S4"]
    assert live(world.senior) == live(world.junior)
    assert world.remote.git("merge-base", "--is-ancestor", commit, "coord") == ""


def test_a_confirmed_event_stays_though_a_rewritten_branch_refuses_it(world: Clones) -> None:
    """Everybody has seen it: it comes back, refused, and is not withdrawn behind their backs."""
    senior, junior = opened(world.senior, "senior"), opened(world.junior, "junior")
    actions.claim(opened(world.senior, "senior", LONG), ["X1"])
    world.remote.git("update-ref", "refs/heads/coord", "coord~1")
    actions.claim(opened(world.junior, "junior", LONG), ["X1"])
    assert "lacks 1 event of before" in sync(senior).explained
    sync(junior)
    assert not senior.board().withdrawn
    assert live(world.senior) == live(world.junior)
    last = senior.board().log[-1]
    assert last.line.event
    assert (last.line.event.by, last.line.event.kind) == ("senior", "claim")
    assert last.refused.startswith("X1 is claimed by junior")


def test_a_branch_that_holds_something_else_now_is_left_alone(world: Clones) -> None:
    senior = opened(world.senior, "senior", LONG)
    world.junior.git("push", "--quiet", "--force", "origin", "main:coord")
    (outcome,) = actions.claim(senior, ["X1"])
    assert (outcome.accepted, outcome.confirmed) == (True, False)
    assert "branch 'origin/coord' holds something else" in senior.told()[0]
    assert "set channel.branch in coord.yaml to another name" in senior.contact().away
    assert world.remote.git("rev-parse", "coord") == world.junior.git("rev-parse", "main")
    assert len(events(senior)) == 3


def test_a_history_that_somebody_else_began_is_no_channel(world: Clones) -> None:
    world.junior.git("checkout", "--quiet", "--orphan", "fresh")
    world.junior.git("rm", "-rfq", "--cached", ".")
    world.junior.write("channel.jsonl", "".join(f"{line}\n" for line in world.lines()))
    world.junior.commit("channel.jsonl")
    world.junior.git("push", "--quiet", "--force", "origin", "fresh:coord")
    assert "coord-tui did not begin" in sync(opened(world.senior, "senior")).away


def test_another_branch_on_the_remote_can_be_named_and_gets_everything(world: Clones) -> None:
    senior = opened(world.senior, "senior")
    channel = senior.plan.channel._replace(branch="coord-2")
    senior.plan = senior.plan._replace(channel=channel)
    done = sync(senior)
    assert (done.sent, done.explained) == (2, "")
    assert world.remote.git("show", "coord-2:channel.jsonl").splitlines() == world.lines()


def test_a_lost_memory_costs_nothing(world: Clones) -> None:
    senior = opened(world.senior, "senior")
    (world.senior.path / ".git/coord/contact.json").write_text("{ garbage")
    assert pending(senior) == 2
    done = sync(senior)
    assert (done.sent, done.received, done.explained, pending(senior)) == (0, 0, "", 0)


def test_a_lost_live_file_comes_back(world: Clones) -> None:
    senior, before = opened(world.senior, "senior"), live(world.senior)
    (world.senior.path / ".git/coord/channel.jsonl").unlink()
    sync(senior)
    assert live(world.senior) == before
    assert pending(senior) == 0


def test_a_shallow_single_branch_clone_takes_part(world: Clones, tmp_path: Path) -> None:
    third = world.remote.clone(tmp_path / "third", "--depth=1", "--single-branch")
    (outcome,) = actions.claim(opened(third, "senior", LONG), ["X1"])
    assert outcome.confirmed
    assert len(world.lines()) == 3


def test_a_linked_worktree_shares_the_clone_s_channel(world: Clones, tmp_path: Path) -> None:
    tree = world.senior.worktree(tmp_path / "tree", "side")
    (outcome,) = actions.claim(opened(tree, "senior", LONG), ["X1"])
    assert outcome.confirmed
    assert pending(opened(world.senior, "senior")) == 0


def test_while_another_process_syncs_a_claim_is_sent_by_it_or_waits(world: Clones) -> None:
    senior = opened(world.senior, "senior", SHORT)
    with senior.channel.lock("sync.lock"):
        with pytest.raises(Busy):
            sync(opened(world.senior, "senior"), patience=SHORT)
        (outcome,) = actions.claim(senior, ["X1"])
    assert (outcome.accepted, outcome.confirmed) == (True, False)
    assert senior.told() == ("pending: another process of this clone syncs, and sends it too",)
    sync(senior)
    assert pending(senior) == 0


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen makes the key")
def test_commits_are_signed_when_git_signs(world: Clones, tmp_path: Path) -> None:
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
    for name, value in (("gpg.format", "ssh"), ("user.signingkey", str(key)),
                        ("commit.gpgsign", "true")):  # fmt: skip
        world.senior.git("config", name, value)
    (outcome,) = actions.claim(opened(world.senior, "senior", LONG), ["X1"])
    assert outcome.confirmed
    assert "\ngpgsig -----BEGIN SSH SIGNATURE-----" in world.remote.git("cat-file", "-p", "coord")


def test_a_key_that_cannot_sign_is_told_and_the_event_stays_pending(world: Clones) -> None:
    for name, value in (("gpg.format", "ssh"), ("user.signingkey", "/nowhere/key"),
                        ("commit.gpgsign", "true")):  # fmt: skip
        world.senior.git("config", name, value)
    senior = opened(world.senior, "senior", LONG)
    (outcome,) = actions.claim(senior, ["X1"])
    assert (outcome.accepted, outcome.confirmed) == (True, False)
    assert "commit-tree" in senior.told()[0]


def test_a_key_that_asks_for_its_password_hangs_nothing(world: Clones, tmp_path: Path) -> None:
    asked, gpg = tmp_path / "asked", tmp_path / "gpg"
    gpg.write_text(f"#!/bin/sh\necho once >> {asked}\nexec tail -f /dev/null\n")
    gpg.chmod(0o755)
    world.senior.git("config", "commit.gpgsign", "true")
    world.senior.git("config", "gpg.program", str(gpg))
    senior = opened(world.senior, "senior", 2)
    (outcome,) = actions.claim(senior, ["X1"])
    assert (outcome.accepted, outcome.confirmed) == (True, False)
    assert "was stopped" in senior.told()[0]
    assert asked.read_text().splitlines() == ["once"]


def test_credentials_that_would_prompt_hang_nothing(world: Clones, tmp_path: Path) -> None:
    """Git has a terminal to ask on, and an ssh that would ask; neither is asked anything."""
    asked = tmp_path / "asked"
    ssh = tmp_path / "ssh"
    ssh.write_text(f"#!/bin/sh\nread word </dev/tty && touch {asked}\necho denied >&2\nexit 255\n")
    ssh.chmod(0o755)
    world.senior.git("remote", "set-url", "origin", "ssh://nowhere.invalid/atlas.git")
    world.senior.git("config", "core.sshCommand", str(ssh))
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(world.senior.path)
        command = [sys.executable, "-m", "coord_tui", "claim", "X1", "--as", "senior"]
        os.execve(sys.executable, command, {**os.environ, "PYTHONPATH": str(ROOT)})
    said = _all(terminal)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    assert (code, asked.exists()) == (0, False)
    assert "pending: origin does not answer: denied" in said
    assert "claimed" in said


def _all(terminal: int) -> str:
    """Everything that is written to a terminal until its last program ends."""
    said = b""
    try:
        while chunk := os.read(terminal, 1 << 12):
            said += chunk
    except OSError:  # so Linux says that nobody holds the other end any more
        pass
    return said.decode()


def test_a_clone_without_commits_may_begin(tmp_path: Path) -> None:
    source = repository(tmp_path / "source")
    clone = source.clone(tmp_path / "clone")
    clone.write("coord.yaml", "version: 1\nsessions: {senior: lead}\n")
    actions.say(opened(clone, "senior"), "first")
    assert sync(opened(clone, "senior")).sent == 1
    assert '"text":"first"' in source.git("show", "coord:channel.jsonl")
