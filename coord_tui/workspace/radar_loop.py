"""Keeps the conflict radar up to date while a screen is open, from a thread of its own.

One look runs, and what is wanted meanwhile is the one next. When nothing changed since the last
look, none begins; a working tree that keeps changing is looked at less and less often.
"""

import atexit
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from coord_tui.adapters.process import stop_all
from coord_tui.adapters.radar_branches import refs_seal
from coord_tui.adapters.radar_memory import Memory, recalled
from coord_tui.adapters.radar_merge import read_rules
from coord_tui.adapters.radar_store import Store, folder_in, generation_in, opened
from coord_tui.adapters.radar_trees import seal
from coord_tui.adapters.worktree_list import TreePlace
from coord_tui.core.radar import Radar
from coord_tui.core.radar_places import shaken
from coord_tui.core.tree import Worktree
from coord_tui.errors import CoordError
from coord_tui.workspace.radar import Sight
from coord_tui.workspace.workspace import Workspace

LEAST = 0.1
"""Seconds between two looks; at least as many as the last one took, so that half a core is free."""
AFTER = 0.05
"""Seconds between a reading and the look at it: what was read is to be painted first."""
FIRST, LONGEST = 0.25, 8.0
"""Seconds until a tree that was changing is looked at again: the first time, and at most."""

KEEP = 60.0
"""Seconds after which what was learned is written down again."""

Wanted = tuple[tuple[Worktree, ...], tuple[TreePlace, ...]]


class Depends(NamedTuple):
    """What the outcome of a look depends on: equal when another look would find the same."""

    trees: Mapping[str, object]
    """By the top of each."""
    refs: object
    rules: object
    generation: str
    """Of the objects in which the commits of working trees are."""

    def moved(self, later: "Depends") -> list[str]:
        """The trees that were something else before."""
        return [top for top, facts in self.trees.items() if later.trees.get(top) != facts]


class RadarLoop:
    """Looks again and again, one look at a time."""

    def __init__(self, workspace: Workspace, then: Callable[[], object]) -> None:
        """`then` is called, from the radar's thread, whenever `last` has changed."""
        self.last = Radar()
        self.looks = 0
        """How many looks there were."""
        self._workspace = workspace
        self._then = then
        self._memory: Memory | None = None
        self._kept_at = 0.0
        """When it was last written, by the monotonic clock."""
        self._wanted: Wanted = ((), ())
        self._seen: Depends | None = None
        """What the last look depended on; None when it must be done again."""
        self._restless = 0
        """How many looks in a row found a tree that was changing."""
        self._woken = threading.Event()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="radar", daemon=True)

    def start(self) -> None:
        """Look as soon as something is wanted, and from then on."""
        atexit.register(stop_all)  # a program that ends waits for no merge
        self._thread.start()

    def want(self, trees: Sequence[Worktree], places: Sequence[TreePlace]) -> None:
        """Look at these next, if anything of them changed, in the place of what waits."""
        self._wanted = (tuple(trees), tuple(places))
        self._woken.set()

    def stop(self) -> None:
        """Begin no other look; one that runs ends soon by itself."""
        self._ended.set()
        self._woken.set()

    def _run(self) -> None:
        while not self._ended.is_set():
            self._woken.wait()
            self._ended.wait(AFTER)
            self._woken.clear()
            if not self._ended.is_set():
                self._ended.wait(self._once())
        self._keep()

    def _once(self) -> float:
        """Look, if need be; the seconds to rest after it."""
        wanted = self._wanted
        depends = self._depends(*wanted)
        if depends == self._seen:
            return 0
        began = time.monotonic()
        radar = self._looked(*wanted)
        self.looks += 1
        later = self._depends(*wanted)
        self._seen = depends._replace(generation=later.generation)
        radar = shaken(radar, depends.moved(later))
        self._tell(radar)
        rest = max(LEAST, time.monotonic() - began)
        if all(pair.state != "unstable" for pair in radar.pairs):
            self._restless = 0
            return rest
        self._seen = None
        self._woken.set()
        self._restless += 1
        return max(rest, min(LONGEST, FIRST * 2.0 ** min(self._restless - 1, 10)))

    def _depends(self, trees: Sequence[Worktree], places: Sequence[TreePlace]) -> "Depends":
        """What the outcome of a look depends on, found without starting git."""
        where = {place.top: place for place in places}
        plan = self._workspace.plan
        facts = {
            t.path: (t.branch.head, t.branch.name, t.session, t.problem, seal(t, where[t.path]))
            for t in trees
            if t.path in where
        }
        rules = (plan.branches.active, plan.channel.branch, plan.sessions)
        refs = refs_seal(self._workspace.layout.common_dir)
        return Depends(facts, refs, rules, self._generation())

    def _generation(self) -> str:
        return generation_in(folder_in(self._workspace.layout.common_dir))

    def _looked(self, trees: Sequence[Worktree], places: Sequence[TreePlace]) -> Radar:
        workspace = self._workspace
        try:
            with opened(workspace.layout.common_dir) as store:
                rules = read_rules(workspace.git, workspace.layout)
                if self._memory is None or self._memory.settings != rules.mark:
                    self._memory = recalled(store.memory, rules.mark)
                sight = Sight(workspace, store, rules, self._memory, self._going)
                radar = sight.look(trees, places)
                self._keep_now_and_then(store)
                return radar
        except CoordError as error:
            return Radar(at=workspace.clock(), problem=str(error))
        except Exception as error:  # the loop goes on, and the user is told what nobody foresaw
            problem = f"unexpected in the conflict radar: {type(error).__name__}: {error}"
            return Radar(at=workspace.clock(), problem=problem)

    def _going(self) -> bool:
        return not self._ended.is_set()

    def _tell(self, radar: Radar) -> None:
        changed = radar._replace(at=self.last.at) != self.last
        if self._going():
            self.last = radar
            if changed:
                self._then()

    def _keep_now_and_then(self, store: Store) -> None:
        """Leave what is known to the next program, though this one may be killed."""
        memory, now = self._memory, time.monotonic()
        if memory is not None and memory.changed and now - self._kept_at >= KEEP:
            memory.save(store.memory, store.new_path())
            self._kept_at = now

    def _keep(self) -> None:
        """Leave what is known to the next program."""
        memory = self._memory
        if memory is not None and memory.changed:
            with suppress(CoordError), opened(self._workspace.layout.common_dir) as store:
                memory.save(store.memory, store.new_path())
