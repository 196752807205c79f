"""Whether a piece of a text tells that something is normal or lost, by its words, its "no" and its grades."""

import re

from anatomy.phrases import words
from anatomy.topics import Topic, speaks_of

LOST_STRENGTH = (
    *(r"weak\w*", r"\w*pare(?:sis|ses|tic)", r"\w+plegi[ac]", r"paraly\w+", "palsy", "drop(?:ped|s)?", "droops?", r"wast(?:ed|ing)"),
    *(r"atroph\w+", r"thin(?:ner|ning)", r"denervat\w+", r"fibrillation\w*", "fibs", "neurogenic", "spontaneous activity", "psws?"),
    *("can neither", "barely", "hardly", "no longer", "positive sharp waves?", "flicker", "cannot", "can't", "unable"),
    *("inability", "impossible", r"difficult\w*", "feeble", "poor"),
)
"""Patterns of the words that tell that strength is lost, by hand or by needle."""

_LOST_WORDS = (
    *LOST_STRENGTH,
    # reflexes
    *("depressed", "sluggish", "trace", "attenuated", r"hypo-?refle\w+", r"areflexi\w*", "hypoactive", "dropped out", "abolished"),
    r"(?:only )?with (?:\w+ )?reinforcement",
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
    *("downgoing", "down-going", "flexor plantars?", "flexor response", "negative", "neg", "excluded", "ruled out", "good", "powerful"),
    *("can (?:still|stand|walk)", "kept", "recovered", "returned", "working", "quiet", "easily (?:elicited|got|obtained)"),
    *("contracts? well", "exaggerated", "hyperactive"),
)
POLAR = "|".join((*_LOST_WORDS, *_FULL_WORDS))
"""A pattern of every word that tells that something is lost or normal."""

_LOST, _FULL = words(*_LOST_WORDS), words(*_FULL_WORDS)
_PAINLESS = words("pain-?free", "painless", "pain free")
_GONE = words("(?:has |have |had )?(?:gone|resolved|settled)")
_NOT_LOST = words(
    r"(?:no|not|without|never|nil|den(?:y|ies|ied)|free of|absence of|neither|nor)\s+(?:[\w/]+[\s-]+){0,3}?"
    rf"(?:{'|'.join(_LOST_WORDS)}|pain\w*)",
    r"(?:numbness|weakness|pain|deficit|loss|denervation|wasting|ana?esthesia|para?esthesiae?|foot drop)\s+(?:is |was )?"
    r"(?:absent|denied|excluded)",
    r"absent (?:numbness|weakness|pain|ana?esthesia|saddle ana?esthesia)",
)
_NOT_FULL = words(rf"(?:not|no longer|never|less)\s+(?:\w+\s+)?(?:{'|'.join(_FULL_WORDS)}|present|felt|elicit\w+|obtain\w+)")
_TROUBLE = (
    r"(?:\w+\s+)?(?:loss|weakness|deficits?|numbness|reduction|change|impairment|abnormality|wasting|pain(?!\s+sensation)|asymmetry)\b"
)
_NOTHING = words(
    rf"(?:no|nil|without)\s+(?!{_TROUBLE})(?:\w+[\s-]+){{0,4}}?(?:power|movement|contraction|response|function|feeling|sensation|strength"
    r"|reflex(?:es)?(?! asymm)|jerks?|dorsi\w*|plantar\s?flexion|flexion|extension|eversion|inversion|abduction|adduction|pinprick"
    r"|motor units?|recruitment|voluntary activity)"
)
_GRADE_LESS = re.compile(
    r"(?<![\d/.-])[0-4]\s*[+-]?\s*(?:/|out of)\s*5|(?<![\d/])[01]\s*/\s*2\b"
    r"|\b(?:mrc|grade|power|m)\s*(?:grade\s*|of\s*)?[0-4][+-]?(?![\d/])|(?<![\d/])[01]\s*/\s*4\b|↓",
    re.IGNORECASE,
)
"""A grade of less than full strength; 5- is left open, as it is told of either."""

_GRADE_FULL = re.compile(
    r"(?<![\d/-])5\s*(?:/|out of)\s*5(?![\d+-])|\b(?:mrc|grade|power|m)\s*(?:grade\s*|of\s*)?5(?![\d/+-])|(?<![\d/])2\s*/\s*[24]\b|↔",
    re.IGNORECASE,
)
_BARE_GRADE = re.compile(r"[a-z.]\s+([0-5])[+-]?\s*$", re.IGNORECASE)
"""A grade alone at the end: "HF 5"."""

_REFLEX_LESS = re.compile(r"(?<![\d+])1\s*\+|\btr\b|\s0(?![/\d.])", re.IGNORECASE)
_REFLEX_FULL = re.compile(r"(?<!\d)[23]\s*\+|\+\+|\bpresent\b|\bsymmetrical\b", re.IGNORECASE)
_SIDES = re.compile(r"(?i:\b(left|right)\b)|(?<![\w-])([LR])(?![\w-])")
_NO = re.compile(
    r"\W*(?:no|without|denies|denied|never|nil)\b.*\b(?:trouble|disturbance|problems?|disorder|history|diabetes|trauma|injury|saddle|incontinence"
    r"|claudication|mass|lump|tinel|tenderness|clonus|warfarin|heparin|an\w*coagula\w+)\b",
    re.IGNORECASE,
)
"""A "no" of something that is no part of the leg's working."""

_WHEN = re.compile(
    r"(?<=\S)\s+(?:after|since|following|due to|because of|during|when|while|over the full|for the full)\b.*$|\bfull (?:length|weight)\b",
    re.IGNORECASE,
)
"""What tells when or by what: a normal delivery makes no thigh normal."""


def normal(text: str, asked: Topic) -> bool | None:
    """Whether a piece says that something is normal, or lost; None where it says neither, or both of one side."""
    full, lost, rest = _denied(_WHEN.sub(_ending, text))
    full |= bool(_FULL.search(rest) or _GRADE_FULL.search(rest))
    lost |= bool(_LOST.search(rest) or _GRADE_LESS.search(rest))
    if asked is Topic.PAIN:
        if _GONE.search(rest):
            return True
        full |= bool(_PAINLESS.search(rest))
        lost |= speaks_of(Topic.PAIN, _PAINLESS.sub(" ", rest))
    if asked is Topic.REFLEX or speaks_of(Topic.REFLEX, rest):
        full |= bool(_REFLEX_FULL.search(rest))
        lost |= bool(_REFLEX_LESS.search(rest))
    if asked is Topic.STRENGTH and not (full or lost) and (grade := _BARE_GRADE.search(rest)):
        return grade[1] == "5"
    if full and lost:
        return False if two_sides(text) else None  # lost on one side, whatever the other
    return full if full or lost else (True if _NO.match(text) else None)


def _ending(told: re.Match[str]) -> str:
    """Of what tells when, the last word where that speaks of the whole again: "eversion following surgery normal"."""
    last = re.search(rf"\b(?:{POLAR})\W*$", told[0], re.IGNORECASE)
    return f" {last[0]}" if last else " "


def two_sides(text: str) -> bool:
    """Whether a text speaks of the left and of the right."""
    return {side[:1].upper() for found in _SIDES.findall(text) for side in found if side} == {"L", "R"}


def _denied(text: str) -> tuple[bool, bool, str]:
    """Whether a "no" makes something normal, whether it makes something lost, and the text without either."""
    found = []
    for pattern in (_NOTHING, _NOT_FULL, _NOT_LOST):
        shorter = pattern.sub(" ", text)
        found.append(shorter != text)
        text = shorter
    return found[2], found[0] or found[1], text
