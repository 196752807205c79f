"""How much of a target a root stands for follows from how many independent sources name it, and from nothing else."""

from itertools import permutations

from anatomy import Supply
from anatomy.agreed import Agreed
from anatomy.matrix import matrix
from anatomy.structures import Muscle, Region


def test_more_agreement_never_weighs_less(supply: Supply) -> None:
    """Of two roots of a muscle, one that no fewer name and mark and no more deny never weighs less."""
    agreed, cells = Agreed(supply), matrix(supply)
    for muscle in supply.atlas.all(Muscle):
        own = {root: cell for (name, root), cell in cells.items() if name == muscle.id}
        for (a, x), (b, y) in permutations(own.items(), 2):
            if x.named >= y.named and x.denied <= y.denied and x.marked / (x.named + 2) >= y.marked / (y.named + 2):
                assert agreed.roots(muscle.id)[a] >= agreed.roots(muscle.id)[b], (muscle.id, a, b)


def test_every_root_of_a_triple_has_a_weight(supply: Supply) -> None:
    """Every root that serves a muscle or a patch of skin weighs something, and none more than all could."""
    agreed = Agreed(supply)
    for target in (*supply.atlas.all(Muscle), *supply.atlas.all(Region)):
        weights = agreed.roots(target.id)
        assert {t.root for t in supply.by_target.get(target.id, ())} <= weights.keys(), target.id
        assert all(weight > 0 for weight in weights.values()), target.id


def test_a_root_every_map_names_weighs_most(supply: Supply) -> None:
    """Of a patch's roots, one that every map names is outweighed by none."""
    agreed = Agreed(supply)
    for region in supply.atlas.all(Region):
        maps = [m for m in region.maps if m.roots and not m.whole]
        weights = agreed.roots(region.id)
        assert all(weights[r] == max(weights.values()) for r in weights if all(r in m.roots for m in maps)), region.id


def test_the_nerve_most_name_takes_a_patch_whole(supply: Supply) -> None:
    """Of the nerves of a patch, the one that most sources name counts whole, and fewer sources never count for more."""
    agreed = Agreed(supply)
    for region in supply.atlas.all(Region):
        naming = {s.nerve: {supply.lineage(o.source) for o in region.nerves if o.nerve == s.nerve} for s in region.nerves}
        weights = agreed.nerves(region)
        assert weights.keys() == naming.keys()
        for a, b in permutations(naming, 2):
            assert len(naming[a]) > len(naming[b]) or weights[a] <= weights[b], (region.id, a, b)
        assert not naming or max(weights.values()) == 1.0, region.id
