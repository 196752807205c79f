"""Roots of nerves, reflexes and discs."""

from collections.abc import Iterator
from dataclasses import dataclass

from anatomy.claims import Claim
from anatomy.model import Level, Share, Zone
from anatomy.practice.kinds import kind
from anatomy.practice.known import Draft, Known
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


def drafted(known: Known, one: Asked) -> Iterator[Draft]:
    """Which roots, by most who list them; none where nobody is sure, or where too few roots are left to be wrong."""
    right = tuple(c.root for c in one.claims if c.share is not Share.REPORTED and c.sources)
    wrong = known.other_roots(right, {*one.said, *(c.root for c in one.claims)}, 3) if right else []
    if len(wrong) < 2:
        return
    told = ", ".join(f"{c.root} ({c.share})" for c in one.claims)
    choices = [Choice(c.root, c.root, f"{c.root}: {c.share}.") for c in one.claims if c.root in right]
    choices += [Choice(r, r, f"No source kept here names {r} for it.") for r in wrong]
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
            said = frozenset(r for s in disc.says if s.zone == zone for r in s.roots)
            prompt, about = f"{disc.name}: which root does a {zone.replace('_', ' ')} bulge meet, by most who say?", f"{disc.id}.{zone}"
            yield from drafted(known, Asked("disc-root", about, disc, prompt, known.supply.disc(disc, zone), said, about))
