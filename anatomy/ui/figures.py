"""What has been measured and what has not, in words."""

from html import escape

from anatomy import evidence
from anatomy.measured import Measure, Series
from anatomy.model import Layer, Zone
from anatomy.structures import Nerve, Structure
from anatomy.supply import Supply
from anatomy.ui.cite import quoted, sayings
from anatomy.ui.claim import tag


def block(supply: Supply, structure: Structure, zone: Zone | None, area: str) -> str:
    """The figures for one part of the leg, or that nobody has published one; "" for a nerve, of which none is kept."""
    if isinstance(structure, Nerve):
        return ""
    found = evidence.in_area(supply, structure, zone, area)
    if not found:
        return f"<h4>Measured</h4><p class='quiet'>{escape(supply.atlas.words['no_figure'])}</p>"
    return f"<h4>Measured</h4>{''.join(_one(supply, one) for one in found)}"


def shares(supply: Supply, structure: Structure) -> str:
    """The measured root shares of a muscle, group or movement, study by study; "" when there is none."""
    parts = {structure.id, *getattr(structure, "parts", ())}
    found = [m for m in supply.atlas.records(Measure) if m.muscle in parts or m.action == structure.id]
    studies = {s.id: s for s in supply.atlas.records(Series)}
    kept = "".join(
        _study(supply, studies[source], [m for m in found if m.source == source]) for source in dict.fromkeys(m.source for m in found)
    )
    return f"<h4>Root shares as measured</h4>{kept}" if kept else ""


def _study(supply: Supply, series: Series, found: list[Measure]) -> str:
    rows = "".join(
        f"<li>{_whose(supply, m)}<strong>{m.root}</strong> {evidence.value(m)}{f'; {escape(m.note)}' if m.note else ''} {tag(supply, f'measure.{m.id}')}</li>"
        for m in found
    )
    caution = f" {escape(series.caution)}" if series.caution else ""
    tested = f" Roots tested: {', '.join(series.roots_tested)}." if series.roots_tested else ""
    return (
        f"<details><summary>{escape(series.method.replace('-', ' ').capitalize())}, {escape(series.id)}: {_short(found)}</summary>"
        f"<p class='quiet'>{escape(series.what)}{tested}{caution}</p><ul>{rows}</ul>{sayings(supply, {quoted(m): None for m in found})}</details>"
    )


def _whose(supply: Supply, measure: Measure) -> str:
    return f"{escape(supply.atlas.structures[measure.muscle].name)}, " if measure.muscle else ""


def _short(found: list[Measure]) -> str:
    return ", ".join(f"{m.root} {evidence.brief(m)}" for m in found)


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
    said = sayings(supply, (quoted(figure),))
    return f"<p><strong>{escape(figure.words)}</strong>: {one}.{few}{note}</p>{said}{tag(supply, f'figure.{figure.id}')}"
