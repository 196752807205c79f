"""A finding's text cut up: what is asked, and what is only said beside it. It knows words, no anatomy."""

import re
from collections.abc import Iterator
from dataclasses import dataclass


def words(*some: str) -> re.Pattern[str]:
    """A pattern that finds any of some words or patterns of words, as whole words, in any case."""
    return re.compile(rf"\b(?:{'|'.join(some)})\b", re.IGNORECASE)


def _pattern(*parts: str) -> re.Pattern[str]:
    return re.compile("".join(parts), re.IGNORECASE)


_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_GRADE = _pattern(
    r"\b(?:(?:mrc|oxford)\s*)?(?:(?:grade|power|strength)\s*(?:of\s*)?)?[0-5]\s?[+-]?\s*/\s*5\b[+-]?",
    r"|\b(?:mrc|grade|power)\s*(?:of\s*|grade\s*)?[0-5][+-]?(?!\w)",
)
_FULL = re.compile(r"(?<![\d/])5\s*/\s*5(?![\d+-])")
"""A grade of full strength."""

_LESS = re.compile(r"(?<![\d/])(?:[0-4]\s*[+-]?|5\s*-)\s*/\s*5")
"""A lesser grade, of the other leg or another muscle."""

_BESIDE = _pattern(
    r"[\s,]+(?:worse(?:ned|ning)?|relieved|eased|aggravated|provoked|brought on|during|when|whenever|while|after|since|with|without|for",
    r"|at (?:night|rest)|by (?:the )?(?:night|day)",
    r"|on (?:walking|standing|climbing|running|exertion|emg|needle|mri|both|passive|sitting|the (?:left|right)))\b.*$",
)
"""From here on a text tells when, how or with what, not where."""

_BUT_NOT = (
    r"not(?!\s+(?:\w+\s+)?(?:normal|intact|preserved|spared|weak\w*|numb\w*|affect\w*|involv\w*|elicit\w*|felt|found|present|test\w*"
    r"|assess\w*|done|record\w*|obtain\w*|reduc\w*|lost|impair\w*|palpable|only|includ\w*|cross\w*|worse\w*|better|able|yet|full|brisk"
    r"|seen|used|after|appreciat\w*|perceiv\w*|recogni\w*|detect\w*)\b)"
)
"""A pattern of "not" that sets one thing against another, "L5, not S1"; not the one that only denies a word of how it is."""

APART = (
    r"[\s,]+(?:but not(?! including)|but (?:sparing|spares)|sparing of|sparing|spares|except(?: for| over| in)?|excluding|apart from"
    rf"|other than|{_BUT_NOT})\s+(?:of\s+)?"
)
"""A pattern of the words that turn a text: what follows is normal where what goes before is not, and the other way round."""

_APART = _pattern(APART)

_NUMBER = r"(?:first|second|third|fourth|fifth|great|big|little|1st|2nd|3rd|4th|5th)"
_ORDINALS = _pattern(rf"\b{_NUMBER}(?: (?:and|or|to|through) |, ?| ?- ?|/)(?=(?:the )?{_NUMBER}\b)")
"""One of several toes told together, with what joins it to the next."""

_LEVELS = _pattern(r"\b([ls][1-5])\s*(?:\bto\b|\bthrough\b|/|–)\s*([ls]?[1-5])\b")
"""The first and last of several spinal levels."""

_SAME_LETTER = _pattern(r"\b([ls])([1-5])\s*(?:,|&|\band\b|\bor\b)+\s*(?=[1-5]\b)")
"""A spinal level, with what joins it to a bare number, the next level of the same letter."""

_BETWEEN = _pattern(
    r"\s*(?:[,;:/&+]|\b(?:and|or|plus|then|down(?: to)?|in?to|to|from|through|as far as|as well as|including",
    r"|radiat\w+(?: (?:down|up|in)?to)?|extend\w+(?: (?:down )?to)?|spread\w+(?: to)?)\b)\s*",
)
"""Words that join one thing to the next."""

_RUNS = _pattern(
    r"\b(?:running|runs?|ran)\s+(?=(?:down|along|into)\b)|(?:(?<=pain )|^)(?:running|runs?|ran)\s+(?=(?:from|to|up|over|through)\b)"
)
_RADIATES = _pattern(r"\b(?:with )?radiation\b(?=\s+(?:of|to|into|down|along)\b)")
_SAID = _pattern(
    r"^\W*(?:no|not|an?|the|some|patch of|area of|over|of|on|in|at|to|for|loss|lost|reduced|decreased|diminished|absent|impaired|altered"
    r"|normal|intact|preserved|spared|numb(?:ness)?|pain(?:ful)?|burning|weak(?:ness)?|wasting|sensation|sensory|sensibility|feeling|skin|touch|light"
    r"|pinprick|power|strength|deficits?|hypo?a?esthesia|para?esthesiae?|dysa?esthesiae?|ana?esthesia|tingling)\b\s*"
    r"|\s*\b(?:is|was|were|are|feels|numb(?:ness)?|pain|weak(?:ness)?|loss|lost|reduced|decreased|absent|impaired|normal|intact|preserved|spared"
    r"|unaffected|affected|full|strong|good|fine|deficits?|sensation|strength|power|skin|area|region|territory|distribution|aspect"
    r"|surface)\W*$",
)
"""What a finding's kind says already, at the beginning and the end of a text."""

_SIDE = _pattern(
    r"[\s,]*\b(?:on (?:the )?(?:left|right|both sides?)(?: side| leg)?|(?:left|right)(?: side| leg)?|(?:left|right)-sided",
    r"|bilateral(?:ly)?|(?:on |in )?both(?: sides)?|(?:on )?(?:the )?(?:one|same|other) side(?: only)?|in one leg|unilateral(?:ly)?)\b",
    r"|(?<![\w-])(?-i:[LR])(?![\w-])",
)
_BOTH = words(
    r"bilateral(?:ly)?",
    "both (?:sides|legs|lower limbs|limbs|feet|ankles?|knees?|thighs|calves|soles|heels|great toes|buttocks|shins|achilles|patellar)",
    "in both",
)
_SYMMETRIC = words(r"symmetric(?:al)?(?:ly)?")
_EVEN = words("not", "otherwise", r"reflex\w*", "jerks?", "power", "strength", "normal")
"""With these, symmetry is said of something else, denied, or means normal."""

_HOW_MUCH = frozenset(
    (
        *("abrupt", "absent", "aching", "acute", "all", "and", "asymmetric", "asymmetrical", "atrophy", "brisk"),
        *("burning", "chronic", "complete", "constant", "days", "deep", "denervated", "denervation", "diffuse"),
        *("diminished", "dissociated", "dull", "elicited", "equal", "excruciating", "fatty", "few", "fibrillation"),
        *("fibrillations", "flickering", "inconstant", "intermittent", "intractable", "late", "later", "long-standing"),
        *("longstanding", "lost", "marked", "mild", "mildly", "minimal", "minimally", "minor", "moderate", "months"),
        *("night", "nocturnal", "normal", "numb", "painless", "partial", "patchy", "profound", "recruitment", "reduced"),
        *("relentless", "severe", "severely", "shooting", "slight", "slightly", "sluggish", "subtle", "sudden"),
        *("symmetric", "symmetrical", "throughout", "trace", "unable", "units", "vague", "voluntary", "wasted"),
        *("wasting", "weak", "weakness", "weeks", "seen", "found", "gone", "dtrs", "dtr", "1", "2", "3"),
    )
)
"""Words that tell how much, how long or by what test, not what."""

_NO = (
    "no|not|without|denies|denied|absence of|negative|normal|free of|never|nil|preserved|intact|unremarkable|full|lack of"
    r"|symmetrical(?= (?:\w+ )?(?:reflex|jerk|power|strength))"
)
_NOT = (
    "negative|normal|not (?:present|found)|preserved|intact|unremarkable|symmetrical|excluded|spared|unaffected|downgoing"
    r"|within normal limits|of normal \w+"
)
_DENIED = _pattern(rf"^(?:{_NO})\b[\s:]*", rf"|[\s,:]*\b(?:(?:is|was|are|were) )?(?:{_NOT})$")
_MISSING = _pattern(r"^absent\b[\s:]*|[\s,:]*\b(?:is |was )?absent$")
"""Of a sign: that it was not found; of a reflex, of tone or of a nerve's answer: that it is lost."""


@dataclass(frozen=True)
class Clause:
    """A piece of a text, and whether it stands on the other side of a "but not"."""

    text: str
    other: bool = False


def bare(text: str) -> str:
    """The text without what stands in brackets, grades of strength, sides, and whatever tells when or how."""
    plain = _tidy(_SIDE.sub(" ", _GRADE.sub(" ", _BRACKETS.sub(" ", text))))
    said, _, last = plain.rpartition(",")
    if said and idle(last):
        plain = _tidy(said)
    return _tidy(_BESIDE.sub("", plain)) or plain


def still(text: str) -> str:
    """The text with single spaces, and without the words for how a pain travels that mean other things: "running down", "radiation to"."""
    return _RADIATES.sub("radiating", _RUNS.sub("", re.sub(r"\s+", " ", text)))


def told_of(text: str) -> str:
    """The text without the words at its beginning and end that tell how it is, or how it was tested, not what."""
    while (shorter := _SAID.sub("", text)) != text and shorter.strip():
        text = shorter.strip()
    return text


def full_strength(text: str) -> bool:
    """Whether the text itself grades a strength as full."""
    return bool(_FULL.search(text)) and not _LESS.search(text)


def on_both_sides(text: str) -> bool:
    """Whether the text says that it is so on both sides."""
    return bool(_BOTH.search(text))


def symmetric(text: str) -> bool:
    """Whether a text of skin says that it is alike on both sides."""
    return bool(_SYMMETRIC.search(text)) and not _EVEN.search(text)


def clauses(text: str) -> Iterator[Clause]:
    """The text up to a "but not" or "sparing", then what follows it, which is meant the other way round."""
    first, *rest = _APART.split(text)
    if first.strip():
        yield Clause(first)
    yield from (Clause(one, other=True) for one in rest if one.strip())


def parts(text: str) -> list[str]:
    """What a text joins with commas, "and", "to" and the like, one by one; toes told from one to another stay together."""
    kept = _ORDINALS.sub(lambda found: re.sub(r"[\s,/-]+", "_", found[0]), _LEVELS.sub(r"\1-\2", lettered(text)))
    return [one for part in _BETWEEN.split(kept) if (one := _tidy(part))]


def lettered(text: str) -> str:
    """The text with its letter before each spinal level: "S2, 3 and 4" as "S2, S3, S4"."""
    while (longer := _SAME_LETTER.sub(r"\1\2, \1", text)) != text:
        text = longer
    return text


def idle(text: str) -> bool:
    """Whether a text only tells how much."""
    return all(word in _HOW_MUCH for word in text.casefold().split())


def attempts(some: list[str], i: int) -> Iterator[str]:
    """Ways to read the i-th of several parts: alone, then with words that it shares with the first or the last."""
    own = some[i]
    yield own
    first, last = some[0].split(), some[-1].split()
    for n in (1, 2):
        if i > 0 and len(first) > n:
            yield " ".join([*first[:n], own])
            yield " ".join([own, *first[n:]])
        if i < len(some) - 1 and len(last) > n:
            yield " ".join([own, *last[-n:]])
            yield " ".join([*last[:n], own])


def denied(text: str) -> tuple[str, bool]:
    """The text of a sign without its "no", "normal" or "negative", and whether it had one."""
    return _without(_DENIED, text)


def missing(text: str) -> tuple[str, bool]:
    """The same of "absent"."""
    return _without(_MISSING, text)


def _without(pattern: re.Pattern[str], text: str) -> tuple[str, bool]:
    shorter = pattern.sub("", text)
    return (shorter, True) if shorter.strip() and shorter != text else (text, False)


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" ,;:.-+")
