"""The picture for a phone: spine, body and feet, each big enough for a thumb; the route is told beneath it."""

from collections.abc import Iterator
from html import escape

from anatomy.atlas import Atlas
from anatomy.model import LEVELS
from anatomy.picture.body import Foot, View, button
from anatomy.picture.svg import body, disc_shape, feet, hatch, vertebra
from anatomy.structures import Disc, SpinalLevel
from anatomy.tongue import Tongue

WIDTH, HEIGHT = 360, 668
STEP, FIRST = 45.0, 40.0
SPINE_X0, SPINE_X1 = 62.0, 122.0
SCALE, TOP = 545.0, 44.0
FRONT_X, BACK_X = 186.0, 301.0
FOOT_HEEL, FOOT_LENGTH = 486.0, 162.0

ZONES = (
    ("trunk", "both", 0.700, 0.617),
    ("hip", "both", 0.617, 0.468),
    ("thigh", "front", 0.468, 0.314),
    ("hamstring", "back", 0.468, 0.314),
    ("knee", "both", 0.314, 0.231),
    ("leg", "both", 0.231, 0.072),
    ("foot", "both", 0.072, -0.016),
)
"""Area, the views that show it, top and bottom height: what a thumb presses; the places in it are offered by name."""


def narrow(atlas: Atlas, say: Tongue) -> str:
    """The phone's picture. Its patches of skin only show; a press takes the part of the leg and offers its places."""
    views = (View("front", FRONT_X, TOP, SCALE), View("back", BACK_X, TOP, SCALE))
    soles = (Foot("dorsum", FRONT_X, FOOT_HEEL, FOOT_LENGTH, flip=True), Foot("sole", BACK_X, FOOT_HEEL, FOOT_LENGTH))
    skin = "".join(part for view in views for part in body(atlas, view, say)) + "".join(feet(atlas, soles, say))
    names = "".join(
        f'<text class="view-name label" x="{v.middle}" y="24" text-anchor="middle">{escape(say(v.name).upper())}</text>' for v in views
    )
    inside = f'<g class="shown" aria-hidden="true">{skin}{names}</g>{"".join(_zones(atlas, views, say))}{"".join(_spine(atlas, say))}'
    return (
        f'<svg class="picture narrow" viewBox="0 0 {WIDTH} {HEIGHT}" role="group" aria-label="{say("Spine and body")}" '
        f'data-hatch="hatch-narrow">{hatch("hatch-narrow")}{inside}</svg>'
    )


def _zones(atlas: Atlas, views: tuple[View, ...], say: Tongue) -> Iterator[str]:
    for area, shown, top, bottom in ZONES:
        if area not in atlas.areas:
            continue
        for view in views:
            if shown in (view.name, "both"):
                yield _zone(
                    area,
                    say("{name}: show its places", name=f"{say(atlas.areas[area].name)}, {say(view.name)}"),
                    view.middle,
                    view.at((0, top), "left")[1],
                    view.at((0, bottom), "left")[1],
                )
    for middle, name in ((FRONT_X, "Top of the foot"), (BACK_X, "Sole of the foot")):
        yield _zone("foot", say("{name}: show its places", name=say(name)), middle, FOOT_HEEL - 6, FOOT_HEEL + FOOT_LENGTH + 4)


def _zone(area: str, spoken: str, middle: float, top: float, bottom: float) -> str:
    rect = f'<rect class="hit" x="{middle - 56:.1f}" y="{top:.1f}" width="112" height="{bottom - top:.1f}" rx="8"/>'
    return f'<g class="zone" data-area="{area}" role="button" tabindex="0" aria-label="{escape(spoken)}">{rect}</g>'


def _spine(atlas: Atlas, say: Tongue) -> Iterator[str]:
    for level in atlas.all(SpinalLevel):
        y = FIRST + (LEVELS.index(level.id) - LEVELS.index("T12")) * STEP
        inside = vertebra(SPINE_X0, SPINE_X1, y, 38.8, level.name)
        yield button("level", level.id, say("Spinal level {level}", level=level.name), inside, f' data-level="{level.id}"')
    for disc in atlas.all(Disc):
        y = FIRST + (LEVELS.index(disc.above) - LEVELS.index("T12") + 0.5) * STEP
        yield button("disc", disc.id, say(disc.name), disc_shape(SPINE_X0, SPINE_X1, y, disc.id, tall=STEP))
