"""A text that tells several things is read thing by thing: what is lost, what is normal, and of what kind each is."""

import pytest

from anatomy import Supply
from anatomy.findings import Kind
from anatomy.localise import Localiser
from anatomy.phrases import still
from anatomy.reading import Reader
from anatomy.sayings import plain
from anatomy.statements import statements
from anatomy.topics import Topic


@pytest.fixture(scope="module")
def reader(supply: Supply) -> Reader:
    """The reader of the atlas."""
    return Localiser(supply).reader


def told(reader: Reader, kind: str, text: str) -> set[str]:
    """The findings of a text, in words."""
    return {f.words for f in reader.read(Kind(kind), text).found}


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("weak_action", "tibialis anterior 3/5, tib post 5/5", {"weak_muscle: tibialis-anterior", "spared_muscle: tibialis-posterior"}),
        (
            "weak_muscle",
            "weak EHL and tibialis anterior, normal gastrocnemius",
            {"weak_muscle: extensor-hallucis-longus", "weak_muscle: tibialis-anterior", "spared_muscle: gastrocnemius"},
        ),
        ("weak_muscle", "no denervation seen except in peroneus longus", {"weak_muscle: fibularis-longus"}),
        ("weak_action", "power 5/5 throughout except left great toe dorsiflexion 4/5", {"weak_action: great-toe-extension"}),
        (
            "spared_action",
            "plantarflexion against resistance, but dorsiflexion flicker only",
            {"spared_action: ankle-plantar-flexion", "weak_action: ankle-dorsiflexion"},
        ),
        ("spared_action", "hip flexion 5-/5", {"spared_action: hip-flexion"}),
        ("weak_muscle", "Adductor magnus, adductor part 4/5", {"weak_muscle: adductor-magnus-adductor-part"}),
        (
            "weak_action",
            "HF 5, KE 5, ADF 3",
            {"spared_action: hip-flexion", "spared_action: knee-extension", "weak_action: ankle-dorsiflexion"},
        ),
        (
            "reflex_reduced",
            "adductor reflex absent, patellar reflex preserved",
            {"reflex_reduced: adductor-reflex", "spared_reflex: knee-jerk"},
        ),
        ("reflex_reduced", "DTRs 2+ at knees, trace at ankles", {"spared_reflex: knee-jerk", "reflex_reduced: ankle-jerk"}),
        ("reflex_reduced", "R ankle jerk a little less brisk than L", {"reflex_reduced: ankle-jerk"}),
        ("reflex_reduced", "patellar reflex 1+ (2+ on the other side)", {"reflex_reduced: knee-jerk"}),
        ("reflex_reduced", "R KJ + (L ++)", {"reflex_reduced: knee-jerk"}),
        ("spared_reflex", "knee jerk normal on the right and gone on the left", {"reflex_reduced: knee-jerk"}),
        (
            "sensory_loss",
            "numb front of the thigh, medial thigh spared",
            {"sensory_loss: anterior-thigh", "spared_sensation: medial-thigh"},
        ),
        (
            "sensory_loss",
            "saphenous nerve distribution, thigh unaffected",
            {"sensory_loss: saphenous-nerve", "spared_sensation: thigh-as-a-whole"},
        ),
        ("sensory_loss", "knee jerk absent", {"reflex_reduced: knee-jerk"}),
        ("spared_sensation", "S1 normal, L5 reduced", {"spared_sensation: S1-dermatome", "sensory_loss: L5-dermatome"}),
        ("sensory_loss", "numb medial leg, quads 4/5", {"sensory_loss: medial-leg", "weak_muscle: quadriceps-femoris"}),
        ("sensory_loss", "inner leg from the knee to the ankle", {"sensory_loss: medial-leg"}),
        ("sensory_loss", "outer thigh numb since a new tool belt", {"sensory_loss: lateral-thigh", "sign: tight-belt"}),
        ("pain", "running from the hip down the outside of the leg", {"pain: lateral-leg"}),
        ("pain", "medial arch when jogging", {"pain: medial-sole", "sign: much-running"}),
        ("pain", "no leg pain", {"sign: no leg-pain"}),
        ("pain", "back pain with radiation to the groin", {"pain: low-back", "pain: groin"}),
        ("pain", "tingling buttock", {"pain: buttock"}),
        ("sensory_loss", "no loss of feeling in the saddle", {"spared_sensation: saddle"}),
        ("weak_action", "foot drop, no weakness of inversion", {"spared_action: foot-inversion", "weak_action: ankle-dorsiflexion"}),
        (
            "sensory_loss",
            "L4 (normal), L5 (reduced), S1 (normal)",
            {"sensory_loss: L5-dermatome", "spared_sensation: L4-dermatome", "spared_sensation: S1-dermatome"},
        ),
        ("weak_muscle", "TA (denervated), TP (normal)", {"spared_muscle: tibialis-posterior", "weak_muscle: tibialis-anterior"}),
        ("spared_reflex", "knee jerk (normal), ankle jerk (absent)", {"reflex_reduced: ankle-jerk", "spared_reflex: knee-jerk"}),
        (
            "weak_action",
            "Foot drop. Eversion, no sensory loss",
            {"sign: no numbness", "weak_action: ankle-dorsiflexion", "weak_action: foot-eversion"},
        ),
        ("pain", "groin; thigh, SLR negative", {"pain: groin", "pain: thigh-as-a-whole", "sign: no straight-leg-raise"}),
        (
            "reflex_reduced",
            "knee jerk; ankle jerk, no Babinski",
            {"reflex_reduced: ankle-jerk", "reflex_reduced: knee-jerk", "sign: no babinski-sign"},
        ),
        ("spared_action", "barely able to dorsiflex", {"weak_action: ankle-dorsiflexion"}),
        ("spared_reflex", "ankle jerk remains absent", {"reflex_reduced: ankle-jerk"}),
        ("sensory_loss", "fine touch over the sole", {"sensory_loss: sole-as-a-whole"}),
        ("pain", "can radiate to the groin", {"pain: groin"}),
        ("pain", "back pain resolved, calf pain remains", {"no pain: low-back", "pain: calf-skin"}),
        ("spared_action", "eversion following surgery normal", {"spared_action: foot-eversion"}),
        ("spared_reflex", "ankle jerk since the discectomy absent", {"reflex_reduced: ankle-jerk", "sign: spinal-needle-or-operation"}),
        ("sensory_loss", "no pinprick over S1", {"sensory_loss: S1-dermatome"}),
        ("weak_muscle", "no motor units in tibialis anterior", {"weak_muscle: tibialis-anterior"}),
        ("reflex_reduced", "no knee or ankle jerks", {"reflex_reduced: ankle-jerk", "reflex_reduced: knee-jerk"}),
        ("weak_action", "without dorsiflexion", {"weak_action: ankle-dorsiflexion"}),
        ("sensory_loss", "pinprick not appreciated over L5", {"sensory_loss: L5-dermatome"}),
        ("pain", "calf pain improves on sitting", {"pain: calf-skin"}),
        ("weak_action", "foot drop with a father with diabetes", {"weak_action: ankle-dorsiflexion"}),
        (
            "weak_muscle",
            "weakness of peroneus longus and brevis with TA and EHL 5/5",
            {
                "weak_muscle: fibularis-longus",
                "weak_muscle: fibularis-brevis",
                "spared_muscle: tibialis-anterior",
                "spared_muscle: extensor-hallucis-longus",
            },
        ),
        ("weak_action", "can neither heel-walk nor toe-walk", {"weak_action: heel-walking", "weak_action: tiptoe-standing"}),
        ("reflex_reduced", "ankle jerk present only with reinforcement", {"reflex_reduced: ankle-jerk"}),
        ("reflex_reduced", "knee reflex lost; ankle reflex kept", {"reflex_reduced: knee-jerk", "spared_reflex: ankle-jerk"}),
        ("reflex_reduced", "knee jerk reduced, right plantar extensor", {"reflex_reduced: knee-jerk", "sign: babinski-sign"}),
        ("pain", "buttock pain has gone; sole", {"no pain: buttock", "pain: sole-as-a-whole"}),
        ("sensory_loss", "whole foot except the medial side", {"sensory_loss: foot-as-a-whole", "spared_sensation: medial-foot"}),
        ("weak_action", "foot drop, no pain", {"sign: no leg-pain", "weak_action: ankle-dorsiflexion"}),
        ("weak_action", "dorsiflexion weak, no wasting", {"weak_action: ankle-dorsiflexion"}),
        ("weak_action", "dorsiflexion 3/5, otherwise normal", {"weak_action: ankle-dorsiflexion"}),
        ("sensory_loss", "numb sole, no weakness", {"sensory_loss: sole-as-a-whole", "sign: no weakness"}),
        ("sensory_loss", "L5 reduced, otherwise normal", {"sensory_loss: L5-dermatome"}),
        ("reflex_reduced", "ankle jerk absent, otherwise normal", {"reflex_reduced: ankle-jerk"}),
        ("weak_muscle", "tibialis anterior weak, no fibrillation", {"weak_muscle: tibialis-anterior"}),
        ("pain", "burning feet at night, no weakness", {"pain: foot-as-a-whole", "sign: no weakness"}),
        ("weak_action", "dorsiflexion (inversion normal)", {"spared_action: foot-inversion", "weak_action: ankle-dorsiflexion"}),
        ("reflex_reduced", "ankle jerk (knee jerk normal)", {"reflex_reduced: ankle-jerk", "spared_reflex: knee-jerk"}),
        ("sensory_loss", "sole (heel spared)", {"sensory_loss: sole-as-a-whole", "spared_sensation: heel"}),
        ("sensory_loss", "lateral thigh (no weakness)", {"sensory_loss: lateral-thigh", "sign: no weakness"}),
        ("spared_action", "eversion (dorsiflexion weak)", {"spared_action: foot-eversion", "weak_action: ankle-dorsiflexion"}),
        ("spared_reflex", "knee jerk (ankle jerk absent)", {"reflex_reduced: ankle-jerk", "spared_reflex: knee-jerk"}),
        ("sensory_loss", "L5 not S1", {"sensory_loss: L5-dermatome", "spared_sensation: S1-dermatome"}),
        ("sensory_loss", "sole, not heel", {"sensory_loss: sole-as-a-whole", "spared_sensation: heel"}),
        ("weak_action", "dorsiflexion, not eversion", {"spared_action: foot-eversion", "weak_action: ankle-dorsiflexion"}),
        ("pain", "calf, not thigh", {"no pain: thigh-as-a-whole", "pain: calf-skin"}),
        ("pain", "buttock pain not radiating below the knee", {"no pain: leg-below-the-knee", "pain: buttock"}),
        ("spared_reflex", "knee jerk present, not ankle jerk", {"reflex_reduced: ankle-jerk", "spared_reflex: knee-jerk"}),
        ("sensory_loss", "posterior leg, no diabetes", {"sensory_loss: calf-skin", "sign: no diabetes"}),
        ("weak_muscle", "tibialis posterior weak, no diabetes", {"sign: no diabetes", "weak_muscle: tibialis-posterior"}),
        ("weak_action", "quadriceps weak, never on warfarin", {"sign: no bleeding-or-blood-thinner", "weak_muscle: quadriceps-femoris"}),
        ("pain", "calf pain with negative straight leg raise", {"pain: calf-skin", "sign: no straight-leg-raise"}),
        ("pain", "back pain with no bladder trouble", {"pain: low-back", "sign: no bladder-trouble"}),
        ("pain", "no pain on sitting", {"sign: no pain-on-sitting"}),
        ("pain", "leg pain eased by bending forward", {"sign: leg-pain"}),
        ("weak_action", "dorsiflexion 5/5 on right, 2/5 on left", {"weak_action: ankle-dorsiflexion"}),
        ("sensory_loss", "lateral thigh normal on right, reduced on left", {"sensory_loss: lateral-thigh"}),
        ("reflex_reduced", "ankle jerk normal right, absent left", {"reflex_reduced: ankle-jerk"}),
        ("sensory_loss", "left foot numb, right foot normal", {"sensory_loss: foot-as-a-whole"}),
        ("sensory_loss", "lateral thigh with no back pain", {"no pain: low-back", "sensory_loss: lateral-thigh"}),
        ("weak_action", "dorsiflexion with no pain", {"sign: no leg-pain", "weak_action: ankle-dorsiflexion"}),
        (
            "sensory_loss",
            "anterior thigh with no loss over the medial leg",
            {"sensory_loss: anterior-thigh", "spared_sensation: medial-leg"},
        ),
        ("weak_action", "knee extension with no sensory loss", {"sign: no numbness", "weak_action: knee-extension"}),
        ("sensory_loss", "no pain sensation over the sole", {"sensory_loss: sole-as-a-whole"}),
        (
            "weak_action",
            "foot drop. Inversion, plantarflexion and hip abduction strong",
            {
                "spared_action: ankle-plantar-flexion",
                "spared_action: foot-inversion",
                "spared_action: hip-abduction",
                "weak_action: ankle-dorsiflexion",
            },
        ),
        (
            "weak_muscle",
            "denervation in TA, EHL; TP, gluteus medius, biceps short head all normal",
            {
                "spared_muscle: biceps-femoris-short-head",
                "spared_muscle: gluteus-medius",
                "spared_muscle: tibialis-posterior",
                "weak_muscle: extensor-hallucis-longus",
                "weak_muscle: tibialis-anterior",
            },
        ),
        (
            "sensory_loss",
            "numb dorsum of foot; sole, lateral foot, and medial leg normal",
            {
                "sensory_loss: dorsum-of-foot-as-a-whole",
                "spared_sensation: lateral-foot",
                "spared_sensation: medial-leg",
                "spared_sensation: sole-as-a-whole",
            },
        ),
        ("reflex_reduced", "ankle jerk absent, Babinski negative", {"reflex_reduced: ankle-jerk", "sign: no babinski-sign"}),
        ("reflex_reduced", "knee jerk reduced. Babinski absent.", {"reflex_reduced: knee-jerk", "sign: no babinski-sign"}),
        (
            "sensory_loss",
            "sural SNAP absent, sole numb",
            {"sensory_loss: sole-as-a-whole", "sign: sensory-response-reduced at sural-nerve"},
        ),
        ("weak_action", "dorsiflexion 4 out of 5", {"weak_action: ankle-dorsiflexion"}),
        (
            "sensory_loss",
            "L4 intact, L5 1/2, S1 intact",
            {"sensory_loss: L5-dermatome", "spared_sensation: L4-dermatome", "spared_sensation: S1-dermatome"},
        ),
        (
            "sensory_loss",
            "full length of the outer leg",
            {"sensory_loss: lower-lateral-leg", "sensory_loss: upper-calf-lateral", "sensory_loss: upper-lateral-leg"},
        ),
        ("sensory_loss", "lateral thigh after a normal delivery", {"sensory_loss: lateral-thigh"}),
        ("pain", "groin pain, hip flexion normal", {"pain: groin", "spared_action: hip-flexion"}),
        ("pain", "posterior thigh, SLR negative", {"pain: posterior-thigh", "sign: no straight-leg-raise"}),
        ("pain", "lateral thigh, no bladder trouble", {"pain: lateral-thigh", "sign: no bladder-trouble"}),
        ("pain", "thigh pain, worse at night", {"pain: thigh-as-a-whole"}),
        ("sensory_loss", "saddle anaesthesia absent", {"spared_sensation: saddle"}),
        ("reflex_reduced", "no clonus", {"sign: no brisk-reflexes"}),
        ("pain", "calf pain on sitting", {"pain: calf-skin", "sign: pain-on-sitting"}),
        ("weak_action", "foot drop after hip replacement", {"sign: hip-operation", "weak_action: ankle-dorsiflexion"}),
    ],
)
def test_each_thing_is_read_for_itself(reader: Reader, kind: str, text: str, found: set[str]) -> None:
    """What a text calls normal is normal, whatever it was asked as; what is of another kind is read as that; limits are no findings."""
    assert told(reader, kind, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SLR negative bilaterally", {"sign: no straight-leg-raise"}),
        ("SLR -, FNST +", {"sign: no straight-leg-raise", "sign: femoral-stretch"}),
        ("SLR 80/80, crossed SLR negative", {"sign: no straight-leg-raise", "sign: no crossed-straight-leg-raise"}),
        ("SLR limited to 20 degrees", {"sign: straight-leg-raise"}),
        ("straight leg raising to 40°", {"sign: straight-leg-raise"}),
        ("Tinel negative at fibular neck", {"sign: no tinel-sign at fibular-neck"}),
        ("percussion over the fibular head sends tingles into the foot", {"sign: tinel-sign at fibular-head"}),
        ("Tinel behind and above the lateral malleolus", {"sign: tinel-sign at sural-nerve-at-lateral-malleolus"}),
        ("lump behind the knee", {"sign: mass-over-nerve at tibial-nerve-in-popliteal-fossa"}),
        ("tender fibular neck without a palpable mass", {"sign: tenderness-over-nerve at fibular-neck", "sign: no mass-over-nerve"}),
        ("continent of urine and faeces", {"sign: no bladder-trouble", "sign: no bowel-trouble"}),
        ("denies back pain, numbness or weakness", {"sign: no back-pain", "sign: no numbness", "sign: no weakness"}),
        ("no back pain, numb leg", {"sign: no back-pain", "sign: numb-leg"}),
        ("bladder and bowels unaffected but impotent", {"sign: no bladder-trouble", "sign: no bowel-trouble", "sign: sexual-trouble"}),
        ("difficulty opening his bowels", {"sign: bowel-trouble"}),
        ("not continent", {"sign: bladder-trouble", "sign: bowel-trouble"}),
        ("not incontinent of urine", {"sign: no bladder-trouble"}),
        ("bladder and bowel function not normal", {"sign: bladder-trouble", "sign: bowel-trouble"}),
        ("anal tone not normal", {"sign: reduced-anal-tone"}),
        ("no bowel cancer", {"sign: no tumour-or-radiation"}),
        ("bowel surgery 10 years ago", {"sign: pelvic-operation"}),
        ("no back pain, foot drop since yesterday or the day before", {"sign: no back-pain", "weak_action: ankle-dorsiflexion"}),
        ("no cough, SLR positive at 30 or 40 degrees", {"sign: straight-leg-raise"}),
        ("no back pain, numbness or weakness", {"sign: no back-pain", "sign: no numbness", "sign: no weakness"}),
        ("pain after running up hills", {"sign: much-running"}),
        ("SLR -", {"sign: no straight-leg-raise"}),
        ("Babinski -", {"sign: no babinski-sign"}),
        ("negative SLR, slump and femoral stretch", {"sign: no femoral-stretch", "sign: no slump-test", "sign: no straight-leg-raise"}),
        (
            "SLR: negative; crossed SLR: negative; femoral stretch: positive",
            {"sign: femoral-stretch", "sign: no crossed-straight-leg-raise", "sign: no straight-leg-raise"},
        ),
        ("SLR painless", {"sign: no straight-leg-raise"}),
        ("SLR full in a 45 year old", {"sign: no straight-leg-raise"}),
        ("sural SNAP present", {"sign: no sensory-response-reduced at sural-nerve"}),
        ("ankle sprain six weeks ago, Tinel absent", {"sign: ankle-injury", "sign: no tinel-sign"}),
        ("gets up from a chair with no trouble", {"sign: no trouble-rising-from-chair"}),
        ("negative SLR, foot drop", {"sign: no straight-leg-raise", "weak_action: ankle-dorsiflexion"}),
        ("negative SLR, bladder trouble", {"sign: bladder-trouble", "sign: no straight-leg-raise"}),
        ("no trauma, pain worse on coughing or sneezing", {"sign: back-pain-on-cough"}),
        ("No back pain. Bladder trouble.", {"sign: bladder-trouble", "sign: no back-pain"}),
        ("No fever. Diabetes.", {"sign: diabetes"}),
        ("leg pain. No back pain.", {"sign: leg-pain", "sign: no back-pain"}),
        ("not fully continent", {"sign: bladder-trouble", "sign: bowel-trouble"}),
        ("anal tone normal on admission, now lax", {"sign: reduced-anal-tone"}),
        ("bladder and bowels not affected", {"sign: no bladder-trouble", "sign: no bowel-trouble"}),
        ("has not opened bowels", {"sign: bowel-trouble"}),
        ("sural SNAP not recordable", {"sign: sensory-response-reduced at sural-nerve"}),
        ("sural sensory potential normal", {"sign: no sensory-response-reduced at sural-nerve"}),
    ],
)
def test_a_sign_found_or_not(reader: Reader, text: str, found: set[str]) -> None:
    """Plus and minus, degrees, what is well and a "no" before a list tell whether a sign was found."""
    assert told(reader, "sign", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("glut max fibs only on EMG", {"weak_muscle: gluteus-maximus"}),
        (
            "fibs in vastus lateralis and in L3 paraspinals",
            {"weak_muscle: vastus-lateralis", "sign: paraspinal-denervation"},
        ),
        ("fibs in vastus lateralis with normal paraspinals", {"weak_muscle: vastus-lateralis", "sign: no paraspinal-denervation"}),
        ("fibs in TA with normal TP", {"weak_muscle: tibialis-anterior", "spared_muscle: tibialis-posterior"}),
        ("fibs in vastus lateralis but not in the paraspinals", {"weak_muscle: vastus-lateralis", "sign: no paraspinal-denervation"}),
        ("paresthesias over the buttock", {"sensory_loss: buttock"}),
    ],
)
def test_a_muscle_that_lost_its_nerve_told_as_a_sign(reader: Reader, text: str, found: set[str]) -> None:
    """A word of lost strength makes a muscle weak and tingling does not; what is normal beside it is told so; the back is a sign."""
    assert told(reader, "sign", text) == found


def test_what_nobody_could_tell_is_no_finding(reader: Reader) -> None:
    """A test that told neither way is not read as found, nor as normal."""
    with pytest.raises(LookupError):
        reader.read(Kind.SIGN, "femoral stretch equivocal")


def test_blanks_change_nothing(reader: Reader) -> None:
    """Tabs, line ends and many blanks are one blank, so that no pattern has to search through them."""
    for text in ("weak TA, left EHL 3/5", "numb sole, heel spared"):
        kind = "weak_muscle" if "TA" in text else "sensory_loss"
        for blank in (" " * 40, "\t", "\n  "):
            assert told(reader, kind, text.replace(" ", blank)) == told(reader, kind, text)
    assert still("a \t\n b") == "a b"


@pytest.mark.parametrize("kind", [Kind.WEAK_ACTION, Kind.REFLEX_REDUCED, Kind.SENSORY_LOSS, Kind.PAIN])
@pytest.mark.parametrize("usual", [True, False])
def test_a_text_that_says_nothing_of_itself_is_what_was_asked(kind: Kind, *, usual: bool) -> None:
    """A bare name is one statement, whole, as normal as the kind it was asked as; so is a list of names."""
    for text in ("tibialis anterior", "lateral leg, dorsum of foot and sole", "left"):
        (only,) = statements(text, kind, usual=usual)
        assert only.text == text and only.normal is usual


def test_topics_are_told_apart() -> None:
    """Strength, reflexes and skin told in one breath are three statements."""
    found = list(statements("numb outer foot, PF 4/5, AJ gone", Kind.SENSORY_LOSS, usual=False))
    assert [s.topic for s in found] == [Topic.SKIN, Topic.STRENGTH, Topic.REFLEX]
    assert not any(s.normal for s in found)


def test_plain_words_stay_as_they_are() -> None:
    """A sign's name, or a sentence without plus, minus or list, is not rewritten."""
    for text in ("straight leg raise", "no Trendelenburg sign", "S1 - S2 junction tender", "neglect of the leg", "numb leg, no pain"):
        assert plain(text) == text
