"""What a lesion at a site loses and what it spares: cutting a nerve is another question than irritating a root."""

from dataclasses import dataclass

from anatomy.claims import Triple
from anatomy.model import NerveKind
from anatomy.structures import Nerve
from anatomy.supply import Supply


@dataclass(frozen=True)
class Loss:
    """Triples a lesion cuts, and those of the same targets that reach them another way."""

    lost: tuple[Triple, ...]
    spared: tuple[Triple, ...]


def cut(supply: Supply, nerve: Nerve, height: float | None = None) -> Loss:
    """What is lost when a nerve is cut at a height (share of body height above the sole), its whole length if None.

    All that runs in the nerve below the cut is lost: branches that leave above it are spared.
    """
    lost = tuple(t for t in supply.triples if all(_below(supply, way, nerve, height) for way in supply.routes(t)))
    touched = {t.target for t in lost}
    spared = tuple(t for t in supply.triples if t.target in touched and t not in lost)
    return Loss(lost, spared)


def _below(supply: Supply, way: tuple[str, ...], nerve: Nerve, height: float | None) -> bool:
    """Whether a route runs through the nerve at that height: its next branch leaves no higher than the cut.

    A division is no branch: it runs within its nerve's own sheath.
    """
    if nerve.id not in way:
        return False
    after = [n for n in (supply.atlas.get(step, Nerve) for step in way[way.index(nerve.id) + 1 :]) if n.kind is not NerveKind.DIVISION]
    return height is None or not after or after[0].height <= height
