"""Whether a piece of a text tells that something is normal or lost, by its words, its "no" and its grades."""

import re

from anatomy.phrases import words
from anatomy.topics import Topic, speaks_of

_LOST_WORDS = (
    # strength
    *(r"weak\w*", r"\w*pare(?:sis|ses|tic)", r"\w+plegi[ac]", r"paraly\w+", "palsy", "drop(?:ped|s)?", "droops?", r"wast(?:ed|ing)"),
    *(r"atroph\w+", r"thin(?:ner|ning)", r"denervat\w+", r"fibrillation\w*", "fibs", "neurogenic", "spontaneous activity", "psws?"),
    *("positive sharp waves?", "flicker", "cannot", "can't", "unable", "inability", "impossible", r"difficult\w*", "feeble", "poor"),
    # reflexes
    *("depressed", "sluggish", "trace", "attenuated", r"hypo-?refle\w+", r"areflexi\w*", "hypoactive", "dropped out", "abolished"),
    # skin
    *(r"numb\w*", r"hypo?a?esth\w+", r"hypo?alg\w+", r"ana?esth\w+", r"para?esth\w+", r"dysa?esth\w+", r"tingl\w+", "dull(?:ed)?"),
    *("insensate", "altered"),
    # any
    *("reduced", "diminished", "decreased", "impaired", "deficits?", "abnormal(?:ity|ities)?", "lost", "loss", "absent", "gone"),
    *("affected", "involved"),
)
_FULL_WORDS = (
    *(r"normal(?:ly)?", "intact", "preserved", "spared", "unaffected", "unimpaired", "unremarkable", "full", "strong", "retained", "brisk"),
    *("silent", "clean", "firm", "maintained", "ok", "nad", "wnl", "uninvolved", "plantars? (?:were |was |are )?(?:flexor|down-?going)"),
    *("downgoing", "down-going", "flexor plantars?", "flexor response"),
)
POLAR = "|".join((*_LOST_WORDS, *_FULL_WORDS))
"""A pattern of every word that tells that something is lost or normal."""

_LOST, _FULL = words(*_LOST_WORDS), words(*_FULL_WORDS)
_PAINLESS = words("pain-?free", "painless", "pain free")
_NOT_LOST = words(
    r"(?:no|not|without|never|nil|den(?:y|ies|ied)|free of|absence of|neither|nor)\s+(?:[\w/]+[\s-]+){0,3}?"
    rf"(?:{'|'.join(_LOST_WORDS)}|pain\w*)",
    r"(?:numbness|weakness|pain|deficit|loss|denervation|wasting)\s+(?:is |was )?(?:absent|denied|excluded)",
)
_NOT_FULL = words(rf"(?:not|no longer|never|less)\s+(?:\w+\s+)?(?:{'|'.join(_FULL_WORDS)}|present|felt|elicit\w+|obtain\w+)")
_NOTHING = words(
    r"(?:no|nil)\s+(?:\w+[\s-]+){0,2}?(?:power|movement|contraction|response|function|feeling|sensation|strength|reflex(?:es)?(?! asymm)"
    r"|jerks?|dorsi\w*|plantar\s?flexion|flexion|extension|eversion|inversion|abduction|adduction)"
)
_GRADE_LESS = re.compile(
    r"(?<![\d/.])[0-4]\s*[+-]?\s*/\s*5|\b(?:mrc|grade|power|m)\s*(?:grade\s*|of\s*)?[0-4][+-]?(?![\d/])|(?<![\d/])[01]\s*/\s*4\b|↓",
    re.IGNORECASE,
)
"""A grade of less than full strength; 5- is left open, as it is told of either."""

_GRADE_FULL = re.compile(
    r"(?<![\d/])5\s*/\s*5(?![\d+-])|\b(?:mrc|grade|power|m)\s*(?:grade\s*|of\s*)?5(?![\d/+-])|(?<![\d/])2\s*/\s*[24]\b|↔", re.IGNORECASE
)
_BARE_GRADE = re.compile(r"[a-z.]\s+([0-5])[+-]?\s*$", re.IGNORECASE)
"""A grade alone at the end: "HF 5"."""

_REFLEX_LESS = re.compile(r"(?<![\d+])1\s*\+|\btr\b|\s0(?![/\d.])", re.IGNORECASE)
_REFLEX_FULL = re.compile(r"(?<!\d)[23]\s*\+|\+\+|\bpresent\b|\bsymmetrical\b", re.IGNORECASE)
_TWO_SIDES = re.compile(r"\bright\b.*\bleft\b|\bleft\b.*\bright\b", re.IGNORECASE)


def normal(text: str, asked: Topic) -> bool | None:
    """Whether a piece says that something is normal, or lost; None where it says neither, or both of one side."""
    full, lost, rest = _denied(text)
    full |= bool(_FULL.search(rest) or _GRADE_FULL.search(rest))
    lost |= bool(_LOST.search(rest) or _GRADE_LESS.search(rest))
    if asked is Topic.PAIN:
        full |= bool(_PAINLESS.search(rest))
        lost |= speaks_of(Topic.PAIN, _PAINLESS.sub(" ", rest))
    if asked is Topic.REFLEX or speaks_of(Topic.REFLEX, rest):
        full |= bool(_REFLEX_FULL.search(rest))
        lost |= bool(_REFLEX_LESS.search(rest))
    if asked is Topic.STRENGTH and not (full or lost) and (grade := _BARE_GRADE.search(rest)):
        return grade[1] == "5"
    if full and lost:
        return False if _TWO_SIDES.search(text) else None  # lost on one side, whatever the other
    return full if full or lost else None


def _denied(text: str) -> tuple[bool, bool, str]:
    """Whether a "no" makes something normal, whether it makes something lost, and the text without either."""
    found = []
    for pattern in (_NOT_LOST, _NOT_FULL, _NOTHING):
        shorter = pattern.sub(" ", text)
        found.append(shorter != text)
        text = shorter
    return found[0], found[1] or found[2], text
