"""The plainest store there can be, to hold the real ones against."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from anatomy.practice.answer import Answer
from anatomy.practice.store import codes
from anatomy.practice.store.unkept import exported


@dataclass
class Memory:
    """The same calls as `Store`, kept in memory: what every store is held against."""

    _codes: dict[str, int] = field(default_factory=dict)
    _answers: dict[int, dict[str, Answer]] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def new_learner(self) -> str:
        """A code that this memory knows."""
        code = codes.make()
        self._codes[code] = next(self._numbers)
        return code

    def learner(self, code: str, who: str = "") -> int | None:
        """The learner of a code made here, else None; raises WrongCode for one mistyped."""
        return self._codes.get(codes.read(code))

    def save(self, learner: int, answer: Answer) -> None:
        """Keep an answer while the page lasts; the same id twice is kept once."""
        self._answers.setdefault(learner, {}).setdefault(answer.id, answer)

    def answers(self, learner: int) -> tuple[Answer, ...]:
        """A learner's answers by time, then id."""
        return tuple(sorted(self._answers.get(learner, {}).values(), key=lambda answer: (answer.at, answer.id)))

    def export(self, learner: int) -> dict[str, Any]:
        """A learner's answers as JSON has them."""
        return exported(self.answers(learner))

    def delete(self, learner: int) -> None:
        """Forget a learner, code and answers."""
        self._answers.pop(learner, None)
        self._codes = {code: number for code, number in self._codes.items() if number != learner}
