"""What a lesion takes and spares, one lesion against another, and whole cases."""

from collections.abc import Iterator

from anatomy import argument, cases
from anatomy.findings import Kind
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
def apart(known: Known) -> Iterator[Draft]:
    """What a source says sets two lesions apart, among findings that neither shows or that point the other way."""
    ready = known.localiser
    for said in known.atlas.records(Separating):
        finding = ready.wording.understand(Kind(said.kind), said.target)
        here = ready.place[said.points_to]
        there = ready.place[said.b if said.points_to == said.a else said.a]
        row = ready.row(finding.kind, finding.target)
        if said.disputed or finding.kind in (Kind.PAIN, Kind.SIGN) or row[here] <= 2 * row[there]:
            continue
        tests = [t for k, t in ready.tests if k is finding.kind and t != finding.target and ready.row(k, t)[here] < QUIET]
        ranked = sorted(drawn(said.id, tests), key=lambda t: -float(ready.row(finding.kind, t)[there]))
        if len(ranked) >= WRONG:
            a, b = inside(ready.sites[here].short), inside(ready.sites[there].short)
            head = argument.HEADS[finding.kind, True].lower()
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
                        said.text if t == finding.target else f"A lesion of {a} does not take it.",
                    )
                    for t in (finding.target, *ranked[:WRONG])
                ),
                (finding.target,),
                said.text,
                finding.target if finding.target in known.atlas.structures else "L5",
                [f"apart.{said.id}"],
                (finding.target,) if finding.target in known.atlas.structures else (),
            )


@kind("case", "Where is the lesion?")
def case(known: Known) -> Iterator[Draft]:
    """Each teaching case, with the sites that the reasoning puts nearest to its answer as wrong choices."""
    ready = known.localiser
    for one in known.atlas.records(Case):
        found = cases.findings(ready, one)
        fair = {ready.place[i] for i in (one.answer, *one.accept)}
        answer = ready.sites[ready.place[one.answer]]
        wrong = [r.site for r in ready.rank(found, most=12) if ready.place[r.site.id] not in fair and not _nested(r.site, answer)][:WRONG]
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
                *(Choice(s.id, s.short, _against(known, one, s)) for s in wrong),
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


def _against(known: Known, one: Case, wrong: Candidate) -> str:
    """The finding that speaks most against a wrong site."""
    found = cases.findings(known.localiser, one)
    telling = argument.against(known.localiser, wrong.id, one.answer, found, most=1)
    return f"Against it: {argument.told(known.localiser, telling[0])}." if telling else "The findings fit the other site better."
