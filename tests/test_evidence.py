"""Measured figures: shares and intervals are computed, layers stay apart, and only their own source is named."""

import pytest

from anatomy import Atlas, Supply, evidence
from anatomy.measured import Figure
from anatomy.model import Layer


def figure(k: int, n: int) -> Figure:
    """A count out of thin air."""
    row = {"id": "x", "layer": "pain", "from": "L3", "place": "groin", "words": "Pain", "k": k, "n": n, "source": "s", "where": "p"}
    return Figure.model_validate(row)


@pytest.mark.parametrize(("k", "n", "low", "high"), [(3, 7, 0.16, 0.75), (0, 127, 0.0, 0.03), (12, 17, 0.47, 0.87), (83, 83, 0.96, 1.0)])
def test_wilson(k: int, n: int, low: float, high: float) -> None:
    """The interval is Wilson's; it stays within 0 and 1 even when nobody or everybody felt it."""
    one = evidence.measured(figure(k, n))

    assert (one.low, one.high) == (pytest.approx(low, abs=0.006), pytest.approx(high, abs=0.006))
    assert 0 <= one.low <= one.share <= one.high <= 1


def test_every_figure(atlas: Atlas) -> None:
    """Every figure lies inside its own interval and in known parts of the leg."""
    for one in map(evidence.measured, atlas.figures):
        assert 0 <= one.low <= one.share + 1e-9 and one.share - 1e-9 <= one.high <= 1
        assert set(one.figure.areas) <= set(atlas.areas)


def test_territory_is_never_spread(supply: Supply) -> None:
    """Only pain counted in a part of the leg stands on its card; territories belong to no part."""
    assert all(not f.areas for f in supply.atlas.figures if f.layer in (Layer.TERRITORY, Layer.SPREAD, Layer.NUMBNESS))
    for level in supply.atlas.levels:
        for area in supply.atlas.areas:
            found = evidence.in_area(supply, supply.atlas.structures[level], None, area)
            assert all(m.figure.layer is Layer.PAIN and m.figure.origin == level for m in found)


def test_nothing_published_gives_nothing(supply: Supply) -> None:
    """Where nobody has measured, nothing comes back."""
    assert evidence.of(supply, supply.atlas.structures["S3"]) == ()
