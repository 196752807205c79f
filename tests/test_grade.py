"""Grades are computed from who says so, how they know and how far they agree; opinion never lifts a claim."""

from datetime import date

import pytest

from anatomy import Supply, grade, ledger
from anatomy.grade import Grade, Standing
from anatomy.model import Saying, Source, SourceKind


@pytest.mark.parametrize(
    ("lineages", "against", "measured", "expected"),
    [
        (3, 0, 1, Grade.A),
        (3, 1, 1, Grade.A),
        (3, 2, 1, Grade.C),
        (3, 0, 0, Grade.B),
        (2, 0, 1, Grade.B),
        (2, 0, 0, Grade.C),
        (1, 0, 1, Grade.C),
        (1, 1, 1, Grade.C),
        (2, 2, 0, Grade.C),
        (2, 3, 2, Grade.D),
        (1, 0, 0, Grade.D),
        (0, 0, 0, Grade.E),
    ],
)
def test_scale(lineages: int, against: int, measured: int, expected: Grade) -> None:
    """The scale is the one that the app publishes."""
    assert grade.grade(Standing(lineages, against, measured)) is expected


def test_more_support_never_lowers() -> None:
    """Another source for a claim never lowers its grade; another against it never lifts it."""
    order = list(Grade)
    for lineages in range(1, 8):
        for against in range(6):
            for measured in range(lineages + 1):
                own = order.index(grade.grade(Standing(lineages, against, measured)))
                assert order.index(grade.grade(Standing(lineages + 1, against, measured))) <= own
                assert order.index(grade.grade(Standing(lineages, against + 1, measured))) >= own


def test_follows_stands_lower() -> None:
    """A claim joined from two printed facts stands one step lower, and never falls to opinion."""
    assert grade.grade(Standing(3, 0, 1), follows=True) is Grade.B
    assert grade.grade(Standing(1, 0, 0), follows=True) is Grade.D


def source(name: str, kind: SourceKind, lineage: str = "", n: int | None = None) -> Source:
    """A source out of thin air."""
    return Source(id=name, citation=name, kind=kind, lineage=lineage or name, n=n, read=date(2026, 1, 1))


def test_copies_and_opinion_do_not_count() -> None:
    """Sources that copy one another count once, opinion not at all, and a handful of people is no measurement."""
    known = {
        "a": source("a", SourceKind.TEXTBOOK, "gray"),
        "b": source("b", SourceKind.WEB, "gray"),
        "c": source("c", SourceKind.OPINION),
        "d": source("d", SourceKind.DISSECTION, n=4),
        "e": source("e", SourceKind.DISSECTION, n=40),
    }
    says = [Saying(source=s, place="p. 1") for s in known]
    assert grade.standing(says, (), known) == Standing(3, 0, 1)
    assert grade.standing(says[2:3], says[:2], known) == Standing(0, 1, 0)


def test_every_claim_has_a_place_and_a_day(supply: Supply) -> None:
    """Each claim rests on a source with a place in it and the day on which it was read; ids are one of a kind and safe in a link."""
    found = ledger.entries(supply)
    assert len(found) > 1500
    for entry in found.values():
        assert entry.sources, entry.id
        assert all(s.place.strip() and supply.atlas.sources[s.source].read for s in (*entry.sources, *entry.against)), entry.id
        assert entry.id.replace(".", "").replace("-", "").replace("_", "").isalnum() and entry.id.isascii(), entry.id
        assert entry.about is None or entry.about in supply.atlas.structures


def test_every_triple_and_figure_is_in_the_ledger(supply: Supply) -> None:
    """No claim of the picture is without its id."""
    found = ledger.entries(supply)
    assert {t.id for t in supply.triples} == {e.id for e in found.values() if e.kind == ledger.SUPPLY}
    assert all(f"figure.{f.id}" in found for f in supply.atlas.figures)


def test_independent_sources(supply: Supply) -> None:
    """At least 60% of the muscle triples rest on two or more independent sources; opinion alone holds up none of them."""
    from anatomy import tally

    found = ledger.entries(supply)
    both, every = tally.independent(supply, found)
    assert both / every >= 0.6
    assert all(ledger.graded(supply, e) is not Grade.E for e in found.values() if e.kind == ledger.SUPPLY)
