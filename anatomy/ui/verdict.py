"""An answer explained: what was right, why each choice is right or wrong, who says so, and what a session came to."""

from collections.abc import Iterable
from html import escape

from anatomy.practice.answer import Answer
from anatomy.practice.question import Form, Question
from anatomy.practice.round import Learned
from anatomy.supply import Supply
from anatomy.ui import cite, session
from anatomy.ui.desk import Asked


def explained(supply: Supply, one: Asked, answer: Answer) -> str:
    """The verdict, the explanation, every choice with its reason, and the sources."""
    question, head = one.question, "Right" if answer.right else "Not this time"
    parts = [f"<h3>{head}</h3>", f"<p>{escape(question.explanation)}</p>", _choices(one, answer), _sources(supply, question)]
    return f"<section class='card verdict-{'right' if answer.right else 'wrong'}' aria-live='polite'>{''.join(parts)}</section>"


def _choices(one: Asked, answer: Answer) -> str:
    question = one.question
    if question.form is Form.PRESS:
        pressed = session.supply().atlas.structures.get(answer.chosen[0])
        return "" if answer.right or not pressed else f"<p>You pressed: {escape(pressed.name)}.</p>"
    if question.form is Form.ORDER:
        names = {c.id: c.label for c in question.choices}
        told = " → ".join(names.get(c, c) for c in answer.chosen)
        return "" if answer.right else f"<p>Your order: {escape(told)}.</p>"
    rows = "".join(_choice(c.label, c.why, c.id in question.right, c.id in answer.chosen) for c in one.choices)
    return f"<ul class='judged'>{rows}</ul>"


def _choice(label: str, why: str, right: bool, taken: bool) -> str:
    mark = "✓" if right else "✗"
    yours = " <span class='quiet'>(your choice)</span>" if taken else ""
    word = "right" if right else "wrong"
    return f"<li><b aria-hidden='true'>{mark}</b> <b>{escape(label)}</b> <span class='quiet'>{word}</span>{yours}<br>{escape(why)}</li>"


def _sources(supply: Supply, question: Question) -> str:
    entries = session.entries()
    says = dict.fromkeys(s for c in question.claims for s in entries[c].sources)
    return cite.sayings(supply, says, "Who says so", fold=True)


def ended(learned: Learned, names: dict[str, str]) -> str:
    """What a session came to: what was new, what grew firmer, what is shaky."""
    heads = (("New to you, and right in the end", learned.new), ("Firmer now", learned.stronger), ("Comes back next time", learned.shaky))
    told = "".join(f"<h4>{head}</h4><ul>{_rows(names, facts)}</ul>" for head, facts in heads if facts)
    return f"<section class='card'>{told}</section>"


def _rows(names: dict[str, str], facts: Iterable[str]) -> str:
    return "".join(f"<li>{escape(names.get(fact, fact))}</li>" for fact in facts)
