"""The atlas as JSON-LD: structures in schema.org's terms for anatomy, triples in a small vocabulary of our own."""

from typing import Any

from anatomy import grade
from anatomy.claims import Triple
from anatomy.model import Source
from anatomy.structures import Joint, Muscle, Nerve, Root, Structure
from anatomy.supply import Supply

CONTEXT: dict[str, Any] = {
    "schema": "https://schema.org/",
    "nl": "urn:nerveline:term:",
    "obo": "http://purl.obolibrary.org/obo/",
    "wd": "http://www.wikidata.org/entity/",
    "id": "@id",
    "type": "@type",
    "name": "schema:name",
    "alternateName": "schema:alternateName",
    "citation": "schema:citation",
    "url": {"@id": "schema:url", "@type": "@id"},
    "sameAs": {"@id": "schema:sameAs", "@type": "@id"},
    "identifier": "schema:identifier",
    "license": {"@id": "schema:license", "@type": "@id"},
    "version": "schema:version",
    "hasPart": "schema:hasPart",
    "branch": {"@id": "schema:branch", "@type": "@id"},
    "root": {"@id": "nl:root", "@type": "@id"},
    "nerve": {"@id": "nl:nerve", "@type": "@id"},
    "target": {"@id": "nl:target", "@type": "@id"},
    "share": "nl:share",
    "grade": "nl:grade",
    "follows": "nl:follows",
    "source": {"@id": "nl:source", "@type": "@id"},
    "place": "nl:place",
    "says": "nl:says",
    "against": "nl:against",
}
"""Inlined, so that no reader has to fetch anything."""

LICENCE = "https://creativecommons.org/licenses/by/4.0/"

KINDS: dict[type[Structure], str] = {Muscle: "schema:Muscle", Nerve: "schema:Nerve", Joint: "schema:Joint"}


def iri(kind: str, name: str) -> str:
    """The name of a thing as linked data: `urn:nerveline:KIND:ID`."""
    return f"urn:nerveline:{kind}:{name}"


def linked(supply: Supply) -> dict[str, Any]:
    """The JSON-LD document."""
    atlas = supply.atlas
    whole = {
        "id": "urn:nerveline:atlas",
        "type": "schema:Dataset",
        "name": "Nerveline",
        "version": atlas.words["edition"],
        "license": LICENCE,
        "citation": atlas.words["cite"],
    }
    structures = [_structure(supply, s) for s in atlas.structures.values() if not isinstance(s, Root)]
    triples = [_triple(supply, t) for t in supply.triples]
    return {"@context": CONTEXT, "@graph": [whole, *structures, *triples, *map(_source, atlas.sources.values())]}


def _structure(supply: Supply, s: Structure) -> dict[str, Any]:
    known = supply.atlas.identifiers.get(s.id)
    ids = known.by_scheme if known else {}
    pages = (("uberon", "obo:"), ("wikidata", "wd:"))
    same = [prefix + ids[scheme].replace(":", "_") for scheme, prefix in pages if scheme in ids]
    branches = [iri("structure", n.id) for n in supply.atlas.all(Nerve) if s.id in n.parents] if isinstance(s, Nerve) else []
    found: dict[str, Any] = {
        "id": iri("structure", s.id),
        "type": KINDS.get(type(s), "schema:AnatomicalStructure"),
        "name": s.name,
        "alternateName": [*s.synonyms, *s.lay],
        "identifier": list(ids.values()),
        "sameAs": same,
        "branch": branches,
    }
    return {key: value for key, value in found.items() if value}


def _triple(supply: Supply, t: Triple) -> dict[str, Any]:
    found = grade.grade(grade.standing(t.sources, t.against, supply.atlas.sources), t.follows)
    said = [{"source": iri("source", s.source), "place": s.place} for s in t.sources]
    denied = [{"source": iri("source", s.source), "place": s.place} for s in t.against]
    return {
        "id": iri("claim", t.id),
        "type": "nl:SupplyTriple",
        "root": iri("structure", t.root),
        "nerve": iri("structure", t.nerve),
        "target": iri("structure", t.target),
        "share": str(t.share),
        "grade": str(found),
        "follows": t.follows,
        "says": said,
        "against": denied,
    }


def _source(s: Source) -> dict[str, Any]:
    found: dict[str, Any] = {"id": iri("source", s.id), "type": "schema:CreativeWork", "name": s.citation}
    return found | ({"url": s.url.replace(" ", "%20")} if s.url else {}) | ({"identifier": f"doi:{s.doi}"} if s.doi else {})
