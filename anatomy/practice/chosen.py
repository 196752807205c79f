"""A practice set: which questions a class gets, as a short link that anyone may read, change or spoil without harm."""

import hashlib
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from anatomy.practice.question import Question

LONGEST = 600
"""Characters of a link's value; a longer one is refused unread."""

MOST, LAST_SEED = 200, 999_999
"""The most questions of a set, and the last of its seeds; the first is 0."""

EVERY = "all"
"""Stands in a link for every area or every kind."""

_GRAMMAR = re.compile(r"([a-z0-9,_-]+)~([a-z0-9,_-]+)~([1-9][0-9]{0,2})~(0|[1-9][0-9]{0,5})")


class NoSet(ValueError):
    """A link that stands for no practice set; the message tells the reader why."""


@dataclass(frozen=True)
class Chosen:
    """Areas and kinds of question (none means every one), how many questions, and the seed that chooses among them.

    Raises:
        ValueError: when there are fewer questions than 1 or more than `MOST`, or the seed is none of 0 to `LAST_SEED`.
    """

    areas: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    number: int = 20
    seed: int = 0

    def __post_init__(self) -> None:
        if not 1 <= self.number <= MOST:
            raise NoSet(f"A practice set has 1 to {MOST} questions, not {self.number}.")
        if not 0 <= self.seed <= LAST_SEED:
            raise NoSet(f"The seed of a practice set is a number from 0 to {LAST_SEED}, not {self.seed}.")

    def to_link(self) -> str:
        """The value of `?set=`: areas, kinds, number and seed, as in `knee,foot~muscle-nerve~20~7`."""
        return "~".join((",".join(self.areas) or EVERY, ",".join(self.kinds) or EVERY, str(self.number), str(self.seed)))


def read(value: str, known_areas: Collection[str], known_kinds: Collection[str]) -> Chosen | None:
    """The set of a link; None when the link stands for none."""
    try:
        return parsed(value, known_areas, known_kinds)
    except NoSet:
        return None


def parsed(value: str, known_areas: Collection[str], known_kinds: Collection[str]) -> Chosen:
    """The set of a link, all of it or nothing: a class that got half of what was meant would not notice.

    Raises:
        NoSet: when the link is too long, is written otherwise, or names an unknown area or kind or one of them twice.
    """
    if len(value) > LONGEST:
        raise NoSet(f"The link of a practice set has at most {LONGEST} characters.")
    found = _GRAMMAR.fullmatch(value)
    if found is None:
        raise NoSet("A practice set is written as areas, kinds, number and seed, as in knee,foot~all~20~7.")
    areas, kinds, number, seed = found.groups()
    return Chosen(_listed(areas, known_areas, "part of the leg"), _listed(kinds, known_kinds, "kind of question"), int(number), int(seed))


def _listed(part: str, known: Collection[str], what: str) -> tuple[str, ...]:
    if part == EVERY:
        return ()
    names = tuple(part.split(","))
    if unknown := [n for n in names if n not in known]:
        raise NoSet(f"“{unknown[0]}” is no {what} that is known here.")
    if len(set(names)) < len(names):
        raise NoSet(f"The practice set names one {what} twice.")
    return names


def place(seed: object, of: str) -> bytes:
    """Where something stands when a seed has shuffled it: a hash of the seed and of its own id, the same in every process."""
    return hashlib.sha256(f"{seed}~{of}".encode()).digest()


def pick(chosen: Chosen, questions: Iterable[Question]) -> tuple[Question, ...]:
    """The questions of a set, in the order they are asked; fewer than its number when there are not so many.

    Each question has a place of its own, which depends on no other question. So a question that is added to the atlas
    pushes at most one out of a set, and those on other facts stay in their order; shuffling the list as a whole would
    exchange them all. No fact is asked twice before every fact is asked once.
    """
    fitting = sorted((q for q in questions if _fits(chosen, q)), key=lambda q: place(chosen.seed, q.id))
    first = {q.fact: q for q in reversed(fitting)}
    again = [q for q in fitting if first[q.fact] is not q]
    once = [q for q in fitting if first[q.fact] is q]
    return tuple((*once, *again)[: chosen.number])


def _fits(chosen: Chosen, question: Question) -> bool:
    here = not chosen.areas or not set(chosen.areas).isdisjoint(question.areas)
    return here and (not chosen.kinds or question.kind in chosen.kinds)
