"""A fact with its route, its grade, its sources and those who say otherwise, as markup that opens at a press."""

from collections.abc import Iterable, Sequence
from html import escape

from anatomy.claims import Triple
from anatomy.show import Served
from anatomy.supply import Supply
from anatomy.ui import claim
from anatomy.ui.cite import sayings


def facts(supply: Supply, served: Iterable[Served]) -> str:
    """A list of what is served; each entry opens to its routes and sources."""
    return f"<ul class='facts'>{''.join(_fact(supply, s.target.name, s.share, s.target.id, s.triples) for s in served)}</ul>"


def by_nerve(supply: Supply, served: Sequence[Served]) -> str:
    """The same the other way round: an entry a nerve, with the roots it brings."""
    rows: dict[tuple[str, str], list[Triple]] = {}
    for one in served:
        for triple in one.triples:
            rows.setdefault((one.target.id, triple.nerve), []).append(triple)
    several = len({target for target, _ in rows}) > 1
    names = supply.atlas.structures
    entries = (
        _fact(supply, f"{names[target].name}: " * several + names[nerve].name, _roots(triples), target, tuple(triples))
        for (target, nerve), triples in rows.items()
    )
    return f"<ul class='facts'>{''.join(entries)}</ul>"


def _roots(triples: Iterable[Triple]) -> str:
    """Roots by share: `L4, L5 main; S1 contributes`."""
    shares: dict[str, list[str]] = {}
    for triple in triples:
        shares.setdefault(str(triple.share), []).append(triple.root)
    return "; ".join(f"{', '.join(roots)} {share}" for share, roots in shares.items())


def _fact(supply: Supply, name: str, share: str, target: str, triples: tuple[Triple, ...]) -> str:
    """An entry: its routes, then everything said for it and against it, each once."""
    ways = "".join(_way(supply, way) for t in triples for way in supply.routes(t)[:2])
    follows = "<p class='quiet'>Follows from the nerve: joined from what is printed of the place and of the nerve.</p>"
    tags = "".join(claim.tag(supply, t.id, claim.of_triple(supply, t)) for t in triples)
    said = dict.fromkeys(s for t in triples for s in t.sources)
    against = dict.fromkeys(s for t in triples for s in t.against if s not in said)
    body = f"{ways}{follows if any(t.follows for t in triples) else ''}{sayings(supply, said, 'Say so')}{sayings(supply, against, 'Say otherwise')}{tags}"
    return (
        f"<li data-target='{target}'><details><summary>{escape(name)} <span class='share'>{share}</span></summary>"
        f"<div class='body'>{body}</div></details></li>"
    )


def _way(supply: Supply, way: tuple[str, ...]) -> str:
    return f"<p>{' → '.join(map(escape, (way[0], *supply.atlas.named(way[1:]))))}</p>"
