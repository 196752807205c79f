"""The body from the front and from behind, and the foot from above and from below, as SVG."""

from collections.abc import Iterable, Iterator
from html import escape

from anatomy.picture import foot, limb, skin
from anatomy.picture.limb import Point
from anatomy.picture.stations import LEAST


class View:
    """Draws one view at a place: the midline's x, the waist's y, and picture units a body height."""

    def __init__(self, name: str, middle: float, top: float, scale: float, height_at_top: float = limb.TOP) -> None:
        """`name` is front or back; `top` is the y of `height_at_top`."""
        self.name, self.middle, self.top, self.scale, self.height = name, middle, top, scale, height_at_top

    def at(self, point: Point, side: str) -> Point:
        """The picture's x and y of (distance from the midline, height) on a side of the body."""
        right_is_left = self.name == "front"  # whoever faces us has the right leg on our left
        sign = -1.0 if (side == "right") == right_is_left else 1.0
        return self.middle + sign * point[0] * self.scale, self.top + (self.height - point[1]) * self.scale

    def silhouette(self) -> str:
        """Both legs' outline."""
        halves = ([self.at(p, side) for p in limb.silhouette()] for side in ("right", "left"))
        return "".join(f'<path class="body" d="{path(half)}"/>' for half in halves)

    def region(self, region: str, side: str) -> tuple[str, list[Point]]:
        """The path of a patch of skin on one side as this view sees it, and its points; empty when unseen."""
        outlines = [[self.at(p, side) for p in limb.outline(s)] for patch in skin.LIMB.get(region, ()) for s in limb.seen(patch, self.name)]
        return " ".join(map(path, outlines)), [p for o in outlines for p in o]

    def outward(self, points: list[Point]) -> str:
        """A rectangle at least the smallest size, widened away from the leg's middle; "" when the patch is big enough."""
        x0, x1, y0, y1 = box(points)
        width, height = x1 - x0, y1 - y0
        if width >= LEAST and height >= LEAST:
            return ""
        leg = self.middle + (1 if (x0 + x1) / 2 > self.middle else -1) * 0.055 * self.scale
        wide, tall = max(width, LEAST), max(height, LEAST)
        left = x0 if (x0 + x1) / 2 > leg else x1 - wide
        return f'<rect class="hit" x="{left:.1f}" y="{(y0 + y1) / 2 - tall / 2:.1f}" width="{wide:.1f}" height="{tall:.1f}"/>'


class Foot:
    """Draws one surface of the right foot, or of the left mirrored: axis x, heel y and length."""

    def __init__(self, surface: str, axis: float, heel: float, length: float, flip: bool = False) -> None:
        """`flip` draws the big toe on the right-hand side of the axis."""
        self.surface, self.axis, self.heel, self.length, self.sign = surface, axis, heel, length, -1.0 if flip else 1.0

    def at(self, point: Point) -> Point:
        """The picture's x and y of (distance from the axis, length from the heel)."""
        return self.axis + self.sign * point[0] * self.length, self.heel + point[1] * self.length

    def regions(self) -> Iterator[tuple[str, str]]:
        """Each patch on this surface with what is drawn for it."""
        drawn = dict(self.outlines())
        for region, tiles in skin.SURFACES[self.surface].items():
            points = [self.at(p) for t in tiles for p in foot.tile_outline(self.surface, t)]
            yield region, f'{hit(points)}<path class="skin" d="{drawn[region]}"/>'

    def outlines(self) -> Iterator[tuple[str, str]]:
        """Each patch on this surface with its path."""
        for region, tiles in skin.SURFACES[self.surface].items():
            toe = region.removeprefix("dorsal-").removeprefix("plantar-").removesuffix("-toe")
            plain = (path(map(self.at, foot.tile_outline(self.surface, t))) for t in tiles)
            yield region, self._toe(toe) if toe in skin.TOES and region.endswith("-toe") else " ".join(plain)

    def _toe(self, toe: str) -> str:
        """A toe with a rounded tip."""
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = map(self.at, foot.toe(self.surface, toe))
        r = (cx - bx) / 2
        return (
            f"M{ax:.1f} {ay:.1f}L{bx:.1f} {by - abs(r):.1f}C{bx:.1f} {by:.1f} {bx + r * 0.4:.1f} {by:.1f} {bx + r:.1f} {by:.1f}"
            f"C{cx - r * 0.4:.1f} {cy:.1f} {cx:.1f} {cy:.1f} {cx:.1f} {cy - abs(r):.1f}L{dx:.1f} {dy:.1f}Z"
        )


def path(points: Iterable[Point]) -> str:
    """A closed path through points, to a tenth of a unit."""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"


def box(points: Iterable[Point]) -> tuple[float, float, float, float]:
    """Left, right, top and bottom of points."""
    kept = list(points)
    xs, ys = [p[0] for p in kept], [p[1] for p in kept]
    return min(xs), max(xs), min(ys), max(ys)


def hit(points: Iterable[Point]) -> str:
    """A rectangle round points, at least the smallest size."""
    x0, x1, y0, y1 = box(points)
    wide, tall = max(x1 - x0, LEAST), max(y1 - y0, LEAST)
    return f'<rect class="hit" x="{(x0 + x1 - wide) / 2:.1f}" y="{(y0 + y1 - tall) / 2:.1f}" width="{wide:.1f}" height="{tall:.1f}"/>'


def button(kind: str, structure: str, name: str, inside: str, more: str = "") -> str:
    """A part that can be pressed: its kind, id and spoken name, with what is drawn inside."""
    return (
        f'<g class="{kind} pick" data-id="{escape(structure)}" role="button" tabindex="-1" aria-pressed="false" '
        f'aria-label="{escape(name)}"{more}>{inside}</g>'
    )
