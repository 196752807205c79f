"""Nothing serious for those who do not see, or see little: axe at rest and after a press, light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.conftest import open_page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/?level=L5", "/?level=L5-S1&zone=paracentral", "/?show=knee-joint"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe(browser: Browser, app: str, scheme: str, path: str, width: int) -> None:
    """Axe finds nothing serious or critical."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    open_page(page, app + path)
    found = Axe().run(page).response["violations"]
    page.close()

    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found if v["impact"] in ("serious", "critical")] == []


def test_reduced_motion(browser: Browser, app: str) -> None:
    """Who asks for less motion gets none."""
    page = browser.new_page(reduced_motion="reduce")
    open_page(page, app)

    assert page.locator(".strand").first.evaluate("one => getComputedStyle(one).transitionDuration") == "0s"
    page.close()
