"""A card shows what the triples say and nothing else, its link opens what it shows, and its choices give nothing away."""

import re
from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit
from xml.etree import ElementTree

import pytest

from anatomy import Supply
from anatomy.model import Share
from anatomy.picture import stations
from anatomy.picture.lit import choices
from anatomy.picture.route import Routes
from anatomy.practice.card import link, shuffled, tags
from anatomy.practice.question import Form, Question
from anatomy.structures import Root
from anatomy.ui import session
from tests.practice import few


@pytest.fixture(scope="module")
def pictures(supply: Supply) -> dict[str, str]:
    """The picture of everything that can be asked about."""
    routes = Routes(supply)
    return {structure: routes.shown(structure) for structure in supply.atlas.structures}


def test_picture_lights_the_roots_of_the_triples(supply: Supply, pictures: dict[str, str]) -> None:
    """Lit are the strands and levels of the triples, firm ones drawn through, doubtful ones dashed; no triple, no picture."""
    routes, found = Routes(supply), choices(supply)
    for structure, svg in pictures.items():
        known = supply.atlas.structures[structure]
        triples = found[known.level if isinstance(known, Root) else structure]
        assert bool(svg) == bool(triples)
        roots = {routes.colours[t.root] for t in triples if routes.drawing.ways.get(t.id)}
        firm = {routes.colours[t.root] for t in triples if routes.drawing.ways.get(t.id) and t.share is not Share.REPORTED}
        assert set(re.findall(r'class="strand(?: r)?" stroke="(#\w+)"', svg)) == roots
        assert set(re.findall(r'class="strand" stroke="(#\w+)"', svg)) == firm
        assert set(re.findall(r'class="bone" style="fill:(#\w+)"', svg)) == {routes.colours[t.root] for t in triples}


def test_picture_is_sound_and_small(pictures: dict[str, str]) -> None:
    """Each is well-formed, stands by itself, and keeps every text and mark inside its frame."""
    for svg in filter(None, pictures.values()):
        root = ElementTree.fromstring(svg)  # noqa: S314  # made here
        x, y, wide, tall = map(float, root.attrib["viewBox"].split())
        for text in root.iter("{http://www.w3.org/2000/svg}text"):
            assert x <= float(text.attrib["x"]) <= x + wide and y <= float(text.attrib["y"]) <= y + tall
        assert "href" not in svg and "url(" not in svg and "var(" not in svg and len(svg) < 200_000


def test_picture_at_rest_names_no_answer(supply: Supply) -> None:
    """The map to point at has every station, and no name but those of the levels and the two views."""
    rest = Routes(supply).rest
    assert set(re.findall(r"<text[^>]*>([^<]+)</text>", rest)) == {*supply.atlas.levels, "Front", "Back"}
    assert rest.count('class="mark "') == len(stations.STATIONS) + len(stations.SKIN_ENDS) + sum(len(r.members) for r in stations.ROWS)
    assert 'class="strand' not in rest


def test_unknown_structure_has_no_picture(supply: Supply) -> None:
    """A name that the atlas does not know gives a card without a picture, and the atlas's front door as its link."""
    assert Routes(supply).shown("no-such-thing") == ""
    assert link(supply, "no-such-thing", "http://here") == "http://here/"


def test_link_opens_what_the_card_shows(supply: Supply) -> None:
    """Explore takes the link of every structure for that structure; of a root, for its level."""
    for structure in supply.atlas.structures.values():
        asked = dict(parse_qsl(urlsplit(link(supply, structure.id, "http://localhost:8501")).query))
        assert session.from_link(asked).id == (structure.level if isinstance(structure, Root) else structure.id)


def test_shuffling_gives_nothing_away(supply: Supply) -> None:
    """The choices are all there, in an order that does not hang on theirs in the bank, and the right order is never given."""
    first = 0
    for q in few.questions(supply):
        found = shuffled(q)
        assert set(found) == set(q.choices) and found == shuffled(replace(q, choices=q.choices[::-1]))
        if q.form is Form.ORDER:
            assert tuple(c.id for c in found) != q.right
        first += q.form is Form.ONE and found[0].id == q.right[0]
    asked = [q for q in few.questions(supply) if q.form is Form.ONE]
    assert 0.1 < first / len(asked) < 0.4


@pytest.mark.parametrize(
    ("structure", "some"),
    [
        ("L5", "root::L5"),
        ("L5-root", "root::L5"),
        ("tibial-nerve", "nerve::tibial-nerve"),
        ("tibialis-anterior", "nerve::deep-fibular-nerve"),
    ],
)
def test_tags_name_nerve_and_root(supply: Supply, structure: str, some: str) -> None:
    """Whatever is asked about is tagged by its nerve or root."""
    q = replace(few.questions(supply)[0], structures=(structure,))
    assert some in tags(supply, q)


def test_tags_leave_out_what_only_some_report(supply: Supply) -> None:
    """A root or nerve that only some report is no tag; every other of what is asked about is one."""
    for q in few.questions(supply):
        found = tags(supply, q)
        firm = [t for t in supply.by_target[q.show] if t.share is not Share.REPORTED]
        assert {t for t in found if t.startswith("root::")} == {f"root::{t.root}" for t in firm}
        assert {t for t in found if t.startswith("nerve::")} == {f"nerve::{t.nerve}" for t in firm}
        assert len(set(found)) == len(found) and not any(re.search(r"\s", t) for t in found)


def test_nothing_asked_about(supply: Supply) -> None:
    """A question on nothing the atlas knows still has its kind and area."""
    q: Question = replace(few.questions(supply)[0], structures=("no-such-thing",))
    assert tags(supply, q) == (f"kind::{q.kind}", f"area::{q.areas[0]}")
