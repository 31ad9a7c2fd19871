"""A scripted agent: works in its clone through `coord-tui … --json` alone, and keeps a journal.

`python -m bench.agent SESSION REPO JOURNAL SECONDS`, as `bench.together` starts it. Each line of
the journal is what it did, with the words that others must see of it, or what reached it.
"""

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from bench.startup import script

WISHES = {
    "junior": ("atlas_brain/agents/graph.py", "atlas_brain/memory/rag.py", "tests/test_agents.py",
               "atlas_brain/agents/planner.py", "atlas_brain/autonomous/runner.py",
               "atlas_brain/memory/quality.py", "atlas_brain/agents/router.py",
               "atlas_brain/autonomous/scheduler.py", "atlas_brain/comms/call_intelligence.py"),
    "reviewer": ("atlas_brain/agents/router.py", "atlas_brain/mcp/email_server.py",
                 "atlas_brain/memory/feedback.py", "atlas_brain/voice/pipeline.py",
                 "atlas_brain/mcp/calendar_server.py", "atlas_brain/memory/rag.py",
                 "atlas_comms/telephony.py", "atlas_brain/agents/graph.py",
                 "atlas_brain/services/email_provider.py"),
}  # fmt: skip
"""Files of others that each would like to edit, one after the other."""
SHARED = {
    "junior": ("atlas_brain/main.py", "requirements.txt", "atlas_brain/services/protocols.py"),
    "reviewer": ("CLAUDE.md", "docker-compose.yml", "atlas_brain/main.py"),
}
"""Shared files that each announces, in turn."""


class Agent:
    """One session, its clone and its journal."""

    def __init__(self, session: str, repo: str, journal: str, seconds: float) -> None:
        self.me = session
        self._repo = repo
        self._journal = Path(journal)
        self._until = time.time() + seconds
        self._round = 0
        self._known: dict[str, str] = {}
        """Who holds which task, as last seen."""
        self._read: set[str] = set()

    def run(self) -> None:
        """Begin as an agent begins, then work in rounds until the time is up."""
        self._call("brief")
        while time.time() < self._until:
            task = self._take()
            for step in (self._edit_theirs, self._edit_shared, self._take_what_is_held):
                self._look()
                step()
                self._think()
            if task:
                self._finish(task)
            self._round += 1
            self._call("wait", "--unread", "--timeout", "4s")
        self._call("sync")
        self._look()

    def _think(self) -> None:
        """What agents do most of the time; what others say meanwhile comes in."""
        time.sleep(random.uniform(0.5, 3))
        self._call("sync")

    def _take(self) -> str:
        """The next task that suits; empty when there is none."""
        if not self._call("ready")[1]:
            return ""
        (one,) = self._call("claim", "--next")[1]
        if one["accepted"]:
            self._did("claim", "claims", one["target"])
        return one["target"] if one["accepted"] else ""

    def _edit_theirs(self) -> None:
        """Ask the guard, then the owner, and wait for the answer."""
        wishes = WISHES[self.me]
        if self._round >= len(wishes):
            return
        path = wishes[self._round]
        if not self._call("guard", path)[1]["findings"]:
            return
        why = f"{self.me} wish {self._round}"
        (one,) = self._call("ask", path, why)[1]
        if not one["accepted"]:
            self._broke(f"ask {path}: {one['reason']}")
            return
        self._did("request", "asks", path, why)
        self._answered(path, one["event"]["id"])

    def _answered(self, path: str, request: str) -> None:
        """Stay until the owner has answered; what the guard says then must be what was answered."""
        deadline = time.time() + 60
        while time.time() < deadline:
            self._look()  # the other agent may wait for this one's answer
            found = self._call("wait", "--request", request, "--timeout", "3s")[1]
            if found["request"]["answer"]:
                break
        else:
            self._broke(f"nobody answered {path}")
            return
        answer = found["request"]["answer"]
        self._got(answer, path, found["request"]["words"] or "")
        allowed = not self._call("guard", path)[1]["findings"]
        if allowed != (answer == "grant"):
            self._broke(f"{path}: {answer}, and the guard says allowed: {allowed}")

    def _edit_shared(self) -> None:
        """Announce a shared file, edit it, give it back."""
        path, intent = SHARED[self.me][self._round % 3], f"{self.me} edit {self._round}"
        (one,) = self._call("announce", path, intent)[1]
        if not one["accepted"]:
            self._say(f"no {path}: {one['reason']}", kind="refusal")
            return
        self._did("announcement", "announces", path, intent)
        self._call("unreserve", path)

    def _take_what_is_held(self) -> None:
        """Try for a task that another holds; it must be refused, by name, and is told to all."""
        held = next((t for t in self._tasks() if t["claimed_by"] not in (None, self.me)), None)
        if held is None:
            return
        (one,) = self._call("claim", held["id"])[1]
        if one["accepted"] or held["claimed_by"] not in one["reason"]:
            self._broke(f"{held['id']} of {held['claimed_by']}: {one}")
        self._say(f"not {held['id']}: {one['reason'].partition(':')[0]}", kind="refusal")

    def _finish(self, task: str) -> None:
        (one,) = self._call("done", task)[1]
        if one["accepted"]:
            self._did("done", "done", task)
        else:
            self._broke(f"done {task}: {one['reason']}")
        self._say(f"{task} is ready to look at")

    def _look(self) -> None:
        """Read what came: messages, requests to answer, and who holds what."""
        inbox = self._call("inbox")[1]
        for one in inbox["messages"]:
            if one["id"] not in self._read:
                self._read.add(one["id"])
                self._got("message", one["text"])
        for number, one in enumerate(inbox["requests"]):
            self._answer(one, "grant" if (self._round + number) % 2 == 0 else "deny")
        for task in self._tasks():
            holder = task["claimed_by"]
            if holder and self._known.get(task["id"]) != holder:
                self._got("claim", holder, task["id"])
            self._known[task["id"]] = holder or ""
        self._call("ack")

    def _answer(self, request: dict[str, Any], answer: str) -> None:
        words = f"{self.me} answer {self._round} {request['id'][-4:]}"
        (one,) = self._call(answer, request["id"], words)[1]
        if one["accepted"]:
            self._did(answer, f"{answer}s" if answer == "grant" else "denies", words)

    def _say(self, text: str, kind: str = "message") -> None:
        tagged = f"{text} ({self.me} {self._round})"
        (one,) = self._call("say", tagged)[1]
        if one["accepted"]:
            self._did(kind, "says", tagged)

    def _tasks(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self._call("tasks")[1]
        return found

    def _call(self, *command: str) -> tuple[int, Any]:
        """A command's exit code and document."""
        done = subprocess.run(
            [script(), *command, "--json"],
            cwd=self._repo,
            env={**os.environ, "COORD_SESSION": self.me},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        try:
            return done.returncode, json.loads(done.stdout)
        except ValueError:
            self._broke(f"{' '.join(command)}: exit {done.returncode}: {done.stderr.strip()}")
            raise

    def _did(self, kind: str, *words: str) -> None:
        self._write(did=kind, words=words)

    def _got(self, kind: str, *words: str) -> None:
        self._write(got=kind, words=words)

    def _broke(self, why: str) -> None:
        self._write(broke=why, words=())

    def _write(self, **what: object) -> None:
        entry = {"at": time.time(), "by": self.me, **what}
        with self._journal.open("a", encoding="utf-8") as file:
            file.write(json.dumps(entry) + "\n")


if __name__ == "__main__":
    _, session, repo, journal, seconds = sys.argv
    Agent(session, repo, journal, float(seconds)).run()
