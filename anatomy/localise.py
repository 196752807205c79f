"""Findings in, sites out: which lesion explains a set of findings, why, why not, and what to test next.

A lesion at a site takes some extent of its motor and of its sensory fibres, which nobody knows beforehand: every extent
is tried and weighed (`Rates.extents`). At each, a finding weighs by how likely it is (`rates.Shown`), a normal one by
how likely it was to be abnormal, and what an examination usually holds but nobody mentions by how likely it was to be
told. Deterministic; the order of findings does not matter.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from anatomy.examination import alike, ready
from anatomy.extents import extents
from anatomy.findings import Finding, Kind, Test
from anatomy.precedents import LATEST, Precedents, precedent
from anatomy.rates import Shown
from anatomy.reading import Reader
from anatomy.signs import AT, Signs
from anatomy.silence import Silence
from anatomy.sites import ALONE, WHOLE, Candidate, Sites
from anatomy.skin import Skin
from anatomy.structures import Action, Muscle, Reflex, Region
from anatomy.supply import Supply
from anatomy.told import Case, Frequency
from anatomy.weighing import Method, alike_said
from anatomy.wording import Wording

Array = NDArray[np.float64]


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
        self.every = Sites(supply)
        self.signs = Signs(self.every)
        self.skin = Skin(supply)
        self.wording = Wording(self.signs, self.skin)
        self.reader = Reader(self.wording)
        self.shown = Shown(self.signs, self.skin, self.method.rates)
        self.silence = Silence(supply.atlas, self.skin)
        self._reasoned: dict[Test, Array] = {}
        self._rows: dict[Test, Array] = {}
        self._without: str | None = None

    def without(self, case: str) -> "Localiser":
        """The same, but for one teaching case, by its id, that is no precedent: for judging that case."""
        other = copy(self)
        other._rows, other._without = {}, case
        return other

    @cached_property
    def sites(self) -> tuple[Candidate, ...]:
        """Every candidate, in a fixed order."""
        kept = tuple(self.every.all.values())
        if self.method.shares:
            return kept
        return tuple(replace(c, lost={t: ALONE for t, x in c.lost.items() if x > 0.1}, forms=()) for c in kept)

    @cached_property
    def place(self) -> Mapping[str, int]:
        """Where a candidate stands in `sites`, by the id of any of its sites."""
        return {id_: i for i, c in enumerate(self.sites) for id_ in (c.id, *c.alike)}

    @cached_property
    def tests(self) -> tuple[Test, ...]:
        """Everything that can be examined: movements, muscles, reflexes, skin, signs."""
        atlas = self.supply.atlas
        met = (f.site for f in atlas.records(Frequency) if self.sites[self.place[f.site]].type == "nerve")
        signs = (s for s in self.signs.all.values() if not s.at and not s.any)
        return (
            *((Kind.WEAK_ACTION, a.id) for a in atlas.all(Action) if not a.everyday),
            *((Kind.REFLEX_REDUCED, r.id) for r in atlas.all(Reflex)),
            *((Kind.SENSORY_LOSS, r.id) for r in atlas.all(Region)),
            *((Kind.SIGN, s.id) for s in signs),
            *((Kind.SIGN, f"tinel-sign{AT}{site}") for site in met if "tinel-sign" in self.signs.all),
            *((Kind.WEAK_MUSCLE, m.id) for m in atlas.all(Muscle)),
        )

    def grid(self, test: Test) -> Array:
        """How likely each site is to show an abnormal finding at each extent: sites x motor extents x sensory extents."""
        if test not in self._rows:
            if test not in self._reasoned:
                self._reasoned[test] = np.array([self.shown(test, site) for site in self.sites])
            rates = self._reasoned[test]
            usual = (rates * self._extent).sum(axis=(1, 2))
            self._rows[test] = self.precedents.mended(test, rates, usual, self._without) if self.method.precedents else rates
        return self._rows[test]

    @cached_property
    def precedents(self) -> Precedents:
        """The teaching cases that may speak for others: all but those of the latest draw."""
        kept = (c for c in self.supply.atlas.records(Case) if c.drawn != LATEST)
        return Precedents([precedent(c, self.share(c), self.wording, self.skin) for c in kept])

    def share(self, case: Case) -> Array:
        """How far a case stands for each site: wholly for its answer's, in equal parts where that leaves the place on a nerve open."""
        share, meant = np.zeros(len(self.sites)), sorted(self.meant(case.answer))
        share[meant] = 1 / len(meant)
        return share

    def meant(self, answer: str) -> frozenset[int]:
        """Where in `sites` an answer stands: its site, or where it names a nerve but no place any place on that nerve."""
        places = (i for i, nerve in self.every.nerve_of.items() if nerve == answer and i in self.place)
        return frozenset(self.place[i] for i in (answer, *places))

    def row(self, kind: Kind, target: str) -> Array:
        """How likely each site is to show an abnormal finding, in the order of `sites`, whatever its extent."""
        found: Array = (self.grid((kind, target)) * self._extent).sum(axis=(1, 2))
        return found

    @cached_property
    def _extent(self) -> Array:
        """How often each site takes each extent, or each of its forms: sites x motor x sensory, each site's sum is one."""
        return extents(self.sites, self.method)

    @cached_property
    def prior(self) -> Array:
        """The logarithm of how often each site is met, from published frequencies; all alike where the method says so."""
        rates = {f.site: f.weight for f in self.supply.atlas.records(Frequency)}
        often = np.array([max((rates[i] for i in (c.id, *c.alike) if i in rates), default=_rare(c)) for c in self.sites])
        return self.method.prior_power * np.log(often) if self.method.priors else np.zeros(len(self.sites))

    def _joint(self, findings: Sequence[Finding]) -> Array:
        """The logarithm of the joint weight of each site and extent: sites x motor x sensory."""
        kept = [f for f in findings if f.present or self.method.normals]
        score: Array = self.prior[:, None, None] + np.log(self._extent)
        count = Counter(map(alike_said, kept))
        for f in sorted(kept, key=lambda f: (f.kind, f.target, f.present)):  # one order, so that sums come out the same
            alike = self.method.alike if f.present else self.method.alike_normal
            each = count[said] ** -alike if (said := alike_said(f)) else 1.0
            score = score + self.method.weigh[f.kind] * each * np.log(self._weight(f))
        return score + self._untold(kept)

    def _untold(self, findings: Sequence[Finding]) -> Array:
        """What nobody mentions: the likelier a site shows it, the more its silence counts against it.

        Nothing told at all speaks a little for a small lesion, so that a finding which a site explains always lifts it
        against one that does not.
        """
        extents = len(self.method.rates.extents)
        score = np.zeros((len(self.sites), extents, extents))
        for tests, sure in self.silence.of(findings, self.method.silence, self.method.thorough):
            score += self.method.weigh[tests[0][0]] * np.log1p(-sure * np.max([self.grid(t) for t in tests], axis=0))
        return score

    def _weight(self, finding: Finding) -> Array:
        grid = self.grid((finding.kind, finding.target))
        return grid if finding.present else 1.0 - grid

    def posterior(self, findings: Sequence[Finding]) -> Array:
        """The probability of each site, in the order of `sites`; they sum to one. Nothing told counts too (`_untold`)."""
        found: Array = self._weights(findings).sum(axis=(1, 2))
        return found

    def _weights(self, findings: Sequence[Finding]) -> Array:
        score = self._joint(findings)
        exps = np.exp(score - score.max())
        found: Array = exps / exps.sum()
        return found

    def rank(self, findings: Sequence[Finding], most: int = 10) -> list[Ranked]:
        """The likeliest sites, best first, each with its argument."""
        chances = self.posterior(findings)
        order = sorted(range(len(self.sites)), key=lambda i: (-chances[i], i))[:most]
        return [self._argued(i, float(chances[i]), findings) for i in order]

    def _argued(self, i: int, chance: float, findings: Sequence[Finding]) -> Ranked:
        groups: dict[str, list[Finding]] = {"for": [], "against": [], "open": []}
        for f in findings:
            row = self.row(f.kind, f.target)
            own, mean = (row[i], row.mean()) if f.present else (1 - row[i], 1 - row.mean())
            if f.present and row[i] <= row.min() + 0.02 and not self.asked((f.kind, f.target)):
                groups["open"].append(f)
            groups["for" if own >= mean else "against"].append(f)
        return Ranked(self.sites[i], chance, tuple(groups["for"]), tuple(groups["against"]), tuple(groups["open"]))

    def asked(self, test: Test) -> bool:
        """Whether a thing is asked, not examined: how it began. No lesion has to explain it."""
        return test[0] is Kind.SIGN and self.signs.sign(test[1]).history

    def next_tests(self, findings: Sequence[Finding], most: int = 5) -> list[tuple[Test, float, list[Candidate]]]:
        """The tests not yet done that are expected to tell most, in bits, readily made ones first, with the likely sites of each.

        Of the patches of one face of the leg only the most telling is named.
        """
        weights = self._weights(findings)
        chances = weights.sum(axis=(1, 2))
        done = {(f.kind, f.target) for f in findings}
        open_ = [t for t in self.tests if t not in done]
        each = np.array([(self.grid(t) * weights).sum(axis=(1, 2)) / np.maximum(chances, 1e-300) for t in open_])
        gain = _entropy(each @ chances) - _entropy(each) @ chances
        order = sorted(range(len(open_)), key=lambda i: (-gain[i] * ready(open_[i]), i))
        firsts: dict[object, int] = {}
        for i in order:
            firsts.setdefault(alike(self.supply.atlas, open_[i]), i)
        best = list(firsts.values())[:most]
        top = sorted(range(len(self.sites)), key=lambda i: (-chances[i], i))[:6]
        return [(open_[i], float(gain[i]), [self.sites[j] for j in top if each[i][j] > 0.5 * each[i][top].max()]) for i in best]


def _rare(site: Candidate) -> float:
    """How often a site is met of which no frequency is published, against a root of the low back (30)."""
    if len(site.roots) > 1 and not site.both:
        return 0.15
    if site.type == "nerve":
        return 1.4 if site.site != WHOLE else 0.15  # a nerve of which nobody names a place where it is caught
    return {"root": 2.0, "plexus": 1.0}[site.type]


def _entropy(p: Array) -> Array:
    kept = np.clip(p, 1e-12, 1 - 1e-12)
    bits: Array = -(kept * np.log2(kept) + (1 - kept) * np.log2(1 - kept))
    return bits
