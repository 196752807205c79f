"""How well a claim stands, from A to E: computed from who says so, how they know, in how many, and how far they agree.

The scale, over independent lineages (sources that copy one another count once):
- `A strong`: somebody measured it in ten or more, two more lineages say so, and at least two thirds of those who speak agree;
- `B good`: at least two thirds agree, and three lineages say so or two of which one measured it in ten or more;
- `C fair`: at least half agree, and two lineages say so or one that measured it in ten or more;
- `D weak`: the rest, a single book or a claim that more deny than hold;
- `E opinion`: nobody but opinion.
Opinion never counts beside anything else. A claim that follows from two printed facts stands one step lower.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from anatomy.model import Saying, Source, SourceKind

MEASURED = frozenset(
    {
        SourceKind.DISSECTION,
        SourceKind.ELECTROPHYSIOLOGY,
        SourceKind.STIMULATION,
        SourceKind.OPERATED,
        SourceKind.IMAGING,
        SourceKind.COHORT,
        SourceKind.SYSTEMATIC_REVIEW,
    }
)
"""Kinds of source that counted or measured something."""

ENOUGH = 10
"""People or specimens from which on a measurement counts as one."""


class Grade(StrEnum):
    """The published scale, best first."""

    A = "A strong"
    B = "B good"
    C = "C fair"
    D = "D weak"
    E = "E opinion"


@dataclass(frozen=True)
class Standing:
    """What a grade was computed from: lineages for and against, and how many of those for measured it in enough."""

    lineages: int
    against: int
    measured: int

    @property
    def agreement(self) -> float:
        """The share of the lineages that speak of it which say so, 0 to 1; 0 when none does."""
        return self.lineages / (self.lineages + self.against) if self.lineages else 0.0


def standing(says: Iterable[Saying], against: Iterable[Saying], sources: Mapping[str, Source]) -> Standing:
    """The lineages behind a claim; opinion is left out, and who says both is counted as saying so."""
    kept = [s for s in (sources[one.source] for one in says) if s.kind is not SourceKind.OPINION]
    held = {s.lineage for s in kept}
    denied = {sources[s.source].lineage for s in against if sources[s.source].kind is not SourceKind.OPINION} - held
    return Standing(len(held), len(denied), len({s.lineage for s in kept if s.kind in MEASURED and (s.n or 0) >= ENOUGH}))


def grade(found: Standing, follows: bool = False) -> Grade:
    """The grade of a claim; see the scale above."""
    if not found.lineages:
        return Grade.E
    own = _own(found)
    order = list(Grade)
    return order[min(order.index(own) + 1, order.index(Grade.D))] if follows else own


def _own(found: Standing) -> Grade:
    most, half = 3 * found.agreement >= 2, 2 * found.agreement >= 1
    if most and found.measured and found.lineages >= 3:
        return Grade.A
    if most and (found.lineages >= 3 or (found.lineages >= 2 and found.measured)):
        return Grade.B
    if half and (found.lineages >= 2 or found.measured):
        return Grade.C
    return Grade.D
