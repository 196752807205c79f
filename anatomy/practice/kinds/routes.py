"""The way from a level to a muscle, put in order; and things to be pressed on the picture."""

from collections.abc import Iterator

from anatomy.model import Share
from anatomy.practice.kinds import kind
from anatomy.practice.kinds.muscles import explained, supply_claims
from anatomy.practice.known import Draft, Known
from anatomy.practice.question import Choice, Form
from anatomy.structures import Muscle, Region
from anatomy.supply import ORDER

LEAST = 4
"""Stops of a way worth putting in order: level, two nerves and the target."""


@kind("route", "The way from a level to a muscle")
def in_order(known: Known) -> Iterator[Draft]:
    """For each muscle the way of its strongest root, where there is only one."""
    for muscle in known.atlas.all(Muscle):
        triples = sorted((t for t in known.triples(muscle.id) if t.share is not Share.REPORTED), key=lambda t: ORDER.index(t.share))
        for triple in triples[:1]:
            ways = known.supply.routes(triple)
            stops = (*ways[0], muscle.id)
            if len(ways) == 1 and len(stops) >= LEAST:
                names = [known.atlas.structures[s].name for s in stops]
                yield Draft(
                    "route",
                    f"{muscle.id}:{triple.root}",
                    f"{muscle.id}.way",
                    Form.ORDER,
                    f"Put the way from {triple.root} to {known.name(muscle.id)} in order.",
                    tuple(Choice(s, n, f"Stop {i} of {len(stops)}.") for i, (s, n) in enumerate(zip(stops, names, strict=True), 1)),
                    stops,
                    " → ".join(names),
                    muscle.id,
                    [triple.id],
                    stops,
                )


@kind("press-muscle", "A muscle on the picture")
def press_muscle(known: Known) -> Iterator[Draft]:
    """A muscle to be found on the picture by its nerve."""
    for nerve, muscles in known.motor.items():
        also = [m.id for m in known.atlas.all(Muscle) if nerve in known.nerves_named(m.id)]
        yield Draft(
            "press-muscle",
            nerve,
            f"{muscles[0]}.nerve",
            Form.PRESS,
            f"Press a muscle that the {known.name(nerve)} serves.",
            (),
            also,
            f"{known.atlas.structures[nerve].name} serves {known.names(muscles)}.",
            nerve,
            supply_claims(known, muscles[0], nerve),
            (nerve, *muscles),
        )


@kind("press-level", "A level on the picture")
def press_level(known: Known) -> Iterator[Draft]:
    """A level that serves a muscle most; one that any source marks as chief is as right."""
    for muscle in known.atlas.all(Muscle):
        chief, nerve = known.roots_by(muscle.id, Share.MAIN), known.nerve(muscle.id)
        if chief and nerve:
            yield Draft(
                "press-level",
                muscle.id,
                f"{muscle.id}.roots",
                Form.PRESS,
                f"Press a level that gives {known.name(muscle.id)} a main share.",
                (),
                [level for level in known.atlas.levels if level in known.marked(muscle.id)],
                explained(known, muscle.id, nerve),
                muscle.id,
                [t.id for t in known.triples(muscle.id) if t.root in chief],
                (muscle.id, *chief),
            )


@kind("press-skin", "A patch of skin on the picture")
def press_skin(known: Known) -> Iterator[Draft]:
    """A patch of skin to be found on the picture by its name."""
    for patch in known.atlas.all(Region):
        claims = [t.id for t in known.triples(patch.id)]
        if claims:
            roots = known.roots_by(patch.id, Share.MAIN, Share.CONTRIBUTES) or known.roots_by(patch.id, Share.REPORTED)
            yield Draft(
                "press-skin",
                patch.id,
                f"{patch.id}.place",
                Form.PRESS,
                f"Press this patch of skin: {known.name(patch.id)}.",
                (),
                (patch.id,),
                f"{patch.name}: {patch.plain}. Maps give it to {', '.join(roots)}.",
                patch.id,
                claims,
                (patch.id,),
            )
