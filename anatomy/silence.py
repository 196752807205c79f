"""What an examination usually holds and nobody mentions: it was probably normal, the more so the more was examined."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from anatomy.atlas import Atlas
from anatomy.examination import usual
from anatomy.findings import Finding, Kind, Test
from anatomy.model import Role
from anatomy.skin import Skin
from anatomy.structures import Action

BESIDE = 1.42
"""How much more the silence about a patch of skin counts once others of that face of the leg are mentioned."""

SUREST = 0.95
"""How sure silence about a thing is taken to mean that it was normal, at most."""


class Silence:
    """Which usual tests some findings say nothing of, and how sure that they were normal."""

    def __init__(self, atlas: Atlas, skin: Skin) -> None:
        """Bind the movements and the skin; nothing is computed before it is asked for."""
        self.atlas, self.skin = atlas, skin

    def of(self, findings: Sequence[Finding], most: float, thorough: float) -> Iterator[tuple[list[Test], float]]:
        """The usual tests not mentioned, in groups of which any may have been made, each with how sure it is that it was normal.

        `most` is how sure where the whole leg was examined, `thorough` how many findings, and one, make that even odds.
        """
        told = self.told(findings)
        examined = 1 + sum(f.kind not in (Kind.SIGN, Kind.PAIN) for f in findings)
        much = most * examined / (examined + thorough)
        for group in self._usual:
            if open_ := [t for t in group if t not in told]:
                yield open_, min(SUREST, much * (1.0 if len(open_) == len(group) else BESIDE))

    def told(self, findings: Sequence[Finding]) -> set[Test]:
        """What findings speak of, and the movements of the muscles that they name."""
        return {(f.kind, t) for f in findings for t in self.covered(f)} | self._moved(findings)

    @cached_property
    def _usual(self) -> tuple[tuple[Test, ...], ...]:
        return usual(self.atlas)

    def covered(self, finding: Finding) -> tuple[str, ...]:
        """The patches of skin that a finding speaks of, who names one of the saddle the saddle; of anything else the target itself."""
        if finding.kind not in (Kind.SENSORY_LOSS, Kind.PAIN):
            return (finding.target,)
        patches, saddle = self.skin.patches(finding.target), self.skin.patches("saddle")
        return (*patches, *saddle) if set(patches) & set(saddle) else patches

    def _moved(self, findings: Sequence[Finding]) -> set[Test]:
        """The movements of muscles that were mentioned: nobody tests them twice."""
        named = {f.target for f in findings if f.kind is Kind.WEAK_MUSCLE}
        moved = (a for a in self.atlas.all(Action) if named.intersection(self.atlas.movers(a, Role.PRIME)))
        return {(Kind.WEAK_ACTION, a.id) for a in moved} if named else set()
