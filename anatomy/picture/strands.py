"""A nerve is a bundle of strands, one a root: the pieces of line that the triples' routes run along, and no others."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from anatomy.claims import Triple
from anatomy.model import LEVELS, Level
from anatomy.picture import stations as at
from anatomy.picture.stations import LINES, ROW_STEP, ROWS, SKIN_ENDS, STATIONS
from anatomy.supply import Supply

SPACING = 3.2  # between neighbouring strands of a bundle, in picture units
CORNER = 9.0
REACH = 9.0  # from the end of a line to the middle of its station

Key = tuple[str, ...]


@dataclass(frozen=True)
class Piece:
    """A piece of one root's line."""

    root: Level
    path: str


@dataclass
class Drawing:
    """The pieces by key, and for each triple the keys of the pieces that make its way."""

    pieces: dict[Key, Piece] = field(default_factory=dict)
    ways: dict[str, tuple[Key, ...]] = field(default_factory=dict)

    @cached_property
    def number(self) -> dict[Key, int]:
        """The place of each piece in the order they are drawn."""
        return {key: i for i, key in enumerate(self.pieces)}


def spot_of(target: str) -> at.Spot | None:
    """The station of a muscle, joint or cutaneous nerve; None for what has none on the map."""
    if target in STATIONS or target in SKIN_ENDS:
        return STATIONS.get(target) or SKIN_ENDS[target]
    for row in ROWS:
        for i, (member, _) in enumerate(row.members):
            if member == target:
                step = ROW_STEP if row.side == "right" else -ROW_STEP
                return at.Spot(row.x + i * step, row.y, row.side, "")
    return None


def draw(supply: Supply) -> Drawing:
    """Every piece of line that some triple's route needs."""
    return _Map(supply).drawing


class _Map:
    """Lays the bundles first, then cuts each strand where something leaves it."""

    def __init__(self, supply: Supply) -> None:
        self.drawing = Drawing()
        self.stops = [(t, stop) for t in supply.triples for stop in _stops(supply, t)]
        used: dict[str, set[Level]] = {}
        for triple, (chain, _) in self.stops:
            for nerve in chain:
                used.setdefault(nerve, set()).add(triple.root)
        self.bundles = {n: [level for level in LEVELS if level in roots] for n, roots in used.items()}
        self.arrivals: dict[str, set[Level]] = {}
        for triple, (_, end) in self.stops:
            if end:
                self.arrivals.setdefault(end, set()).add(triple.root)
        self.cuts = self._cuts()
        for triple, (chain, end) in self.stops:
            keys = tuple(self._way(triple.root, chain, end))
            self.drawing.ways[triple.id] = tuple(dict.fromkeys((*self.drawing.ways.get(triple.id, ()), *keys)))

    def x(self, nerve: str, root: Level) -> float:
        bundle = self.bundles[nerve]
        return LINES[nerve].x + (bundle.index(root) - (len(bundle) - 1) / 2) * SPACING

    def _cuts(self) -> dict[tuple[str, Level], list[float]]:
        """For each strand the heights at which something leaves it, downwards; the lowest is where it ends."""
        cuts: dict[tuple[str, Level], set[float]] = {}
        for triple, (chain, end) in self.stops:
            for nerve, after in zip(chain, (*chain[1:], end), strict=False):
                cuts.setdefault((nerve, triple.root), set()).add(self._leaves(nerve, after))
        return {key: sorted(heights) for key, heights in cuts.items()}

    def _leaves(self, nerve: str, after: str | None) -> float:
        """Where on a nerve's line the next line or station takes off."""
        line = LINES[nerve]
        if after is None:
            return line.y + 10
        if after in LINES and after != nerve:
            bend = max(16.0, min(46.0, 0.6 * abs(LINES[after].x - line.x)))
            return max(line.y, LINES[after].y - bend)
        spot = spot_of(after)
        assert spot is not None  # `_stops` ends at lines and stations only  # noqa: S101
        return max(line.y, spot.y if _straight_down(line, spot) else spot.y - CORNER - 2)

    def _way(self, root: Level, chain: tuple[str, ...], end: str | None) -> Iterable[Key]:
        yield from self._from_spine(root, chain, end)
        for nerve, after in zip(chain, (*chain[1:], end), strict=False):
            leave = self._leaves(nerve, after)
            yield from self._run(nerve, root, leave)
            if after in LINES and after != nerve:
                yield self._add(
                    ("branch", root, nerve, after), root, _bend(self.x(nerve, root), leave, self.x(after, root), LINES[after].y)
                )
            elif after:
                yield self._add(("end", root, nerve, after), root, self._to_station(root, nerve, after, leave))

    def _run(self, nerve: str, root: Level, leave: float) -> Iterable[Key]:
        x, above = self.x(nerve, root), LINES[nerve].y
        for below in self.cuts[nerve, root]:
            if below > leave:
                return
            if below > above:
                yield self._add(("run", root, nerve, f"{below:.0f}"), root, f"M{x:.1f} {above:.1f}V{below:.1f}")
            above = below

    def _from_spine(self, root: Level, chain: tuple[str, ...], end: str | None) -> Iterable[Key]:
        y = at.level_y(root)
        if chain:
            x, down = self.x(chain[0], root), LINES[chain[0]].y
            path = f"M{at.SPINE_X1} {y}H{x - CORNER:.1f}Q{x:.1f} {y} {x:.1f} {y + CORNER}V{down:.1f}"
            yield self._add(("spine", root, chain[0]), root, path)
        elif end and (spot := spot_of(end)):
            goal = spot.y + self._shift(end, root)
            path = f"M{at.SPINE_X1} {y}H{spot.x - 50}C{spot.x - 30} {y} {spot.x - 34} {goal:.1f} {spot.x - REACH} {goal:.1f}"
            yield self._add(("spine", root, end), root, path)

    def _shift(self, end: str, root: Level) -> float:
        arriving = [level for level in LEVELS if level in self.arrivals[end]]
        return (arriving.index(root) - (len(arriving) - 1) / 2) * 2.4

    def _to_station(self, root: Level, nerve: str, end: str, leave: float) -> str:
        spot, x = spot_of(end), self.x(nerve, root)
        assert spot is not None  # noqa: S101
        if _straight_down(LINES[nerve], spot):
            return f"M{x:.1f} {leave:.1f}V{spot.y - 4:.1f}"
        turn = 1 if spot.x > x else -1
        y = spot.y - turn * self._shift(end, root)
        return f"M{x:.1f} {leave:.1f}Q{x:.1f} {y:.1f} {x + turn * CORNER:.1f} {y:.1f}H{spot.x - turn * REACH:.1f}"

    def _add(self, key: Key, root: Level, path: str) -> Key:
        self.drawing.pieces.setdefault(key, Piece(root, path))
        return key


def _stops(supply: Supply, triple: Triple) -> Iterable[tuple[tuple[str, ...], str | None]]:
    """For each route of a triple the lines it runs along and the station it ends at, None when it ends in the line."""
    for route in supply.routes(triple):
        chain = tuple(n for n in route if n in LINES)
        if spot_of(triple.target):
            yield chain, triple.target
            continue
        skin = next((n for n in reversed(route) if n in SKIN_ENDS), None)
        if skin:
            yield tuple(n for n in route[: route.index(skin) + 1] if n in LINES), skin
        elif chain:
            yield chain, None


def _straight_down(line: at.Line, spot: at.Spot) -> bool:
    return abs(line.x - spot.x) < 1


def _bend(x0: float, y0: float, x1: float, y1: float) -> str:
    middle = (y0 + y1) / 2
    return f"M{x0:.1f} {y0:.1f}C{x0:.1f} {middle:.1f} {x1:.1f} {middle:.1f} {x1:.1f} {y1:.1f}"
