"""Where a lesion can sit, and how much of each muscle, joint, patch of skin and reflex it takes: from the triples and the tree."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from anatomy import canal
from anatomy.agreed import Agreed
from anatomy.claims import Triple
from anatomy.lesion import cut
from anatomy.model import Level, NerveKind, Share
from anatomy.structures import Muscle, Nerve, Reflex, Region, Root, Site
from anatomy.supply import Supply

WEIGHT = {Share.MAIN: 3.0, Share.CONTRIBUTES: 0.93, Share.REPORTED: 0.16}
"""How much of a target a share stands for, when the shares of a target are set against each other."""

ALONE = 0.9
"""The share of a target that the loss of its strongest root alone takes; neighbours make up the rest."""

CHIEF = 0.75
"""How much a root that the atlas calls main stands for at least, against the weightiest."""

DIRECT = {"trunk": 0.62, "hip": 0.56, "thigh": 0.45, "hamstring": 0.45, "knee": 0.32, "leg": 0.245, "foot": 0.045}
"""Height at which a nerve's own branch to something in a part of the leg leaves it, where no branch of its own is named."""

WHOLE = "from its beginning"
"""The site of a nerve as a whole."""

PAIRS: tuple[tuple[Level, ...], ...] = (("L2", "L3"), ("L3", "L4"), ("L4", "L5"), ("L5", "S1"), ("S1", "S2"), ("S2", "S3"))
"""Neighbouring roots that one lesion may take together."""


Shape = tuple[canal.Form, Mapping[str, float]]
"""A form that a lesion may have, and how much it then takes of each target."""


@dataclass(frozen=True)
class Candidate:
    """A lesion at a site: its name and kind as the contract has them, and the share of each target it takes, 0 to 1."""

    id: str
    name: str
    type: str  # root, plexus or nerve
    site: str
    roots: tuple[Level, ...]  # of a root lesion
    lost: Mapping[str, float]  # by target and reflex
    both: bool = False  # on both sides
    forms: tuple[Shape, ...] = ()  # of a lesion in the spinal canal, the usual form second
    alike: tuple[str, ...] = ()  # sites of the same nerve that no loss sets apart from this one, its own id first

    @property
    def short(self) -> str:
        """The name with the first of its places alone, for a question or a list."""
        return self.name.replace(self.site, self.site.split(" or ")[0])

    @property
    def listed(self) -> str:
        """The name as a list has it: of places that no finding tells apart the first, and how many more."""
        more = len(self.site.split(" or ")) - 1
        return f"{self.short} (or {more} {'place' if more == 1 else 'places'} like it)" if more and self.site in self.name else self.name

    @property
    def size(self) -> float:
        """How much it takes in all."""
        return sum(self.lost.values())


class Sites:
    """Every candidate of an atlas. Computed once, then only read."""

    def __init__(self, supply: Supply) -> None:
        """Bind the triples; nothing is computed before it is asked for."""
        self.supply, self.agreed = supply, Agreed(supply)

    @cached_property
    def all(self) -> Mapping[str, Candidate]:
        """Every candidate by its id: roots, pairs of roots, cauda equina and conus, plexus, nerves at their sites."""
        found = [*self._roots(), *self._plexus(), *self._nerves()]
        return {c.id: c for c in found}

    @cached_property
    def named(self) -> Mapping[str, Candidate]:
        """The candidate of every site's id, also of the sites that stand together in one candidate."""
        return {id_: c for c in self.all.values() for id_ in (c.id, *c.alike)}

    @cached_property
    def nerve_of(self) -> Mapping[str, str]:
        """The nerve of every site on a nerve or plexus, by the site's id."""
        nerves = self.supply.atlas.all(Nerve)
        return {id_: n.id for n in nerves for id_ in (n.id, *(s.id for s in n.sites))}

    @cached_property
    def _total(self) -> Mapping[str, float]:
        return {target: sum(WEIGHT[t.share] for t in triples) for target, triples in self.supply.by_target.items()}

    def _taken(self, lost: Iterable[tuple[Triple, float]]) -> dict[str, float]:
        found: dict[str, float] = {}
        for triple, much in lost:
            found[triple.target] = found.get(triple.target, 0.0) + much * WEIGHT[triple.share] / self._total[triple.target]
        return {target: min(1.0, share) for target, share in found.items()}

    @cached_property
    def _by_root(self) -> Mapping[Level, Mapping[str, float]]:
        """For each root the share of a target that its loss takes: against the target's strongest root, `ALONE` at most."""
        weights: dict[str, dict[Level, float]] = {}
        for target, triples in self.supply.by_target.items():
            agreed, own = self.agreed.roots(target), weights.setdefault(target, {})
            least = CHIEF * max((agreed[t.root] for t in triples if t.root in agreed), default=0.0)
            for t in triples:
                weight = agreed.get(t.root) or WEIGHT[t.share]
                own[t.root] = max(own.get(t.root, 0.0), weight, least if t.share is Share.MAIN else 0.0)
        for reflex in self.supply.atlas.all(Reflex):
            weights[reflex.id] = {c.root: WEIGHT[c.share] for c in self.supply.reflex(reflex)}
        found: dict[Level, dict[str, float]] = {}
        for target, own in weights.items():
            for root, weight in own.items():
                found.setdefault(root, {})[target] = ALONE * (weight / max(own.values()))
        return found

    def _of_roots(self, much: Mapping[Level, float]) -> dict[str, float]:
        """What several roots take together: a target is spared as far as each of them spares it."""
        spared: dict[str, float] = {}
        for root, share in much.items():
            for target, taken in self._by_root.get(root, {}).items():
                spared[target] = spared.get(target, 1.0) * (1.0 - share * taken)
        return {target: 1.0 - left for target, left in spared.items()}

    def _of_nerve(self, triples: Iterable[Triple]) -> dict[str, float]:
        kept = tuple(triples)
        taken = self._taken((t, 1.0) for t in kept)
        for reflex in self.supply.atlas.all(Reflex):
            hit = [taken.get(m, 0.0) for m in reflex.muscles]
            if any(hit):
                taken[reflex.id] = sum(hit) / len(hit)
        return taken

    def _felt(self, triples: Iterable[Triple]) -> dict[str, float]:
        """The same of a nerve, which takes the whole of its own part of a patch: it is felt as far as any nerve cut is named for it."""
        kept = tuple(triples)
        spared: dict[str, float] = {}
        for target, nerve in {(t.target, t.nerve): None for t in kept}:
            if isinstance(patch := self.supply.atlas.structures[target], Region):
                spared[target] = spared.get(target, 1.0) * (1.0 - self.agreed.nerves(patch)[nerve])
        return self._of_nerve(kept) | {target: 1.0 - left for target, left in spared.items()}

    def _roots(self) -> Iterator[Candidate]:
        for root in self.supply.atlas.all(Root):
            if root.level != "T12":
                yield Candidate(
                    root.id, f"{root.level} root", "root", "at or near its exit", (root.level,), self._of_roots({root.level: 1.0})
                )
        for pair in PAIRS:
            name = " and ".join(pair)
            lost = self._of_roots(dict.fromkeys(pair, 1.0))
            yield Candidate("+".join(f"{r}-root" for r in pair), f"{name} roots", "root", "two neighbouring roots", pair, lost)
        for id_, name in (("cauda-equina", "Cauda equina"), ("conus-medullaris", "Conus medullaris")):
            forms = tuple((form, self._of_roots(form.much)) for form in canal.FORMS[id_])
            much = canal.usual(id_)
            yield Candidate(id_, name, "root", "in the spinal canal", tuple(much), self._of_roots(much), both=True, forms=forms)

    def _plexus(self) -> Iterator[Candidate]:
        names = self.supply.atlas.structures
        for plexus in ("lumbar-plexus", "lumbosacral-trunk", "sacral-plexus"):
            if plexus in names:
                lost, sites = self._of_nerve(self.supply.by_nerve.get(plexus, ())), self.supply.atlas.get(plexus, Nerve).sites
                at = " or ".join(site.name for site in sites) or "as a whole"
                yield Candidate(plexus, names[plexus].name, "plexus", at, (), lost, alike=(plexus, *(s.id for s in sites)))
        both = {t for p in ("lumbar-plexus", "sacral-plexus") for t in self.supply.by_nerve.get(p, ())}
        if both:
            yield Candidate("lumbosacral-plexus", "Lumbosacral plexus", "plexus", "as a whole", (), self._of_nerve(both))

    def _nerves(self) -> Iterator[Candidate]:
        for nerve in self.supply.atlas.all(Nerve):
            if nerve.label == "nerve" and self.supply.by_nerve.get(nerve.id):
                yield from self._of_one(nerve)

    def _of_one(self, nerve: Nerve) -> Iterator[Candidate]:
        """A nerve at its sites; those that take the same muscles, skin and reflexes stand together: no finding sets them apart."""
        at = [*((s.id, s.name, self._felt(self._at(nerve, s))) for s in nerve.sites), (nerve.id, WHOLE, self._felt(self._at(nerve, None)))]
        kept: dict[frozenset[tuple[str, float]], list[tuple[str, str, dict[str, float]]]] = {}
        for one in at:
            if felt := frozenset((t, round(much, 1)) for t, much in one[2].items() if self._testable(t)):
                kept.setdefault(felt, []).append(one)
        for same in kept.values():
            where = " or ".join(name for id_, name, _ in same if id_ != nerve.id or len(same) == 1)
            name = nerve.name if same[0][0] == nerve.id else f"{nerve.name}, {where}"
            yield Candidate(same[0][0], name, "nerve", where, (), same[0][2], alike=tuple(id_ for id_, _, _ in same))

    def taken(self, site: Candidate) -> Mapping[str, float]:
        """How much of each triple a lesion takes, 0 to 1, by the triple's id; what it leaves alone is not in it."""
        if site.type == "root":
            much = canal.usual(site.id) if site.both else dict.fromkeys(site.roots, 1.0)
            return {t.id: much[t.root] for t in self.supply.triples if t.root in much}
        if site.type == "plexus":
            parts = ("lumbar-plexus", "sacral-plexus") if site.id == "lumbosacral-plexus" else (site.id,)
            return {t.id: 1.0 for part in parts for t in self.supply.by_nerve.get(part, ())}
        nerve = self.supply.atlas.get(self.nerve_of[site.id], Nerve)
        return {t.id: 1.0 for t in self._at(nerve, next((s for s in nerve.sites if s.id == site.id), None))}

    def _at(self, nerve: Nerve, site: Site | None) -> tuple[Triple, ...]:
        """What a lesion at a site takes, of the whole nerve where nothing leaves below the site; without a site the whole nerve."""
        found = tuple(self._cut(nerve, site.height)) if site else ()
        found = found or tuple(self._cut(nerve, None))
        return tuple(t for t in found if t.target in site.takes) if site and site.takes else found

    def height(self, site: Candidate) -> float | None:
        """The height of a site on a nerve or plexus, as a share of body height above the sole; None where it is taken as a whole."""
        nerve = self.nerve_of.get(site.id)
        sites = self.supply.atlas.get(nerve, Nerve).sites if nerve else ()
        return next((s.height for s in sites if s.id == site.id), None)

    def _testable(self, target: str) -> bool:
        return isinstance(self.supply.atlas.structures[target], Muscle | Region | Reflex)

    def _cut(self, nerve: Nerve, height: float | None) -> Iterator[Triple]:
        """What a cut takes; a target that the nerve serves by no named branch is spared when it lies above the cut.

        Of a named branch that gives off twigs all along, those below the cut are taken too.
        """
        lost = cut(self.supply, nerve, height).lost
        for triple in lost:
            if height is None or triple.nerve not in self._within(nerve) or self._leaves(triple) <= height + 0.005:
                yield triple
        for triple in self.supply.by_nerve.get(nerve.id, ()):
            given = (
                self._given.get((triple.nerve, triple.target)) if nerve.id in self.supply.atlas.get(triple.nerve, Nerve).parents else None
            )
            if height is not None and given is not None and given <= height + 0.005 and triple not in lost:
                yield triple

    def _within(self, nerve: Nerve) -> frozenset[str]:
        """A nerve and its divisions, which run in its sheath."""
        kept = (n for n in self.supply.atlas.all(Nerve) if n.kind is NerveKind.DIVISION and nerve.id in n.parents)
        return frozenset((nerve.id, *(n.id for n in kept)))

    def _leaves(self, triple: Triple) -> float:
        """The height at which a branch without a name of its own leaves its nerve: as a source tells, else by what it serves."""
        zone = getattr(self.supply.atlas.structures[triple.target], "zone", "foot")
        return self._given.get((triple.nerve, triple.target), DIRECT[zone])

    @cached_property
    def _given(self) -> Mapping[tuple[str, str], float]:
        """The height at which a nerve gives off its twigs to a target, where a source tells it, by nerve and target."""
        nerves = self.supply.atlas.all(Nerve)
        return {(nerve.id, target): given.height for nerve in nerves for given in nerve.gives for target in given.to}
