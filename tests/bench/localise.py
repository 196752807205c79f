"""How well the localiser reads the teaching cases: `python -m tests.bench.localise [evaluation]`.

Both halves are told by the case's id alone. The evaluation half is for the end of a piece of work; it was run once
before rates were last set over all cases, so its figures are no longer those of cases never seen.
Two plain baselines run beside it: counting how many abnormal findings a site overlaps, and the same reasoning with
every site and share alike and normal findings left out. Then each ingredient is left out in turn.
A site is right when it, or a site of the same nerve that takes the same muscles, skin and reflexes, is the case's answer.
"""

import sys
from collections.abc import Callable
from itertools import groupby

from anatomy import Supply, cases, load
from anatomy.cases import Half
from anatomy.findings import Finding
from anatomy.localise import Localiser, Method
from anatomy.sites import Candidate
from anatomy.told import Case

Ranker = Callable[[list[Finding]], list[tuple[Candidate, float]]]


def overlap(localiser: Localiser) -> Ranker:
    """Sites by how many abnormal findings they touch at all, the smaller site first among equals."""

    def rank(found: list[Finding]) -> list[tuple[Candidate, float]]:
        score = [sum(localiser.row(f.kind, f.target)[i] > 0.2 for f in found if f.present) for i in range(len(localiser.sites))]
        order = sorted(range(len(score)), key=lambda i: (-score[i], localiser.sites[i].size, i))
        return [(localiser.sites[i], 0.0) for i in order[:3]]

    return rank


def reasoned(localiser: Localiser) -> Ranker:
    """Sites by the reasoning."""
    return lambda found: [(r.site, r.probability) for r in localiser.rank(found, most=3)]


class Marks:
    """One case's marks: first right, first right or acceptable, right or acceptable in the first three, and how sure it was."""

    def __init__(self, case: Case, best: list[tuple[Candidate, float]]) -> None:
        """Hold the sites found against the case's answers."""
        named = [{site.id, *site.alike} for site, _ in best]
        fair = {case.answer, *case.accept}
        self.case, self.best = case, best
        self.first = case.answer in named[0]
        self.fair = bool(fair & named[0])
        self.three = any(fair & one for one in named)
        self.sure = best[0][1]


def line(name: str, marks: list[Marks]) -> str:
    """The shares of first right, first right or acceptable, and in the first three."""
    n = max(1, len(marks))
    first, fair, three = (sum(getattr(m, key) for m in marks) / n for key in ("first", "fair", "three"))
    return f"{name:40} {len(marks):3} cases  first {first:4.0%}  or acceptable {fair:4.0%}  in three {three:4.0%}"


def marked(localiser: Localiser, kept: list[Case], rank: Ranker) -> list[Marks]:
    """The marks of some cases."""
    return [Marks(case, rank(cases.findings(localiser, case))) for case in kept]


def calibration(marks: list[Marks]) -> list[str]:
    """In bands of how sure the first site was: how sure on average, and how often it was right or acceptable."""
    rows = []
    for low, high in ((0.0, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 0.95), (0.95, 1.01)):
        kept = [m for m in marks if low <= m.sure < high]
        if kept:
            sure, right = sum(m.sure for m in kept) / len(kept), sum(m.fair for m in kept) / len(kept)
            rows.append(
                f"  sure {low:4.0%} to {min(high, 1):4.0%}: {len(kept):3} cases, mean {sure:4.0%}, right or acceptable {right:4.0%}"
            )
    return rows


def main() -> None:
    """Print the tables."""
    wanted = Half(sys.argv[1]) if len(sys.argv) > 1 else Half.DEVELOPMENT
    supply = Supply(load())
    kept = [c for c in supply.atlas.records(Case) if cases.half(c) is wanted]
    whole, plain = Localiser(supply), Localiser(supply, Method(priors=False, normals=False, shares=False, silence=0.0))
    marks = marked(whole, kept, reasoned(whole))
    print(line(f"the reasoning, {wanted} half", marks))
    print(line("baseline: overlap counted", marked(whole, kept, overlap(whole))))
    print(line("baseline: equal weights, no normals", marked(plain, kept, reasoned(plain))))
    left_out = {"normal findings": Method(normals=False), "priors": Method(priors=False)}
    left_out |= {"shares": Method(shares=False), "what is not told": Method(silence=0.0)}
    for name, method in left_out.items():
        less = Localiser(supply, method)
        print(line(f"without {name}", marked(less, kept, reasoned(less))))
    kind = {m.case.id: whole.sites[whole.place[m.case.answer]].type for m in marks}
    for type_, some in groupby(sorted(marks, key=lambda m: kind[m.case.id]), key=lambda m: kind[m.case.id]):
        print(line(f"answer is a {type_}", list(some)))
    print("\n".join(["how sure", *calibration(marks)]))
    print("first neither right nor acceptable:")
    for m in marks:
        if not m.fair:
            found = ", ".join(f"{site.id} {chance:.0%}" for site, chance in m.best)
            print(f"  {m.case.id}: {m.case.answer} ({', '.join(m.case.accept)}); found {found}")


if __name__ == "__main__":
    main()
