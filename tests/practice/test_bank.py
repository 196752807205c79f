"""Every question that the atlas makes is right by every source kept, told with its sources, and keeps its id."""

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import networkx as nx
import pytest

from anatomy import Supply, cases, lesion
from anatomy.localise import Localiser
from anatomy.model import NerveKind, Zone
from anatomy.picture.assemble import assemble
from anatomy.practice.bank import KINDS, Bank
from anatomy.practice.known import drawn
from anatomy.practice.question import Form, Question
from anatomy.structures import Action, Disc, Joint, Muscle, Nerve, Reflex, Region
from anatomy.told import Case, PlexusVariant
from anatomy.tongue import tongue
from anatomy.weighing import Method

ROOT = Path(__file__).parent.parent.parent

pytestmark = pytest.mark.usefixtures("supply")


@pytest.fixture(scope="module")
def bank(supply: Supply) -> Bank:
    """Every question of the atlas."""
    return Bank(Localiser(supply))


def of(bank: Bank, kind: str) -> list[Question]:
    """The questions of a kind; never none."""
    found = [q for q in bank.questions if q.kind == kind]
    assert found, kind
    return found


def wrong(question: Question) -> list[str]:
    """The ids of a question's wrong choices."""
    return [c.id for c in question.choices if c.id not in question.right]


def test_how_many(bank: Bank) -> None:
    """Every kind makes questions; the note tells how many of each."""
    count = Counter(q.kind for q in bank.questions)
    print(f"\n{len(bank.questions)} questions of {len({q.fact for q in bank.questions})} facts:", dict(count.most_common()))
    assert set(count) == set(KINDS) and len(bank.questions) > 900


def test_shape(bank: Bank) -> None:
    """Exactly one right choice, or the stated set; each choice once, with its reason; each form as it is answered."""
    for q in bank.questions:
        ids, labels = [c.id for c in q.choices], [c.label for c in q.choices]
        assert len(set(ids)) == len(ids) and len(set(labels)) == len(labels), q.id
        assert all(c.label.strip() and c.why.strip() for c in q.choices), q.id
        assert q.prompt.strip() and q.explanation.strip() and q.right, q.id
        if q.form is Form.PRESS:
            assert not q.choices and all(q.judge((r,)) for r in q.right), q.id
        elif q.form is Form.ORDER:
            assert q.judge(q.right) and sorted(ids) == sorted(q.right) and len(ids) >= 4 and not q.judge(tuple(reversed(q.right))), q.id
        else:
            assert q.judge(q.right) and set(q.right) < set(ids) and (q.form is Form.SEVERAL or len(q.right) == 1), q.id
            assert len(wrong(q)) >= 2 and not any(q.judge((w,)) for w in wrong(q)), q.id


def test_sources_claims_and_picture(bank: Bank, supply: Supply) -> None:
    """Each question rests on claims with sources, opens something that the picture knows, and lies in a part of the leg."""
    for q in bank.questions:
        assert q.claims and q.sources and set(q.sources) <= supply.atlas.sources.keys(), q.id
        assert q.show in supply.atlas.structures and set(q.structures) <= supply.atlas.structures.keys(), q.id
        assert q.areas and set(q.areas) <= supply.atlas.areas.keys(), q.id


def test_what_is_pressed_is_drawn(bank: Bank, supply: Supply) -> None:
    """What is to be pressed stands on the picture."""
    drawn_ids = set(re.findall(r'data-id="([^"]+)"', assemble(supply, tongue("en")).html))
    for q in bank.questions:
        if q.form is Form.PRESS:
            assert set(q.right) <= drawn_ids, (q.id, set(q.right) - drawn_ids)


def noted(supply: Supply, target: str) -> str:
    """All that notes say about who serves a target."""
    record = supply.atlas.structures[target]
    assert isinstance(record, Muscle | Joint | Region)
    return " ".join(s.note or "" for s in (record.nerves if isinstance(record, Region) else record.says)).lower()


@pytest.mark.parametrize("kind", ["muscle-nerve", "skin-nerve", "joint-nerve"])
def test_no_wrong_nerve_stands_in_a_note(bank: Bank, supply: Supply, kind: str) -> None:
    """A nerve that a note names beside the one a source is filed under is no wrong choice."""
    for q in of(bank, kind):
        note = noted(supply, q.structures[0])
        names = {n: {name.lower() for name in (nerve.name, *nerve.synonyms)} for n in wrong(q) for nerve in [supply.atlas.get(n, Nerve)]}
        assert not [n for n, called in names.items() if any(re.search(rf"\b{re.escape(c)}\b", note) for c in called)], q.id


@pytest.mark.parametrize("kind", ["muscle-roots", "nerve-roots", "disc-root", "reflex-roots"])
def test_no_wrong_root_stands_in_a_note(bank: Bank, supply: Supply, kind: str) -> None:
    """A root that a note names, or that a variant of the plexus gives a nerve, is no wrong choice."""
    for q in of(bank, kind):
        target, zone = (*q.id.split(":")[1].split("."), None)[:2]
        record = supply.atlas.structures[target]
        assert isinstance(record, Muscle | Nerve | Disc | Reflex)
        says = [s for s in record.says if not isinstance(record, Disc) or s.zone == zone]
        note = " ".join(s.note or "" for s in says)
        variants = {r for v in supply.atlas.records(PlexusVariant) for n in v.nerves if n.nerve == target for r in n.roots}
        assert not [r for r in wrong(q) if r in variants or re.search(rf"\b{r}\b", note)], q.id


def said_nerves(supply: Supply, target: str) -> set[str]:
    """Every nerve that a record names for a target, with all that it comes from and all that comes from it."""
    record = supply.atlas.structures[target]
    assert isinstance(record, Muscle | Joint | Region)
    named = {s.nerve for s in (record.nerves if isinstance(record, Region) else record.says) if s.nerve}
    tree = supply.atlas.tree
    return named | {n for one in named & set(tree) for n in nx.ancestors(tree, one) | nx.descendants(tree, one)}


@pytest.mark.parametrize("kind", ["muscle-nerve", "skin-nerve", "joint-nerve"])
def test_no_other_nerve_is_named(bank: Bank, supply: Supply, kind: str) -> None:
    """No wrong nerve is one that any record names for the target, above or below it; the right one is named."""
    for q in of(bank, kind):
        closed = said_nerves(supply, q.structures[0])
        assert q.right[0] in closed and not closed.intersection(wrong(q)), q.id


@pytest.mark.parametrize("kind", ["nerve-muscle", "odd-one-out"])
def test_no_other_muscle_is_served(bank: Bank, supply: Supply, kind: str) -> None:
    """The nerve is named for the muscles that it serves, and for none that it is said not to serve."""
    for q in of(bank, kind):
        nerve = q.structures[0] if kind == "nerve-muscle" else q.structures[2]
        for muscle in (c.id for c in q.choices):
            serves = (muscle in q.right) is (kind == "nerve-muscle")
            assert (nerve in said_nerves(supply, muscle)) is serves, (q.id, muscle)


@pytest.mark.parametrize("kind", ["muscle-roots", "chief-root", "skin-root", "nerve-roots", "reflex-roots", "press-level"])
def test_no_other_root_is_named(bank: Bank, supply: Supply, kind: str) -> None:
    """Every right root is named by a record, no wrong one by any."""
    for q in of(bank, kind):
        record = supply.atlas.structures[q.structures[0]]
        assert isinstance(record, Muscle | Region | Nerve | Reflex)
        said = {r for s in (record.maps if isinstance(record, Region) else record.says) for r in s.roots}
        assert set(q.right) <= said and not said.intersection(wrong(q)), q.id


def test_no_other_root_meets_the_disc(bank: Bank, supply: Supply) -> None:
    """No wrong root is one that any record has the disc meet in that zone."""
    for q in of(bank, "disc-root"):
        disc, zone = q.id.removeprefix("disc-root:").rsplit(".", 1)
        said = {r for s in supply.atlas.get(disc, Disc).says if s.zone is Zone(zone) for r in s.roots}
        assert set(q.right) <= said and not said.intersection(wrong(q)), q.id


def test_no_other_muscle_moves(bank: Bank, supply: Supply) -> None:
    """No wrong muscle has any part in the movement by any record, also not by a plainer movement that it is told by."""
    for q in of(bank, "movement-muscle"):
        says = list(supply.atlas.get(q.structures[0], Action).says)
        says += [s for one in says if one.action for s in supply.atlas.get(one.action, Action).says]
        said = {m for s in says for m in s.muscles}
        assert q.right[0] in said and not said.intersection(wrong(q)), q.id


def test_ways_run_through_the_tree(bank: Bank, supply: Supply) -> None:
    """Each way is a path of the nerve tree from a level to a nerve, and its target is served by that nerve and root."""
    for q in of(bank, "route"):
        *way, target = q.right
        assert nx.is_path(supply.atlas.tree, way), q.id
        assert any((t.root, t.nerve) == (way[0], way[-1]) for t in supply.by_target[target]), q.id


def test_lesions_take_what_is_cut(bank: Bank, supply: Supply) -> None:
    """What a lesion takes is lost by the cut itself, what it spares is not."""
    sites = {s.id: (n, s.height) for n in supply.atlas.all(Nerve) for s in n.sites} | {n.id: (n, None) for n in supply.atlas.all(Nerve)}
    for kind in ("lesion-takes", "lesion-spares", "lesion-numbs"):
        for q in of(bank, kind):
            nerve, height = sites[q.id.split(":")[1]]
            lost = {t.target for t in lesion.cut(supply, nerve, height).lost}
            for target in (c.id for c in q.choices):
                taken = (target in q.right) is (kind != "lesion-spares")
                own = nerve.kind is not NerveKind.DIVISION and not taken and height is not None
                assert (target in lost) is taken or (own and nerve.id in said_nerves(supply, target)), (q.id, target)


def test_cases_have_one_answer(bank: Bank, supply: Supply) -> None:
    """No wrong site of a case is its answer, an acceptable one, or one that no finding sets apart from these; most cases are asked."""
    named, asked = bank.known.sites.named, {q.id.partition(":")[2]: q for q in of(bank, "case")}
    cases_ = supply.atlas.records(Case)
    for case in (c for c in cases_ if c.id in asked):
        q, fair = asked[case.id], {named[i].id for i in (case.answer, *case.accept)}
        assert q.right == (named[case.answer].id,) and not fair.intersection(wrong(q)), q.id
    assert len(asked) > 0.8 * len(cases_)


def test_wrong_sites_fit_a_case_less(bank: Bank, supply: Supply) -> None:
    """Were every site as common, the answer would be at least twice as likely as each wrong one, and each has its finding against it."""
    even = Localiser(supply, Method(priors=False))
    told = {c.id: c for c in supply.atlas.records(Case)}
    for q in of(bank, "case"):
        chances = even.posterior(cases.findings(even, told[q.id.partition(":")[2]]))
        answer = chances[even.place[q.right[0]]]
        assert all(answer >= 1.99 * chances[even.place[i]] for i in wrong(q)), q.id
        assert all(c.why.startswith("Against it: ") for c in q.choices if c.id not in q.right), q.id


def test_select(bank: Bank) -> None:
    """A selection holds just the kinds and parts asked for; nothing asked for is all."""
    assert bank.select() == bank.questions
    some = bank.select(kinds={"muscle-nerve"}, areas={"foot"})
    assert some and all(q.kind == "muscle-nerve" and "foot" in q.areas for q in some)


def test_the_same_for_ever(bank: Bank) -> None:
    """Another process makes the same questions with the same choices in the same order; an option that is added moves no other."""
    code = (
        "import json, anatomy; from anatomy.localise import Localiser; from anatomy.practice.bank import Bank;"
        "b = Bank(Localiser(anatomy.Supply(anatomy.load())));"
        "print(json.dumps([[q.id, [c.id for c in q.choices], q.right] for q in b.questions]))"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": "77"})
    assert json.loads(told.stdout) == [[q.id, [c.id for c in q.choices], list(q.right)] for q in bank.questions]
    options = [q.id for q in bank.questions[:80]]
    assert [o for o in drawn("seed", [*options, "new"]) if o != "new"] == drawn("seed", options)
