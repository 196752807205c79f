"""The reasoning in words: findings by name, how usual each is for a site, and what an answer overlooked."""

from collections.abc import Iterable, Sequence

from anatomy.findings import Finding, Kind, Test
from anatomy.localise import Localiser
from anatomy.signs import AT
from anatomy.sites import Candidate

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

USUAL = ((0.6, "usual"), (0.35, "often"), (0.12, "at times"), (0.0, "seldom"))
"""Words for how often a lesion shows a finding, from the rate upwards."""


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
    return known.name if known else place.replace("-", " ")


def told(localiser: Localiser, finding: Finding) -> str:
    """A finding as an exam sheet has it."""
    return f"{HEADS[finding.kind, finding.present]}: {name(localiser, (finding.kind, finding.target))}"


def grouped(localiser: Localiser, findings: Iterable[Finding]) -> dict[str, list[str]]:
    """The findings of an exam sheet under its heads, in the order of the heads; a head without a finding is left out."""
    kept: dict[str, list[str]] = {head: [] for head in HEADS.values()}
    for one in findings:
        kept[HEADS[one.kind, one.present]].append(name(localiser, (one.kind, one.target)))
    return {head: names for head, names in kept.items() if names}


def usual(rate: float) -> str:
    """A rate between 0 and 1 in a word."""
    return next(word for least, word in USUAL if rate >= least)


def why(localiser: Localiser, site: Candidate, finding: Finding) -> str:
    """How usual a finding is for a site, against a site drawn blindly."""
    row = localiser.row(finding.kind, finding.target)
    own, mean = float(row[localiser.place[site.id]]), float(row.mean())
    here = f"{usual(own)} here ({own:.0%} by our reckoning)"
    return f"{told(localiser, finding)}: the abnormal finding is {here}, {mean:.0%} over all sites"


def against(localiser: Localiser, wrong: str, right: str, findings: Sequence[Finding], most: int = 4) -> list[Finding]:
    """The findings that speak most for one site against another: what an answer overlooked, the weightiest first."""
    i, j = localiser.place[wrong], localiser.place[right]

    def gain(finding: Finding) -> float:
        row = localiser.row(finding.kind, finding.target)
        own, other = (row[i], row[j]) if finding.present else (1 - row[i], 1 - row[j])
        return float(other / own)

    telling = [f for f in findings if gain(f) > 1.25]
    return sorted(telling, key=lambda f: (-gain(f), f.kind, f.target))[:most]
