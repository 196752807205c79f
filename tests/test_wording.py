"""What people call a finding is understood: every way of speaking, every stretch of skin, every sign at every place."""

import pytest

from anatomy import Supply
from anatomy.findings import Kind
from anatomy.localise import Localiser
from anatomy.naming import UnknownName
from anatomy.signs import AT
from anatomy.structures import Action, Group, Muscle, Nerve, Reflex, Region
from anatomy.told import Accuracy, Sign, SkinArea, Spoken


@pytest.fixture(scope="module")
def localiser(supply: Supply) -> Localiser:
    """The reasoning, with its priors."""
    return Localiser(supply)


KINDS = {
    Action: Kind.WEAK_ACTION,
    Muscle: Kind.WEAK_MUSCLE,
    Group: Kind.WEAK_MUSCLE,
    Reflex: Kind.REFLEX_REDUCED,
    Region: Kind.SENSORY_LOSS,
}


def test_every_name_is_understood(localiser: Localiser) -> None:
    """Every movement, muscle, reflex and patch of skin is understood by its id, its name and each synonym."""
    for wanted, kind in KINDS.items():
        for one in localiser.supply.atlas.all(wanted):
            for name in (one.id, one.name, *one.synonyms):
                found = localiser.wording.understand(kind, name)
                assert found.present and localiser.supply.atlas.structures[found.target], (kind, name)


def test_every_way_of_speaking_means_its_target(localiser: Localiser, supply: Supply) -> None:
    """Each way of speaking leads to the target that content/spoken.toml gives it, also written carelessly."""
    areas = {a.id for a in supply.atlas.records(SkinArea)}
    for spoken in supply.atlas.records(Spoken):
        skin = spoken.target in areas
        kind = (
            Kind.SENSORY_LOSS
            if skin
            else KINDS[type(supply.atlas.structures[spoken.target])]
            if spoken.target in supply.atlas.structures
            else Kind.SIGN
        )
        for words in spoken.words:
            for careless in (words, words.upper(), words.replace(" ", "_"), f" {words} "):
                assert localiser.wording.understand(kind, careless).target == spoken.target, (spoken.id, careless)


def test_every_stretch_of_skin(localiser: Localiser, supply: Supply) -> None:
    """Each stretch is understood by name and synonym, and covers patches that exist, each once."""
    for area in supply.atlas.records(SkinArea):
        assert len(set(area.regions)) == len(area.regions) >= 1
        for name in (area.id, area.name, *area.synonyms):
            target = localiser.wording.understand(Kind.SENSORY_LOSS, name).target
            assert set(localiser.skin.patches(target)) <= {r.id for r in supply.atlas.all(Region)}, name


def test_every_nerve_with_skin_may_be_named(localiser: Localiser, supply: Supply) -> None:
    """The skin of a nerve and the dermatome of a root may be named where there is any."""
    for nerve in supply.atlas.all(Nerve):
        if localiser.skin.patches(nerve.id) and any(s.nerve == nerve.id for r in supply.atlas.all(Region) for s in r.nerves):
            assert localiser.skin.patches(localiser.wording.understand(Kind.SENSORY_LOSS, nerve.id).target)
    assert localiser.skin.patches(localiser.wording.understand(Kind.SENSORY_LOSS, "L5 dermatome").target)


def test_signs_at_every_place(localiser: Localiser, supply: Supply) -> None:
    """A sign that shows at a place is likelier there than anywhere else, at every site of every nerve."""
    signs = [s for s in supply.atlas.records(Sign) if s.at and "here" in s.shows]
    assert signs
    for sign in signs:
        for nerve in supply.atlas.all(Nerve):
            for site in nerve.sites:
                if site.id in localiser.place:
                    row = localiser.row(Kind.SIGN, f"{sign.id}{AT}{site.id}")
                    assert row[localiser.place[site.id]] == row.max() > row.min(), (sign.id, site.id)


def test_what_was_counted_stands(localiser: Localiser, supply: Supply) -> None:
    """Where a study counted how often a lesion shows a finding, that is the rate, near enough."""
    for one in supply.atlas.records(Accuracy):
        finding = localiser.wording.understand(Kind(one.kind), one.target)
        for site in one.sites:
            rate = localiser.row(finding.kind, finding.target)[localiser.place[site]]
            same = [
                a.sensitivity for a in supply.atlas.records(Accuracy) if (a.kind, a.target) == (one.kind, one.target) and site in a.sites
            ]
            assert min(same) - 0.25 <= rate <= max(same) + 0.25, (one.id, site, rate)


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("wanted", ["", " ", "xyzzy plugh", "@", "tinel at", "a" * 5000, "\x00", "💥", "<script>"])
def test_nonsense_is_refused_with_its_name(localiser: Localiser, kind: Kind, wanted: str) -> None:
    """Nonsense is never understood as anything."""
    with pytest.raises(UnknownName):
        localiser.wording.understand(kind, wanted)
