"""Where everything stands on the nerve map: the layout of the transit map, placed once, by hand, in picture units.

The vertical axis is the height on the body, shared with the views beside the map: `height_to_y`. Below the ankle the
axis goes on along the enlarged foot, from the heel to the toes: `foot_to_y`. Sideways means compartment: inner thigh
on the left, then the front, the back, and the outer side on the right.
"""

from dataclasses import dataclass
from typing import Literal

from anatomy.model import LEVELS, Level

WIDTH, HEIGHT = 1300, 1052
FRONT_X, BACK_X = 985.0, 1195.0  # midlines of the two views
SCALE = 900.0  # picture units a body height
WAIST_Y, WAIST = 170.0, 0.66
HEEL_Y, FOOT_LENGTH = 808.0, 222.0

SPINE_X0, SPINE_X1 = 66.0, 120.0
LEVEL_Y0, LEVEL_STEP = 36.0, 26.0

Side = Literal["left", "right", "above", "below"]


def level_y(level: Level, below: float = 0.0) -> float:
    """The y of a level's vertebra in the stack, or of what lies `below` levels further down (0.5 is the disc)."""
    return LEVEL_Y0 + (LEVELS.index(level) - LEVELS.index("T12") + below) * LEVEL_STEP


def height_to_y(height: float) -> float:
    """The picture's y of a height on the body (share of body height above the sole)."""
    return WAIST_Y + (WAIST - height) * SCALE


def foot_to_y(u: float) -> float:
    """The picture's y of a place along the enlarged foot: 0 the heel, 1 the tips of the toes."""
    return HEEL_Y + u * FOOT_LENGTH


BANDS = (
    ("Spine", 14.0, 283.0),
    ("Hip", 283.0, 346.0),
    ("Thigh and hamstring", 346.0, 488.0),
    ("Knee", 488.0, 542.0),
    ("Leg", 542.0, 716.0),
    ("Ankle", 716.0, 784.0),
    ("Foot, enlarged", 784.0, 1044.0),
)
"""Name, top and bottom of the bands that run across the whole picture."""


@dataclass(frozen=True)
class Spot:
    """A station: its middle, the side its label stands on, and the label's lines."""

    x: float
    y: float
    side: Side
    text: str


@dataclass(frozen=True)
class Line:
    """A nerve's own vertical line: where it stands, where it begins, and where its label is (none if text is empty)."""

    x: float
    y: float
    text: str = ""
    label_x: float = 0.0
    label_y: float = 0.0
    anchor: Literal["start", "end", "middle"] = "start"


LINES: dict[str, Line] = {
    "pudendal-nerve": Line(154, 290, "Pudendal n.", 146, 283, "end"),
    "genitofemoral-nerve": Line(178, 300, "Genitofemoral n.", 186, 312, "start"),
    "obturator-nerve": Line(206, 330, "Obturator n.", 214, 346, "start"),
    "muscular-branches-of-lumbar-plexus": Line(290, 290),
    "femoral-nerve": Line(404, 300, "Femoral n.", 396, 358, "end"),
    "saphenous-nerve": Line(352, 505, "Saphenous n.", 344, 610, "end"),
    "sciatic-nerve": Line(592, 300, "Sciatic n.", 580, 398, "end"),
    "nerve-to-quadratus-femoris": Line(614, 230),
    "nerve-to-obturator-internus": Line(624, 230),
    "nerve-to-piriformis": Line(633, 220),
    "inferior-gluteal-nerve": Line(738, 225),
    "superior-gluteal-nerve": Line(750, 200),
    "perforating-cutaneous-nerve": Line(727, 290),
    "posterior-femoral-cutaneous-nerve": Line(568, 300),
    "tibial-nerve": Line(566, 490, "Tibial n.", 556, 540, "end"),
    "common-fibular-nerve": Line(704, 490, "Common fibular n.", 696, 506, "end"),
    "deep-fibular-nerve": Line(704, 552, "Deep fibular n.", 694, 618, "end"),
    "superficial-fibular-nerve": Line(724, 552, "Superficial fibular n.", 760, 552, "start"),
    "sural-nerve": Line(668, 655, "Sural n.", 660, 690, "end"),
    "medial-plantar-nerve": Line(350, 800, "Medial plantar n.", 360, 800, "start"),
    "lateral-plantar-nerve": Line(566, 800, "Lateral plantar n.", 556, 802, "end"),
}
"""The nerves that have a line of their own; any other is drawn as part of the nearest one above it."""

STATIONS: dict[str, Spot] = {
    "levator-ani": Spot(138, 298, "left", "Levator ani"),
    "external-anal-sphincter": Spot(138, 321, "left", "External anal\nsphincter"),
    "cremaster": Spot(150, 346, "left", "Cremaster"),
    "obturator-externus": Spot(184, 382, "left", "Obturator externus"),
    "adductor-brevis": Spot(184, 407, "left", "Adductor brevis"),
    "adductor-longus": Spot(184, 432, "left", "Adductor longus"),
    "gracilis": Spot(184, 457, "left", "Gracilis"),
    "adductor-magnus-adductor-part": Spot(184, 484, "left", "Adductor magnus,\nadductor part"),
    "quadratus-lumborum": Spot(306, 298, "right", "Quad. lumborum"),
    "psoas-minor": Spot(306, 323, "right", "Psoas minor"),
    "psoas-major": Spot(306, 376, "above", "Psoas major"),
    "iliacus": Spot(382, 384, "left", "Iliacus"),
    "pectineus": Spot(300, 410, "above", "Pectineus"),
    "sartorius": Spot(426, 362, "right", "Sartorius"),
    "rectus-femoris": Spot(426, 387, "right", "Rectus femoris"),
    "vastus-lateralis": Spot(426, 412, "right", "Vastus lateralis"),
    "vastus-intermedius": Spot(426, 437, "right", "Vastus intermedius"),
    "vastus-medialis": Spot(426, 462, "right", "Vastus medialis"),
    "articularis-genus": Spot(426, 487, "right", "Articularis genus"),
    "piriformis": Spot(650, 246, "right", "Piriformis"),
    "gemellus-superior": Spot(650, 271, "right", "Gemellus sup."),
    "obturator-internus": Spot(650, 296, "right", "Obturator int."),
    "gemellus-inferior": Spot(650, 321, "right", "Gemellus inf."),
    "quadratus-femoris": Spot(650, 346, "right", "Quad. femoris"),
    "gluteus-medius": Spot(766, 216, "right", "Gluteus medius"),
    "gluteus-minimus": Spot(766, 242, "right", "Gluteus minimus"),
    "tensor-fasciae-latae": Spot(766, 270, "right", "Tensor fasciae\nlatae"),
    "gluteus-maximus": Spot(766, 298, "right", "Gluteus maximus"),
    "semitendinosus": Spot(622, 376, "right", "Semitendinosus"),
    "semimembranosus": Spot(622, 401, "right", "Semimembranosus"),
    "biceps-femoris-long-head": Spot(622, 427, "right", "Biceps femoris, long head"),
    "biceps-femoris-short-head": Spot(622, 453, "right", "Biceps femoris, short head"),
    "adductor-magnus-hamstring-part": Spot(622, 479, "right", "Adductor magnus, hamstring part"),
    "popliteus": Spot(540, 560, "left", "Popliteus"),
    "plantaris": Spot(540, 585, "left", "Plantaris"),
    "tibialis-posterior": Spot(540, 622, "left", "Tibialis posterior"),
    "flexor-digitorum-longus": Spot(540, 648, "left", "Flexor digitorum longus"),
    "flexor-hallucis-longus": Spot(540, 674, "left", "Flexor hallucis longus"),
    "soleus": Spot(592, 598, "right", "Soleus"),
    "fibularis-longus": Spot(766, 574, "right", "Fibularis longus"),
    "fibularis-brevis": Spot(766, 599, "right", "Fibularis brevis"),
    "tibialis-anterior": Spot(766, 627, "right", "Tibialis anterior"),
    "extensor-hallucis-longus": Spot(766, 653, "right", "Extensor\nhallucis longus"),
    "extensor-digitorum-longus": Spot(766, 681, "right", "Extensor\ndigitorum longus"),
    "fibularis-tertius": Spot(766, 707, "right", "Fibularis tertius"),
    "abductor-hallucis": Spot(326, 822, "left", "Abductor hallucis"),
    "flexor-digitorum-brevis": Spot(326, 848, "left", "Flexor digitorum brevis"),
    "first-lumbrical-of-foot": Spot(326, 922, "left", "First lumbrical"),
    "quadratus-plantae": Spot(592, 820, "right", "Quad. plantae"),
    "abductor-digiti-minimi-of-foot": Spot(592, 848, "right", "Abductor\ndigiti minimi"),
    "flexor-digiti-minimi-brevis-of-foot": Spot(540, 826, "left", "Flexor digiti minimi brevis"),
    "extensor-digitorum-brevis": Spot(766, 822, "right", "Extensor\ndigitorum brevis"),
    "extensor-hallucis-brevis": Spot(766, 850, "right", "Extensor\nhallucis brevis"),
    "lumbar-facet-joints": Spot(690, 101, "right", "Lumbar facet joints"),
    "sacroiliac-joint": Spot(820, 178, "below", "Sacroiliac joint"),
    "hip-joint": Spot(500, 336, "above", "Hip joint"),
    "knee-joint": Spot(486, 516, "below", "Knee joint"),
    "patellofemoral-joint": Spot(420, 536, "below", "Patellofemoral joint"),
    "proximal-tibiofibular-joint": Spot(766, 524, "right", "Prox. tibiofibular j."),
    "distal-tibiofibular-joint": Spot(766, 734, "right", "Dist. tibiofibular j."),
    "ankle-joint": Spot(620, 750, "below", "Ankle joint"),
    "subtalar-joint": Spot(766, 878, "right", "Subtalar joint"),
    "calcaneocuboid-joint": Spot(766, 903, "right", "Calcaneocuboid j."),
    "midfoot-joints": Spot(766, 928, "right", "Midfoot joints"),
    "tarsometatarsal-joints": Spot(766, 953, "right", "Tarsometatarsal jj."),
    "lesser-metatarsophalangeal-joints": Spot(766, 978, "right", "MTP joints 2–5"),
    "interphalangeal-joints-of-lesser-toes": Spot(766, 1003, "right", "Toe joints 2–5"),
    "first-metatarsophalangeal-joint": Spot(150, 965.5, "left", "Big-toe base joint"),
    "interphalangeal-joint-of-great-toe": Spot(150, 990.5, "left", "Big-toe tip joint"),
}
"""Muscles and joints that stand alone."""


@dataclass(frozen=True)
class Row:
    """Like parts in a row under one label: the station nearest the nerve first, each with a mark of its own."""

    x: float
    y: float
    side: Literal["left", "right"]
    text: str
    members: tuple[tuple[str, str], ...]


ROW_STEP = 28.0

LEAST = 28.0
"""Least width and height of what can be pressed: 24 px where the picture is 1120 px wide."""

ROWS: tuple[Row, ...] = (
    Row(592, 570, "right", "Gastrocn.", (("gastrocnemius-medial-head", "M"), ("gastrocnemius-lateral-head", "L"))),
    Row(326, 885, "left", "Flexor hallucis brevis", (("flexor-hallucis-brevis-medial-head", "M"), ("flexor-hallucis-brevis-lateral-head", "L"))),
    Row(
        540, 865.5, "left", "Lumbricals",
        (("second-lumbrical-of-foot", "2"), ("third-lumbrical-of-foot", "3"), ("fourth-lumbrical-of-foot", "4")),
    ),
    Row(540, 890.5, "left", "Adductor hallucis", (("adductor-hallucis-oblique-head", "O"), ("adductor-hallucis-transverse-head", "T"))),
    Row(
        540, 915.5, "left", "Plantar interossei",
        (("first-plantar-interosseous", "1"), ("second-plantar-interosseous", "2"), ("third-plantar-interosseous", "3")),
    ),
    Row(
        540, 940.5, "left", "Dorsal interossei",
        (
            ("first-dorsal-interosseous-of-foot", "1"), ("second-dorsal-interosseous-of-foot", "2"),
            ("third-dorsal-interosseous-of-foot", "3"), ("fourth-dorsal-interosseous-of-foot", "4"),
        ),
    ),
)  # fmt: skip

SKIN_ENDS: dict[str, Spot] = {
    "subcostal-nerve": Spot(470, 23, "right", "Subcostal n."),
    "iliohypogastric-nerve": Spot(470, 49, "right", "Iliohypogastric n."),
    "ilioinguinal-nerve": Spot(470, 75, "right", "Ilioinguinal n."),
    "superior-cluneal-nerves": Spot(690, 75, "right", "Superior cluneal nn."),
    "medial-cluneal-nerves": Spot(796, 128, "right", "Med. cluneal nn."),
    "lateral-femoral-cutaneous-nerve": Spot(470, 101, "right", "Lateral femoral cutaneous n."),
    "posterior-femoral-cutaneous-nerve": Spot(568, 366, "left", "Post. femoral\ncutaneous n."),
    "perforating-cutaneous-nerve": Spot(766, 326, "right", "Perf. cutaneous n."),
    "cutaneous-branch-of-obturator-nerve": Spot(184, 514, "left", "Skin branch of\nobturator n."),
    "intermediate-femoral-cutaneous-nerve": Spot(382, 438, "left", "Interm. femoral\ncutaneous n."),
    "medial-femoral-cutaneous-nerve": Spot(382, 468, "left", "Medial femoral\ncutaneous n."),
    "infrapatellar-branch-of-saphenous-nerve": Spot(330, 540, "left", "Infrapatellar branch"),
    "medial-crural-cutaneous-branches-of-saphenous-nerve": Spot(330, 580, "left", "Medial crural branches"),
    "lateral-sural-cutaneous-nerve": Spot(668, 532, "left", "Lat. sural\ncutaneous n."),
    "medial-calcaneal-branches": Spot(540, 776, "left", "Medial calcaneal branches"),
    "common-plantar-digital-nerves-of-medial-plantar-nerve": Spot(350, 1026, "right", "Plantar digital nn., medial"),
    "plantar-digital-nerves-of-lateral-plantar-nerve": Spot(566, 1026, "right", "Plantar digital nn., lateral"),
    "lateral-dorsal-cutaneous-nerve": Spot(668, 768, "below", "Lat. dorsal\ncutaneous n."),
    "dorsal-digital-nerves-of-deep-fibular-nerve": Spot(724, 1026, "right", "First web space"),
    "medial-dorsal-cutaneous-nerve": Spot(724, 764, "right", "Dorsal cutaneous nn."),
}
"""Cutaneous nerves that end in a station of their own, where the skin begins."""

PLEXUSES: dict[str, tuple[float, float, float, float, float, float, str]] = {
    "lumbar-plexus": (136, 49, 300, 104, 366, 105, "Lumbar plexus"),
    "sacral-plexus": (572, 126, 196, 130, 686, 183, "Sacral plexus"),
    "lumbosacral-trunk": (444, 130, 116, 46, 502, 157, "Lumbosacral trunk"),
}
"""x, y, width and height, the middle of the label, and the name of the places where roots are exchanged."""


def labels() -> list[str]:
    """Every text that the map prints, for translation."""
    spots = [spot.text for spot in (*STATIONS.values(), *SKIN_ENDS.values())]
    return [
        *(line.text for line in LINES.values() if line.text),
        *spots,
        *(row.text for row in ROWS),
        *(p[-1] for p in PLEXUSES.values()),
        *(b[0] for b in BANDS),
    ]
