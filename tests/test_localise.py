"""The reasoning over lesions keeps its laws at every site, and answers the contract in every weather."""

import io
import json
import math
import subprocess
import sys
from pathlib import Path

import pytest

from anatomy import Supply, cases
from anatomy.findings import Finding, Kind
from anatomy.localise import MOST, Localiser, Method
from anatomy.structures import Action, Region
from anatomy.told import Case, Frequency, Sign

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def localiser(supply: Supply) -> Localiser:
    """The reasoning, with its priors."""
    return Localiser(supply)


@pytest.fixture(scope="module")
def even(supply: Supply) -> Localiser:
    """The reasoning with every site alike beforehand."""
    return Localiser(supply, Method(priors=False))


def test_probabilities_sum_to_one(localiser: Localiser) -> None:
    """Whatever is found, the probabilities sum to one; without findings the prior stands."""
    for found in ([], [Finding(Kind.WEAK_ACTION, "ankle-dorsiflexion", True)], [Finding(Kind.SIGN, "back-pain", False)]):
        assert math.isclose(localiser.posterior(found).sum(), 1.0)


def test_order_does_not_matter(localiser: Localiser, supply: Supply) -> None:
    """The order of findings changes nothing."""
    for case in supply.atlas.records(Case):
        found = cases.findings(localiser, case)
        assert localiser.posterior(found) == pytest.approx(localiser.posterior(found[::-1]))


def test_what_a_site_explains_never_lowers_it(even: Localiser) -> None:
    """A finding that a site explains never lowers it against a site that does not."""
    for kind, target in even.tests:
        row = even.row(kind, target)
        after = even.posterior([Finding(kind, target, True)])
        explains, does_not = row > 0.5, row < 0.1
        if explains.any() and does_not.any():
            sizes = [s.size for s in even.sites]
            for i in explains.nonzero()[0]:
                for j in does_not.nonzero()[0]:
                    if sizes[i] <= sizes[j]:
                        assert after[i] > after[j], (kind, target, even.sites[i].id, even.sites[j].id)


def test_own_losses_lead_to_the_site(even: Localiser, supply: Supply) -> None:
    """A pure list of a nerve's own losses at a site ranks it first, or only sites that lose all of that too stand above it."""
    for i, site in enumerate(even.sites):
        found = _losses(even, i)
        if not found or site.type != "nerve":
            continue
        chances = even.posterior(found)
        above = [j for j in range(len(even.sites)) if chances[j] > chances[i] + 1e-9]
        for j in above:
            assert all(even.row(f.kind, f.target)[j] >= 0.75 * even.row(f.kind, f.target)[i] for f in found), (site.id, even.sites[j].id)


def _losses(localiser: Localiser, i: int) -> list[Finding]:
    kinds = {Kind.WEAK_MUSCLE, Kind.SENSORY_LOSS}
    return [Finding(k, t, True) for k, t in localiser.tests if k in kinds and localiser.row(k, t)[i] > 0.3]


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("L5-root", "common-fibular-nerve-at-fibular-neck", {"tibialis-posterior", "gluteus-medius", "foot-inversion", "hip-abduction"}),
        (
            "L4-root",
            "femoral-nerve-at-the-inguinal-ligament",
            {"adductor-longus", "hip-adduction", "tibialis-anterior", "adductor-magnus-adductor-part"},
        ),
        ("S1-root", "tibial-nerve", {"gluteus-maximus", "biceps-femoris-long-head", "lateral-hamstring-reflex", "hip-extension"}),
        ("sciatic-nerve", "common-fibular-nerve", {"gastrocnemius-medial-head", "soleus", "semitendinosus", "ankle-plantar-flexion"}),
        ("L5-root", "lumbosacral-trunk", {"ankle-dorsiflexion", "tibialis-anterior", "back-pain", "gluteus-medius", "semitendinosus"}),
    ],
)
def test_classic_pairs(localiser: Localiser, a: str, b: str, wanted: set[str]) -> None:
    """What sets the classic pairs apart is what books say sets them apart."""
    assert wanted & {test[1] for test, _, _ in localiser.separate(a, b, most=24)}


def test_normal_findings_count(localiser: Localiser) -> None:
    """With normal inversion a foot drop moves from the root to the fibular nerve."""
    drop = [Finding(Kind.WEAK_ACTION, "ankle-dorsiflexion", True), Finding(Kind.WEAK_ACTION, "foot-eversion", True)]
    ids = [s.id for s in localiser.sites]
    root, nerve = ids.index("L5-root"), ids.index("common-fibular-nerve-at-fibular-neck")
    without = localiser.posterior(drop)
    spared = localiser.posterior(
        [*drop, Finding(Kind.WEAK_ACTION, "foot-inversion", False), Finding(Kind.WEAK_ACTION, "hip-abduction", False)]
    )
    assert spared[nerve] / spared[root] > without[nerve] / without[root]


def test_names_are_forgiving(localiser: Localiser) -> None:
    """Findings are understood by any name of their target; a muscle may stand where a movement is asked."""
    rows = [
        {"kind": "weak_action", "target": "Dorsiflexion of the ankle"},
        {"kind": "weak_action", "target": "tibialis anterior"},
        {"kind": "reflex_reduced", "target": "ankle jerk"},
        {"kind": "sensory_loss", "target": "first web space"},
        {"kind": "sign", "target": "SLR"},
        {"kind": "sensory_loss", "target": "saphenous nerve"},
    ]
    found, unused = localiser.read(rows)
    assert unused == [] and {f.kind for f in found} == {
        Kind.WEAK_ACTION,
        Kind.WEAK_MUSCLE,
        Kind.REFLEX_REDUCED,
        Kind.SENSORY_LOSS,
        Kind.SIGN,
    }


def test_bad_findings_are_told(localiser: Localiser) -> None:
    """A misspelt target is told with the nearest names, a wrong kind and nonsense with what is wanted, a contradiction as such."""
    rows = [
        {"kind": "weak_action", "target": "dorsiflexoin of ankel"},
        {"kind": "hurts", "target": "x"},
        "nonsense",
        {"kind": "weak_muscle", "target": 5},
        {"kind": "weak_muscle", "target": "soleus"},
        {"kind": "spared_muscle", "target": "soleus"},
    ]
    answer = localiser.answer({"findings": rows})
    assert len(answer["unused"]) == 6
    assert answer["unused"][0]["nearest"]
    assert math.isclose(sum(localiser.posterior(localiser.read(rows)[0])), 1.0)


def test_duplicates_count_once(localiser: Localiser) -> None:
    """Saying a thing twice does not make it truer."""
    row = {"kind": "weak_muscle", "target": "soleus"}
    assert localiser.answer({"findings": [row]}) == localiser.answer({"findings": [row, row]})


def test_shape_of_the_contract(localiser: Localiser) -> None:
    """The answer has the contract's fields, types and order."""
    answer = localiser.answer({"findings": [{"kind": "weak_action", "target": "great toe extension", "side": "left"}]})
    assert set(answer) == {"lesions", "next_tests", "unused"}
    assert {"name", "type", "site", "probability", "for", "against", "unexplained"} <= set(answer["lesions"][0])
    assert {one["type"] for one in answer["lesions"]} <= {"root", "plexus", "nerve"}
    chances = [one["probability"] for one in answer["lesions"]]
    assert chances == sorted(chances, reverse=True)
    assert {"finding", "separates", "bits"} == set(answer["next_tests"][0])


def test_command(tmp_path: Path) -> None:
    """From a file and line by line: good, empty, huge and broken requests each get an answer, in order."""
    (tmp_path / "a.json").write_text('{"findings": [{"kind": "weak_action", "target": "foot drop"}]}')
    file = subprocess.run(
        [sys.executable, "-m", "anatomy", "localise", str(tmp_path / "a.json"), "--json"], cwd=ROOT, capture_output=True, text=True
    )
    assert file.returncode == 0 and "lesions" in json.loads(file.stdout)
    many = {"findings": [{"kind": "weak_muscle", "target": "soleus"}] * (MOST + 1)}
    lines = ['{"findings": []}', "{", "[]", json.dumps(many), '{"findings": [{"kind": "pain", "target": "shin"}]}', "[" * 100_000]
    told = subprocess.run(
        [sys.executable, "-m", "anatomy", "localise", "--jsonl"], cwd=ROOT, input="\n".join(lines) + "\n", capture_output=True, text=True
    )
    answers = [json.loads(line) for line in io.StringIO(told.stdout)]
    assert ["error" in a for a in answers] == [False, True, True, True, False, True]


def test_every_case_is_understood(localiser: Localiser, supply: Supply) -> None:
    """Every finding of every case is understood, and its answers are candidates."""
    ids = {s.id for s in localiser.sites}
    for case in supply.atlas.records(Case):
        assert cases.findings(localiser, case)
        assert case.answer in ids, (case.id, case.answer)


def test_signs_and_frequencies_name_known_things(localiser: Localiser, supply: Supply) -> None:
    """A sign shows at known sites, nerves, roots or muscles; a frequency is of a known site."""
    ids = {s.id for s in localiser.sites}
    known = ids | set(supply.atlas.structures) | {"root", "plexus", "nerve"}
    assert {key for sign in supply.atlas.records(Sign) for key in sign.shows} <= known
    assert {f.site for f in supply.atlas.records(Frequency)} <= ids
    assert all(isinstance(s, Action | Region) for s in (*supply.atlas.all(Action), *supply.atlas.all(Region)))
