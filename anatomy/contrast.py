"""Why a finding sets two sites apart: what serves the thing examined, and how much of that either lesion takes."""

from anatomy.apart import Apart
from anatomy.because import inside, listed, spread
from anatomy.effects import Effects
from anatomy.localise import Localiser
from anatomy.model import Role, Saying, Share
from anatomy.structures import Action, Reflex

LIKELY = ((0.6, "usual"), (0.35, "often"), (0.12, "at times"), (0.0, "seldom"))
"""Words for how often a lesion shows a finding, from the rate upwards: most, a good third, one in eight."""


def likely(rate: float) -> str:
    """A rate between 0 and 1 in a word."""
    return next(word for least, word in LIKELY if rate >= least)


def reason(localiser: Localiser, one: Apart, a: Effects, b: Effects) -> str:
    """One sentence why a finding is likelier at one of two sites: from their effects; of a sign, how it is done."""
    target = one.test[1]
    if target not in localiser.supply.atlas.structures:
        return localiser.signs.sign(target).how
    one_takes, other_takes = (words(effects, target) for effects in (a, b))
    return f"{made(localiser, target)}. {_short(a, b)} takes {one_takes} of it, {inside(_short(b, a))} {other_takes}."


def _short(effects: Effects, other: Effects) -> str:
    """A lesion's name without its place, unless the other is of the same nerve."""
    short = effects.site.name.partition(", ")[0]
    return effects.site.name if other.site.name.startswith(short) else short


def words(effects: Effects, target: str) -> str:
    """How much of a thing a lesion takes, in words; none of what it does not reach."""
    known = effects.by_target.get(target)
    return known.words if known else "none"


def made(localiser: Localiser, target: str) -> str:
    """What serves a muscle, joint or patch of skin, what does a movement, or the arc of a reflex."""
    supply = localiser.supply
    structure = supply.atlas.structures[target]
    if isinstance(structure, Action):
        movers = supply.atlas.movers(structure, Role.PRIME) or supply.atlas.movers(structure)
        return f"Done chiefly by {listed([inside(n) for n in supply.atlas.named(movers)])}"
    if isinstance(structure, Reflex):
        claims = supply.reflex(structure)
        firm = [c.root for c in claims if c.share is not Share.REPORTED] or [c.root for c in claims]
        return f"Its arc runs through {spread(firm)}"
    triples = supply.by_target[target]
    firmest = [t for t in triples if t.share is min((t.share for t in triples), key=list(Share).index)]
    nerves = [inside(n) for n in supply.atlas.named(dict.fromkeys(t.nerve for t in firmest))]
    return f"From {spread(t.root for t in firmest)}, by the {listed(nerves)}"


def sources(localiser: Localiser, one: Apart, a: Effects, b: Effects) -> tuple[Saying, ...]:
    """The statements behind a reason: those of the effects; of a sign, those who describe it."""
    target = one.test[1]
    if target not in localiser.supply.atlas.structures:
        return tuple(Saying(source=s, place=p) for s, p in localiser.signs.sign(target).sources.items())
    known = a.by_target.get(target) or b.by_target.get(target)
    return known.sources if known else ()
