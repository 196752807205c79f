"""The words of the picture's other two layers: what was measured, and what the sensory maps draw."""

from collections.abc import Iterable
from html import escape

from anatomy import evidence
from anatomy.claims import in_order
from anatomy.evidence import FEW, Measured
from anatomy.measured import Finding
from anatomy.model import Layer, Level, Zone
from anatomy.structures import Disc, Region, Root, SpinalLevel, Structure
from anatomy.supply import Supply
from anatomy.told import Disagreement, MapWords
from anatomy.ui.cite import places, quoted, sayings
from anatomy.ui.claim import tag

HEADS = {
    Layer.PAIN: "Where people felt pain",
    Layer.SOMATIC: "Where people felt pain",
    Layer.TERRITORY: "Pain by the territory of a root, as a whole",
    Layer.SPREAD: "How far pain keeps to the map",
    Layer.NUMBNESS: "Tingling and numbness",
}


def felt(supply: Supply, structure: Structure, zone: Zone | None) -> str:
    """Every figure of a choice with its interval, or that none has been published; then what else is felt there."""
    if isinstance(structure, Region):
        return _at(supply, structure)
    wanted = evidence.asked(supply, structure, zone)
    found = evidence.of(supply, wanted)
    parts = [f"<h4>{head}</h4>{bars(supply, kept)}" for head, kept in _by_head(found) if kept]
    parts += [_finding(supply, f) for f in supply.atlas.records(Finding) if f.about == wanted.id]
    if not parts:
        parts = [f"<p>{escape(supply.atlas.words['no_figure'])}</p>"]
    pain = [m for m in found if m.figure.layer is Layer.PAIN]
    return f"<div class='cards'><section class='card'>{''.join(parts)}</section>{_others(supply, wanted, pain)}</div>"


def _by_head(found: Iterable[Measured]) -> list[tuple[str, list[Measured]]]:
    kept = list(found)
    return [(head, [m for m in kept if HEADS[m.figure.layer] == head]) for head in dict.fromkeys(HEADS.values())]


def bars(supply: Supply, found: Iterable[Measured], named: bool = False) -> str:
    """Each figure as words and as a bar: the share a mark, the interval a band; faded where few were asked."""
    return f"<ul class='bars'>{''.join(_bar(supply, one, named) for one in found)}</ul>"


def _bar(supply: Supply, one: Measured, named: bool) -> str:
    figure, low, high = one.figure, 100 * one.low, 100 * one.high
    whose = f"{escape(evidence.origin(supply.atlas, figure))}: " if named else ""
    few = " class='few'" if figure.n < FEW else ""
    note = f"<p class='quiet'>{escape(figure.note[0].upper() + figure.note[1:])}.</p>" if figure.note else ""
    drawn = f"<div class='bar' aria-hidden='true'><i style='left:{low:.1f}%;width:{high - low:.1f}%'></i><b style='left:{100 * one.share:.1f}%'></b></div>"
    return (
        f"<li{few} data-figure='{figure.id}'><p>{whose}{escape(figure.words)}: <strong>{one}</strong>.{' Few people.' * bool(few)}</p>{drawn}{note}"
        f"{sayings(supply, (quoted(figure),), 'Who says so')}{tag(supply, f'figure.{figure.id}')}</li>"
    )


def _finding(supply: Supply, finding: Finding) -> str:
    return f"<p>{escape(finding.text)}</p>{sayings(supply, (quoted(finding),))}{tag(supply, f'finding.{finding.id}')}"


def _others(supply: Supply, structure: Structure, pain: Iterable[Measured]) -> str:
    """What else was felt in the parts of the leg that a level's figures, or its skin and muscles, lie in."""
    if not isinstance(structure, SpinalLevel | Disc | Root):
        return ""
    areas = {a for m in pain for a in m.figure.areas} | {
        getattr(supply.atlas.structures[t.target], "zone", "") for t in supply.serves(structure)
    }
    parts = []
    for area in supply.atlas.areas.values():
        found = evidence.elsewhere(supply, area.id) if area.id in areas else ()
        if found:
            parts.append(f"<details><summary>{escape(area.name)} ({len(found)})</summary>{bars(supply, found, named=True)}</details>")
    lead = escape(supply.atlas.words["look_alikes"])
    return f"<section class='card'><h3>The same places, other sources</h3><p>{lead}</p>{''.join(parts)}</section>" if parts else ""


def _at(supply: Supply, region: Region) -> str:
    found = evidence.at(supply, region.id)
    if not found:
        return f"<p>{escape(supply.atlas.words['no_figure'])}</p>"
    lead = escape(supply.atlas.words["felt_place"])
    return f"<div class='cards'><section class='card'><p>{lead}</p>{bars(supply, found, named=True)}</section></div>"


def numb(supply: Supply, structure: Structure, zone: Zone | None) -> str:
    """The patches that each family of map gives a level, as a table; of a patch, each family for itself."""
    wanted = evidence.asked(supply, structure, zone)
    if not isinstance(wanted, SpinalLevel | Root):
        return maps_of(supply, wanted) if isinstance(wanted, Region) else f"<p>{escape(supply.atlas.words['numb_first'])}</p>"
    level = wanted.level if isinstance(wanted, Root) else wanted.id
    families = supply.atlas.records(MapWords)
    rows = "".join(_row(region, level, families) for region in supply.atlas.all(Region) if any(level in m.roots for m in region.maps))
    head = "".join(f"<th scope='col'>{escape(f.short)}</th>" for f in families)
    figures = evidence.of(supply, wanted, Layer.NUMBNESS)
    measured = f"<h3>{HEADS[Layer.NUMBNESS]}, as counted</h3>{bars(supply, figures)}" if figures else ""
    return f"<div class='twin' tabindex='0' role='region' aria-label='What each map says'><table><thead><tr><th scope='col'>Patch of skin</th>{head}</tr></thead><tbody>{rows}</tbody></table></div>{measured}"


def _row(region: Region, level: Level, families: Iterable[MapWords]) -> str:
    cells = "".join(f"<td>{_cell(region, level, family)}</td>" for family in families)
    return f"<tr data-target='{region.id}'><th scope='row'>{escape(region.name)}</th>{cells}</tr>"


def _cell(region: Region, level: Level, family: MapWords) -> str:
    kept = [m for m in region.maps if m.map == family.id]
    own = [m for m in kept if level in m.roots]
    if not kept:
        return "<span class='quiet'>says nothing</span>"
    if not own:
        blank = all(m.blank for m in kept)
        return "left blank" if blank else f"no: {', '.join(in_order(r for m in kept for r in m.roots))}"
    return "yes, a whole surface" if all(m.whole for m in own) else "yes"


def maps_of(supply: Supply, region: Region) -> str:
    """What each family of sensory map puts on a patch, the families kept apart."""
    rows = ""
    for family in supply.atlas.records(MapWords):
        kept = tuple(m for m in region.maps if m.map == family.id)
        roots = ", ".join(in_order(r for m in kept for r in m.roots)) or "left blank"
        rows += f"<li><details><summary>{escape(family.name)}: {roots}</summary>{sayings(supply, kept)}</details></li>" if kept else ""
    return f"<h4>Sensory maps, each family for itself</h4><ul class='facts'>{rows}</ul>"


def families(supply: Supply) -> str:
    """How each family of map was made and what is known against it; then where published maps part."""
    rows = "".join(
        f"<li><strong>{escape(f.name)}</strong>. {escape(f.how)} {escape(f.caution or '')}{sayings(supply, places(f.sources), 'Who says so')}</li>"
        for f in supply.atlas.records(MapWords)
    )
    parted = "".join(
        f"<li>{escape(d.text)}{sayings(supply, places(d.sources), 'Who says so')}{tag(supply, f'variation.{d.id}')}</li>"
        for d in supply.atlas.records(Disagreement)
    )
    told = f"<h3>Where they part</h3><ul class='sources'>{parted}</ul>" if parted else ""
    return f"<h3>How each map was made</h3><ul class='sources'>{rows}</ul>{told}"


def map_table(supply: Supply) -> str:
    """Every patch by every family, as a table."""
    kept = supply.atlas.records(MapWords)
    head = "".join(f"<th scope='col'>{escape(f.short)}</th>" for f in kept)
    rows = "".join(
        f"<tr data-target='{r.id}'><th scope='row'>{escape(r.name)}</th>{''.join(f'<td>{_drawn(r, f)}</td>' for f in kept)}</tr>"
        for r in supply.atlas.all(Region)
    )
    return (
        "<details class='twin'><summary>The maps as a table</summary><table><thead><tr><th scope='col'>Patch of skin</th>"
        f"{head}</tr></thead><tbody>{rows}</tbody></table></details>"
    )


def _drawn(region: Region, family: MapWords) -> str:
    own = [m for m in region.maps if m.map == family.id]
    exact = in_order(r for m in own if not m.whole for r in m.roots)
    if exact:
        return ", ".join(exact)
    whole = in_order(r for m in own for r in m.roots)
    return f"{', '.join(whole)} (whole surface)" if whole else "left blank" if own else ""
