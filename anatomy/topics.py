"""What a text of findings is about, by its words: strength, reflexes, skin or pain."""

import re
from collections.abc import Mapping
from enum import StrEnum

from anatomy.findings import Kind
from anatomy.phrases import words


class Topic(StrEnum):
    """What a text is about."""

    STRENGTH = "strength"
    REFLEX = "reflex"
    SKIN = "skin"
    PAIN = "pain"


TOPICS: Mapping[Kind, Topic] = {
    Kind.WEAK_ACTION: Topic.STRENGTH,
    Kind.WEAK_MUSCLE: Topic.STRENGTH,
    Kind.REFLEX_REDUCED: Topic.REFLEX,
    Kind.SENSORY_LOSS: Topic.SKIN,
    Kind.PAIN: Topic.PAIN,
}
"""What a finding of each kind is about."""

KINDS: Mapping[Topic, Kind] = {
    Topic.STRENGTH: Kind.WEAK_ACTION,
    Topic.REFLEX: Kind.REFLEX_REDUCED,
    Topic.SKIN: Kind.SENSORY_LOSS,
    Topic.PAIN: Kind.PAIN,
}
"""The kind of finding that tells of a topic."""

_WORDS: Mapping[Topic, re.Pattern[str]] = {
    Topic.REFLEX: words("reflex(?:es)?", "jerks?", "kjs?", "ajs?", "dtrs?"),
    Topic.STRENGTH: words(
        *(
            r"weak\w*",
            r"\w*pare(?:sis|ses|tic)",
            "mrc",
            r"denervat\w+",
            r"wast(?:ed|ing)",
            "foot drop",
            "dropped foot",
            "strength",
            "power",
        ),
        *(r"(?:dorsi|plantar)?flexion", "extension", "abduction", "adduction", "rotation", "inversion", "eversion", "movements?"),
    ),
    Topic.SKIN: words(
        *(r"numb\w*", r"hypo?a?esth\w+", r"hypo?alg\w+", r"ana?esth\w+", r"para?esth\w+", r"tingl\w+"),
        *("sensation", "sensory", "pinprick", "light touch"),
    ),
    Topic.PAIN: words(r"pain\w*", r"ach(?:e|es|ing)", "burning", "sore", r"neuralg\w+"),
}
_ACHE = words("pain(?! sensation| and temperature)", "aches?", "backache")
"""Pain told beside something else."""

_OUT_OF_FIVE = re.compile(r"(?<![\d/])[0-5]\s*[+-]?\s*/\s*5(?!\d)")
"""A grade of strength."""


def speaks_of(topic: Topic, text: str) -> bool:
    """Whether a text has words of a topic."""
    return bool(_WORDS[topic].search(text))


def topic_of(text: str, asked: Topic) -> Topic | None:
    """What a text is about where it says so itself; what was asked comes first."""
    if speaks_of(asked, text):
        return asked
    found = next((topic for topic in _WORDS if topic is not Topic.PAIN and speaks_of(topic, text)), None)
    if found is None and _ACHE.search(text):
        return Topic.PAIN
    return found or (Topic.STRENGTH if _OUT_OF_FIVE.search(text) else None)
