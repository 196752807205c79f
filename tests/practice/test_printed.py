"""The cards on paper are tagged pages of eight, each answer behind its question, and say what the questions say."""

import io
from dataclasses import replace

import pytest
from pypdf import PageObject, PdfReader

from anatomy import Supply
from anatomy.practice.card import Deal
from anatomy.practice.printed import A_PAGE, COLUMNS, printable, printed
from anatomy.practice.question import Choice, Form, Question
from tests.practice import few

WIDTH, HEIGHT = 595.28, 841.89  # A4 in points


@pytest.fixture(scope="module")
def asked(supply: Supply) -> tuple[Question, ...]:
    """Two pages and a bit, of all forms."""
    return few.questions(supply)[:19]


@pytest.fixture(scope="module")
def pages(supply: Supply, asked: tuple[Question, ...]) -> list[PageObject]:
    """Their cards, read back."""
    return list(PdfReader(io.BytesIO(printed(asked, supply))).pages)


def laid(page: PageObject) -> dict[tuple[int, int], str]:
    """What stands in each place of a page, by row from the top and column from the left, without spaces."""
    found: dict[tuple[int, int], list[str]] = {}

    def take(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        down = (HEIGHT - y) * 25.4 / 72 - 14  # millimetres below the first row
        found.setdefault((int(down // 68), int(x >= WIDTH / 2)), []).append(text)

    page.extract_text(visitor_text=take)
    return {where: "".join("".join(text).split()) for where, text in found.items()}


def packed(text: str) -> str:
    """A text without its spaces, as `laid` reads it."""
    return "".join(text.split())


def test_pages(pages: list[PageObject], asked: tuple[Question, ...]) -> None:
    """Fronts and backs take as many pages, all A4."""
    assert len(pages) == 2 * -(-len(asked) // A_PAGE)
    assert all(
        float(p.mediabox.width) == pytest.approx(WIDTH, abs=1) and float(p.mediabox.height) == pytest.approx(HEIGHT, abs=1) for p in pages
    )


def test_each_answer_is_behind_its_question(pages: list[PageObject], asked: tuple[Question, ...], supply: Supply) -> None:
    """A front's prompt and choices stand in one place; its answer and explanation in the same row, in the mirrored column."""
    deal, read = Deal(supply), [laid(page) for page in pages]
    for number, q in enumerate(asked):
        sheet, (row, column) = number // A_PAGE, divmod(number % A_PAGE, COLUMNS)
        front = read[2 * sheet][row, column]
        back = read[2 * sheet + 1][row, COLUMNS - 1 - column]
        card = deal.card(q)
        assert front.startswith(f"Card{number + 1}") and back.startswith(f"Card{number + 1},theanswer")
        assert packed(q.prompt) in front and all(packed(label) in front for label in card.choices)
        assert all(packed(one) in back for one in card.answer) and packed(q.explanation) in back
        assert all(packed(f"{c.label}: {c.why}") in back for c in card.wrong if c.why)
        assert packed(card.sources[0].citation.split(". ")[0][:40]) in back


def test_tagged(supply: Supply, asked: tuple[Question, ...]) -> None:
    """It is tagged, says its language and title, and declares PDF/UA; the same questions give the same bytes."""
    made = printed(asked[:2], supply)
    root = PdfReader(io.BytesIO(made)).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] and "/StructTreeRoot" in root
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    assert made == printed(asked[:2], supply)


def test_long_and_hostile_text_keeps_to_its_card(supply: Supply, asked: tuple[Question, ...]) -> None:
    """Typst's own markup is printed as it is written, and a text without end does not run onto another page."""
    hostile = '#panic("no") *bold* $x$ \\ @who <label> {{c1::x}} \x00\x1f "quoted" 漢字 🦵 é Ж'
    spoilt = [
        replace(asked[0], prompt=hostile, explanation=hostile, choices=tuple(Choice(c.id, hostile, hostile) for c in asked[0].choices)),
        replace(asked[1], prompt="endless " * 2000, explanation="endless " * 2000),
    ]
    pages = PdfReader(io.BytesIO(printed(spoilt, supply))).pages
    assert len(pages) == 2
    assert all("� é Ж" in " ".join(page.extract_text().split()) for page in pages)
    assert all('#panic("no")*bold*$x$' in "".join(page.extract_text().split()).replace("“", '"').replace("”", '"') for page in pages)


def test_every_letter_that_passes_can_be_printed(supply: Supply, asked: tuple[Question, ...]) -> None:
    """No letter stops the page: those that are let through all have a shape in the fonts; the atlas's own all pass."""
    every = "".join(chr(c) for c in range(0x3000))
    passed = "".join(sorted(set(printable(every))))
    printed([replace(asked[0], prompt=passed, explanation=passed)], supply)
    atlas = supply.atlas
    for text in (*(s.citation for s in atlas.sources.values()), *(s.name for s in atlas.structures.values())):
        assert printable(text) == text


def test_pressed_shows_the_map(supply: Supply, asked: tuple[Question, ...]) -> None:
    """A question that is pressed has the unnamed map on its front, which the others have not."""
    press = next(q for q in asked if q.form is Form.PRESS)
    one = next(q for q in asked if q.form is Form.ONE)
    fronts = ["".join(PdfReader(io.BytesIO(printed([q], supply))).pages[0].extract_text().split()) for q in (press, one)]
    assert "T12L1L2" in fronts[0] and "T12L1L2" not in fronts[1]


def test_nothing_chosen(supply: Supply) -> None:
    """No question gives one page, not an error."""
    assert len(PdfReader(io.BytesIO(printed((), supply))).pages) == 1
