"""A finding written as examiners write it, read: several findings in one text, each understood, and what was not.

What `Wording` understands at once stays as it is. Else the text is cut up (`phrases`), and each piece is read by its name, by where
the skin lies that it speaks of, or by the longest known names inside it (`lexicon`). Signs have a reader of their own (`signtext`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from anatomy import phrases
from anatomy.examination import BOTH_SIDES, REFLEXES, STRETCHED, USUAL
from anatomy.findings import ABNORMAL, Finding, Kind, Test
from anatomy.lexicon import SKIN, Lexicon
from anatomy.naming import UnknownName
from anatomy.onset import began
from anatomy.polarity import normal, two_sides
from anatomy.sayings import minus
from anatomy.signtext import SignText
from anatomy.skinwords import lie, unbounded
from anatomy.statements import Statement, statements
from anatomy.topics import KINDS, TOPICS, Topic
from anatomy.wording import LONGEST, Wording

LEG_PAIN = "leg-pain"
"""Pain of the leg, its place left open."""

BOTH = Finding(Kind.SIGN, BOTH_SIDES, present=True)
"""That it is so on both sides."""


_ALL_STRENGTH = phrases.words(
    "power", "strength", "motor", "movements?", "muscles", "legs?", "throughout", "otherwise", "everything", "rest"
)
_MOVEMENTS = re.compile(r"^(?!.*\b(?:below|above|painful|free|normal)\b).*\b(?:movements?|motion)\b", re.IGNORECASE)
_SIDED = re.compile(r"\b[LR](?=[0-5]\s*/\s*5\b)")
"""A side that stands before a grade of strength."""

_SIDE_ALONE = re.compile(
    r"\W*(?:the |its )?(medial|lateral|inner|outer|anterior|posterior|front)(?: (?:side|aspect|border|part|half))?\W*", re.IGNORECASE
)
"""A side of a part that was named before."""

_LISTED = re.compile(r"\s*[,;()]\s*|\.\s+")
_INSIDE = re.compile(r"\(([^)]*)\)")
_BABINSKI = phrases.words("babinski", "plantars? (?:response |reflex )?extensor", "extensor plantars?", "up-?going")
"""A toe that goes up is a sign, not a lost reflex."""

_ALL_REFLEXES = phrases.words("reflexes", "tendon jerks", "everything", "rest", "areflexi[ac]", "hypo-?reflexi[ac]")
_FEELING = phrases.words("sensory", "sensation", "touch", "pinprick", "numbness", "feeling")
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
            if kind is not Kind.SIGN or not minus(text):
                return Reading((self.wording.understand(kind, text),))
            unknown = UnknownName(text)
        except UnknownName as error:
            unknown = error
        if len(text) > LONGEST:
            raise unknown
        text = phrases.still(text)
        found, lost = self._loose(kind, text)
        if not found:
            raise unknown
        alike = phrases.on_both_sides(text) or (kind in (Kind.SENSORY_LOSS, Kind.SIGN) and phrases.symmetric(text))
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
        abnormal, usual = ABNORMAL.get(kind, kind), kind in ABNORMAL
        usual = usual or (TOPICS[abnormal] is Topic.STRENGTH and phrases.full_strength(text) and normal(text, Topic.STRENGTH) is True)
        found: list[Finding] = []
        lost: list[str] = []
        before = ""
        for said in statements(text, abnormal, usual=usual):
            said = _placed(said, before) if abnormal in SKIN else said
            before = said.text
            some, left = self._statement(abnormal, said, present=not said.normal)
            if found and not some and not said.normal and phrases.idle(phrases.told_of(said.text)):
                found = [replace(f, present=True) for f in found]  # "present but sluggish"
            found += [*some, *began(self.lexicon, abnormal, said.text)] if some else []
            lost += left
        return _settled(found, two_sides(text)), lost

    def _statement(self, kind: Kind, said: Statement, *, present: bool) -> tuple[list[Finding], list[str]]:
        """What one statement tells, by a kind of its own where it turns to another topic; else a sign."""
        own = kind if said.topic is TOPICS[kind] else KINDS[said.topic]
        text = _SIDED.sub("", said.text) if own in (Kind.WEAK_ACTION, Kind.WEAK_MUSCLE) else said.text
        signs, text = self._apart(own, text)
        found, lost = self._pieces(own, text, present)
        if not found and (inside := _INSIDE.search(text)):
            found, lost = self._pieces(own, inside[1], present)
        if whole := [] if found else self._together(own, text, present=present):
            return [*whole, *signs], []
        if found or signs:
            return [*found, *signs], lost if found else []
        signs = [replace(f, present=present) for f in self.lexicon.spotted(Kind.SIGN, text)]
        if not signs and not present and (one := self.lexicon.known(Kind.SIGN, phrases.denied(text)[0])):
            signs = [] if kind in self.lexicon.signs.sign(one.target).any else [replace(one, present=False)]
            return signs, []  # "no pain", "no weakness"; of what was asked itself it says nothing new
        return signs, [] if signs else lost

    def _apart(self, kind: Kind, text: str) -> tuple[list[Finding], str]:
        """The signs that stand among reflexes or skin, a toe that goes up and a nerve's answer to a shock, and the text without them."""
        pieces = _LISTED.split(text)
        if kind is Kind.REFLEX_REDUCED:
            signs = [f for piece in pieces if _BABINSKI.search(piece) for f in self._signs.read(piece.rstrip(" .")) if f.kind is Kind.SIGN]
            return signs, ", ".join(piece for piece in pieces if not _BABINSKI.search(piece)) if signs else text
        if kind in SKIN:
            told = {piece: self._signs.answers(piece) or self._tests(piece) for piece in pieces}
            if any(told.values()):
                return [f for some in told.values() for f in some], ", ".join(piece for piece in pieces if not told[piece])
        return [], text

    def _tests(self, text: str) -> list[Finding]:
        """What a text tells of tests that stretch or press a nerve, which are no place of skin."""
        named = any(f.target in STRETCHED for f in self.lexicon.spotted(Kind.SIGN, text))
        return [f for f in self._signs.read(text) if f.kind is Kind.SIGN] if named else []

    def _together(self, kind: Kind, text: str, *, present: bool) -> list[Finding]:
        """What a text tells of all reflexes, of feeling as a whole, or of the movements of a joint."""
        if kind is Kind.REFLEX_REDUCED and present and _ALL_REFLEXES.search(text):
            return [Finding(kind, reflex, present) for reflex in REFLEXES]
        if kind is Kind.SENSORY_LOSS and not present and _FEELING.search(text):
            return [Finding(Kind.SIGN, "numbness", present=False)]
        if kind is Kind.WEAK_ACTION and _MOVEMENTS.search(text) and (joints := _joints(text)):
            return [Finding(kind, a, present) for a in USUAL if a.startswith(joints)]
        return []

    def _pieces(self, kind: Kind, text: str, present: bool) -> tuple[list[Finding], list[str]]:
        """The findings of a text piece by piece, and the pieces that mean nothing known."""
        found: list[Finding] = []
        lost: list[str] = []
        whole = phrases.bare(unbounded(text) if kind in SKIN else text)
        some = [whole] if self.lexicon.known(kind, whole) else phrases.parts(whole)
        for i, piece in enumerate(some):
            read = self._piece(kind, some, i)
            found += [replace(f, present=present) for f in read]
            lost += [] if read or phrases.idle(piece) else [piece]
        return found, lost

    def _piece(self, kind: Kind, some: list[str], i: int) -> list[Finding]:
        """One piece: by its name, by where skin lies, else by the known names inside it."""
        if kind is Kind.PAIN and (ache := self._ache(some[i])):
            return [ache]
        own = (*_leaning(kind, some, i), some[i], phrases.told_of(some[i]))
        if found := next(filter(None, (self.lexicon.known(kind, words) for words in own)), None):
            return [found]
        if skin := next(filter(None, (self._lying(kind, words) for words in own)), None):
            return skin
        if kind in SKIN and (spotted := self.lexicon.spotted(kind, some[i])):
            return spotted
        shares = kind not in SKIN or any((lie(some[i]).parts, lie(some[i]).faces))  # words that place no skin share none with others
        for words in phrases.attempts([phrases.told_of(each) for each in some], i) if shares else ():
            if one := self.lexicon.known(kind, words):
                return [one]
            if skin := self._lying(kind, words):
                return skin
        return self.lexicon.spotted(kind, some[i]) or (self.lexicon.spotted(Kind.SIGN, some[i]) if kind is Kind.PAIN else [])

    def _ache(self, text: str) -> Finding | None:
        """Pain of the leg whose place is left open, where a text tells just that."""
        short, _ = phrases.denied(text)
        one = self.lexicon.known(Kind.SIGN, short) if " " in short and not lie(short).parts - {"leg"} else None
        return one if one and one.target == LEG_PAIN else None

    def _lying(self, kind: Kind, text: str) -> list[Finding]:
        """The skin that lies where a text says."""
        return self.lexicon.lying(kind, text) if kind in SKIN else []


def _placed(said: Statement, before: str) -> Statement:
    """A statement of one side alone with the part of the leg told before it: "below the knee except the medial side"."""
    side = _SIDE_ALONE.fullmatch(said.text)
    parts = lie(before).parts if side else frozenset()
    return replace(said, text=f"{side[1]} {' '.join(sorted(parts))}") if side and parts else said


def _settled(found: list[Finding], sides: bool) -> list[Finding]:
    """The findings, each said one way: where left and right are told what is lost on one of them, else what was said last."""
    last: dict[Test, Finding] = {}
    for f in found:
        test = (f.kind, f.target)
        last[test] = last[test] if sides and test in last and last[test].present else f
    return list(dict.fromkeys(last[f.kind, f.target] for f in found))


def _joints(text: str) -> tuple[str, ...]:
    """The beginnings of the ids of the movements of the joints that a text names; empty where it names none."""
    return tuple(part for word, parts in _JOINTS.items() if re.search(rf"\b{word}", text, re.IGNORECASE) for part in parts)


def _leaning(kind: Kind, some: list[str], i: int) -> Iterator[str]:
    """In "lateral thigh and leg" the leg is its lateral side too."""
    own, first = lie(some[i]), lie(some[0])
    if kind in SKIN and i and first.faces and not own.faces and own.parts and first.parts and (own.parts | first.parts) <= {"thigh", "leg"}:
        yield f"{' '.join(sorted(first.faces))} {some[i]}"
