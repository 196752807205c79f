"""What the cases of a site showed mends what was reasoned: gently, toward what they showed, and never for the case itself."""

import numpy as np
import pytest

from anatomy import Supply
from anatomy.findings import Kind
from anatomy.localise import Localiser
from anatomy.precedents import FARTHEST, LATEST, LEAST, MOST, WORTH, Precedents, precedent
from anatomy.told import Case
from anatomy.weighing import Method


@pytest.fixture(scope="module")
def localiser(supply: Supply) -> Localiser:
    """The reasoning, with its precedents."""
    return Localiser(supply)


def counted(localiser: Localiser, kept: list[Case]) -> Precedents:
    """The precedents of some cases alone."""
    return Precedents([precedent(c, localiser.share(c), localiser.wording, localiser.skin) for c in kept])


def test_no_case_is_its_own_precedent(localiser: Localiser, supply: Supply) -> None:
    """With a case left out, all it told is counted as if it had never been collected; over every third case."""
    every = [c for c in supply.atlas.records(Case) if c.drawn != LATEST]
    for case in every[::3]:
        told = precedent(case, localiser.share(case), localiser.wording, localiser.skin).told
        without = counted(localiser, [c for c in every if c is not case])
        for test in told:
            left = localiser.precedents.counted(test, case.id)
            assert all(np.allclose(a, b) for a, b in zip(left, without.counted(test), strict=True)), (case.id, test)


def test_the_newest_draw_is_no_precedent(localiser: Localiser, supply: Supply) -> None:
    """Every case that the reasoning is set by is a precedent, and none of the newest draw is."""
    kept = {c.id for c in supply.atlas.records(Case) if c.drawn != LATEST}
    assert localiser.precedents.known == kept


def test_rates_move_toward_what_was_shown(localiser: Localiser, supply: Supply) -> None:
    """Over every test and site a rate moves toward the share of the cases that showed it, never past it nor farther than allowed."""
    plain = Localiser(supply, Method(precedents=False))
    moved = 0
    for test in localiser.tests:
        before, after = plain.row(*test), localiser.row(*test)
        showed, looked = localiser.precedents.counted(test)
        if test[0] not in WORTH:
            assert np.array_equal(before, after)
            continue
        told = looked > 1e-9
        assert np.array_equal(before[~told], after[~told])
        share = np.divide(showed, looked, out=before.copy(), where=told)
        low, high = np.minimum(before, share), np.maximum(before, share)
        assert (after >= np.minimum(low, MOST) - 1e-9).all() and (after <= np.maximum(high, LEAST) + 1e-9).all(), test
        assert (after <= before * FARTHEST + LEAST).all() and (after >= before / FARTHEST - 1e-9).all()
        moved += int((np.abs(after - before) > 0.01).sum())
    assert moved > 100


def test_cases_teach_what_was_not_reasoned(localiser: Localiser, supply: Supply) -> None:
    """What the cases of a site show oftener than was reasoned becomes likelier there; what they seldom show, less likely."""
    plain = Localiser(supply, Method(precedents=False))
    for test in (t for t in localiser.tests if t[0] in (Kind.WEAK_ACTION, Kind.SENSORY_LOSS)):
        showed, looked = localiser.precedents.counted(test)
        before, after = plain.row(*test), localiser.row(*test)
        oftener = (showed >= 2) & (showed > 1.1 * before * looked) & (before < 0.9)
        seldomer = (looked >= 2) & (showed < 0.9 * before * looked) & (before > 0.02)
        assert (after[oftener] > before[oftener]).all() and (after[seldomer] < before[seldomer]).all(), test
