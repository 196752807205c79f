"""How likely a lesion is to show a finding: from what it takes, from what was counted, and from our own estimates."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anatomy.canal import PELVIC, Form
from anatomy.findings import Kind, Test
from anatomy.model import Layer, Role
from anatomy.signs import Signs
from anatomy.sites import Candidate
from anatomy.skin import Skin, face
from anatomy.structures import Action, Group, Muscle, Nerve, Reflex, Region
from anatomy.told import Accuracy

_DERMATOME = re.compile("^(L[1-5]|S[1-4])-dermatome$")

Grid = NDArray[np.float64]
"""A rate for each extent to which a lesion may take motor fibres (rows) and sensory fibres (columns), or for each form (`spread`)."""


BY_THE_SPINE = frozenset(("low-back", "upper-buttock", "lower-buttock", "medial-buttock", "lateral-hip"))
"""The patches where pain from the spine itself is felt, whatever the root."""

ON_THE_WAY = (
    (frozenset(("upper-back-thigh", "lower-back-thigh")), frozenset(("L4", "L5", "S1", "S2"))),
    (frozenset(("upper-front-thigh", "lower-front-thigh")), frozenset(("L2", "L3", "L4"))),
    (frozenset(("upper-lateral-thigh", "lower-lateral-thigh")), frozenset(("L5",))),
)
"""Where pain runs down the thigh where the root has no skin: behind along the sciatic nerve, in front along the femoral; L5 outside.

After the pain of L4 as Harrison's 19th edition (table 48-1: front and outer thigh) and StatPearls (disc herniation: front thigh) tell it.
That of L5 down the outer thigh as two patients told it (sources jrheum-sif-l5 and lamba-2019 of the teaching cases).
"""


@dataclass(frozen=True)
class Rates:
    """How findings come about: what a full loss shows, what shows by chance, and how the share lost bends it. Estimates, ours."""

    chance: float = 0.018  # found though nothing is lost
    weak: float = 0.895  # found when a muscle is lost whole
    weak_bend: float = 1.15
    makes_up: float = 1.58  # how far a movement's other movers make up for those lost
    numb: float = 0.88
    numb_chance: float = 0.015
    numb_bend: float = 1.04
    spill: float = 0.062  # how far numbness runs over into a patch beside one that is lost
    other_root: float = 0.2  # how far skin told as one root's is lost, or hurts, with another root that shares it
    pain: float = 0.865
    pain_chance: float = 0.055
    pain_mixed: float = 0.72  # how much seldomer a nerve hurts that moves muscles too, as the fibular nerve does
    pain_root: float = 0.28  # how far pain of a root runs over into the rest of that part of the leg
    pain_nerve: float = 0.18  # and that of a plexus or nerve
    pain_bend: float = 0.5  # how far a lesion that takes little of its skin hurts less; a root that is only irritated hurts all the same
    pain_bend_root: float = 0.25
    pain_high: float = 0.66  # in back and buttock whatever the root, and down the thigh on its way
    pain_here: float = 0.64  # how far a lesion is felt where it sits, whatever the nerve serves
    reflex: float = 0.76
    extents: tuple[float, ...] = (0.11, 0.68, 1.0)  # how much of its territory a lesion may take


class Shown:
    """How likely a lesion at each site is to show each abnormal finding, over the extents it may have."""

    def __init__(self, signs: Signs, skin: Skin, rates: Rates) -> None:
        """Bind the signs, the skin and the rates."""
        self.atlas, self.signs, self.skin, self.rates = signs.atlas, signs, skin, rates
        steps = np.array(rates.extents)
        self._motor, self._sensory = np.meshgrid(steps, steps, indexing="ij")

    def __call__(self, test: Test, site: Candidate) -> Grid:
        """The rate for each extent, between 0 and 1, never either end: what a study counted where one did."""
        found = self._reasoned(test, site)
        counted = [share for sites, share in self._counted.get(test, ()) if {site.id, *site.alike} & sites]
        if not counted:
            return found
        whole = np.ones_like(found, dtype=bool)
        if site.forms:  # studies count patients whose lowest roots suffer; of the other forms what was reasoned stays
            whole = spread([form.lowest == 1.0 for form, _ in site.forms], found.shape)
        measured: Grid = np.clip(found * (sum(counted) / len(counted)) / found[whole].mean(), 0.01, 0.97)
        return np.where(whole, measured, found)

    @cached_property
    def _counted(self) -> Mapping[Test, list[tuple[frozenset[str], float]]]:
        """What studies counted of a test: the sites counted in, and the share that showed it.

        A pain figure serves only where its place is one patch of skin: a wider place's share is never spread over its parts.
        """
        kept: dict[Test, list[tuple[frozenset[str], float]]] = {}
        for one in self.atlas.records(Accuracy):
            kept.setdefault((Kind(one.kind), one.target), []).append((frozenset(one.sites), one.sensitivity))
        for figure in self.atlas.figures:
            place = self.atlas.places.get(figure.place)
            if figure.layer is Layer.PAIN and place and len(place.regions) == 1:
                share = (figure.k + 1) / (figure.n + 2)  # never quite none or all
                kept.setdefault((Kind.PAIN, place.regions[0]), []).append((frozenset({f"{figure.origin}-root"}), share))
        return kept

    def _reasoned(self, test: Test, site: Candidate) -> Grid:
        """The rate for each extent; of a lesion in the spinal canal, for each of its forms what that shows."""
        if not site.forms:
            return self._extended(test, site)
        return spread([self._formed(test, site, form, lost) for form, lost in site.forms], self._motor.shape)

    def _formed(self, test: Test, site: Candidate, form: Form, lost: Mapping[str, float]) -> float:
        """The rate of a lesion in one of its forms; who keeps the lowest roots shows little of their signs."""
        rate = float(self._extended(test, replace(site, roots=tuple(form.much), lost=lost, forms=()))[-1, -1])
        return self.rates.chance + (rate - self.rates.chance) * form.lowest if test[1] in PELVIC else rate

    def _extended(self, test: Test, site: Candidate) -> Grid:
        kind, target = test
        r = self.rates
        if kind is Kind.SIGN:
            return self._sign(target, site)
        if kind is Kind.WEAK_ACTION:
            return _bent(r.chance, r.weak, self._motor * self._action(target, site), r.weak_bend)
        if kind is Kind.WEAK_MUSCLE:
            return _bent(r.chance, r.weak, self._motor * self._muscle(target, site), r.weak_bend)
        if kind is Kind.SENSORY_LOSS:
            return _bent(r.numb_chance, r.numb, self._sensory * self._numb(target, site), r.numb_bend)
        if kind is Kind.PAIN:
            reach = self._sensory ** (r.pain_bend_root if site.type == "root" else r.pain_bend)
            felt: Grid = reach * self._felt(target, site)
            return _bent(r.pain_chance, self._ache(site), felt, 1.0)
        return _bent(r.chance, r.reflex, np.maximum(self._motor, self._sensory) * site.lost.get(target, 0.0), 0.8)

    def _sign(self, target: str, site: Candidate) -> Grid:
        sign = self.signs.sign(target)
        if not sign.any:
            return np.full_like(self._motor, self.signs.rate(target, site, self.rates.chance))
        most: Grid = np.max([self._any(Kind(kind), site) for kind in sign.any], axis=0)
        return most

    def _any(self, kind: Kind, site: Candidate) -> Grid:
        """Anything of a kind at all: as likely as the likeliest of that kind."""
        r = self.rates
        if kind is Kind.WEAK_ACTION:
            most = max((self._action(a.id, site) for a in self.atlas.all(Action) if not a.everyday), default=0.0)
            return _bent(r.chance, r.weak, self._motor * most, r.weak_bend)
        of = Region if kind is Kind.SENSORY_LOSS else Reflex
        most = max((site.lost.get(one.id, 0.0) for one in self.atlas.all(of)), default=0.0)
        return _bent(r.numb_chance, r.numb, self._sensory * most, r.numb_bend)

    def _numb(self, target: str, site: Candidate) -> float:
        """What a lesion takes of the skin, or a little of what it takes beside it: people do not draw borders.

        Of a stretch of several patches half the mean and half the most counts: few lesions take the whole of it.
        """
        if root := _DERMATOME.match(target):
            return self._of_root(root[1], self.skin.patches(target), site)
        kept = self.skin.patches(target)
        lost = [max(site.lost.get(p, 0.0), self.rates.spill * max(site.lost.get(q, 0.0) for q in self._beside[p])) for p in kept]
        return (sum(lost) / len(lost) + max(lost)) / 2

    def _of_root(self, root: str, patches: Sequence[str], site: Candidate) -> float:
        """Skin told as a root's: that root's wholly, another root's a little, a nerve's or plexus's as far as it takes the patches."""
        if site.type == "root" and root in site.roots:
            return max(site.lost.get(patch, 0.0) for patch in patches)
        mean = sum(site.lost.get(patch, 0.0) for patch in patches) / len(patches)
        return mean * (self.rates.other_root if site.type == "root" else 1.0)

    @cached_property
    def _beside(self) -> Mapping[str, tuple[str, ...]]:
        """The patches of the same part and face of the leg, a patch itself among them."""
        faces: dict[tuple[str, bool], list[str]] = {}
        for patch in self.atlas.all(Region):
            faces.setdefault(face(patch), []).append(patch.id)
        return {patch.id: tuple(faces[face(patch)]) for patch in self.atlas.all(Region)}

    def _ache(self, site: Candidate) -> float:
        """How often a full loss hurts at all: nerves that move muscles too seldomer than roots and than nerves of skin alone."""
        mixed = site.type == "nerve" and any(isinstance(self.atlas.structures.get(target), Muscle) for target in site.lost)
        return self.rates.pain * (self.rates.pain_mixed if mixed else 1.0)

    def _felt(self, target: str, site: Candidate) -> float:
        """How far a lesion is felt in the skin asked about, as in the patch where it is felt most; a little where another root is named."""
        felt = max(self._felt_in(patch, site) for patch in self.skin.patches(target))
        named = _DERMATOME.match(target) if site.type == "root" else None
        return felt * self.rates.other_root if named and named[1] not in site.roots else felt

    def _felt_in(self, patch: str, site: Candidate) -> float:
        """Pain keeps to no patch: what a lesion takes of the patch, or a share of the most it takes in that part of the leg."""
        zone = self.atlas.get(patch, Region).zone
        around = max((site.lost.get(r.id, 0.0) for r in self.atlas.all(Region) if r.zone == zone), default=0.0)
        near = patch in BY_THE_SPINE or any(patch in patches and roots.intersection(site.roots) for patches, roots in ON_THE_WAY)
        of_root = site.type == "root"
        high = self.rates.pain_high if of_root and near else 0.0
        if self.hurts(site, patch):
            high = self.rates.pain_here
        return max(site.lost.get(patch, 0.0), around * (self.rates.pain_root if of_root else self.rates.pain_nerve), high)

    def hurts(self, site: Candidate, patch: str) -> bool:
        """Whether a source tells that a lesion at a site is felt in a patch because it sits there."""
        return any(patch in self._hurts.get(id_, ()) for id_ in (site.id, *site.alike))

    @cached_property
    def _hurts(self) -> Mapping[str, frozenset[str]]:
        return {s.id: frozenset(h.patch for h in s.hurts) for nerve in self.atlas.all(Nerve) for s in nerve.sites}

    def _muscle(self, target: str, site: Candidate) -> float:
        structure = self.atlas.structures[target]
        parts = structure.parts if isinstance(structure, Group) else (target,)
        return sum(site.lost.get(p, 0.0) for p in parts) / len(parts)

    def _action(self, target: str, site: Candidate) -> float:
        """How much of a movement is lost: of its chief movers the mean, bent down, for one makes up for another."""
        chief = self.chief(target)
        mean = sum(site.lost.get(m, 0.0) for m in chief) / len(chief)
        return float(mean**self.rates.makes_up)

    def chief(self, action: str) -> list[str]:
        """A movement's chief movers: the prime movers that at least two thirds as many sources name as name the one named most."""
        weights = self._weights(action)
        return [m for m, w in weights.items() if 3 * w >= 2 * max(weights.values())]

    @cache  # noqa: B019  # lives as long as its atlas
    def _weights(self, target: str) -> Mapping[str, int]:
        """The prime movers of a movement, all movers where no source names a prime one, with how many independent sources name each."""
        action = self.atlas.get(target, Action)
        role = Role.PRIME if self.atlas.movers(action, Role.PRIME) else None
        said: dict[str, set[str]] = {m: set() for m in self.atlas.movers(action, role)}
        for saying in action.says:
            for muscle in saying.muscles:
                if muscle in said and (role is None or saying.role is role):
                    said[muscle].add(self.atlas.sources[saying.source].lineage)
        return {m: max(1, len(sources)) for m, sources in said.items()}


def spread(each: Sequence[float], shape: tuple[int, ...]) -> NDArray[Any]:
    """What each form of a lesion has, over a grid as large as that of extents: the first forms again where there are fewer than cells."""
    return np.resize(np.array(each), shape)


def _bent(chance: float, most: float, lost: Grid, bend: float) -> Grid:
    found: Grid = chance + (most - chance) * lost**bend
    return found
