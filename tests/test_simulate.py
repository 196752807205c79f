"""What a lesion takes, weakens and spares follows from the triples and the tree, at every site."""

import pytest

from anatomy import Supply, contrast, ledger
from anatomy.apart import separate
from anatomy.effects import Effects, State
from anatomy.lesion import cut
from anatomy.localise import Localiser
from anatomy.model import Role, Share
from anatomy.picture import lesion
from anatomy.picture.strands import draw
from anatomy.simulate import effects
from anatomy.sites import ALONE, Candidate, Sites
from anatomy.structures import Action, Muscle, Nerve, Reflex
from anatomy.ui import effects as words

PAIRS = (("L5-root", "common-fibular-nerve"), ("L4-root", "femoral-nerve"), ("S1-root", "tibial-nerve"), ("sciatic-nerve", "L5-root"))


@pytest.fixture(scope="module")
def localiser(supply: Supply) -> Localiser:
    """The reasoning."""
    return Localiser(supply)


@pytest.fixture(scope="module")
def sites(localiser: Localiser) -> Sites:
    """Every site."""
    return localiser.every


@pytest.fixture(scope="module")
def every(sites: Sites) -> list[Effects]:
    """What a lesion at every site does."""
    return [effects(sites, id_) for id_ in sites.all]


def firm(supply: Supply, target: str) -> list[str]:
    """The triples of a target that more than some report, by id."""
    return [t.id for t in supply.by_target[target] if t.share is not Share.REPORTED]


def test_every_effect_says_why_and_who(every: list[Effects], supply: Supply) -> None:
    """Every effect of every site has one sentence why that says its state, a claim of the ledger, and a source."""
    known = ledger.entries(supply)
    begins = {State.LOST: "Lost: ", State.WEAKER: "Only weaker: ", State.SPARED: "Spared: "}
    for found in every:
        for one in found.all:
            assert one.why.startswith(begins[one.state]) and one.why.endswith("."), (found.site.id, one.why)
            assert one.why.count(". ") == 0 and "  " not in one.why and " ," not in one.why and "by the ," not in one.why, one.why
            assert one.claims and set(one.claims) <= set(known), (found.site.id, one.target)
            assert one.sources, (found.site.id, one.target)


def test_groups_share_nothing(every: list[Effects]) -> None:
    """Nothing stands in two groups or twice in one; no site is without effect; what is spared loses nothing."""
    for found in every:
        targets = [one.target for one in found.all]
        assert len(targets) == len(set(targets)), found.site.id
        assert found.lost or found.weaker, found.site.id
        assert all(one.much == 0 for one in found.spared) and all(0 < one.much <= 1 for one in (*found.lost, *found.weaker))


def test_most_first(every: list[Effects]) -> None:
    """In each group what is taken most stands first."""
    for found in every:
        for group in (found.lost, found.weaker, found.spared):
            told = [round(one.much, 2) for one in group]
            assert told == sorted(told, reverse=True), found.site.id


def test_all_that_is_taken_is_told(every: list[Effects], sites: Sites) -> None:
    """Every muscle, joint and patch that a site takes is lost or weaker, and nothing else of them is; reflexes likewise."""
    supply = sites.supply
    for found in every:
        told = {one.target for one in (*found.lost, *found.weaker) if not isinstance(supply.atlas.structures[one.target], Action)}
        assert told == {target for target, much in found.site.lost.items() if much > 0}, found.site.id


def test_lost_means_nothing_firm_is_left(every: list[Effects], sites: Sites) -> None:
    """A part is lost exactly when no triple is left of it but such as only some report, and what is taken is taken whole."""
    supply = sites.supply
    for found in every:
        taken = sites.taken(found.site)
        for one in (*found.lost, *found.weaker):
            if one.target in supply.by_target:
                kept = firm(supply, one.target) or [t.id for t in supply.by_target[one.target]]
                assert (one.state is State.LOST) is all(taken.get(id_, 0.0) >= 1 for id_ in kept), (found.site.id, one.target)


def test_a_whole_nerve_loses_what_only_it_supplies(sites: Sites) -> None:
    """Whatever comes by a nerve alone is lost when the nerve is cut at its beginning."""
    supply = sites.supply
    for nerve in supply.atlas.all(Nerve):
        site = sites.named.get(nerve.id)
        if site and sites.height(site) is None:
            gone = {t.id for t in cut(supply, nerve).lost}
            lost = {one.target for one in effects(sites, nerve.id).lost}
            assert {t for t, own in supply.by_target.items() if all(one.id in gone for one in own)} <= lost, nerve.id


def test_a_root_alone_loses_no_muscle_that_others_share(every: list[Effects], sites: Sites) -> None:
    """A root lesion only weakens what another root firmly serves, and names that root in its sentence."""
    supply = sites.supply
    for found in (f for f in every if f.site.type == "root" and len(f.site.roots) == 1):
        for muscle in supply.atlas.all(Muscle):
            others = [c.root for c in supply.roots(muscle.id) if c.root not in found.site.roots and c.share is not Share.REPORTED]
            one = found.by_target.get(muscle.id)
            if others and one and one.much:
                assert one.state is State.WEAKER and any(root in one.why for root in others), (found.site.id, one.why)
                assert one.much <= ALONE


def test_above_the_cut_is_spared(every: list[Effects], sites: Sites) -> None:
    """What a nerve serves wholly by branches above the site is told as spared, and the sentence says that they leave above."""
    supply = sites.supply
    for found in (f for f in every if f.site.type == "nerve" and sites.height(f.site) is not None):
        nerve, taken = sites.nerve_of[found.site.id], sites.taken(found.site)
        for target, own in supply.by_target.items():
            through = [t for t in own if any(nerve in way for way in supply.routes(t)) and t.share is not Share.REPORTED]
            if through and not any(t.id in taken for t in own):
                assert found.by_target[target].why.endswith("above this place."), (found.site.id, target)


def test_spared_is_what_one_would_expect_to_go(every: list[Effects], sites: Sites) -> None:
    """What is told as spared shares a nerve or a root with what goes; the rest of the body is not listed."""
    supply = sites.supply
    for found in every:
        taken = sites.taken(found.site)
        gone = [t for t in supply.triples if t.id in taken]
        roots, nerves = {t.root for t in gone}, {n for t in gone for way in supply.routes(t) for n in way}
        for one in (e for e in found.spared if e.target in supply.by_target):
            own = supply.by_target[one.target]
            assert any(t.root in roots or nerves.intersection(way) for t in own for way in supply.routes(t)), (found.site.id, one.target)
        assert len(found.spared) < len(supply.by_target), found.site.id


def test_movements_follow_their_muscles(every: list[Effects], sites: Sites) -> None:
    """A movement is lost when all its prime movers are, spared when all keep their supply, and weaker between."""
    for found in every:
        for one in found.all:
            if isinstance(action := sites.supply.atlas.structures[one.target], Action):
                movers = sites.supply.atlas.movers(action, Role.PRIME) or sites.supply.atlas.movers(action)
                states = [e.state if (e := found.by_target.get(m)) else State.SPARED for m in movers]
                expected = State.LOST if set(states) == {State.LOST} else State.SPARED if set(states) == {State.SPARED} else State.WEAKER
                assert one.state is expected, (found.site.id, one.target)


def test_any_id_of_a_site_will_do(sites: Sites) -> None:
    """A site that stands together with others gives their effects; what is no site is refused."""
    for id_, site in sites.named.items():
        assert sites.named[id_].id == site.id
    some = next(c for c in sites.all.values() if len(c.alike) > 1)
    assert effects(sites, some.alike[-1]).lost == effects(sites, some.id).lost
    with pytest.raises(KeyError):
        effects(sites, "nowhere")


def test_reasons_over_pairs(localiser: Localiser) -> None:
    """Each finding that sets two sites apart has a reason that names both sides, and somebody who says so."""
    for pair in PAIRS:
        a, b = (effects(localiser.every, localiser.every.named.get(id_, localiser.sites[localiser.place[id_]]).id) for id_ in pair)
        for one in separate(localiser, a.site.id, b.site.id):
            assert contrast.reason(localiser, one, a, b).endswith("."), one
            assert contrast.sources(localiser, one, a, b), one
            if one.test[1] in localiser.supply.atlas.structures:
                assert " takes " in contrast.reason(localiser, one, a, b)


def test_reason_agrees_with_the_triples(localiser: Localiser) -> None:
    """A muscle of a chief root by a nerve that the other lesion leaves alone: most of it goes with the root, none with the nerve."""
    supply, root, nerve = localiser.supply, localiser.every.all["L5-root"], localiser.every.named["common-fibular-nerve"]
    a, b = effects(localiser.every, root.id), effects(localiser.every, nerve.id)
    for muscle in supply.atlas.all(Muscle):
        own = supply.by_target.get(muscle.id, ())
        main = any(t.root == "L5" and t.share is Share.MAIN for t in own)
        away = not any("common-fibular-nerve" in way for t in own for way in supply.routes(t))
        if main and away:
            assert (contrast.words(a, muscle.id), contrast.words(b, muscle.id)) == ("most", "none"), muscle.id


def test_likely_covers_every_rate() -> None:
    """Every rate has a word, and a higher rate never has a rarer one."""
    order = [word for _, word in contrast.LIKELY]
    told = [order.index(contrast.likely(i / 100)) for i in range(101)]
    assert told == sorted(told, reverse=True)


def test_picture_shows_what_is_told(every: list[Effects], sites: Sites) -> None:
    """Over every site the picture's three groups hold what is told, nothing is in two, and the mark lies on the picture."""
    drawing = draw(sites.supply)
    for found in every:
        shown = lesion.shown(sites, drawing, found)
        ids = [id_ for group in shown.states.values() for id_ in group]
        assert len(ids) == len(set(ids)) and {e.target for e in found.all} <= set(ids), found.site.id
        assert set(shown.told) == {e.target for e in found.all}
        assert shown.marks["narrow"] and all(0 < x < 360 and 0 < y < 668 for x, y in shown.marks["narrow"]), found.site.id
        assert all(0 < x < 1300 and 0 < y < 1052 for x, y in shown.marks["wide"]), found.site.id


def test_no_line_above_the_cut_is_dashed(every: list[Effects], sites: Sites) -> None:
    """No piece of line that an untouched triple runs along is shown as cut off."""
    drawing = draw(sites.supply)
    for found in every:
        taken = sites.taken(found.site)
        kept = {drawing.number[key] for t in sites.supply.triples if t.id not in taken for key in drawing.ways[t.id]}
        assert not kept.intersection(lesion.shown(sites, drawing, found).pieces), found.site.id


def test_reflexes_are_told_with_their_arc(every: list[Effects], sites: Sites) -> None:
    """Each reflex that a site takes is told, with claims of its own arc."""
    for found in every:
        for reflex in sites.supply.atlas.all(Reflex):
            if one := found.by_target.get(reflex.id):
                assert all(c.startswith(f"{reflex.id}.arc.") for c in one.claims)


def unmarked(sites: Sites) -> list[Candidate]:
    """Sites that have no mark on the wide picture."""
    drawing = draw(sites.supply)
    return [c for c in sites.all.values() if not lesion.shown(sites, drawing, effects(sites, c.id)).marks["wide"]]


def test_nearly_every_site_is_marked_on_the_map(sites: Sites) -> None:
    """A site without a place on the nerve map is one that takes skin alone, by a nerve the map does not draw."""
    muscles = {m.id for m in sites.supply.atlas.all(Muscle)}
    assert all(not muscles.intersection(c.lost) for c in unmarked(sites))


def test_a_lesion_in_the_canal_tells_of_its_other_forms(supply: Supply, sites: Sites) -> None:
    """Cauda and conus are drawn in one form and tell that there are others; no other lesion says so."""
    for id_, one in sites.all.items():
        assert (words.FORMS in words.site(supply, effects(sites, id_))) is one.both, id_
