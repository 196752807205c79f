"""An .apkg opens in Anki's own library, says what the questions say, and a later one brings it up to date."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.notes import Note

from anatomy import Supply
from anatomy.practice import deck
from anatomy.practice.card import Deal, shuffled
from anatomy.practice.question import Choice, Form, Question
from tests.practice import few

HOSTILE = """<script>alert(1)</script> "quoted" 'single' {{c1::cloze}} {{Answer}} [sound:x.mp3] [latex]x[/latex] \\(x\\) a\x1fb & <b"""


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Collection]:
    """An empty collection of Anki's own."""
    collection = Collection(str(tmp_path / "collection.anki2"))
    yield collection
    collection.close()


@pytest.fixture(scope="module")
def asked(supply: Supply) -> tuple[Question, ...]:
    """Forty questions of all forms."""
    return few.questions(supply)[:40]


def brought(anki: Collection, made: bytes) -> tuple[int, int]:
    """Import an .apkg as a reader does who presses Import; how many notes were new, how many updated."""
    path = Path(anki.path).parent / "deck.apkg"
    path.write_bytes(made)
    log = anki.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=ImportAnkiPackageOptions())).log
    return len(log.new), len(log.updated)


def notes(anki: Collection) -> dict[str, Note]:
    """Every note by the id of its question."""
    found = [anki.get_note(n) for n in anki.find_notes("")]
    return {note["Id"]: note for note in found}


def test_opens_in_anki(anki: Collection, supply: Supply, asked: tuple[Question, ...]) -> None:
    """Every question is one note with one card, and each field says what the question says."""
    assert brought(anki, deck.package(asked, supply, "Knee and foot")) == (len(asked), 0)
    found = notes(anki)
    assert set(found) == {q.id for q in asked} and anki.card_count() == len(asked)
    deal = Deal(supply)
    for q in asked:
        note, card = found[q.id], deal.card(q)
        assert list(note.keys()) == list(deck.FIELDS) and note.guid == deck.guid(q)
        assert q.prompt in note["Prompt"] and q.explanation in note["Explanation"]
        assert all(one in note["Answer"] for one in card.answer)
        assert re.findall(r"<li>(.*?)</li>", note["Choices"]) == [c.label for c in shuffled(q)]
        assert all((f"<b>{c.label}</b>: {c.why}" in note["Wrong"]) == (c.id not in q.right) for c in q.choices if c.why)
        assert note["Wrong"].count("<li>") == sum(1 for c in q.choices if c.id not in q.right and c.why)
        assert all(supply.atlas.sources[s].citation[:20] in unescape(note["Sources"]) for s in q.sources)
        assert f"?show={q.show}" in note["Link"]
    assert {d.name for d in anki.decks.all_names_and_ids()} >= {"Knee and foot"}


def test_learned_in_order(anki: Collection, supply: Supply, asked: tuple[Question, ...]) -> None:
    """Anki shows new cards in the order of the selection."""
    turned = asked[::-1]
    brought(anki, deck.package(turned, supply, "Nerveline"))
    cards = sorted((anki.get_card(c) for c in anki.find_cards("")), key=lambda card: card.due)
    assert [card.note()["Id"] for card in cards] == [q.id for q in turned] and len({card.due for card in cards}) == len(asked)


def test_tags(anki: Collection, supply: Supply, asked: tuple[Question, ...]) -> None:
    """A note is found by its kind, part of the leg, nerve and root."""
    brought(anki, deck.package(asked, supply, "Nerveline"))
    for note in notes(anki).values():
        assert {t.split("::")[0] for t in note.tags} == {"kind", "area", "nerve", "root"}
    q = asked[0]
    nerve, root = supply.by_target[q.show][0].nerve, supply.roots(q.show)[0].root
    for tag in (f"kind::{q.kind}", f"area::{q.areas[0]}", f"nerve::{nerve}", f"root::{root}"):
        assert q.id in {anki.get_note(n)["Id"] for n in anki.find_notes(f'tag:"{tag}"')}


def test_pictures_come_along(anki: Collection, supply: Supply, asked: tuple[Question, ...]) -> None:
    """Each note shows a picture that is in Anki's media and is well-formed; notes on one muscle share theirs."""
    brought(anki, deck.package(asked, supply, "Nerveline"))
    shown = {id_: re.findall(r"src=.([^'\"]+)", note["Picture"])[0] for id_, note in notes(anki).items()}
    for name in set(shown.values()):
        ElementTree.fromstring((Path(anki.media.dir()) / name).read_bytes())  # noqa: S314  # made here
    assert len(set(shown.values())) == len({q.show for q in asked})
    assert anki.media.check().missing == [] == list(anki.media.check().unused)


def test_pressed_becomes_pointed_at(anki: Collection, supply: Supply, asked: tuple[Question, ...]) -> None:
    """A question pressed on the picture shows the map unnamed before the answer, and lit after it."""
    brought(anki, deck.package(asked, supply, "Nerveline"))
    for q in asked:
        note = notes(anki)[q.id]
        assert bool(note["Picture before"]) == (q.form is Form.PRESS)
        front = note.cards()[0].question()
        assert ("Point to it" in front) == (q.form is Form.PRESS) and note["Picture"] not in front


def test_later_one_updates(anki: Collection, supply: Supply, asked: tuple[Question, ...]) -> None:
    """A second export with one explanation mended and one question more changes these two and doubles none; progress stays."""
    old, new = asked[:20], asked[20]
    brought(anki, deck.package(old, supply, "Nerveline", when=1_700_000_000))
    before = {id_: note.id for id_, note in notes(anki).items()}
    card = notes(anki)[old[3].id].cards()[0]
    card.ivl, card.type, card.queue = 30, 2, 2
    anki.update_card(card)
    mended = (*old[:3], replace(old[3], explanation="Said better."), *old[4:], new)
    assert brought(anki, deck.package(mended, supply, "Nerveline", when=1_700_000_100))[0] == 1
    after = notes(anki)
    assert len(after) == anki.note_count() == anki.card_count() == 21
    assert {id_: note.id for id_, note in after.items() if id_ != new.id} == before
    assert after[old[3].id]["Explanation"] == "Said better." and after[old[3].id].cards()[0].ivl == 30
    assert len([m for m in anki.models.all_names_and_ids() if m.name.startswith("Nerveline")]) == 1


def test_other_selection_does_not_double(anki: Collection, supply: Supply, asked: tuple[Question, ...]) -> None:
    """A question that is in two decks is one note."""
    brought(anki, deck.package(asked[:20], supply, "Knee", when=1_700_000_000))
    brought(anki, deck.package(asked[10:30], supply, "Foot", when=1_700_000_100))
    assert anki.note_count() == 30


def test_hostile_text_stays_text(anki: Collection, supply: Supply, asked: tuple[Question, ...]) -> None:
    """Markup, cloze, sound, formulas and field marks in a question are shown as they are written."""
    spoilt = tuple(Choice(c.id, HOSTILE + c.id, HOSTILE) for c in asked[0].choices)
    q = replace(
        asked[0], id=HOSTILE, prompt=HOSTILE, choices=spoilt, explanation=HOSTILE, kind="a b::c", areas=("x y", "\x1f"), sources=(HOSTILE,)
    )
    brought(anki, deck.package([q], supply, HOSTILE))
    assert anki.note_count() == anki.card_count() == 1
    note = anki.get_note(anki.find_notes("")[0])
    card = note.cards()[0]
    shown = card.question() + card.answer()
    assert not re.search(r"<script|\{\{|\[sound:|\[latex\]|\[\.\.\.\]|<b\b(?!>)", shown) and card.question_av_tags() == []
    assert "&lt;script&gt;" in shown and "c1::cloze" in shown and "sound:x.mp3" in shown
    assert note["Explanation"].endswith("a b &amp; &lt;b")
    assert {"kind::a-b-c", "area::x-y"} <= set(note.tags)


def test_same_selection_same_bytes(supply: Supply, asked: tuple[Question, ...]) -> None:
    """At one moment the same questions give the same file; at another only the time differs."""
    first, again = (deck.package(asked, supply, "Nerveline", when=1_700_000_000) for _ in range(2))
    assert first == again
    later = deck.package(asked, supply, "Nerveline", when=1_700_009_000)
    assert first != later and media(first) == media(later)


def media(made: bytes) -> dict[str, bytes]:
    """The pictures of an .apkg by name."""
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return {name: archive.read(number) for number, name in json.loads(archive.read("media")).items()}


def test_leaves_nothing_behind(supply: Supply, asked: tuple[Question, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No file is written: what somebody practises stays with them."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    deck.package(asked, supply, "Nerveline")
    assert list(tmp_path.iterdir()) == []


def test_nothing_chosen(anki: Collection, supply: Supply) -> None:
    """No question at all gives an empty deck, not an error."""
    assert brought(anki, deck.package((), supply, "")) == (0, 0)
