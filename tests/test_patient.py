"""The patient's voice says the same facts, ranks nothing, and judges nobody; every word of it can be read and translated."""

import re
from html import unescape

import pytest
import textstat

from anatomy import Atlas, Supply, patient
from anatomy.model import LEVELS
from anatomy.structures import Disc, Joint, Muscle, Nerve, Region, Root, SpinalLevel
from anatomy.tongue import LANGUAGES, tongue
from anatomy.ui import voice
from tests import reading

SAY = tongue("en")


def shown(html: str) -> str:
    """The words of some markup, as read."""
    return unescape(re.sub(r"<[^>]+>", " ", html))


def every_page(supply: Supply, lang: str = "en") -> list[tuple[str, str]]:
    """Every patient page of a structure, by its id, as markup."""
    kinds = (SpinalLevel, Disc, Region, Muscle, Joint, Nerve)
    wanted = [s for s in supply.atlas.structures.values() if isinstance(s, kinds) and not isinstance(s, Root)]
    return [(s.id, voice.page(supply, tongue(lang), s.id, None, "left")) for s in wanted]


@pytest.mark.parametrize("level", ["T12", "L1", "L2", "L3", "L4", "L5", "S1", "S2", "S3", "S4"])
def test_same_facts_as_for_students(supply: Supply, level: str) -> None:
    """A level's patient page names exactly the targets of its triples."""
    html = voice.page(supply, SAY, level, None, "both")
    assert set(re.findall(r"data-target='([^']+)'", html)) == {t.target for t in supply.by_root[level]}


def test_levels_of_every_place(supply: Supply) -> None:
    """For every place exactly the levels with a triple there are listed, from the top of the spine down."""
    for region in supply.atlas.all(Region):
        html = voice.at(supply, SAY, (region.id,))
        listed = re.findall(r"data-level='([^']+)'", html)
        assert listed == sorted({t.root for t in supply.by_target.get(region.id, ())}, key=LEVELS.index)


def test_no_number_reads_as_a_chance(supply: Supply) -> None:
    """Where is it? shows no per cent, no share and no `of`; it never says what is likely."""
    for region in supply.atlas.all(Region):
        text = shown(re.sub(r"<details>.*?</details>", "", voice.at(supply, SAY, (region.id,)), flags=re.S))
        assert not re.search(r"%|\d+ of \d+|per cent|likely|probab|chance", text), region.id


def test_way_ends_where_it_should(supply: Supply) -> None:
    """Every way begins at its level, ends at its target, and has words at each step."""
    for triple in supply.triples:
        steps = patient.way(supply, SAY, triple)
        assert (steps[0].id, steps[-1].id) == (triple.root, triple.target)
        assert all(step.words for step in steps)


def test_everything_has_plain_words(atlas: Atlas) -> None:
    """Every muscle, joint and nerve has everyday words."""
    words = {p.of for p in atlas.records(patient.Plain)}
    assert {s.id for kind in (Muscle, Joint, Nerve) for s in atlas.all(kind)} <= words


def test_reading_level(supply: Supply, capsys: pytest.CaptureFixture[str]) -> None:
    """English patient texts average grade 6 at most by two formulas, and none is above 8."""
    grades = {name: reading.grades(text) for name, text in reading.english(supply).items()}
    with capsys.disabled():
        print(reading.table(grades))
    means = [sum(g[i] for g in grades.values()) / len(grades) for i in (0, 1)]
    assert max(means) <= 6
    assert {name: g for name, g in grades.items() if sum(g) / 2 > 8} == {}


def test_reading_level_bites() -> None:
    """A text in the language of papers is refused."""
    text = "Radicular symptomatology necessitates multidisciplinary evaluation, notwithstanding inconclusive investigations."
    assert sum(reading.grades(text)) / 2 > 8


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_frightening_word_and_no_judgement(supply: Supply, lang: str) -> None:
    """No patient text frightens, tells the reader what they have, or uses jargon without its explanation."""
    texts = reading.english(supply) if lang == "en" else reading.spanish(supply)
    found = {name: reading.forbidden(text, lang) for name, text in texts.items()}
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Your disc is worn out."),
        ("en", "You have a crushed nerve."),
        ("en", "The likely cause is L5."),
        ("en", "This is a radiculopathy."),
        ("es", "Usted tiene un nervio aplastado."),
        ("es", "La causa probable es L5."),
    ],
)
def test_word_lists_bite(lang: str, text: str) -> None:
    """Each list catches what it is for."""
    assert reading.forbidden(text, lang)


def test_spanish_sentences_are_short(supply: Supply) -> None:
    """Spanish patient texts average at most 16 words a sentence."""
    for name, text in reading.spanish(supply).items():
        assert reading.words_a_sentence(text) <= 16, name


def test_words_a_sentence() -> None:
    """The measure of sentences counts words between full stops."""
    assert reading.words_a_sentence("Uno dos tres. Cuatro cinco seis siete ocho.") == pytest.approx(4)
    assert textstat.syllable_count("knee") == 1
