"""The store of practice answers: each answer is one committed transaction, and nothing committed is lost."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Engine, delete, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from anatomy.practice.answer import Answer
from anatomy.practice.store import codes, guesses, place
from anatomy.practice.store.schema import answers, learners
from anatomy.practice.store.unkept import exported, kept


def open_store(url: str | None = None) -> "Store":
    """The store at an address of SQLAlchemy's, its tables made or brought up to date.

    Without one: NERVELINE_STORE, else practice.db in the folder NERVELINE_DATA, else in `data/` beside app.py.

    Raises:
        NotKept: if it cannot be had; `Memory` takes its place.
    """
    with kept():
        return Store(place.opened(place.url_of(url)))


@dataclass(frozen=True)
class Store:
    """Learners and their answers. Every call raises NotKept if the database fails, and then has changed nothing."""

    engine: Engine
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    def new_learner(self) -> str:
        """The code of a new learner; only its hash is kept, so it cannot be told again."""
        code = codes.make()
        with kept(), self.engine.begin() as connection:
            connection.execute(insert(learners).values(code=codes.hashed(code), since=self.now()))
        return code

    def learner(self, code: str, who: str = "") -> int | None:
        """The learner of a code, None if nobody has it; `who` is whatever tells one asker from another, kept hashed.

        Raises:
            WrongCode: if it cannot be a code; that is no guess.
            TooManyGuesses: after too many wrong codes, unless the code is right and `who` has given no wrong one.
        """
        known = select(learners.c.id).where(learners.c.code == codes.hashed(codes.read(code)))
        with kept(), self.engine.begin() as connection:
            found = connection.scalar(known)
            refusal = guesses.refusal(connection, who, self.now, right=found is not None)
        if refusal:
            raise refusal
        return found

    def save(self, learner: int, answer: Answer) -> None:
        """Keep an answer: when this returns it is on the disk. The same id twice is kept once, as it first came.

        Raises:
            NotKept: if it could not be kept, or the learner has been deleted.
            ValueError: if its time has no time zone.
        """
        if answer.at.tzinfo is None:
            raise ValueError(f"the time of answer {answer.id} has no time zone")
        with kept(), self.engine.begin() as connection:
            add = postgresql.insert(answers) if connection.dialect.name == "postgresql" else sqlite.insert(answers)
            connection.execute(add.values(learner=learner, **vars(answer)).on_conflict_do_nothing())

    def answers(self, learner: int) -> tuple[Answer, ...]:
        """A learner's answers by time, then id; times in UTC."""
        columns = [column for column in answers.c if column is not answers.c.learner]
        with kept(), self.engine.connect().execution_options(reading=True) as connection:
            rows = connection.execute(select(*columns).where(answers.c.learner == learner)).mappings().all()
        read = (Answer(**{**row, "chosen": tuple(row["chosen"])}) for row in rows)
        return tuple(sorted(read, key=lambda answer: (answer.at, answer.id)))  # databases order text each in its own way

    def export(self, learner: int) -> dict[str, Any]:
        """A learner's answers as JSON has them."""
        return exported(self.answers(learner))

    def delete(self, learner: int) -> None:
        """Forget a learner: the code's hash and every answer, at once or not at all."""
        with kept(), self.engine.begin() as connection:
            connection.execute(delete(learners).where(learners.c.id == learner))  # their answers go with them, by the foreign key
