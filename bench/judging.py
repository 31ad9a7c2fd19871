"""What must hold when the faults are over: nothing lost, nothing twice, nothing torn, one truth."""

import json
import subprocess
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from bench.clones import Clone, World
from bench.sessions import Ended, Session, Told

Event = dict[str, Any]
TURNS = 6
"""How often every clone may sync until nothing is pending."""
LONGEST = 30.0
"""Seconds after which a command counts as one that hung."""


class Judged(NamedTuple):
    """One round, judged."""

    counts: Counter[str]
    problems: list[str]


def settle(world: World) -> Judged:
    """Have every clone sync until nothing is pending, and find why that does not come to pass.

    A lock that a killed git left behind is removed, as the program must tell its user to.
    """
    counts, problems = Counter[str](), list[str]()
    for _ in range(TURNS):
        stuck, locks = _sync_all(world), _locks(world)
        if not stuck:
            return Judged(counts, problems)
        problems += [
            f"{name} says no lock: {why}" for name, why in stuck.items() if _mute(why, locks)
        ]
        counts["locks removed by hand, as told"] += len(locks)
        for lock in locks:
            lock.unlink(missing_ok=True)
    return Judged(
        counts, [*problems, *(f"{name} stays stuck: {why}" for name, why in stuck.items())]
    )


def _sync_all(world: World) -> dict[str, str]:
    """The clones with something pending after each had its turns, and what sync said."""
    for turn in range(TURNS):
        said = {clone.session: clone.run("sync").err.strip() for clone in world.clones}
        pending = {c.session: c.run("status", "--json").json["pending"] for c in world.clones}
        same = len({clone.channel for clone in world.clones}) == 1
        if (same and not any(pending.values())) or (turn and all(said.values())):
            break
    return {name: why for name, why in said.items() if why or pending[name]}


def _mute(why: str, locks: list[Path]) -> bool:
    return bool(locks) and ".lock" not in why


def judge(world: World, sessions: list[Session], *, rewritten: bool) -> Judged:
    """Count what the commands said, and find all that does not hold."""
    lists = [clone.events() for clone in world.clones]
    held = [*{event["id"]: event for events in lists for event in events}.values()]
    told = [one for session in sessions for one in session.told]
    lost = {clone.session: _withdrawn(clone) for clone in world.clones}
    ended = [one for session in sessions for one in session.ended]
    counts = Counter(
        {
            "commands": len(ended),
            "killed": sum(one.code < 0 for one in ended),
            "accepted": len(told),
            "confirmed at once": sum(one.confirmed for one in told),
            "withdrawn": sum(one.id in lost[one.session] for one in told),
            "lines in the channel": len(held),
            "torn ends mended": sum("set aside" in one.err for one in ended),
            "restored after a rewrite": sum("sent again from here" in one.err for one in ended),
        }
    )
    problems = [
        *_one_truth(world),
        *(problem for events in lists for problem in _whole(events)),
        *_kept(told, held, lost, rewritten=rewritten),
        *_one_winner(world, lists[0]),
        *_well_said(ended),
    ]
    return Judged(counts, problems)


def _one_truth(world: World) -> list[str]:
    """All channels are the same bytes, the remote's too."""
    blob = ["git", "-C", str(world.remote), "cat-file", "blob", "coord:channel.jsonl"]
    remote = subprocess.run(blob, capture_output=True, check=False).stdout
    return [
        f"{c.session}'s channel is not the remote's" for c in world.clones if c.channel != remote
    ]


def _whole(held: list[Event]) -> list[str]:
    """Every line is an event, and none is there twice."""
    twice = [id for id, n in Counter(event["id"] for event in held).items() if id and n > 1]
    foreign = [f"a line that is no event: {e['text'][:80]!r}" for e in held if e["kind"] is None]
    return [*foreign, *(f"{id} is there twice" for id in twice)]


def _kept(
    told: Iterable[Told], held: list[Event], lost: dict[str, dict[str, str]], *, rewritten: bool
) -> list[str]:
    """What was accepted is in the channel, or withdrawn with a reason in its own clone."""
    found = {event["id"]: event for event in held}
    problems = []
    for one in told:
        event, reason = found.get(one.id), lost[one.session].get(one.id, "")
        what = f"{one.session}'s {one.kind} {one.id}{' (confirmed)' * one.confirmed}"
        if event is None and not reason:
            problems.append(f"{what} is lost")
        elif event is not None and reason:
            problems.append(f"{what} is withdrawn ({reason}), and in the channel")
        elif one.confirmed and not rewritten and (reason or (event and event["refused"])):
            problems.append(f"{what} was confirmed, and does not count: {reason or event}")
    return problems


def _one_winner(world: World, held: list[Event]) -> list[str]:
    """Every clone names the same holders; a task is claimed anew only after it was given back."""
    boards = {json.dumps(clone.run("tasks", "--json").json) for clone in world.clones}
    problems = ["the boards differ"] if len(boards) > 1 else []
    holder: dict[str, str] = {}
    for event in held:
        if event["refused"] or event["kind"] not in ("claim", "release", "done"):
            continue
        task, by = event["task"], event["by"]
        if event["kind"] == "claim" and holder.get(task, by) != by:
            problems.append(f"{task} is {holder[task]}'s and {by}'s")
        holder[task] = by
        if event["kind"] != "claim":
            del holder[task]
    return problems


def _well_said(ended: Iterable[Ended]) -> list[str]:
    """No command broke, none hung."""
    broken = [one for one in ended if "Traceback" in one.err or one.code in (2, 4)]
    slow = [one for one in ended if one.seconds > LONGEST]
    return [
        *(f"{' '.join(one.command)} broke: {one.err.strip()[-300:]}" for one in broken),
        *(f"{' '.join(one.command)} took {one.seconds:.0f} s" for one in slow),
    ]


def _withdrawn(clone: Clone) -> dict[str, str]:
    """The events that lost in a clone, by id, and why."""
    file = clone.path / ".git/coord/withdrawn.jsonl"
    lines = file.read_text().splitlines() if file.exists() else []
    return {one["event"]["id"]: one["reason"] for one in map(json.loads, lines)}


def _locks(world: World) -> list[Path]:
    """Lock files that git left behind."""
    places = [world.remote, *(clone.path / ".git" for clone in world.clones)]
    return [
        path for place in places for path in place.rglob("*.lock") if path.parent.name != "coord"
    ]
