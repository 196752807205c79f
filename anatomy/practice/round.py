"""A session of practice: planned once from the log, then answering to each answer given within it.

Everything is computed from the plan and the answers given since, so a session goes on wherever both are known:
the same questions, log, time, length and seed make the same session.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from anatomy.practice import mix
from anatomy.practice.answer import Answer
from anatomy.practice.confusion import confusions
from anatomy.practice.memory import memories, ordered
from anatomy.practice.question import Choice, Question

LENGTHS = (5, 10, 20, 40)
"""Questions in a session, for the learner to choose. A count, not minutes: it shows how far one is and never hurries."""

SECONDS_EACH = 10
"""What a question takes on average: about 8 where it is known, 20 where the explanation is read. An estimate, ours."""

GAP = 3
"""Other questions before one answered wrong comes back: few enough to be today's, enough that it is no echo."""

RETURNS = 2
"""How often a fact comes back in one session; after that it waits for the next day."""


@dataclass(frozen=True)
class Round:
    """A session as planned."""

    length: int  # answers until it ends
    seed: int
    started: datetime
    facts: tuple[str, ...]  # in the order of their first asking
    new: frozenset[str]  # those never met before it
    wordings: Mapping[str, tuple[Question, ...]]  # of each fact, in the order in which they take turns
    returns: int = RETURNS


@dataclass(frozen=True)
class Learned:
    """What a session came to: its facts, each once, in the order of their first asking."""

    new: tuple[str, ...]  # met for the first time, and right in the end
    stronger: tuple[str, ...]  # met before, and right in the end
    shaky: tuple[str, ...]  # wrong when last asked


def plan(questions: Sequence[Question], answers: Iterable[Answer], now: datetime, length: int, seed: int) -> Round:
    """Plan a session. Shorter than asked only where there is a single fact; empty without questions."""
    random, history = Random(seed), ordered(answers, now)  # noqa: S311 (an order of questions, not a secret)
    kept, wordings = memories(history), _wordings(questions, history, random)
    confused = confusions(history, questions)[: max(1, int(length * mix.DRILLED) // 2)]
    drilled = {drill[0].fact: drill for drill in mix.drills(confused, questions, kept, random)}
    wordings |= {q.fact: _begun(q, wordings[q.fact]) for drill in drilled.values() for q in drill}
    taken = {q.fact for drill in drilled.values() for q in drill}
    piles = mix.piles([f for f in wordings if f not in taken], kept, now, random)
    rows = mix.share(piles, max(0, length - len(taken)))
    apart = [mix.spread(row, lambda f: (wordings[f][0].kind, wordings[f][0].form), random) for row in rows]
    order = mix.evenly([*apart, list(drilled)], random)
    facts = tuple(f for first in order for f in ([q.fact for q in drilled[first]] if first in drilled else [first]))
    reach = length if len(facts) > 1 else len(facts)
    return Round(reach, seed, now, facts, frozenset(facts).difference(kept), {f: wordings[f] for f in facts})


def fixed(questions: Sequence[Question], now: datetime, seed: int) -> Round:
    """A session of just these questions in their order, one of each fact: the same for everybody, whatever they answer."""
    wordings = {q.fact: (q,) for q in reversed(questions)}
    facts = tuple(dict.fromkeys(q.fact for q in questions))
    return Round(len(facts), seed, now, facts, frozenset(facts), wordings, returns=0)


def _begun(question: Question, turns: Sequence[Question]) -> tuple[Question, ...]:
    """The wordings of a fact with a certain one first."""
    return (question, *(q for q in turns if q.id != question.id))


def _wordings(questions: Sequence[Question], history: Sequence[Answer], random: Random) -> dict[str, tuple[Question, ...]]:
    """The questions of each fact, the one asked longest ago first; those never asked come before, in an order of the seed's."""
    last = {a.question: i for i, a in enumerate(history)}
    shuffled = random.sample(questions, len(questions))
    by_fact: dict[str, list[Question]] = defaultdict(list)
    for question in sorted(shuffled, key=lambda q: last.get(q.id, -1)):
        by_fact[question.fact].append(question)
    return {q.fact: tuple(by_fact[q.fact]) for q in questions}


def since(round_: Round, answers: Iterable[Answer]) -> list[Answer]:
    """A session's answers out of the whole log, to go on with it where only the log is known: those to its facts since its start."""
    return [a for a in ordered(answers) if a.at >= round_.started and a.fact in round_.wordings]


def next_question(round_: Round, given: Sequence[Answer]) -> Question | None:
    """The question to ask after a session's own answers, in the order given, whatever their clocks say; None at the end.

    A fact answered wrong comes back, in its next wording, once `GAP` others were asked. The planned facts come before
    those that are asked a second time only to fill the session. Never the same fact twice in a row.
    """
    own = _own(round_, given)
    if len(own) >= round_.length:
        return None
    so_far = [a.fact for a in own]
    fact = (
        _returning(own, GAP, round_.returns)
        or next((f for f in round_.facts if f not in so_far), None)
        or _returning(own, 1, round_.returns)
    )
    fact = fact or min((f for f in round_.facts if f != so_far[-1]), key=lambda f: (so_far.count(f), _last(so_far, f)))
    turns = round_.wordings[fact]
    return turns[so_far.count(fact) % len(turns)]


def done(round_: Round, given: Sequence[Answer]) -> tuple[int, int]:
    """How many answers of a session are given, of how many."""
    return min(len(_own(round_, given)), round_.length), round_.length


def _own(round_: Round, given: Sequence[Answer]) -> list[Answer]:
    """The answers that count: to a fact of the session, each id once."""
    return list({a.id: a for a in given if a.fact in round_.wordings}.values())


def _last(so_far: Sequence[str], fact: str) -> int:
    return max(i for i, f in enumerate(so_far) if f == fact)


def _returning(own: Sequence[Answer], gap: int, returns: int) -> str | None:
    """The fact that has waited longest of those answered wrong at least so many others ago."""
    last = {a.fact: i for i, a in enumerate(own)}
    times = [a.fact for a in own]
    waiting = (f for f, i in last.items() if not own[i].right and len(own) - i > gap and times.count(f) <= returns)
    return min(waiting, key=lambda f: last[f], default=None)


def offered(round_: Round, question: Question, asked: int) -> tuple[Choice, ...]:
    """A question's choices in the order shown, when so many answers were given before it."""
    mixed = Random(f"{round_.seed} {asked} {question.id}")  # noqa: S311
    return tuple(mixed.sample(question.choices, len(question.choices)))


def learned(round_: Round, given: Sequence[Answer]) -> Learned:
    """What a session came to so far; at its end, what to show."""
    right = {a.fact: a.right for a in _own(round_, given)}
    asked = [f for f in round_.facts if f in right]
    return Learned(
        new=tuple(f for f in asked if right[f] and f in round_.new),
        stronger=tuple(f for f in asked if right[f] and f not in round_.new),
        shaky=tuple(f for f in asked if not right[f]),
    )
