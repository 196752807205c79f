"""Findings in, sites out: which lesion explains a set of findings, why, why not, and what to test next.

Each finding weighs by how likely a lesion at each site is to show it (`findings.shown`); a finding that is normal weighs
by how likely it was to be abnormal. Findings of one lesion hang together, so their sum is tempered. A site that takes
much that nobody mentions stands back a little. Deterministic; the order of findings does not matter.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anatomy.findings import Finding, Kind, Rates, distinct, shown, understand
from anatomy.naming import Names, UnknownName
from anatomy.sites import Candidate, Sites
from anatomy.structures import Action, Muscle, Reflex, Region, Structure
from anatomy.supply import Supply
from anatomy.told import Frequency, Sign

Vector = NDArray[np.float64]

MOST = 500
"""Findings of one request; a longer list is refused."""


@dataclass(frozen=True)
class Method:
    """What the reasoning takes into account, so that each ingredient can be measured by leaving it out."""

    rates: Rates = field(default_factory=Rates)
    temper: float = 0.8  # findings of one lesion hang together
    economy: float = 0.4  # how far a site stands back that takes much nobody mentions
    normals: bool = True
    priors: bool = True


@dataclass(frozen=True)
class Ranked:
    """A site with its probability, and the findings for it, against it, and left unexplained."""

    site: Candidate
    probability: float
    speaks_for: tuple[Finding, ...]
    against: tuple[Finding, ...]
    unexplained: tuple[Finding, ...]


class Localiser:
    """Reasons over every site of an atlas. Computed once, then only read."""

    def __init__(self, supply: Supply, method: Method | None = None) -> None:
        """Bind the triples and the method."""
        self.supply, self.method = supply, method or Method()
        self.signs: Mapping[str, Sign] = {s.id: s for s in supply.atlas.records(Sign)}

    @cached_property
    def sites(self) -> tuple[Candidate, ...]:
        """Every candidate, in a fixed order."""
        return tuple(Sites(self.supply).all.values())

    @cached_property
    def sign_names(self) -> Names:
        """The signs by any of their names."""
        return Names(Structure(id=s.id, name=s.name, synonyms=s.synonyms) for s in self.signs.values())

    @cached_property
    def tests(self) -> tuple[tuple[Kind, str], ...]:
        """Everything that can be examined: movements, muscles, reflexes, skin, signs."""
        atlas = self.supply.atlas
        return (
            *((Kind.WEAK_ACTION, a.id) for a in atlas.all(Action) if not a.everyday),
            *((Kind.REFLEX_REDUCED, r.id) for r in atlas.all(Reflex)),
            *((Kind.SENSORY_LOSS, r.id) for r in atlas.all(Region)),
            *((Kind.SIGN, s) for s in self.signs),
            *((Kind.WEAK_MUSCLE, m.id) for m in atlas.all(Muscle)),
        )

    @cached_property
    def _rows(self) -> dict[tuple[Kind, str], Vector]:
        return {}

    def row(self, kind: Kind, target: str) -> Vector:
        """How likely each site is to show an abnormal finding, in the order of `sites`."""
        key = (kind, target)
        if key not in self._rows:
            atlas, rates = self.supply.atlas, self.method.rates
            self._rows[key] = np.array([shown(rates, atlas, self.signs, key, site) for site in self.sites])
        return self._rows[key]

    @cached_property
    def prior(self) -> Vector:
        """The logarithm of how often each site is met, from published frequencies; all alike where the method says so."""
        rates = {f.site: f.weight for f in self.supply.atlas.records(Frequency)}
        often = np.array([rates.get(site.id, rates.get(site.id.partition("-nerve-")[0] + "-nerve", _rare(site))) for site in self.sites])
        return np.log(often) if self.method.priors else np.zeros(len(self.sites))

    def posterior(self, findings: Sequence[Finding]) -> Vector:
        """The probability of each site, in the order of `sites`; they sum to one. Without findings the prior stands."""
        kept = [f for f in findings if f.present or self.method.normals]
        score = self.prior - self.method.economy * np.log(1.0 + np.array([s.size for s in self.sites])) * any(f.present for f in kept)
        for kind in Kind:
            group = [f for f in kept if f.kind is kind]
            if group:
                logs = sum((np.log(self._weight(f)) for f in group), np.zeros(len(self.sites)))
                score = score + self.method.temper * logs * _hang(kind, len(group))
        exps = np.exp(score - score.max())
        found: Vector = exps / exps.sum()
        return found

    def _weight(self, finding: Finding) -> Vector:
        row = self.row(finding.kind, finding.target)
        return row if finding.present else 1.0 - row

    def rank(self, findings: Sequence[Finding], most: int = 10) -> list[Ranked]:
        """The likeliest sites, best first, each with its argument."""
        chances = self.posterior(findings)
        order = sorted(range(len(self.sites)), key=lambda i: (-chances[i], i))[:most]
        return [self._argued(i, float(chances[i]), findings, chances) for i in order]

    def _argued(self, i: int, chance: float, findings: Sequence[Finding], chances: Vector) -> Ranked:
        groups: dict[str, list[Finding]] = {"for": [], "against": [], "open": []}
        for f in findings:
            own, mean = float(self._weight(f)[i]), float(self._weight(f) @ self.even)
            if f.present and self.row(f.kind, f.target)[i] <= 2 * self.method.rates.chance + 0.02:
                groups["open"].append(f)
            groups["for" if own >= mean else "against"].append(f)
        return Ranked(self.sites[i], chance, tuple(groups["for"]), tuple(groups["against"]), tuple(groups["open"]))

    @cached_property
    def even(self) -> Vector:
        """Every site alike: what a finding's weight is compared with."""
        return np.full(len(self.sites), 1.0 / len(self.sites))

    def next_tests(self, findings: Sequence[Finding], most: int = 5) -> list[tuple[tuple[Kind, str], float, list[Candidate]]]:
        """The tests not yet done that are expected to tell most, in bits, with the likely sites that each sets apart."""
        chances = self.posterior(findings)
        done = {(f.kind, f.target) for f in findings}
        open_ = [t for t in self.tests if t not in done]
        rows = np.array([self.row(*t) for t in open_])
        gain = _entropy(rows @ chances) - _entropy(rows) @ chances
        best = sorted(range(len(open_)), key=lambda i: (-gain[i], i))[:most]
        top = sorted(range(len(self.sites)), key=lambda i: (-chances[i], i))[:6]
        return [(open_[i], float(gain[i]), [self.sites[j] for j in top if rows[i][j] > 0.5]) for i in best]

    def separate(self, a: str, b: str, most: int = 8) -> list[tuple[tuple[Kind, str], float, float]]:
        """The tests that set two sites apart best: the test, and how likely each of the two is to show it."""
        ids = [s.id for s in self.sites]
        i, j = ids.index(a), ids.index(b)
        rows = [(t, float(self.row(*t)[i]), float(self.row(*t)[j])) for t in self.tests]
        return sorted(rows, key=lambda r: -_apart(r[1], r[2]))[:most]

    def read(self, rows: Iterable[Any]) -> tuple[list[Finding], list[dict[str, Any]]]:
        """The findings of a request understood, and what was not, with the reason and the nearest names."""
        found: list[Finding] = []
        unused: list[dict[str, Any]] = []
        for row in rows:
            try:
                kind = Kind(row["kind"])
                found += understand(self.supply.atlas, self.sign_names, self.signs, kind, _text(row["target"]))
            except UnknownName as error:
                unused.append({"finding": row, "reason": f"nothing of this kind is called {error.name!r}", "nearest": error.nearest})
            except (ValueError, KeyError, TypeError):
                unused.append({"finding": row, "reason": f"a finding has a kind ({', '.join(Kind)}) and a target", "nearest": []})
        kept, clash = distinct(found)
        unused += [{"finding": f.words, "reason": "said both found and normal", "nearest": []} for f in clash]
        return kept, unused

    def answer(self, request: Any) -> dict[str, Any]:
        """The contract's answer to one request.

        Raises:
            ValueError: when the request holds no list of findings, or more than `MOST`.
        """
        rows = request.get("findings") if isinstance(request, dict) else None
        if not isinstance(rows, list):
            raise ValueError('a request is one JSON object with a list "findings"')
        if len(rows) > MOST:
            raise ValueError(f"a request has at most {MOST} findings")
        findings, unused = self.read(rows)
        return {
            "lesions": [self._told(r) for r in self.rank(findings)],
            "next_tests": [
                {"finding": Finding(*test, present=True).words, "separates": [s.name for s in sites], "bits": round(bits, 3)}
                for test, bits, sites in self.next_tests(findings)
            ],
            "unused": unused,
        }

    def _told(self, one: Ranked) -> dict[str, Any]:
        return {
            "name": one.site.name,
            "type": one.site.type,
            "site": one.site.site,
            "id": one.site.id,
            "probability": round(one.probability, 4),
            "for": [f.words for f in one.speaks_for],
            "against": [f.words for f in one.against],
            "unexplained": [f.words for f in one.unexplained],
        }


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a target is a text")
    return value


def _rare(site: Candidate) -> float:
    """How often a site is met of which no frequency is published, against a root of the low back (30)."""
    if len(site.roots) > 1 and not site.both:
        return 2.0
    return {"root": 2.0, "plexus": 1.0, "nerve": 0.6}[site.type]


def _hang(kind: Kind, count: int) -> float:
    """Many findings of one kind repeat one another: the more there are, the less each one weighs."""
    return float(count**-0.35) if kind in (Kind.SENSORY_LOSS, Kind.PAIN) else float(count**-0.15)


def _entropy(p: Vector) -> Vector:
    kept = np.clip(p, 1e-12, 1 - 1e-12)
    bits: Vector = -(kept * np.log2(kept) + (1 - kept) * np.log2(1 - kept))
    return bits


def _apart(p: float, q: float) -> float:
    """How far two rates part: the mean of both ways of surprise, in bits."""
    both = (p * np.log2(p / q) + (1 - p) * np.log2((1 - p) / (1 - q)), q * np.log2(q / p) + (1 - q) * np.log2((1 - q) / (1 - p)))
    return float(sum(both) / 2)
