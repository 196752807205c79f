"""A fact with its route, its sources and those who say otherwise, as markup that opens at a press."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from anatomy.claims import Triple
from anatomy.model import MapSaying, Saying, Source
from anatomy.show import Served
from anatomy.supply import Supply

MAPS = {
    "foerster": "Foerster's family of maps",
    "keegan-garrett": "Keegan and Garrett's family of maps",
    "isncsci": "ISNCSCI key points",
    "lee-2008": "Lee, McPhee and Stringer's map",
    "textbook": "textbook list",
}


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
    said = dict.fromkeys(s for t in triples for s in t.sources)
    against = dict.fromkeys(s for t in triples for s in t.against if s not in said)
    body = f"{ways}{follows if any(t.follows for t in triples) else ''}{sayings(supply, said, 'Say so')}{sayings(supply, against, 'Say otherwise')}"
    return (
        f"<li data-target='{target}'><details><summary>{escape(name)} <span class='share'>{share}</span></summary>"
        f"<div class='body'>{body}</div></details></li>"
    )


def _way(supply: Supply, way: tuple[str, ...]) -> str:
    return f"<p>{' → '.join(map(escape, (way[0], *supply.atlas.named(way[1:]))))}</p>"


def sayings(supply: Supply, says: Iterable[Saying], head: str = "") -> str:
    """Each statement with its source, the place in it, and a link to where it was read; "" when there is none."""
    rows = "".join(_saying(supply, s) for s in dict.fromkeys(says))
    if not rows:
        return ""
    return (
        f"<details><summary class='quiet'>{head} ({rows.count('<li>')})</summary><ul>{rows}</ul></details>"
        if head == "Who says so"
        else (f"<p class='quiet'>{head}</p><ul>{rows}</ul>" if head else f"<ul>{rows}</ul>")
    )


def places(cited: Mapping[str, str]) -> tuple[Saying, ...]:
    """Source ids with places as statements."""
    return tuple(Saying(source=s, place=p) for s, p in cited.items())


def link(source: Source, short: bool = False) -> str:
    """The citation, linked to where it was read unless that was an unofficial copy; `short` for who and what alone."""
    cited = escape(source.citation.split(". ")[0][:70] if short else source.citation)
    return f"<a href='{escape(source.url)}' target='_blank'>{cited}</a>" if source.url else cited


def _saying(supply: Supply, saying: Saying) -> str:
    source = supply.atlas.sources[saying.source]
    roots = ", ".join(getattr(saying, "roots", ()))
    of_map = f"{MAPS[saying.map]}: " if isinstance(saying, MapSaying) else ""
    note = f" <span class='quiet'>{escape(saying.note)}</span>" if saying.note else ""
    return f"<li>{of_map}{roots + '. ' if roots else ''}{link(source, short=True)}, {escape(saying.place)} ({source.kind.replace('-', ' ')}).{note}</li>"
