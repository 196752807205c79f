"""The reasoning in words: findings by name, what a site has to do with each, and what an answer overlooked."""

from collections.abc import Iterable, Sequence

from anatomy.findings import Finding, Kind, Test
from anatomy.localise import Localiser
from anatomy.naming import inside
from anatomy.signs import AT
from anatomy.sites import Candidate
from anatomy.structures import Group

HEADS = {
    (Kind.WEAK_ACTION, True): "Weak",
    (Kind.WEAK_ACTION, False): "Normal strength",
    (Kind.WEAK_MUSCLE, True): "Weak",
    (Kind.WEAK_MUSCLE, False): "Normal strength",
    (Kind.SENSORY_LOSS, True): "Numb",
    (Kind.SENSORY_LOSS, False): "Normal feeling",
    (Kind.PAIN, True): "Pain",
    (Kind.PAIN, False): "No pain",
    (Kind.REFLEX_REDUCED, True): "Reflex reduced",
    (Kind.REFLEX_REDUCED, False): "Reflex normal",
    (Kind.SIGN, True): "Sign found",
    (Kind.SIGN, False): "Sign absent",
}
"""What an exam sheet calls each kind of finding, found and found normal."""

BEGAN = {True: "How it began", False: "Not in the history"}
"""The same of signs that are asked, not examined."""

TAKEN = 0.15
"""The share of a muscle or patch from which on a lesion is said to take it."""

FELT = 0.2
"""How often pain in a patch that a lesion does not take must be felt to be told as felt there."""

MOST_NAMED = 3
"""Muscles named in one reason."""


def name(localiser: Localiser, test: Test) -> str:
    """What is examined, by name: a structure, or a sign with its place."""
    kind, target = test
    if kind in (Kind.SENSORY_LOSS, Kind.PAIN):
        return localiser.skin.name(target)
    if kind is not Kind.SIGN:
        return localiser.supply.atlas.structures[target].name
    sign, place = localiser.signs.sign(target).name, target.partition(AT)[2]
    return f"{sign}, {_place(localiser, place)}" if place else sign


def _place(localiser: Localiser, place: str) -> str:
    known = localiser.every.named.get(place)
    return inside(known.short) if known else place.replace("-", " ")


def head(localiser: Localiser, finding: Finding) -> str:
    """What an exam sheet calls a finding of that kind."""
    history = localiser.asked((finding.kind, finding.target))
    return BEGAN[finding.present] if history else HEADS[finding.kind, finding.present]


def told(localiser: Localiser, finding: Finding) -> str:
    """A finding as an exam sheet has it."""
    return f"{head(localiser, finding)}: {name(localiser, (finding.kind, finding.target))}"


def grouped(localiser: Localiser, findings: Iterable[Finding]) -> dict[str, list[str]]:
    """The findings of an exam sheet under its heads, in the order of the heads; a head without a finding is left out."""
    kept: dict[str, list[str]] = {each: [] for each in (*BEGAN.values(), *HEADS.values())}
    for one in findings:
        kept[head(localiser, one)].append(name(localiser, (one.kind, one.target)))
    return {each: names for each, names in kept.items() if names}


def whys(localiser: Localiser, site: Candidate, findings: Iterable[Finding]) -> list[str]:
    """What a lesion at a site has to do with findings: what it takes of the muscles, the skin or the arc; and how often it shows them.

    Findings under one head with one reason stand together in one line.
    """
    kept: dict[tuple[str, str], list[Finding]] = {}
    for one in findings:
        kept.setdefault((head(localiser, one), _reason(localiser, site, one)), []).append(one)
    return [f"{each}: {_listed(localiser, same)}: {reason} ({_often(localiser, site, same)})" for (each, reason), same in kept.items()]


def _listed(localiser: Localiser, findings: Sequence[Finding]) -> str:
    """Findings of one kind in a row; signs and reflexes keep their capitals, for many bear a name."""
    named = findings[0].kind in (Kind.SIGN, Kind.REFLEX_REDUCED)
    first, *more = (name(localiser, (f.kind, f.target)) for f in findings)
    return "; ".join((first, *(more if named else map(inside, more))))


def _often(localiser: Localiser, site: Candidate, findings: Sequence[Finding]) -> str:
    rates = sorted(float(localiser.row(f.kind, f.target)[localiser.place[site.id]]) for f in findings)
    low, high = (f"{rate:.0%}" for rate in (rates[0], rates[-1]))
    shown = "told" if localiser.asked((findings[0].kind, findings[0].target)) else "abnormal"
    return f"{shown} in {low if low == high else f'{low} to {high}'} of such lesions"


def _reason(localiser: Localiser, site: Candidate, finding: Finding) -> str:
    if finding.kind is Kind.SIGN:
        return _sign(localiser, site, finding)
    test = (finding.kind, finding.target)
    parts, whose = _parts(localiser, finding)
    hit = sorted((p for p in parts if site.lost.get(p, 0.0) >= TAKEN), key=lambda p: -site.lost[p])
    if not hit and finding.kind is Kind.PAIN and float(localiser.row(*test)[localiser.place[site.id]]) > FELT:
        here = any(localiser.shown.hurts(site, p) for p in parts)
        return "felt where it sits" if here else "felt beyond the skin it takes"
    if not hit:
        return f"{whose} spared"
    if finding.kind in (Kind.WEAK_ACTION, Kind.WEAK_MUSCLE):
        named = [inside(localiser.supply.atlas.structures[p].name) for p in hit[:MOST_NAMED]]
        more = f" and {len(hit) - MOST_NAMED} more" if len(hit) > MOST_NAMED else ""
        return f"takes {'; '.join(named)}{more}"
    return f"takes {whose.removesuffix(' is')}" if len(hit) == len(parts) else f"takes part of {whose.removesuffix(' is')}"


def _sign(localiser: Localiser, site: Candidate, finding: Finding) -> str:
    row = localiser.row(finding.kind, finding.target)
    here = row[localiser.place[site.id]]
    if localiser.asked((finding.kind, finding.target)):
        return "known to bring on such a lesion" if here >= row.mean() else "seldom told of such a lesion"
    if here > 0.2:
        return "a sign of such a lesion"
    return "now and then a sign of such a lesion" if here >= row.mean() else "no sign of such a lesion"


def _parts(localiser: Localiser, finding: Finding) -> tuple[Sequence[str], str]:
    """The muscles, patches or arc that a finding speaks of, and what to call them."""
    structure = localiser.supply.atlas.structures.get(finding.target)
    if finding.kind is Kind.WEAK_ACTION:
        return localiser.shown.chief(finding.target), "its chief movers are"
    if finding.kind is Kind.WEAK_MUSCLE:
        return (structure.parts if isinstance(structure, Group) else (finding.target,)), "it is"
    if finding.kind is Kind.REFLEX_REDUCED:
        return (finding.target,), "its arc is"
    return localiser.skin.patches(finding.target), "that skin is"


def against(localiser: Localiser, wrong: str, right: str, findings: Sequence[Finding], most: int = 4) -> list[Finding]:
    """The findings that speak most for one site against another: what an answer overlooked, the weightiest first."""
    i, j = localiser.place[wrong], localiser.place[right]

    def gain(finding: Finding) -> float:
        row = localiser.row(finding.kind, finding.target)
        own, other = (row[i], row[j]) if finding.present else (1 - row[i], 1 - row[j])
        return float(other / own)

    telling = [f for f in findings if gain(f) > 1.25]
    return sorted(telling, key=lambda f: (-gain(f), f.kind, f.target))[:most]
