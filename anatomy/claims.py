"""From what sources say to supply triples (root, nerve, target) with a share. One published rule for all of them.

The rule, over independent lineages (sources that copy one another count once):
- `reported by some`: fewer than half of those with an opinion on the root name it, or it comes by a nerve that
  fewer than half of them name;
- `main`: at least half name it, and of those that mark a chief root at all, at least a third mark this one;
- `contributes`: the rest.
A whole list has an opinion on every root; an experiment only on those it tested; a chief level only on itself.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from anatomy.model import LEVELS, Level, RootSaying, Saying, Scope, Share, SupplySaying

Lineage = Callable[[str], str]
"""Source id to the lineage it belongs to."""


@dataclass(frozen=True)
class Claim:
    """That a root serves something, with who says so and who says otherwise."""

    root: Level
    share: Share
    sources: tuple[Saying, ...]
    against: tuple[Saying, ...] = ()


@dataclass(frozen=True)
class Triple:
    """A claim that a root serves a target by a nerve: the unit of knowledge.

    `follows` is true when the root was not printed for the target itself but follows from the nerve's own roots.
    """

    root: Level
    nerve: str
    target: str
    share: Share
    sources: tuple[Saying, ...]
    against: tuple[Saying, ...] = ()
    follows: bool = False

    @property
    def id(self) -> str:
        """A name for ever: target, nerve and root."""
        return f"{self.target}.{self.nerve}.{self.root}"


def in_order(roots: Iterable[Level]) -> tuple[Level, ...]:
    """The roots in the order of the spine, each once."""
    kept = set(roots)
    return tuple(level for level in LEVELS if level in kept)


def claims(says: Sequence[RootSaying], lineage: Lineage) -> tuple[Claim, ...]:
    """A claim for each root that any statement names, in the order of the spine; empty when there is no statement."""
    roots = in_order(r for s in says for r in s.roots)
    return tuple(_claim(root, says, lineage) for root in roots)


def _claim(root: Level, says: Sequence[RootSaying], lineage: Lineage) -> Claim:
    sources = tuple(s for s in says if root in s.roots)
    against = tuple(s for s in says if root not in s.roots and _speaks_of(root, s))
    return Claim(root, _share(root, says, sources, against, lineage), sources, against)


def _speaks_of(root: Level, saying: RootSaying) -> bool:
    if saying.scope is Scope.WHOLE:
        return True
    return saying.scope is Scope.TESTED and root in saying.tested


def _share(root: Level, says: Sequence[RootSaying], sources: Sequence[Saying], against: Sequence[Saying], lineage: Lineage) -> Share:
    named = {lineage(s.source) for s in sources}
    others = {lineage(s.source) for s in against} - named
    if len(named) < len(others):
        return Share.REPORTED
    marking = {lineage(s.source) for s in says if chief(s)}
    marked = {lineage(s.source) for s in says if root in chief(s)}
    return Share.MAIN if marked and 3 * len(marked) >= len(marking) else Share.CONTRIBUTES


def chief(saying: RootSaying) -> tuple[Level, ...]:
    """The roots a statement marks as the main ones; a list of one root marks it; empty when it marks none."""
    if saying.main:
        return saying.main
    single = saying.scope is Scope.MAIN or (saying.scope is Scope.WHOLE and len(saying.roots) == 1)
    return saying.roots if single else ()


def by_nerve(says: Sequence[SupplySaying], above: Callable[[str], frozenset[str]], lineage: Lineage) -> dict[str, list[SupplySaying]]:
    """The statements about a muscle by the nerve that ends on it, the nerve most lineages name first.

    A statement that names a nerve further up speaks for the branch below it that most others name; one that names
    none speaks for the first nerve. `above` gives the ancestors of a nerve. Empty when no statement names a nerve.
    """
    votes = Counter(nerve for nerve, _ in {(s.nerve, lineage(s.source)) for s in says if s.nerve})
    named = sorted(votes, key=lambda n: (-votes[n], n))
    ends = [n for n in named if not any(n in above(other) for other in named)]
    grouped: dict[str, list[SupplySaying]] = {n: [] for n in ends}
    for saying in says if ends else ():
        end = next((n for n in ends if saying.nerve in (n, None) or saying.nerve in above(n)), None)
        grouped[end or ends[0]].append(saying)
    return dict(sorted(grouped.items(), key=lambda item: -len({lineage(s.source) for s in item[1]})))


def rare(nerve: str, grouped: dict[str, list[SupplySaying]], lineage: Lineage) -> bool:
    """Whether fewer than half of the lineages that name a nerve of the muscle bring it by this one."""
    naming = {lineage(s.source) for group in grouped.values() for s in group if s.nerve}
    own = {lineage(s.source) for s in grouped[nerve] if s.nerve}
    return 2 * len(own) < len(naming)
