"""The tables as they stand now; migrations/ says how they came to be."""

from datetime import UTC, datetime

from sqlalchemy import JSON, Boolean, Column, DateTime, Double, ForeignKey, Index, Integer, MetaData, String, Table
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """A moment in UTC. SQLite keeps no time zone, so it goes in as UTC and comes out as UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC."""
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment with its time zone, UTC."""
        return value and (value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC))


tables = MetaData()

# A number is never given twice: a device left open must not write into the log of whoever came after a deleted learner.
learners = Table(
    "learners",
    tables,
    Column("id", Integer, primary_key=True),
    Column("code", String(64), nullable=False, unique=True),  # SHA-256 of the code, hex
    Column("since", Moment, nullable=False),
    sqlite_autoincrement=True,
)

answers = Table(
    "answers",
    tables,
    Column("learner", Integer, ForeignKey("learners.id", ondelete="CASCADE"), primary_key=True),
    Column("id", String, primary_key=True),  # within its learner, so that nobody's answer can stand in another's way
    Column("question", String, nullable=False),
    Column("fact", String, nullable=False),
    Column("chosen", JSON, nullable=False),
    Column("right", Boolean, nullable=False),
    Column("rating", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("seconds", Double, nullable=False),
)

guesses = Table(
    "guesses",
    tables,
    Column("id", Integer, primary_key=True),
    Column("who", String(64), nullable=False),  # SHA-256 of who guessed, hex
    Column("at", Moment, nullable=False),
    Index("guesses_at", "at"),
)
