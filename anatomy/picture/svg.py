"""The whole picture as one SVG: bands, nerve map, body, feet."""

from collections.abc import Iterator, Mapping
from html import escape

from anatomy.atlas import Atlas
from anatomy.picture import stations as at
from anatomy.picture.body import Foot, View, button
from anatomy.picture.stations import LINES, PLEXUSES, ROW_STEP, ROWS, SKIN_ENDS, STATIONS, Spot
from anatomy.picture.strands import Drawing
from anatomy.structures import Disc, Joint, Region, SpinalLevel
from anatomy.tongue import Tongue

LEADING = 12.0  # between the lines of a label


def wide(atlas: Atlas, drawing: Drawing, say: Tongue) -> str:
    """The picture for a wide window: the nerve map beside the front and the back, on one vertical axis."""
    parts = (*_bands(say), *_plexuses(atlas, say), *_pieces(drawing), *_lines(atlas, say), *_spine(atlas, say))
    parts += (*_stations(atlas, say), *_bodies(atlas, say))
    return _frame("wide", at.WIDTH, at.HEIGHT, "".join(parts), say)


def hatch(name: str) -> str:
    """The pattern for what only some report: stripes in the colour of the choice."""
    return (
        f'<defs><pattern id="{name}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<rect class="stripe-ground" width="6" height="6"/><rect class="stripe" width="2.4" height="6"/></pattern></defs>'
    )


def _frame(name: str, width: float, height: float, inside: str, say: Tongue) -> str:
    title = say("Nerve map and body. Arrow keys move, Enter chooses, Escape clears.")
    return (
        f'<svg class="picture {name}" viewBox="0 0 {width} {height}" role="group" aria-label="{title}" data-hatch="hatch-{name}">'
        f"{hatch(f'hatch-{name}')}{inside}</svg>"
    )


def _bands(say: Tongue) -> Iterator[str]:
    for i, (name, top, bottom) in enumerate(at.BANDS):
        yield f'<rect class="band {"odd" if i % 2 else "even"}" x="0" y="{top}" width="{at.WIDTH}" height="{bottom - top}"/>'
        yield f'<text class="band-name" x="8" y="{top + 15}">{escape(say(name))}</text>'


def _plexuses(atlas: Atlas, say: Tongue) -> Iterator[str]:
    for plexus, (x, y, width, height, label_x, label_y, name) in PLEXUSES.items():
        if plexus in atlas.structures:
            shape = f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="16"/>'
            yield button("plexus", plexus, say(name), shape + _text(say(name), label_x, label_y, "middle", "nerve-name label"))


def _pieces(drawing: Drawing) -> Iterator[str]:
    for i, piece in enumerate(drawing.pieces.values()):
        yield f'<path class="strand {piece.root}" data-i="{i}" d="{piece.path}"/>'


def _lines(atlas: Atlas, say: Tongue) -> Iterator[str]:
    for nerve, line in LINES.items():
        if line.text and nerve in atlas.structures:
            text = say(line.text)
            hit = _hit(text, line.label_x, line.label_y, line.anchor)
            label = _text(text, line.label_x, line.label_y + 4, line.anchor, "nerve-name label")
            yield button("nerve", nerve, say(atlas.structures[nerve].name), hit + label)


def _spine(atlas: Atlas, say: Tongue) -> Iterator[str]:
    for level in atlas.all(SpinalLevel):
        y = at.level_y(level.id)
        yield button(
            "level",
            level.id,
            say("Spinal level {level}", level=level.name),
            vertebra(at.SPINE_X0, at.SPINE_X1, y, 20, level.name),
            f' data-level="{level.id}"',
        )
    for disc in atlas.all(Disc):
        y = at.level_y(disc.above, 0.5)
        yield button("disc", disc.id, say(disc.name), disc_shape(at.SPINE_X0, at.SPINE_X1, y, disc.id))


def vertebra(x0: float, x1: float, y: float, height: float, name: str) -> str:
    """A vertebral body: waisted sides, the level's name on it; pressed as a rectangle a step high."""
    h, w = height / 2, x1 - x0
    shape = f"M{x0} {y - h}Q{x0 + w / 2} {y - h + 2} {x1} {y - h}Q{x1 - 5} {y} {x1} {y + h}Q{x0 + w / 2} {y + h - 2} {x0} {y + h}Q{x0 + 5} {y} {x0} {y - h}Z"
    hit = f'<rect class="hit" x="{x0}" y="{y - h - 4}" width="{w}" height="{height + 8}"/>'
    return f'{hit}<path class="bone" d="{shape}"/><text class="level-name" x="{(x0 + x1) / 2}" y="{y + 4.5}" text-anchor="middle">{name}</text>'


def disc_shape(x0: float, x1: float, y: float, name: str, tall: float = at.LEAST) -> str:
    """A disc: a thin lens between two vertebrae, with a tab that carries its name."""
    lens = f'<rect class="lens" x="{x0 + 2}" y="{y - 2.6}" width="{x1 - x0 - 4}" height="5.2" rx="2.6"/>'
    hit = f'<rect class="hit" x="{x0 - 54}" y="{y - tall / 2}" width="52" height="{tall}"/>'
    lead = f'<path class="lead" d="M{x0 - 4} {y}H{x0 + 3}"/>'
    return f'{hit}{lead}{lens}<text class="disc-name label" x="{x0 - 7}" y="{y + 3.6}" text-anchor="end">{name}</text>'


def _stations(atlas: Atlas, say: Tongue) -> Iterator[str]:
    for target, spot in STATIONS.items():
        if target in atlas.structures:
            kind = "joint" if isinstance(atlas.structures[target], Joint) else "muscle"
            yield button(kind, target, say(atlas.structures[target].name), _station(kind, spot, say))
    for nerve, spot in SKIN_ENDS.items():
        if nerve in atlas.structures:
            yield button(
                "skin-end", nerve, say("{nerve}, to the skin", nerve=say(atlas.structures[nerve].name)), _station("skin", spot, say)
            )
    for row in ROWS:
        yield from _row(atlas, row, say)


def _row(atlas: Atlas, row: at.Row, say: Tongue) -> Iterator[str]:
    turn = 1 if row.side == "right" else -1
    yield '<g class="row">'
    for i, (member, mark) in enumerate(row.members):
        x = row.x + turn * i * ROW_STEP
        inside = (
            f'{_square(x, row.y)}<circle class="mark" cx="{x}" cy="{row.y}" r="9"/>'
            f'<text class="mark-name" x="{x}" y="{row.y + 3.8}" text-anchor="middle">{mark}</text>'
        )
        yield button("muscle", member, say(atlas.structures[member].name), inside)
    x = row.x + turn * ((len(row.members) - 1) * ROW_STEP + 15)
    yield _text(say(row.text), x, row.y + 4, "start" if turn > 0 else "end", "label row-name") + "</g>"


def _station(kind: str, spot: Spot, say: Tongue) -> str:
    x, y, text = spot.x, spot.y, say(spot.text)
    shapes = {
        "muscle": f'<rect class="mark" x="{x - 8}" y="{y - 5}" width="16" height="10" rx="5"/>',
        "joint": f'<path class="mark" d="M{x - 8} {y}L{x} {y - 8}L{x + 8} {y}L{x} {y + 8}Z"/>',
        "skin": f'<path class="mark" d="M{x - 7} {y + 5}V{y - 1}Q{x} {y - 9} {x + 7} {y - 1}V{y + 5}M{x - 2.4} {y + 5}V{y}M{x + 2.4} {y + 5}V{y}"/>',
    }
    name = "label" + (" nerve-name" if kind == "skin" else "")
    hit = _square(x, y)
    tx, ty, anchor = {
        "right": (x + 13, y + 4, "start"),
        "left": (x - 13, y + 4, "end"),
        "above": (x, y - 13, "middle"),
        "below": (x, y + 21, "middle"),
    }[spot.side]
    if spot.side in ("left", "right"):
        ty -= LEADING / 2 * text.count("\n")
    return hit + shapes[kind] + _text(text, tx, ty, anchor, name)


def _text(text: str, x: float, y: float, anchor: str, classes: str) -> str:
    lines = text.split("\n")
    if len(lines) == 1:
        return f'<text class="{classes}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'
    spans = "".join(f'<tspan x="{x:.1f}" dy="{LEADING if i else 0}">{escape(line)}</tspan>' for i, line in enumerate(lines))
    return f'<text class="{classes}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{spans}</text>'


def _square(x: float, y: float) -> str:
    """The least that can be pressed, round a point."""
    return f'<rect class="hit" x="{x - at.LEAST / 2:.1f}" y="{y - at.LEAST / 2:.1f}" width="{at.LEAST}" height="{at.LEAST}"/>'


def _hit(text: str, x: float, y: float, anchor: str) -> str:
    width = max(30.0, 6.2 * len(text))
    left = {"start": x, "end": x - width, "middle": x - width / 2}[anchor]
    return f'<rect class="hit" x="{left:.1f}" y="{y - at.LEAST / 2}" width="{width:.1f}" height="{at.LEAST}"/>'


def _bodies(atlas: Atlas, say: Tongue) -> Iterator[str]:
    top = at.height_to_y(0.70)
    for name, middle in (("front", at.FRONT_X), ("back", at.BACK_X)):
        yield from body(atlas, View(name, middle, top, at.SCALE), say)
        yield f'<text class="view-name label" x="{middle}" y="{top - 22}" text-anchor="middle">{escape(say(name).upper())}</text>'
        for side in ("right", "left"):
            x, _ = View(name, middle, top, at.SCALE).at((0.085, 0), side)
            yield f'<text class="side-name label" x="{x}" y="{top - 6}" text-anchor="middle">{escape(say(side))}</text>'
    surfaces = (Foot("dorsum", at.FRONT_X, at.HEEL_Y, at.FOOT_LENGTH, flip=True), Foot("sole", at.BACK_X, at.HEEL_Y, at.FOOT_LENGTH))
    yield from feet(atlas, surfaces, say)


FEET = {"dorsum": "Top of the foot", "sole": "Sole of the foot"}


def body(atlas: Atlas, view: View, say: Tongue) -> Iterator[str]:
    """One view with every patch of skin that it shows, on both sides."""
    yield view.silhouette()
    for region in atlas.all(Region):
        for side in ("right", "left"):
            drawn, points = view.region(region.id, side)
            if drawn:
                inside = f'{view.outward(points)}<path class="skin" d="{drawn}"/>'
                name = f"{say(region.name)}, {say(side)}, {say(view.name)}"
                yield button("region", region.id, name, inside, f' data-side="{side}" data-view="{view.name}"')


def feet(atlas: Atlas, drawn: tuple[Foot, ...], say: Tongue) -> Iterator[str]:
    """The surfaces of the right foot, enlarged; turned over, they are the left foot's."""
    names: Mapping[str, str] = {r.id: say(r.name) for r in atlas.all(Region)}
    for one in drawn:
        what = say(FEET[one.surface])
        inside = "".join(
            button("region", region, f"{names[region]}, {what.lower()}", drawn, ' data-side="either"')
            for region, drawn in one.regions()
            if region in names
        )
        yield f'<g class="foot" style="transform-origin:{one.axis}px 0">{inside}</g>'
        yield f'<text class="view-name label" x="{one.axis}" y="{one.heel - 10}" text-anchor="middle">{what}</text>'
