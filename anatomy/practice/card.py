"""A question as a card with two sides: what stands on it, wherever it is laid out."""

import re
from dataclasses import dataclass

from anatomy.claims import in_order
from anatomy.model import Level, Share, Zone
from anatomy.picture.route import Routes
from anatomy.practice.chosen import place
from anatomy.practice.question import Choice, Form, Question
from anatomy.structures import Disc, Nerve, Reflex, Root, SpinalLevel, Structure
from anatomy.supply import Supply

HERE = "http://localhost:8501"
"""Where Streamlit serves the atlas unless it is told otherwise."""

REST = "The nerve map and the body, nothing named but the levels"
"""What the picture to point at shows, in words."""

TASKS = {
    Form.ONE: "",
    Form.SEVERAL: "Name every right one.",
    Form.ORDER: "Put them in order.",
    Form.PRESS: "Point to it, then turn the card.",
}
"""What a card asks for beside its question: nothing can be pressed on it."""


@dataclass(frozen=True)
class Cited:
    """A source as a card names it; no address for an unofficial copy of a book."""

    citation: str
    url: str | None


@dataclass(frozen=True)
class Card:
    """The two sides of a question. `before` and `after` are pictures as SVG, "" where there is none."""

    question: Question
    task: str
    choices: tuple[str, ...]
    before: str
    answer: tuple[str, ...]
    wrong: tuple[Choice, ...]
    after: str
    alt: str  # of the picture after
    sources: tuple[Cited, ...]
    link: str  # opens the answer in the atlas
    tags: tuple[str, ...]


class Deal:
    """Makes cards of questions. A picture is drawn once, however many cards show it."""

    def __init__(self, supply: Supply, at: str = HERE) -> None:
        """`at` is where the atlas can be reached, for the links into it."""
        self.supply, self.at, self.pictures = supply, at.rstrip("/"), Routes(supply)
        self._drawn: dict[str, str] = {}

    def card(self, question: Question) -> Card:
        """The card of a question. One that is pressed becomes one to point at: the map unnamed, then lit."""
        press = question.form is Form.PRESS
        return Card(
            question,
            TASKS[question.form],
            tuple(c.label for c in shuffled(question)),
            self.pictures.rest if press else "",
            self._answer(question),
            tuple(c for c in question.choices if c.id not in question.right),
            self._picture(question.show),
            f"The route of {self._name(question.show)} on the nerve map",
            tuple(self._cited(s) for s in question.sources),
            link(self.supply, question.show, self.at),
            tags(self.supply, question),
        )

    def _answer(self, question: Question) -> tuple[str, ...]:
        labels = {c.id: c.label for c in question.choices}
        found = tuple(labels.get(r) or self._name(r) for r in question.right)
        return (f"Any of: {', '.join(found)}",) if question.form is Form.PRESS and len(found) > 1 else found

    def _name(self, structure: str) -> str:
        known = self.supply.atlas.structures.get(structure)
        return known.name if known else structure

    def _picture(self, structure: str) -> str:
        if structure not in self._drawn:
            self._drawn[structure] = self.pictures.shown(structure)
        return self._drawn[structure]

    def _cited(self, source: str) -> Cited:
        known = self.supply.atlas.sources.get(source)
        return Cited(known.citation, known.url) if known else Cited(source, None)


def shuffled(question: Question) -> tuple[Choice, ...]:
    """The choices in an order that hangs on their ids alone, and is not the right one where the order is what is asked."""
    found = sorted(question.choices, key=lambda c: place(question.id, c.id))
    if question.form is Form.ORDER and tuple(c.id for c in found) == question.right:
        found.reverse()
    return tuple(found)


def link(supply: Supply, structure: str, at: str) -> str:
    """The address at which Explore opens a structure, a root as its level; the atlas itself for one it does not know."""
    known = supply.atlas.structures.get(structure)
    if known is None:
        return f"{at}/"
    return f"{at}/?show={known.level if isinstance(known, Root) else known.id}"


def tags(supply: Supply, question: Question) -> tuple[str, ...]:
    """Where a question belongs, each as branch and leaf: its kind, parts of the leg, nerves and roots, each once."""
    asked = [supply.atlas.structures[s] for s in question.structures if s in supply.atlas.structures]
    nerves = [n for s in asked for n in _nerves(supply, s)]
    roots = [r for s in asked for r in _roots(supply, s)]
    found = {"kind": [question.kind], "area": question.areas, "nerve": nerves, "root": in_order(roots)}
    return tuple(dict.fromkeys(f"{branch}::{_leaf(one)}" for branch, all_ in found.items() for one in all_))


def _nerves(supply: Supply, asked: Structure) -> list[str]:
    """A nerve itself, or those that end on a target; left out what only some report."""
    if isinstance(asked, Nerve):
        return [asked.id]
    return [t.nerve for t in supply.by_target.get(asked.id, ()) if t.share is not Share.REPORTED]


def _roots(supply: Supply, asked: Structure) -> list[Level]:
    """A level itself, or the roots of a target, nerve, reflex or disc; left out what only some report."""
    if isinstance(asked, SpinalLevel | Root):
        return [asked.id if isinstance(asked, SpinalLevel) else asked.level]
    if isinstance(asked, Disc):
        return [c.root for zone in Zone for c in supply.disc(asked, zone)]
    of_nerve = supply.carried(asked) if isinstance(asked, Nerve) else supply.roots(asked.id)
    claims = supply.reflex(asked) if isinstance(asked, Reflex) else of_nerve
    return [c.root for c in claims if c.share is not Share.REPORTED]


def _leaf(name: str) -> str:
    """A tag holds no space and no branch of its own."""
    return re.sub(r"[\s:]+", "-", name)
