"""What an examination of the leg usually holds, and how readily a test is made."""

from anatomy.atlas import Atlas
from anatomy.findings import Kind, Test
from anatomy.skin import face
from anatomy.structures import Region
from anatomy.told import Sign

USUAL: tuple[str, ...] = (
    *("hip-flexion", "hip-extension", "hip-abduction", "hip-adduction", "knee-extension", "knee-flexion"),
    *("ankle-dorsiflexion", "ankle-plantar-flexion", "foot-inversion", "foot-eversion", "great-toe-extension", "great-toe-flexion"),
)
"""The movements that an examination of the leg usually holds."""

BOTH_SIDES = "both-sides"
"""The sign that it is so on both sides."""

REFLEXES = ("knee-jerk", "ankle-jerk")
"""The reflexes that it usually holds."""

STRETCHED = frozenset(
    (
        *("straight-leg-raise", "crossed-straight-leg-raise", "slump-test", "femoral-stretch", "piriformis-test", "tinel-sign"),
        *("hip-held-bent", "howship-romberg-sign", "hannington-kiff-sign"),
    )
)
"""Signs of a nerve that is stretched, pressed or eased, which a text of skin or pain may name beside it."""


def usual(atlas: Atlas) -> tuple[tuple[Test, ...], ...]:
    """What is usually told where it is so, in groups of which one is told.

    Movements, two reflexes, skin and pain by the face of the leg, and that it is so on both sides.
    """
    faces: dict[tuple[str, bool], list[str]] = {}
    for patch in atlas.all(Region):
        faces.setdefault(face(patch), []).append(patch.id)
    return (
        *(((Kind.WEAK_ACTION, a),) for a in USUAL if a in atlas.structures),
        *(((Kind.REFLEX_REDUCED, r),) for r in REFLEXES if r in atlas.structures),
        *(tuple((kind, p) for p in patches) for kind in (Kind.SENSORY_LOSS, Kind.PAIN) for patches in faces.values()),
        *(((Kind.SIGN, s.id),) for s in atlas.records(Sign) if s.id == BOTH_SIDES),
    )


def alike(atlas: Atlas, test: Test) -> object:
    """The same for all patches of a face of the leg; of anything else the test itself."""
    kind, target = test
    return (kind, *face(atlas.get(target, Region))) if kind is Kind.SENSORY_LOSS else test


def ready(test: Test) -> float:
    """How readily a test is made: what every examination holds counts whole, a rarer movement or reflex or a single muscle for half."""
    kind, target = test
    rare = (kind is Kind.WEAK_ACTION and target not in USUAL) or (kind is Kind.REFLEX_REDUCED and target not in REFLEXES)
    return 0.5 if kind is Kind.WEAK_MUSCLE or rare else 1.0
