"""Answers as tests give them, and processes that give answers until they are killed."""

import os
import resource
import sys
import time
import uuid
from datetime import UTC, datetime, timedelta

from anatomy.practice.answer import Answer
from anatomy.practice.store import NotKept, open_store
from tests.practice.remembered import Memory

BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)


def answer(number: int = 0, **changed) -> Answer:
    """An answer, `number` seconds after the first."""
    given = {"id": str(uuid.uuid4()), "question": f"question {number}", "fact": "fact", "chosen": ("one", "two"), "right": True}
    given |= {"rating": 3, "at": BEGINNING + timedelta(seconds=number), "seconds": 1.5}
    return Answer(**given | changed)


def told(*words: object) -> None:
    """A line said whole, whoever else is speaking and however soon the end comes."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def answers_for_ever(url: str, learner: str) -> None:
    """A session: each answer is told once it is saved."""
    store = open_store(url)
    while True:
        given = answer()
        store.save(int(learner), given)
        told("saved", given.id)


def opens(url: str, moment: str) -> None:
    """A process that opens the store at a moment of the clock, as others do."""
    time.sleep(max(0, float(moment) - time.time()))
    told("code", open_store(url).new_learner())


def fills_the_disk(url: str, learner: str, ballast: str = "") -> None:
    """A session on a disk with room for a few answers, that practises on in memory and keeps the rest once there is room.

    The disk has room again when the ballast is thrown off; without one, the room is what a process may write to a file.
    """
    store, memory = open_store(url), Memory()
    most = resource.getrlimit(resource.RLIMIT_FSIZE)
    if not ballast:
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, most[1]))
    for number in range(150):
        given = answer(number)
        try:
            store.save(int(learner), given)
            told("saved", given.id)
        except NotKept as refused:
            memory.save(1, given)
            told("refused", refused)
    if ballast:
        os.remove(ballast)
    resource.setrlimit(resource.RLIMIT_FSIZE, most)
    for given in memory.answers(1):
        store.save(int(learner), given)
        told("later", given.id)


def main() -> None:
    """For each line of orders, a process each; to fork is quick, as all is imported once."""
    told("ready")
    for line in sys.stdin:
        children = []
        for order in line.split(";"):
            name, *words = order.split()
            if not (child := os.fork()):
                try:
                    globals()[name](sys.argv[1], *words)
                except BaseException as error:
                    told("failed", repr(error))
                os._exit(0)
            children.append(child)
            told("started", child)
        for child in children:
            os.waitpid(child, 0)
        told("ended")


if __name__ == "__main__":
    main()
