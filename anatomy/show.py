"""What a level or disc serves, grouped by part of the leg: the answer behind the cards and the command line."""

from collections.abc import Iterable
from dataclasses import dataclass

from anatomy.claims import Triple
from anatomy.model import Zone
from anatomy.structures import Area, Joint, Muscle, Region, Structure
from anatomy.supply import ORDER, Supply


@dataclass(frozen=True)
class Served:
    """One target with the triples that serve it, and their strongest share."""

    target: Muscle | Joint | Region
    triples: tuple[Triple, ...]

    @property
    def share(self) -> str:
        """The strongest share of its triples."""
        return str(min((t.share for t in self.triples), key=ORDER.index))


@dataclass(frozen=True)
class Card:
    """What is served in one part of the leg; the lists are empty where nothing is."""

    area: Area
    muscles: tuple[Served, ...]
    joints: tuple[Served, ...]
    regions: tuple[Served, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing at all is served here."""
        return not (self.muscles or self.joints or self.regions)


def cards(supply: Supply, structure: Structure, zone: Zone | None = None) -> tuple[Card, ...]:
    """A card for each part of the leg in the order of content/areas.toml, strongest share first within each list."""
    served = targets(supply, supply.serves(structure, zone))
    return tuple(
        Card(area, *(tuple(s for s in served if type(s.target) is kind and s.target.zone == area.id) for kind in (Muscle, Joint, Region)))
        for area in supply.atlas.areas.values()
    )


def targets(supply: Supply, triples: Iterable[Triple]) -> tuple[Served, ...]:
    """The targets of some triples, strongest share first, else in the order of the content."""
    found: dict[str, list[Triple]] = {}
    for triple in triples:
        found.setdefault(triple.target, []).append(triple)
    served = [Served(supply.atlas.structures[t], tuple(ts)) for t, ts in found.items()]  # type: ignore[arg-type]
    return tuple(sorted(served, key=lambda s: [str(o) for o in ORDER].index(s.share)))
