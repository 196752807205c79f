"""Measured figures: shares with their Wilson intervals, by where they come from. Never interpolated, never pooled."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from anatomy.atlas import Atlas
from anatomy.measured import Figure, Measure
from anatomy.model import Layer, Zone
from anatomy.structures import Disc, Root, SpinalLevel, Structure
from anatomy.supply import Supply

Z95 = 1.959964  # the normal quantile of a two-sided 95% interval

FEW = 30
"""People below which a figure is shown faded."""


@dataclass(frozen=True)
class Interval:
    """A share with its 95% interval, all between 0 and 1."""

    share: float
    low: float
    high: float

    def __str__(self) -> str:
        """Per cent and interval in words."""
        return f"{self.share:.0%} (95% interval {self.low:.0%} to {self.high:.0%})"


def wilson(k: int, n: int) -> Interval:
    """The share of k in n with its Wilson score interval at 95%; n is at least 1."""
    share = k / n
    middle = (share + Z95**2 / (2 * n)) / (1 + Z95**2 / n)
    half = Z95 / (1 + Z95**2 / n) * sqrt(share * (1 - share) / n + Z95**2 / (4 * n * n))
    return Interval(share, max(0.0, middle - half), min(1.0, middle + half))


@dataclass(frozen=True)
class Measured:
    """A figure with its share and interval, all between 0 and 1."""

    figure: Figure
    share: float
    low: float
    high: float

    def __str__(self) -> str:
        """Counts, per cent and interval in words."""
        return f"{self.figure.k} of {self.figure.n} people, {Interval(self.share, self.low, self.high)}"


def measured(figure: Figure) -> Measured:
    """A figure with its share and interval."""
    found = wilson(figure.k, figure.n)
    return Measured(figure, found.share, found.low, found.high)


def value(measure: Measure) -> str:
    """What a series measured of a root's share, in words, with the interval where it prints counts."""
    if measure.k is not None and measure.n is not None:
        return f"{measure.k} of {measure.n}, {wilson(measure.k, measure.n)}"
    if measure.sixths is not None:
        return f"{measure.sixths} sixths of the segment"
    return f"{measure.percent:g}% (number not printed)"


def brief(measure: Measure) -> str:
    """The same without its interval."""
    if measure.k is not None:
        return f"{measure.k}/{measure.n}"
    return f"{measure.sixths}/6 of a segment" if measure.sixths is not None else f"{measure.percent:g}%"


def origin(atlas: Atlas, figure: Figure) -> str:
    """The name of what a figure counts from: a structure or a look-alike."""
    found = atlas.structures.get(figure.origin) or atlas.look_alikes[figure.origin]
    return found.name


def of(supply: Supply, structure: Structure, layer: Layer | None = None) -> tuple[Measured, ...]:
    """The figures measured for a level, disc or joint itself, in the order of the content; empty when none is published."""
    wanted = structure.level if isinstance(structure, Root) else structure.id
    return tuple(measured(f) for f in supply.atlas.figures if f.origin == wanted and (layer is None or f.layer is layer))


def asked(supply: Supply, structure: Structure, zone: Zone | None) -> Structure:
    """Whose figures a choice shows: itself, or the only root that a disc's zone meets."""
    if isinstance(structure, Disc) and zone and len(met := supply.disc(structure, zone)) == 1:
        return supply.atlas.structures[met[0].root]
    return structure


def in_area(supply: Supply, structure: Structure, zone: Zone | None, area: str) -> tuple[Measured, ...]:
    """The pain figures that were counted in one part of the leg, for a level or for the only root a disc's zone meets."""
    wanted = asked(supply, structure, zone)
    if not isinstance(wanted, SpinalLevel | Disc | Root):
        return ()
    return tuple(m for m in of(supply, wanted, Layer.PAIN) if area in m.figure.areas)


def elsewhere(supply: Supply, area: str) -> tuple[Measured, ...]:
    """The figures of what is no root (joints, other look-alikes) counted in one part of the leg."""
    return tuple(measured(f) for f in supply.atlas.figures if f.layer is Layer.SOMATIC and area in f.areas)


def at(supply: Supply, region: str) -> tuple[Measured, ...]:
    """Every pain figure, of root or look-alike, whose place takes in this patch of skin."""
    places = supply.atlas.places
    found = (f for f in supply.atlas.figures if f.layer in (Layer.PAIN, Layer.SOMATIC) and f.place in places)
    return tuple(measured(f) for f in found if region in places[f.place].regions)


def drawn(supply: Supply, structure: Structure, zone: Zone | None = None) -> tuple[Measured, ...]:
    """The pain figures of a choice that the body can show: of each place the largest study, and no place that holds a finer one."""
    wanted = asked(supply, structure, zone)
    kept: dict[str, Measured] = {}
    for one in of(supply, wanted):
        place = one.figure.place
        if one.figure.layer in (Layer.PAIN, Layer.SOMATIC) and place in supply.atlas.places:
            kept[place] = max(kept.get(place, one), one, key=lambda m: m.figure.n)
    return tuple(m for place, m in kept.items() if not _holds(supply.atlas, place, kept))


def _holds(atlas: Atlas, place: str, others: Iterable[str]) -> bool:
    """Whether one of the others lies within a place and is smaller."""
    whole = set(atlas.places[place].regions)
    return any(set(atlas.places[one].regions) < whole for one in others)
