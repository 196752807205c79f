"""How much of a muscle or patch of skin each root, or nerve, stands for: as far as the independent sources that speak of it agree."""

from collections.abc import Mapping
from functools import cached_property

from anatomy.claims import in_order
from anatomy.matrix import Cell, matrix
from anatomy.model import Level, MapFamily, MapSaying
from anatomy.structures import Region
from anatomy.supply import Supply

Weights = Mapping[Level, float]
"""For each root a weight above 0; only their proportion means something."""

MARKED = 2.0
"""How much more a root counts that every source marks as the main one, against one that none marks."""

SHARP = 1.65
"""How far roots that few sources name fall behind those that most name."""


SHARED = 2.1
"""How far nerves that few sources name for a patch fall behind the one that most name: parts of a patch have nerves of their own."""


class Agreed:
    """The weights of an atlas, worked out once."""

    def __init__(self, supply: Supply) -> None:
        """Bind the statements; nothing is computed before it is asked for."""
        self.supply = supply

    def roots(self, target: str) -> Weights:
        """The weights of the roots of a muscle or a patch of skin; empty of anything else."""
        return self._all.get(target, {})

    def nerves(self, region: Region) -> Mapping[str, float]:
        """How likely a lesion of each nerve alone is to be felt in a patch of skin, against the nerve that most sources name, 0 to 1."""
        naming: dict[str, set[str]] = {}
        for said in region.nerves:
            naming.setdefault(said.nerve, set()).add(self.supply.lineage(said.source))
        most = max(map(len, naming.values()), default=0)
        return {nerve: ((len(named) + 0.5) / (most + 0.5)) ** SHARED for nerve, named in naming.items()}

    @cached_property
    def _all(self) -> Mapping[str, Weights]:
        found: dict[str, dict[Level, float]] = {}
        for (muscle, root), cell in matrix(self.supply).items():
            found.setdefault(muscle, {})[root] = _of_cell(cell)
        return found | {region.id: self._of_maps(region) for region in self.supply.atlas.all(Region)}

    def _of_maps(self, region: Region) -> dict[Level, float]:
        """The mean over families of map, for maps of a family copy one another: the share of each that names the root."""
        families: dict[MapFamily, list[MapSaying]] = {}
        for drawn in region.maps:
            if drawn.roots and not drawn.whole:
                families.setdefault(drawn.map, []).append(drawn)
        roots = in_order(root for maps in families.values() for drawn in maps for root in drawn.roots)
        return {root: (sum(self._share(root, maps) for maps in families.values()) / len(families)) ** SHARP for root in roots}

    def _share(self, root: Level, maps: list[MapSaying]) -> float:
        every = {self.supply.lineage(drawn.source) for drawn in maps}
        return len({self.supply.lineage(drawn.source) for drawn in maps if root in drawn.roots}) / len(every)


def _of_cell(cell: Cell) -> float:
    """Laplace's rule keeps a root that one source names from standing as firm as one that ten name."""
    share = (cell.named + 0.5) / (cell.named + cell.denied + 1)
    return float(share**SHARP * (1 + MARKED * cell.marked / (cell.named + 2)))
