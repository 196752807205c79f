"""What the checked atlas holds, counted: the lines that `python -m anatomy check` prints."""

from collections import Counter
from collections.abc import Iterator, Mapping

from anatomy import content, ledger
from anatomy.grade import Grade
from anatomy.ledger import Entry
from anatomy.model import SourceKind
from anatomy.structures import Muscle
from anatomy.supply import Supply


def lines(supply: Supply) -> Iterator[str]:
    """Records, sources by kind, triples by share, claims by kind and grade, independence, opinion."""
    atlas = supply.atlas
    per_kind = Counter(found.kind for found in atlas.content.found)
    yield from (f"{kind.replace('_', ' '):15} {per_kind[kind]:5}" for kind in content.KINDS)
    yield "sources by kind: " + _counted(Counter(s.kind for s in atlas.sources.values()), SourceKind)
    yield f"{'triple':15} {len(supply.triples):5} ({_counted(Counter(t.share for t in supply.triples))})"
    yield f"said of a root that no known nerve brings there: {len(supply.unrouted)}"
    found = ledger.entries(supply)
    yield f"{'claim':15} {len(found):5} ({_counted(Counter(e.kind for e in found.values()))})"
    yield "claims by grade: " + _counted(Counter(ledger.graded(supply, e) for e in found.values()), Grade)
    both, every = independent(supply, found)
    yield f"muscle triples with two or more independent sources: {both} of {every} ({both / every:.0%})"
    alone = [e.id for e in found.values() if ledger.graded(supply, e) is Grade.E]
    yield f"claims resting on opinion alone: {', '.join(alone) or 'none'}"


def independent(supply: Supply, found: Mapping[str, Entry]) -> tuple[int, int]:
    """How many muscle triples two or more lineages hold (opinion left out), of how many."""
    own = [e for e in found.values() if e.kind == ledger.SUPPLY and isinstance(supply.atlas.structures[e.about or ""], Muscle)]
    return sum(ledger.standing(supply, e).lineages >= 2 for e in own), len(own)


def _counted(counter: Counter[str], order: type[Grade] | type[SourceKind] | None = None) -> str:
    keys = [k for k in order if counter[k]] if order else list(counter)
    return ", ".join(f"{key} {counter[key]}" for key in keys)
