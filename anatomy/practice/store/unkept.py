"""When answers cannot be kept: one error in plain words, and a store in memory so that practice goes on."""

import errno
import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from typing import Any

from alembic.util import CommandError
from sqlalchemy.exc import SQLAlchemyError

from anatomy.practice.answer import Answer
from anatomy.practice.store import codes

REASONS = {  # what a system says, and what it means to a learner
    "is full": "the disk is full",
    "no space left": "the disk is full",
    "disk i/o error": "the disk is full or failing",
    "file too large": "the disk is full",
    "readonly": "the place for them may not be written to",
    "read-only": "the place for them may not be written to",
    "permission denied": "the place for them may not be written to",
    "unable to open": "the place for them cannot be opened",
    "not a directory": "the place for them is not a folder",
    "file exists": "the place for them is not a folder",
    "locked": "too many others are being kept at once",
    "locate revision": "they were last kept by a newer Nerveline",
    "not a database": "the file for them is damaged",
    "malformed": "the file for them is damaged",
    "surrogates": "one holds letters that no file can hold",
    "nul (0x00)": "one holds letters that no file can hold",
    "foreign key": "this learner's answers have been deleted",
}


class NotKept(Exception):
    """Answers could not be read or kept; the message says so in plain words, the cause is what the system said."""


@contextmanager
def kept() -> Iterator[None]:
    """Whatever a database or system refuses in here becomes NotKept."""
    try:
        yield
    except (SQLAlchemyError, CommandError, OSError, ImportError, UnicodeError) as error:
        raise NotKept(f"Your answers cannot be kept just now: {reason(error)}.") from error


def reason(error: Exception) -> str:
    """Why, in a learner's words; never the database's, which may name accounts and addresses."""
    if isinstance(error, OSError) and error.errno == errno.EDQUOT:
        return "the disk is full"
    said = str(getattr(error, "orig", None) or error).lower()
    return next((plain for part, plain in REASONS.items() if part in said), "the place for them cannot be reached")


def exported(answers: tuple[Answer, ...]) -> dict[str, Any]:
    """Answers as JSON has them, times in ISO 8601 with their zone."""
    rows = [asdict(answer) | {"chosen": list(answer.chosen), "at": answer.at.isoformat()} for answer in answers]
    return {"format": "nerveline-practice-1", "answers": rows}


@dataclass
class Memory:
    """A store that lasts as long as the page: the same calls as `Store`, and nothing outlives it."""

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
