"""What the picture's other two layers show: measured pain by place, and sensory maps by family. Never on one scale."""

from collections.abc import Iterable
from typing import Any

from anatomy import evidence
from anatomy.model import LEVELS, MapFamily, MapSaying, Share, Zone
from anatomy.picture.lit import CODES
from anatomy.structures import Disc, Joint, Region, SpinalLevel
from anatomy.supply import Supply, agreement

ALL = "all"
"""All families of map together: how far they agree."""


def felt(supply: Supply) -> dict[str, list[list[Any]]]:
    """For each choice with figures: place id, per cent, interval in per cent, k and n. A disc's zones stand as `disc:zone`."""
    found: dict[str, list[list[Any]]] = {}
    atlas = supply.atlas
    for structure in (*atlas.all(SpinalLevel), *atlas.all(Disc), *atlas.all(Joint)):
        for zone in (None, *(Zone if isinstance(structure, Disc) else ())):
            rows = [_row(m) for m in evidence.drawn(supply, structure, zone)]
            if rows:
                found[f"{structure.id}:{zone}" if zone else structure.id] = rows
    return found


def _row(one: evidence.Measured) -> list[Any]:
    return [one.figure.place, *(round(100 * x) for x in (one.share, one.low, one.high)), one.figure.k, one.figure.n]


def maps(supply: Supply) -> dict[str, dict[str, dict[str, list[str]]]]:
    """Family (or `all`) to level to share code to patches. Of one family `m` is drawn on the patch, `r` on its whole surface."""
    families = {str(family): _levels(supply, (family,)) for family in MapFamily}
    return {ALL: _levels(supply, tuple(MapFamily)), **{name: levels for name, levels in families.items() if levels}}


def _levels(supply: Supply, families: tuple[MapFamily, ...]) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = {}
    for region in supply.atlas.all(Region):
        for level in LEVELS:
            if code := _code(level, [m for m in region.maps if m.map in families], supply, len(families) > 1):
                found.setdefault(level, {}).setdefault(code, []).append(region.id)
    return found


def _code(level: str, maps: Iterable[MapSaying], supply: Supply, together: bool) -> str:
    """The code of a level on a patch: agreement of all families, or whether one family draws it; "" when none does."""
    kept = list(maps)
    exact = [m for m in kept if m.roots and not m.whole]
    if any(level in m.roots for m in exact):
        return CODES[agreement(level, exact, supply.lineage)] if together else CODES[Share.MAIN]  # type: ignore[arg-type]
    return CODES[Share.REPORTED] if not together and any(level in m.roots for m in kept) else ""
