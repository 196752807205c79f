"""Questions in the form the bank has them, made from the atlas, for what lays them out: one of each form for every muscle."""

from collections.abc import Iterator

from anatomy import Supply
from anatomy.practice.question import Choice, Form, Question
from anatomy.structures import Muscle


def questions(supply: Supply) -> tuple[Question, ...]:
    """Four questions a muscle: its nerve, its roots, its route, and where it is on the picture."""
    return tuple(q for muscle in supply.atlas.all(Muscle) if supply.by_target.get(muscle.id) for q in _of(supply, muscle))


def _of(supply: Supply, muscle: Muscle) -> Iterator[Question]:
    triple = supply.by_target[muscle.id][0]
    names = supply.atlas.structures
    nerve, way = names[triple.nerve].name, supply.routes(triple)[0]
    roots = [c.root for c in supply.roots(muscle.id)]
    others = [n for n in ("femoral-nerve", "obturator-nerve", "deep-fibular-nerve", "tibial-nerve") if n != triple.nerve]
    nerves = tuple(Choice(n, names[n].name, f"{names[n].name} is another nerve.") for n in (*others, triple.nerve))
    levels = tuple(Choice(r, r, f"{r} is{'' if r in roots else ' not'} among its roots.") for r in ("L2", "L3", "L4", "L5", "S1", "S2"))
    stops = tuple(Choice(s, names[s].name, "") for s in way)

    def ask(kind: str, form: Form, prompt: str, choices: tuple[Choice, ...], right: tuple[str, ...]) -> Question:
        said = tuple(dict.fromkeys(s.source for s in triple.sources))
        why = f"{muscle.name}: {nerve}, {', '.join(roots)}."
        ids = f"{kind}.{muscle.id}.1", kind, f"{muscle.id}.{kind}"
        return Question(*ids, form, prompt, choices, right, why, muscle.id, (triple.id,), said, (muscle.zone,), (muscle.id,))

    yield ask("muscle-nerve", Form.ONE, f"Which nerve serves {muscle.name}?", nerves, (triple.nerve,))
    yield ask("muscle-roots", Form.SEVERAL, f"Which roots serve {muscle.name}?", levels, tuple(c.id for c in levels if c.id in roots))
    yield ask("route-order", Form.ORDER, f"By which way does {way[0]} come to {muscle.name}?", stops, way)
    yield ask("press", Form.PRESS, f"Press {muscle.name} on the picture.", (), (muscle.id,))
