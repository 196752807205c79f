"""Muscles and their nerves, both ways round; the odd one out; muscles and their roots."""

from collections.abc import Iterable, Iterator

from anatomy.model import Level, Share
from anatomy.practice.kinds import kind
from anatomy.practice.known import WRONG, Draft, Known, drawn
from anatomy.practice.question import Choice, Form
from anatomy.structures import Muscle


def supply_claims(known: Known, muscle: str, nerve: str) -> list[str]:
    """The claims that a nerve serves a muscle."""
    return [t.id for t in known.triples(muscle) if t.nerve == nerve]


def explained(known: Known, muscle: str, nerve: str) -> str:
    """By which nerve and from which roots a muscle is served, and who else is reported."""
    roots = known.roots_by(muscle, Share.MAIN, Share.CONTRIBUTES)
    others = sorted({t.nerve for t in known.triples(muscle) if t.share is Share.REPORTED and t.nerve != nerve})
    more = f" Some also report {known.names(others)}." if others else ""
    return f"{known.atlas.structures[muscle].name}: {known.name(nerve)}, roots {', '.join(roots)}.{more}"


@kind("muscle-nerve", "The nerve of a muscle")
def nerve_of_muscle(known: Known) -> Iterator[Draft]:
    """For each muscle its nerve, among nerves of its neighbourhood that nobody brings to it."""
    for muscle in known.atlas.all(Muscle):
        if nerve := known.nerve(muscle.id):
            wrong = other_nerves(known, muscle.id)
            right = Choice(nerve, known.atlas.structures[nerve].name, explained(known, muscle.id, nerve))
            yield Draft(
                "muscle-nerve",
                muscle.id,
                f"{muscle.id}.nerve",
                Form.ONE,
                f"{muscle.name}: which nerve serves it?",
                (right, *(Choice(n, known.atlas.structures[n].name, _serves(known, n, muscle.id)) for n in wrong)),
                (nerve,),
                explained(known, muscle.id, nerve),
                muscle.id,
                supply_claims(known, muscle.id, nerve),
                (muscle.id, nerve),
            )


def other_nerves(known: Known, target: str) -> list[str]:
    """Nerves that nobody brings to a target: first those of the same part of the leg, then those with a root in common."""
    closed, zone, roots = known.nerves_said(target), known.zone(target), known.roots_said(target)

    def rank(nerve: str) -> tuple[bool, bool]:
        served = known.motor[nerve]
        return all(known.zone(m) != zone for m in served), all(not roots & known.roots_said(m) for m in served)

    return sorted((n for n in drawn(target, known.motor) if n not in closed), key=rank)[:WRONG]


def _serves(known: Known, nerve: str, target: str) -> str:
    """What a wrong nerve serves instead: its muscles nearest to the target."""
    near = sorted(known.motor[nerve], key=lambda m: known.zone(m) != known.zone(target))[:2]
    return f"{known.atlas.structures[nerve].name} serves {known.names(near)}."


@kind("nerve-muscle", "The muscles of a nerve")
def muscle_of_nerve(known: Known) -> Iterator[Draft]:
    """For each muscle, to be found as the one that its nerve serves, among muscles of the same part of the leg."""
    for nerve, muscles in known.motor.items():
        for muscle in muscles:
            wrong = unserved(known, nerve, muscle)
            if len(wrong) == WRONG:
                name = known.atlas.structures[nerve].name
                yield Draft(
                    "nerve-muscle",
                    f"{nerve}:{muscle}",
                    f"{muscle}.nerve",
                    Form.ONE,
                    f"{name}: which of these muscles does it serve?",
                    (_muscle(known, muscle), *(_muscle(known, m) for m in wrong)),
                    (muscle,),
                    explained(known, muscle, nerve),
                    nerve,
                    supply_claims(known, muscle, nerve),
                    (nerve, muscle),
                )


def unserved(known: Known, nerve: str, like: str) -> list[str]:
    """Muscles that nobody brings a nerve to: first those in the same part of the leg as another, then those with a root in common."""
    roots = known.roots_said(like)
    free = (m for ms in known.motor.values() for m in ms if nerve not in known.nerves_said(m))
    return sorted(drawn(f"{nerve}:{like}", free), key=lambda m: (known.zone(m) != known.zone(like), not roots & known.roots_said(m)))[
        :WRONG
    ]


def _muscle(known: Known, muscle: str) -> Choice:
    nerve = known.nerve(muscle)
    return Choice(muscle, known.atlas.structures[muscle].name, explained(known, muscle, nerve) if nerve else "")


@kind("odd-one-out", "The odd one out")
def odd(known: Known) -> Iterator[Draft]:
    """Three muscles of one nerve and one of another, one question for each nerve that may stand apart."""
    for nerve, muscles in known.motor.items():
        agreed = [m for m in muscles if known.agreed(m, nerve)]
        if len(agreed) < WRONG:
            continue
        for stranger in unserved(known, nerve, muscles[0]):
            alike = sorted(drawn(f"{nerve}:{stranger}", agreed), key=lambda m: known.zone(m) != known.zone(stranger))[:WRONG]
            other = known.nerve(stranger) or ""
            if any(other in known.nerves_said(m) for m in alike):
                continue
            yield Draft(
                "odd-one-out",
                f"{nerve}:{stranger}",
                f"{stranger}.nerve",
                Form.ONE,
                "Which of these muscles is not served by the same nerve as the other three?",
                tuple(_muscle(known, m) for m in (stranger, *alike)),
                (stranger,),
                f"{known.atlas.structures[nerve].name} serves the others. {explained(known, stranger, other)}",
                stranger,
                [*supply_claims(known, stranger, other), *(c for m in alike for c in supply_claims(known, m, nerve))],
                (stranger, other, nerve),
            )


@kind("muscle-roots", "The roots of a muscle")
def roots_of_muscle(known: Known) -> Iterator[Draft]:
    """For each muscle every root that most sources give it; roots that only some report are not offered."""
    for muscle in known.atlas.all(Muscle):
        right = known.roots_by(muscle.id, Share.MAIN, Share.CONTRIBUTES)
        wrong = known.other_roots(right, known.roots_said(muscle.id), 3) if right else []
        if right and len(wrong) >= 2:
            yield Draft(
                "muscle-roots",
                muscle.id,
                f"{muscle.id}.roots",
                Form.SEVERAL,
                f"{muscle.name}: which roots serve it, by most who list them?",
                roots(known, muscle.id, right, wrong),
                right,
                _rooted(known, muscle.id),
                muscle.id,
                [t.id for t in known.triples(muscle.id) if t.root in right],
                (muscle.id, *right),
            )


@kind("chief-root", "The chief root of a muscle")
def chief_root(known: Known) -> Iterator[Draft]:
    """For each muscle with one chief root that root, among roots that nobody names for it."""
    for muscle in known.atlas.all(Muscle):
        chief = known.roots_by(muscle.id, Share.MAIN)
        wrong = known.other_roots(chief, known.roots_said(muscle.id), WRONG) if chief else []
        if len(chief) == 1 and len(wrong) == WRONG:
            yield Draft(
                "chief-root",
                muscle.id,
                f"{muscle.id}.roots",
                Form.ONE,
                f"{muscle.name}: which of these roots serves it most?",
                roots(known, muscle.id, chief, wrong),
                chief,
                _rooted(known, muscle.id),
                muscle.id,
                [t.id for t in known.triples(muscle.id) if t.root in chief],
                (muscle.id, *chief),
            )


def roots(known: Known, target: str, right: Iterable[Level], wrong: Iterable[Level]) -> tuple[Choice, ...]:
    """Roots as choices, with what each is to a target."""
    shares = {c.root: c.share for c in known.supply.roots(target)}
    name = known.name(target)
    kept = [Choice(r, r, f"{r} {'gives a main share to' if shares[r] is Share.MAIN else 'contributes to'} {name}.") for r in right]
    return (*kept, *(Choice(r, r, f"No source kept here names {r} for {name}.") for r in wrong))


def _rooted(known: Known, muscle: str) -> str:
    told = ", ".join(f"{c.root} ({c.share})" for c in known.supply.roots(muscle))
    return f"{known.atlas.structures[muscle].name}: {told}."
