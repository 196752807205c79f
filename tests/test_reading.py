"""Findings written as examiners write them are read for what they tell, and what is not understood is told, not lost."""

import pytest

from anatomy import Supply
from anatomy.examination import USUAL
from anatomy.findings import Finding, Kind
from anatomy.localise import Localiser
from anatomy.naming import UnknownName
from anatomy.reading import BOTH, Reader
from anatomy.request import answer, read
from anatomy.signs import AT
from anatomy.signtext import ANSWER
from anatomy.skinwords import SkinWords, lie
from anatomy.structures import Action, Group, Muscle, Reflex, Region


@pytest.fixture(scope="module")
def localiser(supply: Supply) -> Localiser:
    """The reasoning, with its reader."""
    return Localiser(supply)


@pytest.fixture(scope="module")
def reader(localiser: Localiser) -> Reader:
    """The reader."""
    return localiser.reader


def told(reader: Reader, kind: str, text: str) -> set[str]:
    """What a text is read as, in the contract's words."""
    return {f.words for f in reader.read(Kind(kind), text).found}


ASIDE = ("{} 4/5", "{} (4-/5)", "{} on the left", "left {}", "{}, MRC grade 3", "{} (denervation on EMG)", "{}, slight")


def test_what_is_said_beside_a_name_changes_nothing(reader: Reader, supply: Supply) -> None:
    """A grade of weakness, a side or a remark beside the name of any movement, muscle or reflex leaves its meaning as it is."""
    for wanted, kind in ((Action, Kind.WEAK_ACTION), (Muscle, Kind.WEAK_MUSCLE), (Group, Kind.WEAK_MUSCLE), (Reflex, Kind.REFLEX_REDUCED)):
        for one in supply.atlas.all(wanted):
            plain = reader.read(kind, one.name).found
            for aside in ASIDE if wanted is not Reflex else ASIDE[2:4]:
                assert reader.read(kind, aside.format(one.name)).found == plain, aside.format(one.name)


def test_any_two_patches_told_together(reader: Reader, supply: Supply) -> None:
    """Two patches of skin joined by "and", "to" or a comma are both read, whichever they are; a "but not" sets the second apart."""
    joined = (" and ", " to ", ",")
    named = [next((n for n in (*p.synonyms, p.name) if not any(j in n for j in joined)), "") for p in supply.atlas.all(Region)]
    plain = [name for name in named if name]
    assert len(plain) > 50
    for names in zip(plain, plain[7:] + plain[:7], strict=True):
        each = [set(reader.read(Kind.PAIN, name).found) for name in names]
        for join in (" and ", " to ", ", ", " radiating to the "):
            assert each[0] | each[1] <= set(reader.read(Kind.PAIN, join.join(names)).found), join.join(names)
        spared = {Finding(f.kind, f.target, present=False) for f in each[1]}
        assert each[0] | spared <= set(reader.read(Kind.PAIN, f"{names[0]} but not the {names[1]}").found), names


def test_a_patch_lies_where_its_name_says(supply: Supply) -> None:
    """Every patch of thigh, knee, leg, ankle and foot is among those that the words of its own name place."""
    regions = supply.atlas.all(Region)
    words = SkinWords(regions)
    placed = [region for region in regions if lie(region.name).parts]
    assert len(placed) > 45
    for region in placed:
        assert region.id in words.patches(region.name), region.name


@pytest.mark.parametrize(
    ("text", "patches"),
    [
        ("upper anterior thigh", {"upper-front-thigh"}),
        ("distal anteromedial thigh", {"lower-front-thigh", "lower-medial-thigh"}),
        ("anterior thigh just above the knee", {"lower-front-thigh"}),
        ("inner side of the lower leg", {"upper-medial-leg", "lower-medial-leg", "upper-calf-medial"}),
        ("proximal lateral leg", {"upper-lateral-leg", "upper-calf-lateral"}),
        ("dorsal aspect of the second to fourth toes", {"dorsal-second-toe", "dorsal-third-toe", "dorsal-fourth-toe"}),
        ("web between first and second toes", {"first-web-space"}),
        ("medial heel", {"medial-heel-sole"}),
        ("xyzzy", set()),
    ],
)
def test_skin_is_read_by_where_it_lies(supply: Supply, text: str, patches: set[str]) -> None:
    """A stretch with no name of its own is read by its side, height and part of the leg."""
    assert set(SkinWords(supply.atlas.all(Region)).patches(text)) == patches


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("weak_action", "hip flexion 5/5", {"spared_action: hip-flexion"}),
        ("weak_action", "dorsiflexion of the ankle and toes", {"weak_action: ankle-dorsiflexion", "weak_action: lesser-toes-extension"}),
        ("weak_muscle", "peroneus longus and brevis", {"weak_muscle: fibularis-longus", "weak_muscle: fibularis-brevis"}),
        ("weak_muscle", "tibialis anterior and posterior", {"weak_muscle: tibialis-anterior", "weak_muscle: tibialis-posterior"}),
        ("spared_reflex", "patellar and Achilles reflexes", {"spared_reflex: knee-jerk", "spared_reflex: ankle-jerk"}),
        ("sensory_loss", "L4 to S1 dermatomes", {"sensory_loss: L4-dermatome", "sensory_loss: L5-dermatome", "sensory_loss: S1-dermatome"}),
        ("sensory_loss", "S2-4", {"sensory_loss: S2-dermatome", "sensory_loss: S3-dermatome", "sensory_loss: S4-dermatome"}),
        ("sign", "normal sural response", {f"sign: no {ANSWER} at sural-nerve"}),
        ("sign", "Tinel 10 cm above the lateral malleolus", {"sign: tinel-sign at superficial-fibular-nerve-at-deep-fascia"}),
        ("weak_action", "all movements of the great toe", {"weak_action: great-toe-extension", "weak_action: great-toe-flexion"}),
        ("pain", "sciatica down to the calf", {"sign: leg-pain", "pain: calf-skin"}),
        ("sign", "zoster of the thigh, foot spared", {"sign: shingles", "pain: thigh-as-a-whole"}),
        ("sign", "absent Hannington-Kiff reflex", {"reflex_reduced: adductor-reflex"}),
        ("sign", "symmetrical numbness of the soles", {"sensory_loss: sole-as-a-whole", BOTH.words}),
        ("sensory_loss", "S3-S5", {"sensory_loss: S3-dermatome", "sensory_loss: S4-dermatome"}),
        ("weak_action", "knee extension R5/5, L4/5", {"weak_action: knee-extension"}),
        ("sign", "Tinel over the sural nerve above the lateral malleolus", {"sign: tinel-sign at sural-nerve-above-lateral-malleolus"}),
        ("sign", "sural response within normal limits", {f"sign: no {ANSWER} at sural-nerve"}),
        ("sign", "vesicular rash in the L2/3 region", {"sign: shingles", "pain: L2-dermatome", "pain: L3-dermatome"}),
        ("sensory_loss", "saddle area, symmetric", {"sensory_loss: saddle", BOTH.words}),
        ("spared_reflex", "knee jerks symmetrical", {"spared_reflex: knee-jerk"}),
        ("sign", "long rides on a hard saddle", {"sign: cycling-or-long-sitting"}),
        ("sign", "tender mass in the iliac fossa", {"sign: mass-over-nerve at iliac-fossa"}),
        ("sign", "painless weakness", {"sign: no leg-pain", "sign: weakness"}),
        ("sign", "no pain", {"sign: no leg-pain"}),
        ("sign", "groin pain", {"pain: groin"}),
        ("sensory_loss", "L4 and 5 dermatomes", {"sensory_loss: L4-dermatome", "sensory_loss: L5-dermatome"}),
        ("sensory_loss", "S2, 3 and 4", {"sensory_loss: S2-dermatome", "sensory_loss: S3-dermatome", "sensory_loss: S4-dermatome"}),
        ("sign", "Babinski", {"sign: babinski-sign"}),
        ("sign", "popliteal mass", {"sign: mass-over-nerve at popliteal"}),
        ("sign", "Baker's cyst", {"sign: mass-over-nerve at tibial-nerve-in-popliteal-fossa"}),
        ("sign", "swelling of the back of the thigh", {"sign: mass-over-nerve at back-thigh"}),
        ("sign", "Tinel over the lateral femoral cutaneous nerve in the groin", {"sign: tinel-sign at lateral-femoral-cutaneous-nerve"}),
        ("reflex_reduced", "ankle jerks absent bilaterally", {"reflex_reduced: ankle-jerk", BOTH.words}),
        ("weak_action", "L ankle DF 1/5, R PF 3/5", {"weak_action: ankle-dorsiflexion", "weak_action: ankle-plantar-flexion"}),
        ("spared_reflex", "knee jerks brisk and equal", {"spared_reflex: knee-jerk"}),
        ("pain", "low back radiating to the medial shin", {"pain: low-back", "pain: medial-leg"}),
        ("pain", "lateral thigh and leg", {"pain: lateral-thigh", "pain: lateral-leg"}),
        ("sensory_loss", "sole but not the heel", {"sensory_loss: sole-as-a-whole", "spared_sensation: heel"}),
        ("sensory_loss", "numb in the L5 distribution", {"sensory_loss: L5-dermatome"}),
        ("sign", "no Trendelenburg sign", {"sign: no trendelenburg-sign"}),
        ("sign", "straight leg raise negative", {"sign: no straight-leg-raise"}),
        ("sign", "negative straight leg raise", {"sign: no straight-leg-raise"}),
        ("sign", "normal anal tone", {"sign: no reduced-anal-tone"}),
        ("sign", "absent anal tone", {"sign: reduced-anal-tone"}),
        ("sign", "bladder function preserved", {"sign: no bladder-trouble"}),
        ("sign", "normal bladder and bowel", {"sign: no bladder-trouble", "sign: no bowel-trouble"}),
        ("sign", "SLR positive at 30 degrees", {"sign: straight-leg-raise"}),
        ("sign", "wasting of extensor digitorum brevis", {"weak_muscle: extensor-digitorum-brevis"}),
        ("sign", "knee jerk absent", {"reflex_reduced: knee-jerk"}),
        ("sign", "brisk knee jerks", {"spared_reflex: knee-jerk"}),
        ("sign", "absent sural SNAP", {f"sign: {ANSWER} at sural-nerve"}),
        ("sign", "normal superficial peroneal SNAP", {f"sign: no {ANSWER} at superficial-fibular-nerve"}),
        ("sign", "Tinel sign over the fibular head", {"sign: tinel-sign at fibular-head"}),
        ("sign", "tenderness over the greater sciatic notch", {"sign: tenderness-over-nerve at sciatic-nerve-at-piriformis"}),
        ("sign", "foot drop on waking after prolonged bed rest", {"weak_action: ankle-dorsiflexion", "sign: pressure-at-the-outer-knee"}),
        ("sign", "bowel or bladder trouble", {"sign: bowel-trouble", "sign: bladder-trouble"}),
        ("sign", "numbness of the sole", {"sensory_loss: sole-as-a-whole"}),
    ],
)
def test_what_examiners_write(reader: Reader, kind: str, text: str, found: set[str]) -> None:
    """What is told is read: grades, sides, several things in one text, what is spared, and findings told as signs."""
    assert told(reader, kind, text) == found


def test_what_is_not_understood_is_told(localiser: Localiser) -> None:
    """Of a text that is understood in part the rest is told; of one not understood at all the nearest names are."""
    rows = [{"kind": "pain", "target": "buttock and flibbertigibbet"}, {"kind": "weak_muscle", "target": "tibilais anteror"}]
    found = read(localiser, rows)
    assert [f.words for f in found.found] == ["pain: buttock"]
    assert ["flibbertigibbet" in u["reason"] for u in found.unused] == [True, False]
    assert "Tibialis anterior" in found.unused[1]["nearest"]
    assert found.read == [{"finding": rows[0], "as": ["pain: buttock"]}]


def test_the_rest_was_normal(localiser: Localiser) -> None:
    """What is said of the rest makes normal every usual movement that nothing else is told of, of one joint where it names one."""
    rows = [{"kind": "weak_muscle", "target": "tibialis anterior 2/5"}, {"kind": "spared_action", "target": "power otherwise normal"}]
    normal = {f.target for f in read(localiser, rows).found if not f.present}
    assert normal == set(USUAL) - {"ankle-dorsiflexion", "foot-inversion"}
    assert {f.target for f in read(localiser, [{"kind": "spared_action", "target": "hip power 5/5"}]).found} == {
        a for a in USUAL if "hip" in a
    }
    reflexes = [{"kind": "reflex_reduced", "target": "ankle jerk"}, {"kind": "spared_reflex", "target": "reflexes otherwise normal"}]
    assert [f.words for f in read(localiser, reflexes).found] == ["reflex_reduced: ankle-jerk", "spared_reflex: knee-jerk"]


def test_sides_are_used(localiser: Localiser) -> None:
    """What is found on the left and on the right is found on both sides; what is normal there is not."""

    def both(*sides: str, kind: str = "weak_action") -> bool:
        return BOTH in read(localiser, [{"kind": kind, "target": "ankle dorsiflexion", "side": s} for s in sides]).found

    assert both("left", "right") and both("Both") and both("bilateral")
    absent = {"kind": "sign", "target": "straight leg raise", "side": "both", "absent": True}
    assert BOTH not in read(localiser, [absent]).found
    assert not both("left", "left") and not both("left", "right", kind="spared_action") and not both("middle")


def test_a_sign_looked_for_and_absent(localiser: Localiser) -> None:
    """A finding marked absent is a normal one."""
    found = read(localiser, [{"kind": "sign", "target": "straight leg raise", "absent": True}]).found
    assert [f.words for f in found] == ["sign: no straight-leg-raise"]


def test_a_nerve_of_skin_that_answers_no_shock(localiser: Localiser, supply: Supply) -> None:
    """The lost answer of a nerve of skin speaks for that nerve against every root, and of two nerves for the one asked."""
    lesions = {"sural-nerve": "sural-nerve", "saphenous-nerve": "saphenous-nerve", "superficial-fibular-nerve": "superficial-fibular-nerve"}
    for nerve, site in lesions.items():
        row = localiser.row(Kind.SIGN, f"{ANSWER}{AT}{nerve}")
        roots = [row[i] for i, c in enumerate(localiser.sites) if c.type == "root"]
        assert row[localiser.place[site]] > 4 * max(roots)
        assert all(row[localiser.place[site]] > 1.5 * row[localiser.place[other]] for n, other in lesions.items() if n != nerve)


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize(
    "text", ["", "xyzzy and plugh", "4/5", "no", "and", "but not", "a" * 5000, "(" * 3000, "to " * 4000, "<script>", "\x00"]
)
def test_nonsense_is_refused(reader: Reader, kind: Kind, text: str) -> None:
    """Nonsense is never read as anything, however long it is."""
    with pytest.raises(UnknownName):
        reader.read(kind, text)


def test_the_contract_keeps_its_shape(localiser: Localiser) -> None:
    """Free wording adds nothing to the keys of the answer."""
    assert set(answer(localiser, {"findings": [{"kind": "pain", "target": "buttock to calf"}]})) == {"lesions", "next_tests", "unused"}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("sign", "wrist fracture"),
        ("sign", "stress fracture of the foot"),
        ("sign", "fluid retention"),
        ("sign", "absent femoral motor response"),
        ("sign", "good response to steroid at the sural nerve"),
        ("weak_action", "painful hip movements"),
        ("weak_action", "no movements below the knee"),
        ("weak_action", "finger abduction"),
    ],
)
def test_what_tells_nothing_of_the_leg_s_nerves_is_not_read(reader: Reader, kind: str, text: str) -> None:
    """A text that only looks like a finding is not read as one: it is told as not understood."""
    with pytest.raises(UnknownName):
        reader.read(Kind(kind), text)


def test_symmetry_of_reflexes_is_no_trouble_of_both_legs(reader: Reader) -> None:
    """That reflexes or strength are symmetrical, or numbness is not, does not put a lesion on both sides."""
    texts = ("sole, not symmetric", "sole; reflexes symmetrical", "sole, otherwise symmetrical strength")
    assert not any(BOTH in reader.read(Kind.SENSORY_LOSS, text).found for text in texts)
    assert BOTH in reader.read(Kind.SENSORY_LOSS, "symmetrical numbness of the sole").found
