"""What a session holds: how many facts are new, how many are due, which confusions are drilled, and in what order they come."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from random import Random

from anatomy.practice.confusion import Confusion, Pair, asking, tells_apart
from anatomy.practice.memory import Memory
from anatomy.practice.question import Form, Question

NEW_LEAST = 0.15
"""The share of a session that new facts keep however many are due, so that the due pile never starves them."""

NEW_MOST = 0.5
"""The share that they may take at most, so that they never flood: a first session asks each of them twice."""

DRILLED = 0.2
"""The share of a session that drills of confused pairs may take; one drill, of two questions, it may always hold."""

Drill = tuple[Question, Question]


@dataclass(frozen=True)
class Piles:
    """Facts by how they stand now, each pile in the order in which it is asked."""

    new: tuple[str, ...]  # never met
    due: tuple[str, ...]  # the least stable first: what was wrong or is fresh is made firm before what only fades
    ahead: tuple[str, ...]  # not due yet, the weakest first


def piles(facts: Sequence[str], kept: Mapping[str, Memory], now: datetime, random: Random) -> Piles:
    """Sort every fact into its pile. Facts that are alike come in an order of the seed's."""
    order = list(facts)
    random.shuffle(order)
    met = sorted((f for f in order if f in kept), key=lambda f: (kept[f].retrievability(now), kept[f].stability))
    return Piles(
        new=tuple(f for f in order if f not in kept),
        due=tuple(sorted((f for f in met if kept[f].is_due(now)), key=lambda f: kept[f].stability)),
        ahead=tuple(f for f in met if not kept[f].is_due(now)),
    )


def share(found: Piles, length: int) -> tuple[list[str], list[str]]:
    """The new facts and the known ones of a session of so many questions; fewer than that only where there are no more."""
    least, most = ceil(length * NEW_LEAST), ceil(length * NEW_MOST)
    new = list(found.new[: max(least, min(most, length - len(found.due)))])
    return new, [*found.due, *found.ahead][: length - len(new)]


def drills(confused: Sequence[Confusion], questions: Sequence[Question], kept: Mapping[str, Memory], random: Random) -> list[Drill]:
    """For each confusion a question for the one and one for the other: of facts already met, where there are, the least stable."""
    asked, found, taken = asking(questions), [], set[str]()
    for confusion in confused:
        if drill := _drill(confusion.pair, asked, kept, taken, random):
            found.append(drill)
            taken.update(q.fact for q in drill)
    return found


def _drill(
    pair: Pair, asked: Mapping[str, Sequence[Question]], kept: Mapping[str, Memory], taken: set[str], random: Random
) -> Drill | None:
    pick: list[Question] = []
    for one, other in (pair, pair[::-1]):
        open_ = [q for q in asked.get(one, ()) if tells_apart(q, one, other) and q.fact not in taken.union(p.fact for p in pick)]
        random.shuffle(open_)
        if open_:
            pick.append(min(open_, key=lambda q: (q.fact not in kept, kept[q.fact].stability if q.fact in kept else 0.0)))
    return (pick[0], pick[1]) if len(pick) == 2 else None


def evenly(groups: Sequence[Sequence[str]], random: Random) -> list[str]:
    """Several rows as one, each spread over the whole of it and in its own order."""
    placed = []
    for group in groups:
        start = random.random()
        placed += [((i + start) / len(group), item) for i, item in enumerate(group)]
    return [item for _, item in sorted(placed, key=lambda p: p[0])]


def spread(facts: Sequence[str], kind: Callable[[str], tuple[str, Form]], random: Random) -> list[str]:
    """Facts so ordered that those asked alike (by kind and by form: press, put in order, choose) stand apart."""
    groups = defaultdict(list)
    for fact in facts:
        groups[kind(fact)].append(fact)
    return evenly([groups[key] for key in sorted(groups)], random)
