"""Findings as people word them, understood: a kind and a target by any of its names or ways of speaking."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property, partial

from anatomy.atlas import Atlas
from anatomy.findings import ABNORMAL, Finding, Kind
from anatomy.naming import UnknownName, fold
from anatomy.signs import Signs
from anatomy.skin import Skin
from anatomy.structures import Action, Group, Muscle, Reflex, Region, Structure
from anatomy.told import Spoken

WANTED: Mapping[Kind, tuple[type[Structure], ...]] = {
    Kind.WEAK_ACTION: (Action, Muscle, Group),
    Kind.WEAK_MUSCLE: (Muscle, Group, Action),
    Kind.REFLEX_REDUCED: (Reflex,),
}
"""What a finding of each kind may be about, beside skin and signs."""

_SAID = re.compile(
    r"^(?:the|left|right|weak(?:ness)?|numb(?:ness)?|pain(?:ful)?|ache|loss|lost|reduced|decreased|diminished|absent|impaired|normal|intact"
    r"|preserved|spared|positive|negative|sensation|sensory|skin|power|strength|strong|full|over|of|on|in|at|to|touch|pinprick|light)\b\s*"
    r"|\s*\b(?:weakness|numbness|pain|loss|sensation|strength|power|skin|area|region|territory|distribution|sign|test|positive)$",
    re.IGNORECASE,
)
"""What a finding's kind says already, and may be said again in its target."""

_SIGN_SAID = re.compile(r"^(?:the|left|right|positive|over|of|on|in|at|to)\b\s*|\s*\b(?:sign|test|positive|present)$", re.IGNORECASE)
"""The same of a sign, of which normal or negative says the contrary."""


LONGEST = 400
"""Characters of the longest text that is read as one finding."""


class Wording:
    """What people call what they examine: names, and ways of speaking that are kept in content/."""

    def __init__(self, signs: Signs, skin: Skin) -> None:
        """Bind the signs and the skin."""
        self.atlas, self.signs, self.skin = signs.atlas, signs, skin

    def understand(self, kind: Kind, target: str) -> Finding:
        """The finding that a request's kind and target mean, told as loosely as people tell it.

        Raises:
            UnknownName: with the nearest names of the right kind.
        """
        if len(target) > LONGEST:
            raise UnknownName(f"{target[:40]}…")
        abnormal, present = ABNORMAL.get(kind, kind), kind not in ABNORMAL
        error: UnknownName | None = None
        for attempt in _attempts(target, _SIGN_SAID if kind is Kind.SIGN else _SAID):
            try:
                return self._named(abnormal, self.spoken(abnormal, attempt) or attempt, present)
            except UnknownName as unknown:
                error = error or unknown
        raise error or UnknownName(target)

    def _named(self, kind: Kind, target: str, present: bool) -> Finding:
        if kind is Kind.SIGN:
            return Finding(kind, self.signs.find(target), present)
        if kind in (Kind.SENSORY_LOSS, Kind.PAIN):
            return Finding(kind, self.skin.find(target), present)
        try:
            structure = _found(self.atlas, kind, target)
        except UnknownName as unknown:
            if sign := self._sign(target):
                return Finding(Kind.SIGN, sign, present)
            raise unknown from None
        return Finding(Kind.WEAK_MUSCLE if isinstance(structure, Muscle | Group) else kind, structure.id, present)

    def _sign(self, words: str) -> str | None:
        """A sign of exactly this name, whatever kind of finding it was told as."""
        try:
            return self.signs.names.find(words)
        except UnknownName:
            return None

    def spoken(self, kind: Kind, words: str) -> str | None:
        """What words that people use in an examination mean for a kind of finding; None when they are nobody's."""
        return next((t for t in self._spoken.get(fold(words), ()) if self._fits(kind, t)), None)

    @cached_property
    def _spoken(self) -> Mapping[str, list[str]]:
        kept: dict[str, list[str]] = {}
        for one in self.atlas.records(Spoken):
            for words in one.words:
                kept.setdefault(fold(words), []).append(one.target)
        return kept

    def _fits(self, kind: Kind, target: str) -> bool:
        """Whether a target is what a kind of finding may be about."""
        if kind is Kind.SIGN:
            return target in self.signs.all
        structure = self.atlas.structures.get(target)
        if kind in (Kind.SENSORY_LOSS, Kind.PAIN):
            return target in self.skin.areas or isinstance(structure, Region)
        return isinstance(structure, WANTED[kind])


def _attempts(target: str, said: re.Pattern[str]) -> Iterable[str]:
    """A target as told, then with one word after another left out that its kind says already."""
    while target:
        yield target
        shorter = said.sub("", target.strip(), count=1)
        if shorter == target:
            return
        target = shorter


def _found(atlas: Atlas, kind: Kind, target: str) -> Structure:
    try:
        structure = atlas.find(target)
    except UnknownName as error:
        unknown = error
        raise UnknownName(target, lambda: _near(atlas, kind, unknown)) from None
    if not isinstance(structure, WANTED[kind]):
        raise UnknownName(target, partial(_some, atlas, kind))
    return structure


def _near(atlas: Atlas, kind: Kind, unknown: UnknownName) -> list[str]:
    return [n for n in unknown.nearest if isinstance(atlas.find(n), WANTED[kind])] or _some(atlas, kind)


def _some(atlas: Atlas, kind: Kind) -> list[str]:
    return [s.name for s in atlas.structures.values() if isinstance(s, WANTED[kind])][:3]
