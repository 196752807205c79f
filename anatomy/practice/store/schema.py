"""The tables as they are now. How they came to be so stands in migrations/."""

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text

TABLES = MetaData()

learners = Table(
    "learners",
    TABLES,
    Column("id", Integer, primary_key=True),
    Column("code", String(64), nullable=False, unique=True),  # SHA-256 of the code, in hex
    Column("since", String(32), nullable=False),  # ISO 8601, UTC
)

answers = Table(
    "answers",
    TABLES,
    Column("id", String(36), primary_key=True),  # made when the question was shown, so that a second saving changes nothing
    Column("learner", Integer, ForeignKey("learners.id", ondelete="CASCADE"), nullable=False),
    Column("question", Text, nullable=False),
    Column("fact", Text, nullable=False),
    Column("chosen", Text, nullable=False),  # JSON: a list of ids
    Column("right", Boolean, nullable=False),
    Column("rating", Integer, nullable=False),
    Column("at", String(32), nullable=False),  # ISO 8601, UTC, with microseconds, so that texts sort as times
    Column("seconds", Float, nullable=False),
    Index("answers_of_learner", "learner", "at"),
)

guesses = Table(
    "guesses",
    TABLES,
    Column("id", Integer, primary_key=True),
    Column("who", String(64), nullable=False),  # SHA-256 of the address, with a salt that is forgotten with the process
    Column("at", Float, nullable=False),  # seconds since 1970
    Index("guesses_by_who", "who", "at"),
)
"""Codes that nobody has, tried lately; cleared as they grow old."""
