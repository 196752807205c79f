"""Sources as markup: what each says, where in it, and where it was read."""

from collections.abc import Iterable, Mapping
from html import escape
from urllib.parse import quote

from anatomy.measured import Figure, Finding, Measure
from anatomy.model import MapSaying, Saying, Source
from anatomy.supply import Supply
from anatomy.told import MapWords


def sayings(supply: Supply, says: Iterable[Saying], head: str = "", fold: bool = False) -> str:
    """Each statement with its source, the place in it, and a link to where it was read; "" when there is none."""
    rows = "".join(_saying(supply, s) for s in dict.fromkeys(says))
    if not rows:
        return ""
    return (
        f"<details><summary class='quiet'>{head} ({rows.count('<li>')})</summary><ul>{rows}</ul></details>"
        if fold or head == "Who says so"
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
    of_map = f"{_family(supply, saying.map)}: " if isinstance(saying, MapSaying) else ""
    note = f" <span class='quiet'>{escape(saying.note)}</span>" if saying.note else ""
    return f"<li>{of_map}{roots + '. ' if roots else ''}{link(source, short=True)}, {escape(saying.place)} ({source.kind.replace('-', ' ')}).{note}</li>"


def _family(supply: Supply, family: str) -> str:
    return next((f.name for f in supply.atlas.records(MapWords) if f.id == family), family)


def link_to(claim: str) -> str:
    """The address of a claim, on whatever machine the app runs."""
    return f"?claim={quote(claim)}"


def quoted(record: Figure | Finding | Measure) -> Saying:
    """The one source of a measured record, as a statement."""
    place = record.where if isinstance(record, Figure) else record.place
    return Saying(source=record.source, place=place, note=record.method if isinstance(record, Figure) else None)
