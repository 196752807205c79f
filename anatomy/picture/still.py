"""The body alone: as a still picture with places marked, and as buttons for `Where is it?`."""

from collections.abc import Container, Iterator
from html import escape

from anatomy.atlas import Atlas
from anatomy.picture.assemble import Assets, own_files
from anatomy.picture.body import Foot, View
from anatomy.structures import Region
from anatomy.tongue import Tongue

WIDTH, HEIGHT = 360.0, 640.0
FRONT_X, BACK_X, TOP, SCALE = 92.0, 268.0, 40.0, 545.0
HEEL, LENGTH = 452.0, 172.0
INK, SKIN, EDGE, MARK = "#22201d", "#efe5d8", "#b7a48d", "#c94a00"
SIDES = {"left": ("left",), "right": ("right",), "both": ("right", "left")}


def body(atlas: Atlas, say: Tongue, places: Container[str], side: str) -> str:
    """Front, back, top of the foot and sole as one SVG in print colours, the places filled on the side asked for."""
    parts = []
    for name, kind, region, on, drawn in _shapes(atlas):
        marked = region in places and (on in SIDES.get(side, SIDES["both"]) or on == "either")
        fill = MARK if marked else SKIN
        parts.append(f'<path d="{drawn}" fill="{fill}" stroke="{EDGE}" stroke-width="0.6"/>')
        del name, kind
    words = "".join(
        f'<text x="{x}" y="{y}" text-anchor="middle" font-size="12" fill="{INK}">{escape(say(text))}</text>' for x, y, text in _captions()
    )
    outline = "".join(view.silhouette() for view in _views()).replace('class="body"', f'fill="{SKIN}" stroke="{EDGE}"')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" width="{WIDTH:g}" height="{HEIGHT:g}">'
        f"{outline}{''.join(parts)}{words}</svg>"
    )


def _views() -> tuple[View, View]:
    return View("front", FRONT_X, TOP, SCALE), View("back", BACK_X, TOP, SCALE)


def _captions() -> tuple[tuple[float, float, str], ...]:
    return (FRONT_X, 22, "Front"), (BACK_X, 22, "Back"), (FRONT_X, HEEL - 8, "Top of the foot"), (BACK_X, HEEL - 8, "Sole of the foot")


def _shapes(atlas: Atlas) -> Iterator[tuple[str, str, str, str, str]]:
    """Name, view, region, side and path of every patch drawn."""
    names = {r.id: r for r in atlas.all(Region)}
    for view in _views():
        for region in names:
            for side in ("right", "left"):
                drawn, _ = view.region(region, side)
                if drawn:
                    yield names[region].name, view.name, region, side, drawn
    for foot in (Foot("dorsum", FRONT_X, HEEL, LENGTH, flip=True), Foot("sole", BACK_X, HEEL, LENGTH)):
        for region, drawn in foot.outlines():
            if region in names:
                yield names[region].name, foot.surface, region, "either", drawn


def assemble(atlas: Atlas, say: Tongue) -> Assets:
    """The body as a component: each patch can be pressed, several stay chosen; the side is a switch."""
    plain = {r.id: say(r.plain) for r in atlas.all(Region)}
    outline = "".join(view.silhouette() for view in _views())
    patches = "".join(
        f'<path class="place" data-id="{region}" data-side="{side}" data-view="{view}" data-name="{escape(plain[region])}" d="{drawn}" '
        f'role="button" tabindex="-1" aria-pressed="false" aria-label="{escape(plain[region])}"/>'
        for _, view, region, side, drawn in _shapes(atlas)
    )
    words = "".join(
        f'<text class="view-name" x="{x}" y="{y}" text-anchor="middle">{escape(say(text))}</text>' for x, y, text in _captions()
    )
    sides = "".join(
        f'<button type="button" class="side" data-side="{side}" aria-pressed="false">{escape(say(side.capitalize()))}</button>'
        for side in ("left", "right", "both")
    )
    html = f"""<div class="nerveline where" data-side="both"><div class="bar"><div class="sides" role="group" aria-label="{say("Side of the body")}">{sides}</div>
<button type="button" class="clear">{say("Clear")}</button></div>
<p class="told" aria-live="polite" data-none="{escape(say("Nothing marked yet."))}"></p>
<svg class="picture still" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" role="group" aria-label="{say("The body: press where it is")}">{outline}{patches}{words}</svg>
<div class="chosen" role="group" aria-label="{say("Marked places")}"></div></div>"""
    return Assets(html, own_files("picture.css", "still.css"), own_files("still.js"))
