"""A sign told by plus and minus, by what is well, or in a list after one "no": put into the words that signs go by."""

import re

_PLUS = re.compile(r"(?:\+|\bplus)\s*ve\b|\bpos\b\.?|\(\+\)|(?<=\s)\+(?=\s|,|;|$)", re.IGNORECASE)
_MINUS = re.compile(r"(?:[-–−]|\bminus)\s*ve\b|\bneg\b\.?|\(-\)|\bnon-?provocative\b|(?<=[A-Za-z]\s)[-–−](?=\s*(?:,|;|$))", re.IGNORECASE)
_IS = r"(?:is |was |are |were )?"
_WELL = r"(?:normal|intact|ok|nad|unaffected|preserved|spared)"
_BOTH_WAYS = r"(?:bladder (?:and|\+|&) bowels?|bowels? (?:and|\+|&) bladder|b ?[+&] ?b|sphincters?)"

_SAYINGS: tuple[tuple[str, str], ...] = (
    (r"incontinent of urine and f(?:a)?eces|doubly incontinent", "bladder trouble; bowel trouble"),
    (r"incontinent of urine", "bladder trouble"),
    (r"incontinent of (?:f(?:a)?eces|stools?)", "bowel trouble"),
    (r"(?:fully |still )?continent(?: of urine and f(?:a)?eces)?", "no bladder trouble; no bowel trouble"),
    (rf"{_BOTH_WAYS}(?: function)? {_IS}{_WELL}", "no bladder trouble; no bowel trouble"),
    (r"voids normally|(?:post-?void )?residual (?:of )?\d\d? ?ml", "no bladder trouble"),
    (r"opening (?:his |her )?bowels", "no bowel trouble"),
    (r"(?:good|normal) (?:anal |sphincter )?(?:tone|squeeze)(?: and squeeze)?", "no reduced anal tone"),
    (rf"(?:anal |sphincter |pr: ?)tone {_IS}(?:good|{_WELL})", "no reduced anal tone"),
    (r"(?:can|could|does) feel (?:the )?toilet paper", "no saddle numbness"),
    (rf"weight {_IS}stable", "no weight loss"),
    (r"(?:strictly |purely )?(?:unilateral|one-sided)|(?:left|right) (?:side )?only", "not on both sides"),
    (r"non-?tender", "no tenderness"),
    (rf"plantars? {_IS}(?:down-?going|flexor)|(?:down-?going|flexor) plantars?(?: responses?)?", "no Babinski sign"),
    (r"bowel (?:cancer|carcinoma|tumou?r)(?: surgery| operation)?", "colorectal cancer"),
    (r"trendelenburg position|(?:small |large )?bowel (?:obstruction|surgery|operation|resection)", " "),
)
"""How it is told that all is well, or that two things are not; and words that only sound like a sign."""

_LIST = re.compile(r"\s*(?:no|denies|denied|without|does not report|never|neither)\b(?=[^;]*\b(?:or|nor)\b)", re.IGNORECASE)
"""A denial that stands once before a list, of which "or" joins the last."""

_NEXT = re.compile(r"\s*,\s*(?:or |nor |and )?|\s+(?:or|nor)\s+")


def plain(text: str) -> str:
    """The text in the words that signs go by, each thing denied on its own."""
    text = _MINUS.sub("negative", _PLUS.sub("positive", text))
    for pattern, said in _SAYINGS:
        text = re.sub(rf"\b(?:{pattern})\b", f"; {said}; ", text, flags=re.IGNORECASE)
    if found := _LIST.match(text):
        text = f"no {_NEXT.sub('; no ', text[found.end() :].strip())}"
    return text.strip(" ;")
