"""A person with an aching leg, on a phone: from the first page to the sheet for the doctor."""

import io
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from anatomy import Supply
from anatomy.structures import Region
from tests.browser.conftest import open_plain, rest

PHONE = {"width": 390, "height": 844}
BODY = ".where[data-painted]"


@pytest.fixture
def phone(browser: Browser) -> Page:
    """A phone with a finger."""
    return browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, accept_downloads=True).new_page()  # type: ignore[arg-type]


def mark(page: Page, place: str, side: str) -> None:
    """Tap a place on the body."""
    page.locator(f".place[data-id='{place}'][data-side='{side}']").first.tap(force=True)
    rest(page)


def sheet_of(phone: Page) -> bytes:
    """The sheet, downloaded."""
    with phone.expect_download() as got:
        phone.get_by_role("button", name="A sheet for the doctor (PDF)").tap()
    return got.value.path().read_bytes()


def test_the_whole_walk(phone: Page, app: str, supply: Supply) -> None:
    """Open, Where is it?, left outer calf and top of the foot, both levels read, a story opened, the sheet downloaded."""
    open_plain(phone, app, ".nerveline[data-painted]")
    open_plain(phone, f"{app}/where", BODY)
    mark(phone, "upper-calf-lateral", "left")
    mark(phone, "central-dorsum-of-foot", "either")
    expect(phone.locator("[data-level='L5']")).to_contain_text("winds round the outside of the knee")
    expect(phone.locator("[data-level='S1']")).to_be_visible()
    assert phone.locator("[data-level]").evaluate_all("all => all.map(one => one.dataset.level)") == ["L5", "S1"]
    expect(phone).to_have_url(re.compile("at=upper-calf-lateral(,|%2C)central-dorsum-of-foot&side=left"))

    pdf = PdfReader(io.BytesIO(sheet_of(phone)))
    text = " ".join(pdf.pages[0].extract_text().split())
    assert len(pdf.pages) == 1
    missing = [
        wanted for wanted in ("outer calf, left", "L5", "S1", "Get help at once", "/where?at=upper-calf-lateral") if wanted not in text
    ]
    assert missing == [], text

    phone.get_by_role("button", name=re.compile("The foot: numb, weak")).tap()
    expect(phone.get_by_role("heading", name=re.compile("The foot: numb, weak"))).to_be_visible()
    expect(phone.get_by_text("Open it in the picture")).to_be_visible()
    expect(phone.get_by_role("heading", name="Get help at once")).to_be_visible()


def test_link_restores_the_marks(page: Page, app: str) -> None:
    """A link brings back places and side; nonsense in it marks nothing."""
    open_plain(page, f"{app}/where?at=shin,nonsense&side=left", BODY)
    assert page.locator(".place.on").evaluate_all("all => [...new Set(all.map(one => one.dataset.id))]") == ["shin"]
    open_plain(page, f"{app}/where?at=<script>&side=up", BODY)
    assert page.locator(".place.on").count() == 0


def test_by_keyboard_alone(page: Page, app: str) -> None:
    """One tab stop into the body, arrows go round, Enter marks; the levels are read."""
    open_plain(page, f"{app}/where", BODY)
    page.locator(".place[tabindex='0']").focus()
    for _ in range(6):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    rest(page)
    expect(page.locator(".levels, .others").first).to_be_visible()
    assert page.locator(".place.on").count() >= 1


def test_the_whole_walk_by_keyboard(page: Page, app: str) -> None:
    """Marks, sheet, way and story are reached and pressed without a mouse, by focus and Enter alone."""
    open_plain(page, f"{app}/where?at=upper-calf-lateral,central-dorsum-of-foot&side=left", BODY)
    sheet = page.get_by_role("button", name="A sheet for the doctor (PDF)")
    with page.expect_download():
        sheet.press("Enter")
    page.get_by_role("button", name="L5", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Why there?")).to_be_visible()
    page.get_by_role("button", name="Next").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Step 2 of")).to_be_visible()
    page.get_by_role("link", name="Stories").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Stories")).to_be_visible()


RUNS = """() => {
    window.runs = 0
    const app = document.querySelector('[data-testid=stApp]')
    new MutationObserver(() => window.runs++).observe(app, { attributeFilter: ['data-test-script-state'] })
}"""


def test_no_press_for_the_sheet_is_lost(page: Page, app: str) -> None:
    """The sheet comes at every press, and no run of the page begins, whose end could take it away half made."""
    open_plain(page, f"{app}/where?at=shin&side=left", BODY)
    page.evaluate(RUNS)
    sheet = page.get_by_role("button", name="A sheet for the doctor (PDF)")
    for _ in range(5):
        with page.expect_download():
            sheet.press("Enter")
    assert page.evaluate("window.runs") == 0


def test_every_place_can_be_marked(page: Page, app: str, supply: Supply) -> None:
    """Every patch of skin stands on the body."""
    open_plain(page, f"{app}/where", BODY)
    drawn = set(page.locator(".place").evaluate_all("all => all.map(one => one.dataset.id)"))
    assert drawn == {r.id for r in supply.atlas.all(Region)}


def test_why_there_step_by_step(page: Page, app: str) -> None:
    """The way is told a step at a time, by button and by key, and the picture goes along."""
    open_plain(page, f"{app}/why?way=central-dorsum-of-foot.superficial-fibular-nerve.L5", ".nerveline[data-way='1']")
    page.get_by_role("button", name="Next").click()
    page.wait_for_selector(".nerveline[data-way='2']", state="attached")
    page.keyboard.press("ArrowRight")
    page.wait_for_selector(".nerveline[data-way='3']", state="attached")
    expect(page.get_by_text("The nerve runs behind the hip")).to_be_visible()
    page.get_by_role("button", name="Back").first.click()
    page.wait_for_selector(".nerveline[data-way='2']", state="attached")


def test_each_term_has_a_pop_up(page: Page, app: str) -> None:
    """A term behind plain words tells its own line when it is focused, by key or finger."""
    open_plain(page, f"{app}/?level=L3", ".nerveline[data-painted]")
    terms = page.locator(".card .term")
    assert terms.count() >= 5
    assert all(terms.evaluate_all("all => all.map(one => one.dataset.tip.length > 5)"))
    first = page.locator(".card p .term").first
    first.focus()
    assert "served by" in first.evaluate("one => getComputedStyle(one, '::after').content")


def test_voice_and_language_are_kept(page: Page, app: str) -> None:
    """Plain words at first; one switch changes the voice, one the language, both stay in the link and across pages."""
    open_plain(page, f"{app}/?level=L5", ".nerveline[data-painted]")
    expect(page.get_by_text("Doctors call it the L5 root")).to_be_visible()
    page.get_by_role("radio", name="Español").or_(page.get_by_role("button", name="Español")).first.click()
    expect(page.get_by_text("Los médicos lo llaman raíz L5")).to_be_visible()
    expect(page).to_have_url(re.compile("lang=es"))
    expect(page.locator("html")).to_have_attribute("lang", "es")
    page.get_by_role("link", name="¿Dónde es?").first.click()
    expect(page.get_by_role("heading", name="¿Dónde es?")).to_be_visible()
    expect(page).to_have_url(re.compile("lang=es"))
    open_plain(page, f"{app}/?level=L5&view=student", ".nerveline[data-painted]")
    expect(page.locator(".facts").first).to_be_visible()


PAGES = ["/", "/?level=L5", "/?level=L5-S1&zone=paracentral", "/where?at=shin,central-dorsum-of-foot", "/stories?story=knee"]
PAGES += ["/why?way=central-dorsum-of-foot.superficial-fibular-nerve.L5", "/?level=L5&lang=es", "/where?at=shin&lang=es"]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark"), (390, "light")])
def test_axe(browser: Browser, app: str, path: str, width: int, scheme: str) -> None:
    """Axe finds nothing serious or critical on the pages for patients."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    open_plain(page, app + path, "h1")
    page.wait_for_timeout(800)
    found = Axe().run(page).response["violations"]
    page.close()
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found if v["impact"] in ("serious", "critical")] == []


@pytest.mark.parametrize("path", PAGES)
def test_no_sideways_scrolling(browser: Browser, app: str, path: str) -> None:
    """Nothing runs out at the side, on a phone or at double size."""
    for width in (390, 640):  # 640 is a 1280 window at 200%
        page = browser.new_page(viewport={"width": width, "height": 844})
        open_plain(page, app + path, "h1")
        page.wait_for_timeout(400)
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth") <= 0
        page.close()
