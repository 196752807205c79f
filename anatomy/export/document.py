"""The atlas as one JSON document, its shape described by the models below and by the JSON Schema made from them."""

from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from anatomy import evidence, ledger
from anatomy.ledger import Entry
from anatomy.model import Layer, Level, Saying, Source
from anatomy.structures import Root, Structure
from anatomy.supply import Supply


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class CitedSource(_Part):
    """A source and the place in it."""

    source: str
    place: str
    note: str | None = None


class ExportedStructure(_Part):
    """A structure with its names and what others call it."""

    id: str
    name: str
    kind: str
    synonyms: list[str]
    lay: list[str]
    identifiers: dict[str, str]


class ExportedTriple(_Part):
    """That a root serves a target by a nerve."""

    id: str
    root: Level
    nerve: str
    target: str
    share: str
    follows: bool = Field(description="joined from two printed facts rather than printed")
    grade: str
    sources: list[CitedSource]
    against: list[CitedSource]


class ExportedFigure(_Part):
    """A count of people, with its Wilson interval at 95%."""

    id: str
    layer: Layer
    origin: str = Field(alias="from")
    place: str
    words: str
    k: int
    n: int
    share: float
    low: float
    high: float
    source: CitedSource


class ExportedClaim(_Part):
    """Any other claim."""

    id: str
    kind: str
    about: str | None = None
    text: str
    grade: str
    sources: list[CitedSource]
    against: list[CitedSource]


class ExportedSource(_Part):
    """Something that was read."""

    id: str
    citation: str
    kind: str
    lineage: str
    year: int | None = None
    n: int | None = None
    doi: str | None = None
    pmid: str | None = None
    url: str | None = None
    read: date
    licence: str | None = None
    note: str | None = None


class Document(_Part):
    """The whole atlas."""

    title: str
    edition: str
    licence: str
    cite: str
    structures: list[ExportedStructure]
    triples: list[ExportedTriple]
    figures: list[ExportedFigure]
    claims: list[ExportedClaim]
    sources: list[ExportedSource]


def schema() -> dict[str, Any]:
    """The JSON Schema of the document."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | Document.model_json_schema()


def document(supply: Supply) -> Document:
    """The atlas as the document."""
    atlas = supply.atlas
    claims = ledger.entries(supply)
    others = (e for e in claims.values() if e.kind != ledger.SUPPLY and not e.id.startswith("figure."))
    return Document(
        title="Nerveline",
        edition=atlas.words["edition"],
        licence=atlas.words["licence"],
        cite=atlas.words["cite"],
        structures=[_structure(supply, s) for s in atlas.structures.values() if not isinstance(s, Root)],
        triples=_triples(supply, claims),
        figures=[_figure(m) for m in map(evidence.measured, atlas.figures)],
        claims=[_claim(supply, e) for e in others],
        sources=[_source(s) for s in atlas.sources.values()],
    )


def _structure(supply: Supply, s: Structure) -> ExportedStructure:
    known = supply.atlas.identifiers.get(s.id)
    ids = known.by_scheme if known else {}
    return ExportedStructure(id=s.id, name=s.name, kind=s.label, synonyms=list(s.synonyms), lay=list(s.lay), identifiers=ids)


def _triples(supply: Supply, claims: Any) -> list[ExportedTriple]:
    return [
        ExportedTriple(
            id=t.id,
            root=t.root,
            nerve=t.nerve,
            target=t.target,
            share=str(t.share),
            follows=t.follows,
            grade=str(ledger.graded(supply, claims[t.id])),
            sources=_cited(t.sources),
            against=_cited(t.against),
        )
        for t in supply.triples
    ]


def _figure(m: evidence.Measured) -> ExportedFigure:
    f = m.figure
    return ExportedFigure(
        id=f.id,
        layer=f.layer,
        origin=f.origin,
        place=f.place,
        words=f.words,
        k=f.k,
        n=f.n,
        share=round(m.share, 4),
        low=round(m.low, 4),
        high=round(m.high, 4),
        source=CitedSource(source=f.source, place=f.where),
    )


def _claim(supply: Supply, e: Entry) -> ExportedClaim:
    found = str(ledger.graded(supply, e))
    return ExportedClaim(
        id=e.id, kind=e.kind, about=e.about, text=e.text, grade=found, sources=_cited(e.sources), against=_cited(e.against)
    )


def _source(s: Source) -> ExportedSource:
    return ExportedSource.model_validate(s.model_dump() | {"kind": str(s.kind)})


def _cited(says: tuple[Saying, ...]) -> list[CitedSource]:
    return [CitedSource(source=s.source, place=s.place, note=s.note) for s in says]
