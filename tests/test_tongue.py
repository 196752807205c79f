"""Spanish is complete, fits its English text, and is kept up to date by a command."""

import re
import string
from pathlib import Path

from babel.messages.pofile import read_po

from anatomy import Atlas, content, words
from anatomy.picture.mapsheet import WORDS
from anatomy.picture.stations import labels
from anatomy.tongue import tongue
from anatomy.ui.texts import TEXTS

PO = Path(content.CONTENT) / "languages" / "es.po"


def every_label() -> list[str]:
    """What the command gathers beside code and content."""
    return [*labels(), *TEXTS, *WORDS.values()]


def test_spanish_is_complete(atlas: Atlas) -> None:
    """Every text of code, content and picture has its Spanish, plurals in both forms."""
    known = content.catalogue("es")
    wanted = words.template(atlas, iter(every_label()))
    assert [m.id for m in wanted if m.id and (m.id if isinstance(m.id, str) else m.id[0]) not in known] == []


def test_every_story_is_told_in_spanish(atlas: Atlas) -> None:
    """Each story has its Spanish twin, with the same sources and the same place to open."""
    english, spanish = atlas.stories("en"), atlas.stories("es")
    assert len(english) >= 8
    assert [s.lang for s in spanish] == ["es"] * len(english)
    assert [(s.id, s.opens, s.sources) for s in english] == [(s.id, s.opens, s.sources) for s in spanish]


def test_placeholders_survive() -> None:
    """A translation fills in the same names as its English text."""
    for message in read_po(PO.open("rb"), locale="es"):
        forms = ((message.id,), (message.string,)) if isinstance(message.id, str) else (message.id, message.string)
        for english, spanish in zip(*forms, strict=True):
            assert fields(english) == fields(spanish), english


def fields(text: str) -> set[str]:
    """The names in braces of a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_numbers_and_levels_survive() -> None:
    """Levels and numbers are the same in both languages."""
    for message in read_po(PO.open("rb"), locale="es"):
        if isinstance(message.id, str) and len(message.id) < 60:
            assert re.findall(r"\b[TLS]\d+\b", message.id) == re.findall(r"\b[TLS]\d+\b", str(message.string)), message.id


def test_plural_rule() -> None:
    """One study, two studies; un estudio, dos estudios."""
    one, several = "Counted in {n} study: see «Felt (measured)».", "Counted in {n} studies: see «Felt (measured)»."
    assert "1 estudio:" in tongue("es").count(one, several, 1) and "2 estudios" in tongue("es").count(one, several, 2)
    assert "1 study" in tongue("en").count(one, several, 1) and "2 studies" in tongue("en").count(one, several, 2)


def test_unknown_language_is_english() -> None:
    """A language that is not on offer counts as English, and text without a translation stays as it is."""
    assert tongue("xx").lang == "en"
    assert tongue("es")("nothing like this") == "nothing like this"


def test_code_is_read_inside_f_strings() -> None:
    """What code says inside an f-string is found too."""
    code = """x = f'<p>{say("inner")}</p>' + say("outer", n=1) + say.count("one", "many", 2) + text.count("a")"""
    assert set(words.code_texts(code)) == {"inner", "outer", ("one", "many")}
