"""How the reasoning fared is told whole: no draw is left out, and nothing it was set by passes for new."""

import pytest

from anatomy import Supply, cases
from anatomy.cases import LATEST, Half
from anatomy.localise import Localiser
from anatomy.marks import (
    BANDS,
    LOOSER,
    NEW_BEFORE,
    READERS,
    SET_BY,
    SET_BY_TELLING,
    SURE_BEFORE,
    Shares,
    marked,
    shares,
    together,
    when_new,
)
from anatomy.told import Case
from anatomy.ui.reasoning import trust


def test_every_earlier_draw_is_told(supply: Supply) -> None:
    """Each draw after the first and before the newest stands among those measured when new, with as many cases as it has."""
    every = supply.atlas.records(Case)
    assert [s.n for s in NEW_BEFORE] == [sum(c.drawn == draw for c in every) for draw in range(2, LATEST)]
    assert all(c.drawn <= LATEST for c in every)


def test_sets_together_weigh_by_their_cases() -> None:
    """Two sets told as one count every case alike; no set at all is nothing right of nothing."""
    both = together([Shares(1, 1.0, 1.0, 1.0), Shares(3, 0.0, 1 / 3, 1.0)])
    assert both == Shares(4, 0.25, pytest.approx(0.5), 1.0)
    assert together([]) == Shares(0, 0.0, 0.0, 0.0)


def test_the_page_tells_how_far_to_trust(supply: Supply) -> None:
    """The page tells how all cases fared when new, the newest apart, the seen ones apart, and how sure it was of the new ones."""
    every = supply.atlas.records(Case)
    found = marked(Localiser(supply), every)
    fresh = [m for m in found if cases.half(m.case) is Half.FRESH]
    newest, seen = shares(fresh), shares([m for m in found if m not in fresh])
    new = together([*NEW_BEFORE, newest])
    page = trust(fresh)
    assert pytest.approx((SET_BY.n, SET_BY.first, SET_BY.fair, SET_BY.three)) == (seen.n, seen.first, seen.fair, seen.three)
    telling = shares([m for m in fresh if cases.telling(m.case)])
    kept = shares([m for m in found if m not in fresh and cases.telling(m.case)])
    ours = SET_BY_TELLING
    assert pytest.approx((ours.n, ours.first, ours.fair, ours.three)) == (kept.n, kept.first, kept.fair, kept.three)
    told_of = (new, newest, telling, seen, kept)
    for told in (t for t in told_of if t.n):
        assert f"<td>{told.n}</td><td>{told.first:.0%}</td><td>{told.fair:.0%}</td><td>{told.three:.0%}</td>" in page
    strict = (round(new.first * new.n) - LOOSER) / new.n
    assert f"{strict:.0%} of those new to it would be right first" in page
    for sure, n, fair in when_new(fresh):
        assert f">{sure}</th><td>{n}</td><td>{fair:.0%}</td>" in page
    assert sum(n for _, n, _ in when_new(fresh)) == new.n


def test_readers_read_every_case(supply: Supply) -> None:
    """Three readers judged every case, and how often they named its answer is what the cases tell of them."""
    every = supply.atlas.records(Case)
    assert all(c.named is not None for c in every)
    assert len(every) == READERS.n and sum(c.named or 0 for c in every) / (3 * len(every)) == pytest.approx(READERS.first)


def test_sureness_of_earlier_draws_adds_up() -> None:
    """Of each earlier draw the bands of sureness hold every case, and every one that was right or acceptable."""
    assert len(SURE_BEFORE) == len(NEW_BEFORE)
    for bands, told in zip(SURE_BEFORE, NEW_BEFORE, strict=True):
        assert len(bands) == len(BANDS)
        assert sum(n for n, _ in bands) == told.n
        assert sum(fair for _, fair in bands) == round(told.fair * told.n)
