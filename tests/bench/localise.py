"""How well the localiser reads the teaching cases: `python -m tests.bench.localise [evaluation]`.

Both halves are told by the case's id alone. The evaluation half is run once, at the end of a piece of work.
Two plain baselines run beside it: counting how many abnormal findings a site overlaps, and the same reasoning with
every site alike and normal findings left out. Then each ingredient is left out in turn.
"""

import sys
from collections.abc import Callable

from anatomy import Supply, cases, load
from anatomy.cases import Half
from anatomy.findings import Finding
from anatomy.localise import Localiser, Method
from anatomy.told import Case

Ranker = Callable[[list[Finding]], list[str]]


def overlap(localiser: Localiser) -> Ranker:
    """Sites by how many abnormal findings they touch at all."""

    def rank(found: list[Finding]) -> list[str]:
        score = [sum(localiser.row(f.kind, f.target)[i] > 0.3 for f in found if f.present) for i in range(len(localiser.sites))]
        return [localiser.sites[i].id for i in sorted(range(len(score)), key=lambda i: (-score[i], i))[:3]]

    return rank


def reasoned(localiser: Localiser) -> Ranker:
    """Sites by the reasoning."""
    return lambda found: [r.site.id for r in localiser.rank(found, most=3)]


def line(name: str, kept: list[Case], localiser: Localiser, rank: Ranker) -> str:
    """First right, first right or acceptable, and in the first three, of some cases."""
    first = fair = three = 0
    for case in kept:
        best = rank(cases.findings(localiser, case))
        right = {case.answer, *case.accept}
        first += best[0] == case.answer
        fair += best[0] in right
        three += bool(right & set(best))
    n = max(1, len(kept))
    return f"{name:34} {len(kept):3} cases  first {first / n:4.0%}  or acceptable {fair / n:4.0%}  in three {three / n:4.0%}"


def main() -> None:
    """Print the table."""
    wanted = Half(sys.argv[1]) if len(sys.argv) > 1 else Half.DEVELOPMENT
    supply = Supply(load())
    kept = [c for c in supply.atlas.records(Case) if cases.half(c) is wanted]
    whole = Localiser(supply)
    plain = Localiser(supply, Method(priors=False, normals=False))
    print(line("the reasoning", kept, whole, reasoned(whole)))
    print(line("baseline: overlap counted", kept, whole, overlap(whole)))
    print(line("baseline: equal weights, no normals", kept, whole, reasoned(plain)))
    left_out = {"normal findings": Method(normals=False), "priors": Method(priors=False), "economy": Method(economy=0.0)}
    for name, method in left_out.items():
        less = Localiser(supply, method)
        print(line(f"without {name}", kept, less, reasoned(less)))


if __name__ == "__main__":
    main()
