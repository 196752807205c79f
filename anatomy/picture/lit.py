"""What each choice lights: pieces of line, stations, patches of skin, nerves and levels. From triples alone."""

from collections.abc import Iterable
from dataclasses import dataclass

from anatomy.claims import Triple
from anatomy.model import Role, Share, Zone
from anatomy.picture.strands import Drawing
from anatomy.structures import Action, Disc, Reflex, Root, Structure
from anatomy.supply import ORDER, Supply

CODES = {Share.MAIN: "m", Share.CONTRIBUTES: "c", Share.REPORTED: "r"}
"""One letter a share, for the picture's script."""


@dataclass(frozen=True)
class Lit:
    """The ids a choice lights with their shares, and the numbers of the pieces of line."""

    shares: dict[str, Share]
    pieces: tuple[int, ...]


def lit(supply: Supply, drawing: Drawing, triples: Iterable[Triple]) -> Lit:
    """What a set of triples lights: each target by its strongest share, each nerve and level on the way."""
    kept = tuple(triples)
    shares: dict[str, Share] = {}
    for triple in kept:
        on_way = {n for way in supply.routes(triple) for n in way}
        for one in (triple.target, *on_way):
            shares[one] = min(shares.get(one, triple.share), triple.share, key=ORDER.index)
    pieces = sorted({drawing.number[key] for t in kept for key in drawing.ways.get(t.id, ())})
    return Lit(shares, tuple(pieces))


def choices(supply: Supply) -> dict[str, tuple[Triple, ...]]:
    """The triples that every structure lights, by id; a disc's zones stand as `disc:zone`."""
    found: dict[str, tuple[Triple, ...]] = {}
    for structure in supply.atlas.structures.values():
        if isinstance(structure, Root):
            continue
        found[structure.id] = tuple(_triples(supply, structure))
        for zone in Zone if isinstance(structure, Disc) else ():
            found[f"{structure.id}:{zone}"] = supply.serves(structure, zone)
    return found


def _triples(supply: Supply, structure: Structure) -> Iterable[Triple]:
    if isinstance(structure, Action):
        return [
            t for m in supply.atlas.movers(structure, Role.PRIME) or supply.atlas.movers(structure) for t in supply.by_target.get(m, ())
        ]
    if isinstance(structure, Reflex):
        roots = {c.root for c in supply.reflex(structure)}
        return [t for m in structure.muscles for t in supply.by_target.get(m, ()) if t.root in roots]
    return supply.serves(structure)
