"""The families of sensory map side by side on our own leg, and the overlay: where they agree and where they part."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from html import escape

from anatomy.claims import in_order
from anatomy.model import Level, MapSaying
from anatomy.picture import limb
from anatomy.picture.assemble import Assets, own_files
from anatomy.picture.body import Foot, View, box, path
from anatomy.structures import Region
from anatomy.supply import Supply
from anatomy.told import MapWords

WIDTH, HEIGHT = 300, 560
SCALE, TOP = 536.0, 24.0
FRONT_X, BACK_X = 108.0, 192.0
HEEL, LENGTH = 418.0, 128.0


class Agreement(StrEnum):
    """How far the families of map that speak of a patch agree."""

    SAME = "same"
    SHARE = "share"
    DIFFER = "differ"
    ONE = "one"
    NONE = "none"


WORDS = {
    Agreement.SAME: "all families that draw this patch give it the same levels",
    Agreement.SHARE: "they share a level, but not all",
    Agreement.DIFFER: "they share no level",
    Agreement.ONE: "only one family draws it",
    Agreement.NONE: "no family draws it by itself",
}


def agreement(region: Region) -> Agreement:
    """How far the families that draw a patch (statements of whole surfaces left out) agree on its levels."""
    drawn = _by_family(region)
    if len(drawn) < 2:
        return Agreement.ONE if drawn else Agreement.NONE
    if all(roots == drawn[0] for roots in drawn):
        return Agreement.SAME
    return Agreement.SHARE if frozenset.intersection(*drawn) else Agreement.DIFFER


def _by_family(region: Region) -> list[frozenset[Level]]:
    kept = [m for m in region.maps if m.roots and not m.whole]
    return [frozenset(r for m in kept if m.map == family for r in m.roots) for family in dict.fromkeys(m.map for m in kept)]


def assemble(supply: Supply) -> Assets:
    """The sheet as a component's texts."""
    regions = supply.atlas.all(Region)
    overlay = _figure("Overlay", "how far the families agree", (_overlay(r) for r in regions), "overlay")
    families = "".join(_family(regions, family) for family in supply.atlas.records(MapWords) if any(_of(r, family) for r in regions))
    levels = "".join(
        f'<button type="button" class="word" data-level="{one}" data-id="{one}" aria-pressed="false">{one}</button>'
        for one in supply.atlas.levels
    )
    key = "".join(f'<li><i class="{a}"></i>{words}</li>' for a, words in WORDS.items())
    patterns = "".join(_pattern(roots) for roots in sorted({m.roots for r in regions for m in _merged(r)} | {_all(r) for r in regions}))
    html = f"""<div class="nerveline sheet"><svg class="defs" aria-hidden="true"><defs>{patterns}</defs></svg>
<div class="bar"><div class="words" role="group" aria-label="Show one level on every map">{levels}</div></div>
<p class="told" aria-live="polite">Press a patch of skin to read what each map says of it.</p>
<div class="figures">{overlay}{families}</div><ul class="key" aria-label="Key of the overlay">{key}</ul></div>"""
    return Assets(html, own_files("picture.css", "mapsheet.css"), own_files("mapsheet.js"))


def _of(region: Region, family: MapWords) -> list[MapSaying]:
    return [m for m in region.maps if m.map == family.id]


def _merged(region: Region) -> Iterator[MapSaying]:
    """One statement a family: the union of its exact ones, else of those of a whole surface."""
    for family in dict.fromkeys(m.map for m in region.maps):
        yield _one([m for m in region.maps if m.map == family])


def _one(kept: list[MapSaying]) -> MapSaying:
    exact = [m for m in kept if m.roots and not m.whole]
    used = exact or [m for m in kept if m.roots] or kept
    roots = in_order(r for m in used for r in m.roots)
    return used[0].model_copy(update={"roots": roots, "whole": not exact and bool(roots), "blank": not roots})


def _all(region: Region) -> tuple[Level, ...]:
    return in_order(r for m in region.maps if not m.whole for r in m.roots)


def _overlay(region: Region) -> tuple[Region, str, str, tuple[Level, ...]]:
    found = agreement(region)
    return region, f'class="patch {found}"', WORDS[found], _all(region)


def _family(regions: Iterable[Region], family: MapWords) -> str:
    rows = (_drawn(region, _one(kept)) for region in regions if (kept := _of(region, family)))
    return _figure(family.name, family.how, rows, str(family.id))


def _drawn(region: Region, saying: MapSaying) -> tuple[Region, str, str, tuple[Level, ...]]:
    words = ", ".join(saying.roots) + (" (said of a whole surface)" if saying.whole else "") or "left blank"
    fill = f'style="fill:{_fill(saying.roots)}"' if saying.roots else ""
    kind = "whole" if saying.whole else "blank" if saying.blank else "exact"
    return region, f'class="patch {kind}" {fill}', words, saying.roots


def _fill(roots: tuple[Level, ...]) -> str:
    return f"var(--{roots[0]})" if len(roots) == 1 else f"url(#map-{'-'.join(roots)})"


def _pattern(roots: tuple[Level, ...]) -> str:
    if len(roots) < 2:
        return ""
    stripes = "".join(f'<rect x="{4 * i}" width="4" height="8" style="fill:var(--{root})"/>' for i, root in enumerate(roots))
    size = 4 * len(roots)
    return (
        f'<pattern id="map-{"-".join(roots)}" width="{size}" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f"{stripes}</pattern>"
    )


def _figure(name: str, how: str, rows: Iterable[tuple[Region, str, str, tuple[Level, ...]]], key: str) -> str:
    kept = list(rows)
    views = (View("front", FRONT_X, TOP, SCALE), View("back", BACK_X, TOP, SCALE))
    feet = (Foot("dorsum", FRONT_X - 44, HEEL, LENGTH, flip=True), Foot("sole", BACK_X + 44, HEEL, LENGTH))
    parts = "".join(_leg(view) for view in views)
    labels = ""
    for view in views:
        seen = [(view.region(region.id, "right"), region, how_, words, roots) for region, how_, words, roots in kept]
        parts += "".join(_patch(region, drawn, how_, words, roots) for (drawn, _), region, how_, words, roots in seen if drawn)
        labels += _labels([(points, roots) for (drawn, points), _, _, _, roots in seen if drawn]) if key != "overlay" else ""
    by_id = {region.id: (region, how_, words, roots) for region, how_, words, roots in kept}
    for foot in feet:
        for region_id, drawn in foot.outlines():
            if region_id in by_id:
                region, how_, words, roots = by_id[region_id]
                parts += _patch(region, drawn, how_, words, roots)
    captions = "".join(
        f'<text class="view-name" x="{x}" y="{y}" text-anchor="middle">{text}</text>'
        for x, y, text in (
            (FRONT_X - 42, 16, "Front"),
            (BACK_X + 42, 16, "Back"),
            (FRONT_X - 44, HEEL - 6, "Top"),
            (BACK_X + 44, HEEL - 6, "Sole"),
        )
    )
    return (
        f'<figure data-family="{key}"><figcaption><strong>{escape(name)}</strong><br>{escape(how)}</figcaption>'
        f'<svg class="map" viewBox="0 0 {WIDTH} {HEIGHT}" role="group" aria-label="{escape(name)}, right leg">{parts}{labels}{captions}</svg></figure>'
    )


def _leg(view: View) -> str:
    half = [view.at(p, "right") for p in limb.silhouette()]
    return f'<path class="body" d="{path(half)}"/>'


def _patch(region: Region, drawn: str, how: str, words: str, roots: tuple[Level, ...]) -> str:
    return (
        f'<path {how} data-id="{region.id}" data-roots="{" ".join(roots)}" data-words="{escape(words)}" data-name="{escape(region.name)}" '
        f'role="button" tabindex="-1" aria-label="{escape(region.name)}: {escape(words)}" d="{drawn}"/>'
    )


def _labels(patches: list[tuple[list[tuple[float, float]], tuple[Level, ...]]]) -> str:
    """One label for each set of levels in a view, on its biggest patch."""
    best: dict[tuple[Level, ...], tuple[float, float, float]] = {}
    for points, roots in patches:
        x0, x1, y0, y1 = box(points)
        area = (x1 - x0) * (y1 - y0)
        if roots and area > best.get(roots, (0.0, 0.0, 0.0))[0]:
            best[roots] = (area, (x0 + x1) / 2, (y0 + y1) / 2)
    placed: list[tuple[tuple[Level, ...], float, float]] = []
    for roots, (_, x, y) in sorted(best.items(), key=lambda item: -item[1][0]):
        if all(abs(x - x_) > _wide(roots, taken) or abs(y - y_) > 13 for taken, x_, y_ in placed):
            placed.append((roots, x, y))
    return "".join(
        f'<text class="map-label" x="{x:.0f}" y="{y + 4:.0f}" text-anchor="middle">{_short(roots)}</text>' for roots, x, y in placed
    )


def _wide(one: tuple[Level, ...], other: tuple[Level, ...]) -> float:
    """How far apart the middles of two labels must be."""
    return 3.6 * (len(_short(one)) + len(_short(other))) + 4


def _short(roots: tuple[Level, ...]) -> str:
    return roots[0] if len(roots) == 1 else f"{roots[0]}–{roots[-1]}" if len(roots) > 2 else " ".join(roots)
