"""Why a lesion takes something, takes part of it, or spares it: one sentence each, made from the triples and the tree."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from anatomy import naming
from anatomy.claims import Claim, Triple, in_order
from anatomy.model import LEVELS, Level, Share
from anatomy.sites import Candidate
from anatomy.structures import Nerve
from anatomy.supply import Supply

FEW = 4
"""So many names are told one by one; of more, this many less one, and how many there are besides."""


@dataclass(frozen=True)
class Because:
    """Words the reasons for one lesion: its site, the nerve it is on if any, and how much of each triple it takes."""

    supply: Supply
    site: Candidate
    nerve: Nerve | None
    taken: Mapping[str, float]
    cut: bool  # at a height of the nerve, rather than the nerve as a whole

    def lost(self, target: str) -> str:
        """Why a target is lost whole."""
        triples = self.supply.by_target[target]
        gone, left = self.split(triples)
        if self.nerve is None:
            return f"Lost: it is supplied by {listed(_roots(_firm(gone)))} alone{self._some_add(left)}."
        own = [t for t in gone if t.nerve in self._sheath]
        how = f"the {self.name} supplies it itself" if len(own) == len(gone) else f"{self._by(gone)} comes from the {self.name}"
        return f"Lost: {how}{' below this place' * self.cut}{self._some_bring(left)}."

    def weaker(self, target: str) -> str:
        """Why a target is taken only in part."""
        triples = self.supply.by_target[target]
        if self.nerve is None:
            return f"Only weaker: {self.shared(self.supply.joined(triples))}."
        gone, left = self.split(triples)
        other = [t for t in left if t.nerve not in {g.nerve for g in gone}]
        if other:
            return f"Only weaker: what comes by the {self._nerves(gone)} goes, what comes by the {self._nerves(other)} stays."
        return f"Only weaker: {_do(_roots(gone), 'runs', 'run')} through here, {_do(_roots(left), 'comes', 'come')} another way."

    def spared(self, target: str, chief: Sequence[Level]) -> str:
        """Why a target is spared that shares a nerve or a chief root with what is lost."""
        triples = self.supply.by_target[target]
        firm = _firm(triples)
        if self.nerve is None:
            return f"Spared: supplied by the {self._nerves(firm)}, from {spread(t.root for t in firm)}."
        above = [t for t in firm if any(self.nerve.id in way for way in self.supply.routes(t))]
        if above and self.cut:
            unnamed = all(t.nerve in self._sheath for t in above)
            return f"Spared: {'its branch' if unnamed else self._by(above)} leaves the {self.name} above this place."
        common = [t for t in firm if t.root in chief] or firm
        return f"Spared: {_do(_roots(common), 'reaches', 'reach')} it by the {self._nerves(common)}, not by the {self.name}."

    def shared(self, claims: Iterable[Claim]) -> str:
        """What a lesion of roots takes of something and what the other roots keep, by their shares."""
        kept, own = tuple(claims), self.of_roots
        gone = {share: [c.root for c in kept if c.share is share and c.root in own] for share in Share}
        left = {share: [c.root for c in kept if c.share is share and c.root not in own] for share in Share}
        partly = [c.root for c in kept if 0 < own.get(c.root, 0.0) < 1]
        half = f"{_do(partly, 'is', 'are')} taken only in part" if partly else ""
        if half and not left[Share.MAIN] and not left[Share.CONTRIBUTES]:
            return f"of its roots {listed([c.root for c in kept if c.root in own])}, {half}"
        return "; ".join(filter(None, (_shared(gone, left), half)))

    @property
    def name(self) -> str:
        """The nerve's name inside a sentence; the site's where there is no one nerve."""
        return inside(self.nerve.name if self.nerve else self.site.name)

    @cached_property
    def of_roots(self) -> Mapping[Level, float]:
        """How much of each root a lesion takes."""
        return {t.root: self.taken[t.id] for t in self.supply.triples if t.id in self.taken}

    @cached_property
    def _sheath(self) -> frozenset[str]:
        """The nerve with its divisions."""
        if self.nerve is None:
            return frozenset()
        divided = (n.id for n in self.supply.atlas.all(Nerve) if n.kind == "division" and self.nerve.id in n.parents)
        return frozenset((self.nerve.id, *divided))

    def split(self, triples: Iterable[Triple]) -> tuple[list[Triple], list[Triple]]:
        """What a lesion takes of some triples, and what it leaves."""
        kept = list(triples)
        return [t for t in kept if t.id in self.taken], [t for t in kept if t.id not in self.taken]

    def _nerves(self, triples: Iterable[Triple]) -> str:
        ids = dict.fromkeys(t.nerve for t in triples)
        return listed([inside(name) for name in self.supply.atlas.named(ids)])

    def _by(self, triples: Iterable[Triple]) -> str:
        return f"its supply, by the {self._nerves(triples)},"

    def _some_add(self, left: Sequence[Triple]) -> str:
        return f", though some sources add {listed(_roots(left))}" if left else ""

    def _some_bring(self, left: Sequence[Triple]) -> str:
        return f", though some sources bring {listed(_roots(left))} by the {self._nerves(left)}" if left else ""


def _shared(gone: Mapping[Share, list[Level]], left: Mapping[Share, list[Level]]) -> str:
    main, helps, some = Share.MAIN, Share.CONTRIBUTES, Share.REPORTED
    if gone[main] and left[main]:
        return f"{_do(gone[main], 'gives', 'give')} a main share, and so {'does' if len(left[main]) == 1 else 'do'} {listed(left[main])}"
    if gone[main]:
        return f"{_do(gone[main], 'gives', 'give')} the main share, {_do(left[helps], 'helps', 'help')}"
    if gone[helps] and left[main]:
        return f"{_do(gone[helps], 'only helps', 'only help')}, the main share comes from {listed(left[main])}"
    if gone[helps]:
        return f"{_do(gone[helps], 'shares', 'share')} it with {listed(left[helps])}"
    return f"only some sources give it {listed(gone[some])}, it comes from {listed(left[main] or left[helps] or left[some])}"


def listed(names: Sequence[str]) -> str:
    """Names in a row: one, two and three; of many the first few, and how many more."""
    if len(names) > FEW:
        return f"{', '.join(names[: FEW - 1])} and {len(names) - FEW + 1} more"
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


def spread(roots: Iterable[Level]) -> str:
    """Roots in the order of the spine, three or more neighbours as a stretch."""
    kept = in_order(roots)
    first, last = LEVELS.index(kept[0]), LEVELS.index(kept[-1])
    return f"{kept[0]} to {kept[-1]}" if len(kept) > 2 and last - first == len(kept) - 1 else listed(kept)


def inside(name: str) -> str:
    """A name as it stands inside a sentence, where a comma of its own would part it."""
    return naming.inside(name.replace(", ", " "))


def _firm(triples: Iterable[Triple]) -> list[Triple]:
    """The triples that more than some report; all where there are none such."""
    kept = list(triples)
    return [t for t in kept if t.share is not Share.REPORTED] or kept


def _roots(triples: Iterable[Triple]) -> list[Level]:
    return list(in_order(t.root for t in triples))


def _do(names: Sequence[str], one: str, many: str) -> str:
    """Names with a verb that agrees with how many they are."""
    return f"{listed(names)} {one if len(names) == 1 else many}"
