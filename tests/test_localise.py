"""The reasoning over lesions keeps its laws at every site, and answers the contract in every weather."""

import io
import itertools
import json
import math
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from anatomy import Supply, cases, request
from anatomy.argument import TAKEN, whys
from anatomy.examination import USUAL, alike
from anatomy.extents import formed, joined
from anatomy.findings import Finding, Kind
from anatomy.localise import Localiser
from anatomy.model import LEVELS
from anatomy.naming import fold
from anatomy.rates import ON_THE_WAY
from anatomy.request import MOST
from anatomy.structures import Action, Nerve, Region
from anatomy.told import Case, Frequency, Sign
from anatomy.weighing import EXTENT, PELVIC, Method

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
    """Whatever is found, the probabilities sum to one; without findings too."""
    for found in ([], [Finding(Kind.WEAK_ACTION, "ankle-dorsiflexion", True)], [Finding(Kind.SIGN, "back-pain", False)]):
        assert math.isclose(localiser.posterior(found).sum(), 1.0)


def test_order_does_not_matter(localiser: Localiser, supply: Supply) -> None:
    """The order of findings changes nothing."""
    for case in supply.atlas.records(Case):
        found = cases.findings(localiser, case)
        assert localiser.posterior(found) == pytest.approx(localiser.posterior(found[::-1]))


@pytest.mark.parametrize("begun", ["nothing", "cases"])
def test_what_a_site_explains_never_lowers_it(localiser: Localiser, supply: Supply, begun: str) -> None:
    """A finding that a site explains never lowers it against any site that does not, whatever else was found."""
    known = [cases.findings(localiser, c) for c in supply.atlas.records(Case)] if begun == "cases" else [[]]
    for found in known:
        wanted = {(f.kind, f.target) for f in found if f.present} if found else localiser.tests
        for test in wanted:
            before = np.log(localiser.posterior([f for f in found if (f.kind, f.target) != test]))
            gain = np.log(localiser.posterior(found or [Finding(*test, True)])) - before
            row = localiser.row(*test)
            explains, does_not = row >= 0.5, row <= row.min() + 0.005  # by chance alone
            if explains.any() and does_not.any():
                assert gain[explains].min() >= gain[does_not].max() - 1e-9, (test, [f.words for f in found])


def test_own_losses_lead_to_the_site(even: Localiser) -> None:
    """A pure list of any site's own losses ranks it first, or only sites that show nine in ten of them too stand above it."""
    for i, site in enumerate(even.sites):
        found = _losses(even, i)
        assert found, site.id
        chances = even.posterior(found)
        for j in np.flatnonzero(chances > chances[i] + 1e-9):
            shown = [even.row(f.kind, f.target)[j] >= 0.6 * even.row(f.kind, f.target)[i] for f in found]
            assert sum(shown) >= 0.9 * len(shown), (site.id, even.sites[j].id)


def _losses(localiser: Localiser, i: int) -> list[Finding]:
    """What an examiner of a full lesion would find: each muscle and patch lost at least three fifths as often as the one lost most."""
    kinds = (Kind.WEAK_MUSCLE, Kind.SENSORY_LOSS, Kind.REFLEX_REDUCED)
    most = {k: max((float(localiser.row(kind, t)[i]) for kind, t in localiser.tests if kind is k), default=0.0) for k in kinds}
    return [Finding(k, t, True) for k, t in localiser.tests if k in kinds and localiser.row(k, t)[i] >= max(0.05, 0.6 * most[k])]


def test_normal_findings_count(localiser: Localiser) -> None:
    """With normal inversion a foot drop moves from the root to the fibular nerve."""
    drop = [Finding(Kind.WEAK_ACTION, "ankle-dorsiflexion", True), Finding(Kind.WEAK_ACTION, "foot-eversion", True)]
    root, nerve = localiser.place["L5-root"], localiser.place["common-fibular-nerve-at-fibular-neck"]
    without = localiser.posterior(drop)
    spared = localiser.posterior(
        [*drop, Finding(Kind.WEAK_ACTION, "foot-inversion", False), Finding(Kind.WEAK_ACTION, "hip-abduction", False)]
    )
    assert spared[nerve] / spared[root] > without[nerve] / without[root]


def test_pain_runs_down_the_thigh_on_its_way(localiser: Localiser) -> None:
    """A root's pain may run down a thigh where the root has no skin: in front for L2 to L4, behind for L4 to S2."""
    for patches, roots in ON_THE_WAY:
        for patch in patches:
            shown = localiser.row(Kind.PAIN, patch)
            low = max(shown[localiser.place[f"{r}-root"]] for r in ("S3", "S4"))
            assert all(shown[localiser.place[f"{r}-root"]] > 2 * low for r in roots), patch


def test_a_lesion_is_felt_where_it_sits(localiser: Localiser) -> None:
    """Where a source tells that a lesion hurts at its own place it is felt there oftener than by chance, and the argument says why."""
    told = [(s.id, h.patch) for nerve in localiser.supply.atlas.all(Nerve) for s in nerve.sites for h in s.hurts]
    assert told
    for site, patch in told:
        found, i = Finding(Kind.PAIN, patch, True), localiser.place[site]
        assert localiser.row(Kind.PAIN, patch)[i] > 2 * localiser.method.rates.pain_chance, (site, patch)
        if localiser.sites[i].lost.get(patch, 0.0) < TAKEN:
            assert any("felt where it sits" in line for line in whys(localiser, localiser.sites[i], [found])), (site, patch)


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
    told = request.read(localiser, rows)
    assert told.unused == [] and {f.kind for f in told.found} == {
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
    answer = request.answer(localiser, {"findings": rows})
    assert len(answer["unused"]) == 6
    assert answer["unused"][0]["nearest"]
    assert math.isclose(sum(localiser.posterior(request.read(localiser, rows).found)), 1.0)


def test_duplicates_count_once(localiser: Localiser) -> None:
    """Saying a thing twice does not make it truer."""
    row = {"kind": "weak_muscle", "target": "soleus"}
    assert request.answer(localiser, {"findings": [row]}) == request.answer(localiser, {"findings": [row, row]})


def test_shape_of_the_contract(localiser: Localiser) -> None:
    """The answer has the contract's fields, types and order."""
    answer = request.answer(localiser, {"findings": [{"kind": "weak_action", "target": "great toe extension", "side": "left"}]})
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
    for case in supply.atlas.records(Case):
        assert cases.findings(localiser, case)
        assert {case.answer, *case.accept} <= localiser.place.keys(), case.id


def test_no_case_contradicts_itself(localiser: Localiser, supply: Supply) -> None:
    """No case has a thing both found and normal, nor says that nothing is weak (or numb) beside something that is."""
    whole = {s.id: s.any for s in supply.atlas.records(Sign) if s.any}
    for case in supply.atlas.records(Case):
        told = [(localiser.wording.understand(Kind(f.kind), f.target), f.absent) for f in case.findings]
        found = {(f.kind, f.target) for f, absent in told if f.present and not absent}
        normal = {(f.kind, f.target) for f, absent in told if not f.present or absent}
        assert not found & normal, (case.id, found & normal)
        denied = {kind for _, target in normal for kind in whole.get(target, ())}
        assert not [f for f in found if f[0] in denied], case.id


def test_how_it_began_speaks_for_its_own_sites(localiser: Localiser, supply: Supply) -> None:
    """A history is likelier at every site that its record names than elsewhere, has a source, and is left for no lesion to explain."""
    for sign in (s for s in supply.atlas.records(Sign) if s.history):
        row = localiser.row(Kind.SIGN, sign.id)
        named = [localiser.place[key] for key in sign.shows if key in localiser.place]
        assert sign.sources and sign.otherwise and all(row[i] > sign.otherwise for i in named), sign.id
        ranked = localiser.rank([Finding(Kind.SIGN, sign.id, True)], most=len(localiser.sites))
        assert not any(one.unexplained for one in ranked), sign.id


def test_no_two_next_tests_are_alike(localiser: Localiser, supply: Supply) -> None:
    """Of the patches of one face of the leg only one is named as a next test, whatever the case."""
    for case in supply.atlas.records(Case):
        tests = [test for test, _, _ in localiser.next_tests(cases.findings(localiser, case))]
        assert len({alike(supply.atlas, test) for test in tests}) == len(tests), case.id


def test_an_answer_without_a_place_is_met_anywhere_on_its_nerve(localiser: Localiser, supply: Supply) -> None:
    """A case's answer that names a nerve alone is met by every place on it; one that names a place by that place alone."""
    whole = localiser.every.nerve_of
    for case in supply.atlas.records(Case):
        right = cases.right(localiser, case)
        meant = {localiser.place[i] for i, nerve in whole.items() if nerve == case.answer and i in localiser.place}
        assert right == (meant or {localiser.place[case.answer]}) and right <= cases.fair(localiser, case), case.id


def test_a_place_takes_no_more_than_its_record_says(localiser: Localiser, supply: Supply) -> None:
    """Where a record says what alone a place on a nerve takes, a lesion there takes that and nothing else."""
    told = [site for nerve in supply.atlas.all(Nerve) for site in nerve.sites if site.takes]
    assert told and all(localiser.every.named[site.id].lost.keys() == set(site.takes) for site in told)


def test_signs_and_frequencies_name_known_things(localiser: Localiser, supply: Supply) -> None:
    """A sign shows at known sites, nerves, roots or muscles; a frequency is of a known site."""
    ids = set(localiser.place)
    known = ids | set(supply.atlas.structures) | {"root", "plexus", "nerve", "here", "near"} | set(LEVELS)
    assert {key for sign in supply.atlas.records(Sign) for key in sign.shows} <= known
    assert {f.site for f in supply.atlas.records(Frequency)} <= ids
    assert all(isinstance(s, Action | Region) for s in (*supply.atlas.all(Action), *supply.atlas.all(Region)))


def test_pelvic_signs_say_the_same(localiser: Localiser) -> None:
    """Two signs of the lowest sacral roots together move less than the two alone do, over every pair of them."""
    cauda, other = localiser.place["cauda-equina"], localiser.place["L5-root"]

    def gain(*signs: str) -> float:
        chance = localiser.posterior([Finding(Kind.SIGN, sign, present=True) for sign in signs])
        return float(np.log(chance[cauda] / chance[other]))

    for a, b in itertools.combinations(sorted(PELVIC), 2):
        assert gain(a, b) - gain() < 0.9 * (gain(a) + gain(b) - 2 * gain()), (a, b)


def test_skin_told_as_a_root_s_is_that_root_s(localiser: Localiser, supply: Supply) -> None:
    """Numb skin that is told as one root's is likeliest in that root, against every other single root."""
    roots = {c.roots[0]: i for i, c in enumerate(localiser.sites) if c.type == "root" and len(c.roots) == 1}
    for root, own in roots.items():
        if localiser.skin.patches(f"{root}-dermatome"):
            row = localiser.row(Kind.SENSORY_LOSS, f"{root}-dermatome")
            assert all(row[own] > 1.2 * row[i] for other, i in roots.items() if other != root), root


def test_a_history_speaks_for_neighbours(localiser: Localiser, supply: Supply) -> None:
    """What is told of a place on a nerve is told of its neighbours at that height too, unless a lower rate is kept for them."""
    heights = {s.id: s.height for nerve in supply.atlas.all(Nerve) for s in nerve.sites if s.id in localiser.place}
    for sign in (s for s in supply.atlas.records(Sign) if s.history):
        row = localiser.row(Kind.SIGN, sign.id)
        for own, much in ((site, much) for site, much in sign.shows.items() if site in heights):
            near = {localiser.place[i] for i, h in heights.items() if abs(h - heights[own]) <= 0.1} - {localiser.place[own]}
            assert all(row[i] >= min(0.1 * much, *sign.shows.values()) for i in near), (sign.id, own)


def test_a_place_named_by_its_id_is_that_place(localiser: Localiser, supply: Supply) -> None:
    """A sign at a place by its id is most at that place alone, though other places have all its words."""
    for nerve in supply.atlas.all(Nerve):
        for site in (s for s in nerve.sites if s.id in localiser.place):
            row = localiser.row(Kind.SIGN, f"mass-over-nerve@{site.id}")
            assert [i for i in range(len(row)) if row[i] == row.max()] == [localiser.place[site.id]], site.id


def test_an_irritated_root_hurts_without_a_loss(localiser: Localiser) -> None:
    """Where every muscle, reflex and patch was found normal, pain behind thigh and calf still speaks for S1 against the femoral nerve."""
    normal = [Finding(Kind.WEAK_ACTION, a, present=False) for a in ("hip-flexion", "knee-extension", "ankle-plantar-flexion")]
    pain = [Finding(Kind.PAIN, p, present=True) for p in ("upper-back-thigh", "lower-back-thigh", "lower-calf")]
    chance = localiser.posterior([*normal, *pain])
    assert chance[localiser.place["S1-root"]] > 10 * chance[localiser.place["femoral-nerve"]]


def test_a_sign_at_a_place_speaks_for_a_branch_there(localiser: Localiser, supply: Supply) -> None:
    """A Tinel sign at a place on a nerve speaks for a branch that leaves at that height, less than for the place, more than for others."""
    row = localiser.row(Kind.SIGN, "tinel-sign@tibial-nerve-at-tarsal-tunnel")
    own, branch, far = (
        row[localiser.place[i]]
        for i in (
            "tibial-nerve-at-tarsal-tunnel",
            "first-branch-of-lateral-plantar-nerve-at-abductor-hallucis",
            "sural-nerve-at-lateral-malleolus",  # as high, and from the same nerve, but it left that nerve at the knee
        )
    )
    assert own > 2 * branch > 4 * far


def test_a_place_as_examiners_tell_it(localiser: Localiser, supply: Supply) -> None:
    """Every other word for a place that records keep means the places that keep it and no other, whatever stands before it."""
    sites = [site for nerve in supply.atlas.all(Nerve) for site in nerve.sites]
    said = {words for site in sites for words in site.said}
    assert len(said) > 10
    for words in said:
        keep = {site.id for site in sites if any(fold(w) == fold(words) for w in site.said)}
        assert localiser.signs.where(words) == keep, words
        assert localiser.signs.where(localiser.signs.placed(f"two fingers {words}")) == keep, words


def test_cauda_and_conus_show_more_the_farther_they_reach(localiser: Localiser) -> None:
    """The farther a lesion in the canal reaches, the likelier it weakens the calf; the whole cauda weakens and numbs the thigh too."""
    for id_ in ("cauda-equina", "conus-medullaris"):
        calf = localiser.grid((Kind.WEAK_ACTION, "ankle-plantar-flexion"))[localiser.place[id_]].ravel()
        assert calf[0] < calf[1] < calf[2], id_
    cauda = localiser.place["cauda-equina"]
    for test in ((Kind.WEAK_ACTION, "hip-flexion"), (Kind.SENSORY_LOSS, "L3-dermatome")):
        low, usual, high = localiser.grid(test)[cauda].ravel()[:3]
        assert high > 3 * usual >= 3 * low or high > 0.15 > 2 * low, test


def test_a_lesion_in_the_canal_may_spare_the_lowest_roots(localiser: Localiser) -> None:
    """In its sparing forms a lesion of cauda or conus hardly shows bladder trouble; what a study counted holds for the others."""
    for id_ in ("cauda-equina", "conus-medullaris"):
        forms = localiser.sites[localiser.place[id_]].forms
        shown = localiser.grid((Kind.SIGN, "bladder-trouble"))[localiser.place[id_]].ravel()[: len(forms)]
        for (form, _), rate in zip(forms, shown, strict=True):
            assert rate > 0.7 if form.lowest == 1.0 else rate < 0.15, id_


def test_the_canal_borrows_no_root_s_tension_sign(localiser: Localiser) -> None:
    """The straight leg raise speaks for the cauda equina against the conus, which has no roots to stretch."""
    row = localiser.row(Kind.SIGN, "straight-leg-raise")
    assert row[localiser.place["cauda-equina"]] > 2 * row[localiser.place["conus-medullaris"]]


def test_forms_share_the_grid(localiser: Localiser) -> None:
    """How often a lesion has its forms sums to one; more forms than the grid has cells are refused, none is lost without a word."""
    site = next(s for s in localiser.sites if s.forms)
    assert formed(site, 3).sum() == pytest.approx(1)
    with pytest.raises(ValueError, match=f"{site.id} has .* more than 1"):
        formed(site, 1)


def test_a_nerve_may_be_irritated_alone(localiser: Localiser) -> None:
    """Of a nerve or root at its least extents of both kinds there is more than chance would put there; of a plexus there is not."""
    for i, site in enumerate(localiser.sites):
        motor, sensory = (np.array(each) for each in EXTENT[site.type])
        least = joined(motor, sensory, 0.0, localiser.method.in_step)[0, 0]
        if not site.forms:
            assert bool(localiser._extent[i][0, 0] > least) is (site.type != "plexus"), site.id


def test_normal_findings_of_one_breath_count_for_less_than_one_by_one(localiser: Localiser) -> None:
    """Ten normal movements told together weigh less than ten times each alone."""
    moved = [Finding(Kind.WEAK_ACTION, a, present=False) for a in USUAL]
    femoral, sural = localiser.place["femoral-nerve"], localiser.place["sural-nerve-at-fascia-of-calf"]
    plain = replace(localiser.method, alike_normal=0.0, silence=0.0)

    def against(method: Method) -> float:
        chance = Localiser(localiser.supply, method).posterior(moved)
        return float(np.log(chance[sural] / chance[femoral]))

    assert against(replace(localiser.method, silence=0.0)) < 0.9 * against(plain)


def test_one_leg_told_means_one_leg(localiser: Localiser) -> None:
    """Where nothing is said of the other leg it counts as well, a little, unless both legs are told of."""
    drop = Finding(Kind.WEAK_ACTION, "ankle-dorsiflexion", present=True)
    both = Finding(Kind.SIGN, "both-sides", present=True)
    silent = [[group for group, _ in localiser.silence.of(found, 0.6, 1.8)] for found in ([drop], [drop, both])]
    assert [[(both.kind, both.target)] in groups for groups in silent] == [True, False]
