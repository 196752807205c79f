"""The sheet is one tagged page that says what was asked for, in both languages, and keeps nothing."""

import io

import pytest
from pypdf import PdfReader

from anatomy import Supply, patient, sheet
from anatomy.model import Level
from anatomy.picture import still
from anatomy.structures import Region
from anatomy.tongue import tongue

LINK = "http://127.0.0.1:8501/where?at=upper-calf-lateral,central-dorsum-of-foot&side=left"


def made(supply: Supply, places: tuple[str, ...], level: Level | None = None, lang: str = "en", side: str = "left") -> PdfReader:
    """A sheet, read back."""
    say = tongue(lang)
    marked = places or sheet.served(supply, level)
    body = still.body(supply.atlas, say, marked, side)
    return PdfReader(io.BytesIO(sheet.pdf(supply, say, sheet.Wanted(places, level, side, LINK), body)))


@pytest.mark.parametrize("lang", ["en", "es"])
def test_says_what_was_asked(supply: Supply, lang: str) -> None:
    """Places, side, every level, the red flags and the link stand on one page."""
    places = ("upper-calf-lateral", "central-dorsum-of-foot")
    pdf, say = made(supply, places, lang=lang), tongue(lang)
    assert len(pdf.pages) == 1
    text = " ".join(pdf.pages[0].extract_text().split())
    for wanted in (*(say(supply.atlas.get(p, Region).plain) for p in places), say("left"), *patient.levels_at(supply, places)):
        assert wanted in text
    assert all(say(f.text)[:40] in text for f in supply.atlas.red_flags if f.urgency == "now")
    assert "upper-calf-lateral,central-dorsum-of-foot" in text.replace(" ", "")


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("level", ["T12", "L1", "L2", "L3", "L4", "L5", "S1", "S2", "S3", "S4"])
def test_every_level_fits_one_page(supply: Supply, level: Level, lang: str) -> None:
    """No level's sheet runs over."""
    assert len(made(supply, (), level, lang).pages) == 1


def test_many_places_fit_one_page(supply: Supply) -> None:
    """As many places as can be marked still fit."""
    places = tuple(r.id for r in supply.atlas.all(Region))[:20]
    assert len(made(supply, places, side="both").pages) == 1


def test_tagged(supply: Supply) -> None:
    """It is tagged, says its language and title, and declares PDF/UA."""
    pdf = made(supply, ("shin",))
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] and "/StructTreeRoot" in root
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()


def test_same_request_same_bytes(supply: Supply) -> None:
    """Nothing of the moment gets into it."""
    say = tongue("en")
    wanted = sheet.Wanted(("shin",), None, "both", LINK)
    body = still.body(supply.atlas, say, ("shin",), "both")
    assert sheet.pdf(supply, say, wanted, body) == sheet.pdf(supply, say, wanted, body)
