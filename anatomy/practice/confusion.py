"""Confusions: two structures of which a learner takes one for the other, noticed from the log of answers."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from anatomy.practice.answer import Answer
from anatomy.practice.memory import ordered
from anatomy.practice.question import Form, Question

Pair = tuple[str, str]

NOTICED = 2
"""Times that one was taken for the other before it is called a confusion: once may be a slip."""

SETTLED = 2
"""Right answers in a row, to each of the two, after which a confusion no longer stands."""


@dataclass(frozen=True)
class Confusion:
    """Two structures that are taken for each other, and how often since they were last told apart."""

    pair: Pair  # ids, in the order of the alphabet
    count: int


def tells_apart(question: Question, asked: str, other: str) -> bool:
    """Whether a question asks for one structure while the other could be chosen for it."""
    offered = question.form is Form.PRESS or any(choice.id == other for choice in question.choices)
    return question.form is not Form.ORDER and asked in question.right and other not in question.right and offered


def mistaken(question: Question, chosen: Sequence[str]) -> Pair | None:
    """The right structure and the one taken for it; None unless exactly one stood in exactly one's place."""
    missing, extra = set(question.right).difference(chosen), set(chosen).difference(question.right)
    return (*missing, *extra) if len(missing) == len(extra) == 1 else None  # type: ignore[return-value]


def confusions(answers: Iterable[Answer], questions: Sequence[Question]) -> tuple[Confusion, ...]:
    """The confusions that stand, the most frequent first. Answers to questions that are gone count for nothing."""
    known = {q.id: q for q in questions}
    log = _Log(questions)
    for answer in ordered(answers):
        if question := known.get(answer.question):
            log.add(question, answer)
    standing = ((n, pair) for pair, n in log.counts.items() if n >= NOTICED)
    return tuple(Confusion(pair, n) for n, pair in sorted(standing, key=lambda s: (-s[0], s[1])))


class _Log:
    """How often each two were mistaken, and how many right answers in a row each member has had since."""

    def __init__(self, questions: Sequence[Question]) -> None:
        self.counts: Counter[Pair] = Counter()
        self._touching: dict[str, set[Pair]] = defaultdict(set)
        self._row: dict[tuple[Pair, str], int] = {}
        self._asking = asking(questions)

    def add(self, question: Question, answer: Answer) -> None:
        wrong = mistaken(question, answer.chosen) if not answer.right else None
        for asked in question.right:
            for pair in sorted(self._touching[asked]):
                self._count(pair, asked, question, answer.right)
        if wrong:
            self._mistake(*wrong)

    def _mistake(self, one: str, other: str) -> None:
        pair = (min(one, other), max(one, other))
        self.counts[pair] += 1
        for member in pair:
            self._touching[member].add(pair)
            self._row[pair, member] = 0

    def _count(self, pair: Pair, asked: str, question: Question, right: bool) -> None:
        other = pair[1] if asked == pair[0] else pair[0]
        if not tells_apart(question, asked, other):
            return
        self._row[pair, asked] = self._row[pair, asked] + 1 if right else 0
        if all(self._row[pair, m] >= SETTLED for m in pair if self._can_ask(pair, m)):
            self._settle(pair)

    def _settle(self, pair: Pair) -> None:
        del self.counts[pair]
        for member in pair:
            self._touching[member].discard(pair)

    def _can_ask(self, pair: Pair, member: str) -> bool:
        other = pair[1] if member == pair[0] else pair[0]
        return any(tells_apart(q, member, other) for q in self._asking.get(member, ()))


def asking(questions: Iterable[Question]) -> Mapping[str, tuple[Question, ...]]:
    """The questions of which a structure is a right answer, by structure."""
    found: dict[str, list[Question]] = defaultdict(list)
    for question in questions:
        for id_ in question.right:
            found[id_].append(question)
    return {id_: tuple(some) for id_, some in found.items()}
