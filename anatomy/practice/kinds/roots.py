"""Roots of nerves, reflexes and discs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from anatomy.claims import Claim
from anatomy.model import Level, Share, Zone
from anatomy.practice.kinds import kind
from anatomy.practice.known import Draft, Known, noted_roots
from anatomy.practice.question import Choice, Form
from anatomy.structures import Disc, Nerve, Reflex, Structure


@dataclass(frozen=True)
class Asked:
    """Whose roots are asked, and what is known of them."""

    kind: str
    about: str
    structure: Structure
    prompt: str
    claims: tuple[Claim, ...]
    said: frozenset[Level]  # every root that any source names
    claim: str  # the id of a claim up to its root
    elsewhere: Mapping[Level, str] = field(default_factory=dict)  # what a wrong root has to do with the structure instead


def drafted(known: Known, one: Asked) -> Iterator[Draft]:
    """Which roots, by most who list them; none where nobody is sure, or where too few roots are left to be wrong."""
    right = tuple(c.root for c in one.claims if c.share is not Share.REPORTED and c.sources)
    wrong = known.other_roots(right, {*one.said, *(c.root for c in one.claims)}, 3) if right else []
    if len(wrong) < 2:
        return
    told = ", ".join(f"{c.root} ({c.share})" for c in one.claims)
    choices = [Choice(c.root, c.root, f"{c.root}: {c.share}.") for c in one.claims if c.root in right]
    choices += [Choice(r, r, one.elsewhere.get(r, f"No source kept here names {r} for it.")) for r in wrong]
    yield Draft(
        one.kind,
        one.about,
        f"{one.about}.roots",
        Form.SEVERAL if len(right) > 1 else Form.ONE,
        one.prompt,
        choices,
        right,
        f"{one.structure.name}: {told}.",
        one.structure.id,
        [f"{one.claim}.{root}" for root in right],
        (one.structure.id, *right),
    )


@kind("nerve-roots", "The roots of a nerve")
def of_nerve(known: Known) -> Iterator[Draft]:
    """For each nerve whose roots are printed."""
    for nerve in known.atlas.all(Nerve):
        if nerve.says:
            prompt = f"{nerve.name}: which roots run in it, by most who list them?"
            carried, said = known.supply.carried(nerve), known.roots_said(nerve.id)
            yield from drafted(known, Asked("nerve-roots", nerve.id, nerve, prompt, carried, said, f"{nerve.id}.carries"))


@kind("reflex-roots", "The roots of a reflex")
def of_reflex(known: Known) -> Iterator[Draft]:
    """For each reflex its arc."""
    for reflex in known.atlas.all(Reflex):
        prompt = f"{reflex.name}: which roots does it test, by most who list them?"
        found, said = known.supply.reflex(reflex), known.roots_said(reflex.id)
        yield from drafted(known, Asked("reflex-roots", reflex.id, reflex, prompt, found, said, f"{reflex.id}.arc"))


@kind("disc-root", "The root that a disc meets")
def of_disc(known: Known) -> Iterator[Draft]:
    """For each disc and zone of bulging the root that is met."""
    for disc in known.atlas.all(Disc):
        for zone in Zone:
            found, about = known.supply.disc(disc, zone), f"{disc.id}.{zone}"
            which = "which roots does" if sum(c.share is not Share.REPORTED for c in found) > 1 else "which root does"
            said = frozenset(r for s in disc.says if s.zone == zone for r in (*s.roots, *noted_roots(s.note)))
            prompt = f"{disc.name}: {which} a {_words(zone)} bulge meet, by most who say?"
            yield from drafted(known, Asked("disc-root", about, disc, prompt, found, said, about, _elsewhere(known, disc, zone)))


def _words(zone: Zone) -> str:
    return zone.replace("_", " ")


def _elsewhere(known: Known, disc: Disc, zone: Zone) -> Mapping[Level, str]:
    """Where else a bulge of the disc would meet a root."""
    zones: dict[Level, list[str]] = {}
    for other in Zone:
        for c in known.supply.disc(disc, other) if other is not zone else ():
            if c.share is not Share.REPORTED:
                zones.setdefault(c.root, []).append(_words(other))
    return {root: f"{root} is met by a {' or '.join(names)} bulge of this disc." for root, names in zones.items()}
