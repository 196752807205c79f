"""Muscle by root: how many independent sources name the root, mark it as main, or leave it out."""

from collections.abc import Container, Iterable
from dataclasses import dataclass

from anatomy.claims import chief
from anatomy.model import LEVELS, Level, Scope, SourceKind, SupplySaying
from anatomy.structures import Muscle
from anatomy.supply import Supply


@dataclass(frozen=True)
class Cell:
    """What the sources of some kinds say of one root in one muscle; each list holds statements."""

    muscle: Muscle
    root: Level
    names: tuple[SupplySaying, ...]
    marks: tuple[SupplySaying, ...]
    denies: tuple[SupplySaying, ...]
    named: int  # lineages
    marked: int
    denied: int

    @property
    def share(self) -> float:
        """The share of the lineages that speak of the root which name it, 0 to 1; 0 when none speaks."""
        return self.named / (self.named + self.denied) if self.named else 0.0


Cells = dict[tuple[str, Level], Cell]
"""Muscle id and root to cell."""


def matrix(
    supply: Supply, kinds: Container[SourceKind] | None = None, areas: Container[str] | None = None
) -> dict[tuple[str, Level], Cell]:
    """A cell for each muscle and each root that any statement kept names, muscles in the order of the content.

    `kinds` and `areas` keep only statements of those kinds of source and muscles of those parts of the leg.
    """
    found: dict[tuple[str, Level], Cell] = {}
    for muscle in supply.atlas.all(Muscle):
        if areas is None or muscle.zone in areas:
            says = [s for s in muscle.says if kinds is None or supply.atlas.sources[s.source].kind in kinds]
            found |= {(muscle.id, root): _cell(supply, muscle, root, says) for root in LEVELS if any(root in s.roots for s in says)}
    return found


def _cell(supply: Supply, muscle: Muscle, root: Level, says: Iterable[SupplySaying]) -> Cell:
    kept = list(says)
    names = tuple(s for s in kept if root in s.roots)
    marks = tuple(s for s in names if root in chief(s))
    denies = tuple(s for s in kept if root not in s.roots and (s.scope is Scope.WHOLE or root in s.tested))
    for_it, main = _lineages(supply, names), _lineages(supply, marks)
    return Cell(muscle, root, names, marks, denies, len(for_it), len(main), len(_lineages(supply, denies) - for_it))


def _lineages(supply: Supply, says: Iterable[SupplySaying]) -> set[str]:
    return {supply.lineage(s.source) for s in says}
