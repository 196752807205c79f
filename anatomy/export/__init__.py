"""The whole atlas for other programs: GraphML, JSON with its schema, JSON-LD and CSV, each with edition, licence and sources."""

import json
from collections.abc import Mapping

from anatomy.export import archive, document, graph, linked, tables
from anatomy.supply import Supply

__all__ = ["archive", "document", "files", "graph", "linked", "tables"]


def files(supply: Supply) -> Mapping[str, str]:
    """Every exported file by its name, as text; the same content gives the same bytes."""
    made = document.document(supply)
    return {
        "nerveline.graphml": graph.text(supply),
        "nerveline.json": made.model_dump_json(indent=1, exclude_none=True, by_alias=True),
        "nerveline.schema.json": json.dumps(document.schema(), indent=1),
        "nerveline.jsonld": json.dumps(linked.linked(supply), indent=1, ensure_ascii=False),
        **tables.files(supply),
        "README.txt": _readme(supply),
    }


def _readme(supply: Supply) -> str:
    words = supply.atlas.words
    return (
        f"Nerveline, edition {words['edition']}\n{words['licence']}\n\nHow to cite: {words['cite']}\n\n"
        "nerveline.json        everything; nerveline.schema.json says its shape\n"
        "nerveline.graphml     a directed multigraph: nerve tree and supply triples\n"
        "nerveline.jsonld      the same as linked data, in schema.org's terms for anatomy\n"
        "*.csv                 triples, figures, measured root shares, sources, identifiers\n"
    )
