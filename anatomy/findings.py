"""Findings as the reasoning knows them: a kind, a target by its id, and whether it was found or found normal."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What was found, or found normal."""

    WEAK_ACTION = "weak_action"
    WEAK_MUSCLE = "weak_muscle"
    SENSORY_LOSS = "sensory_loss"
    PAIN = "pain"
    REFLEX_REDUCED = "reflex_reduced"
    SIGN = "sign"
    SPARED_ACTION = "spared_action"
    SPARED_MUSCLE = "spared_muscle"
    SPARED_SENSATION = "spared_sensation"
    SPARED_REFLEX = "spared_reflex"


Test = tuple[Kind, str]
"""What can be examined: an abnormal kind of finding and the target's id."""

ABNORMAL = {
    Kind.SPARED_ACTION: Kind.WEAK_ACTION,
    Kind.SPARED_MUSCLE: Kind.WEAK_MUSCLE,
    Kind.SPARED_SENSATION: Kind.SENSORY_LOSS,
    Kind.SPARED_REFLEX: Kind.REFLEX_REDUCED,
}
"""The abnormal finding that a normal one denies."""


@dataclass(frozen=True)
class Finding:
    """A finding understood: its abnormal kind, the target's id, and whether it was found or found normal."""

    kind: Kind  # never a spared one
    target: str
    present: bool

    @property
    def words(self) -> str:
        """The finding as the contract names it: kind and target."""
        spared = {v: k for k, v in ABNORMAL.items()}
        if self.kind is Kind.SIGN:
            return f"sign: {'' if self.present else 'no '}{self.target.replace('@', ' at ')}"
        return f"{self.kind if self.present else spared.get(self.kind, f'no {self.kind}')}: {self.target}"


def distinct(found: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Each finding once, and those that are said both found and normal."""
    kept = list(dict.fromkeys(found))
    clash = [f for f in kept if any(g.kind is f.kind and g.target == f.target and g.present is not f.present for g in kept)]
    return [f for f in kept if f not in clash], clash
