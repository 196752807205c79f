"""The skin as an examination names it: a patch, a wider stretch, a nerve's whole skin, or a root's dermatome."""

import re
from collections.abc import Callable
from functools import cache, partial

from anatomy.model import Share
from anatomy.naming import Names, UnknownName
from anatomy.structures import Nerve, Region, Structure
from anatomy.supply import Supply
from anatomy.told import SkinArea


class Skin:
    """What an examination may name of the skin: a patch, a wider stretch, a nerve's whole skin, or a root's dermatome."""

    def __init__(self, supply: Supply) -> None:
        """Bind the triples."""
        self.supply, self.atlas = supply, supply.atlas
        self.areas = {a.id: a for a in self.atlas.records(SkinArea)}
        self._names = Names(Structure(id=a.id, name=a.name, synonyms=a.synonyms) for a in self.areas.values())

    def find(self, wanted: str) -> str:
        """The id of the patch, stretch or nerve that goes by a name.

        Raises:
            UnknownName: with the nearest names.
        """
        if found := _DERMATOME.match(wanted.strip()):
            return f"{found[1].upper()}-dermatome"
        patches: Callable[[], list[str]] = list
        try:
            structure = self.atlas.find(wanted)
            if isinstance(structure, Region) or (isinstance(structure, Nerve) and self.patches(structure.id)):
                return structure.id
        except UnknownName as error:
            patches = partial(self._patches_of, error)
        try:
            return self._names.find(wanted)
        except UnknownName as error:
            stretches = error
        raise UnknownName(wanted, lambda: [*stretches.nearest, *patches()][:5])

    def _patches_of(self, error: UnknownName) -> list[str]:
        return [name for name in error.nearest if isinstance(self.atlas.find(name), Region)]

    @cache  # noqa: B019  # lives as long as its atlas
    def patches(self, target: str) -> tuple[str, ...]:
        """The patches of skin that a target covers; a nerve's are those it is said to serve."""
        if target in self.areas:
            return self.areas[target].regions
        if target.endswith("-dermatome"):
            own = {t.target for t in self.supply.by_root.get(target[:2], ()) if t.share is not Share.REPORTED}
            return tuple(r.id for r in self.atlas.all(Region) if r.id in own)
        if isinstance(self.atlas.structures.get(target), Nerve):
            return tuple(r.id for r in self.atlas.all(Region) if any(s.nerve == target for s in r.nerves))
        return (target,)

    def name(self, target: str) -> str:
        """What a target is called."""
        if target.endswith("-dermatome"):
            return target.replace("-", " ")
        return self.areas[target].name if target in self.areas else self.atlas.structures[target].name


_DERMATOME = re.compile(r"^(l[1-5]|s[1-4])[\s-]+(dermatome|dermatomal|root|distribution|territory)\b.*$", re.IGNORECASE)
"""A root's skin, by its name."""


def face(patch: Region) -> tuple[str, bool]:
    """The part of the leg that a patch belongs to; the sole apart from the rest of the foot."""
    return patch.zone, any(word in patch.id for word in ("sole", "plantar", "ball"))
