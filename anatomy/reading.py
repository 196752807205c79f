"""A finding written as examiners write it, read: several findings in one text, each understood, and what was not.

What `Wording` understands at once stays as it is. Else the text is cut up (`phrases`), and each piece is read by its name, by where
the skin lies that it speaks of, or by the longest known names inside it (`lexicon`). Signs have a reader of their own (`signtext`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from anatomy import phrases
from anatomy.examination import BOTH_SIDES, REFLEXES, USUAL
from anatomy.findings import ABNORMAL, Finding, Kind, Test
from anatomy.lexicon import SKIN, Lexicon
from anatomy.naming import UnknownName
from anatomy.signtext import SignText
from anatomy.skinwords import lie
from anatomy.wording import LONGEST, Wording

BOTH = Finding(Kind.SIGN, BOTH_SIDES, present=True)
"""That it is so on both sides."""


_ALL_STRENGTH = phrases.words(
    "power", "strength", "motor", "movements?", "muscles", "legs?", "throughout", "otherwise", "everything", "rest"
)
_MOVEMENTS = re.compile(r"^(?!.*\b(?:below|above|painful|free|normal)\b).*\b(?:movements?|motion)\b", re.IGNORECASE)
_SIDED = re.compile(r"\b[LR](?=[0-5]\s*/\s*5\b)")
"""A side that stands before a grade of strength."""

_ALL_REFLEXES = phrases.words("reflexes", "tendon jerks", "everything", "rest")
_JOINTS = {"hip": ("hip",), "knee": ("knee",), "ankle": ("ankle", "foot"), "foot": ("ankle", "foot", "great-toe"), "toe": ("great-toe",)}
"""The movements that a joint's name means, by the beginning of their ids."""


@dataclass(frozen=True)
class Reading:
    """What a text was read as, the pieces of it that were not understood, and whether it is more than a name."""

    found: tuple[Finding, ...]
    lost: tuple[str, ...] = ()
    loose: bool = False


class Reader:
    """Reads findings. Bound once to the words of an atlas."""

    def __init__(self, wording: Wording) -> None:
        """Bind the words."""
        self.wording, self.lexicon = wording, Lexicon(wording)
        self._signs = SignText(self.lexicon, lambda kind, text: self._pieces(kind, text, present=True)[0])

    def read(self, kind: Kind, text: str) -> Reading:
        """What a kind and a text mean; that it is so on both sides is a finding of its own.

        Raises:
            UnknownName: when nothing of the text is understood, with the nearest names.
        """
        try:
            return Reading((self.wording.understand(kind, text),))
        except UnknownName as error:
            unknown = error
        if len(text) > LONGEST:
            raise unknown
        found, lost = self._loose(kind, text)
        if not found:
            raise unknown
        alike = phrases.on_both_sides(text) or (kind is Kind.SENSORY_LOSS and phrases.symmetric(text))
        both = [BOTH] if alike and any(f.present for f in found) else []
        return Reading(tuple(dict.fromkeys((*found, *both))), tuple(lost), loose=True)

    def rest(self, kind: Kind, text: str) -> tuple[Test, ...]:
        """What "power otherwise normal" or "all reflexes present" says was normal: the usual tests, of one joint where one is named.

        Empty of a text that says nothing of the sort.
        """
        if kind is Kind.SPARED_REFLEX and _ALL_REFLEXES.search(text):
            return tuple((Kind.REFLEX_REDUCED, reflex) for reflex in REFLEXES)
        if kind not in (Kind.SPARED_ACTION, Kind.SPARED_MUSCLE) or not _ALL_STRENGTH.search(text):
            return ()
        joints = _joints(text)
        return tuple((Kind.WEAK_ACTION, a) for a in USUAL if not joints or a.startswith(joints))

    def _loose(self, kind: Kind, text: str) -> tuple[list[Finding], list[str]]:
        if kind is Kind.SIGN:
            return self._signs.read(text), []
        abnormal, present = ABNORMAL.get(kind, kind), kind not in ABNORMAL
        if abnormal in (Kind.WEAK_ACTION, Kind.WEAK_MUSCLE):
            text = _SIDED.sub("", text)
            present = present and not phrases.full_strength(text)
        found, lost = self._pieces(abnormal, text, present)
        if found:
            return found, lost
        if abnormal is Kind.WEAK_ACTION and _MOVEMENTS.search(text) and (joints := _joints(text)):
            return [Finding(abnormal, a, present) for a in USUAL if a.startswith(joints)], []
        return [replace(f, present=present) for f in self.lexicon.spotted(Kind.SIGN, text)], []

    def _pieces(self, kind: Kind, text: str, present: bool) -> tuple[list[Finding], list[str]]:
        """The findings of a text piece by piece, and the pieces that mean nothing known."""
        found: list[Finding] = []
        lost: list[str] = []
        for clause in phrases.clauses(text):
            whole = phrases.bare(clause.text)
            some = [whole] if self.lexicon.known(kind, whole) else phrases.parts(whole)
            for i, piece in enumerate(some):
                read = self._piece(kind, some, i)
                found += [replace(f, present=present is not clause.other) for f in read]
                lost += [] if read or phrases.idle(piece) else [piece]
        return found, lost

    def _piece(self, kind: Kind, some: list[str], i: int) -> list[Finding]:
        """One piece: by its name, by where skin lies, else by the known names inside it."""
        shares = kind not in SKIN or any((lie(some[i]).parts, lie(some[i]).faces))  # words that place no skin share none with others
        tries = list(dict.fromkeys((*_leaning(kind, some, i), *phrases.attempts(some, i)))) if shares else [some[i]]
        for attempt in tries:
            if one := self.lexicon.known(kind, attempt):
                return [one]
            if kind in SKIN and (skin := self.lexicon.lying(kind, attempt)):
                return skin
        return self.lexicon.spotted(kind, some[i]) or (self.lexicon.spotted(Kind.SIGN, some[i]) if kind is Kind.PAIN else [])


def _joints(text: str) -> tuple[str, ...]:
    """The beginnings of the ids of the movements of the joints that a text names; empty where it names none."""
    return tuple(part for word, parts in _JOINTS.items() if re.search(rf"\b{word}", text, re.IGNORECASE) for part in parts)


def _leaning(kind: Kind, some: list[str], i: int) -> Iterator[str]:
    """In "lateral thigh and leg" the leg is its lateral side too."""
    own, first = lie(some[i]), lie(some[0])
    if kind in SKIN and i and first.faces and not own.faces and own.parts and first.parts and (own.parts | first.parts) <= {"thigh", "leg"}:
        yield f"{' '.join(sorted(first.faces))} {some[i]}"
