"""What a lesion does to things, as it is told: lost, weaker or spared, how much in words, and why."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from anatomy.model import Saying
from anatomy.sites import Candidate

MOST = 0.6
"""From here on a lesion takes most of something: well over half, so that no even share counts as most."""

SOME = 0.2
"""From here on it takes some: what a helping root gives beside a main one lies above, what only few report lies below."""


class State(StrEnum):
    """What a lesion does to something."""

    LOST = "lost"
    WEAKER = "weaker"
    SPARED = "spared"


@dataclass(frozen=True)
class Effect:
    """What a lesion does to one thing: the share it takes, 0 to 1, why, and the claims and statements behind it."""

    target: str
    state: State
    much: float
    why: str
    claims: tuple[str, ...]
    sources: tuple[Saying, ...]

    @property
    def words(self) -> str:
        """How much is taken, in words."""
        if self.state is not State.WEAKER:
            return "all" if self.state is State.LOST else "none"
        return "most" if self.much >= MOST else "some" if self.much >= SOME else "a little"


@dataclass(frozen=True)
class Effects:
    """All that a lesion does, in three groups: the most taken first, then from top to bottom."""

    site: Candidate
    lost: tuple[Effect, ...]
    weaker: tuple[Effect, ...]
    spared: tuple[Effect, ...]

    @property
    def all(self) -> tuple[Effect, ...]:
        """The three groups one after another."""
        return (*self.lost, *self.weaker, *self.spared)

    @cached_property
    def by_target(self) -> dict[str, Effect]:
        """Each effect by what it is about."""
        return {e.target: e for e in self.all}
