"""The foot from above and from below: foot coordinates to a drawing, heel at the top and toes at the bottom.

Lengths are shares of the foot's drawn length, distances are from the foot's long axis, the big-toe border negative.
The forefoot is drawn a little broad, so that a finger can press one toe.
"""

from bisect import bisect_right

from anatomy.picture.limb import Point
from anatomy.picture.skin import TOE_LINE, TOES, Tile

_BREADTH = {
    "dorsum": ((0.0, -0.15, 0.16), (0.12, -0.15, 0.16), (0.3, -0.17, 0.19), (0.5, -0.22, 0.26), (0.66, -0.29, 0.32), (0.8, -0.335, 0.345)),
    "sole": (
        (0.0, -0.10, 0.11), (0.03, -0.15, 0.16), (0.12, -0.19, 0.19), (0.24, -0.18, 0.19), (0.42, -0.14, 0.22), (0.56, -0.20, 0.25),
        (0.68, -0.31, 0.32), (0.8, -0.335, 0.345),
    ),
}  # fmt: skip
"""Along the foot: distance of the big-toe border and of the little-toe border from the long axis."""

_SLANT = 0.10  # how much nearer to the heel the little toe ends than the great toe
_TIP = {"great": 1.0, "second": 0.995, "third": 0.98, "fourth": 0.97, "little": 0.955}


def place(surface: str, u: float, v: float) -> Point:
    """Where a point of the foot is drawn: (distance from the long axis, length from the heel)."""
    medial, lateral = _borders(surface, min(u, TOE_LINE))
    return medial + (lateral - medial) * v, u * (1 - _SLANT * v * v * min(1.0, u / TOE_LINE))


def tile_outline(surface: str, tile: Tile) -> list[Point]:
    """The border of a rectangle of foot coordinates, clockwise as drawn."""
    across = [tile.v0 + (tile.v1 - tile.v0) * i / 8 for i in range(9)]
    along = [tile.u0 + (tile.u1 - tile.u0) * i / 8 for i in range(9)]
    return [
        *(place(surface, tile.u0, v) for v in across),
        *(place(surface, u, tile.v1) for u in along[1:]),
        *(place(surface, tile.u1, v) for v in reversed(across[:-1])),
        *(place(surface, u, tile.v0) for u in reversed(along[1:-1])),
    ]


def toe(surface: str, name: str) -> tuple[Point, Point, Point, Point]:
    """The corners of a toe: base and tip on the big-toe side, tip and base on the little-toe side."""
    v0, v1 = TOES[name]
    gap = 0.008 * (1 if v1 > v0 else -1)
    (x0, y0), (x1, y1) = place(surface, TOE_LINE, v0), place(surface, TOE_LINE, v1)
    tip = place(surface, _TIP[name], (v0 + v1) / 2)[1]
    return (x0 + gap, y0 + 0.006), (x0 + gap, tip), (x1 - gap, tip), (x1 - gap, y1 + 0.006)


def _borders(surface: str, u: float) -> Point:
    table = _BREADTH[surface]
    i = min(max(bisect_right([row[0] for row in table], u) - 1, 0), len(table) - 2)
    a, b = table[i], table[i + 1]
    t = (u - a[0]) / (b[0] - a[0])
    t = t * t * (3 - 2 * t)
    return a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t
