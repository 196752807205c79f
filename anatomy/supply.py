"""What a level, disc, nerve or place serves: targets, routes, shares and sources. Triples only; reaching is not supplying."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import networkx as nx

from anatomy import tree
from anatomy.atlas import Atlas
from anatomy.claims import Claim, Lineage, Triple, by_nerve, claims, in_order, rare
from anatomy.model import JointSaying, Level, MapSaying, RootSaying, Saying, Scope, Share, Zone
from anatomy.structures import Disc, Group, Joint, Muscle, Nerve, Reflex, Region, Root, SpinalLevel, Structure

T = TypeVar("T")

ORDER = tuple(Share)
"""Shares from the most to the least."""


@dataclass(frozen=True)
class Unrouted:
    """Something said of a root and a target that no known nerve could bring there: kept, shown, never lit."""

    root: Level
    target: str
    sources: tuple[Saying, ...]


class Supply:
    """The triples of an atlas, indexed both ways. Computed once, then only read."""

    def __init__(self, atlas: Atlas) -> None:
        """Bind the atlas; nothing is computed before it is asked for."""
        self.atlas = atlas
        self._above: dict[str, frozenset[str]] = {}

    def lineage(self, source: str) -> str:
        """The lineage of a source; the id itself when the source is unknown."""
        known = self.atlas.sources.get(source)
        return known.lineage if known else source

    def above(self, nerve: str) -> frozenset[str]:
        """Everything between the spine and a nerve; empty for one outside the tree."""
        if nerve not in self._above:
            self._above[nerve] = frozenset(nx.ancestors(self.atlas.tree, nerve)) if nerve in self.atlas.tree else frozenset()
        return self._above[nerve]

    @cached_property
    def _all(self) -> tuple[tuple[Triple, ...], tuple[Unrouted, ...]]:
        triples: list[Triple] = []
        lost: list[Unrouted] = []
        for muscle in self.atlas.all(Muscle):
            self._sort(self._of_muscle(muscle), triples, lost)
        for joint in self.atlas.all(Joint):
            self._sort(self._of_joint(joint), triples, lost)
        for region in self.atlas.all(Region):
            self._sort(self._of_region(region), triples, lost)
        return tuple(triples), tuple(lost)

    @property
    def triples(self) -> tuple[Triple, ...]:
        """Every triple whose route exists, muscles first, then joints, then skin."""
        return self._all[0]

    @property
    def unrouted(self) -> tuple[Unrouted, ...]:
        """What sources say of a root that no nerve of the tree brings to the target."""
        return self._all[1]

    @cached_property
    def by_target(self) -> Mapping[str, tuple[Triple, ...]]:
        """The triples of each target, in the order of the spine."""
        return _grouped(self.triples, lambda t: t.target)

    @cached_property
    def by_root(self) -> Mapping[str, tuple[Triple, ...]]:
        """The triples of each root."""
        return _grouped(self.triples, lambda t: t.root)

    @cached_property
    def by_nerve(self) -> Mapping[str, tuple[Triple, ...]]:
        """The triples whose route runs through each nerve."""
        found: dict[str, list[Triple]] = {}
        for triple in self.triples:
            for nerve in dict.fromkeys(n for way in self.routes(triple) for n in way[1:]):
                found.setdefault(nerve, []).append(triple)
        return {nerve: tuple(triples) for nerve, triples in found.items()}

    def routes(self, triple: Triple) -> list[tree.Route]:
        """The ways along which a triple's root comes to its target; never empty for a triple of `triples`."""
        key = (triple.root, triple.nerve)
        if key not in self._routes:
            self._routes[key] = tree.routes(self.atlas.tree, *key)
        return self._routes[key]

    @cached_property
    def _routes(self) -> dict[tuple[str, str], list[tree.Route]]:
        return {}

    def roots(self, target: str) -> tuple[Claim, ...]:
        """The roots of a muscle, joint or patch of skin, in the order of the spine, by whatever nerve they come."""
        return self.joined(self.by_target.get(target, ()))

    def joined(self, triples: Iterable[Triple]) -> tuple[Claim, ...]:
        """One claim a root out of several triples, the strongest share winning; in the order of the spine."""
        found: dict[Level, list[Triple]] = {}
        for triple in triples:
            found.setdefault(triple.root, []).append(triple)
        return tuple(_joined(root, found[root]) for root in in_order(found))

    def carried(self, nerve: Nerve) -> tuple[Claim, ...]:
        """The roots a nerve carries, with who prints them for it; no sources where they follow from its parent."""
        stated = {c.root: c for c in claims(nerve.says, self.lineage)}
        roots = tree.carried(self.atlas.tree, nerve.id)
        return tuple(stated.get(r) or Claim(r, Share.REPORTED if stated else Share.CONTRIBUTES, ()) for r in roots)

    def reflex(self, reflex: Reflex) -> tuple[Claim, ...]:
        """The roots of a reflex arc."""
        return claims(reflex.says, self.lineage)

    def disc(self, disc: Disc, zone: Zone) -> tuple[Claim, ...]:
        """The roots that a bulge in this zone of the disc meets; empty when no source says."""
        says = [
            RootSaying(source=s.source, place=s.place, note=s.note, roots=s.roots, scope=Scope.MAIN) for s in disc.says if s.zone == zone
        ]
        return claims(says, self.lineage)

    def serves(self, structure: Structure, zone: Zone | None = None) -> tuple[Triple, ...]:
        """Every triple of a level, root, nerve or target; of a disc, those of the roots met in `zone` (any zone if None)."""
        if isinstance(structure, SpinalLevel | Root):
            return self.by_root.get(structure.id if isinstance(structure, SpinalLevel) else structure.level, ())
        if isinstance(structure, Disc):
            roots = in_order(c.root for z in ([zone] if zone else Zone) for c in self.disc(structure, z))
            return tuple(t for root in roots for t in self.by_root.get(root, ()))
        if isinstance(structure, Nerve):
            return self.by_nerve.get(structure.id, ())
        if isinstance(structure, Group):
            return tuple(t for part in structure.parts for t in self.by_target.get(part, ()))
        return self.by_target.get(structure.id, ())

    def _sort(self, found: Iterable[Triple], triples: list[Triple], lost: list[Unrouted]) -> None:
        """Put each triple with the routed or the unrouted; a root that one nerve brings is not lost by another."""
        kept = list(found)
        routed = [t for t in kept if self.routes(t)]
        brought = {t.root for t in routed}
        triples.extend(routed)
        for root in in_order(t.root for t in kept if t.root not in brought):
            sources = dict.fromkeys(s for t in kept if t.root == root for s in t.sources)
            lost.append(Unrouted(root, kept[0].target, tuple(sources)))

    def _of_muscle(self, muscle: Muscle) -> Iterable[Triple]:
        grouped = by_nerve(muscle.says, self.above, self.lineage)
        for nerve, says in grouped.items():
            seldom = rare(nerve, grouped, self.lineage)
            for c in claims(says, self.lineage):
                share = Share.REPORTED if seldom else c.share
                yield Triple(c.root, nerve, muscle.id, share, c.sources, c.against)

    def _of_joint(self, joint: Joint) -> Iterable[Triple]:
        whole = [RootSaying(**s.model_dump(exclude={"nerve", "part"})) for s in joint.says if s.roots]
        stated = {c.root: c for c in claims(whole, self.lineage)}
        for nerve, says in _grouped((s for s in joint.says if s.nerve), lambda s: s.nerve or "").items():
            often = len({self.lineage(s.source) for s in says}) > 1
            for root in self._joint_roots(nerve, says, stated):
                sources = (*says, *(stated[root].sources if root in stated else ()))
                share = Share.CONTRIBUTES if often and (not stated or root in stated) else Share.REPORTED
                yield Triple(root, nerve, joint.id, share, tuple(dict.fromkeys(sources)), follows=root not in stated)

    def _joint_roots(self, nerve: str, says: Iterable[JointSaying], stated: Mapping[Level, Claim]) -> tuple[Level, ...]:
        """Roots printed with the nerve; else those of the nerve, kept to what is printed for the joint if anything is."""
        own = in_order(r for s in says for r in s.roots)
        if own:
            return own
        if nerve not in self.atlas.tree:
            return ()
        through = (r for r in tree.carried(self.atlas.tree, nerve) if self._firm(r, nerve))
        return in_order(r for r in through if not stated or r in stated)

    def _firm(self, root: Level, nerve: str) -> bool:
        """Whether no nerve on the way has the root only as reported by some."""
        ways = [n for n in (nerve, *self.above(nerve)) if n in self.atlas.tree and self.atlas.tree.nodes[n]["kind"] == "nerve"]
        doubted = (n for n in ways if self._doubtful(root, n))
        return next(doubted, None) is None

    def _doubtful(self, root: Level, nerve: str) -> bool:
        found = {c.root: c.share for c in self.carried(self.atlas.get(nerve, Nerve)) if c.sources}
        return found.get(root) is Share.REPORTED

    def _of_region(self, region: Region) -> Iterable[Triple]:
        drawn = tuple(m for m in region.maps if m.roots and not m.whole)
        for root in in_order(r for m in drawn for r in m.roots):
            maps = tuple(m for m in drawn if root in m.roots)
            against = tuple(m for m in drawn if root not in m.roots)
            share = agreement(root, drawn, self.lineage)
            for nerve, says in _grouped(region.nerves, lambda s: s.nerve).items():
                yield Triple(root, nerve, region.id, share, (*maps, *says), against, follows=True)


def agreement(root: Level, maps: Iterable[MapSaying], lineage: Lineage) -> Share:
    """Of the families of sensory map that cover a patch: main if all of two or more name the root, contributes if half do.

    A family names a root when at least half of its lineages do.
    """
    families = _grouped(maps, lambda m: m.map)
    naming = [f for f in families.values() if _names(root, f, lineage)]
    if len(naming) == len(families) > 1:
        return Share.MAIN
    return Share.CONTRIBUTES if naming and 2 * len(naming) >= len(families) else Share.REPORTED


def _names(root: Level, family: Iterable[MapSaying], lineage: Lineage) -> bool:
    kept = tuple(family)
    named = {lineage(m.source) for m in kept if root in m.roots}
    return 2 * len(named) >= len({lineage(m.source) for m in kept})


def _joined(root: Level, triples: list[Triple]) -> Claim:
    share = min((t.share for t in triples), key=ORDER.index)
    sources = dict.fromkeys(s for t in triples for s in t.sources)
    against = dict.fromkeys(s for t in triples for s in t.against if s not in sources)
    return Claim(root, share, tuple(sources), tuple(against))


def _grouped(items: Iterable[T], key: Callable[[T], str]) -> dict[str, tuple[T, ...]]:
    """Items by key, keys in the order they first appear."""
    found: dict[str, list[T]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return {k: tuple(v) for k, v in found.items()}
