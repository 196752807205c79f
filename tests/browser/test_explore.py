"""Pressing anything lights the same set in the picture, in the cards and in the table; the link brings it back."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from anatomy import Supply
from anatomy.structures import Disc, Joint, Muscle, Nerve, Region, SpinalLevel
from tests.browser.conftest import open_page, rest

LEVELS = ["T12", "L1", "L2", "L3", "L4", "L5", "S1", "S2", "S3", "S4"]
LIT = """() => { const root = document.querySelector('[data-testid=stApp]');
  const box = [...root.querySelectorAll('*')].map(e => e.shadowRoot).find(s => s && s.querySelector('.nerveline'));
  return [...new Set([...box.querySelectorAll('%s .pick.lit:not(.chosen)')].map(e => e.dataset.id))]; }"""


def lit(page: Page, svg: str = "svg.wide") -> set[str]:
    """The ids that the picture lights, the choice itself left out."""
    return set(page.evaluate(LIT % svg))


def in_words(page: Page, what: str) -> set[str]:
    """The ids that the cards or the table name."""
    return set(page.eval_on_selector_all(f"{what} [data-target]", "all => all.map(one => one.dataset.target)"))


def targets(supply: Supply, ids: set[str]) -> set[str]:
    """The muscles, joints and patches of skin among some ids."""
    return {i for i in ids if isinstance(supply.atlas.structures[i], Muscle | Joint | Region)}


def served(supply: Supply, structure: str) -> set[str]:
    """What a structure serves, from the triples."""
    return {t.target for t in supply.serves(supply.atlas.structures[structure])}


def choose(page: Page, structure: str, touch: bool = False) -> None:
    """Press a structure in the picture."""
    svg = "svg.narrow" if touch else "svg.wide"
    target = page.locator(f"{svg} .pick[data-id='{structure}']").first
    if touch:
        target.tap()
    else:
        target.dispatch_event("click")
    rest(page)


@pytest.mark.parametrize("level", LEVELS)
def test_level_by_mouse(page: Page, app: str, supply: Supply, level: str) -> None:
    """A press on a vertebra lights, and the cards and the table name, exactly the targets of its triples."""
    open_page(page, app)
    page.locator(f"svg.wide .level[data-id='{level}'] .bone").click()
    rest(page)
    expect(page.locator("h2", has_text=f"Spinal level {level}")).to_be_visible()

    expected = served(supply, level)
    assert targets(supply, lit(page)) == expected & drawn(page)
    assert in_words(page, ".cards") == expected
    assert in_words(page, ".twin") == expected


def drawn(page: Page) -> set[str]:
    """Every id the wide picture draws."""
    return set(page.evaluate(LIT.replace(".pick.lit:not(.chosen)", ".pick") % "svg.wide"))


def test_picture_draws_everything(page: Page, app: str, supply: Supply) -> None:
    """Every level, disc, muscle, joint and patch of skin stands in the picture."""
    open_page(page, app)
    wanted = {s.id for kind in (SpinalLevel, Disc, Muscle, Joint, Region) for s in supply.atlas.all(kind)}

    assert wanted <= drawn(page)


@pytest.mark.parametrize("level", LEVELS)
def test_level_by_keyboard(page: Page, app: str, level: str) -> None:
    """One tab stop, then the arrows go down the spine; Enter chooses, Escape clears."""
    open_page(page, app)
    page.locator("svg.wide .level[data-id='T12']").focus()
    for _ in range(LEVELS.index(level)):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    rest(page)

    expect(page.locator("h2", has_text=f"Spinal level {level}")).to_be_visible()
    assert page.locator(f"svg.wide .level[data-id='{level}']").get_attribute("aria-pressed") == "true"
    assert page.evaluate("document.activeElement.shadowRoot?.activeElement?.dataset.id") == level

    page.keyboard.press("Escape")
    rest(page)
    expect(page.get_by_text("Nothing chosen yet")).to_be_visible()


@pytest.mark.parametrize("structure", ["tibialis-anterior", "knee-joint", "first-web-space", "L4-5", "sciatic-nerve", "sacral-plexus"])
def test_anything_else(page: Page, app: str, supply: Supply, structure: str) -> None:
    """A muscle, a joint, a place, a disc, a nerve and a plexus answer with what the triples say."""
    open_page(page, app)
    choose(page, structure)
    expect(page.locator("h2", has_text=supply.atlas.structures[structure].name)).to_be_visible()

    assert targets(supply, lit(page)) | {structure} >= served(supply, structure) & drawn(page)
    if isinstance(supply.atlas.structures[structure], Nerve | Disc):
        assert in_words(page, ".cards") == served(supply, structure)


@pytest.mark.parametrize(("zone", "root"), [("paracentral", "S1"), ("far_lateral", "L5")])
def test_disc_asks_where_it_bulges(page: Page, app: str, supply: Supply, zone: str, root: str) -> None:
    """At L5-S1 a bulge beside the middle lights S1's set, one at the side L5's."""
    open_page(page, app)
    choose(page, "L5-S1")
    page.locator(f".bulge button[data-zone='{zone}']").click()
    rest(page)

    expect(page.locator("strong", has_text=root).first).to_be_visible()
    assert in_words(page, ".cards") == served(supply, root)
    assert targets(supply, lit(page)) == served(supply, root) & drawn(page)
    expect(page).to_have_url(re.compile(f"zone={zone}"))


def test_second_press_clears(page: Page, app: str) -> None:
    """A second press on the same thing takes the choice back."""
    open_page(page, app)
    page.locator("svg.wide .level[data-id='L5'] .bone").click()
    rest(page)
    page.locator("svg.wide .level[data-id='L5'] .bone").click()
    rest(page)

    assert lit(page) == set()
    expect(page).not_to_have_url(re.compile("level"))


def test_link_restores(page: Page, app: str) -> None:
    """A link brings back level and side, in picture and words, and after a change of page."""
    open_page(page, f"{app}/?level=L5&side=left")
    expect(page.locator("h2", has_text="Spinal level L5, left side")).to_be_visible()
    assert page.locator(".nerveline").get_attribute("data-chosen") == "L5"
    assert page.locator(".nerveline").get_attribute("data-side") == "left"

    page.get_by_role("link", name="About").first.click()
    expect(page.get_by_role("heading", name="About Nerveline")).to_be_visible()
    page.get_by_role("link", name="Explore").first.click()
    expect(page.locator("h2", has_text="Spinal level L5, left side")).to_be_visible()
    page.wait_for_selector(".nerveline[data-chosen='L5']")
    expect(page).to_have_url(re.compile("level=L5"))


@pytest.mark.parametrize(
    "query", ["level=XX", "level=L5'%3Cscript%3E", "show=../../etc", "level=&side=up", "level=L5-root", "zone=nowhere&level=sartorius%00"]
)
def test_nonsense_in_the_link(page: Page, app: str, query: str) -> None:
    """Nonsense in a link chooses nothing and breaks nothing."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    open_page(page, f"{app}/?{query}")

    expect(page.get_by_text("Nothing chosen yet")).to_be_visible()
    assert errors == []
    assert page.locator("[data-testid=stException]").count() == 0


def test_side(page: Page, app: str) -> None:
    """The side chosen keeps its colour, the other side of the body loses it."""
    open_page(page, f"{app}/?level=L5")
    page.get_by_role("button", name="Left", exact=True).click()
    rest(page)
    colour = "one => getComputedStyle(one).fill"
    left = page.locator("svg.wide .region.lit[data-side='left'] .skin").first.evaluate(colour)
    right = page.locator("svg.wide .region.lit[data-side='right'] .skin").first.evaluate(colour)

    assert left != right
    expect(page).to_have_url(re.compile("side=left"))


@pytest.mark.parametrize("width", [1280, 390])
def test_hint_moves_nothing(browser: Browser, app: str, width: int) -> None:
    """A long hint under the pointer never moves the picture away from the finger."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    open_page(page, app)
    picture = page.locator("svg.wide" if width > 640 else "svg.narrow")
    before = picture.bounding_box()
    for level in LEVELS:
        picture.locator(f".level[data-id='{level}']").dispatch_event("pointerover")
        assert picture.bounding_box() == before, level
    page.close()


def test_find_by_name(page: Page, app: str) -> None:
    """The box finds a muscle by name and the picture lights it."""
    open_page(page, app)
    page.get_by_role("combobox", name="Find by name").fill("soleus")
    page.get_by_role("option", name="Soleus").first.click()
    rest(page)

    page.wait_for_selector(".nerveline[data-chosen='soleus']", state="attached")
    expect(page.locator("h2", has_text="Soleus")).to_be_visible()


def test_source_one_press_away(page: Page, app: str) -> None:
    """One press on a fact of a card shows its route and a link to a source."""
    open_page(page, f"{app}/?level=L5")
    fact = page.locator(".cards .facts li").first
    fact.locator("summary").first.click()

    expect(fact.locator(".body a[href^=http]").first).to_be_visible()
    assert "L5" in fact.locator(".body p").first.inner_text()


def test_nothing_leaves_the_machine(page: Page, app: str) -> None:
    """Every request of a page goes to the app itself."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_page(page, f"{app}/?level=S1")

    assert [url for url in asked if not url.startswith((app, "data:", "blob:", "ws://127.0.0.1"))] == []


@pytest.fixture
def phone(browser: Browser) -> Any:
    """A phone: 390 px wide, with touch."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, device_scale_factor=2)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("level", LEVELS)
def test_level_by_touch(phone: Page, app: str, supply: Supply, level: str) -> None:
    """On a phone a tap on a vertebra lights the body, tells the way, and the cards name the same set."""
    open_page(phone, app)
    choose(phone, level, touch=True)
    expect(phone.locator("h2", has_text=f"Spinal level {level}")).to_be_visible()

    expected = served(supply, level)
    regions = {i for i in expected if isinstance(supply.atlas.structures[i], Region)}
    assert targets(supply, lit(phone, "svg.narrow")) == regions
    told = set(phone.eval_on_selector_all(".route .ends button", "all => all.map(one => one.dataset.id)"))
    assert told == expected
    assert in_words(phone, ".cards") == expected


def test_place_by_touch(phone: Page, app: str, supply: Supply) -> None:
    """On a phone a tap on the knee offers its places by name, and a tap on one chooses it."""
    open_page(phone, app)
    phone.locator(".zone[data-area='knee']").first.tap()
    phone.locator(".places button[data-id='front-of-knee']").tap()
    rest(phone)

    expect(phone.locator("h2", has_text=supply.atlas.structures["front-of-knee"].name)).to_be_visible()
    expect(phone).to_have_url(re.compile("show=front-of-knee"))


def test_picture_and_python_agree(page: Page, app: str, supply: Supply) -> None:
    """What the script lights for every structure is what the triples say, not only for those pressed here."""
    open_page(page, app)
    script = "() => { const r = [...document.querySelectorAll('*')].map(e => e.shadowRoot).find(s => s && s.querySelector('.nerveline'));"
    packed = json.loads(page.evaluate(script + "return r.querySelector('.nerveline script').textContent; }"))
    for kind in (SpinalLevel, Nerve, Muscle, Joint, Region):
        for structure in supply.atlas.all(kind):
            lit_targets = {packed["triples"][i][1] for i in packed["lit"][structure.id]}
            assert lit_targets == served(supply, structure.id), structure.id
