"""Opening a database: its address, its settings, and its tables brought up to date."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url

ROOT = Path(__file__).parent.parent.parent.parent

LATEST = "0002"
"""The version that the tables have now."""

WAIT = 20.0
"""Seconds to wait for another writer."""

_LOCK = 7_316_519_062
"""The number of PostgreSQL's advisory lock that only one process at a time migrates under."""


def address(url: str | None = None) -> str:
    """The database's address: as given, by NERVELINE_STORE, or a file in NERVELINE_DATA, by default `data/` beside app.py."""
    if found := url or os.environ.get("NERVELINE_STORE"):
        return found.replace("postgresql://", "postgresql+psycopg://", 1) if found.startswith("postgresql://") else found
    folder = Path(os.environ.get("NERVELINE_DATA") or ROOT / "data")
    folder.mkdir(parents=True, exist_ok=True)
    return f"sqlite:///{folder / 'practice.db'}"


def engine(url: str) -> Engine:
    """The engine of an address. SQLite writes ahead to a log that each commit flushes to the disk, and waits for other writers."""
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, pool_size=10, max_overflow=20, pool_timeout=WAIT)
    made = create_engine(url, connect_args={"timeout": WAIT})
    event.listen(made, "connect", _settings)
    event.listen(made, "begin", _begin)
    return made


def _settings(connection: Any, _: Any) -> None:
    """SQLite's settings for each connection; transactions are begun by `_begin`, not by the driver."""
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={int(1000 * WAIT)}"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """A write is announced at the beginning, so that two writers wait for one another and never fail in the middle."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def upgrade(made: Engine, to: str = LATEST) -> None:
    """Bring the tables up to a version; one process at a time, the others wait and find it done."""
    with made.begin() as connection:
        if made.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _LOCK})
        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, to)


def protect(url: str) -> None:
    """Let nobody else on the machine read a SQLite file."""
    database = make_url(url).database
    if make_url(url).get_backend_name() == "sqlite" and database and database != ":memory:":
        with suppress(OSError):
            Path(database).chmod(0o600)
