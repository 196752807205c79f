"""Where each patch of skin lies: on the limb in limb coordinates, on the foot in foot coordinates.

On the limb the patches tile the surface from the waist to the sole, all the way round. On the foot, seen from above
and from below, they tile the square of foot coordinates: `u` from the heel (0) to the tips of the toes (1), `v` from
the big-toe border (0) to the little-toe border (1). A test holds that there is no gap and no overlap.
"""

from dataclasses import dataclass

from anatomy.picture.limb import Patch

_FRONT, _OUTER, _BACK, _INNER = (-40, 50), (50, 130), (130, 230), (230, 320)  # round the thigh
_SHIN, _FIBULAR, _CALF, _TIBIAL = (-45, 45), (45, 140), (140, 225), (225, 315)  # round the leg

LIMB: dict[str, tuple[Patch, ...]] = {
    "low-back": (Patch(0.700, 0.620, 90, 270),),
    "lower-abdomen": (Patch(0.700, 0.620, -90, 90), Patch(0.620, 0.545, -90, 60)),
    "lateral-hip": (Patch(0.620, 0.468, 60, 120),),
    "upper-buttock": (Patch(0.620, 0.545, 120, 235),),
    "lower-buttock": (Patch(0.545, 0.468, 120, 235),),
    "medial-buttock": (Patch(0.620, 0.510, 235, 270),),
    "perianal-skin": (Patch(0.510, 0.468, 235, 270),),
    "groin": (Patch(0.545, 0.500, -50, 60),),
    "genitals-and-perineum": (Patch(0.545, 0.468, -90, -50),),
    "upper-front-thigh": (Patch(0.500, 0.468, -50, 60), Patch(0.468, 0.390, *_FRONT)),
    "lower-front-thigh": (Patch(0.390, 0.310, *_FRONT),),
    "upper-lateral-thigh": (Patch(0.468, 0.390, *_OUTER),),
    "lower-lateral-thigh": (Patch(0.390, 0.310, *_OUTER),),
    "upper-back-thigh": (Patch(0.468, 0.390, *_BACK),),
    "lower-back-thigh": (Patch(0.390, 0.310, *_BACK),),
    "upper-medial-thigh": (Patch(0.468, 0.390, *_INNER),),
    "lower-medial-thigh": (Patch(0.390, 0.310, *_INNER),),
    "front-of-knee": (Patch(0.310, 0.272, *_SHIN),),
    "below-patella": (Patch(0.272, 0.235, *_SHIN),),
    "lateral-knee": (Patch(0.310, 0.250, *_FIBULAR),),
    "popliteal-fossa": (Patch(0.310, 0.250, *_CALF),),
    "medial-knee": (Patch(0.310, 0.250, *_TIBIAL),),
    "shin": (Patch(0.235, 0.150, *_SHIN),),
    "lower-shin": (Patch(0.150, 0.070, *_SHIN),),
    "upper-lateral-leg": (Patch(0.250, 0.150, *_FIBULAR),),
    "lower-lateral-leg": (Patch(0.150, 0.070, *_FIBULAR),),
    "upper-medial-leg": (Patch(0.250, 0.150, *_TIBIAL),),
    "lower-medial-leg": (Patch(0.150, 0.070, *_TIBIAL),),
    "upper-calf-lateral": (Patch(0.250, 0.150, 140, 182),),
    "upper-calf-medial": (Patch(0.250, 0.150, 182, 225),),
    "lower-calf": (Patch(0.150, 0.085, *_CALF),),
    "back-of-ankle": (Patch(0.085, 0.040, *_CALF),),
    "back-of-heel": (Patch(0.040, -0.006, *_CALF),),
    "front-of-ankle": (Patch(0.070, 0.034, *_SHIN),),
    "lateral-malleolus": (Patch(0.070, 0.034, *_FIBULAR),),
    "medial-malleolus": (Patch(0.070, 0.034, *_TIBIAL),),
    "medial-dorsum-of-foot": (Patch(0.034, -0.006, -45, -16),),
    "central-dorsum-of-foot": (Patch(0.034, -0.006, -16, 16),),
    "lateral-dorsum-of-foot": (Patch(0.034, -0.006, 16, 45),),
    "lateral-border-of-foot": (Patch(0.034, -0.006, *_FIBULAR),),
    "medial-border-of-foot": (Patch(0.034, -0.006, *_TIBIAL),),
}


@dataclass(frozen=True)
class Tile:
    """A rectangle in foot coordinates."""

    u0: float
    u1: float
    v0: float
    v1: float


TOES = {"great": (0.0, 0.252), "second": (0.252, 0.439), "third": (0.439, 0.626), "fourth": (0.626, 0.813), "little": (0.813, 1.0)}
"""The part of the foot's breadth that each toe takes."""

TOE_LINE = 0.80
"""Where the toes begin."""


def _toes(surface: str) -> dict[str, tuple[Tile, ...]]:
    return {f"{surface}-{toe}-toe": (Tile(TOE_LINE, 1.0, *span),) for toe, span in TOES.items()}


DORSUM: dict[str, tuple[Tile, ...]] = {
    "front-of-ankle": (Tile(0.0, 0.2, 0.0, 1.0),),
    "medial-border-of-foot": (Tile(0.2, TOE_LINE, 0.0, 0.11),),
    "medial-dorsum-of-foot": (Tile(0.2, 0.66, 0.11, 0.38), Tile(0.66, TOE_LINE, 0.11, 0.13)),
    "first-web-space": (Tile(0.66, TOE_LINE, 0.13, 0.36),),
    "central-dorsum-of-foot": (Tile(0.2, 0.66, 0.38, 0.64), Tile(0.66, TOE_LINE, 0.36, 0.64)),
    "lateral-dorsum-of-foot": (Tile(0.2, TOE_LINE, 0.64, 0.89),),
    "lateral-border-of-foot": (Tile(0.2, TOE_LINE, 0.89, 1.0),),
    **_toes("dorsal"),
}

SOLE: dict[str, tuple[Tile, ...]] = {
    "medial-heel-sole": (Tile(0.0, 0.28, 0.0, 0.5),),
    "lateral-heel-sole": (Tile(0.0, 0.28, 0.5, 1.0),),
    "medial-sole": (Tile(0.28, 0.58, 0.0, 0.55),),
    "lateral-sole": (Tile(0.28, 0.58, 0.55, 1.0),),
    "medial-ball-of-foot": (Tile(0.58, TOE_LINE, 0.0, 0.5),),
    "lateral-ball-of-foot": (Tile(0.58, TOE_LINE, 0.5, 1.0),),
    **_toes("plantar"),
}

SURFACES = {"dorsum": DORSUM, "sole": SOLE}
