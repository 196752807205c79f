"""What the teaching cases of a site showed: it mends what was reasoned from the site alone, the more cases the more.

Authors of cases call a lesion by its findings, so the cases of a site tell what it shows beyond what any list of nerves does.
A case that is being judged can be left out (`without`), so that no case speaks for itself.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from anatomy.findings import Finding, Kind, Test, distinct
from anatomy.skin import Skin
from anatomy.told import Case
from anatomy.wording import Wording

Array = NDArray[np.float64]

LATEST = 12
"""The draw of cases that nothing has been set by yet, and that is no precedent; it may still be empty."""

WORTH: Mapping[Kind, float] = {
    Kind.WEAK_ACTION: 35,
    Kind.WEAK_MUSCLE: 45,
    Kind.SENSORY_LOSS: 37,
    Kind.PAIN: 80,
}
"""As many cases as what was reasoned is worth. Set over the cases, each draw judged without itself: cases of one draw are told alike, so
that one judged without itself alone learns too much from the others. Cases taught nothing of reflexes and signs, which stay as reasoned."""

UNTOLD = 0.63
"""How far a case that is silent on something counts as one in which it was normal."""

FARTHEST = 3.6
"""So many times a rate may be raised or lowered by cases, at most."""

LEAST, MOST = 0.003, 0.985
"""Rates stay within these, whatever the cases showed."""


def read(case: Case, wording: Wording) -> list[Finding]:
    """A case's findings understood, each once; a sign looked for and absent is a normal finding.

    Raises:
        UnknownName: when one is not understood; the cases of content/ are all understood, which a test holds.
    """
    found = [(wording.understand(Kind(f.kind), f.target), f.absent) for f in case.findings]
    return distinct(Finding(f.kind, f.target, present=f.present and not absent) for f, absent in found)[0]


@dataclass(frozen=True)
class Precedent:
    """A case that may speak for others: how far it stands for each site, and what it told, found or normal."""

    case: str
    share: Array
    told: Mapping[Test, bool]


def precedent(case: Case, share: Array, wording: Wording, skin: Skin) -> Precedent:
    """What a case told, of skin patch by patch."""
    told: dict[Test, bool] = {}
    for f in read(case, wording):
        targets = skin.patches(f.target) if f.kind in (Kind.SENSORY_LOSS, Kind.PAIN) else (f.target,)
        told |= {(f.kind, target): f.present for target in targets}
    return Precedent(case.id, share, told)


class Precedents:
    """The cases counted: at each site how many showed a thing, and how many looked."""

    def __init__(self, every: Sequence[Precedent]) -> None:
        """Count them once."""
        self._by_case = {one.case: one for one in every}
        self._all: Array = np.sum([one.share for one in every], axis=0)
        self._showed: dict[Test, Array] = defaultdict(lambda: np.zeros_like(self._all))
        self._looked: dict[Test, Array] = defaultdict(lambda: np.zeros_like(self._all))
        for one in every:
            for test, present in one.told.items():
                self._looked[test] += one.share
                self._showed[test] += one.share * present

    @property
    def known(self) -> frozenset[str]:
        """The cases counted, by id."""
        return frozenset(self._by_case)

    def counted(self, test: Test, without: str | None = None) -> tuple[Array, Array]:
        """At each site, how many cases showed a thing, and in how many it was looked at; one case may be left out."""
        showed, looked, every = self._showed[test], self._looked[test], self._all
        if one := self._by_case.get(without or ""):
            every = every - one.share
            if test in one.told:
                showed, looked = showed - one.share * one.told[test], looked - one.share
        return showed, looked + UNTOLD * (every - looked)

    def mended(self, test: Test, rates: Array, usual: Array, without: str | None = None) -> Array:
        """The rates of a thing (sites x motor x sensory extents), of means `usual`, drawn toward what the cases of each site showed."""
        if test[0] not in WORTH:
            return rates
        showed, looked = self.counted(test, without)
        ratio = np.clip((showed + WORTH[test[0]] * usual) / ((looked + WORTH[test[0]]) * usual), 1 / FARTHEST, FARTHEST)
        found: Array = np.where((looked > 1e-9)[:, None, None], np.clip(rates * ratio[:, None, None], LEAST, MOST), rates)
        return found
