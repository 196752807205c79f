"""The evidence as people meet it: layers of the picture, maps, heat map, audit, variation, data, and one claim."""

import json
import re
import zipfile

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from anatomy import Supply, evidence
from anatomy.matrix import matrix
from anatomy.picture import layers
from anatomy.ui import heat
from tests.browser.conftest import open_page, open_plain, rest
from tests.browser.test_explore import lit


def layer(page: Page, name: str) -> None:
    """Press one of the three layers."""
    page.locator(f".layer[data-layer='{name}']").click()
    rest(page)


@pytest.mark.parametrize("level", ["L3", "L5", "S3", "hip-joint"])
def test_felt_layer(page: Page, app: str, supply: Supply, level: str) -> None:
    """The felt layer shades the places counted and no other, and the words beside give k, n and interval of each figure."""
    key = "level" if level in supply.atlas.levels else "show"
    open_page(page, f"{app}/?{key}={level}")
    layer(page, "felt")
    rows = layers.felt(supply).get(level, [])
    shaded = set(
        page.evaluate("""() => [...document.querySelectorAll('*')].map(e => e.shadowRoot).filter(Boolean)
        .flatMap(s => [...s.querySelectorAll('svg.wide .region.felt')].map(e => e.dataset.id))""")
    )
    assert shaded == {r for row in rows for r in supply.atlas.places[row[0]].regions}
    for one in evidence.of(supply, supply.atlas.structures[level]):
        expect(page.locator(f"[data-figure='{one.figure.id}']")).to_contain_text(str(one))
    if not rows:
        expect(page.locator(".layer-note")).to_have_text(supply.atlas.words["no_figure"])
    expect(page).to_have_url(re.compile("layer=felt"))


def test_layers_are_never_mixed(page: Page, app: str) -> None:
    """Each layer clears the one before: served lights muscles, felt and numb light none, and the link restores the layer."""
    open_page(page, f"{app}/?level=L5")
    assert "tibialis-anterior" in lit(page)
    layer(page, "numb")
    shown = lit(page)
    assert "tibialis-anterior" not in shown and "first-web-space" in shown
    layer(page, "felt")
    assert not {"tibialis-anterior", "first-web-space"} & lit(page)
    page.reload()
    page.wait_for_selector(".nerveline[data-layer='felt']", state="attached")
    layer(page, "served")
    assert "tibialis-anterior" in lit(page)
    expect(page).not_to_have_url(re.compile("layer="))


def test_one_family_at_a_time(page: Page, app: str, supply: Supply) -> None:
    """The numb layer shows one family of map at a press, exactly its patches."""
    open_page(page, f"{app}/?level=L5&layer=numb")
    page.locator(".family[data-family='foerster']").click()
    expected = {r for ids in layers.maps(supply)["foerster"]["L5"].values() for r in ids}
    assert lit(page) == expected


def test_maps_page(page: Page, app: str, supply: Supply) -> None:
    """Three families or more and the overlay; a level shows on all, a patch pressed is told with its sources."""
    open_plain(page, f"{app}/maps", ".sheet[data-ready]")
    assert page.locator(".sheet figure").count() >= 4
    page.locator(".sheet .word[data-level='L4']").click()
    assert set(page.locator(".sheet .patch.has").evaluate_all("all => all.map(one => one.dataset.roots.includes('L4'))")) == {True}
    page.locator("figure[data-family='overlay'] .patch[data-id='dorsal-great-toe']").click()
    expect(page.locator(".told")).to_contain_text("Keegan")
    expect(page.locator(".facts summary").first).to_be_visible()


def test_maps_by_keyboard(page: Page, app: str) -> None:
    """The overlay is one tab stop; arrows go round its patches, Enter tells."""
    open_plain(page, f"{app}/maps", ".sheet[data-ready]")
    page.locator("figure[data-family='overlay'] .patch[tabindex='0']").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".told b")).not_to_be_empty()


OVERLAPS = """selector => {
    const boxes = [...document.querySelectorAll(selector)].map(one => one.getBoundingClientRect())
    const over = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom - 3 && b.top < a.bottom - 3
    return [boxes.length, boxes.filter((a, i) => boxes.slice(i + 1).some(b => over(a, b))).length]
}"""
"""How many there are, and how many lie on another; three pixels of a line's height are air."""


def test_heat_map_on_a_phone(page: Page, app: str, supply: Supply) -> None:
    """At 390 px every number and every name stands for itself, and every root is named."""
    page.set_viewport_size({"width": 390, "height": 844})
    open_plain(page, f"{app}/muscles", ".js-plotly-plot .scatterlayer .textpoint")
    cells = matrix(supply)
    names = {m for m, _ in cells}
    for selector, many in ((".textpoint text", len(cells)), (".ytick text", len(names)), (".xtick text", len(heat.ROOTS))):
        assert page.evaluate(OVERLAPS, f".js-plotly-plot {selector}") == [many, 0], selector


def test_heat_map_and_table(page: Page, app: str) -> None:
    """A press on a square names who says so; the table holds the same; filters narrow both; the statements download."""
    open_plain(page, f"{app}/muscles", ".js-plotly-plot .scatterlayer .point")
    texts = page.locator(".js-plotly-plot .scatterlayer .textpoint text")
    assert texts.count() > 200
    box = page.locator(".js-plotly-plot .scatterlayer .point").nth(5).bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    rest(page)
    expect(page.locator(".card h3")).to_contain_text(re.compile(r"Psoas minor|Iliacus|Psoas major"))
    expect(page.locator(".card p").first).to_contain_text("independent sources name it")
    with page.expect_download() as got:
        page.get_by_role("button", name="Download these statements (CSV)").click()
    assert "muscle,root,says,source" in got.value.path().read_text()
    page.get_by_role("tab", name="Table").click()
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()


def test_audit_page(page: Page, app: str, supply: Supply) -> None:
    """Each claim of the post stands with a verdict, and its link opens Explore on it."""
    open_plain(page, f"{app}/back-and-knee", "[data-audit]")
    shown = page.locator("[data-audit]")
    assert shown.count() >= 10
    assert all(page.locator("[data-audit] .verdict").nth(i).inner_text() for i in range(shown.count()))
    shown.first.get_by_text("Open in the picture").click()
    page.wait_for_selector(".nerveline[data-chosen]", state="attached")


def test_variation_page(page: Page, app: str) -> None:
    """The switch shows what a postfixed plexus gains; the link restores it."""
    open_plain(page, f"{app}/variation", ".shift")
    assert page.locator(".gained").count() == 0
    page.get_by_role("radio", name=re.compile("Postfixed")).or_(page.get_by_role("button", name=re.compile("Postfixed"))).first.click()
    rest(page)
    expect(page.locator(".gained").first).to_be_visible()
    page.reload()
    page.wait_for_selector(".gained")


def test_data_page(page: Page, app: str, supply: Supply) -> None:
    """The JSON that is offered holds every triple, alone and in the archive, and the page says how to cite."""
    open_plain(page, f"{app}/data", "[data-testid=stDownloadButton]")
    expect(page.get_by_text(supply.atlas.words["cite"])).to_be_visible()
    with page.expect_download() as got:
        page.get_by_role("button", name=re.compile(r"^nerveline\.json ")).click()
    alone = got.value.path().read_text()
    assert len(json.loads(alone)["triples"]) == len(supply.triples)
    with page.expect_download() as got:
        page.get_by_role("button", name="Everything in one archive (zip)").click()
    assert zipfile.ZipFile(got.value.path()).read("nerveline.json").decode() == alone


def test_claim_link(page: Page, app: str) -> None:
    """A claim's link opens it with its grade, its sources and a report that carries the id; nonsense opens nothing."""
    open_page(page, f"{app}/?claim=soleus.tibial-nerve.S1")
    one = page.locator(".one-claim")
    expect(one).to_contain_text("S1 serves the soleus by the tibial nerve")
    expect(one.locator(".grade")).to_be_visible()
    assert "soleus.tibial-nerve.S1" in (one.get_by_text("report an error").get_attribute("href") or "")
    expect(page).to_have_url(re.compile(r"claim=soleus\.tibial-nerve\.S1"))
    page.locator("svg.wide .level[data-id='L5'] .bone").click()
    rest(page)
    expect(one).to_have_count(0)
    open_page(page, f"{app}/?claim=<script>")
    expect(page.locator(".one-claim")).to_have_count(0)


def test_each_claim_in_the_cards_links_to_itself(page: Page, app: str, supply: Supply) -> None:
    """In the cards of L5 each triple carries its own link, which the atlas knows."""
    open_page(page, f"{app}/?level=L5")
    links = page.eval_on_selector_all(".cards .claim a[href^='?claim']", "all => all.map(one => one.textContent)")
    assert {t.id for t in supply.by_root["L5"]} <= set(links)


PAGES = [
    "/evidence",
    "/maps",
    "/muscles",
    "/back-and-knee",
    "/variation?plexus=postfixed",
    "/data",
    "/?level=L3&layer=felt",
    "/?level=L5&layer=numb",
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", PAGES)
def test_axe(browser: Browser, app: str, scheme: str, width: int, path: str) -> None:
    """Axe finds nothing serious or critical on the pages and layers of evidence."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    open_plain(page, app + path, "h1")
    page.wait_for_timeout(800)
    found = Axe().run(page).response["violations"]
    page.close()

    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found if v["impact"] in ("serious", "critical")] == []


@pytest.mark.parametrize("path", [*PAGES, "/sources"])
def test_no_sideways_scrolling(browser: Browser, app: str, path: str) -> None:
    """On a phone nothing runs out at the side."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    open_plain(page, app + path, "h1")
    page.wait_for_timeout(500)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth") <= 0
    page.close()
