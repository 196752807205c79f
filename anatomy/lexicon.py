"""Every name that may stand for a finding, found whole or inside a longer text; skin also by where it lies."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from anatomy.claims import in_order
from anatomy.findings import Finding, Kind
from anatomy.model import LEVELS, Level
from anatomy.naming import UnknownName, fold, spellings, unkinded
from anatomy.skinwords import SkinWords
from anatomy.structures import Region, Structure
from anatomy.told import Spoken
from anatomy.wording import WANTED, Wording

SKIN = (Kind.SENSORY_LOSS, Kind.PAIN)
"""The kinds of finding that are about skin."""

LONGEST = 7
"""Words of the longest name looked for inside a text."""

PAIN = "pain"
"""Told alone it is pain of the leg; in a longer text it says nothing of where."""

_ROOTS = re.compile(r"\b([LS][1-5])(?:\s*-\s*([LS]?[1-5]))?\b")
"""A root, or the first and last of several, as `phrases.parts` joins them."""


class Lexicon:
    """The names of an atlas by the kind of finding they may be about."""

    def __init__(self, wording: Wording) -> None:
        """Bind the words; nothing is computed before it is asked for."""
        self.wording, self.atlas, self.skin, self.signs = wording, wording.atlas, wording.skin, wording.signs

    def known(self, kind: Kind, text: str) -> Finding | None:
        """The finding that goes by exactly this name, found; None when none does."""
        if fold(text) not in self._names[kind]:
            return None
        try:
            return self.wording.understand(kind, text)
        except UnknownName:
            return None

    def spotted(self, kind: Kind, text: str) -> list[Finding]:
        """The known names inside a text, from its beginning, the longest at each place."""
        words, i = fold(text).split(), 0
        found: list[Finding] = []
        while i < len(words):
            sizes = range(min(LONGEST, len(words) - i), 0, -1)
            phrases = ((n, " ".join(words[i : i + n])) for n in sizes)
            hit = next(((n, one) for n, phrase in phrases if (one := self.known(kind, phrase)) and not self._vague(one, n, phrase)), None)
            found += [hit[1]] if hit else []
            i += hit[0] if hit else 1
        return found

    def _vague(self, one: Finding, words: int, said: str) -> bool:
        """Whether a sign's name means too little in a longer text: any weakness or numbness; in one word a lump, tenderness, pain."""
        sign = self.signs.sign(one.target) if one.kind is Kind.SIGN else None
        return bool(sign and (sign.any or (words == 1 and (sign.at or said == PAIN))))

    def lying(self, kind: Kind, text: str) -> list[Finding]:
        """The skin that a text places: a root's, one wider stretch where one covers just that, else patch by patch; empty of no skin."""
        if roots := _roots(text):
            return [Finding(kind, f"{root}-dermatome", present=True) for root in roots]
        patches = self._places.patches(text)
        if len(patches) > 1 and (area := self._areas.get(frozenset(patches))):
            return [Finding(kind, area, present=True)]
        return [Finding(kind, patch, present=True) for patch in patches]

    @cached_property
    def _places(self) -> SkinWords:
        return SkinWords(self.atlas.all(Region))

    @cached_property
    def _areas(self) -> Mapping[frozenset[str], str]:
        return {frozenset(area.regions): area.id for area in self.skin.areas.values()}

    @cached_property
    def _names(self) -> Mapping[Kind, frozenset[str]]:
        """Every name that may stand for a kind of finding, folded."""
        spoken = frozenset(fold(words) for one in self.atlas.records(Spoken) for words in one.words)
        areas = frozenset(fold(name) for a in self.skin.areas.values() for name in (a.id, a.name, *a.synonyms))
        nerves = (self.atlas.structures[nerve] for nerve in self.signs.skin_nerves)
        skin = spoken | areas | _folded((*nerves, *self.atlas.all(Region)))
        found = {kind: spoken | _folded(s for s in self.atlas.structures.values() if isinstance(s, of)) for kind, of in WANTED.items()}
        return found | dict.fromkeys(SKIN, skin) | {Kind.SIGN: spoken | self.signs.names.folded}


def _roots(text: str) -> list[Level]:
    """The roots that a text names, in the order of the spine; "L4-S1" names L5 too, and "S2-4" the three.

    S5 is told with S4: no skin is told as its own.
    """
    found: set[Level] = set()
    for first, last in _ROOTS.findall(text.upper().replace("S5", "S4")):
        ends = [LEVELS.index(first), LEVELS.index(last if last[:1] in ("L", "S") else first[0] + (last or first[1]))]
        found |= {first, *LEVELS[ends[0] : ends[1] + 1]}
    return list(in_order(found))


def _folded(structures: Iterable[Structure]) -> frozenset[str]:
    """Every spelling folded, also without the word muscle, nerve or reflex that a speaker may leave out."""
    whole = {fold(spelling) for structure in structures for spelling in spellings(structure)}
    return frozenset(whole | {short for name in whole if (short := unkinded(name))})
