"""What a learner remembers of each fact, computed by fsrs from the log of answers: per fact, never per wording."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from fsrs import Card, Rating, Scheduler, State

from anatomy.practice.answer import Answer

SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
"""Counts in days: what comes back within minutes is the round's to say, so fsrs gets no steps of minutes."""

HALF_DAY = timedelta(hours=12)
"""Nobody practises to the minute. fsrs counts whole days and takes 23 hours for none: from half a day on it is one."""

NEXT_DAY = timedelta(days=1)
"""What was wrong is due again by then, however long it had been known."""

AHEAD = timedelta(days=1)
"""An answer from further in the future than this is a bad clock's, and counts for nothing until its time has come."""


@dataclass(frozen=True)
class Memory:
    """What is remembered of one fact."""

    due: datetime  # when it should be asked again, UTC
    stability: float  # days until the chance of knowing it has fallen to 90%
    last: datetime  # its last answer, UTC
    right: bool  # whether that one was right
    seen: int  # answers so far
    lapses: int  # wrong answers once it had been met

    def retrievability(self, at: datetime) -> float:
        """The chance that the learner knows it at a time, 0 to 1; a time before its last answer counts as that answer's."""
        return SCHEDULER.get_card_retrievability(_card(self), at)

    def is_due(self, now: datetime) -> bool:
        """Whether it should be asked again, to the half day."""
        return self.due - HALF_DAY <= now


def ordered(answers: Iterable[Answer], now: datetime | None = None) -> list[Answer]:
    """The log as it counts: each id once, by time, whichever device saved it; nothing from a future that a bad clock made up."""
    once = {a.id: a for a in answers if now is None or a.at <= now + AHEAD}
    return sorted(once.values(), key=lambda a: (a.at, a.id))


def memories(answers: Iterable[Answer], now: datetime | None = None) -> Mapping[str, Memory]:
    """The memory of each fact that was ever answered, by fact; empty for an empty log. The order of the log does not matter."""
    found: dict[str, Memory] = {}
    cards: dict[str, Card] = {}
    for answer in ordered(answers, now):
        card, before = cards.get(answer.fact), found.get(answer.fact)
        cards[answer.fact] = card = _answered(card or Card(card_id=0, due=answer.at), answer)
        found[answer.fact] = Memory(
            due=card.due if answer.right else min(card.due, answer.at.astimezone(UTC) + NEXT_DAY),
            stability=card.stability or 0.0,
            last=answer.at.astimezone(UTC),
            right=answer.right,
            seen=before.seen + 1 if before else 1,
            lapses=before.lapses + (not answer.right) if before else 0,
        )
    return found


def _answered(card: Card, answer: Answer) -> Card:
    """The card after an answer; a right answer with an odd rating counts as good."""
    right = Rating(answer.rating) if answer.rating in (2, 3, 4) else Rating.Good
    after, _ = SCHEDULER.review_card(card, right if answer.right else Rating.Again, answer.at.astimezone(UTC))
    after.last_review = answer.at.astimezone(UTC) - HALF_DAY
    return after


def _card(memory: Memory) -> Card:
    return Card(card_id=0, state=State.Review, stability=memory.stability, due=memory.due, last_review=memory.last - HALF_DAY)
