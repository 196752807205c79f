"""Lesions in the spinal canal, on both sides: how much of each root they take, and how far they reach. Estimates, ours."""

from collections.abc import Mapping

from anatomy.model import Level

Much = Mapping[Level, float]
"""How much of each root a lesion takes, 0 to 1."""

REACH: Mapping[str, tuple[Much, Much, Much]] = {
    "cauda-equina": (
        {"S1": 0.05, "S2": 0.6, "S3": 1.0, "S4": 1.0},
        {"L4": 0.15, "L5": 0.35, "S1": 0.9, "S2": 1.0, "S3": 1.0, "S4": 1.0},
        {"L2": 0.4, "L3": 0.4, "L4": 0.5, "L5": 0.7, "S1": 0.9, "S2": 1.0, "S3": 1.0, "S4": 1.0},
    ),
    "conus-medullaris": (
        {"S2": 0.4, "S3": 1.0, "S4": 1.0},
        {"S1": 0.2, "S2": 0.8, "S3": 1.0, "S4": 1.0},
        {"L5": 0.3, "S1": 0.6, "S2": 1.0, "S3": 1.0, "S4": 1.0},
    ),
}
"""Where such a lesion reaches little, as far as usual, and as far as it may; the lowest roots are always in it."""


def usual(site: str) -> Much:
    """How much of each root such a lesion takes where it reaches as far as usual."""
    return REACH[site][1]
