"""Lesions in the spinal canal, on both sides: how much of each root they take, in the forms that they come in. Estimates, ours."""

from collections.abc import Mapping
from dataclasses import dataclass

from anatomy.model import Level

Much = Mapping[Level, float]
"""How much of each root a lesion takes, 0 to 1."""

SPARING = 0.1
"""How far a lesion that spares the lowest roots shows the signs of bladder, bowel and saddle that one of all of them shows."""

PELVIC = frozenset(("bladder-trouble", "bowel-trouble", "sexual-trouble", "saddle-numbness", "reduced-anal-tone"))
"""The signs of the lowest sacral roots: where one is found the others are no surprise."""


@dataclass(frozen=True)
class Form:
    """How much of each root a form of a lesion takes, how often it comes in that form, and how far it shows the lowest roots' signs."""

    much: Much
    often: float
    lowest: float = 1.0


FORMS: Mapping[str, tuple[Form, ...]] = {
    "cauda-equina": (
        Form({"S1": 0.05, "S2": 0.6, "S3": 1.0, "S4": 1.0}, 0.14),
        Form({"L4": 0.15, "L5": 0.35, "S1": 0.9, "S2": 1.0, "S3": 1.0, "S4": 1.0}, 0.35),
        Form({"L2": 0.4, "L3": 0.4, "L4": 0.5, "L5": 0.7, "S1": 0.9, "S2": 1.0, "S3": 1.0, "S4": 1.0}, 0.21),
        Form({"L2": 0.5, "L3": 0.5, "L4": 0.3, "S3": 0.2, "S4": 0.2}, 0.06, SPARING),
        Form({"L4": 0.3, "L5": 0.5, "S1": 0.5, "S3": 0.2, "S4": 0.2}, 0.15, SPARING),
        Form({"L2": 0.2, "L3": 0.25, "L4": 0.3, "L5": 0.35, "S1": 0.3, "S3": 0.2, "S4": 0.2}, 0.09, SPARING),
    ),
    "conus-medullaris": (
        Form({"S2": 0.4, "S3": 1.0, "S4": 1.0}, 0.16),
        Form({"S1": 0.2, "S2": 0.8, "S3": 1.0, "S4": 1.0}, 0.4),
        Form({"L5": 0.3, "S1": 0.6, "S2": 1.0, "S3": 1.0, "S4": 1.0}, 0.24),
        Form({"L5": 0.4, "S1": 0.7, "S2": 0.4, "S3": 0.2, "S4": 0.2}, 0.04, SPARING),
        Form({"L4": 0.3, "L5": 0.6, "S1": 0.8, "S2": 0.6, "S3": 0.2, "S4": 0.2}, 0.1, SPARING),
        Form({"L2": 0.4, "L3": 0.4, "L4": 0.4, "L5": 0.5, "S1": 0.5, "S3": 0.2, "S4": 0.2}, 0.06, SPARING),
    ),
}
"""Of each lesion: where it reaches little, as far as usual, as far as it may, the lowest roots in it; and three that nearly spare those.

What lies beside or among the roots (a tumour, a bleed, fat, an inflammation) may take some on both sides and leave the lowest, as
patients of the teaching cases show (sources sinapse-2017-po17-two-weeks and thioub-2017-epidural-fat among them).
"""


def usual(site: str) -> Much:
    """How much of each root such a lesion takes in its usual form."""
    return FORMS[site][1].much
