"""The nerve tree as a networkx graph: which roots run in which nerve, and the routes from root to nerve.

A plexus or nerve carries the roots that its sources print for it. A branch for which nobody prints roots has those of its
parent; one that a source gives to a muscle or joint with a root of its parent's carries that root too. Nothing
carries what its parent does not, so a root can never appear half-way down the limb.
"""

from collections.abc import Iterable, Iterator

import networkx as nx

from anatomy.model import LEVELS, Level
from anatomy.structures import Joint, Muscle, Nerve

Route = tuple[str, ...]
"""Ids from the level to the nerve that ends on the target, both ends included."""


def nerve_tree(nerves: Iterable[Nerve], targets: Iterable[Muscle | Joint], levels: Iterable[Level]) -> nx.DiGraph:
    """Levels, plexuses and nerves as nodes, parent to child as edges.

    A nerve's node has `roots`, the frozenset of levels it carries; an edge has `roots`, those that run along it.
    Nerves whose parents are missing or form a ring are left out: `anatomy.rules` names them.
    """
    known = {n.id: n for n in nerves}
    order = _downwards(known)
    claimed = _claimed(order, known, targets)
    tree = nx.DiGraph()
    tree.add_nodes_from(levels, kind="level")
    for nerve_id in order:
        _add(tree, known[nerve_id], claimed[nerve_id], known)
    return tree


def routes(tree: nx.DiGraph, root: Level, nerve: str) -> list[Route]:
    """Every way from a root to a nerve along nerves that all carry it, the shortest first; empty when there is none."""
    if nerve not in tree or root not in tree:
        return []
    kept = nx.subgraph_view(tree, filter_edge=lambda a, b: root in tree.edges[a, b]["roots"])
    return sorted(map(tuple, nx.all_simple_paths(kept, root, nerve)), key=lambda way: (len(way), way))


def carried(tree: nx.DiGraph, nerve: str) -> tuple[Level, ...]:
    """The roots a nerve carries, in the order of the spine; empty when it is not in the tree."""
    roots = tree.nodes[nerve].get("roots", frozenset()) if nerve in tree else frozenset()
    return tuple(level for level in LEVELS if level in roots)


def printed(nerve: Nerve) -> frozenset[Level]:
    """The roots that any source prints for the nerve itself; empty when none does."""
    return frozenset(root for saying in nerve.says for root in saying.roots)


def _downwards(known: dict[str, Nerve]) -> list[str]:
    """Nerve ids, each after all its parents."""
    parents = nx.DiGraph((parent, n.id) for n in known.values() for parent in n.parents if parent in known)
    parents.add_nodes_from(known)
    ringed = {n for ring in nx.strongly_connected_components(parents) if len(ring) > 1 for n in ring}
    parents.remove_nodes_from(ringed)
    return list(nx.lexicographical_topological_sort(parents))


def _claimed(order: list[str], known: dict[str, Nerve], targets: Iterable[Muscle | Joint]) -> dict[str, set[Level]]:
    """For each nerve, the roots that sources bring through it or its branches to a muscle or joint."""
    claimed: dict[str, set[Level]] = {n: set() for n in order}
    for target in targets:
        for saying in target.says:
            if saying.nerve in claimed:
                claimed[saying.nerve].update(saying.roots)
    for nerve_id in reversed(order):
        for parent in known[nerve_id].parents:
            if parent in claimed:
                claimed[parent] |= claimed[nerve_id]
    return claimed


def _add(tree: nx.DiGraph, nerve: Nerve, claimed: set[Level], known: dict[str, Nerve]) -> None:
    parents = [p for p in nerve.parents if p in tree]
    above = frozenset(r for p in parents for r in tree.nodes[p]["roots"])
    from_spine = nerve.label == "plexus" or not nerve.parents
    roots = printed(nerve)
    if not from_spine:
        wider = frozenset(claimed) if not _is_top(nerve, known) else frozenset()
        roots = (roots | wider) & above if roots else above
    tree.add_node(nerve.id, kind="nerve", roots=frozenset(roots))
    for parent in parents:
        tree.add_edge(parent, nerve.id, roots=roots & tree.nodes[parent]["roots"])
    for level in _direct(tree, roots - above) if from_spine else ():
        tree.add_edge(level, nerve.id, roots=frozenset({level}))


def _direct(tree: nx.DiGraph, roots: frozenset[Level]) -> Iterator[Level]:
    return (level for level in LEVELS if level in roots and level in tree)


def _is_top(nerve: Nerve, known: dict[str, Nerve]) -> bool:
    """Whether it leaves a plexus: there a root must be printed, it is not enough that a branch claims it."""
    return all(known[p].label == "plexus" for p in nerve.parents if p in known)
