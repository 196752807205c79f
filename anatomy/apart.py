"""Any site against any other: the findings that set them apart best, each with how likely either site is to show it."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from anatomy.examination import ready
from anatomy.findings import Finding, Kind, Test
from anatomy.localise import Localiser
from anatomy.told import Separating

MOST: Mapping[Kind, int] = {Kind.WEAK_ACTION: 6, Kind.REFLEX_REDUCED: 3, Kind.SENSORY_LOSS: 4, Kind.SIGN: 4, Kind.WEAK_MUSCLE: 8}
"""How many findings of each kind are shown, in the order in which an examination goes; pain keeps to no site."""

LEAST = 0.02
"""Bits below which a finding sets nothing apart."""


@dataclass(frozen=True)
class Apart:
    """A finding that sets two sites apart: how likely each is to show it, and how much it tells, in bits."""

    test: Test
    in_a: float
    in_b: float
    bits: float

    @property
    def finding(self) -> Finding:
        """The finding, as found."""
        return Finding(*self.test, present=True)


def separate(localiser: Localiser, a: str, b: str) -> list[Apart]:
    """The findings that set two sites apart best, kind by kind in the order of an examination, the most telling first.

    Raises:
        KeyError: when either is no site.
    """
    i, j = localiser.place[a], localiser.place[b]
    found: list[Apart] = []
    for kind, most in MOST.items():
        rows = ((t, float(localiser.row(*t)[i]), float(localiser.row(*t)[j])) for t in localiser.tests if t[0] is kind)
        told = sorted((Apart(t, p, q, surprise(p, q)) for t, p, q in rows), key=lambda one: (-one.bits * ready(one.test), one.test))
        found += [one for one in told[:most] if one.bits >= LEAST]
    return found


def surprise(p: float, q: float) -> float:
    """How far two rates part: the mean of both ways of surprise, in bits. Both lie between 0 and 1, never at either end."""
    both = (p * np.log2(p / q) + (1 - p) * np.log2((1 - p) / (1 - q)), q * np.log2(q / p) + (1 - q) * np.log2((1 - q) / (1 - p)))
    return float(sum(both) / 2)


def published(localiser: Localiser, a: str, b: str) -> tuple[Separating, ...]:
    """What sources say sets two sites apart: of the sites themselves, or of the nerves they are on."""
    wide_a, wide_b = _wide(localiser, a), _wide(localiser, b)
    return tuple(
        s for s in localiser.supply.atlas.records(Separating) if (s.a in wide_a and s.b in wide_b) or (s.a in wide_b and s.b in wide_a)
    )


def _wide(localiser: Localiser, site: str) -> frozenset[str]:
    """A site, those that no loss sets apart from it, and its nerve as a whole."""
    one = localiser.sites[localiser.place[site]]
    return frozenset((one.id, *one.alike, *(localiser.every.nerve_of[i] for i in (one.id, *one.alike) if i in localiser.every.nerve_of)))
