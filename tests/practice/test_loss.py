"""Nothing that was said to be saved is lost or doubled: crowds, several devices, killed processes."""

import os
import random
import signal
import sqlite3
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from anatomy.practice.store import Store, TooManyGuesses, codes, guesses, open_store, place
from tests.practice.answered import answer
from tests.practice.sessions import Sessions, ids, known


@pytest.fixture
def sessions(url: str) -> Iterator[Sessions]:
    """Processes on a fresh database."""
    started = Sessions(url)
    yield started
    started.process.communicate()
    assert started.process.returncode == 0


def test_two_hundred_learners_at_once(store: Store) -> None:
    """200 learners answer at the same moment, some answers sent twice: each has exactly their own."""
    together = threading.Barrier(200)

    def practise(_: int) -> tuple[int, list[str]]:
        together.wait()
        learner, given = known(store), [answer(number) for number in range(4)]
        for one in [*given, given[0]]:
            store.save(learner, one)
        return learner, [one.id for one in given]

    with ThreadPoolExecutor(200) as crowd:
        practised = dict(crowd.map(practise, range(200)))
    assert len(practised) == 200
    assert {learner: ids(store, learner) for learner in practised} == practised


def test_two_devices_with_one_code(url: str) -> None:
    """Two devices answer at once under one code: both see the answers of both, one sent by both once."""
    devices = [open_store(url), open_store(url)]
    code = devices[0].new_learner()
    given = [[answer(number) for number in range(60)] for _ in devices]
    given[1][:20] = given[0][:20]
    together = threading.Barrier(2)

    def practise(store: Store, answers: list) -> None:
        learner = store.learner(code)
        assert learner is not None
        together.wait()
        for one in answers:
            store.save(learner, one)

    with ThreadPoolExecutor(2) as both:
        list(both.map(practise, devices, given))
    for store in devices:
        kept = ids(store, store.learner(code) or 0)
        assert len(kept) == 100 and set(kept) == {one.id for answers in given for one in answers}
        store.engine.dispose()


def test_pages_open_stores_at_once(tmp_path: Path) -> None:
    """Threads of one process make the tables of several stores at the same moment, and none fails."""
    together = threading.Barrier(16)

    def opens(number: int) -> int:
        together.wait()
        store = open_store(f"sqlite:///{tmp_path}/{number % 8}.db")
        learner = known(store)
        store.engine.dispose()
        return learner

    with ThreadPoolExecutor(16) as pages:
        assert sorted(pages.map(opens, range(16))) == [1] * 8 + [2] * 8


def test_opening_waits_for_a_writer(tmp_path: Path) -> None:
    """A file that another process is just making is waited for."""
    other = sqlite3.connect(tmp_path / "practice.db", isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    later = threading.Timer(0.3, other.close)
    later.start()
    store = open_store(f"sqlite:///{tmp_path}/practice.db")
    assert known(store) == 1
    store.engine.dispose()
    later.join()


def test_processes_open_a_new_store_at_once(sessions: Sessions, url: str) -> None:
    """Eight processes make the tables at the same moment: each gets its learner, and none fails."""
    sessions.order(*[f"opens {time.time() + 0.3}"] * 8)
    sessions.until("ended")
    store = open_store(url)
    assert len({store.learner(code) for code in sessions.all("code")} - {None}) == 8
    store.engine.dispose()


def test_killed_fifty_times(sessions: Sessions, url: str) -> None:
    """A process killed at any moment of its session loses no answer it had told as saved, and leaves none doubled or torn."""
    store, chance = open_store(url), random.Random(6)  # noqa: S311
    learner = known(store)
    for _ in range(50):
        sessions.order(f"answers_for_ever {learner}")
        child = int(sessions.until("started"))
        for _ in range(chance.randrange(5)):  # not even opened, or some answers on
            sessions.until("saved")
        time.sleep(chance.uniform(0, 0.03))
        os.kill(child, signal.SIGKILL)
        sessions.until("ended")
    saved, kept = sessions.all("saved"), ids(store, learner)
    assert len(saved) > 50 and set(saved) <= set(kept) and len(kept) == len(set(kept))
    assert len(kept) <= len(saved) + 50, "at most the one answer being saved at each death was kept untold"
    store.engine.dispose()


def test_guesses_at_once(store: Store) -> None:
    """Wrong codes sent all at the same moment are counted one after the other."""
    together = threading.Barrier(40)

    def guesses_once(_: int) -> bool:
        together.wait()
        try:
            return store.learner(codes.make(), who="guesser") is None
        except TooManyGuesses:
            return False

    with ThreadPoolExecutor(40) as crowd:
        assert sum(crowd.map(guesses_once, range(40))) == guesses.OWN


def test_a_database_that_comes_back(postgres: str, store: Store) -> None:
    """Connections that the server has cut are made anew: the next answer is kept."""
    learner = known(store)
    cut = place.spoken(place.url_of(f"{postgres}/postgres"))
    with cut.connect() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname LIKE 't%%'"
        )
    store.save(learner, answer())
    assert len(store.answers(learner)) == 1
    cut.dispose()
