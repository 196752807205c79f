"""The pages run, read the link, and shrug at nonsense."""

from html import escape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from anatomy import Supply
from anatomy.model import Zone
from anatomy.structures import Disc, Root
from anatomy.ui import cards

APP = str(Path(__file__).parent.parent / "app.py")


def opened(**link: str) -> AppTest:
    """The app, run once with a link."""
    app = AppTest.from_file(APP, default_timeout=60)
    for key, value in {"view": "student", **link}.items():
        app.query_params[key] = value
    return app.run()


def words(app: AppTest) -> str:
    """All that the page shows as markup."""
    return " ".join(str(one.proto.body) for one in app.get("html"))


def test_first_visit() -> None:
    """Nothing is chosen, the purpose stands below."""
    app = opened()
    assert not app.exception
    assert "Nothing chosen" in app.info[0].value
    assert "not for diagnosis" in words(app)


def test_help_stands_below_every_page(supply: Supply) -> None:
    """The signs that want help at once are one press away, all of them, with their sources."""
    shown = words(opened())
    assert all(escape(flag.text) in shown for flag in supply.atlas.red_flags)


@pytest.mark.parametrize("level", ["T12", "L1", "L2", "L3", "L4", "L5", "S1", "S2", "S3", "S4"])
def test_link_to_a_level(level: str) -> None:
    """A link opens on its level."""
    app = opened(level=level)
    assert not app.exception
    assert f"Spinal level {level}" in words(app)


def test_disc_with_zone() -> None:
    """A link to a disc and zone says which root is met, and why."""
    assert "<strong>S1</strong>" in words(opened(level="L5-S1", zone="paracentral"))
    assert "<strong>L5</strong>" in words(opened(level="L5-S1", zone="foraminal"))


@pytest.mark.parametrize("link", [{"level": "XX"}, {"show": "<script>"}, {"level": "L5-root"}, {"side": "up", "zone": "x"}])
def test_nonsense(link: dict[str, str]) -> None:
    """Nonsense chooses nothing and raises nothing."""
    app = opened(**link)
    assert not app.exception
    assert "Nothing chosen" in app.info[0].value


def test_every_structure_has_its_words(supply: Supply) -> None:
    """Every structure's words can be made, with every zone of a disc."""
    for structure in supply.atlas.structures.values():
        for zone in (None, *(Zone if isinstance(structure, Disc) else ())):
            if not isinstance(structure, Root):
                assert cards.title(structure).split(" ")[-1] in cards.page(supply, structure.id, zone, "left")
