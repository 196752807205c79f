"""What a lesion takes and spares, one lesion against another, and whole cases."""

from collections.abc import Iterator
from itertools import islice
from math import log

import numpy as np

from anatomy import apart, argument, cases
from anatomy.findings import Finding, Kind
from anatomy.naming import inside
from anatomy.practice.kinds import kind
from anatomy.practice.known import WRONG, Draft, Known, drawn
from anatomy.practice.question import Choice, Form
from anatomy.sites import Candidate
from anatomy.structures import Muscle, Region
from anatomy.told import Case, Separating

TAKEN = 0.9
"""The share of a muscle that a lesion must take to be said to take it."""

NUMB = 0.6
"""The share of a patch of skin that a lesion must take to be said to numb it: neighbours overlap."""

QUIET = 0.06
"""The rate below which a site does not show a finding."""

WORSE = log(2)
"""How much worse a case's findings must fit a site for it to be a wrong choice, as a logarithm: half as well."""


def _sites(known: Known) -> Iterator[tuple[Candidate, list[str], list[str]]]:
    """Each lesion of a nerve with the muscles it takes, and those that nobody brings the nerve to at all."""
    for site in known.sites.all.values():
        nerve = known.sites.nerve_of.get(site.id)
        if site.type == "nerve" and nerve:
            muscles = [m.id for m in known.atlas.all(Muscle)]
            taken = [m for m in muscles if site.lost.get(m, 0.0) >= TAKEN]
            spared = [m for m in muscles if not site.lost.get(m) and (nerve not in known.nerves_said(m) or _above(known, site, m, nerve))]
            if taken:
                yield site, taken, spared


def _above(known: Known, site: Candidate, muscle: str, nerve: str) -> bool:
    """Whether a muscle is the nerve's own by every source, and its branch leaves above the site."""
    whole = known.sites.named.get(nerve)
    return bool(whole and whole.id != site.id and whole.lost.get(muscle, 0.0) >= TAKEN)


@kind("lesion-takes", "What a lesion takes")
def takes(known: Known) -> Iterator[Draft]:
    """For each lesion of a nerve a muscle that it takes, among muscles that it spares."""
    for site, taken, spared in _sites(known):
        for muscle in drawn(site.id, taken)[:2]:
            wrong = _near(known, site.id, muscle, spared)
            if len(wrong) == WRONG:
                yield _asked(known, site, muscle, wrong, taken=True)


@kind("lesion-spares", "What a lesion spares")
def spares(known: Known) -> Iterator[Draft]:
    """For each lesion of a nerve a muscle that it spares, among muscles that it takes."""
    for site, taken, spared in _sites(known):
        if len(taken) >= WRONG:
            for muscle in _near(known, site.id, taken[0], spared)[:2]:
                wrong = drawn(f"{site.id}:{muscle}", taken)[:WRONG]
                yield _asked(known, site, muscle, wrong, taken=False)


@kind("lesion-numbs", "The skin a lesion numbs")
def numbs(known: Known) -> Iterator[Draft]:
    """For each lesion of a nerve the patch of skin it takes most, among patches that nobody gives the nerve."""
    patches = [p.id for p in known.atlas.all(Region)]
    for site in known.sites.all.values():
        nerve = known.sites.nerve_of.get(site.id)
        taken = sorted((p for p in patches if site.lost.get(p, 0.0) >= NUMB), key=lambda p: -site.lost[p])
        free = [p for p in patches if nerve and not site.lost.get(p) and nerve not in known.nerves_said(p)]
        if site.type == "nerve" and nerve and taken and len(free) >= WRONG:
            patch, wrong = taken[0], _near(known, site.id, taken[0], free)
            names = known.atlas.structures
            yield Draft(
                "lesion-numbs",
                f"{site.id}:{patch}",
                f"{site.id}.lesion-numbs",
                Form.ONE,
                f"{site.short}, cut: which skin goes numb?",
                (
                    Choice(patch, names[patch].name, f"{names[patch].name}: the {known.name(nerve)} feels it, as most say."),
                    *(Choice(p, names[p].name, f"No source kept here gives it to the {known.name(nerve)}.") for p in wrong),
                ),
                (patch,),
                f"Lost where this nerve alone feels: {known.names(taken[:4])}.",
                nerve,
                [t.id for t in known.triples(patch) if site.lost.get(patch)],
                (nerve, patch),
            )


def _near(known: Known, seed: str, like: str, muscles: list[str]) -> list[str]:
    """Muscles like another: in the same part of the leg, with a root in common."""
    roots = known.roots_said(like)
    rank = {m: (known.zone(m) != known.zone(like), not roots & known.roots_said(m)) for m in muscles}
    return sorted(drawn(f"{seed}:{like}", muscles), key=lambda m: rank[m])[:WRONG]


def _asked(known: Known, site: Candidate, muscle: str, wrong: list[str], *, taken: bool) -> Draft:
    kind_, prompt = ("lesion-takes", "lost") if taken else ("lesion-spares", "spared")

    def why(m: str) -> str:
        nerve = known.nerve(m)
        by = f" by the {known.name(nerve)}" if nerve else ""
        name = known.atlas.structures[m].name
        return (
            f"{name} is taken: its supply{by} runs through the cut."
            if site.lost.get(m)
            else f"{name} is spared: it is served{by}, which does not run through the cut."
        )

    nerve = known.sites.nerve_of[site.id]
    return Draft(
        kind_,
        f"{site.id}:{muscle}",
        f"{site.id}.{kind_}",
        Form.ONE,
        f"{site.short}, cut: which of these muscles is {prompt}?",
        tuple(Choice(m, known.atlas.structures[m].name, why(m)) for m in (muscle, *wrong)),
        (muscle,),
        why(muscle),
        nerve,
        [t.id for t in known.triples(muscle)],
        (nerve, muscle),
    )


@kind("a-or-b", "One lesion against another")
def a_or_b(known: Known) -> Iterator[Draft]:
    """What a source says sets two lesions apart, among findings that neither shows or that point the other way."""
    ready = known.localiser
    for said in known.atlas.records(Separating):
        finding = ready.wording.understand(Kind(said.kind), said.target)
        here = ready.place[said.points_to]
        there = ready.place[said.b if said.points_to == said.a else said.a]
        row = ready.row(finding.kind, finding.target)
        if said.disputed or finding.kind in (Kind.PAIN, Kind.SIGN) or row[here] <= 2 * row[there]:
            continue
        wrong = _idle(known, said, finding, (here, there))
        if len(wrong) == WRONG:
            a, b = inside(ready.sites[here].short), inside(ready.sites[there].short)
            head = argument.HEADS[finding.kind, True].lower().removeprefix("reflex ")
            yield Draft(
                "a-or-b",
                said.id,
                f"apart.{said.id}",
                Form.ONE,
                f"{a[0].upper()}{a[1:]} or {b}: which of these, found {head}, speaks for the first?",
                tuple(
                    Choice(
                        t,
                        argument.name(ready, (finding.kind, t)),
                        said.text if t == finding.target else wrong[t],
                    )
                    for t in (finding.target, *wrong)
                ),
                (finding.target,),
                said.text,
                finding.target if finding.target in known.atlas.structures else "L5",
                [f"apart.{said.id}"],
                (finding.target,) if finding.target in known.atlas.structures else (),
            )


def _idle(known: Known, said: Separating, right: Finding, sites: tuple[int, int]) -> dict[str, str]:
    """Findings of the same kind that do not speak for the first site, with the reason: first those that the other site shows."""
    ready, (here, there) = known.localiser, sites
    told = {ready.wording.understand(Kind(s.kind), s.target).target for s in apart.published(ready, said.a, said.b)}
    rates = {
        t: tuple(map(float, ready.row(k, t)[[here, there]])) for k, t in ready.tests if k is right.kind and t not in {right.target, *told}
    }
    a, b = inside(ready.sites[here].short), inside(ready.sites[there].short)

    def reason(p: float, q: float) -> str:
        if q < QUIET:
            return f"A lesion of {a} does not take it."
        return "Either takes it alike: it sets nothing apart." if apart.surprise(p, q) < apart.LEAST else f"It is likelier with {b}."

    free = [t for t, (p, q) in rates.items() if p <= q or apart.surprise(p, q) < apart.LEAST]
    return {t: reason(*rates[t]) for t in sorted(drawn(said.id, free), key=lambda t: -rates[t][1])[:WRONG]}


@kind("case", "Where is the lesion?")
def case(known: Known) -> Iterator[Draft]:
    """Each teaching case, with the likeliest of the sites that its findings speak against as wrong choices."""
    ready = known.localiser
    for one in known.atlas.records(Case):
        found = cases.findings(ready, one)
        answer = ready.sites[ready.place[one.answer]]
        wrong = _worse(known, one, found)
        if len(wrong) < WRONG:
            continue
        told = "; ".join(f"{head.lower()}: {', '.join(names)}" for head, names in argument.grouped(ready, found).items())
        nerve = known.sites.nerve_of.get(answer.id)
        structures = (nerve,) if nerve else tuple(answer.roots)
        yield Draft(
            "case",
            one.id,
            f"case.{one.id}",
            Form.ONE,
            f"{one.story} Found: {told}. Where is the lesion?",
            (
                Choice(answer.id, answer.short, " ".join(one.points) or "The case's answer."),
                *(Choice(s.id, s.short, f"Against it: {argument.told(ready, telling)}.") for s, telling in wrong),
            ),
            (answer.id,),
            " ".join((f"{answer.short}.", *one.points)),
            (*structures, "lumbar-plexus")[0],
            [f"case.{one.id}"],
            structures,
        )


def _nested(one: Candidate, answer: Candidate) -> bool:
    """Whether a site holds the answer's roots and more, or the other way round: such an answer would not be wrong."""
    return bool(set(one.roots) & set(answer.roots))


def _worse(known: Known, one: Case, found: list[Finding]) -> list[tuple[Candidate, Finding]]:
    """The likeliest sites that the findings fit at most half as well as the answer, each with what speaks most against it.

    How common a site is does not count: it would not make a choice wrong.
    """
    ready = known.localiser
    fair, answer = cases.fair(ready, one), ready.place[one.answer]
    chances = ready.posterior(found)
    fit = np.log(np.maximum(chances, 1e-300)) - ready.prior
    order = [i for i in np.argsort(-chances, kind="stable") if fit[i] <= fit[answer] - WORSE and i not in fair]
    sites = (ready.sites[i] for i in order if not _nested(ready.sites[i], ready.sites[answer]))
    told = ((site, argument.against(ready, site.id, one.answer, found, most=1)) for site in sites)
    return list(islice(((site, telling[0]) for site, telling in told if telling), WRONG))
