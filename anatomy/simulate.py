"""The lesion simulator: what a lesion takes, takes in part and spares, how much of each, and one sentence why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from anatomy.because import Because, inside, listed
from anatomy.claims import Triple
from anatomy.effects import Effect, Effects, State
from anatomy.model import LEVELS, Level, Role, Share
from anatomy.rates import Rates, Shown
from anatomy.signs import Signs
from anatomy.sites import DIRECT, WEIGHT, Candidate, Sites
from anatomy.skin import Skin
from anatomy.structures import Action, Joint, Muscle, Nerve, Reflex, Region
from anatomy.supply import Supply

LEAST = 0.05
"""A movement that loses less than this of its chief movers loses nothing that could be felt."""

CHIEF = 0.5
"""A root is a chief one of a lesion if it brings at least so much of main shares as the root that brings most."""


DOWN = {zone: i for i, (zone, _) in enumerate(sorted(DIRECT.items(), key=lambda row: -row[1]))}
"""The parts of the leg from top to bottom."""


VERBS = {State.LOST: "loses", State.WEAKER: "has less of", State.SPARED: "keeps"}
"""What becomes of a muscle of a movement."""


def effects(sites: Sites, site_id: str) -> Effects:
    """What a lesion at a site does.

    Raises:
        KeyError: when it is no site.
    """
    return _Lesion(sites, sites.named[site_id]).effects()


@dataclass
class _Lesion:
    """One lesion while its effects are worked out: parts first, then reflexes and movements from them."""

    sites: Sites
    site: Candidate
    found: dict[str, Effect] = field(default_factory=dict)

    @property
    def supply(self) -> Supply:
        return self.sites.supply

    @cached_property
    def because(self) -> Because:
        height = self.sites.height(self.site)
        return Because(self.supply, self.site, self._nerve, self.sites.taken(self.site), cut=self._on_nerve and height is not None)

    @property
    def _on_nerve(self) -> bool:
        return self.site.type == "nerve"

    @cached_property
    def _nerve(self) -> Nerve | None:
        known = self.sites.nerve_of.get(self.site.id)
        if known or self.site.type == "root":
            return self.supply.atlas.get(known, Nerve) if known else None
        whole = self.supply.atlas.get("sacral-plexus", Nerve)  # both plexuses together: in words one of its own name
        return whole.model_copy(update={"id": self.site.id, "name": self.site.name})

    def effects(self) -> Effects:
        for target, triples in self.supply.by_target.items():
            if made := self._part(target, triples):
                self.found[target] = made
        for made in (*self._reflexes(), *self._movements()):
            self.found[made.target] = made
        groups = {state: [e for e in self.found.values() if e.state is state] for state in State}
        return Effects(self.site, *(tuple(sorted(kept, key=self._order)) for kept in groups.values()))

    def _order(self, effect: Effect) -> tuple[float, int, int]:
        """The most taken first; then from the trunk down to the foot; then as the atlas has them."""
        return -round(effect.much, 2), self._zones.get(effect.target, 0), self._places[effect.target]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {id_: i for i, id_ in enumerate(self.supply.atlas.structures)}

    @cached_property
    def _zones(self) -> dict[str, int]:
        """How far down each thing lies: by its part of the leg, a movement by its joint, a reflex by its first muscle."""
        found = {s.id: DOWN.get(s.zone, 0) for s in self.supply.atlas.structures.values() if isinstance(s, Muscle | Joint | Region)}
        found |= {a.id: found.get(a.joint or "", 0) for a in self.supply.atlas.all(Action)}
        return found | {r.id: found.get(r.muscles[0], 0) for r in self.supply.atlas.all(Reflex) if r.muscles}

    def _part(self, target: str, triples: tuple[Triple, ...]) -> Effect | None:
        """What happens to a muscle, a joint or a patch of skin; None for what nobody would expect to go."""
        gone, left = self.because.split(triples)
        if not gone:
            expected = self._expected(triples)
            return self._of(target, State.SPARED, 0.0, self.because.spared(target, self._chief), triples) if expected else None
        firm = [t for t in triples if self._firm(t)] or triples
        if all(self.because.taken.get(t.id, 0.0) >= 1 for t in firm):
            return self._of(target, State.LOST, 1.0, self.because.lost(target), triples)
        much = self.site.lost[target]
        if left and Share.MAIN not in {t.share for t in gone}:
            weights = [sum(WEIGHT[t.share] for t in kept) for kept in (gone, triples)]
            much = min(much, weights[0] / weights[1])  # without a main root the helpers share it out
        return self._of(target, State.WEAKER, much, self.because.weaker(target), triples)

    @staticmethod
    def _of(target: str, state: State, much: float, why: str, triples: Iterable[Triple]) -> Effect:
        kept = tuple(triples)
        return Effect(target, state, much, why, tuple(t.id for t in kept), tuple(dict.fromkeys(s for t in kept for s in t.sources)))

    @staticmethod
    def _firm(triple: Triple) -> bool:
        return triple.share is not Share.REPORTED

    @cached_property
    def _chief(self) -> tuple[Level, ...]:
        """The roots that bring most of what is lost."""
        taken = self.because.taken
        brought: dict[Level, float] = {}
        for t in self.supply.triples:
            if t.share is Share.MAIN and t.id in taken:
                brought[t.root] = brought.get(t.root, 0.0) + taken[t.id]
        return tuple(r for r in LEVELS if brought.get(r, 0.0) >= CHIEF * max(brought.values(), default=1.0))

    @cached_property
    def _nerves(self) -> frozenset[str]:
        """For roots: the nerves that end on what they chiefly supply. For a nerve or plexus: itself."""
        if self.site.type != "root":
            return frozenset((self._nerve.id,)) if self._nerve else frozenset()
        chief = (t for t in self.supply.triples if t.id in self.because.taken and t.share is Share.MAIN)
        return frozenset(t.nerve for t in chief)

    def _expected(self, triples: tuple[Triple, ...]) -> bool:
        """Whether one would expect something to go too: by the same nerve; or for a nerve, by a chief root, like and beside what goes."""
        firm = [t for t in triples if self._firm(t)]
        near = any(self._nerves.intersection(way) for t in firm for way in self.supply.routes(t))
        alike = self.site.type != "root" and self._like(triples[0].target) in self._liked
        return near or (alike and any(t.root in self._chief and t.share is Share.MAIN for t in firm))

    @cached_property
    def _liked(self) -> frozenset[str]:
        return frozenset(self._like(target) for target in self.site.lost)

    def _like(self, target: str) -> str:
        """What a thing is compared with: muscles and joints with all of their kind, skin with the skin of its part of the leg."""
        structure = self.supply.atlas.structures[target]
        return structure.zone if isinstance(structure, Region) else structure.kind_of

    def _reflexes(self) -> Iterator[Effect]:
        for reflex in self.supply.atlas.all(Reflex):
            claims, much = self.supply.reflex(reflex), self.site.lost.get(reflex.id, 0.0)
            state, why = self._of_roots(reflex) if self._nerve is None else self._of_muscles(reflex.muscles)
            if state is State.SPARED and not self._near.intersection(c.root for c in claims if c.share is not Share.REPORTED):
                continue
            ids = tuple(f"{reflex.id}.arc.{c.root}" for c in claims)
            sources = tuple(dict.fromkeys(s for c in claims for s in c.sources))
            yield Effect(reflex.id, state, 1.0 if state is State.LOST else much, why, ids, sources)

    @cached_property
    def _near(self) -> frozenset[Level]:
        """The chief roots and their neighbours: the reflexes that an examiner would compare."""
        at = [LEVELS.index(root) for root in self._chief]
        return frozenset(root for i, root in enumerate(LEVELS) if any(abs(i - one) <= 1 for one in at))

    def _of_roots(self, reflex: Reflex) -> tuple[State, str]:
        claims, own = self.supply.reflex(reflex), self.because.of_roots
        firm = [c for c in claims if c.share is not Share.REPORTED]
        if not any(c.root in own for c in claims):
            return State.SPARED, f"Spared: its arc runs through {listed([c.root for c in firm])}."
        if all(own.get(c.root, 0.0) >= 1 for c in firm):
            return State.LOST, f"Lost: its arc runs through {listed([c.root for c in firm])} alone."
        return State.WEAKER, f"Only weaker: {self.because.shared(claims)}."

    def _of_muscles(self, muscles: Iterable[str]) -> tuple[State, str]:
        """What happens to something that muscles do: lost with all of them, weaker with any."""
        kept = tuple(muscles)
        of = {state: [m for m in kept if self._state(m) is state] for state in State}
        names = {state: listed([inside(n) for n in self.supply.atlas.named(of[state])]) for state in State}
        if not of[State.LOST] and not of[State.WEAKER]:
            return State.SPARED, f"Spared: done chiefly by {names[State.SPARED]}, with all supply kept."
        if len(of[State.LOST]) == len(kept):
            return State.LOST, f"Lost: done chiefly by {names[State.LOST]}, with no supply left."
        parts = (f"{verb} {names[state]}" for state, verb in VERBS.items() if of[state])
        return State.WEAKER, f"Only weaker: it {listed(list(parts))}."

    def _state(self, muscle: str) -> State:
        return self.found[muscle].state if muscle in self.found else State.SPARED

    @cached_property
    def _shown(self) -> Shown:
        return Shown(Signs(self.sites), Skin(self.supply), Rates())

    def _movements(self) -> Iterator[Effect]:
        for action in self.supply.atlas.all(Action):
            if action.everyday:
                continue
            movers = self.supply.atlas.movers(action, Role.PRIME) or self.supply.atlas.movers(action)
            state, why = self._of_muscles(movers)
            chief = self._shown.chief(action.id)
            much = 1.0 if state is State.LOST else sum(self.found[m].much for m in chief if m in self.found) / len(chief)
            if 2 * sum(m in self.found for m in movers) <= len(movers) if state is State.SPARED else much < LEAST:
                continue
            says = tuple(s for s in action.says if set(s.muscles).intersection(movers) or s.action)
            yield Effect(action.id, state, much, why, tuple(f"{action.id}.by.{m}" for m in movers), says)
