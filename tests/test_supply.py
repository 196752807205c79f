"""Reaching is not supplying: what lights is what a triple says, and every triple's route exists."""

from itertools import pairwise

import pytest

from anatomy import Atlas, Supply, cards, tree
from anatomy.claims import Claim, claims
from anatomy.lesion import cut
from anatomy.model import RootSaying, Scope, Share, Zone
from anatomy.structures import Disc, Joint, Muscle, Nerve, Region, SpinalLevel


def shares(supply: Supply, target: str) -> dict[str, str]:
    """Root to share of one target."""
    return {c.root: str(c.share) for c in supply.roots(target)}


def test_every_level_serves_what_its_triples_say(supply: Supply) -> None:
    """A level's cards name a structure if and only if a triple says so."""
    for level in supply.atlas.all(SpinalLevel):
        shown = {s.target.id for card in cards(supply, level) for s in (*card.muscles, *card.joints, *card.regions)}
        assert shown == {t.target for t in supply.triples if t.root == level.id}, level.id


def test_every_route_exists_and_carries_its_root(supply: Supply) -> None:
    """Each route runs from the level along edges of the tree, and each nerve on it carries the root."""
    for triple in supply.triples:
        ways = supply.routes(triple)
        assert ways, triple.id
        for way in ways:
            assert way[0] == triple.root and way[-1] == triple.nerve
            for above, below in pairwise(way):
                assert triple.root in supply.atlas.tree.edges[above, below]["roots"], triple.id
                assert triple.root in tree.carried(supply.atlas.tree, below), triple.id


def test_every_triple_has_a_source_that_names_its_root(supply: Supply) -> None:
    """No triple of a muscle stands without a statement that prints its root for that muscle."""
    for triple in supply.triples:
        assert triple.sources, triple.id
        if isinstance(supply.atlas.structures[triple.target], Muscle):
            assert all(triple.root in s.roots for s in triple.sources), triple.id  # type: ignore[attr-defined]
            assert not any(triple.root in s.roots for s in triple.against), triple.id  # type: ignore[attr-defined]


def test_no_triple_twice(supply: Supply) -> None:
    """Root, nerve and target name a triple."""
    ids = [t.id for t in supply.triples]
    assert len(ids) == len(set(ids))


def test_a_nerve_carries_nothing_its_parents_do_not(atlas: Atlas) -> None:
    """A root never appears half-way down the limb."""
    for nerve in atlas.all(Nerve):
        if nerve.parents and nerve.label != "plexus":
            above = {r for p in nerve.parents for r in tree.carried(atlas.tree, p)}
            assert set(tree.carried(atlas.tree, nerve.id)) <= above, nerve.id


def test_every_target_is_served(supply: Supply) -> None:
    """No muscle or joint stands in the dark; a patch of skin does only where no nerve fits any map, and that is said."""
    for structure in (*supply.atlas.all(Muscle), *supply.atlas.all(Joint)):
        assert supply.by_target.get(structure.id), structure.id
    said = {u.target for u in supply.unrouted}
    for region in supply.atlas.all(Region):
        assert supply.by_target.get(region.id) or region.id in said, region.id


@pytest.mark.parametrize(
    ("muscle", "roots"),
    [("gracilis", {"L2", "L3", "L4"}), ("rectus-femoris", {"L2", "L3", "L4"}), ("gluteus-medius", {"L4", "L5", "S1"})],
)
def test_known_supply(supply: Supply, muscle: str, roots: set[str]) -> None:
    """What every book prints is what lights; what none prints does not."""
    firm = {r for r, share in shares(supply, muscle).items() if share != Share.REPORTED}
    assert firm <= roots
    assert {"L1", "S2", "S3", "S4"}.isdisjoint(shares(supply, muscle))


def test_sciatic_lends_l4_to_no_one(supply: Supply) -> None:
    """The sciatic nerve carries L4, yet the calf does not light with it, save as reported by some where a source says so."""
    for muscle in (
        "soleus",
        "gastrocnemius-medial-head",
        "gastrocnemius-lateral-head",
        "flexor-hallucis-longus",
    ):
        found = shares(supply, muscle).get("L4")
        assert found in (None, Share.REPORTED), muscle
        assert "S1" not in shares(supply, "gracilis")


def test_discs_are_not_roots(supply: Supply) -> None:
    """A bulge beside the middle at L5-S1 meets S1, one at the exit L5; each zone lights its own root only."""
    disc = supply.atlas.get("L5-S1", Disc)

    assert [c.root for c in supply.disc(disc, Zone.PARACENTRAL)] == ["S1"]
    assert [c.root for c in supply.disc(disc, Zone.FAR_LATERAL)] == ["L5"]
    assert {t.root for t in supply.serves(disc, Zone.FAR_LATERAL)} == {"L5"}


def test_every_disc_meets_traversing_and_exiting_root(supply: Supply) -> None:
    """Beside the middle the lower level's root is met, at the side the upper level's."""
    for disc in supply.atlas.all(Disc):
        assert disc.below in [c.root for c in supply.disc(disc, Zone.PARACENTRAL)], disc.id
        assert disc.above in [c.root for c in supply.disc(disc, Zone.FAR_LATERAL)], disc.id


def test_cutting_the_deep_fibular_spares_the_hamstrings(supply: Supply) -> None:
    """A cut loses what leaves below it: tibialis anterior, not biceps femoris, and the common fibular loses both fibulars."""
    deep = {t.target for t in cut(supply, supply.atlas.get("deep-fibular-nerve", Nerve)).lost}
    common = {t.target for t in cut(supply, supply.atlas.get("common-fibular-nerve", Nerve)).lost}

    assert "tibialis-anterior" in deep and "fibularis-longus" not in deep
    assert {"tibialis-anterior", "fibularis-longus"} <= common
    assert {"biceps-femoris-long-head", "soleus"}.isdisjoint(common)


def saying(source: str, *roots: str, main: tuple[str, ...] = (), scope: Scope = Scope.WHOLE, tested: tuple[str, ...] = ()) -> RootSaying:
    """A statement out of thin air."""
    return RootSaying(source=source, place="p", roots=roots, main=main, scope=scope, tested=tested)  # type: ignore[arg-type]


def found(*says: RootSaying) -> dict[str, str]:
    """Root to share by the rule, every source a lineage of its own unless it ends alike after a dash."""
    made: tuple[Claim, ...] = claims(says, lambda source: source.partition("-")[0])
    return {c.root: str(c.share) for c in made}


def test_minority_is_reported_by_some() -> None:
    """A root that fewer than half of the lineages name is reported by some."""
    assert found(saying("a", "L5", "S1"), saying("b", "L5", "S1"), saying("c", "L4", "L5", "S1"))["L4"] == "reported by some"


def test_copies_count_once() -> None:
    """Three pages of one lineage do not outvote two books."""
    assert (
        found(saying("a-1", "L4"), saying("a-2", "L4"), saying("a-3", "L4"), saying("b", "L5"), saying("c", "L5"))["L4"]
        == "reported by some"
    )


def test_main_needs_a_mark() -> None:
    """A root is main when a third of those that mark a chief root mark it, and never when nobody marks one."""
    assert found(saying("a", "L4", "L5", main=("L4",)), saying("b", "L4", "L5")) == {"L4": "main", "L5": "contributes"}
    assert found(saying("a", "L4", "L5"), saying("b", "L4", "L5")) == {"L4": "contributes", "L5": "contributes"}


def test_experiment_speaks_only_of_what_it_tested() -> None:
    """A root that was not tested is not spoken against."""
    only = saying("b", "L5", scope=Scope.TESTED, tested=("L5", "S1"))
    made = {c.root: c for c in claims((saying("a", "L4", "L5", "S1"), only), str)}

    assert [s.source for s in made["L4"].against] == []
    assert [s.source for s in made["S1"].against] == ["b"]


def test_nothing_said_nothing_claimed() -> None:
    """Without a statement there is no claim."""
    assert found() == {}
