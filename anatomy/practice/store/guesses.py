"""Guessing codes is slowed: wrong codes are counted for each asker and for all together."""

import hashlib
import math
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, select

from anatomy.practice.store.schema import guesses

WINDOW = timedelta(seconds=60)
OWN = 5  # wrong codes of one asker within the window
ALL = 100  # of all askers together
LOCK = 6141  # any number, the same for every process: guesses are counted one after the other


class TooManyGuesses(Exception):
    """Too many wrong codes; `seconds` says how long to wait, 1 to 60."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"Too many wrong codes. Please wait {seconds} seconds and try again.")
        self.seconds = seconds


def refusal(connection: Connection, who: str, clock: Callable[[], datetime], *, right: bool) -> TooManyGuesses | None:
    """What a try at a code meets: None, or the wait; a wrong code is noted, so the caller must commit before raising.

    An asker guesses with `OWN` wrong codes in the window, and with a single one once all askers have `ALL`. Only then is
    a right code refused. A guessing asker's tries are not noted, so nobody waits longer than the window.
    """
    if connection.dialect.name == "postgresql":  # SQLite has one writer anyway
        connection.execute(select(func.pg_advisory_xact_lock(LOCK)))
    now = clock()  # read only here: a guess noted while this one waited its turn lies in the past
    asker = hashlib.sha256(who.encode(errors="backslashreplace")).hexdigest()
    connection.execute(delete(guesses).where(guesses.c.at <= now - WINDOW))
    own, everyone = latest(connection, now, asker), latest(connection, now)
    full = len(everyone) >= ALL
    if len(own) >= OWN or (own and full):
        return TooManyGuesses(wait(own[OWN - 1] if len(own) >= OWN else everyone[ALL - 1], now))
    if right:
        return None
    connection.execute(insert(guesses).values(who=asker, at=now))
    return TooManyGuesses(wait(everyone[ALL - 1], now)) if full else None


def latest(connection: Connection, now: datetime, asker: str | None = None) -> list[datetime]:
    """When wrong codes came, newest first, of one asker or of all; one from a clock ahead of ours does not count yet."""
    times = select(guesses.c.at).where(guesses.c.at <= now).order_by(guesses.c.at.desc()).limit(ALL)
    return list(connection.scalars(times if asker is None else times.where(guesses.c.who == asker)))


def wait(since: datetime, now: datetime) -> int:
    """Whole seconds until a wrong code leaves the window, at least 1."""
    return max(1, math.ceil((since + WINDOW - now).total_seconds()))
