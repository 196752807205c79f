"""Measured figures: shares with their Wilson intervals, by where they come from. Never interpolated, never pooled."""

from dataclasses import dataclass
from math import sqrt

from anatomy.model import Layer, Zone
from anatomy.structures import Disc, Figure, Root, SpinalLevel, Structure
from anatomy.supply import Supply

Z95 = 1.959964  # the normal quantile of a two-sided 95% interval


@dataclass(frozen=True)
class Measured:
    """A figure with its share and interval, all between 0 and 1."""

    figure: Figure
    share: float
    low: float
    high: float

    def __str__(self) -> str:
        """Counts, per cent and interval in words."""
        return f"{self.figure.k} of {self.figure.n} people, {self.share:.0%} (95% interval {self.low:.0%} to {self.high:.0%})"


def measured(figure: Figure) -> Measured:
    """The share of a figure with its Wilson score interval at 95%."""
    share, n = figure.k / figure.n, figure.n
    middle = (share + Z95**2 / (2 * n)) / (1 + Z95**2 / n)
    half = Z95 / (1 + Z95**2 / n) * sqrt(share * (1 - share) / n + Z95**2 / (4 * n * n))
    return Measured(figure, share, max(0.0, middle - half), min(1.0, middle + half))


def of(supply: Supply, structure: Structure, layer: Layer | None = None) -> tuple[Measured, ...]:
    """The figures measured for a level, disc or joint itself, in the order of the content; empty when none is published."""
    wanted = structure.level if isinstance(structure, Root) else structure.id
    return tuple(measured(f) for f in supply.atlas.figures if f.origin == wanted and (layer is None or f.layer is layer))


def in_area(supply: Supply, structure: Structure, zone: Zone | None, area: str) -> tuple[Measured, ...]:
    """The pain figures that were counted in one part of the leg, for a level or for the only root a disc's zone meets."""
    wanted = structure
    if isinstance(structure, Disc) and zone and len(met := supply.disc(structure, zone)) == 1:
        wanted = supply.atlas.structures[met[0].root]
    if not isinstance(wanted, SpinalLevel | Disc | Root):
        return ()
    return tuple(m for m in of(supply, wanted, Layer.PAIN) if area in m.figure.areas)
