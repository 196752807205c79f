"""A still picture of one route: the nerve map, and the body beside it, with only what is lit named.

It goes on cards to learn from, in Anki and on paper, where no style of ours reaches; so it brings its own, and its own ground.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from html import escape
from itertools import chain

from anatomy.claims import Triple
from anatomy.model import Share
from anatomy.picture import stations as at
from anatomy.picture.assemble import own_files
from anatomy.picture.body import Foot, View
from anatomy.picture.lit import CODES, choices, lit
from anatomy.picture.strands import Drawing, draw, spot_of
from anatomy.picture.svg import vertebra
from anatomy.structures import Joint, Region, Root, SpinalLevel
from anatomy.supply import Supply

MARGIN = 12.0
BODY_STEP = 214.0  # from the midline of one view to that of the other
WIDE = 0.56  # of a letter, in the size of its text
SIZES = ((4, 20), (10, 16), (999, 12))
"""So many names at most, and the size they are written in."""

BONE = 'class="bone"'
"""What carries the colour of a level, as `vertebra` writes it."""

MANY = "#2b4fa2"
"""The colour of what more than one level lights, as in picture.css."""


class Routes:
    """Draws the routes of an atlas; what the pictures share is computed once."""

    def __init__(self, supply: Supply) -> None:
        """Bind the triples; nothing is drawn before it is asked for."""
        self.supply, self._choices = supply, choices(supply)

    @cached_property
    def drawing(self) -> Drawing:
        """The lines of the whole map."""
        return draw(self.supply)

    @cached_property
    def colours(self) -> dict[str, str]:
        """The colour of each level on light paper, out of the picture's own style, which begins with them."""
        return dict(reversed(re.findall(r"--([TLS]\d+): (#\w+)", own_files("picture.css"))))

    @cached_property
    def style(self) -> str:
        """What all pictures look like."""
        return own_files("route.css")

    def faint(self, *kinds: str) -> str:
        """Each nerve as one quiet line, whatever roots run in it; of the pieces of line, these kinds."""
        lines = {(kind, *rest): piece for (kind, _, *rest), piece in self.drawing.pieces.items() if kind in kinds}
        return f'<path class="faint" d="{"".join(piece.path for piece in lines.values())}"/>'

    def shown(self, structure: str) -> str:
        """A structure with its routes lit, as SVG; "" for what has no route."""
        known = self.supply.atlas.structures.get(structure)
        triples = self._choices.get(known.level if isinstance(known, Root) else structure, ())
        return _Route(self, triples).svg() if triples else ""

    @cached_property
    def rest(self) -> str:
        """The map with nothing lit and nothing named but the levels, to point at."""
        return _Route(self, ()).svg()


class _Route:
    """One picture: the triples it lights, and how wide it grows with what is written on it."""

    def __init__(self, all_: Routes, triples: tuple[Triple, ...]) -> None:
        self.routes, self.atlas, self.triples = all_, all_.supply.atlas, triples
        found = lit(all_.supply, all_.drawing, triples)
        self.shares = found.shares
        self.regions = {r.id for r in self.atlas.all(Region) if r.id in self.shares or not triples}
        names = sum(1 for one in self.shares if one in at.STATIONS or one in at.SKIN_ENDS or one in at.LINES)
        self.size = next(size for most, size in SIZES if names <= most)
        self.written: list[tuple[float, float, float]] = []  # left, right and y of each text
        self.left, self.right, self.bottom = at.SPINE_X0, at.SPINE_X1, at.level_y("S4") + 18.0

    def svg(self) -> str:
        parts = "".join(chain(self._strands(), self._spine(), self._stations(), self._rows(), self._nerves()))
        parts += "".join(self._bodies())
        x, width, height = self.left - MARGIN, self.right - self.left + 2 * MARGIN, self.bottom + MARGIN
        size = f'width="{width:.0f}" height="{height:.0f}"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x:.0f} 0 {width:.0f} {height:.0f}" {size}>'
        paper = f'<rect x="{x:.0f}" {size} fill="#fff"/>'
        return f"{head}<style>{self.routes.style}{self._style()}</style>{paper}{parts}</svg>"

    def _style(self) -> str:
        """What differs from picture to picture: the size of the names, and the colour of what is lit."""
        roots = {t.root for t in self.triples}
        own = self.routes.colours[roots.pop()] if len(roots) == 1 else MANY
        shades = f".mark.m,.skin.m{{fill:{own}}}.mark.c,.skin.c{{fill:{own};fill-opacity:.55}}.mark.r,.skin.r{{stroke:{own}}}"
        return f".name{{font-size:{self.size}px}}{shades}"

    def _reach(self, left: float, right: float, bottom: float) -> None:
        """Grow until this much can be seen."""
        self.left, self.right, self.bottom = min(self.left, left), max(self.right, right), max(self.bottom, bottom)

    def _strands(self) -> Iterator[str]:
        yield self.routes.faint("spine", "run", "branch", *([] if self.triples else ["end"]))
        drawing = self.routes.drawing
        firm = {key for t in self.triples if t.share is not Share.REPORTED for key in drawing.ways.get(t.id, ())}
        for key in dict.fromkeys(key for t in self.triples for key in drawing.ways.get(t.id, ())):
            piece, doubt = drawing.pieces[key], "" if key in firm else " r"
            yield f'<path class="strand{doubt}" stroke="{self.routes.colours[piece.root]}" d="{piece.path}"/>'

    def _spine(self) -> Iterator[str]:
        for level in self.atlas.all(SpinalLevel):
            on = level.id in self.shares
            drawn = vertebra(at.SPINE_X0, at.SPINE_X1, at.level_y(level.id), 20, level.name)
            own = f'{BONE} style="fill:{self.routes.colours[level.id]}"' if on else BONE
            yield f'<g class="{"on" if on else "off"}">{drawn.replace(BONE, own)}</g>'

    def _stations(self) -> Iterator[str]:
        for one, spot in (at.STATIONS | at.SKIN_ENDS).items():
            if one in self.atlas.structures and (one in self.shares or not self.triples):
                yield self._mark(one, spot)
                yield self._beside(spot) if self.triples else ""
                self._reach(spot.x - 12, spot.x + 12, spot.y + 12)

    def _mark(self, one: str, spot: at.Spot) -> str:
        x, y = spot.x, spot.y
        code = CODES[self.shares[one]] if one in self.shares else ""
        if isinstance(self.atlas.structures[one], Joint):
            return f'<path class="mark {code}" d="M{x - 9} {y}L{x} {y - 9}L{x + 9} {y}L{x} {y + 9}Z"/>'
        if one in at.SKIN_ENDS:
            return f'<path class="mark {code}" d="M{x - 8} {y + 6}V{y - 1}Q{x} {y - 10} {x + 8} {y - 1}V{y + 6}Z"/>'
        return f'<rect class="mark {code}" x="{x - 9}" y="{y - 6}" width="18" height="12" rx="6"/>'

    def _beside(self, spot: at.Spot) -> str:
        text = spot.text.replace("\n", " ")
        x, y, anchor = {
            "right": (spot.x + 14, spot.y + self.size / 3, "start"),
            "left": (spot.x - 14, spot.y + self.size / 3, "end"),
            "above": (spot.x, spot.y - 13, "middle"),
            "below": (spot.x, spot.y + 13 + self.size * 0.7, "middle"),
        }[spot.side]
        return self._text(text, x, y, anchor)

    def _text(self, text: str, x: float, y: float, anchor: str, classes: str = "") -> str:
        """A text, moved down past what is written already."""
        wide = WIDE * self.size * len(text)
        left = {"start": x, "end": x - wide, "middle": x - wide / 2}[anchor]
        while any(left < end and start < left + wide and abs(y - other) < self.size * 0.9 for start, end, other in self.written):
            y += self.size * 0.3
        self.written.append((left, left + wide, y))
        self._reach(left, left + wide, y + self.size / 2)
        return f'<text class="name halo{classes}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'

    def _rows(self) -> Iterator[str]:
        """Parts in a row: each that is lit as a circle with its mark, the row named once."""
        for row in at.ROWS:
            marks = [(member, mark) for member, mark in row.members if member in self.shares or not self.triples]
            for member, _ in marks:
                spot = spot_of(member)
                assert spot is not None  # a member of a row has a place in it  # noqa: S101
                code = CODES[self.shares[member]] if member in self.shares else ""
                yield f'<circle class="mark {code}" cx="{spot.x}" cy="{spot.y}" r="11"/>'
                self._reach(spot.x - 12, spot.x + 12, spot.y + 12)
            if marks and self.triples:
                turn = 1 if row.side == "right" else -1
                end = row.x + turn * (len(row.members) - 1) * at.ROW_STEP
                which = f" {', '.join(mark for _, mark in marks)}" if len(marks) < len(row.members) else ""
                yield self._beside(at.Spot(end, row.y, row.side, row.text + which))

    def _nerves(self) -> Iterator[str]:
        for nerve, line in at.LINES.items():
            if line.text and nerve in self.shares:
                self._reach(line.x - MARGIN, line.x + MARGIN, line.y)
                yield self._text(line.text, line.label_x, line.label_y + 4, line.anchor, " nerve")

    def _bodies(self) -> Iterator[str]:
        """The patches of skin that are lit, on the body beside the map; the feet where they have any of them."""
        if not self.regions:
            return
        middle = self.right + BODY_STEP / 2
        feet = [
            Foot(surface, middle + i * BODY_STEP, at.HEEL_Y, at.FOOT_LENGTH, flip=not i) for i, surface in enumerate(("dorsum", "sole"))
        ]
        yield f'<rect x="{self.right + MARGIN}" width="999" height="1100" fill="#fff"/>'
        views = [View(name, middle + i * BODY_STEP, at.height_to_y(0.70), at.SCALE) for i, name in enumerate(("front", "back"))]
        yield from (view.silhouette() for view in views)
        yield from self._patches((r, view.region(r, side)[0]) for r in sorted(self.regions) for view in views for side in ("left", "right"))
        drawn = [foot for foot in feet if any(r in self.regions for r, _ in foot.outlines())]
        for foot in drawn:
            yield "".join(f'<path class="skin" d="{d}"/>' for r, d in foot.outlines() if r not in self.regions)
            yield from self._patches(foot.outlines())
        for i, name in enumerate(("Front", "Back")):
            yield self._text(name, middle + i * BODY_STEP, at.height_to_y(0.70) - 14, "middle")
        self._reach(self.left, middle + BODY_STEP * 1.5, at.foot_to_y(1.08) if drawn else at.height_to_y(-0.02))

    def _patches(self, drawn: Iterable[tuple[str, str]]) -> Iterator[str]:
        for region, path in drawn:
            if path and region in self.regions:
                yield f'<path class="skin {CODES[self.shares[region]] if region in self.shares else ""}" d="{path}"/>'
