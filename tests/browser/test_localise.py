"""A teaching case worked to its end: by mouse, by touch, by keyboard; and what is entered changes the reasoning."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from anatomy import Supply, cases
from anatomy.told import Case
from tests.browser.conftest import open_plain, rest

CASE = "rash-before-slap"


def at_case(page: Page, app: str, case: str = CASE) -> None:
    """Open a case's page and wait for its sheet."""
    open_plain(page, f"{app}/localise?case={case}", "[data-testid=stSelectbox]")
    page.wait_for_selector(".entered, .quiet")


def leading(page: Page) -> str:
    """The site that stands first."""
    return page.locator(".ranking > li summary b").first.inner_text()


def chance(page: Page, site: str) -> int:
    """The chance shown for a site, in percent."""
    return int(page.locator(".ranking > li", has_text=site).locator(".chance").first.inner_text().removesuffix("%"))


def test_worked_by_mouse(page: Page, app: str, supply: Supply) -> None:
    """The case is told with its source; the reader commits, then reads the answer, the ranking, the argument and the next test."""
    case = next(c for c in supply.atlas.records(Case) if c.id == CASE)
    at_case(page, app)
    expect(page.get_by_text(case.story[:60])).to_be_visible()
    expect(page.get_by_text("Where it could be")).to_have_count(0)
    page.get_by_role("combobox", name="Where is the lesion").click()
    page.keyboard.type("Common fibular nerve, at")
    page.get_by_role("option", name="Common fibular nerve, at").first.click()
    rest(page)
    page.get_by_role("button", name="Show the reasoning").click()
    expect(page.get_by_text("The case's answer: L5 root.")).to_be_visible()
    expect(page.get_by_text("another site")).to_be_visible()
    expect(page.get_by_text("What speaks for L5 root and against your answer:")).to_be_visible()
    assert leading(page) == "L5 root"
    expect(page.locator(".ranking h4").first).to_have_text("Speaks for it")
    expect(page.get_by_text("What to test next", exact=True)).to_be_visible()
    page.get_by_text("Show the leading site on the picture").click()
    expect(page.locator(".lesion-key")).to_be_visible()


def test_each_entry_changes_the_reasoning(page: Page, app: str) -> None:
    """A finding taken from the sheet's lists moves the ranking at once."""
    at_case(page, app)
    page.get_by_role("button", name="Show the reasoning").click()
    page.wait_for_selector(".ranking")
    before = chance(page, "L5 root")
    page.get_by_text("Change the exam sheet").click()
    page.wait_for_timeout(600)  # a list opened while the sheet unfolds is closed again by Streamlit
    page.get_by_role("combobox", name="Reflex reduced").click()
    page.keyboard.type("ankle")
    page.get_by_role("option", name="Achilles reflex (ankle jerk)").click()
    expect(page.locator(".entered dt", has_text="Reflex reduced")).to_be_visible()
    rest(page)
    assert chance(page, "L5 root") != before


def test_worked_by_touch(browser: Browser, app: str) -> None:
    """On a phone, with touch alone: another case, an answer, the reasoning; nothing runs out at the side."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    phone = context.new_page()
    at_case(phone, app)
    phone.get_by_role("button", name="Another case").tap()
    phone.wait_for_function(f"!location.search.includes('{CASE}')")
    rest(phone)
    phone.get_by_role("combobox", name="Where is the lesion").tap()
    phone.get_by_role("option").nth(1).tap()
    rest(phone)
    phone.get_by_role("button", name="Show the reasoning").tap()
    expect(phone.get_by_text("The case's answer:")).to_be_visible()
    assert phone.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth") <= 0
    context.close()


def test_worked_by_keyboard(page: Page, app: str) -> None:
    """By keyboard alone: choose an answer, show the reasoning, open the second site."""
    at_case(page, app)
    page.get_by_role("combobox", name="Where is the lesion").focus()
    page.keyboard.type("L5 root")
    page.keyboard.press("Enter")
    rest(page)
    page.get_by_role("button", name="Show the reasoning").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Your answer: L5 root: right.")).to_be_visible()
    second = page.locator(".ranking > li").nth(1).locator("summary")
    second.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".ranking > li").nth(1).locator("h4").first).to_be_visible()


def test_entered_on_the_picture(page: Page, app: str) -> None:
    """A muscle pressed on the picture is offered as weak or strong, and stands on the sheet after that."""
    at_case(page, app, "blank")
    page.get_by_text("Enter on the picture").click()
    muscle = page.locator(".nerveline svg.wide [data-id='tibialis-anterior']").first
    muscle.click(force=True)
    page.get_by_role("button", name="Weak", exact=True).click()
    expect(page.locator(".entered dd")).to_have_text("Tibialis anterior")
    page.get_by_role("button", name="Normal strength", exact=True).click()
    expect(page.locator(".entered dt")).to_have_text("Normal strength")


@pytest.mark.parametrize("case", ["nonsense", "<script>alert(1)</script>", "%00", "a" * 3000])
def test_tampered_link(page: Page, app: str, case: str) -> None:
    """A case that is none opens the blank sheet."""
    at_case(page, app, case)
    expect(page.get_by_text("Nothing entered yet.")).to_be_visible()
    expect(page).to_have_url(re.compile("case=blank"))


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark"), (390, "light")])
def test_axe(browser: Browser, app: str, width: int, scheme: str) -> None:
    """Axe finds nothing serious or critical, with the reasoning shown and the sheet open."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    at_case(page, app)
    page.get_by_role("button", name="Show the reasoning").click()
    page.get_by_text("Change the exam sheet").click()
    page.wait_for_selector(".ranking")
    page.wait_for_timeout(800)
    found = Axe().run(page).response["violations"]
    page.close()
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found if v["impact"] in ("serious", "critical")] == []


def test_how_far_to_trust_it(page: Page, app: str, supply: Supply) -> None:
    """Beside the reasoning stands how often it was right: on cases when new, on a newest draw where there is one, and on all the rest."""
    at_case(page, app)
    page.get_by_role("button", name="Show the reasoning").click()
    page.get_by_text("How far to trust it").click()
    told = page.get_by_role("table").first
    expect(told).to_be_visible()
    every = supply.atlas.records(Case)
    fresh = [case for case in every if cases.half(case) is cases.Half.FRESH]
    new, *newest, seen, seen_telling = map(int, told.locator("tbody tr td:nth-child(2)").all_inner_texts())
    assert new == sum(case.drawn > 1 for case in every)
    assert newest == [n for n in (len(fresh), sum(map(cases.telling, fresh))) if n]
    assert seen + len(fresh) == len(every)
    assert seen_telling + sum(map(cases.telling, fresh)) == sum(map(cases.telling, every))


@pytest.mark.parametrize("phone", [False, True], ids=["1280", "390"])
def test_a_finding_is_written_down(browser: Browser, app: str, phone: bool) -> None:
    """What is written in one's own words stands on the sheet; what is not understood is said; the contrary takes it off again."""
    page = browser.new_context(viewport={"width": 390 if phone else 1280, "height": 844}, has_touch=phone, is_mobile=phone).new_page()
    open_plain(page, f"{app}/localise", "[data-testid=stSelectbox]")
    line = page.get_by_label("In your own words")
    line.fill("ankle dorsiflexors 2/5 and flibbertigibbet")
    line.press("Enter")
    expect(page.locator(".entered")).to_have_text("WeakDorsiflexion of the ankle")
    expect(page.get_by_text("Not understood: flibbertigibbet.")).to_be_visible()
    rest(page)
    line.fill("<b>xyzzy</b>")
    line.press("Enter")
    expect(page.get_by_text("Not understood: <b>xyzzy</b>.")).to_be_visible()
    rest(page)
    page.get_by_role("combobox", name="Write a finding").click()
    page.get_by_role("option", name="Normal strength").click()
    rest(page)
    line.fill("foot drop")
    line.press("Enter")
    expect(page.locator(".entered")).to_have_text("Normal strengthDorsiflexion of the ankle")
    page.context.close()
