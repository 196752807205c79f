"""Out to Anki: a selection of questions as an .apkg, which a later one brings up to date and does not double.

Anki knows a note by its guid, made here from the question's id, and takes the newer of two with one guid. Everything is
made in memory: nothing of a learner's choice is left behind on a disk.
"""

import hashlib
import itertools
import json
import re
import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence
from html import escape

import genanki  # type: ignore[import-untyped]

from anatomy.export import archive
from anatomy.practice.card import HERE, REST, Card, Deal
from anatomy.practice.question import Form, Question
from anatomy.supply import Supply

FIELDS = ("Id", "Prompt", "Picture before", "Choices", "Answer", "Explanation", "Wrong", "Picture", "Sources", "Link")
"""The fields of a note. They never change: Anki would take notes of other fields for another kind of note."""

FRONT = """<main class="tex2jax_ignore"><p class="prompt">{{Prompt}}</p>{{Choices}}{{Picture before}}</main>"""

BACK = """<main class="tex2jax_ignore"><p class="prompt">{{Prompt}}</p>{{Choices}}<hr id="answer">
<div class="answer">{{Answer}}</div><p>{{Explanation}}</p>{{Picture}}{{Wrong}}
<footer>{{Sources}}<p>{{Link}}</p></footer></main>"""

CSS = """.card { font: 18px/1.45 system-ui, sans-serif; color: #22201d; background: #fff; text-align: left; }
main { max-width: 42em; margin: 0 auto; padding: 0 .6em; overflow-wrap: anywhere; }
.prompt { font-size: 1.2em; font-weight: 600; } .task, footer { font-size: .8em; font-weight: 400; color: #5c574f; }
.answer { font-size: 1.1em; font-weight: 700; color: #14613a; } .answer p { margin: 0; }
img { display: block; max-width: 100%; max-height: 75vh; margin: .6em auto; border-radius: 8px; background: #fff; }
li { margin: .2em 0; } a { color: #0b57d0; }
.nightMode.card, .night_mode.card { color: #efece6; background: #1c1f24; }
.nightMode .answer, .night_mode .answer { color: #7fd6a4; } .nightMode a, .night_mode a { color: #8ab4f8; }
.nightMode .task, .nightMode footer, .night_mode .task, .night_mode footer { color: #b3ada4; }"""

_MARKUP = str.maketrans({"[": "&#91;", "{": "&#123;", "\\": "&#92;"})
"""Beside what HTML reads: Anki plays [sound:], renders [latex] and fills in {{c1::}}."""


def package(questions: Iterable[Question], supply: Supply, name: str, at: str = HERE, when: float | None = None) -> bytes:
    """The questions as an .apkg: one deck called `name`, one note a question, the pictures they share.

    Args:
        questions: each once, new ones learned in this order; none at all gives an empty deck.
        supply: where names, pictures and sources come from.
        name: of the deck; the same name is the same deck.
        at: where the atlas can be reached, for the links into it.
        when: seconds since 1970, now if None; Anki takes a note for newer by it. The same moment gives the same bytes.
    """
    deal = Deal(supply, at)
    model, deck = _model(), genanki.Deck(_number("deck", name), _plain(name).strip() or "Nerveline")
    media: dict[str, bytes] = {}
    for turn, question in enumerate({q.id: q for q in questions}.values()):
        card = deal.card(question)
        deck.add_note(genanki.Note(model, _fields(card, media), tags=list(card.tags), guid=guid(question), due=turn))
    return _zipped(_database(deck, time.time() if when is None else when), media)


def _number(*parts: str) -> int:
    """An id that hangs on its name alone, as large as Anki's own: milliseconds since 1970."""
    return 1 << 40 | int.from_bytes(hashlib.sha256("~".join(parts).encode()).digest()[:5], "big") >> 1


def guid(question: Question) -> str:
    """The name under which Anki knows a question for ever."""
    return hashlib.sha256(f"nerveline~{question.id}".encode()).hexdigest()[:20]


def _model() -> genanki.Model:
    template = {"name": "Card", "qfmt": FRONT, "afmt": BACK}
    fields = [{"name": field} for field in FIELDS]
    return genanki.Model(_number("model", "Nerveline"), "Nerveline", fields, [template], CSS, sort_field_index=1)


def _fields(card: Card, media: dict[str, bytes]) -> list[str]:
    """What stands in each of `FIELDS`, as HTML; its pictures are put to the media."""
    q = card.question
    return [
        _text(q.id),
        _text(q.prompt) + (f"<br><span class='task'>{card.task}</span>" if card.task else ""),
        _image(card.before, REST, media),
        _list("ol type='A'", map(_text, card.choices)),
        _answer(card),
        _text(q.explanation),
        _list("ul", (f"<b>{_text(c.label)}</b>: {_text(c.why)}" for c in card.wrong if c.why)),
        _image(card.after, card.alt, media),
        _list("ul", (_linked(s.citation, s.url) for s in card.sources)),
        _linked("Open it in the atlas", card.link),
    ]


def _text(text: str) -> str:
    """A text as Anki shows it and does nothing with it."""
    return escape(_plain(text)).translate(_MARKUP)


def _plain(text: str) -> str:
    """A text without control characters: one of them parts Anki's fields."""
    return re.sub(r"[\x00-\x1f\x7f]+", " ", text)


def _answer(card: Card) -> str:
    if card.question.form is Form.ORDER:
        return _list("ol", map(_text, card.answer))
    return "".join(f"<p>{_text(one)}</p>" for one in card.answer)


def _list(tag: str, items: Iterable[str]) -> str:
    inside = "".join(f"<li>{item}</li>" for item in items)
    return f"<{tag}>{inside}</{tag.split()[0]}>" if inside else ""


def _linked(text: str, url: str | None) -> str:
    return f"<a href='{escape(url).translate(_MARKUP)}'>{_text(text)}</a>" if url else _text(text)


def _image(svg: str, alt: str, media: dict[str, bytes]) -> str:
    """The picture as a file named by what is in it, so that notes share it and a changed one takes a new name."""
    if not svg:
        return ""
    data = svg.encode()
    name = f"nerveline-{hashlib.sha256(data).hexdigest()[:16]}.svg"
    media[name] = data
    return f"<img src='{name}' alt='{_text(alt)}'>"


def _database(deck: genanki.Deck, when: float) -> bytes:
    """The collection as genanki writes it; in memory, since genanki's own writer leaves a file behind each time."""
    connection = sqlite3.connect(":memory:")
    try:
        genanki.Package([deck]).write_to_db(connection.cursor(), when, itertools.count(int(when * 1000)))
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()


def _zipped(database: bytes, media: Mapping[str, bytes]) -> bytes:
    names: Sequence[str] = sorted(media)
    files = {"collection.anki2": database, "media": json.dumps(dict(enumerate(names))).encode()}
    files |= {str(i): media[name] for i, name in enumerate(names)}
    return archive.zipped(files)
