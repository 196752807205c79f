"""A lesion on the picture: what is lost, weaker and spared, the pieces of line that are cut off, and the mark at its site."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from anatomy.effects import Effects, State
from anatomy.model import LEVELS, Level
from anatomy.picture import narrow
from anatomy.picture import stations as at
from anatomy.picture.body import View
from anatomy.picture.limb import Point
from anatomy.picture.stations import LINES, PLEXUSES, SKIN_ENDS
from anatomy.picture.strands import Drawing, spot_of
from anatomy.sites import Sites
from anatomy.structures import Nerve

KEY = {
    State.LOST: "lost: no supply left",
    State.WEAKER: "weaker: some supply left",
    State.SPARED: "spared, though one might expect it to go",
}
"""What each of the three looks means, in words."""

SAID = {
    "here": "the lesion",
    "press": "Press a muscle, a joint or a patch of skin to read what becomes of it.",
    "beyond": "This lesion does not reach it.",
}
"""What else the picture says of a lesion."""

BESIDE = 15.0
"""How far a mark stands from the edge of a vertebra, in picture units."""

SOLE = 0.05
"""Below this height, as a share of body height, the wide picture goes on along the enlarged foot."""

MIDDLE = 0.055
"""How far from the body's midline a leg's own middle is, as a share of body height."""


@dataclass(frozen=True)
class Shown:
    """What the picture's script hears of a lesion."""

    states: dict[str, list[str]]
    pieces: list[int]
    told: dict[str, str]
    marks: dict[str, list[Point]]

    def data(self, name: str, both: bool) -> dict[str, Any]:
        """As the script takes it, under a name by which a repeat is known."""
        side = "both" if both else "right"
        drawn = {"states": self.states, "pieces": self.pieces, "told": self.told, "marks": self.marks}
        return {"push": name, "layer": "lesion", "side": side, "lesion": drawn | {"key": {str(s): w for s, w in KEY.items()}} | SAID}


def shown(sites: Sites, drawing: Drawing, effects: Effects) -> Shown:
    """A lesion as it is shown."""
    names = sites.supply.atlas.structures
    taken = sites.taken(effects.site)
    states = {str(state): [e.target for e in effects.all if e.state is state] for state in State}
    for nerve in SKIN_ENDS:
        own = [taken.get(t.id, 0.0) for t in sites.supply.by_nerve.get(nerve, ())]
        if any(own):
            states[State.LOST if min(own) >= 1 else State.WEAKER].append(nerve)
    told = {e.target: f"{names[e.target].name}. {e.why}" for e in effects.all}
    return Shown(
        states,
        sorted(_cut_off(sites, drawing, effects)),
        told,
        {"wide": list(_wide(sites, drawing, effects)), "narrow": list(_narrow(sites, effects))},
    )


def _cut_off(sites: Sites, drawing: Drawing, effects: Effects) -> Iterator[int]:
    """The pieces of line that only what is taken runs along, from the lesion downwards."""
    taken, kept = sites.taken(effects.site), set[tuple[str, ...]]()
    for triple in sites.supply.triples:
        if triple.id not in taken:
            kept.update(drawing.ways[triple.id])
    nerve = sites.nerve_of.get(effects.site.id)
    below = {n.id for n in sites.supply.atlas.all(Nerve) if nerve and (n.id == nerve or nerve in sites.supply.above(n.id))}
    for triple in sites.supply.triples:
        for key in drawing.ways[triple.id] if triple.id in taken else ():
            if key not in kept and (not nerve or key[2] in below):
                yield drawing.number[key]


def _wide(sites: Sites, drawing: Drawing, effects: Effects) -> Iterator[Point]:
    """Where the marks stand on the nerve map."""
    site = effects.site
    if site.type == "root":
        yield from ((at.SPINE_X1 + BESIDE, at.level_y(root)) for root in site.roots)
        return
    nerve = sites.nerve_of.get(site.id)
    for plexus in [nerve] if nerve else ["lumbar-plexus", "sacral-plexus"]:
        if plexus in LINES:
            yield _on_line(drawing, plexus, sites.height(site))
        elif plexus in PLEXUSES:
            x, y, width, height = PLEXUSES[plexus][:4]
            yield x + width / 2, y + height / 2
        elif spot := next(filter(None, map(spot_of, (plexus, *(e.target for e in effects.all if e.much)))), None):
            yield spot.x, spot.y - 14


def _on_line(drawing: Drawing, nerve: str, height: float | None) -> Point:
    """A place on a nerve's own line: at a height as far as the line goes, at its beginning where none is asked."""
    line = LINES[nerve]
    ends = [float(key[3]) for key in drawing.pieces if key[0] == "run" and key[2] == nerve]
    lowest = max(ends, default=line.y + 14) - 4
    if height is None:
        return line.x, line.y + 8
    y = at.height_to_y(height) if height > SOLE else at.foot_to_y(1 - height / SOLE)
    return line.x, min(max(y, line.y + 8), max(lowest, line.y + 8))


def _narrow(sites: Sites, effects: Effects) -> Iterator[Point]:
    """Where the marks stand on a phone: beside the spine, or on the leg at the height of the site."""
    site = effects.site
    if site.type == "root":
        yield from ((narrow.SPINE_X0 - BESIDE, _level(root)) for root in site.roots)
        return
    nerve = sites.nerve_of.get(site.id)
    height = sites.height(site) or (sites.supply.atlas.get(nerve, Nerve).height if nerve else narrow.ZONES[0][2])
    front = View("front", narrow.FRONT_X, narrow.TOP, narrow.SCALE)
    yield front.at((MIDDLE, min(max(height, 0.01), narrow.ZONES[0][2])), "right")


def _level(root: Level) -> float:
    return narrow.FIRST + (LEVELS.index(root) - LEVELS.index("T12")) * narrow.STEP
