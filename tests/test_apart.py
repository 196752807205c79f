"""What sets two sites apart, as computed, agrees with what sources say sets them apart."""

import pytest

from anatomy import Supply, apart
from anatomy.apart import LEAST, MOST, separate
from anatomy.findings import Kind
from anatomy.localise import Localiser
from anatomy.told import Separating

PAIRS = (
    ("L5-root", "common-fibular-nerve"),
    ("L4-root", "femoral-nerve"),
    ("S1-root", "tibial-nerve-at-tarsal-tunnel"),
    ("sciatic-nerve", "common-fibular-nerve"),
    ("L5-root", "lumbosacral-trunk"),
)
"""The pairs that every student is asked about."""


@pytest.fixture(scope="module")
def localiser(supply: Supply) -> Localiser:
    """The reasoning, with its priors."""
    return Localiser(supply)


def test_every_published_difference_is_found(localiser: Localiser, supply: Supply) -> None:
    """Whatever a source says sets two sites apart is likelier at the site it points to; where sources differ that is marked."""
    for said in supply.atlas.records(Separating):
        found = localiser.wording.understand(Kind(said.kind), said.target)
        row = localiser.row(found.kind, found.target)
        other = said.b if said.points_to == said.a else said.a
        here, there = (row[localiser.place[site]] for site in (said.points_to, other))
        assert said.disputed or here > 1.2 * there, (said.id, here, there)


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_classic_pairs(localiser: Localiser, a: str, b: str) -> None:
    """Each classic pair has published differences, and at least a third of them stand among the computed ones."""
    told = [s for s in apart.published(localiser, a, b) if not s.disputed and s.kind != Kind.PAIN]
    tests = {(one.test[0], one.test[1]) for one in separate(localiser, a, b)}
    found = [localiser.wording.understand(Kind(s.kind), s.target) for s in told]
    assert len(told) >= 2
    assert sum((f.kind, f.target) in tests for f in found) >= len(found) / 3, (sorted(tests), [f.words for f in found])


def test_either_way_round(localiser: Localiser) -> None:
    """A against B is B against A with the sides changed, over every pair of sites with a name."""
    ids = [c.id for c in localiser.sites]
    for a, b in zip(ids, reversed(ids), strict=True):
        there = [(o.test, round(o.in_b, 9), round(o.in_a, 9)) for o in separate(localiser, b, a)]
        assert [(o.test, round(o.in_a, 9), round(o.in_b, 9)) for o in separate(localiser, a, b)] == there


def test_sorted_and_short(localiser: Localiser) -> None:
    """Of each kind the most telling come first, none tells next to nothing, and no list is endless."""
    for kind, most in MOST.items():
        told = [o.bits for o in separate(localiser, "L5-root", "common-fibular-nerve") if o.test[0] is kind]
        assert (
            (kind is Kind.WEAK_ACTION or told == sorted(told, reverse=True)) and len(told) <= most and all(bits >= LEAST for bits in told)
        )
