"""All the picture's script needs, as one small JSON: names, what each choice lights, and the triples with their routes."""

import json
from typing import Any

from anatomy.atlas import Atlas
from anatomy.describe import roots_of
from anatomy.evidence import FEW
from anatomy.model import Share, Zone
from anatomy.picture import layers
from anatomy.picture.lit import CODES, choices
from anatomy.picture.strands import Drawing
from anatomy.structures import Disc, Joint, Muscle, Nerve, Region, Root, SpinalLevel, Structure
from anatomy.supply import Supply
from anatomy.tongue import Tongue


def pack(supply: Supply, drawing: Drawing, say: Tongue) -> str:
    """The JSON, safe to stand inside a page."""
    atlas = supply.atlas
    routes: dict[tuple[str, ...], int] = {}
    triples = [
        [
            t.root,
            t.target,
            CODES[t.share],
            [routes.setdefault(way[1:], len(routes)) for way in supply.routes(t)],
            [drawing.number[key] for key in drawing.ways[t.id]],
        ]
        for t in supply.triples
    ]
    place = {t.id: i for i, t in enumerate(supply.triples)}
    packed: dict[str, Any] = {
        "names": {s.id: say(s.name) for s in atlas.structures.values() if not isinstance(s, Root)},
        "kinds": {s.id: s.kind_of for s in atlas.structures.values() if not isinstance(s, Root)},
        "lines": {s.id: line(supply, s, say) for s in atlas.structures.values() if not isinstance(s, Root)},
        "lit": {name: sorted({place[t.id] for t in triples}) for name, triples in choices(supply).items()},
        "triples": triples,
        "routes": list(routes),
        "areas": {a: _in_area(atlas, a) for a in atlas.areas},
        "areaNames": {a.id: say(a.name) for a in atlas.areas.values()},
        "zones": {z.id: say(z.plain) for z in atlas.zones.values()},
        "felt": layers.felt(supply),
        "few": FEW,
        "places": {p.id: [say(p.name), p.regions] for p in atlas.places.values()},
        "maps": layers.maps(supply),
        "words": _words(supply, say),
        "met": {d.id: {str(z): [c.root for c in supply.disc(d, z)] for z in Zone} for d in atlas.all(Disc)},
    }
    return json.dumps(packed, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _words(supply: Supply, say: Tongue) -> dict[str, str]:
    """What the script says besides names."""
    texts = {name: say(supply.atlas.words[name]) for name in ("no_figure", "felt_first", "felt_some", "numb_first", "numb_some")}
    return texts | {
        "share_m": say("main"),
        "share_c": say("contributes"),
        "share_r": say("reported by some"),
        "agreed_m": say("on every map that speaks of it"),
        "agreed_c": say("on at least half of the maps that speak of it"),
        "agreed_r": say("on few of the maps that speak of it"),
        "where_bulge": say("Where does it bulge?"),
        "way_of": say("The way of"),
        "press": say("Press a spinal level, or anything else in the picture."),
    }


def _in_area(atlas: Atlas, area: str) -> list[str]:
    placed: tuple[Region | Muscle | Joint, ...] = (*atlas.all(Region), *atlas.all(Muscle), *atlas.all(Joint))
    return [s.id for s in placed if s.zone == area]


def line(supply: Supply, structure: Structure, say: Tongue) -> str:
    """One line of explanation for a hover or a screen reader: its roots, the main ones said so."""
    if isinstance(structure, Disc):
        return say("between {above} and {below}: choose it, then where it bulges", above=structure.above, below=structure.below)
    claims = roots_of(supply, structure)
    if isinstance(structure, SpinalLevel):
        return say("its root leaves {exits}", exits=say(structure.exits))
    main = [c.root for c in claims if c.share is Share.MAIN]
    other = [c.root for c in claims if c.share is Share.CONTRIBUTES]
    few = [c.root for c in claims if c.share is Share.REPORTED]
    verb = say("carries") if isinstance(structure, Nerve) else say("served by")
    parts = [f"{verb} {', '.join(main + other)}"] if main or other else []
    parts += [f"{say('reported by some')}: {', '.join(few)}"] if few else []
    return "; ".join(parts)
