"""Finds what waits for itself, so that a plan whose tasks can never start is told so by name."""

from collections.abc import Mapping, Sequence


def cycles(after: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Cycles of a graph, each from its first node back to it: `["S4", "S5", "S4"]`.

    No node stands in two of them: each knot is told once, and what is left shows after its repair.
    A cycle begins at the node that comes first in `after`.
    """
    order = {node: place for place, node in enumerate(after)}
    found: list[list[str]] = []
    told: set[str] = set()
    done: set[str] = set()
    for start in after:
        path: dict[str, int] = {}
        walk = [start]
        # The walk holds what is still to be visited; an entry seen again on top is being left.
        while walk:
            node = walk[-1]
            if node in done or node in path:
                walk.pop()
                if path.pop(node, None) is not None:
                    done.add(node)
                continue
            path[node] = len(path)
            for follower in after.get(node, ()):
                if follower in path and told.isdisjoint((node, follower)):
                    cycle = list(path)[path[follower] :]
                    if told.isdisjoint(cycle):
                        told.update(cycle)
                        found.append(_from_first(cycle, order))
                elif follower not in path and follower not in done:
                    walk.append(follower)
    return found


def _from_first(cycle: list[str], order: Mapping[str, int]) -> list[str]:
    first = min(range(len(cycle)), key=lambda place: order.get(cycle[place], len(order)))
    turned = cycle[first:] + cycle[:first]
    return [*turned, turned[0]]
