"""The conflict radar: which working trees and branches could not be merged, and where they differ.

Uncommitted and untracked changes count. Git merges in memory, among objects of the radar's own;
nothing of the user's is written. What changed while it was looked at is never called clean.
"""

from collections.abc import Callable, Iterable, Sequence

from coord_tui.adapters.git import Git
from coord_tui.adapters.layout import find_layout
from coord_tui.adapters.radar_branches import contains, independent, read_tips, rebased
from coord_tui.adapters.radar_memory import MOST_MERGES, Memory, recalled
from coord_tui.adapters.radar_merge import Merging, Rules, read_rules
from coord_tui.adapters.radar_store import Store, opened
from coord_tui.adapters.radar_trees import Unsteady, seal, take
from coord_tui.adapters.worktree_list import TreePlace, git_in
from coord_tui.core import radar_places as choose
from coord_tui.core.radar import Hunk, Pair, Place, Radar
from coord_tui.core.radar_hunks import mark_size, read_hunks
from coord_tui.core.radar_merges import Verdict
from coord_tui.core.tree import Worktree
from coord_tui.errors import CoordError, EnvironmentFailed
from coord_tui.workspace.workspace import Workspace

WITH_HUNKS = ("edited", "added")
"""The kinds of conflict of which git can say where in the file they are."""
LOOK_AGAIN = "what was compared is not kept any more: look again"

Going = Callable[[], bool]


def look(
    workspace: Workspace,
    trees: Sequence[Worktree],
    places: Sequence[TreePlace],
    last: Radar | None = None,
) -> Radar:
    """All pairs of the working trees and of the branches at work; the reader's own tree first.

    What the `last` look found is not asked again, nor what is remembered on the disk. Whatever goes
    wrong is the radar's `problem`.
    """
    try:
        with opened(workspace.layout.common_dir) as store:
            rules = read_rules(workspace.git, workspace.layout)
            sight = Sight(workspace, store, rules, recalled(store.memory, rules.mark))
            sight.know(last)
            radar = sight.look(trees, places)
            if sight.memory.changed:
                sight.memory.save(store.memory, store.new_path())
            return radar
    except CoordError as error:
        return Radar(at=workspace.clock(), problem=str(error))


class Sight:
    """What one look needs."""

    def __init__(
        self,
        workspace: Workspace,
        store: Store,
        rules: Rules,
        memory: Memory,
        going: Going = lambda: True,
    ) -> None:
        self.memory = memory
        self._workspace = workspace
        self._store = store
        self._rules = rules
        self._going = going

    def know(self, last: Radar | None) -> None:
        """Take over what an earlier look found."""
        for one, other, state, paths, reason, kinds, _ in last.pairs if last else ():
            known = self.memory.merge(one.commit, other.commit)
            if state in ("clean", "conflict") and known is None:
                verdict = Verdict(state, paths, kinds, reason)
                self.memory.keep_merge(one.commit, other.commit, verdict)

    def look(self, trees: Sequence[Worktree], places: Sequence[TreePlace]) -> Radar:
        """The pairs. Raises EnvironmentFailed when git is not there, too old, or failed."""
        self.memory.forget_unknown()
        where = {place.top: place for place in places}
        lying = [
            tree for tree in trees if tree.path in where and (tree.branch.head or tree.problem)
        ]
        others = _others(places, self._workspace.layout.common_dir)
        found = [self._tree(tree, where[tree.path]) for tree in lying]
        busy = [rebased(place.git_dir) for place in places if not place.elsewhere]
        branches, more = self._branches(lying, others, busy)
        pairs = choose.combined((*found, *branches))
        self._merge((_commits(pair) for pair in pairs if _to_ask(*pair)), others)
        judged = [choose.judged(*pair, self.memory.merge(*_commits(pair))) for pair in pairs]
        told = self._told(judged, lying, others)
        return Radar(choose.in_order(told), self._workspace.clock(), more=more)

    def _told(
        self, pairs: Sequence[Pair], trees: Sequence[Worktree], others: Sequence[str]
    ) -> list[Pair]:
        """The pairs, those marked that say again what a working tree's pair says."""
        found = [
            one
            for one in choose.repeats(pairs, trees)
            if self._goes_on(one.branch, one.head, others)
        ]
        self._merge(((one.beside, one.head) for one in found), others)
        again = set[Pair]()
        for one in found:
            verdict = self.memory.merge(one.beside, one.head)
            if verdict and set(one.pair.paths) <= set(verdict.paths):
                again.add(one.pair)
        return [pair._replace(again=pair in again) for pair in pairs]

    def _goes_on(self, branch: str, head: str, others: Sequence[str]) -> bool:
        """Whether a branch contains that commit."""
        known = self.memory.contained
        if len(known) > MOST_MERGES:
            known.clear()
        if (head, branch) not in known:
            env = self._store.environment(others)
            known[head, branch] = contains(self._workspace.git, head, branch, env)
        return known[head, branch]

    def _tree(self, tree: Worktree, where: TreePlace) -> Place:
        place = choose.tree_place(tree)
        if place.doubt != "clean" or not tree.changes:
            return place
        generation = self._store.generation
        known = self.memory.tree(where.top, generation)
        if known is None or known.seal != seal(tree, where):
            try:
                known = take(tree, where, self._store, _git(self._workspace, where))
            except Unsteady:
                return place._replace(doubt="unstable", reason=choose.UNSTABLE)
            except EnvironmentFailed as error:
                return place._replace(doubt="unknown", reason=str(error))
            self.memory.keep_tree(where.top, generation, known)
        changed = len(tree.changes) - len(known.without)
        return place._replace(commit=known.commit, changed=changed, without=known.without)

    def _branches(
        self, trees: Sequence[Worktree], others: Sequence[str], busy: Sequence[str]
    ) -> tuple[tuple[Place, ...], int]:
        """The branches that no other place contains, and how many more there are."""
        workspace = self._workspace
        tips = choose.at_work(
            read_tips(workspace.git), trees, workspace.plan, workspace.clock(), busy
        )
        asked, rest = tips[: choose.ASKED], len(tips[choose.ASKED :])
        heads = {tree.branch.head for tree in trees if tree.branch.head}
        commits = [*heads, *(tip.commit for tip in asked)]
        env = self._store.environment(others)
        alone = independent(workspace.git, commits, env) if asked else set()
        kept = [tip for tip in asked if tip.commit in alone]
        more = rest + len(kept[choose.MOST :])
        return choose.branch_places(kept[: choose.MOST], workspace.plan), more

    def _merge(self, pairs: Iterable[tuple[str, str]], others: Sequence[str]) -> None:
        """Ask git of the pairs of commits that are not known."""
        unknown = [pair for pair in dict.fromkeys(pairs) if self.memory.merge(*pair) is None]
        if unknown:
            merging = Merging(self._workspace.layout, self._rules, self._store, others)
            for pair, verdict in merging.all(unknown, self._going):
                self.memory.keep_merge(*pair, verdict)


def hunks(workspace: Workspace, pair: Pair, path: str) -> tuple[Hunk, ...]:
    """Where both sides of a pair in conflict differ in a file; none when git cannot say where.

    Raises EnvironmentFailed when what was compared is gone, or git failed.
    """
    if pair.kind(path) not in WITH_HUNKS:
        return ()
    layout = workspace.layout
    with opened(layout.common_dir, tidy=False) as store:
        rules = read_rules(workspace.git, layout)
        try:
            clones = {find_layout(p.worktree).common_dir for p in pair[:2] if p.worktree}
            merging = Merging(layout, rules, store, sorted(clones - {layout.common_dir}))
            merge = merging.one(_commits((pair.one, pair.other)))
            versions = {s.number: merging.blob(s.blob) for s in merge.stages if s.path == path}
        except EnvironmentFailed as error:
            raise EnvironmentFailed(f"{LOOK_AGAIN} ({error})") from error
        return _hunks(store, workspace.git, [versions.get(number, b"") for number in (2, 1, 3)])


def _hunks(store: Store, git: Git, versions: Sequence[bytes]) -> tuple[Hunk, ...]:
    """The hunks of a file of which these are the one's version, what it began with, the other's."""
    paths = []
    for version in versions:
        paths.append(store.new_path(quick=True))
        with open(paths[-1], "wb") as file:
            file.write(version)
    size = mark_size(*versions)
    command = ("merge-file", "--stdout", "--zdiff3", f"--marker-size={size}", "--quiet")
    code, merged, _ = git.result(*command, *paths)
    return read_hunks(merged, size) if 0 < code < 128 else ()


def _git(workspace: Workspace, place: TreePlace) -> Git:
    return workspace.git if place.top == workspace.layout.top else git_in(place)


def _to_ask(one: Place, other: Place) -> bool:
    """Whether git must say of two places whether they merge."""
    return not choose.doubtful(one, other) and one.commit != other.commit


def _commits(pair: tuple[Place, Place]) -> tuple[str, str]:
    return pair[0].commit, pair[1].commit


def _others(places: Sequence[TreePlace], own: str) -> list[str]:
    """Git's folders of the other clones."""
    return [*dict.fromkeys(place.common_dir for place in places if place.common_dir != own)]
