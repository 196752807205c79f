"""The atlas as a networkx multigraph: the nerve tree, and an edge from root to target for each triple."""

import networkx as nx

from anatomy import grade
from anatomy.structures import Nerve, Root
from anatomy.supply import Supply


def graph(supply: Supply) -> nx.MultiDiGraph:
    """Nodes are structures and sources; edges are `branch` (nerve tree) and `supply` (triples, their id as key)."""
    atlas = supply.atlas
    words = atlas.words
    made = nx.MultiDiGraph(edition=words["edition"], licence=words["licence"], cite=words["cite"])
    for s in atlas.structures.values():
        if not isinstance(s, Root):
            ids = atlas.identifiers[s.id].by_scheme if s.id in atlas.identifiers else {}
            made.add_node(s.id, name=s.name, kind=s.label, **ids)
    for source in atlas.sources.values():
        made.add_node(f"source:{source.id}", name=source.citation, kind="source", url=source.url or "", read=str(source.read))
    for nerve in atlas.all(Nerve):
        for parent in nerve.parents:
            made.add_edge(parent, nerve.id, key=f"{parent}>{nerve.id}", kind="branch")
    for t in supply.triples:
        found = grade.grade(grade.standing(t.sources, t.against, atlas.sources), t.follows)
        cited = "; ".join(f"{s.source}: {s.place}" for s in t.sources)
        made.add_edge(
            t.root, t.target, key=t.id, kind="supply", nerve=t.nerve, share=str(t.share), follows=t.follows, grade=str(found), sources=cited
        )
    return made


def text(supply: Supply) -> str:
    """The graph as GraphML."""
    return "\n".join(nx.generate_graphml(graph(supply), prettyprint=True))
