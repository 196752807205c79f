"""Where the database is and how it is spoken to."""

import os
import sqlite3
import time
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, func, make_url, select
from sqlalchemy.engine.interfaces import DBAPIConnection

from anatomy.practice.store import migrations

PATIENCE = 10  # seconds to wait for another writer
LOCK = 6140  # any number, the same for every process: one at a time brings the tables up to date


def url_of(text: str | None) -> URL:
    """The address given, else NERVELINE_STORE, else practice.db in NERVELINE_DATA or `data/` beside app.py."""
    if text or (text := os.environ.get("NERVELINE_STORE")):
        url = make_url(text)
        # Hosts hand out both spellings; psycopg is the driver that is installed.
        return url.set(drivername="postgresql+psycopg") if url.drivername in ("postgres", "postgresql") else url
    folder = os.environ.get("NERVELINE_DATA") or Path(__file__).parents[3] / "data"
    return URL.create("sqlite", database=str(Path(folder) / "practice.db"))


def opened(url: URL) -> Engine:
    """An engine on tables that are up to date."""
    engine = spoken(url)
    try:
        with engine.begin() as connection:
            if engine.dialect.name == "postgresql":  # SQLite's transaction has the write lock from its beginning
                connection.execute(select(func.pg_advisory_xact_lock(LOCK)))
            migrations.upgrade(connection)
    except BaseException:
        engine.dispose()
        raise
    return engine


def spoken(url: URL) -> Engine:
    """An engine for an address, its tables as they are; the folder of a SQLite file is made at first use."""
    if url.get_backend_name() == "sqlite":
        return sqlite(url)
    return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": PATIENCE})


def sqlite(url: URL) -> Engine:
    """An engine whose commits are on the disk when they return, and whose writers wait for one another."""
    if url.database and not url.database.startswith("file:"):  # a URI of SQLite's own is left to SQLite
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": PATIENCE})
    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", begin)
    return engine


def prepare(raw: DBAPIConnection, _record: object) -> None:
    """Settings that SQLite forgets with each connection."""
    raw.isolation_level = None  # transactions begin below, not where sqlite3 guesses
    journal(raw)
    cursor = raw.cursor()
    cursor.execute("PRAGMA synchronous=FULL")  # a commit outlives a power cut
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def begin(connection: Connection) -> None:
    """Take the write lock at once where a transaction may write: one taken halfway is refused without waiting."""
    reading = connection.get_execution_options().get("reading")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def journal(raw: DBAPIConnection) -> None:
    """Write-ahead logging: readers and the writer do not wait for one another.

    The switch is made once in a file's life and is refused without waiting while another process makes it; so it is tried again.
    """
    until = time.monotonic() + PATIENCE
    while True:
        cursor = raw.cursor()
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.02)
        finally:
            cursor.close()
