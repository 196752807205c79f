"""What a lesion at a place takes follows from the tree, and from where sources say that a nerve gives off its twigs."""

import itertools
from dataclasses import replace

import pytest

from anatomy import Supply
from anatomy.sites import Sites
from anatomy.structures import Nerve


@pytest.fixture(scope="module")
def sites(supply: Supply) -> Sites:
    """Every candidate."""
    return Sites(supply)


@pytest.mark.parametrize(
    ("site", "taken", "spared"),
    [
        ("ilioinguinal-nerve-in-the-inguinal-canal", {"genitals-and-perineum", "upper-medial-thigh"}, set()),
        ("inferior-cluneal-nerves-at-ischial-tuberosity", {"lower-buttock"}, set()),
        ("posterior-femoral-cutaneous-nerve-at-the-ischial-tuberosity", {"genitals-and-perineum", "lower-buttock"}, set()),
        ("sural-nerve-at-fascia-of-calf", {"lower-calf", "lateral-border-of-foot"}, set()),
        ("sural-nerve-at-lateral-malleolus", {"lateral-border-of-foot"}, {"lower-calf"}),
        ("tibial-nerve-under-the-soleal-sling", {"tibialis-posterior", "flexor-hallucis-longus"}, {"soleus", "popliteus"}),
        ("tibial-nerve-in-deep-compartment", {"flexor-hallucis-longus"}, {"tibialis-posterior", "soleus"}),
        ("tibial-nerve-at-tarsal-tunnel", {"abductor-hallucis"}, {"flexor-hallucis-longus", "flexor-digitorum-longus"}),
        ("medial-plantar-nerve-at-knot-of-henry", {"first-lumbrical-of-foot", "medial-sole"}, {"abductor-hallucis"}),
        ("saphenous-nerve-in-the-lower-leg", {"lower-medial-leg", "medial-malleolus"}, {"upper-medial-leg", "medial-knee"}),
        ("superficial-fibular-nerve-at-deep-fascia", {"lower-lateral-leg", "central-dorsum-of-foot"}, {"fibularis-longus"}),
        ("sciatic-nerve-in-the-thigh", {"biceps-femoris-short-head"}, {"biceps-femoris-long-head"}),
        ("common-fibular-nerve-at-fibular-neck", {"tibialis-anterior"}, {"biceps-femoris-short-head"}),
    ],
)
def test_a_place_takes_what_leaves_below_it(sites: Sites, site: str, taken: set[str], spared: set[str]) -> None:
    """Twigs that leave below a place go with it, those that leave above it stay, as the sources of `gives` and of the tree say."""
    lost = sites.named[site].lost
    assert {t for t in taken if lost.get(t, 0.0) > 0.3} == taken
    assert {t for t in spared if lost.get(t, 0.0) > 0.0} == set()


def test_lower_takes_no_more(sites: Sites, supply: Supply) -> None:
    """Of two places on one nerve the lower takes nothing that the higher leaves, at every nerve with places."""
    for nerve in supply.atlas.all(Nerve):
        places = sorted((s for s in nerve.sites if not s.takes and s.id in sites.named), key=lambda s: -s.height)
        for high, low in itertools.pairwise(places):
            taken = [set(sites.taken(replace(sites.named[s.id], id=s.id))) for s in (high, low)]
            more = taken[1] - taken[0]
            assert not more, (high.id, low.id, more)


def test_the_lowest_roots_go_with_cauda_and_conus(sites: Sites) -> None:
    """However little a lesion of cauda or conus takes of the legs it takes the saddle, but in its sparing forms; no other has forms."""
    for site in sites.all.values():
        assert bool(site.forms) is site.both
        if site.both:
            whole, sparing = [[s for s in site.forms if (s[0].lowest == 1.0) is own] for own in (True, False)]
            (_, least), (usual_form, usual), (wider, most) = whole
            assert least["perianal-skin"] > 0.5 and least.get("tibialis-anterior", 0.0) < 0.1
            assert (tuple(usual_form.much), usual) == (site.roots, site.lost) and set(usual_form.much) <= set(wider.much)
            assert all(least.get(t, 0.0) <= usual.get(t, 0.0) <= most.get(t, 0.0) for t in {*least, *usual, *most})
            assert sparing and all(lost.get("perianal-skin", 0.0) < 0.3 for _, lost in sparing)
            assert sum(form.often for form, _ in site.forms) == pytest.approx(1.0)
