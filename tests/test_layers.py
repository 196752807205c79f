"""The picture's other layers show what was measured and what maps draw, and nothing more."""

import json

from anatomy import Supply, evidence
from anatomy.claims import chief
from anatomy.matrix import matrix
from anatomy.model import Layer, MapFamily, SourceKind
from anatomy.picture import layers, mapsheet
from anatomy.picture.mapsheet import Agreement
from anatomy.structures import Disc, Joint, Muscle, Region, SpinalLevel
from anatomy.ui import layers as words


def test_felt_shows_only_what_was_counted(supply: Supply) -> None:
    """Each place drawn is a figure of that very choice, with its own k, n and a recomputed interval."""
    for choice, rows in layers.felt(supply).items():
        for place, percent, low, high, k, n in rows:
            own = evidence.wilson(k, n)
            assert (percent, low, high) == tuple(round(100 * x) for x in (own.share, own.low, own.high))
            origins = {choice.split(":")[0], *supply.atlas.levels}
            assert any((f.place, f.k, f.n) == (place, k, n) and f.origin in origins for f in supply.atlas.figures), choice


def test_no_place_within_another_is_drawn(supply: Supply) -> None:
    """A whole is not drawn over a finer place of the same choice, so that no share is spread over parts."""
    places = {p.id: set(p.regions) for p in supply.atlas.places.values()}
    for rows in layers.felt(supply).values():
        drawn = [row[0] for row in rows]
        assert not any(places[a] < places[b] for a in drawn for b in drawn)


def test_territories_are_never_drawn(supply: Supply) -> None:
    """A territory's share stays in words."""
    whole = {f.place for f in supply.atlas.figures if f.layer in (Layer.TERRITORY, Layer.SPREAD)}
    assert whole.isdisjoint(supply.atlas.places)


def test_felt_words_give_every_figure(supply: Supply) -> None:
    """In words every figure of a choice stands with k, n and interval; where there is none, that is said."""
    none = supply.atlas.words["no_figure"]
    for structure in (*supply.atlas.all(SpinalLevel), *supply.atlas.all(Disc), *supply.atlas.all(Joint)):
        shown = words.felt(supply, structure, None)
        found = evidence.of(supply, structure)
        assert all(f"{m.figure.k} of {m.figure.n} people" in shown and str(m) in shown for m in found)
        if not found and "finding." not in shown:
            assert none in shown


def test_maps_layer_is_what_the_maps_say(supply: Supply) -> None:
    """A family's patches of a level are those of its own statements; together they are those of all."""
    made = layers.maps(supply)
    for family in MapFamily:
        for level in supply.atlas.levels:
            drawn = {r for ids in made.get(family, {}).get(level, {}).values() for r in ids}
            assert drawn == {r.id for r in supply.atlas.all(Region) if any(level in m.roots for m in r.maps if m.map is family)}
    exact = {r.id for r in supply.atlas.all(Region) if any("L5" in m.roots and not m.whole for m in r.maps)}
    assert {r for ids in made["all"]["L5"].values() for r in ids} == exact


def test_agreement(supply: Supply) -> None:
    """The overlay's five classes are told from the statements, patch by patch."""
    for region in supply.atlas.all(Region):
        sets = {}
        for m in region.maps:
            if m.roots and not m.whole:
                sets.setdefault(m.map, set()).update(m.roots)
        found = mapsheet.agreement(region)
        assert (found is Agreement.NONE) == (not sets) and (found is Agreement.ONE) == (len(sets) == 1)
        if len(sets) > 1:
            common = set.intersection(*sets.values())
            assert (found is Agreement.DIFFER) == (not common)
            assert (found is Agreement.SAME) == (len({frozenset(s) for s in sets.values()}) == 1)


def test_at_least_three_maps_stand_side_by_side(supply: Supply) -> None:
    """The sheet draws three families or more and the overlay, every patch of each with its words."""
    html = mapsheet.assemble(supply).html
    assert html.count("<figure") >= 4
    assert all(f'data-family="{f}"' in html for f in ("foerster", "keegan-garrett", "isncsci", "overlay"))


def test_matrix_counts_lineages(supply: Supply) -> None:
    """A cell counts independent sources; filters keep kinds and parts; marks and denials are the statements' own."""
    cells = matrix(supply)
    for cell in cells.values():
        assert cell.named == len({supply.lineage(s.source) for s in cell.names}) > 0
        assert all(cell.root in chief(s) for s in cell.marks) and all(cell.root not in s.roots for s in cell.denies)
    assert {m for m, _ in cells} == {m.id for m in supply.atlas.all(Muscle)}
    books = matrix(supply, {SourceKind.TEXTBOOK}, {"leg"})
    assert all(supply.atlas.sources[s.source].kind is SourceKind.TEXTBOOK for c in books.values() for s in (*c.names, *c.denies))
    assert all(c.muscle.zone == "leg" for c in books.values())


def test_figures_of_memory_are_nowhere(supply: Supply) -> None:
    """Figures that nobody has read in their source (Nitta's 88, 82 and 83 per cent) do not stand in the atlas."""
    cited = json.dumps([f.source for f in supply.atlas.figures])
    assert "nitta" not in cited or "nitta-1993" in supply.atlas.sources
