"""CSV: triples, figures, measured root shares, sources and identifiers."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from anatomy import evidence, grade
from anatomy.measured import Measure
from anatomy.supply import Supply


def text(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as CSV text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return out.getvalue()


def files(supply: Supply) -> Mapping[str, str]:
    """Each table by its file's name; the edition and the licence stand in every line, so that no table loses them."""
    words = supply.atlas.words
    mark = (words["edition"], words["licence"])
    made = {"triples.csv": _triples(supply), "figures.csv": _figures(supply), "measures.csv": _measures(supply)}
    made |= {"sources.csv": _sources(supply), "identifiers.csv": _identifiers(supply)}
    return {name: text((*head, "edition", "licence"), ((*row, *mark) for row in rows)) for name, (head, rows) in made.items()}


Table = tuple[Sequence[str], list[Sequence[object]]]


def _triples(supply: Supply) -> Table:
    head = ("id", "root", "nerve", "target", "kind", "share", "follows", "grade", "sources", "against")
    rows = [
        (
            t.id,
            t.root,
            t.nerve,
            t.target,
            supply.atlas.structures[t.target].label,
            t.share,
            t.follows,
            grade.grade(grade.standing(t.sources, t.against, supply.atlas.sources), t.follows),
            " | ".join(f"{s.source}: {s.place}" for s in t.sources),
            " | ".join(f"{s.source}: {s.place}" for s in t.against),
        )
        for t in supply.triples
    ]
    return head, list(rows)


def _figures(supply: Supply) -> Table:
    head = ("id", "layer", "from", "place", "words", "k", "n", "share", "low", "high", "source", "where")
    found = map(evidence.measured, supply.atlas.figures)
    rows = [
        (
            *(m.figure.id, m.figure.layer, m.figure.origin, m.figure.place, m.figure.words, m.figure.k, m.figure.n),
            *(f"{x:.4f}" for x in (m.share, m.low, m.high)),
            *(m.figure.source, m.figure.where),
        )
        for m in found
    ]
    return head, list(rows)


def _measures(supply: Supply) -> Table:
    head = ("id", "muscle", "action", "root", "method", "k", "n", "percent", "sixths", "source", "place", "note")
    rows = [tuple(getattr(m, name) for name in head) for m in supply.atlas.records(Measure)]
    return head, list(rows)


def _sources(supply: Supply) -> Table:
    head = ("id", "citation", "kind", "lineage", "year", "n", "doi", "pmid", "url", "read", "licence", "note")
    own = [tuple(getattr(s, name) for name in head) for s in supply.atlas.sources.values()]
    return [name if name != "licence" else "source_licence" for name in head], list(own)


def _identifiers(supply: Supply) -> Table:
    head = ("structure", "scheme", "identifier", "sources")
    rows = [
        (one.of, scheme, value, " | ".join(f"{s}: {p}" for s, p in one.sources.items()))
        for one in supply.atlas.identifiers.values()
        for scheme, value in one.by_scheme.items()
    ]
    return head, list(rows)
