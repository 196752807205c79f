"""The teaching cases, and the fixed rule that keeps some of them for evaluation."""

import hashlib
from enum import StrEnum

from anatomy.findings import Finding
from anatomy.localise import Localiser
from anatomy.precedents import LATEST, read
from anatomy.told import Case


class Half(StrEnum):
    """What a case serves."""

    DEVELOPMENT = "development"
    EVALUATION = "evaluation"
    FRESH = "fresh"


def half(case: Case) -> Half:
    """Told by the id alone (the parity of its SHA-256), so that nobody chooses; set before anything was tuned.

    Cases of the latest draw are fresh: collected after rates had been set over all earlier ones, and measured once before
    anything is set by them.
    """
    if case.drawn == LATEST:
        return Half.FRESH
    return Half.EVALUATION if int(hashlib.sha256(case.id.encode()).hexdigest(), 16) % 2 else Half.DEVELOPMENT


TELLING = 2
"""So many of three readers must have named a case's answer for its findings to tell it."""


def telling(case: Case) -> bool:
    """Whether a case's findings tell its answer: most of the readers who saw them and nothing else named it first."""
    return case.named is not None and case.named >= TELLING


def right(localiser: Localiser, case: Case) -> frozenset[int]:
    """Where in `Localiser.sites` a case's answer stands: its site, or where it names a nerve but no place any place on that nerve."""
    return localiser.meant(case.answer)


def fair(localiser: Localiser, case: Case) -> frozenset[int]:
    """The same of its answer and of every acceptable one."""
    return frozenset().union(*(localiser.meant(answer) for answer in (case.answer, *case.accept)))


def findings(localiser: Localiser, case: Case) -> list[Finding]:
    """A case's findings understood, each once; a sign looked for and absent is a normal finding.

    Raises:
        UnknownName: when one is not understood; the cases of content/ are all understood, which a test holds.
    """
    return read(case, localiser.wording)
