"""A practice set that a teacher hands out as a link: `?set=knee.foot~muscle-nerve~20~7`. Checked, and harmless when tampered with."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from anatomy.practice.question import Question

MOST = 100
"""Questions in a set."""

LONGEST = 600
"""Characters of a link's value; a longer one is no set."""

SEEDS = 1_000_000
"""Seeds go from 0 up to this, itself left out."""


@dataclass(frozen=True)
class Chosen:
    """A set: parts of the leg, kinds of question (nothing means all), how many, and the seed that draws them."""

    areas: tuple[str, ...]
    kinds: tuple[str, ...]
    number: int
    seed: int


def link(one: Chosen) -> str:
    """The value of `?set=`."""
    return f"{'.'.join(one.areas)}~{'.'.join(one.kinds)}~{one.number}~{one.seed}"


def read(value: str, areas: Collection[str], kinds: Collection[str]) -> Chosen | None:
    """The set that a link's value means; None for anything else: an unknown part or kind, a number out of bounds, nonsense."""
    parts = value.split("~") if len(value) <= LONGEST else []
    if len(parts) != 4:
        return None
    some, such = (tuple(p for p in part.split(".") if p) for part in parts[:2])
    number, seed = (_number(part) for part in parts[2:])
    if number is None or seed is None or not 1 <= number <= MOST or seed >= SEEDS:
        return None
    if not set(some) <= set(areas) or not set(such) <= set(kinds) or len(set(some)) < len(some) or len(set(such)) < len(such):
        return None
    return Chosen(some, such, number, seed)


def _number(text: str) -> int | None:
    """Plain digits, at most six of them."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 6 else None


def pick(one: Chosen, questions: Sequence[Question]) -> tuple[Question, ...]:
    """The questions of a set, in its order; fewer than asked for where there are no more.

    Drawn by a hash of the seed and each question's id, so that a question that is added elsewhere moves none of them.
    One wording of a fact is enough.
    """
    fits = (q for q in questions if (not one.areas or set(one.areas) & set(q.areas)) and (not one.kinds or q.kind in one.kinds))
    drawn = sorted(fits, key=lambda q: hashlib.sha256(f"{one.seed} {q.id}".encode()).digest())
    first = {q.fact: q for q in reversed(drawn)}
    return tuple(q for q in drawn if first[q.fact] is q)[: one.number]
