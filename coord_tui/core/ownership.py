"""Says whose a file is: of all rules that take it, the most specific one decides.

The index serves one path as well as a hundred thousand: rules become a tree of names, a folder is
looked up in it once, and folders that the rules cannot tell apart share what was found. Nothing is
parsed or compiled before the first question.
"""

from __future__ import annotations

from coord_tui.core.patterns import BELOW, DEEP, ITSELF, NO
from coord_tui.core.verdicts import ALONE, NOBODY, UNOWNED, Claimed, Verdict, why

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coord_tui.core.globs import Glob
    from coord_tui.core.patterns import Pattern
    from coord_tui.core.plan import Plan
    from coord_tui.core.verdicts import PlainRule

    Test = tuple[Callable[[str], object], Verdict]


class Ownership:
    """An index over rules; made by `from_rules` or `from_plan`."""

    def __init__(self, rules: Iterable[PlainRule]) -> None:
        self._plain = [tuple(rule) for rule in rules]
        self._rules: list[Claimed] = []
        self._folders: dict[str, _State] = {}
        self._states: dict[tuple[tuple[_Node, ...], Claimed | None], _State] = {}
        self._gates: dict[tuple[tuple[_Node, ...], str], list[tuple[Glob, _Node]]] = {}
        self._names: set[str] = set()  # names and endings that some rule spells out:
        self._endings: set[str] = set()  # only for these is anything kept per state

    @classmethod
    def from_rules(cls, rules: Iterable[PlainRule]) -> Ownership:
        """The index over plain rules; the first question raises `PatternError` if one is broken."""
        return cls(rules)

    @classmethod
    def from_plan(cls, plan: Plan) -> Ownership:
        """The index over what a plan says of owned and shared files."""
        return cls(rules_of(plan))

    def owner_of(self, path: str) -> Verdict:
        """Whose the file at this path is."""
        folder, _, name = path.rpartition("/")
        state = self._folders.get(folder) or self._enter(folder)
        if name in self._names:
            return state.answers.get(name) or self._spelled(state, name)
        ending = name[name.rfind(".") :]  # the last letter when there is no dot: no ending at all
        if ending not in self._endings:
            ending = ""
        tests, verdict = state.endings.get(ending) or self._ending(state, ending)
        for test, found in tests:
            if test(name):
                return found
        return verdict

    def explain(self, path: str) -> list[tuple[Verdict, str]]:
        """Every rule that takes the file, the winner first.

        With the winner stands why it goes before the next one, with the others why the winner goes
        before them.
        """
        taking = [
            (rule.key(reach), rule.verdict)
            for rule in self._claimed()
            if (reach := rule.pattern.reach(path)) != NO
        ]
        taking.sort(key=lambda one: one[0], reverse=True)
        if len(taking) == 1:
            return [(taking[0][1], ALONE)]
        rivals = [key for key, _ in taking[1:2] + taking[1:]]
        return [
            (verdict, why(taking[0][0], rival))
            for (_, verdict), rival in zip(taking, rivals, strict=True)
        ]

    def owned_by_others(self, session: str) -> list[Pattern]:
        """The patterns that sessions other than this one own."""
        return [rule.pattern for rule in self._claimed() if rule.verdict.owner not in ("", session)]

    def not_for(self, session: str) -> list[Pattern]:
        """The patterns that are shared, or that sessions other than this one own."""
        verdicts = ((rule.pattern, rule.verdict) for rule in self._claimed())
        return [one for one, found in verdicts if found.kind == "shared" or found.owner != session]

    def _claimed(self) -> list[Claimed]:
        if not self._rules:
            self._rules = [Claimed(rule, index) for index, rule in enumerate(self._plain)]
        return self._rules

    def _enter(self, folder: str) -> _State:
        """The state of a folder seen for the first time; its parents are entered on the way."""
        if not self._folders:
            self._folders[""] = self._top()
        missing = []
        while (state := self._folders.get(folder)) is None:
            missing.append(folder)
            folder = folder.rpartition("/")[0]
        for folder in reversed(missing):
            state = self._folders[folder] = self._step(state, folder.rpartition("/")[2])
        return state

    def _top(self) -> _State:
        root = _Node()
        for rule in self._claimed():
            self._plant(root, rule)
        return self._state((root, root.deep) if root.deep else (root,), _best(root.below))

    def _plant(self, node: _Node, rule: Claimed) -> None:
        """Put a rule into the tree, at the end of the names of its pattern."""
        pattern = rule.pattern
        for part in pattern.segments:
            if part is DEEP:
                node.deep = node.deep or _Node(loops=True)
                node = node.deep
            elif isinstance(part, str):
                self._names.add(part)
                node = node.names.get(part) or node.grow(part)
            else:
                self._endings.add(part.ending)
                child = _Node()
                node.globs += ((part, child),)
                node = child
        if not pattern.folder:
            node.itself += (rule,)
        if not pattern.flat:
            node.below += (rule,)

    def _state(self, nodes: tuple[_Node, ...], base: Claimed | None) -> _State:
        key = (nodes, base)
        return self._states.get(key) or self._states.setdefault(key, _State(nodes, base))

    def _step(self, state: _State, name: str) -> _State:
        """From the state of a folder to that of a folder in it."""
        found = self._children(state, name)
        if not found:
            if state.aside is None:
                state.aside = self._state(state.loops, state.base)
            return state.aside
        nodes = dict.fromkeys(state.loops)
        base = state.base
        for child in found:
            nodes[child] = None
            if child.deep:
                nodes[child.deep] = None
            base = _best((*child.below, base) if base else child.below)
        return self._state(tuple(nodes), base)

    def _children(self, state: _State, name: str) -> list[_Node]:
        """The places in the tree to which a name leads from a state."""
        found = []
        if name in self._names:
            found = [child for node in state.nodes if (child := node.names.get(name))]
        if state.globbed:
            ending = name[name.rfind(".") :]
            gates = self._gate(state.globbed, ending if ending in self._endings else "")
            found += [child for glob, child in gates if glob.test(name)]
        return found

    def _gate(self, nodes: tuple[_Node, ...], ending: str) -> list[tuple[Glob, _Node]]:
        """The globs of these nodes that a name with this ending could match."""
        key = (nodes, ending)
        if key not in self._gates:
            globs = [one for node in nodes for one in node.globs]
            self._gates[key] = [one for one in globs if one[0].ending in ("", ending)]
        return self._gates[key]

    def _spelled(self, state: _State, name: str) -> Verdict:
        """The answer for a name that stands in a rule as it is."""
        rivals = [
            (rule.key(ITSELF), rule) for c in self._children(state, name) for rule in c.itself
        ]
        if state.base:
            rivals.append((state.base.key(BELOW), state.base))
        verdict = max(rivals, key=lambda one: one[0])[1].verdict if rivals else UNOWNED
        state.answers[name] = verdict
        return verdict

    def _ending(self, state: _State, ending: str) -> tuple[list[Test], Verdict]:
        """For names with an ending: the tests in order, and the answer when none holds."""
        gates = self._gate(state.globbed, ending)
        rivals = [(rule.key(ITSELF), rule, glob) for glob, c in gates for rule in c.itself]
        rivals.sort(key=lambda one: one[0], reverse=True)
        tests: list[Test] = []
        verdict = state.base.verdict if state.base else UNOWNED
        for key, rule, glob in rivals:
            if state.base and key < state.base.key(BELOW):
                break
            if glob.text in ("*", "*" + ending):
                verdict = rule.verdict
                break
            tests.append((glob.test, rule.verdict))
        state.endings[ending] = (tests, verdict)
        return tests, verdict


class _Node:
    """A place in the tree of names: what may follow, and the rules that end here."""

    __slots__ = ("below", "deep", "globs", "itself", "loops", "names")

    def __init__(self, loops: bool = False) -> None:
        self.names: dict[str, _Node] = {}
        self.globs: tuple[tuple[Glob, _Node], ...] = ()
        self.deep: _Node | None = None
        self.loops = loops
        self.itself: tuple[Claimed, ...] = ()
        self.below: tuple[Claimed, ...] = ()

    def grow(self, name: str) -> _Node:
        """A new place behind a name."""
        self.names[name] = node = _Node()
        return node


class _State:
    """What the rules can tell of a folder: where in the tree it stands, and who has all below."""

    __slots__ = ("answers", "aside", "base", "endings", "globbed", "loops", "nodes")

    def __init__(self, nodes: tuple[_Node, ...], base: Claimed | None) -> None:
        self.nodes = nodes
        self.base = base
        self.loops = tuple(node for node in nodes if node.loops)
        self.globbed = tuple(node for node in nodes if node.globs)
        self.aside: _State | None = None
        """The state of folders in it that no rule knows."""
        self.answers: dict[str, Verdict] = {}
        self.endings: dict[str, tuple[list[Test], Verdict]] = {}


def _best(rules: tuple[Claimed, ...]) -> Claimed | None:
    return max(rules, key=lambda rule: rule.key(BELOW), default=None)


def rules_of(plan: Plan) -> list[list[str | int]]:
    """What a plan says of owned and shared files, as plain rules in the order of the plan."""
    rules: list[list[str | int]] = []
    for own in plan.ownership:
        kind, owner = ("unowned", "") if own.session == NOBODY else ("owned", own.session)
        rules.append([own.path, kind, owner, own.note, own.line])
    for shared in plan.shared:
        rules.append([shared.path, "shared", "", shared.note, shared.line])
    return rules
