"""A sign told by plus and minus, by what is well, or in a list after one "no": put into the words that signs go by."""

import re

_PLUS = re.compile(r"(?:\+|\bplus)\s*ve\b|\bpos\b\.?|\(\+\)|(?<=\s)\+(?=\s|,|;|$)", re.IGNORECASE)
_MINUS = re.compile(r"(?:[-–−]|\bminus)\s*ve\b|\bneg\b\.?|\(-\)|\bnon-?provocative\b|(?<=[A-Za-z]\s)[-–−](?=\s*(?:,|;|$))", re.IGNORECASE)
_WELL = r"(?:normal|intact|ok|nad|unaffected|preserved|spared)"
_IS = r"(?:is |was |are |were )?"
_BOTH_WAYS = r"(?:bladder (?:and|\+|&) bowels?|bowels? (?:and|\+|&) bladder|b ?[+&] ?b|sphincters?)"
_UNLESS = r"(?<!not )(?<!no )(?<!never )(?<!longer )(?<!difficulty )(?<!trouble )(?<!cannot )(?<!without )"
"""What makes a saying say the contrary, where it stands before it."""

_NAMES: tuple[tuple[str, str], ...] = (
    (r"not (?:normal|intact|preserved)", "abnormal"),
    (r"bowel (?:cancer|carcinoma|tumou?r)(?: surgery| operation)?", "colorectal cancer"),
    (r"trendelenburg position|(?:small |large )?bowel obstruction", " "),
    (r"(?<=[a-z]): ?(?=(?:positive|negative|normal|absent)\b)", " "),
    (r"(?<=positive|negative) / ", "; "),
)
"""Other words for one thing, and words that only sound like a sign."""

_DENIED: tuple[tuple[str, str], ...] = (
    (r"(?:not|no longer)(?: fully| yet| always)? continent", "bladder trouble; bowel trouble"),
    (r"(?:not|never) incontinent(?: of urine)?", "no bladder trouble"),
    (r"(?:difficulty|trouble|not) (?:opening|opened) (?:his |her |the )?bowels", "bowel trouble"),
    (rf"{_BOTH_WAYS}(?: function)? {_IS}not (?:affected|involved|disturbed)", "no bladder trouble; no bowel trouble"),
)
"""Sayings that hold their own "not"."""

_SAYINGS: tuple[tuple[str, str], ...] = (
    (r"incontinent of urine and f(?:a)?eces|doubly incontinent", "bladder trouble; bowel trouble"),
    (r"incontinent of urine", "bladder trouble"),
    (r"incontinent of (?:f(?:a)?eces|stools?)", "bowel trouble"),
    (
        r"(?:(?<!fully )(?<!always )continent|fully continent|still continent)(?: of urine and f(?:a)?eces)?(?! until)",
        "no bladder trouble; no bowel trouble",
    ),
    (rf"{_BOTH_WAYS}(?: function)? {_IS}{_WELL}(?! until)", "no bladder trouble; no bowel trouble"),
    (r"voids normally|(?:post-?void )?residual (?:of )?\d\d? ?ml", "no bladder trouble"),
    (r"(?:opening|opens) (?:his |her |the )?bowels (?:normally|regularly|well)", "no bowel trouble"),
    (r"(?:good|normal) (?:anal |sphincter )?(?:tone|squeeze)(?: and squeeze)?", "no reduced anal tone"),
    (rf"(?:anal |sphincter |pr: ?)tone {_IS}(?:good|{_WELL})(?!,? squeeze|.*\bnow\b)", "no reduced anal tone"),
    (r"(?:can|could|does) feel (?:the )?toilet paper(?! only)", "no saddle numbness"),
    (rf"weight {_IS}stable", "no weight loss"),
    (
        r"(?:(?<=^)|(?<=[,;] )|(?<=symptoms ))(?:strictly |purely )?(?:unilateral|one-sided|(?:left|right)(?: side)? only)(?=$|[,;])",
        "not on both sides",
    ),
    (r"non-?tender", "no tenderness"),
    (
        rf"plantars? {_IS}(?:down-?going|flexor)|(?:down-?going|flexor) plantars?(?: responses?)?|babinski (?:down|flexor)",
        "no Babinski sign",
    ),
)
"""How it is told that all is well, or that two things are not."""

_LIST = re.compile(r"\s*(?:no|denies|denied|without|does not report|never|neither|(negative))\s+([^.;]*?)\s*(?=[.;]|$)", re.IGNORECASE)
"""A denial that stands once before a list."""

_NEXT = re.compile(r"\s*,\s*(?:or |nor |and )?|\s+(?:or|nor|/)\s+")
_NEXT_NEGATIVE = re.compile(r"\s*,\s*(?:or |nor |and )?|\s+(?:or|nor|and|/)\s+")
_LAST = re.compile(r"\b(?:or|nor)\b", re.IGNORECASE)
_LAST_NEGATIVE = re.compile(r"\b(?:and|or|nor)\b", re.IGNORECASE)
_TOLD = re.compile(
    r"\d|\b(?:since|yesterday|days?|nights?|weeks?|months?|years?|so|but|has|had|is|was|positive|slept|severe|worse|when|after)\b",
    re.IGNORECASE,
)
"""In a list that one "no" denies nothing is told."""


def minus(text: str) -> bool:
    """Whether a text ends in a minus, or a toe is told to go down, which its name alone would hide."""
    return bool(re.search(r"[-–−]\s*\)?\s*$|\bbabinski (?:down|flexor)\b", text, re.IGNORECASE))


def plain(text: str) -> str:
    """The text in the words that signs go by, each thing denied on its own."""
    text = _MINUS.sub("negative", _PLUS.sub("positive", text))
    for pattern, said in _NAMES:
        text = re.sub(rf"(?<!\w)(?:{pattern})(?!\w)" if not pattern.startswith("(?<=") else pattern, said, text, flags=re.IGNORECASE)
    for guard, sayings in (("", _DENIED), (_UNLESS, _SAYINGS)):
        for pattern, said in sayings:
            text = re.sub(rf"{guard}(?<!\w)(?:{pattern})(?!\w)", f"; {said}; ", text, flags=re.IGNORECASE)
    return _listed(text).strip(" ;")


def _listed(text: str) -> str:
    """The text with a denial before each of a list that it stands before: "no pain, numbness or weakness"."""
    found = _LIST.match(text)
    if not found or _TOLD.search(found[2]) or not (_LAST_NEGATIVE if found[1] else _LAST).search(found[2]):
        return text
    items = (_NEXT_NEGATIVE if found[1] else _NEXT).split(found[2])
    return f"no {'; no '.join(items)}{text[found.end() :]}" if len(items) > 1 else text
