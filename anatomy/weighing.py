"""What the reasoning weighs, and how much: each ingredient can be left out, so that its worth can be measured."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from anatomy.canal import PELVIC
from anatomy.findings import Finding, Kind
from anatomy.rates import Rates

WEIGH: Mapping[Kind, float] = {
    Kind.WEAK_ACTION: 1.11,
    Kind.WEAK_MUSCLE: 1.14,
    Kind.REFLEX_REDUCED: 1.35,
    Kind.SENSORY_LOSS: 1.21,
    Kind.PAIN: 1.0,
    Kind.SIGN: 1.66,
}
"""How much a finding of a kind counts, against what its rate alone would say. Set over the teaching cases."""

EXTENT: Mapping[str, tuple[tuple[float, ...], tuple[float, ...]]] = {
    "root": ((0.28, 0.28, 0.44), (0.21, 0.65, 0.14)),
    "plexus": ((0.11, 0.43, 0.46), (0.19, 0.35, 0.46)),
    "nerve": ((0.02, 0.4, 0.58), (0.33, 0.21, 0.46)),
}
"""How often a lesion of a kind takes little, half or all of its motor and of its sensory fibres. Estimates, ours."""

IRRITATED: Mapping[str, float] = {"root": 0.1, "plexus": 0.0, "nerve": 0.1}
"""How often, beside that, it hurts and takes little of either. Estimates, ours."""


def alike_said(finding: Finding) -> str | None:
    """What a finding says once more with others of its sort: numb skin, pain, the lowest sacral roots, what is normal; else nothing."""
    if not finding.present:
        return f"normal {finding.kind}"
    if finding.kind in (Kind.SENSORY_LOSS, Kind.PAIN):
        return finding.kind
    return "pelvic" if finding.kind is Kind.SIGN and finding.target in PELVIC else None


@dataclass(frozen=True)
class Method:
    """What the reasoning takes into account, so that each ingredient can be measured by leaving it out."""

    rates: Rates = field(default_factory=Rates)
    weigh: Mapping[Kind, float] = field(default_factory=lambda: WEIGH)
    silence: float = 0.6  # how often what is abnormal is told, where the whole leg was examined
    thorough: float = 1.8  # so many findings, and one, make it even odds that it was
    in_step: float = 0.2  # how far a lesion that takes much of its motor fibres takes much of its sensory ones too
    alike: float = 0.32  # how far findings of one sort say the same: of n of them each counts n to the minus this
    alike_normal: float = 0.15  # the same of normal findings of a kind, of which a few are often told in one breath
    normals: bool = True
    priors: bool = True
    prior_power: float = 0.83  # published cases are chosen for being telling, so what is common counts for less in them
    shares: bool = True
    precedents: bool = True  # what the teaching cases of a site showed
