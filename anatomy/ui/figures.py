"""What has been measured and what has not, in words."""

from html import escape

from anatomy import evidence
from anatomy.model import Layer, Saying, Zone
from anatomy.structures import Nerve, Structure
from anatomy.supply import Supply
from anatomy.ui.cite import sayings


def block(supply: Supply, structure: Structure, zone: Zone | None, area: str) -> str:
    """The figures for one part of the leg, or that nobody has published one; "" for a nerve, of which none is kept."""
    if isinstance(structure, Nerve):
        return ""
    found = evidence.in_area(supply, structure, zone, area)
    if not found:
        return f"<h4>Measured</h4><p class='quiet'>{escape(supply.atlas.words['no_figure'])}</p>"
    return f"<h4>Measured</h4>{''.join(_one(supply, one) for one in found)}"


def whole(supply: Supply, structure: Structure) -> str:
    """The figures that belong to no one part of the leg: territories and how far pain keeps to the map."""
    layers = (Layer.TERRITORY, Layer.SPREAD, Layer.NUMBNESS)
    found = [m for layer in layers for m in evidence.of(supply, structure, layer)]
    inside = "".join(_one(supply, m) for m in found)
    return f"<details class='twin'><summary>Measured for the whole leg ({len(found)})</summary>{inside}</details>" if found else ""


def _one(supply: Supply, one: evidence.Measured) -> str:
    figure = one.figure
    note = f" {escape(figure.note[0].upper() + figure.note[1:])}." if figure.note else ""
    few = " Very few people." if figure.n < 20 and "very few" not in note.lower() else ""
    return f"<p><strong>{escape(figure.words)}</strong>: {one}.{few}{note}</p>" + sayings(
        supply, (Saying(source=figure.source, place=figure.where, note=figure.method),)
    )
