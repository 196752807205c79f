"""The patient's voice: which levels serve chosen places, by which way, and what else does. A look-up, never a judgement."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from anatomy import evidence
from anatomy.claims import Triple, in_order
from anatomy.model import Layer, Level, Saying, Share
from anatomy.structures import Joint, Muscle, Nerve, Region, Root
from anatomy.supply import Supply
from anatomy.told import Plain
from anatomy.tongue import Tongue

QUIET = frozenset({"tibial-division-of-sciatic-nerve", "common-fibular-division-of-sciatic-nerve", "lumbosacral-trunk"})
"""Nerves on a way that a patient need not hear of."""


@dataclass(frozen=True)
class Step:
    """One stop of a way: the structure's id, its name, and what the way does there in plain words."""

    id: str
    name: str
    words: str


@dataclass(frozen=True)
class Here:
    """What one level does at the chosen places; names in plain words with the term behind."""

    level: Level
    way: tuple[Step, ...]
    skin: tuple[str, ...]
    muscles: tuple[str, ...]
    joints: tuple[str, ...]
    studies: int  # that counted pain of this level in a place that takes in one chosen
    agreed: bool  # whether more than some report it


@dataclass(frozen=True)
class Other:
    """Something else that serves the place or is felt there."""

    name: str
    words: str
    sources: tuple[Saying, ...]


def plain(supply: Supply) -> dict[str, str]:
    """Everyday words by id: what a muscle does, a joint's name, a nerve's way on."""
    return {p.of: p.words for p in supply.atlas.records(Plain)}


def levels_at(supply: Supply, places: Iterable[str]) -> tuple[Level, ...]:
    """Exactly the levels that have a triple on one of the patches, in the order of the spine."""
    return in_order(t.root for place in places for t in supply.by_target.get(place, ()))


def here(supply: Supply, say: Tongue, level: Level, places: Sequence[str]) -> Here:
    """What a level does at the chosen patches of skin, and in the parts of the leg they lie in."""
    names = supply.atlas.structures
    skin = [t for place in places for t in supply.by_target.get(place, ()) if t.root == level]
    zones = {names[place].zone for place in places}  # type: ignore[attr-defined]
    deep = [t for t in supply.by_root.get(level, ()) if getattr(names[t.target], "zone", "") in zones and t.share is not Share.REPORTED]
    best = min(skin, key=lambda t: (list(Share).index(t.share), len(supply.routes(t)[0])))
    counted = {m.figure.source for place in places for m in evidence.at(supply, place) if m.figure.origin == level}
    return Here(
        level,
        way(supply, say, best),
        tuple(dict.fromkeys(say(names[t.target].plain) for t in skin)),  # type: ignore[attr-defined]
        _named(supply, say, deep, Muscle),
        _named(supply, say, deep, Joint),
        len(counted),
        any(t.share is not Share.REPORTED for t in skin),
    )


def _named(supply: Supply, say: Tongue, triples: Iterable[Triple], kind: type[Muscle] | type[Joint]) -> tuple[str, ...]:
    words = plain(supply)
    targets = dict.fromkeys(t.target for t in triples)
    kept = (s for s in map(supply.atlas.structures.__getitem__, targets) if isinstance(s, kind))
    return tuple(f"{say(words[s.id])} ({say(s.name)})" for s in kept)


def way(supply: Supply, say: Tongue, triple: Triple) -> tuple[Step, ...]:
    """The way of a triple from the back to its end, one step a stop."""
    words, names = plain(supply), supply.atlas.structures
    level, *nerves = supply.routes(triple)[0]
    start = Step(level, level, say("leaves the back on each side as the {level} root", level=level))
    stops = [Step(n, say(names[n].name), say(words[n])) for n in nerves if n in words and n not in QUIET]
    target = names[triple.target]
    end = target.plain if isinstance(target, Region) else words[target.id]
    return (start, *stops, Step(target.id, say(target.name), say("ends here: {place}", place=say(end))))


def route(say: Tongue, steps: Sequence[Step]) -> str:
    """The way as one sentence."""
    middle = [s.words for s in steps[1:-1]]
    return (
        say("It leaves the back, {way}.", way=say(", then ").join(middle)) if middle else say("It leaves the back and goes straight there.")
    )


def others(supply: Supply, say: Tongue, places: Sequence[str]) -> tuple[Other, ...]:
    """What else serves the places or is felt there: joints, blood vessels, and nerves where they are often caught."""
    names = supply.atlas.structures
    zones = {names[place].zone for place in places}  # type: ignore[attr-defined]
    found = [*_joints(supply, say, zones)]
    found += [Other(say(o.name), say(o.plain), _said(o.sources)) for o in supply.atlas.look_alikes.values() if zones.intersection(o.areas)]
    return (*found, *_caught(supply, say, places))


def _joints(supply: Supply, say: Tongue, zones: Iterable[str]) -> Iterable[Other]:
    """Joints whose pain was counted in these parts of the leg, without their numbers, and the joints that lie there."""
    counted: dict[str, list[Saying]] = {}
    for zone in zones:
        for m in evidence.elsewhere(supply, zone):
            if m.figure.k and m.figure.origin in supply.atlas.structures:
                counted.setdefault(m.figure.origin, []).append(Saying(source=m.figure.source, place=m.figure.where))
    words = plain(supply)
    for joint, says in counted.items():
        felt = say("Pain from it was felt in this part of the leg in some people of a study.")
        yield Other(f"{say(words[joint])} ({say(supply.atlas.structures[joint].name)})", felt, tuple(dict.fromkeys(says)))


def _caught(supply: Supply, say: Tongue, places: Iterable[str]) -> Iterable[Other]:
    """Nerves of the place, and those they come from, that are often caught further down."""
    own = {t.nerve for place in places for t in supply.by_target.get(place, ())}
    above = {n for nerve in own for n in (nerve, *supply.above(nerve)) if isinstance(supply.atlas.structures.get(n), Nerve)}
    words = say("A nerve of the leg that can be caught on its way, away from the back.")
    for nerve in supply.atlas.all(Nerve):
        if nerve.id in above and nerve.label == "nerve" and nerve.sites:
            yield Other(say(nerve.name), words, tuple(s for site in nerve.sites for s in _said(site.sources)))


def _said(places: dict[str, str]) -> tuple[Saying, ...]:
    return tuple(Saying(source=s, place=p) for s, p in places.items())


def studies(supply: Supply, level: Level | Root) -> int:
    """How many studies counted where pain of a level is felt."""
    wanted = level.level if isinstance(level, Root) else level
    kept = (f for f in supply.atlas.figures if f.origin == wanted and f.layer is Layer.PAIN)
    return len({f.source for f in kept})
