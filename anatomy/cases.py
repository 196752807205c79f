"""The teaching cases, and the fixed rule that keeps some of them for evaluation."""

import hashlib
from enum import StrEnum

from anatomy import request
from anatomy.findings import Finding, Kind, distinct
from anatomy.localise import Localiser
from anatomy.told import Case

LATEST = 7
"""The draw of cases that nothing has been set by yet; it may still be empty."""


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


def right(localiser: Localiser, case: Case) -> frozenset[int]:
    """Where in `Localiser.sites` a case's answer stands: its site, or where it names a nerve but no place any place on that nerve."""
    return _meant(localiser, case.answer)


def fair(localiser: Localiser, case: Case) -> frozenset[int]:
    """The same of its answer and of every acceptable one."""
    return frozenset().union(*(_meant(localiser, answer) for answer in (case.answer, *case.accept)))


def _meant(localiser: Localiser, answer: str) -> frozenset[int]:
    places = (i for i, nerve in localiser.every.nerve_of.items() if nerve == answer and i in localiser.place)
    return frozenset(localiser.place[i] for i in (answer, *places))


def findings(localiser: Localiser, case: Case) -> list[Finding]:
    """A case's findings understood, each once; a sign looked for and absent is a normal finding.

    Raises:
        ValueError: when one is not understood; the cases of content/ are all understood, which a test holds.
    """
    present, lost = request.read(localiser, [{"kind": f.kind, "target": f.target} for f in case.findings if not f.absent])
    absent, more = request.read(localiser, [{"kind": f.kind, "target": f.target} for f in case.findings if f.absent])
    if lost or more:
        raise ValueError(f"case {case.id}: {(*lost, *more)}")
    return distinct([*present, *(Finding(f.kind, f.target, False) for f in absent if f.kind is Kind.SIGN)])[0]
