"""Boxes are measured: labels neither overlap nor lie on stations nor are cut off; targets are big enough."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import open_page, rest

CHOICES = [None, "T12", "L1", "L2", "L3", "L4", "L5", "S1", "S2", "S3", "S4"]
BOXES = """(svg) => {
  const root = [...document.querySelectorAll('*')].map(e => e.shadowRoot).find(s => s && s.querySelector('.nerveline'));
  const box = (e) => { const r = e.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]; };
  const picture = root.querySelector(svg);
  return {
    frame: box(picture),
    labels: [...picture.querySelectorAll('text.label, text.band-name, text.level-name')].map(e => [e.textContent, box(e)]),
    marks: [...picture.querySelectorAll('.mark, .bone')].map(e => [e.closest('.pick').dataset.id, box(e)]),
    targets: [...picture.querySelectorAll('.pick, .zone')].filter(e => !e.closest('.shown')).map(e => [e.dataset.id ?? e.dataset.area, box(e)]),
    buttons: [...root.querySelectorAll('button')].filter(e => e.offsetParent).map(e => [e.textContent, box(e)]),
  };
}"""


def overlap(a: list[float], b: list[float], slack: float = 0.5) -> bool:
    """Whether two boxes share more than a hair."""
    return a[0] < b[2] - slack and b[0] < a[2] - slack and a[1] < b[3] - slack and b[1] < a[3] - slack


def tightened(box: list[float]) -> list[float]:
    """A text's box without the room a font leaves above and below its letters."""
    height = box[3] - box[1]
    return [box[0], box[1] + 0.2 * height, box[2], box[3] - 0.2 * height]


def measured(page: Page, svg: str) -> dict[str, Any]:
    """All boxes of the picture."""
    found: dict[str, Any] = page.evaluate(BOXES, svg)
    return found


def crowded(boxes: dict[str, Any]) -> list[str]:
    """What overlaps, lies on a station or is cut off."""
    labels = [(text, tightened(box)) for text, box in boxes["labels"]]
    faults = [f"{a} on {b}" for i, (a, x) in enumerate(labels) for b, y in labels[i + 1 :] if overlap(x, y)]
    stations = [(name, box) for name, box in boxes["marks"]]
    names = [(text, box) for text, box in labels if text not in CHOICES]
    faults += [f"{text} on station {name}" for text, box in names for name, mark in stations if overlap(box, mark, 1.5)]
    left, top, right, bottom = boxes["frame"]
    faults += [f"{text} cut off" for text, b in labels if b[0] < left - 1 or b[1] < top - 1 or b[2] > right + 1 or b[3] > bottom + 1]
    return faults


@pytest.fixture(scope="module")
def wide(browser: Browser, app: str) -> Any:
    """A window 1280 px wide with the app open."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    open_page(page, app)
    yield page
    page.close()


@pytest.fixture(scope="module")
def narrow(browser: Browser, app: str) -> Any:
    """A phone 390 px wide with the app open."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    open_page(page, app)
    yield page
    context.close()


def press(page: Page, level: str | None, svg: str) -> None:
    """Choose a level, or clear."""
    if level is None:
        page.keyboard.press("Escape")
    elif page.locator(".nerveline").get_attribute("data-chosen") != level:
        page.locator(f"{svg} .level[data-id='{level}']").dispatch_event("click")
    rest(page)


@pytest.mark.parametrize("level", CHOICES)
def test_labels_at_1280(wide: Page, level: str | None) -> None:
    """At rest and with each level chosen, labels are clear of one another, of stations and of the edge."""
    press(wide, level, "svg.wide")
    assert crowded(measured(wide, "svg.wide")) == []


@pytest.mark.parametrize("level", CHOICES)
def test_labels_at_390(narrow: Page, level: str | None) -> None:
    """The same on a phone."""
    press(narrow, level, "svg.narrow")
    assert crowded(measured(narrow, "svg.narrow")) == []


def small(boxes: dict[str, Any], least: float) -> list[str]:
    """Structures of which no target reaches the least size."""
    best: dict[str, float] = {}
    for name, (left, top, right, bottom) in boxes["targets"]:
        best[name] = max(best.get(name, 0.0), min(right - left, bottom - top))
    return [f"{name} {size:.1f}" for name, size in best.items() if size < least - 0.05]


def test_targets_at_1280(wide: Page) -> None:
    """Everything that can be pressed offers a target of 24 px or more."""
    boxes = measured(wide, "svg.wide")
    assert small(boxes, 24) == []
    assert [text for text, b in boxes["buttons"] if b[3] - b[1] < 24 or b[2] - b[0] < 24] == []


def test_targets_at_390(narrow: Page) -> None:
    """On a phone it is 44 px or more."""
    boxes = measured(narrow, "svg.narrow")
    assert small(boxes, 44) == []
    assert [text for text, b in boxes["buttons"] if b[3] - b[1] < 44] == []


@pytest.mark.parametrize("width", [1280, 390])
def test_no_sideways_scrolling(browser: Browser, app: str, width: int) -> None:
    """The page is never wider than the window."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    open_page(page, f"{app}/?level=L5")

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")
    page.close()
