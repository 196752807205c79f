"""Findings as they are asked: a kind, a target by any of its names, and how likely a lesion is to show it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from anatomy.atlas import Atlas
from anatomy.model import Role
from anatomy.naming import Names, UnknownName
from anatomy.sites import Candidate
from anatomy.structures import Action, Group, Muscle, Nerve, Reflex, Region, Structure
from anatomy.told import Sign


class Kind(StrEnum):
    """What was found, or found normal."""

    WEAK_ACTION = "weak_action"
    WEAK_MUSCLE = "weak_muscle"
    SENSORY_LOSS = "sensory_loss"
    PAIN = "pain"
    REFLEX_REDUCED = "reflex_reduced"
    SIGN = "sign"
    SPARED_ACTION = "spared_action"
    SPARED_MUSCLE = "spared_muscle"
    SPARED_SENSATION = "spared_sensation"
    SPARED_REFLEX = "spared_reflex"


Test = tuple[Kind, str]
"""What can be examined: an abnormal kind of finding and the target's id."""

ABNORMAL = {
    Kind.SPARED_ACTION: Kind.WEAK_ACTION,
    Kind.SPARED_MUSCLE: Kind.WEAK_MUSCLE,
    Kind.SPARED_SENSATION: Kind.SENSORY_LOSS,
    Kind.SPARED_REFLEX: Kind.REFLEX_REDUCED,
}
"""The abnormal finding that a normal one denies."""


@dataclass(frozen=True)
class Finding:
    """A finding understood: its abnormal kind, the target's id, and whether it was found or found normal."""

    kind: Kind  # never a spared one
    target: str
    present: bool

    @property
    def words(self) -> str:
        """The finding as the contract names it: kind and target."""
        spared = {v: k for k, v in ABNORMAL.items()}
        if self.kind is Kind.SIGN:
            return f"sign: {'' if self.present else 'no '}{self.target}"
        return f"{self.kind if self.present else spared.get(self.kind, f'no {self.kind}')}: {self.target}"


@dataclass(frozen=True)
class Rates:
    """How findings come about: what a full loss shows, what shows by chance, and how the share lost bends it."""

    chance: float = 0.03  # found though nothing is lost
    weak: float = 0.85  # found when a muscle is lost whole
    weak_bend: float = 0.65
    numb: float = 0.75
    numb_bend: float = 0.4
    pain: float = 0.75
    pain_chance: float = 0.08
    reflex: float = 0.85


def shown(rates: Rates, atlas: Atlas, signs: Mapping[str, Sign], test: Test, site: Candidate) -> float:
    """How likely a lesion at a site is to show an abnormal finding, between 0 and 1, never either end."""
    kind, target = test
    if kind is Kind.SIGN:
        return _sign(signs[target], site, rates)
    if kind is Kind.WEAK_ACTION:
        return _bent(rates.chance, rates.weak, _action(atlas, target, site), rates.weak_bend)
    if kind is Kind.WEAK_MUSCLE:
        return _bent(rates.chance, rates.weak, _muscle(atlas, target, site), rates.weak_bend)
    if kind is Kind.SENSORY_LOSS:
        return _bent(rates.chance, rates.numb, site.lost.get(target, 0.0), rates.numb_bend)
    if kind is Kind.PAIN:
        return _bent(rates.pain_chance, rates.pain, _near(atlas, target, site), 1.0)
    return _bent(rates.chance, rates.reflex, site.lost.get(target, 0.0), 1.0)


def _bent(chance: float, most: float, lost: float, bend: float) -> float:
    found: float = chance + (most - chance) * lost**bend
    return found


def _near(atlas: Atlas, target: str, site: Candidate) -> float:
    """Pain keeps to no patch: what a lesion takes of the patch, or three fifths of the most it takes in that part of the leg."""
    zone = atlas.get(target, Region).zone
    around = max((site.lost.get(r.id, 0.0) for r in atlas.all(Region) if r.zone == zone), default=0.0)
    high = 0.5 if site.type == "root" and zone in ("trunk", "hip", "hamstring") else 0.0  # roots are felt in back and buttock too
    return max(site.lost.get(target, 0.0), 0.6 * around, high)


def _muscle(atlas: Atlas, target: str, site: Candidate) -> float:
    structure = atlas.structures[target]
    parts = structure.parts if isinstance(structure, Group) else (target,)
    return sum(site.lost.get(p, 0.0) for p in parts) / len(parts)


def _action(atlas: Atlas, target: str, site: Candidate) -> float:
    """How much of a movement is lost: half the mean of its prime movers, half the best of them left."""
    action = atlas.get(target, Action)
    movers = atlas.movers(action, Role.PRIME) or atlas.movers(action)
    lost = [site.lost.get(m, 0.0) for m in movers] or [0.0]
    return (sum(lost) / len(lost) + min(lost)) / 2


def _sign(sign: Sign, site: Candidate, rates: Rates) -> float:
    """The rate that the sign's record gives the site: by its id, roots, type or nerve, or as far as it takes a muscle named there."""
    for key in (site.id, *(r for r in site.roots), site.type):
        if key in sign.shows:
            return sign.shows[key]
    otherwise = sign.otherwise if sign.otherwise is not None else rates.chance
    own = [much for key, much in sign.shows.items() if site.id.startswith(f"{key}-")]
    by_loss = [much * site.lost[key] for key, much in sign.shows.items() if key in site.lost]
    return max((*own, *by_loss, otherwise))


def understand(atlas: Atlas, names: Names, signs: Mapping[str, Sign], kind: Kind, target: str) -> list[Finding]:
    """The findings that a request's kind and target mean; an area or a nerve means each patch of skin in it.

    Raises:
        UnknownName: with the nearest names of the right kind.
    """
    abnormal, present = ABNORMAL.get(kind, kind), kind not in ABNORMAL
    if abnormal is Kind.SIGN:
        return [Finding(Kind.SIGN, names.find(target), present)]
    structure = _found(atlas, abnormal, target)
    if isinstance(structure, Muscle | Group):
        return [Finding(Kind.WEAK_MUSCLE, structure.id, present)]
    if isinstance(structure, Nerve):
        patches = [r.id for r in atlas.all(Region) if any(s.nerve == structure.id for s in r.nerves)]
        return [Finding(abnormal, patch, present) for patch in patches]
    return [Finding(abnormal, structure.id, present)]


WANTED: Mapping[Kind, tuple[type[Structure], ...]] = {
    Kind.WEAK_ACTION: (Action, Muscle, Group),
    Kind.WEAK_MUSCLE: (Muscle, Group),
    Kind.SENSORY_LOSS: (Region, Nerve),
    Kind.PAIN: (Region, Nerve),
    Kind.REFLEX_REDUCED: (Reflex,),
}
"""What a finding of each kind may be about."""


def _found(atlas: Atlas, kind: Kind, target: str) -> Structure:
    try:
        structure = atlas.find(target)
    except UnknownName as error:
        near = [n for n in error.nearest if isinstance(atlas.find(n), WANTED[kind])]
        raise UnknownName(target, near or _names(atlas, kind)[:3]) from None
    if not isinstance(structure, WANTED[kind]):
        raise UnknownName(target, _names(atlas, kind)[:3])
    return structure


def _names(atlas: Atlas, kind: Kind) -> list[str]:
    return [s.name for s in atlas.structures.values() if isinstance(s, WANTED[kind])]


def distinct(found: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Each finding once, and those that are said both found and normal."""
    kept = list(dict.fromkeys(found))
    clash = [f for f in kept if any(g.kind is f.kind and g.target == f.target and g.present is not f.present for g in kept)]
    return [f for f in kept if f not in clash], clash
