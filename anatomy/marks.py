"""How well a way of ranking sites reads the teaching cases: what stood first, and how sure it was."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from anatomy import cases
from anatomy.findings import Finding
from anatomy.localise import Localiser
from anatomy.sites import Candidate
from anatomy.told import Case

Best = list[tuple[Candidate, float]]
"""The sites that stand first, at least three of them, each with its probability."""

Ranker = Callable[[list[Finding]], Best]

BANDS = ((0.0, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 0.95), (0.95, 1.01))
"""The bands of how sure the first site was."""


@dataclass(frozen=True)
class Mark:
    """One case's marks: first right, first right or acceptable, right or acceptable in the first three, and how sure it was."""

    case: Case
    best: Best
    first: bool
    fair: bool
    three: bool
    sure: float


@dataclass(frozen=True)
class Shares:
    """How many cases, and the shares of them that were right first, right or acceptable first, and so among the first three."""

    n: int
    first: float
    fair: float
    three: float


NEW_BEFORE = (
    Shares(50, 34 / 50, 39 / 50, 45 / 50),
    Shares(30, 19 / 30, 19 / 30, 27 / 30),
    Shares(24, 15 / 24, 17 / 24, 21 / 24),
    Shares(16, 11 / 16, 15 / 16, 16 / 16),
    Shares(21, 14 / 21, 16 / 21, 20 / 21),
    Shares(59, 33 / 59, 48 / 59, 55 / 59),
    Shares(39, 23 / 39, 37 / 39, 38 / 39),
    Shares(56, 35 / 56, 51 / 56, 55 / 56),
    Shares(16, 10 / 16, 15 / 16, 15 / 16),
    Shares(51, 20 / 51, 43 / 51, 49 / 51),
)
"""What the second to eleventh draw of cases gave when each was new, before anything was set by it. The rates are now set by them."""

SURE_BEFORE = (
    ((7, 4), (14, 8), (8, 8), (13, 11), (8, 8)),
    ((2, 0), (6, 0), (4, 3), (8, 6), (10, 10)),
    ((4, 3), (5, 1), (6, 4), (7, 7), (2, 2)),
    ((1, 0), (3, 3), (5, 5), (4, 4), (3, 3)),
    ((2, 0), (3, 3), (5, 3), (8, 7), (3, 3)),
    ((11, 7), (7, 5), (11, 7), (15, 15), (15, 14)),
    ((6, 5), (10, 9), (6, 6), (8, 8), (9, 9)),
    ((9, 5), (12, 11), (11, 11), (11, 11), (13, 13)),
    ((5, 4), (3, 3), (2, 2), (3, 3), (3, 3)),
    ((11, 7), (14, 12), (8, 8), (11, 9), (7, 7)),
)
"""Of the same draws when new: in each of `BANDS` how many cases it was so sure of, and how many of them were right or acceptable."""

SET_BY = Shares(488, 324 / 488, 438 / 488, 482 / 488)
"""What all cases but those of the newest draw give now, each judged without itself. A test works it out anew."""

SET_BY_TELLING = Shares(350, 297 / 350, 322 / 350, 346 / 350)
"""The same of those whose findings tell the answer (`cases.telling`)."""

READERS = Shares(488, 1047 / 1464, 1387 / 1464, 1451 / 1464)
"""What three readers made of all cases who saw the findings, the list of sites and nothing else, the mean of the three: right first, right
or acceptable by the list of whoever wrote the case down, and so among three. Language models, asked to judge as neurologists: how far what
is told can take anybody."""

LOOSER = 7
"""How many of all the cases, when new, stood right first by `cases.right` alone: until the third draw a place was asked for even
where the case's answer named none."""


@dataclass(frozen=True)
class Band:
    """How sure the first site was, from and to, of how many cases, how sure on average, and the share right or acceptable."""

    low: float
    high: float
    n: int
    sure: float
    fair: float


def reasoned(localiser: Localiser) -> Ranker:
    """Sites by the reasoning."""

    def rank(found: list[Finding]) -> Best:
        chances = localiser.posterior(found)
        order = sorted(range(len(chances)), key=lambda i: (-chances[i], i))[:3]
        return [(localiser.sites[i], float(chances[i])) for i in order]

    return rank


def marked(localiser: Localiser, kept: Iterable[Case], rank: Ranker | None = None) -> list[Mark]:
    """The marks of some cases, by the reasoning unless another way to rank is given; no case is a precedent for itself."""
    return [_mark(localiser, c, (rank or reasoned(localiser.without(c.id)))(cases.findings(localiser, c))) for c in kept]


def _mark(localiser: Localiser, case: Case, best: Best) -> Mark:
    """A site stands for those of its nerve that take the same muscles, skin and reflexes."""
    first, *more = (localiser.place[site.id] for site, _ in best[:3])
    right, fair = cases.right(localiser, case), cases.fair(localiser, case)
    return Mark(case, best, first in right, first in fair, bool(fair.intersection((first, *more))), best[0][1])


def shares(marks: Sequence[Mark]) -> Shares:
    """What of the cases was right; nothing at all of no case."""
    n = max(1, len(marks))
    first, fair, three = (sum(getattr(m, key) for m in marks) / n for key in ("first", "fair", "three"))
    return Shares(len(marks), first, fair, three)


def together(some: Sequence[Shares]) -> Shares:
    """The shares of several sets of cases as of one."""
    n = sum(s.n for s in some)
    first, fair, three = (sum(getattr(s, key) * s.n for s in some) / max(1, n) for key in ("first", "fair", "three"))
    return Shares(n, first, fair, three)


def calibration(marks: Sequence[Mark]) -> list[Band]:
    """In bands of how sure the first site was: how sure on average, and how often it was right or acceptable. Empty bands are left out."""
    found = []
    for low, high in BANDS:
        kept = [m for m in marks if low <= m.sure < high]
        if kept:
            found.append(Band(low, min(high, 1.0), len(kept), sum(m.sure for m in kept) / len(kept), sum(m.fair for m in kept) / len(kept)))
    return found


def when_new(fresh: Sequence[Mark]) -> list[tuple[str, int, float]]:
    """Of every draw when it was new, the newest given: each band of sureness told, how many cases, and the share right or acceptable."""
    newest = [[m.fair for m in fresh if low <= m.sure < high] for low, high in BANDS]
    found = []
    for i, (low, high) in enumerate(BANDS):
        n = sum(draw[i][0] for draw in SURE_BEFORE) + len(newest[i])
        fair = sum(draw[i][1] for draw in SURE_BEFORE) + sum(newest[i])
        found.append((f"{low:.0%} to {min(high, 1.0):.0%}", n, fair / max(1, n)))
    return found
