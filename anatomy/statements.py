"""A text parted where it turns: from what is lost to what is normal, or from strength to reflexes to skin.

"Weak dorsiflexion, normal eversion, ankle jerk absent" tells three things. It knows words, no anatomy.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from anatomy.findings import Kind
from anatomy.phrases import APART
from anatomy.polarity import POLAR, normal
from anatomy.topics import TOPICS, Topic, topic_of


@dataclass(frozen=True)
class Statement:
    """A piece of a text, whether it tells that something is normal, and what it is about."""

    text: str
    normal: bool
    topic: Topic


_STRONG = (
    r"\s*;\s*|\.\s+(?=(?-i:[A-Z]))|\s+[-–]\s+(?=[a-z])"
    r"|\s*,?\s+(?:but|yet|while|whereas|although|though|however|unlike|despite|versus|vs\.?)\s+(?:was\s+|were\s+)?"
)
"""What follows is told anew."""

_WEAK = (
    r"\s*,\s*(?:(?:and|with|otherwise)\s+)?"
    rf"|\s+(?:with|and|plus)\s+(?=(?:an?\s+|the\s+|both\s+)?(?:{POLAR}|no|without)\b)"
    r"|\s+(?=without\b)|\s+with\s+(?=[^,;]*\b5\s*/\s*5)"
)
"""What follows may go on in a list."""

_TURNS = re.compile(rf"(?P<apart>{APART})|(?P<strong>{_STRONG})|(?P<weak>{_WEAK})", re.IGNORECASE)
_ONLY_GRADE = re.compile(
    r" ?(?:on (?:the )?)?(?:left|right|[LR]|both sides|bilaterally)? ?(?:leg|side)? ?[:=]? ?(?:mrc|grade)? ?[0-5][+-]?(?: ?/ ?5)?[+-]?"
    r" ?(?:on )?(?:the )?(?:left|right|[LR])? ?(?:$|[,;)])",
    re.IGNORECASE,
)
_OTHER_SIDE = re.compile(
    rf"\s*(?:{POLAR})\s+(?:(?:on|in|at)\s+)?(?:the\s+)?(?:left|right|other|contralateral|opposite|[LR])(?: side| leg)?\s*(?:$|[,;)])"
    rf"|\s*(?:left|right)\s+(?:{POLAR})\s*(?:$|[,;)])",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"^\W*(?:no|without|denies)\b|\b(?:slr|straight leg|las[eè]gue|babinski|tinel|test|sign)\b", re.IGNORECASE)
"""What stands behind a list and is none of it."""

_ONLY = re.compile(r"\s*(?:just|only|mainly)\b", re.IGNORECASE)
"""With this a list turns back to what was asked."""

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_JUDGED = re.compile(rf"[(\[]\W*((?:{POLAR}))\W*[)\]]", re.IGNORECASE)
"""A bracket that only says that the thing before it is lost or normal."""

_GRADED = re.compile(
    r"\W*(?:(?:mrc|grade|power|strength|of|left|right|[LR]|denervation|emg|on|slight|mild|severe)\W*)*(?:[0-5][+-]?(?:\s*/\s*5)?[+-]?)?\W*",
    re.IGNORECASE,
)
"""What only grades the thing before the bracket."""

_COMPARED = re.compile(r"\([^)]*\b(?:other|contralateral|opposite|unaffected|healthy|[LR])\b[^)]*\)", re.IGNORECASE)
"""What is told of the other leg, in brackets."""


def statements(text: str, kind: Kind, *, usual: bool) -> Iterator[Statement]:
    """The text's statements in their order; one that says nothing of itself goes with the one beside it, else with the kind's own.

    `kind` is the abnormal kind that was asked for, `usual` whether it was asked for as normal.
    """
    asked = TOPICS[kind]
    found: list[Statement] = []
    parts = list(_parts(_opened(_COMPARED.sub(" ", text), asked)))
    told = [normal(part.text, asked) for part in parts]
    for i, part in enumerate(parts):
        said = told[i]
        taken = _beside(parts, told, found, asked, usual=usual) if said is None else said
        found.append(Statement(part.text, taken, _about(part, found, asked)))
    yield from _joined(parts, found)


@dataclass(frozen=True)
class _Part:
    """A piece between two turns, what stood before it ("" at first, "apart", "strong" or "weak"), and that turn's own words."""

    text: str
    between: str
    turn: str


def _parts(text: str) -> Iterator[_Part]:
    """The pieces between the turns; a side with its grade alone stays with what goes before."""
    start, between, turn = 0, "", ""
    for found in _TURNS.finditer(text):
        if _ONLY_GRADE.match(rest := text[found.end() :]) or _OTHER_SIDE.match(rest):
            continue
        if text[start : found.start()].strip():
            yield _Part(text[start : found.start()], between, turn)
            between, turn = found.lastgroup or "", found[0]
        start = found.end()
    if text[start:].strip():
        yield _Part(text[start:], between, turn)


def _beside(parts: Sequence[_Part], told: Sequence[bool | None], before: Sequence[Statement], asked: Topic, *, usual: bool) -> bool:
    """What the next piece takes over: from the one before it, at a new beginning from the end of its own list, else what was asked."""
    i = len(before)
    part = parts[i]
    if part.between == "strong":
        for j in range(i + 1, len(parts)):
            if parts[j].between != "weak":
                break
            if _OTHERS.search(parts[j].text) or topic_of(parts[j].text, asked) not in (None, topic_of(part.text, asked), asked):
                break
            if (ends := told[j]) is not None:
                return ends
    goes_on = bool(before) and (part.between == "apart" or (part.between == "weak" and not _ONLY.match(part.text)))
    taken = before[-1].normal if goes_on else usual
    return not taken if part.between == "apart" else taken


def _opened(text: str, asked: Topic) -> str:
    """The text with each of its brackets that tells something of itself behind it, as a statement; grades stay where they stand."""
    text = _JUDGED.sub(r" \1", text)
    told = [inside for inside in _BRACKETS.findall(text) if not _GRADED.fullmatch(inside) and normal(inside, asked) is not None]
    for inside in told:
        text = re.sub(rf"[(\[]{re.escape(inside)}[)\]]", " ", text)
    return "; ".join((text, *told))


def _about(part: _Part, before: Sequence[Statement], asked: Topic) -> Topic:
    """What a piece is about: as it says itself, else as the list it stands in; a tingling told as a pain stays a pain."""
    own = topic_of(part.text, asked)
    if not before:
        return asked if own is None or (asked is Topic.PAIN and own is Topic.SKIN) else own
    return own or (before[-1].topic if part.between == "weak" else asked)


def _joined(parts: Sequence[_Part], found: Sequence[Statement]) -> Iterator[Statement]:
    """The pieces that say alike of one thing put together again, as they stood."""
    kept: Statement | None = None
    for part, said in zip(parts, found, strict=True):
        if kept and part.between == "weak" and (said.normal, said.topic) == (kept.normal, kept.topic):
            kept = Statement(kept.text + part.turn + part.text, kept.normal, kept.topic)
            continue
        if kept:
            yield kept
        kept = said
    if kept:
        yield kept
