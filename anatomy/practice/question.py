"""A question made from the atlas: what is asked, what is right, why each wrong choice is wrong, and who says so."""

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """How a question is answered."""

    ONE = "one"  # press the one right choice
    SEVERAL = "several"  # mark every right choice
    ORDER = "order"  # put every choice in order
    PRESS = "press"  # press it on the picture


@dataclass(frozen=True)
class Choice:
    """Something that can be chosen: an id (of a structure where it is one), its label, and why it is right or wrong."""

    id: str
    label: str
    why: str


@dataclass(frozen=True)
class Question:
    """One question. `right` holds ids: one for ONE, a set for SEVERAL and PRESS (any of them will do there), a sequence for ORDER."""

    id: str  # for ever: kind, what is asked about, variant
    kind: str  # a key of `bank.KINDS`
    fact: str  # what is remembered; several questions may ask one fact
    form: Form
    prompt: str
    choices: tuple[Choice, ...]  # in a fixed order; whoever asks shuffles them. Empty for PRESS
    right: tuple[str, ...]
    explanation: str  # what is right, in a sentence or two
    show: str  # the structure that the picture opens on with the answer
    claims: tuple[str, ...]  # ids of the claims (anatomy/ledger.py) that it rests on
    sources: tuple[str, ...]  # ids of their sources
    areas: tuple[str, ...]  # parts of the leg it belongs to, ids of content/areas.toml
    structures: tuple[str, ...]  # every structure asked about, for tags

    def judge(self, given: tuple[str, ...]) -> bool:
        """Whether an answer is right: in order for ORDER, any right one for PRESS, the whole set otherwise."""
        if self.form is Form.ORDER:
            return given == self.right
        if self.form is Form.PRESS:
            return len(given) == 1 and given[0] in self.right
        return len(given) == len(set(given)) and set(given) == set(self.right)
