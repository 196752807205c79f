"""What thirty days of practice come to: `python -m tests.bench.practice [atlas]`.

A made-up learner forgets by a curve that the scheduler does not know: exponentially, with a half-life for each fact.
Shown an explanation, it knows the fact with a first half-life of its own ability, half as long to half as long again by
the fact. Knowing it again multiplies the half-life, fully where a tenth or more had faded, by less before (nothing is
won by asking at once); not knowing it halves it, never under the first. What it does not know it guesses, one in four
right, and the scheduler cannot tell. Wrong, it chooses any of the wrong choices. It never says hard or easy.

A right answer takes it 8 seconds and a wrong one, whose explanation it reads, 20 (estimates): ten minutes are about 65
answers to who knows nearly all and 40 to who gets half of it wrong. It takes sessions of 20 until the time is up, at
six in the evening or up to two hours to either side.
The same learner then gets questions in random order for as long, every wording once before any a second time.
Recall is measured a day after the last session, without guessing, over all facts: those never met count as not known.
"""

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from anatomy import Supply, load
from anatomy.localise import Localiser
from anatomy.practice.answer import Answer
from anatomy.practice.bank import Bank
from anatomy.practice.memory import memories
from anatomy.practice.question import Question
from anatomy.practice.rating import rating
from anatomy.practice.round import next_question, plan
from tests.practice.made_up import START, answer, bank

DAYS = 30
DAILY = 600.0  # seconds
LENGTH = 20
SECONDS = {True: 8.0, False: 20.0}  # for a right answer and a wrong one
GUESS = 0.25


@dataclass(frozen=True)
class Ability:
    """How well a made-up learner learns."""

    name: str
    first: float  # days until half of what was explained once is gone
    growth: float  # what knowing it again multiplies that by
    faded: float = 0.1  # fully so where this much was forgotten, by less before


ABILITIES = (Ability("slow", 2.0, 2.2), Ability("middling", 4.0, 2.5), Ability("quick", 8.0, 3.0))

LATE = Ability("late", 4.0, 2.5, 0.5)
"""One who gains fully only from what is half forgotten: for such a one, asking at nine chances in ten is too soon."""


@dataclass
class Learner:
    """A made-up learner: the half-life of each fact met, and when it was last shown."""

    ability: Ability
    random: Random
    half: dict[str, float] = field(default_factory=dict)
    shown: dict[str, datetime] = field(default_factory=dict)
    first: dict[str, float] = field(default_factory=dict)

    def recall(self, fact: str, at: datetime) -> float:
        """The chance that it knows a fact, without guessing; 0 before it met it."""
        if fact not in self.half:
            return 0.0
        return float(2 ** (-(at - self.shown[fact]) / timedelta(days=1) / self.half[fact]))

    def answers(self, question: Question, at: datetime) -> Answer:
        """Its answer to a question, and what it learns from it."""
        chance = self.recall(question.fact, at)
        knew = self.random.random() < chance
        right = knew or self.random.random() < GUESS
        self._learn(question.fact, knew, chance, at)
        wrong = self.random.choice(
            [c.id for c in question.choices if c.id not in question.right] or ["elsewhere"]
        )  # pressed, or out of order
        made, chosen, seconds = f"{question.id} {at.isoformat()}", question.right if right else (wrong,), SECONDS[right]
        return Answer(made, question.id, question.fact, chosen, right, rating(question.form, right, seconds), at, seconds)

    def _learn(self, fact: str, knew: bool, chance: float, at: datetime) -> None:
        first = self.first.setdefault(fact, self.ability.first * self.random.uniform(0.5, 1.5))
        before = self.half.get(fact, first)
        lapsed = min(1.0, (1 - chance) / self.ability.faded)
        self.half[fact] = before * self.ability.growth**lapsed if knew else max(first, before / 2)
        self.shown[fact] = at


Daily = Callable[[Learner, list[Answer], datetime, int], None]


def by_plan(questions: Sequence[Question], seed: int) -> Daily:
    """A day's sessions as the app plans them."""

    def practise(learner: Learner, log: list[Answer], now: datetime, day: int) -> None:
        spent, part = 0.0, 0
        while spent < DAILY:
            round_, given = plan(questions, log, now + timedelta(seconds=spent), LENGTH, seed * 1000 + day * 10 + part), list[Answer]()
            while spent < DAILY and (question := next_question(round_, given)):
                given.append(learner.answers(question, now + timedelta(seconds=spent)))
                spent += given[-1].seconds
            log += given
            part += 1

    return practise


def by_chance(questions: Sequence[Question], seed: int) -> Daily:
    """Every question in random order, begun anew when all were asked."""
    random, row = Random(seed), list[Question]()  # noqa: S311

    def practise(learner: Learner, log: list[Answer], now: datetime, _: int) -> None:
        spent = 0.0
        while spent < DAILY:
            if not row:
                row.extend(random.sample(questions, len(questions)))
            log.append(learner.answers(row.pop(), now + timedelta(seconds=spent)))
            spent += log[-1].seconds

    return practise


@dataclass(frozen=True)
class Outcome:
    """What practice came to."""

    met: float  # share of the facts
    recall: float  # mean chance to know a fact a day after the last session
    answers: int  # a day

    def __str__(self) -> str:
        return f"met {self.met:4.0%} recall {self.recall:.3f} of {self.answers} answers a day"


def practised(questions: Sequence[Question], ability: Ability, seed: int, session: Daily, days: int = DAYS) -> Outcome:
    """A learner's outcome after so many days of sessions, a little earlier or later each day."""
    learner, log = Learner(ability, Random(seed)), list[Answer]()  # noqa: S311
    facts = sorted({q.fact for q in questions})
    for day in range(days):
        session(learner, log, START + timedelta(days=day, hours=learner.random.uniform(-2, 2)), day)
    after = START + timedelta(days=days)
    return Outcome(len(learner.half) / len(facts), sum(learner.recall(f, after) for f in facts) / len(facts), len(log) // days)


def line(questions: Sequence[Question], ability: Ability, seed: int) -> str:
    """One learner's outcome, as planned and by chance."""
    ways = {"planned": by_plan, "by chance": by_chance}
    each = [f"{name}: {practised(questions, ability, seed, way(questions, seed))}" for name, way in ways.items()]
    return f"  {ability.name:9} seed {seed}  {'   '.join(each)}"


def reading(answers: int = 5000) -> float:
    """Milliseconds to read the memories out of so many answers."""
    questions = bank(1000)
    log = [answer(questions[i * 7 % 2000], i % 5 > 0, START + timedelta(hours=i)) for i in range(answers)]
    begun = time.perf_counter()
    memories(log)
    return 1000 * (time.perf_counter() - begun)


def main() -> None:
    """Print met and recalled, planned and by chance: of the atlas's own regions, then by number of facts; then the time to read a log."""
    made = Bank(Localiser(Supply(load())))
    for area in ("hamstring", "knee"):
        questions = made.select(areas=(area,))
        print(f"the atlas: {area}, {len({q.fact for q in questions})} facts, {len(questions)} questions, {DAYS} days of ten minutes")
        for ability in ABILITIES:
            print(line(questions, ability, 0))
    if sys.argv[1:] == ["atlas"]:
        return
    for facts in (150, 200, 250, 300, 350):
        print(f"{facts} facts, {DAYS} days of ten minutes")
        for ability in (*ABILITIES, LATE):
            for seed in range(3):
                print(line(bank(facts, wordings=3), ability, seed))
    print(f"memories read out of 5000 answers in {reading():.0f} ms")


if __name__ == "__main__":
    main()
