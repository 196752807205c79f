"""Movements and the muscles that make them."""

from collections.abc import Iterator

from anatomy.practice.kinds import kind
from anatomy.practice.known import WRONG, Draft, Known, drawn
from anatomy.practice.question import Choice, Form
from anatomy.structures import Action, Muscle


@kind("movement-muscle", "The muscles of a movement")
def muscle_of_movement(known: Known) -> Iterator[Draft]:
    """For each movement each prime mover that two sources name, among muscles that nobody gives any part in it."""
    does: dict[str, list[str]] = {}
    for action in known.atlas.all(Action):
        for muscle in known.prime(action):
            does.setdefault(muscle, []).append(action.name)
    for action in known.atlas.all(Action):
        closed = known.movers_said(action)
        for muscle in known.prime(action):
            free = [m.id for m in known.atlas.all(Muscle) if m.id not in closed and m.id in does]
            near = sorted(
                drawn(f"{action.id}:{muscle}", free),
                key=lambda m: (known.zone(m) != known.zone(muscle), known.nerve(m) != known.nerve(muscle)),
            )
            if len(near) >= WRONG:
                yield Draft(
                    "movement-muscle",
                    f"{action.id}:{muscle}",
                    f"{action.id}.{muscle}",
                    Form.ONE,
                    f"{action.name}: which of these muscles is a chief mover?",
                    tuple(
                        Choice(m, known.atlas.structures[m].name, f"{known.atlas.structures[m].name}: {'; '.join(does[m][:3])}.")
                        for m in (muscle, *near[:WRONG])
                    ),
                    (muscle,),
                    f"{action.name}: chiefly {known.name_some(known.prime(action))}.",
                    action.id,
                    [f"{action.id}.by.{muscle}"],
                    (action.id, muscle),
                )
