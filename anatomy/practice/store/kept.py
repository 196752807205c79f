"""The store: a learner's answers, each one committed before the next question shows."""

import hashlib
import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine, delete, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

from anatomy.practice.answer import Answer
from anatomy.practice.store import codes, place
from anatomy.practice.store.schema import answers, guesses, learners

WINDOW = 60.0
"""Seconds for which a wrong guess counts."""

FREE = 5
"""Wrong guesses within the window that cost nothing."""

_P = ParamSpec("_P")
_R = TypeVar("_R")


class NotKept(Exception):
    """The store cannot be read or written now; the message says so in plain words."""


class TooManyGuesses(ValueError):
    """Too many codes that nobody has were tried; the message says how long to wait."""


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, OSError) as error:
        raise NotKept(_reason(error)) from error


def _kept(function: Callable[_P, _R]) -> Callable[_P, _R]:
    """A method of the store whose failures are told as `NotKept`."""

    @wraps(function)
    def wrapped(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        with _told():
            return function(*args, **kwargs)

    return wrapped


def _reason(error: Exception) -> str:
    said = str(getattr(error, "orig", error)).lower()
    causes = {
        "full": "the disk is full",
        "no space": "the disk is full",
        "too large": "the disk is full",
        "readonly": "the folder cannot be written to",
        "read-only": "the folder cannot be written to",
        "permission": "the folder cannot be written to",
        "unable to open": "the folder cannot be written to",
        "not a directory": "the folder cannot be written to",
        "file exists": "the folder cannot be written to",
        "i/o error": "the disk cannot be written to",
        "connect": "the database does not answer",
        "locked": "the database is too busy",
    }
    cause = next((words for key, words in causes.items() if key in said), "the database refused")
    return f"Answers are not being kept: {cause}. You can go on practising."


class Store:
    """Learners and their answers. Every method raises `NotKept` when the database cannot do it."""

    def __init__(self, engine: Engine) -> None:
        """Bind an engine whose tables are up to date."""
        self._engine = engine
        self._salt = os.urandom(16)

    @_kept
    def new_learner(self) -> str:
        """Make a learner. Returns the code, which is kept nowhere."""
        code = codes.make()
        with self._engine.begin() as connection:
            connection.execute(insert(learners).values(code=codes.hashed(code), since=_stamp(datetime.now(UTC))))
        return code

    @_kept
    def learner(self, code: str, who: str = "") -> int | None:
        """Who has a code; None when nobody has. `who` is where the guess comes from.

        Raises:
            codes.WrongCode: when it was mistyped.
            TooManyGuesses: when `who` lately tried too many that nobody has.
        """
        wanted = codes.hashed(codes.read(code))
        guesser = hashlib.sha256(self._salt + who.encode()).hexdigest()
        with self._engine.begin() as connection:
            if wait := self._wait(connection, guesser):
                raise TooManyGuesses(f"Too many codes were tried. Wait {wait} seconds, then try again.")
            found: int | None = connection.execute(select(learners.c.id).where(learners.c.code == wanted)).scalar()
            if found is None:
                connection.execute(insert(guesses).values(who=guesser, at=time.time()))
        return found

    @staticmethod
    def _wait(connection: Connection, guesser: str) -> int:
        """Seconds that a guesser has to wait: none for the first few, then until the oldest of them is forgotten."""
        now = time.time()
        connection.execute(delete(guesses).where(guesses.c.at < now - WINDOW))
        count, oldest = connection.execute(select(func.count(), func.min(guesses.c.at)).where(guesses.c.who == guesser)).one()
        return max(1, round(oldest + WINDOW - now)) if count >= FREE else 0

    @_kept
    def save(self, learner: int, answer: Answer) -> None:
        """Keep an answer: one transaction, on the disk when this returns. Saving it twice keeps it once."""
        adds = postgresql.insert(answers) if self._engine.dialect.name == "postgresql" else sqlite.insert(answers)
        with self._engine.begin() as connection:
            connection.execute(adds.values(_row(learner, answer)).on_conflict_do_nothing())

    @_kept
    def answers(self, learner: int) -> tuple[Answer, ...]:
        """A learner's answers by time."""
        with self._engine.begin() as connection:
            rows = connection.execute(select(answers).where(answers.c.learner == learner).order_by(answers.c.at, answers.c.id)).mappings()
            return tuple(_answer(dict(row)) for row in rows)

    def export(self, learner: int) -> dict[str, Any]:
        """Everything kept of a learner, as plain data."""
        told = [{**_row(learner, a), "chosen": list(a.chosen)} for a in self.answers(learner)]
        return {"answers": [{k: v for k, v in row.items() if k != "learner"} for row in told]}

    @_kept
    def delete(self, learner: int) -> None:
        """Delete a learner and every answer of theirs."""
        with self._engine.begin() as connection:
            connection.execute(delete(answers).where(answers.c.learner == learner))
            connection.execute(delete(learners).where(learners.c.id == learner))


def open_store(url: str | None = None) -> Store:
    """The store at an address (see `place.address`), made at first use, its tables brought up to date.

    Raises:
        NotKept: when it cannot be opened.
    """
    with _told():
        found = place.address(url)
        engine = place.engine(found)
        place.upgrade(engine)
        place.protect(found)
        return Store(engine)


def _stamp(at: datetime) -> str:
    """A time as it is kept: UTC, always with microseconds, so that texts sort as times do."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _row(learner: int, answer: Answer) -> dict[str, Any]:
    return {
        "id": answer.id,
        "learner": learner,
        "question": answer.question,
        "fact": answer.fact,
        "chosen": json.dumps(list(answer.chosen)),
        "right": answer.right,
        "rating": answer.rating,
        "at": _stamp(answer.at),
        "seconds": answer.seconds,
    }


def _answer(row: dict[str, Any]) -> Answer:
    row.pop("learner")
    return Answer(**{**row, "chosen": tuple(json.loads(row["chosen"])), "at": datetime.fromisoformat(row["at"])})
