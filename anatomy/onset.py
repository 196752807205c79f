"""How a trouble began, or what brings a pain on, where a text tells that beside what was found: "foot drop after hip replacement"."""

from anatomy.findings import Finding, Kind
from anatomy.lexicon import Lexicon
from anatomy.phrases import words

_ONSET = words(
    *(
        "after",
        "since",
        "following",
        "due to",
        "caused by",
        "because of",
        r"post-\w+",
        "postoperative(?:ly)?",
        "postpartum",
        "posttraumatic",
    ),
    *("on", "with", "when", "while", "during", "by"),
)
"""After one of these a text may tell how it began, or what brings it on."""

_NOT_SO = words(
    *(
        "no",
        "not",
        "without",
        "never",
        "denie[sd]",
        "negative",
        "excluded?",
        "excludes",
        "ruled out",
        "unrelated",
        "gone",
        "better",
        "eased",
    ),
    *("eases", "relieved", "relieves", "normal", "than", "improves?", "stops?", "lessens", "awaiting", "before"),
    *("father", "mother", "brother", "sister", "wife", "husband", "family"),
)
"""With one of these beside it an onset is none, or somebody else's."""

BROUGHT_ON = frozenset(("pain-on-sitting", "back-pain-on-cough", "neurogenic-claudication"))
"""Signs of what brings a pain on."""


def began(lexicon: Lexicon, kind: Kind, text: str) -> list[Finding]:
    """The histories that a statement tells behind an "after" or "with", and of a pain what brings it on; none where it denies anything."""
    if _NOT_SO.search(text):
        return []
    # after "pain", for what brings it on goes by that name: "pain on sitting"
    told = [f for found in _ONSET.finditer(text) for f in lexicon.spotted(Kind.SIGN, f"pain {text[found.start() :]}")]
    return [f for f in told if lexicon.signs.sign(f.target).history or (kind is Kind.PAIN and f.target in BROUGHT_ON)]
