"""Lists that stand for themselves: the signs that want help, and the sources."""

from html import escape

from anatomy.model import SourceKind
from anatomy.supply import Supply
from anatomy.tongue import Tongue
from anatomy.ui.cite import link, places, sayings


def red_flags(supply: Supply, say: Tongue) -> str:
    """The signs that want help, the most urgent first, each with its sources."""
    heads = {"now": say("Go to an emergency department or call for an ambulance"), "soon": say("See a doctor soon")}
    parts = []
    for urgency, head in heads.items():
        kept = (f for f in supply.atlas.red_flags if f.urgency == urgency)
        rows = "".join(f"<li>{escape(say(f.text))}{sayings(supply, places(f.sources), say('Who says so'), fold=True)}</li>" for f in kept)
        parts.append(f"<h4>{head}</h4><ul>{rows}</ul>" if rows else "")
    read = max(supply.atlas.sources[s].read for flag in supply.atlas.red_flags for s in flag.sources)
    return "".join(parts) + f"<p class='quiet'>{escape(say('After its sources, last read on {day}.', day=read))}</p>"


def sources(supply: Supply) -> str:
    """Every source, grouped by kind."""
    parts = []
    kinds = dict.fromkeys(s.kind for s in sorted(supply.atlas.sources.values(), key=lambda s: list(SourceKind).index(s.kind)))
    for kind in kinds:
        items = sorted((s for s in supply.atlas.sources.values() if s.kind is kind), key=lambda s: s.citation)
        rows = "".join(
            f"<li>{link(s)}"
            + (f" n = {s.n}." if s.n else "")
            + (f" {escape(s.note)}." if s.note else "")
            + f" <span class='quiet'>Read {s.read}. Lineage {s.lineage}.{' Licence ' + escape(s.licence) + '.' if s.licence else ''}</span></li>"
            for s in items
        )
        parts.append(f"<h3>{kind.replace('-', ' ').capitalize()} ({len(items)})</h3><ul class='sources'>{rows}</ul>")
    return "".join(parts)
