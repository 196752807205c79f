"""The lesion simulator: a lesion on the picture and in words, two side by side; by mouse, touch and keyboard; links that lie."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from anatomy import Supply
from anatomy.effects import State
from anatomy.localise import Localiser
from anatomy.simulate import effects
from tests.browser.conftest import open_plain, rest

ONE, OTHER = "L5-root", "common-fibular-nerve-at-fibular-neck"
IN_PICTURE = """state => {
  const root = [...document.querySelectorAll('*')].map(e => e.shadowRoot).find(s => s && s.querySelector('.nerveline'));
  return [...new Set([...root.querySelectorAll(`svg.wide .pick.${state}`)].map(e => e.dataset.id))]; }"""


def at_lesion(page: Page, app: str, query: str = "", wanted: str = ".effect") -> None:
    """Open the page and wait for what it shows."""
    open_plain(page, f"{app}/lesions{query}", wanted)


def choose(page: Page, box: str, text: str, name: str) -> None:
    """Take an option from a list by typing."""
    page.get_by_role("combobox", name=box).click()
    page.keyboard.type(text)
    page.get_by_role("option", name=name, exact=True).click()
    rest(page)


def test_picture_and_words_agree(page: Page, app: str, supply: Supply) -> None:
    """What the picture draws as lost, weaker or spared is what the words tell, and both are what is computed."""
    at_lesion(page, app, f"?lesion={OTHER}")
    page.wait_for_selector(".nerveline[data-painted] .site-mark", state="attached")
    found = effects(Localiser(supply).every, OTHER)
    for state in State:
        told = {e.target for e in found.all if e.state is state}
        rows = page.eval_on_selector_all(f".effect.{state} [data-target]", "all => all.flatMap(one => one.dataset.target.split(' '))")
        assert set(rows) == told
        drawn = {i for i in page.evaluate(IN_PICTURE, str(state)) if i in found.by_target}
        assert drawn <= told and drawn
    expect(page.locator(".lesion-key")).to_contain_text("lost: no supply left")


def test_by_mouse(page: Page, app: str) -> None:
    """From nothing to one lesion to two; the link holds both; a press in the picture tells what becomes of a muscle."""
    at_lesion(page, app, wanted="[data-testid=stAlert]")
    choose(page, "Lesion", "L5 ro", "L5 root")
    expect(page.locator("h3", has_text="L5 root")).to_be_visible()
    page.wait_for_selector(".site-mark", state="attached")
    page.locator("svg.wide .pick[data-id='tibialis-posterior']").dispatch_event("click")
    expect(page.locator(".hint")).to_contain_text("Tibialis posterior. Only weaker: L5 gives the main share")
    choose(page, "Beside it", "fibula", "Common fibular nerve, at the neck of the fibula")
    expect(page.get_by_role("heading", name="The findings that tell them apart best")).to_be_visible()
    expect(page).to_have_url(re.compile(f"lesion={ONE}.*beside={OTHER}"))
    expect(page.locator(".nerveline")).to_have_count(2)
    for one in page.locator(".nerveline").all():
        expect(one).to_be_visible()
    boxes = [one.bounding_box() for one in page.locator(".nerveline").all()]
    assert len(boxes) == 2 and boxes[0] and boxes[1] and abs(boxes[0]["y"] - boxes[1]["y"]) < 80 and boxes[0]["x"] < boxes[1]["x"]


def test_sources_are_one_press_away(page: Page, app: str) -> None:
    """A row opens on its claims, a claim's link opens that claim; what sources say of a pair is cited."""
    at_lesion(page, app, f"?lesion={ONE}&beside={OTHER}", ".sources")
    expect(page.locator(".sources a[href^=http]").first).to_be_visible()
    row = page.locator(".effect .rows summary").first
    row.click()
    link = page.locator(".effect .claims a").first
    expect(link).to_be_visible()
    claim = link.inner_text()
    link.click()
    expect(page.locator(".one-claim")).to_contain_text(claim)


def test_by_keyboard(page: Page, app: str) -> None:
    """The list is opened, searched and chosen from without a mouse, and the picture walked with arrows tells each thing."""
    at_lesion(page, app, wanted="[data-testid=stAlert]")
    page.get_by_role("combobox", name="Lesion").focus()
    page.keyboard.type("Femoral nerve, under")
    page.keyboard.press("Enter")
    rest(page)
    expect(page.locator("h3", has_text="Femoral nerve, under the inguinal ligament")).to_be_visible()
    page.wait_for_selector(".site-mark", state="attached")
    page.locator("svg.wide .pick.muscle[data-id='vastus-lateralis']").focus()
    expect(page.locator(".hint")).to_contain_text("Vastus lateralis. Lost:")


def test_by_touch(browser: Browser, app: str) -> None:
    """On a phone the two lesions stand one beneath the other and nothing is wider than the screen."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    at_lesion(page, app, wanted="[data-testid=stAlert]")
    page.get_by_role("button", name="L5 root · Common fibular nerve", exact=True).tap()
    page.wait_for_selector(".told-apart")
    page.wait_for_function("document.querySelectorAll('.effect').length === 6")
    rest(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    boxes = [one.bounding_box() for one in page.locator("svg.narrow").all()]
    assert len(boxes) == 2 and boxes[0] and boxes[1] and boxes[1]["y"] > boxes[0]["y"] + boxes[0]["height"]
    context.close()


@pytest.mark.parametrize(
    "query",
    [
        "?lesion=XX",
        "?lesion=%3Cscript%3Ealert(1)%3C/script%3E",
        "?beside=L5-root",
        "?lesion=../../etc&beside=%00",
        "?lesion=L5-root'--",
        "?lesion=tibialis-anterior",
    ],
)
def test_links_that_lie(page: Page, app: str, query: str) -> None:
    """What is no lesion counts as nothing, without an error, and goes from the link."""
    at_lesion(page, app, query, "[data-testid=stAlert]")
    expect(page.get_by_text("Nothing chosen yet")).to_be_visible()
    assert page.locator("[data-testid=stException]").count() == 0
    page.wait_for_function("!location.search.includes('lesion=')")


def test_a_lesion_beside_itself(page: Page, app: str) -> None:
    """The same lesion twice is one."""
    at_lesion(page, app, f"?lesion={ONE}&beside={ONE}")
    assert page.locator(".effect").count() == 3
    page.wait_for_function("!location.search.includes('beside=')")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("query", "width"), [(f"?lesion={OTHER}", 1280), (f"?lesion={ONE}&beside={OTHER}", 390), ("", 1280)])
def test_axe(browser: Browser, app: str, scheme: str, query: str, width: int) -> None:
    """Axe finds nothing serious or critical."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    at_lesion(page, app, query, ".effect" if query else "[data-testid=stAlert]")
    page.wait_for_timeout(800)
    found = Axe().run(page).response["violations"]
    page.close()
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found if v["impact"] in ("serious", "critical")] == []
