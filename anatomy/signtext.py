"""A sign told in a sentence: "absent sural SNAP", "tapping over the fibular head", "wasting of the calf" are read for what they tell.

What is told as a sign may be a finding of another kind: a weak muscle, a lost reflex, numb skin.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from anatomy import phrases
from anatomy.examination import BOTH_SIDES
from anatomy.findings import Finding, Kind
from anatomy.lexicon import Lexicon
from anatomy.phrases import words
from anatomy.polarity import LOST_STRENGTH
from anatomy.sayings import plain
from anatomy.signs import AT
from anatomy.statements import statements

ANSWER = "sensory-response-reduced"
"""The sign of a nerve of skin that hardly answers a shock."""

BACK = "paraspinal-denervation"
"""The sign of the muscles beside the spine."""

RASH = "shingles"
"""The sign of a rash along a root."""

_RESPONSE = words("responses?")
"""An answer to a shock, where a nerve of skin alone is named beside it."""

_NO_ANSWER = words("motor", "cmaps?", r"[mfh][- ]waves?", "block", "steroids?", r"inject\w+", "response to", r"treat\w+", "reflex")
"""Of a response: that it is a muscle's, or to a treatment."""

_ANSWER = words(
    "snaps?",
    r"sensory (?:nerve )?(?:responses?|(?:action )?potentials?|amplitudes?|conduction|latenc\w+)",
)
_ANSWERED = words("normal", "preserved", "intact", "within normal limits", r"(?<!not )present", r"(?<!not )recordable", "not reduced")
_UPGOING = words("babinski", "up-?going", "extensor plantars?")
_REFLEX = words("reflex(?:es)?", "jerks?", "wink")
_LIVELY = words("normal", "brisk", "preserved", "symmetrical", "intact", "present", "equal", "retained")
_WEAK = words(*LOST_STRENGTH, "fatty", "thin", "loss of (?:strength|power|bulk)")
_NUMB = words("numb(?:ness)?", r"ana?esthe\w+", r"hypo?a?esthe\w+", r"para?esthe\w+", r"tingl\w+", "sensory (?:loss|deficit)", "sensation")
_HURTS = words("pain(?:ful)?(?![- ]free)", "ache", "aching", "burning", r"dysa?esthe\w+", "sore(?:ness)?")
_TAPPED = words(r"tinel\w*(?:'s)?(?: sign)?", r"tapp\w+")
_PLACED = {
    "tinel-sign": words(_TAPPED.pattern, r"percuss\w+"),
    "tenderness-over-nerve": words("tender(?:ness)?", "palpation", "pressure", "pressing"),
    "mass-over-nerve": words(
        *("mass", "lump", "swelling", "cyst", "ganglion", "tumou?r", "nodule"),
        *("schwannoma", "lipoma", "neurofibroma", "neuroma", "aneurysm"),
    ),
}
_PAINLESS = re.compile(
    r"^(?!.*\b(?:movements?|motion|rotation|range|passive|hip|knee|ankle|slr|rais(?:e|ing))\b)"
    r"(.*)\b(?:painless(?:ly)?(?! (?:urinary )?retention)|pain[- ]free|not painful)\b",
    re.IGNORECASE,
)
"""Said of the whole, not of how a joint moves."""

_NO_PAIN = Finding(Kind.SIGN, "leg-pain", present=False)

_PIECES = re.compile(r"\s*[;,]\s+|\.\s+(?=[A-Z])|\s+(?=without (?!any|trouble|difficulty)|and no\b|but (?!not|sparing|spares))")
_MOVED = words(r"(?:on|with|during) (?:\w+ )?(?:passive|resisted|forced|internal|external|active|movement|stretch)")
"""A pain that a movement brings on tells a movement, not where it hurts."""

_WHERE = words(*("at", "over", "of", "in", "on", "beside", "near", "around", "across", "along", "to", "from"))

_NEGATIVE = words(
    *(
        "(?:was |is |were |are )?negative",
        "denied",
        "free of",
        "ruled out",
        "excluded",
        "not (?:seen|used)",
        r"(?:was |is |were |are )?absent(?= in\b)",
    ),
    *("(?:shows?|showed|reveal(?:s|ed)?) no", "with(?:out| no) (?:any )?(?:trouble|difficulty)"),
)
_EQUIVOCAL = words("equivocal", "doubtful", "could not be (?:tested|assessed)", "not (?:tested|assessed|recorded|done)")
_RAISES = ("straight-leg-raise", "crossed-straight-leg-raise")
_DEGREES = re.compile(r"\b(\d{2,3})(?!\s*(?:-?year|days?|weeks?|months?|yo|y/o|cm|mm))\b")
_FREE = words("full", "free", "freely", "unrestricted", "unlimited", "(?-i:N)", "not limited", "painless", "no pain")
_SURE = words("positive", r"reproduc\w+", r"provok\w+", "brings?", "limited")
RAISED = 70
"""Degrees to which a straight leg rises without a root being stretched, by usual reckoning."""

_GIVES = words("sends?", "gives?", "gave", r"produc\w+", r"reproduc\w+", r"provok\w+", "causes?", r"elicit\w+", r"shoot\w+", r"radiat\w+")
"""Behind these a text tells what pressing or tapping brings on, no longer where."""

SkinText = Callable[[Kind, str], list[Finding]]
"""What reads a text of skin."""


class SignText:
    """Reads the texts of signs."""

    def __init__(self, lexicon: Lexicon, skin_text: SkinText) -> None:
        """Bind the names, and what reads skin."""
        self.lexicon, self.signs, self.skin_text = lexicon, lexicon.signs, skin_text

    def read(self, text: str) -> list[Finding]:
        """The findings that a text tells; empty when it tells nothing known."""
        text = plain(text)
        told = [f for piece in _PIECES.split(text) for f in self._clauses(piece)] or self._clauses(text)
        began = [f for f in self.lexicon.spotted(Kind.SIGN, text) if self.signs.sign(f.target).history] if told else []
        return list(dict.fromkeys((*told, *(f for f in began if replace(f, present=False) not in told))))

    def _clauses(self, text: str) -> list[Finding]:
        return [f for clause in phrases.clauses(text) for f in self._clause(clause.text, clause.other)]

    def _clause(self, text: str, other: bool) -> list[Finding]:
        if (rest := _PAINLESS.sub(r"\1", text)) != text:
            return [_NO_PAIN, *(self._clause(rest, other) if rest.strip() else [])]
        if _EQUIVOCAL.search(text):
            return []
        short, denied = _denied(text)
        shorter, missing = phrases.missing(short)
        for read in (self._answer, self._strength, self._placed):
            if found := read(short):
                gone = denied or other or (missing and read == self._placed)
                return [replace(f, present=f.present is not gone) for f in found]
        found = self._named(shorter) or self.lexicon.spotted(Kind.SIGN, shorter) or self._skin(shorter)
        present = not (denied or other or missing or _free(found, shorter))
        rash = self._rash(shorter) if present and any(f.target == RASH for f in found) else []
        told = [replace(f, present=present) for f in found if present or len(found) == 1 or f.target != BOTH_SIDES]
        return [*told, *rash]

    def _rash(self, text: str) -> list[Finding]:
        """The skin that a rash is told of: it is sore there, whoever does not say so."""
        return [f for f in self.skin_text(Kind.PAIN, text) if f.kind is Kind.PAIN and f.present]

    def _named(self, text: str) -> list[Finding]:
        """The signs that go by the text, or by its parts where each is one: "bowel or bladder trouble"."""
        if one := self.lexicon.known(Kind.SIGN, text):
            return [one]
        some = phrases.parts(text)
        each = [next(filter(None, (self.lexicon.known(Kind.SIGN, a) for a in phrases.attempts(some, i))), None) for i in range(len(some))]
        return [f for f in each if f] if all(each) else []

    def answers(self, text: str) -> list[Finding]:
        """The nerves of skin whose answer to a shock a text speaks of, well or hardly as it tells; empty where it speaks of none."""
        return self._answer(text) if _ANSWER.search(text) else []

    def _answer(self, text: str) -> list[Finding]:
        """A nerve of skin that answers a shock hardly, and which one."""
        sure = _ANSWER.search(text)
        if not sure and (not _RESPONSE.search(text) or _NO_ANSWER.search(text)):
            return []
        spotted = self.lexicon.spotted(Kind.SENSORY_LOSS, _RESPONSE.sub(" ", _ANSWER.sub(" ", text)))
        kept = self.signs.skin_nerves if sure else self.signs.skin_alone
        nerves = [f"{AT}{f.target}" for f in spotted if f.target in kept]
        poor = not _ANSWERED.search(text)
        return [Finding(Kind.SIGN, f"{ANSWER}{nerve}", present=poor) for nerve in nerves or ([""] if sure else [])]

    def _strength(self, text: str) -> list[Finding]:
        """A reflex, or a movement or muscle with a word that says it is weak."""
        if _REFLEX.search(text) and not _UPGOING.search(text) and (found := self.lexicon.spotted(Kind.REFLEX_REDUCED, text)):
            return [replace(f, present=not _LIVELY.search(text)) for f in found]
        return self._weak(text) if _WEAK.search(text) else []

    def _weak(self, text: str) -> list[Finding]:
        """Each movement and muscle, lost or normal as its own piece of the text tells.

        No weakness shows in the muscles of the back; denervated beside others they are a sign of their own.
        """
        found: list[Finding] = []
        back: list[Finding] = []
        for one in statements(text, Kind.WEAK_MUSCLE, usual=False):
            found += [replace(f, present=not one.normal) for f in self.lexicon.spotted(Kind.WEAK_ACTION, one.text)]
            back += [replace(f, present=not one.normal) for f in self.lexicon.spotted(Kind.SIGN, one.text) if f.target == BACK]
        return [*found, *back] if found else []

    def _placed(self, text: str) -> list[Finding]:
        """Tapping, pressing or a lump at a place."""
        for sign, how in _PLACED.items():
            if (told := how.search(text)) and (place := self._place(text[told.end() :]) or self._place(how.sub(" ", text))):
                return [Finding(Kind.SIGN, f"{sign}{AT}{place}", present=True)]
        return [Finding(Kind.SIGN, "tinel-sign", present=True)] if _TAPPED.search(text) else []

    def _place(self, text: str) -> str:
        """The place that a text tells: behind its first "at" or "over", else anywhere in it."""
        text = _GIVES.split(text)[0]
        return self.signs.placed(_WHERE.split(text, maxsplit=1)[-1]) or self.signs.placed(text)

    def _skin(self, text: str) -> list[Finding]:
        """Skin that is said to be numb or to hurt."""
        hit = next(((kind, how) for kind, how in ((Kind.SENSORY_LOSS, _NUMB), (Kind.PAIN, _HURTS)) if how.search(text)), None)
        return self.skin_text(hit[0], hit[1].sub(" ", text)) if hit and not _MOVED.search(text) else []


def _denied(text: str) -> tuple[str, bool]:
    """The text of a sign without what says that it was not found, wherever that stands, and whether it said so."""
    short, denied = phrases.denied(text)
    if not denied and _NEGATIVE.search(text):
        return _NEGATIVE.sub(" ", text), True
    return short, denied


def _free(found: list[Finding], text: str) -> bool:
    """Whether a straight leg rose as far as legs do."""
    if not any(f.target in _RAISES for f in found) or _SURE.search(text):
        return False
    risen = [int(degrees) for degrees in _DEGREES.findall(text)]
    return min(risen) >= RAISED if risen else bool(_FREE.search(text))
