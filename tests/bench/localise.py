"""How well the localiser reads the teaching cases: `python -m tests.bench.localise [evaluation | fresh]`.

Development and evaluation are told by the case's id alone; the evaluation half was run once before rates were set over
all cases of the first draw, so its figures are no longer those of cases never seen. Ten later draws were each collected
after rates had been set over all earlier ones, and measured once before anything was set by them. The right site stood
first, a right or acceptable one first, one among three: second draw, 50 cases, 68%, 78%, 90%; third, 30, 63%, 63%, 90%;
fourth, 24, 62%, 71%, 88%; fifth, 16, 69%, 94%, 100%; sixth, 21, 67%, 76%, 95%; seventh, 59, 56%, 81%, 93%; eighth, 39, 59%,
95%, 97%; ninth, 56, 62%, 91%, 98%; tenth, 16, 62%, 94%, 94%; eleventh, 51, 39%, 84%, 96%. Three readers who saw the findings
of all cases and nothing else named the answer first in 72%: 73% of the seventh, 69% of the eighth, 80% of the ninth, 65% of
the tenth, 53% of the eleventh. Where two of the three named it, the findings tell it: there the reasoning had 81% first of 27
in the eighth, 76% of 45 in the ninth, 80% of 10 in the tenth, 63% of 27 in the eleventh.
`fresh` tells a newest draw by which nothing has been set yet, where there is one.
Two plain baselines run beside it: counting how many abnormal findings a site overlaps, and the same reasoning with
every site and share alike and normal findings left out. Then each ingredient is left out in turn.
A site is right when it, or a site of the same nerve that takes the same muscles, skin and reflexes, is the case's answer;
where the answer names a nerve but no place, any place on that nerve is right. That rule was made after the second draw was
known: by the older one, which asked for the place, three fewer of the third draw and four fewer of the sixth were right first.
"""

import sys
from itertools import groupby

from anatomy import Supply, cases, load
from anatomy.cases import Half
from anatomy.findings import Finding
from anatomy.localise import Localiser
from anatomy.marks import Mark, Ranker, calibration, marked, shares
from anatomy.sites import Candidate
from anatomy.told import Case
from anatomy.weighing import Method


def overlap(localiser: Localiser) -> Ranker:
    """Sites by how many abnormal findings they touch at all, the smaller site first among equals."""

    def rank(found: list[Finding]) -> list[tuple[Candidate, float]]:
        score = [sum(localiser.row(f.kind, f.target)[i] > 0.2 for f in found if f.present) for i in range(len(localiser.sites))]
        order = sorted(range(len(score)), key=lambda i: (-score[i], localiser.sites[i].size, i))
        return [(localiser.sites[i], 0.0) for i in order[:3]]

    return rank


def line(name: str, marks: list[Mark]) -> str:
    """The shares of first right, first right or acceptable, and in the first three."""
    told = shares(marks)
    return f"{name:40} {told.n:3} cases  first {told.first:4.0%}  or acceptable {told.fair:4.0%}  in three {told.three:4.0%}"


def sureness(marks: list[Mark]) -> list[str]:
    """A line for each band of how sure the first site was."""
    return [
        f"  sure {b.low:4.0%} to {b.high:4.0%}: {b.n:3} cases, mean {b.sure:4.0%}, right or acceptable {b.fair:4.0%}"
        for b in calibration(marks)
    ]


def main() -> None:
    """Print the tables."""
    wanted = Half(sys.argv[1]) if len(sys.argv) > 1 else Half.DEVELOPMENT
    supply = Supply(load())
    kept = [c for c in supply.atlas.records(Case) if cases.half(c) is wanted]
    if not kept:
        print(f"no case of the {wanted} half yet")
        return
    whole, plain = Localiser(supply), Localiser(supply, Method(priors=False, normals=False, shares=False, silence=0.0, precedents=False))
    marks = marked(whole, kept)
    print(line(f"the reasoning, {wanted} half", marks))
    print(line("baseline: overlap counted", marked(whole, kept, overlap(Localiser(supply, Method(precedents=False))))))
    print(line("baseline: equal weights, no normals", marked(plain, kept)))
    left_out = {"normal findings": Method(normals=False), "priors": Method(priors=False)}
    left_out |= {"shares": Method(shares=False), "what is not told": Method(silence=0.0)}
    left_out |= {"what cases showed": Method(precedents=False)}
    for name, method in left_out.items():
        less = Localiser(supply, method)
        print(line(f"without {name}", marked(less, kept)))
    kind = {m.case.id: whole.sites[whole.place[m.case.answer]].type for m in marks}
    for type_, some in groupby(sorted(marks, key=lambda m: kind[m.case.id]), key=lambda m: kind[m.case.id]):
        print(line(f"answer is a {type_}", list(some)))
    print(line("whose findings tell the answer", [m for m in marks if cases.telling(m.case)]))
    print("\n".join(["how sure", *sureness(marks)]))
    print("first neither right nor acceptable:")
    for m in marks:
        if not m.fair:
            found = ", ".join(f"{site.id} {chance:.0%}" for site, chance in m.best)
            print(f"  {m.case.id}: {m.case.answer} ({', '.join(m.case.accept)}); found {found}")


if __name__ == "__main__":
    main()
