"""What a learner knows by now, what is shaky, what is not met yet; and how many reviews the next days bring."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from statistics import fmean

from anatomy.practice.memory import Memory
from anatomy.practice.question import Question


class Strength(StrEnum):
    """How well a fact is known, the best first."""

    FIRM = "firm"
    FADING = "fading"
    SHAKY = "shaky"
    NEW = "new"


FIRM_FROM = 0.9
"""The chance of knowing it from which a fact is firm: fsrs asks again at this one."""

SHAKY_UNDER = 0.7
"""The chance of knowing it under which a fact is shaky. An estimate, ours."""

SHAKY_DAYS = 3.0
"""A fact that lasts no longer than this is shaky, however fresh: one right answer is not yet knowing. An estimate, ours."""


@dataclass(frozen=True)
class Standing:
    """How the facts of a part of the atlas stand: those of an area, of a kind of question, or about a structure."""

    key: str  # its id
    strengths: Mapping[Strength, int]  # how many facts of each strength; every strength is there
    recall: float  # mean chance of knowing its facts now, 0 to 1; those not met count as 0

    @property
    def facts(self) -> int:
        """How many facts there are."""
        return sum(self.strengths.values())

    @property
    def word(self) -> Strength:
        """The word for the whole: new where nothing is met, else what the middle one of its met facts is, or worse."""
        met = [s for s in Strength if s is not Strength.NEW for _ in range(self.strengths[s])]
        return met[len(met) // 2] if met else Strength.NEW

    def row(self) -> tuple[str, int, int, int, int, int, int]:
        """A plain row: key, facts, firm, fading, shaky, new, recall in per cent."""
        return (self.key, self.facts, *(self.strengths[s] for s in Strength), round(100 * self.recall))  # type: ignore[return-value]


@dataclass(frozen=True)
class Load:
    """The reviews that fall on one day."""

    day: date
    reviews: int

    def row(self) -> tuple[str, int]:
        """A plain row: the day as YYYY-MM-DD, its reviews."""
        return (self.day.isoformat(), self.reviews)


def strength(memory: Memory | None, now: datetime) -> Strength:
    """How well one fact is known: new without a memory."""
    if memory is None:
        return Strength.NEW
    chance = memory.retrievability(now)
    if not memory.right or memory.stability <= SHAKY_DAYS or chance < SHAKY_UNDER:
        return Strength.SHAKY
    return Strength.FIRM if chance >= FIRM_FROM else Strength.FADING


def by_area(questions: Sequence[Question], kept: Mapping[str, Memory], now: datetime) -> tuple[Standing, ...]:
    """Each area's standing, in the order of the questions. A fact of two areas counts in both."""
    return _standings(questions, kept, now, lambda q: q.areas)


def by_kind(questions: Sequence[Question], kept: Mapping[str, Memory], now: datetime) -> tuple[Standing, ...]:
    """The standing of each kind of question, in the order of the questions."""
    return _standings(questions, kept, now, lambda q: (q.kind,))


def by_structure(questions: Sequence[Question], kept: Mapping[str, Memory], now: datetime) -> tuple[Standing, ...]:
    """The standing of each structure asked about, in the order of the questions: `recall` is its shade on the picture."""
    return _standings(questions, kept, now, lambda q: q.structures)


def overall(questions: Sequence[Question], kept: Mapping[str, Memory], now: datetime) -> Standing:
    """The standing of every fact together, under the key `all`. Memories of facts that are gone are left out."""
    return _standing("all", {q.fact for q in questions}, kept, now)


def forecast(questions: Sequence[Question], kept: Mapping[str, Memory], now: datetime, days: int = 14) -> tuple[Load, ...]:
    """The reviews of each of the next days, today first and with what is overdue; days are those of the time zone of `now`."""
    dues = (kept[fact].due for fact in {q.fact for q in questions} if fact in kept)
    loads = Counter(max(due.astimezone(now.tzinfo).date(), now.date()) for due in dues)
    return tuple(Load(day, loads[day]) for day in (now.date() + timedelta(days=n) for n in range(days)))


def _standings(
    questions: Sequence[Question], kept: Mapping[str, Memory], now: datetime, keys: Callable[[Question], Sequence[str]]
) -> tuple[Standing, ...]:
    facts: dict[str, set[str]] = defaultdict(set)
    for question in questions:
        for key in keys(question):
            facts[key].add(question.fact)
    return tuple(_standing(key, some, kept, now) for key, some in facts.items())


def _standing(key: str, facts: set[str], kept: Mapping[str, Memory], now: datetime) -> Standing:
    counts = Counter(strength(kept.get(f), now) for f in facts)
    recall = fmean(kept[f].retrievability(now) if f in kept else 0.0 for f in sorted(facts)) if facts else 0.0
    return Standing(key, {s: counts[s] for s in Strength}, recall)
