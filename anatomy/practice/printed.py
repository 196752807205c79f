"""Flash cards on paper: A4 pages of eight, fronts and then their backs, as tagged PDF (PDF/UA) made in memory by typst."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable

import typst

from anatomy.practice.card import REST, Card, Deal
from anatomy.practice.question import Form, Question
from anatomy.supply import Supply

COLUMNS, ROWS = 2, 4
A_PAGE = COLUMNS * ROWS

UNPRINTED = re.compile(
    r"[^ -~\u00a0-\u024f\u0391-\u03a1\u03a3-\u045f\u2010-\u2027\u2030-\u2040\u2070\u2074-\u208e\u20ac\u2190-\u2199\u2200-\u22ff]"
)
"""What typst's own fonts have no letter for; a sheet that is to be read aloud may not be made of it."""

TEMPLATE = """
#let d = json("cards.json")
#let (wide, tall, x0, y0) = (95mm, 68mm, 10mm, 14mm)
#let marks = {
  for x in range(d.columns + 1) { for y in (4mm, 14mm + d.rows * tall) {
    place(dx: x0 + x * wide, dy: y, line(angle: 90deg, length: 6mm, stroke: 0.3pt))
  } }
  for y in range(d.rows + 1) { for x in (2mm, 10mm + d.columns * wide) {
    place(dx: x, dy: y0 + y * tall, line(length: 6mm, stroke: 0.3pt))
  } }
  place(dx: x0, dy: 292mm, text(size: 6pt, d.how))
}
#set document(title: d.title, date: none)
#set page(paper: "a4", margin: 0mm, background: marks)
#set text(size: 9pt, lang: "en", font: ("Libertinus Serif", "DejaVu Sans Mono"))
#set par(leading: 0.45em, spacing: 0.5em)
#set list(spacing: 0.35em)
#show heading: set text(size: 7pt, weight: "regular", fill: luma(35%))
#show heading: set block(below: 0.5em)
// The largest size at which it has room; what has none at the smallest is cut off, not set over its neighbour.
#let fitted(width, height, body) = context {
  let sizes = (11, 10, 9, 8, 7, 6.5, 6, 5.5, 5)
  let found = sizes.find(s => measure(width: width, text(size: s * 1pt, body)).height <= height)
  block(width: width, height: height, inset: (top: 2pt), clip: true, text(size: if found == none { 5pt } else { found * 1pt }, body))
}
#let picture(name, alt, width) = image(name, width: width, height: 46mm, fit: "contain", alt: alt)
#let beside(name, alt, width, body) = if name == none { fitted(87mm, 48mm, body) } else {
  let rest = 86mm - width
  grid(columns: (rest, width), gutter: 1mm, fitted(rest, 48mm, body), picture(name, alt, width))
}
#let front(c) = {
  heading(c.head)
  beside(c.before, d.rest, 54mm, {
    strong(c.prompt)
    if c.choices.len() > 0 { enum(numbering: "A", ..c.choices) }
    if c.task != "" { par(emph(c.task)) }
  })
}
#let back(c) = {
  heading(c.head + d.answer)
  beside(c.after, c.alt, 40mm, {
    if c.ordered { strong(enum(..c.right)) } else { par(strong(c.right.join(", "))) }
    par(c.explanation)
    if c.wrong.len() > 0 { list(..c.wrong.map(w => [#w.label: #w.why])) }
  })
  place(bottom + left, fitted(87mm, 5mm, text(size: 0.6em, c.sources)))
}
#let laid(cards, side, column) = for (i, c) in cards.enumerate() {
  place(dx: x0 + column(calc.rem(i, d.columns)) * wide, dy: y0 + calc.quo(i, d.columns) * tall,
    block(width: wide, height: tall, inset: 4mm, clip: true, side(c)))
}
#for (n, cards) in d.cards.chunks(d.columns * d.rows).enumerate() {
  if n > 0 { pagebreak() }
  laid(cards, front, x => x)
  pagebreak()
  laid(cards, back, x => d.columns - 1 - x)
}
"""


def printed(questions: Iterable[Question], supply: Supply) -> bytes:
    """The cards as PDF; the same questions give the same bytes. None at all gives one page that is empty.

    A page of fronts is followed by the page of their backs, its columns mirrored, so that a sheet turned over on its long
    edge has each answer behind its question.
    """
    deal = Deal(supply)
    files: dict[str, bytes] = {}
    cards = [_facts(number, deal.card(q), files) for number, q in enumerate(questions, 1)]
    told = {
        "title": "Nerveline: practice cards",
        "how": "Print on both sides, turned on the long edge; then cut along the marks.",
        "rest": REST,
        "answer": ", the answer",
        "columns": COLUMNS,
        "rows": ROWS,
        "cards": cards,
    }
    files |= {"main.typ": TEMPLATE.encode(), "cards.json": json.dumps(told, ensure_ascii=False).encode()}
    made: bytes = typst.compile(files, format="pdf", pdf_standards=["ua-1"], ignore_system_fonts=True)  # type: ignore[call-overload]
    return made


def _facts(number: int, card: Card, files: dict[str, bytes]) -> dict[str, object]:
    """All that stands on both sides of a card, as plain values; its pictures are put to the files."""
    q = card.question
    return {
        "head": f"Card {number}",
        "prompt": printable(q.prompt),
        "task": card.task,
        "choices": [printable(c) for c in card.choices],
        "before": _file(card.before, files),
        "after": _file(card.after, files),
        "alt": printable(card.alt),
        "right": [printable(one) for one in card.answer],
        "ordered": q.form is Form.ORDER,
        "explanation": printable(q.explanation),
        "wrong": [{"label": printable(c.label), "why": printable(c.why)} for c in card.wrong if c.why],
        "sources": "; ".join(printable(s.citation.split(". ")[0][:70]) for s in card.sources),
    }


def printable(text: str) -> str:
    """A text of which every letter can be printed: controls as spaces, letters unknown to the fonts as �."""
    spaced = re.sub(r"[\x00-\x1f\x7f-\x9f]+", " ", unicodedata.normalize("NFC", text))
    return UNPRINTED.sub("�", spaced)


def _file(svg: str, files: dict[str, bytes]) -> str | None:
    """The name of a picture's file, shared by every card that shows it; None for no picture."""
    if not svg:
        return None
    name = f"{hashlib.sha256(svg.encode()).hexdigest()[:16]}.svg"
    files[name] = svg.encode()
    return name
