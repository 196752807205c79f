"""Limb coordinates: a height along the limb and an angle round it, and where they fall on the front and back views.

Height is a share of body height above the sole. The angle is in degrees: 0 in front, 90 on the outer side, 180
behind, 270 (or -90) on the inner side. Both views project from the one table of half widths below.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import radians, sin

Point = tuple[float, float]

OUTER = (
    (0.700, 0.0765), (0.680, 0.0770), (0.660, 0.0780), (0.630, 0.0800), (0.585, 0.0920), (0.530, 0.1010), (0.485, 0.1045),
    (0.420, 0.1000), (0.345, 0.0885), (0.290, 0.0805), (0.262, 0.0790), (0.215, 0.0845), (0.155, 0.0780), (0.085, 0.0635),
    (0.050, 0.0615), (0.030, 0.0660), (0.006, 0.0800), (-0.006, 0.0790),
)  # fmt: skip
"""Height and distance of the outer border from the midline, right half seen from the front, from the waist down."""

INNER = (
    (0.700, 0.0), (0.480, 0.0), (0.468, 0.0005), (0.455, 0.0040), (0.410, 0.0110), (0.345, 0.0190), (0.290, 0.0255), (0.255, 0.0275),
    (0.205, 0.0225), (0.150, 0.0290), (0.085, 0.0395), (0.050, 0.0405), (0.022, 0.0360), (0.006, 0.0345), (-0.006, 0.0360),
)  # fmt: skip
"""Height and distance of the inner border from the midline; the midline itself above the crotch."""

TOP, CROTCH, SOLE = 0.700, 0.468, -0.006


@dataclass(frozen=True)
class Patch:
    """A rectangle in limb coordinates: heights from `bottom` to `top`, angles from `start` to `end`, end > start."""

    top: float
    bottom: float
    start: float
    end: float


def border(table: tuple[Point, ...], height: float) -> float:
    """The distance of a border from the midline at a height: a Catmull-Rom curve through the table, ends clamped."""
    i = next((i for i in range(len(table) - 1) if table[i][0] >= height >= table[i + 1][0]), None)
    if i is None:
        return table[0][1] if height > table[0][0] else table[-1][1]
    before, a, b, after = table[max(i - 1, 0)], table[i], table[i + 1], table[min(i + 2, len(table) - 1)]
    t = (a[0] - height) / (a[0] - b[0])
    rise_a = (b[1] - before[1]) / (before[0] - b[0]) * (a[0] - b[0]) if before is not a else b[1] - a[1]
    rise_b = (after[1] - a[1]) / (a[0] - after[0]) * (a[0] - b[0]) if after is not b else b[1] - a[1]
    cubic = (2 * t**3 - 3 * t**2 + 1, t**3 - 2 * t**2 + t, -2 * t**3 + 3 * t**2, t**3 - t**2)
    return cubic[0] * a[1] + cubic[1] * rise_a + cubic[2] * b[1] + cubic[3] * rise_b


def across(height: float, angle: float) -> float:
    """The distance from the midline, in body heights, at which a point of the limb's surface is seen."""
    outer, inner = border(OUTER, height), border(INNER, height)
    return (outer + inner) / 2 + (outer - inner) / 2 * sin(radians(angle))


def seen(patch: Patch, view: str) -> Iterator[Patch]:
    """The parts of a patch that a view shows: `front` sees angles -90 to 90, `back` 90 to 270. Empty when none."""
    low, high = (-90.0, 90.0) if view == "front" else (90.0, 270.0)
    for turn in (-360.0, 0.0, 360.0):
        start, end = max(patch.start + turn, low), min(patch.end + turn, high)
        if end - start > 1e-9:
            yield Patch(patch.top, patch.bottom, start, end)


def outline(patch: Patch, step: float = 0.006) -> list[Point]:
    """The border of a seen patch as (distance from midline, height) points, clockwise from its top start."""
    down = list(_steps(patch.top, patch.bottom, step))
    round_ = list(_steps(patch.start, patch.end, 12.0))
    top = [(across(patch.top, a), patch.top) for a in round_]
    end = [(across(h, patch.end), h) for h in down]
    bottom = [(across(patch.bottom, a), patch.bottom) for a in reversed(round_)]
    start = [(across(h, patch.start), h) for h in reversed(down)]
    return [*_straight(top), *end, *_straight(bottom), *start]


def silhouette(step: float = 0.006) -> list[Point]:
    """The border of one leg and half the pelvis, from the waist's midline round to the crotch."""
    heights = list(_steps(TOP, SOLE, step))
    outer = [(border(OUTER, h), h) for h in heights]
    inner = [(border(INNER, h), h) for h in reversed(heights) if h <= CROTCH]
    return [(0.0, TOP), *outer, *inner, (0.0, CROTCH)]


def _steps(start: float, end: float, step: float) -> Iterator[float]:
    count = max(1, round(abs(end - start) / step))
    return (start + (end - start) * i / count for i in range(count + 1))


def _straight(points: Iterable[Point]) -> list[Point]:
    """A level edge needs only its two ends."""
    kept = list(points)
    return [kept[0], kept[-1]]
