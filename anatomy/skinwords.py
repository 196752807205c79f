"""A stretch of skin told by where it lies: "distal anterolateral thigh", "sole", "second to fourth toes" are read word by word.

The patches' own names are read by the same words, so that a patch with a new name needs no new table here.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from anatomy.naming import fold
from anatomy.structures import Region

_FACES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("anterior", "front", "ventral", "extensor"), ("anterior",)),
    **dict.fromkeys(("posterior", "back", "behind"), ("posterior",)),
    **dict.fromkeys(("medial", "inner", "inside"), ("medial",)),
    **dict.fromkeys(("lateral", "outer", "outside"), ("lateral",)),
    **{f"{front}{side}": (front[:-1] + "ior", side) for front in ("antero", "postero") for side in ("medial", "lateral")},
    **{f"dorso{side}": ("dorsal", side) for side in ("medial", "lateral")},
    **{f"plantar{side}": ("plantar", side) for side in ("medial", "lateral")},
    **dict.fromkeys(("dorsal", "dorsum", "top", "upperside", "instep"), ("dorsal",)),
    **dict.fromkeys(("plantar", "sole", "underside", "bottom", "undersurface", "underneath"), ("plantar",)),
    "central": ("central",),
    "arch": ("plantar", "medial"),
    "infrapatellar": ("anterior",),
}
"""What a word says of the side on which the skin lies."""

_UNLESS_SAID: Mapping[str, str] = {"shin": "anterior", "pretibial": "anterior", "calf": "posterior", "popliteal": "posterior"}
"""The side that a word means where no other is named: the inner calf is the inner leg."""

_HALVES: Mapping[str, str] = {"upper": "upper", "proximal": "upper", "lower": "lower", "distal": "lower"}
"""What a word says of the height."""

_PARTS: Mapping[str, str] = {
    "thigh": "thigh",
    **dict.fromkeys(("leg", "shin", "calf", "shank", "crus", "pretibial", "crural"), "leg"),
    **dict.fromkeys(("knee", "patella", "patellar", "kneecap", "infrapatellar", "popliteal"), "knee"),
    **dict.fromkeys(("ankle", "malleolus", "malleoli", "malleolar", "achille", "achilles"), "ankle"),
    **dict.fromkeys(("foot", "dorsum", "sole", "plantar", "instep", "arch", "midfoot"), "foot"),
    **dict.fromkeys(("ball", "forefoot", "metatarsal"), "ball"),
    **dict.fromkeys(("heel", "calcaneus", "calcaneal"), "heel"),
    **dict.fromkeys(("toe", "greattoe", "digit", "digital", "interdigital", "interspace", "web", "webspace"), "toe"),
    **dict.fromkeys(("buttock", "gluteal"), "buttock"),
}
"""The part of the leg that a word means."""

_TOES: Mapping[str, int] = {
    "greattoe": 1,
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "fifth": 5,
    "5th": 5,
    "little": 5,
    "small": 5,
    "smallest": 5,
}

_RANGE = re.compile(r"\b(\w+) (?:to|through|thru|until) (\w+)\b")
_WEB = frozenset(("web", "webspace", "interspace", "adjacent"))
_WEBS = {frozenset((1,)): (1, 2), frozenset((2,)): (2, 3), frozenset((3,)): (3, 4), frozenset((4,)): (4, 5)}
_NEAR_KNEE = re.compile(r"\b(?:just )?above knee\b")
_BELOW_KNEE = re.compile(r"\b(?:just )?below knee\b")
_BELOW_ANKLE = re.compile(r"\b(?:just )?below (?:level of )?ankle\b")
_ABOVE_ANKLE = re.compile(r"\babove (\w+ )?(?:ankle|malleolus|malleoli)\b")
_LOWER_LEG = re.compile(r"\blower (leg|limb|extremity)\b")


_BOUND = re.compile(
    r"[\s,]*\b(?:from|(?:down |up )?to(?: but not including)?|as far as|until|reaching|stopping (?:at|above)|not crossing)\s+"
    r"(?:just\s+)?(?:(?:above|below)\s+)?(?:the\s+)?(?:knee|ankle|hip)(?:s|\s+joint|\s+crease)?\b",
    re.IGNORECASE,
)
"""A joint at which a stretch of skin begins or ends."""


@dataclass(frozen=True)
class Lie:
    """Where skin lies: its parts of the leg, sides, height and toes; empty where nothing is said."""

    parts: frozenset[str]
    faces: frozenset[str]
    halves: frozenset[str]
    toes: frozenset[int]
    web: bool = False


def lie(text: str) -> Lie:
    """What the words of a text say of where skin lies."""
    plain = _BELOW_KNEE.sub("leg", _NEAR_KNEE.sub("lower", _LOWER_LEG.sub("leg", fold(text))))
    words = _BELOW_ANKLE.sub("foot", _ABOVE_ANKLE.sub(r"lower \1leg", plain)).split()
    faces = frozenset(face for word in words for face in _FACES.get(word, ()))
    parts = frozenset(_PARTS[word] for word in words if word in _PARTS)
    toes = _toes(" ".join(words)) if "toe" in parts else frozenset()
    faces = faces or frozenset(face for word, face in _UNLESS_SAID.items() if word in words)
    if "toe" in parts:
        parts -= {"foot"}
    if parts & {"heel", "ball"}:
        parts -= {"foot"}
    return Lie(parts, faces, frozenset(_HALVES[w] for w in words if w in _HALVES), toes, web=bool(_WEB.intersection(words)))


def unbounded(text: str) -> str:
    """A text of skin without the joint at which it begins or ends, where it tells more than that: the leg from knee to ankle is no knee."""
    shorter = _BOUND.sub(" ", text)
    return shorter if lie(shorter).parts else text


def _toes(text: str) -> frozenset[int]:
    found = {_TOES[word] for word in text.split() if word in _TOES}
    if "lesser" in text.split():
        found |= {2, 3, 4, 5}
    for first, last in _RANGE.findall(text):
        if first in _TOES and last in _TOES:
            found |= set(range(_TOES[first], _TOES[last] + 1))
    return frozenset(found)


class SkinWords:
    """The patches of an atlas, each by where its name says that it lies."""

    def __init__(self, regions: Iterable[Region]) -> None:
        """Read every patch's name once."""
        self._lies = {region.id: self._own(region) for region in regions}

    def _own(self, region: Region) -> Lie:
        """A patch of the sole is no side of the foot besides, and of two parts named the nearer one counts."""
        said = lie(f"{region.id} {region.name}")
        parts = said.parts
        for first, other in (("toe", "ball"), ("heel", "foot"), ("ankle", "foot"), ("ankle", "heel"), ("knee", "leg")):
            if first in parts:
                parts -= {other}
        faces = said.faces | ({"posterior"} if "calf" in region.id else frozenset())
        return Lie(parts, faces, said.halves if parts & {"thigh", "leg", "buttock"} else frozenset(), said.toes, said.web)

    def patches(self, text: str) -> tuple[str, ...]:
        """The patches that a text means, in their order; none where it names no part of the leg."""
        said = lie(text)
        if said.parts == {"foot"} and said.faces == {"plantar"}:
            said = replace(said, parts=frozenset(("foot", "ball", "heel")))  # the sole as a whole
        if said.web or ("between" in text and len(said.toes) == 2):
            return self._between(said)
        kept = tuple(id_ for id_, own in self._lies.items() if own.parts & said.parts and _meets(said, own))
        both = tuple(id_ for id_ in kept if len(said.faces) > 1 and said.faces <= self._lies[id_].faces)
        return both or kept

    def _between(self, said: Lie) -> tuple[str, ...]:
        toes = _WEBS.get(said.toes, tuple(said.toes))
        first = tuple(id_ for id_, own in self._lies.items() if own.web)
        if set(toes) == {1, 2} or not toes:
            return first
        return tuple(id_ for id_, own in self._lies.items() if "toe" in own.parts and own.toes & set(toes))


def _meets(said: Lie, own: Lie) -> bool:
    """Whether a patch lies where a text says: on one of its sides, at its height, on its toes."""
    if own.web and not said.web:
        return False
    sole = {"dorsal", "plantar"}
    if said.faces & sole and own.faces & sole and not said.faces & own.faces & sole:
        return False
    if said.faces & sole and not own.faces & sole and own.parts & {"foot", "toe", "heel"}:
        return False
    sides, mine = said.faces - sole, own.faces - sole
    if sides and not (sides & mine) and not (own.parts & {"toe", "heel"} and not mine):
        return False
    if said.halves and own.halves and not said.halves & own.halves:
        return False
    return not said.toes or not own.toes or bool(said.toes & own.toes)
