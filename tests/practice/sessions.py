"""Sessions in processes of their own, and what tests ask of a store again and again."""

import subprocess
import sys
from pathlib import Path

from anatomy.practice.store import Store
from tests.practice.remembered import Memory

ROOT = Path(__file__).parents[2]


class Sessions:
    """Processes that use a store, and what they tell."""

    def __init__(self, url: str) -> None:
        command = [sys.executable, "-m", "tests.practice.answered", url]
        self.process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.told: list[list[str]] = []
        self.until("ready")

    def order(self, *orders: str) -> None:
        """Start a process for each order."""
        assert self.process.stdin
        print(";".join(orders), file=self.process.stdin, flush=True)

    def until(self, word: str) -> str:
        """Hear what is told until a line begins with the word; the rest of that line."""
        assert self.process.stdout
        for line in self.process.stdout:
            first, _, rest = line.strip().partition(" ")
            self.told.append([first, rest])
            assert first != "failed", rest
            if first == word:
                return rest
        raise AssertionError("the sessions ended")

    def all(self, word: str) -> list[str]:
        """What was told under a word."""
        return [rest for first, rest in self.told if first == word]


def known(store: Store | Memory) -> int:
    """A new learner's number."""
    learner = store.learner(store.new_learner())
    assert learner is not None
    return learner


def ids(store: Store, learner: int) -> list[str]:
    """The ids of a learner's answers."""
    return [given.id for given in store.answers(learner)]
