"""The picture is the truth model drawn: nothing is lit, and no line runs, that no triple asks for."""

import re
from xml.etree import ElementTree

import pytest
from shapely import Polygon, union_all
from shapely.geometry import box

from anatomy import Supply
from anatomy.picture import foot, limb, skin, stations
from anatomy.picture.assemble import assemble
from anatomy.picture.lit import choices, lit
from anatomy.picture.strands import Drawing, draw, spot_of
from anatomy.structures import Joint, Muscle, Nerve, Region, SpinalLevel
from anatomy.tongue import tongue


@pytest.fixture(scope="module")
def drawing(supply: Supply) -> Drawing:
    """The lines."""
    return draw(supply)


def test_skin_tiles_the_limb() -> None:
    """Round the limb, from waist to sole, patches leave no gap and do not overlap."""
    patches = [p for kept in skin.LIMB.values() for p in kept]
    whole = box(-90, limb.SOLE, 270, limb.TOP)
    turned = [box(p.start + t, p.bottom, p.end + t, p.top).intersection(whole) for p in patches for t in (-360, 0)]
    assert sum(part.area for part in turned) == pytest.approx(whole.area)
    assert union_all(turned).area == pytest.approx(whole.area)


@pytest.mark.parametrize("surface", skin.SURFACES)
def test_skin_tiles_the_foot(surface: str) -> None:
    """Each surface of the foot is tiled, heel to toes, side to side."""
    tiles = [box(t.u0, t.v0, t.u1, t.v1) for kept in skin.SURFACES[surface].values() for t in kept]
    assert sum(t.area for t in tiles) == pytest.approx(1.0)
    assert union_all(tiles).area == pytest.approx(1.0)


def test_every_region_has_a_place_and_every_place_a_region(supply: Supply) -> None:
    """The knowledge and the drawing speak of the same patches."""
    placed = {*skin.LIMB, *skin.DORSUM, *skin.SOLE}
    assert {r.id for r in supply.atlas.all(Region)} == placed


def test_patches_are_sound_when_drawn() -> None:
    """A patch's outline on the body, and on the foot, never crosses itself."""
    for region, patches in skin.LIMB.items():
        for view in ("front", "back"):
            for patch in patches:
                for seen in limb.seen(patch, view):
                    assert Polygon(limb.outline(seen)).is_valid, region
    for surface, regions in skin.SURFACES.items():
        for region, tiles in regions.items():
            assert all(Polygon(foot.tile_outline(surface, t)).is_valid for t in tiles), region


def test_every_muscle_and_joint_has_a_station(supply: Supply) -> None:
    """Nothing that is served is missing from the map."""
    for kind in (Muscle, Joint):
        assert [s.id for s in supply.atlas.all(kind) if spot_of(s.id) is None] == []


def test_everything_on_the_map_is_known(supply: Supply) -> None:
    """The layout names no structure that the content does not know."""
    named = {*stations.LINES, *stations.STATIONS, *stations.SKIN_ENDS, *stations.PLEXUSES}
    named |= {member for row in stations.ROWS for member, _ in row.members}
    assert named <= set(supply.atlas.structures)


def test_each_triple_has_its_line(supply: Supply, drawing: Drawing) -> None:
    """A triple's way is drawn whole, in the colour of its root, and each piece belongs to some triple."""
    for triple in supply.triples:
        keys = drawing.ways[triple.id]
        assert all(drawing.pieces[key].root == triple.root for key in keys), triple.id
        if spot_of(triple.target):
            assert any(key[-1] == triple.target for key in keys), triple.id
    assert {key for keys in drawing.ways.values() for key in keys} == set(drawing.pieces)


def test_lit_is_what_the_triples_say(supply: Supply, drawing: Drawing) -> None:
    """For every structure: targets lit if and only if a triple says so; nerves lit only when a route runs through them."""
    found = choices(supply)
    for kind in (SpinalLevel, Nerve, Muscle, Joint, Region):
        for structure in supply.atlas.all(kind):
            triples = supply.serves(structure)
            on_way = {n for t in triples for way in supply.routes(t) for n in way}
            assert set(lit(supply, drawing, found[structure.id]).shares) == {t.target for t in triples} | on_way, structure.id


def test_levels_light_only_their_own_lines(supply: Supply, drawing: Drawing) -> None:
    """A level lights every piece of its own root and none of another."""
    pieces = list(drawing.pieces.values())
    for level in supply.atlas.all(SpinalLevel):
        shown = lit(supply, drawing, choices(supply)[level.id]).pieces
        assert set(shown) == {i for i, piece in enumerate(pieces) if piece.root == level.id} != set(), level.id


@pytest.mark.parametrize("lang", ["en", "es"])
def test_markup_is_sound(supply: Supply, lang: str) -> None:
    """Both pictures are well-formed, and nothing in them asks for anything from outside."""
    html = assemble(supply, tongue(lang)).html
    for svg in re.findall(r"<svg class=\"picture.*?</svg>", html, re.S):
        ElementTree.fromstring(svg)  # noqa: S314  # our own markup
    assert not re.search(r"(?:src|href)\s*=", html)


@pytest.mark.parametrize("lang", ["en", "es"])
def test_same_picture_every_time(supply: Supply, lang: str) -> None:
    """The layout is computed, never random."""
    assert assemble(supply, tongue(lang)) == assemble(supply, tongue(lang))
