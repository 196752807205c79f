"""A teacher's link gives every class the same questions, and one that was tampered with gives none."""

import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlencode

import pytest

from anatomy import Supply
from anatomy.practice.chosen import LAST_SEED, LONGEST, MOST, Chosen, NoSet, parsed, pick, read
from anatomy.practice.question import Question
from tests.practice import few

ROOT = Path(__file__).parents[2]
AREAS = ("hamstring", "knee", "foot", "hip", "thigh", "leg", "trunk")
KINDS = ("muscle-nerve", "muscle-roots", "route-order", "press")


@pytest.fixture(scope="module")
def asked(supply: Supply) -> tuple[Question, ...]:
    """Every question there is."""
    return few.questions(supply)


def seeded(seed: int) -> random.Random:
    """Chance that is the same each time."""
    return random.Random(seed)  # noqa: S311  # nothing to be kept secret


def any_set(chance: random.Random) -> Chosen:
    """Some set."""
    areas, kinds = (tuple(chance.sample(all_, chance.randint(0, len(all_)))) for all_ in (AREAS, KINDS))
    return Chosen(areas, kinds, chance.randint(1, MOST), chance.randint(0, LAST_SEED))


def test_link_reads_as_promised() -> None:
    """The link is short and can be read aloud."""
    assert Chosen(("knee", "foot"), ("muscle-nerve",), 20, 7).to_link() == "knee,foot~muscle-nerve~20~7"
    assert Chosen().to_link() == "all~all~20~0"


def test_every_set_comes_back_from_its_link() -> None:
    """Written and read again, also through a browser's address line, a set is the same set."""
    chance = seeded(1)
    for _ in range(500):
        one = any_set(chance)
        assert read(one.to_link(), AREAS, KINDS) == one
        assert read(parse_qs(urlencode({"set": one.to_link()}))["set"][0], AREAS, KINDS) == one
        assert len(one.to_link()) <= LONGEST


HOSTILE = [
    "", "~", "~~~", "knee", "knee~all~20", "knee~all~20~7~", "knee~all~20~7~8", " knee~all~20~7", "knee~all~20~7\n", "knee~all~20~7\x00",
    "Knee~all~20~7", "elbow~all~20~7", "knee,~all~20~7", ",knee~all~20~7", "knee,,foot~all~20~7",
    "knee,knee~all~20~7", "all,knee~all~20~7",
    "~all~20~7", "knee~~20~7", "knee~press,press~20~7", "knee~cases~20~7", "knee~all~0~7", "knee~all~-1~7",
    "knee~all~+1~7", "knee~all~020~7",
    "knee~all~201~7", "knee~all~9999999999~7", "knee~all~2e1~7", "knee~all~20.0~7", "knee~all~٢٠~7", "knee~all~20~٧", "knee~all~2_0~7",
    "knee~all~20~07", "knee~all~20~-7", "knee~all~20~1000000", "knee~all~20~" + "9" * 5000,
    "knee," * 5000 + "~all~20~7", "knee~all~nan~inf",
    "<script>alert(1)</script>~all~20~7", "knee' OR 1=1--~all~20~7", "../../etc/passwd~all~20~7", "%00~all~20~7", "knee;foot~all~20~7",
    "{{c1::knee}}~all~20~7", "knee~all~20~7&seed=8", "ｋnee~all~20~7", "knee\u200b~all~20~7", "💀~💀~💀~💀",
]  # fmt: skip


@pytest.mark.parametrize("value", HOSTILE, ids=lambda v: repr(v)[:40])
def test_tampered_link_gives_no_set(value: str) -> None:
    """What was not written here stands for no set, and the reader is told why in a short sentence."""
    assert read(value, AREAS, KINDS) is None
    with pytest.raises(NoSet) as told:
        parsed(value, AREAS, KINDS)
    assert 20 < len(str(told.value)) < LONGEST + 100 and "\n" not in str(told.value) and "<" not in str(told.value)


def test_changed_link_is_another_set_or_none() -> None:
    """Whatever letter of a link is changed, left out or put in, it is refused, or reads as a set that writes itself so."""
    chance = seeded(2)
    letters = "aek019~,-_ \n\x00%<é٢"
    for _ in range(5000):
        link = any_set(chance).to_link()
        at, new = chance.randrange(len(link) + 1), chance.choice(["", *letters])
        changed = link[:at] + new + link[at + chance.randint(0, 2) :]
        found = read(changed, AREAS, KINDS)
        assert found is None or found.to_link() == changed


@pytest.mark.parametrize(("number", "seed"), [(0, 0), (MOST + 1, 0), (-1, 0), (1, -1), (1, LAST_SEED + 1)])
def test_numbers_have_bounds(number: int, seed: int) -> None:
    """No page can make a set that its own link would not bring back."""
    with pytest.raises(ValueError, match="practice set"):
        Chosen((), (), number, seed)


def test_picks_what_was_asked_for(asked: tuple[Question, ...]) -> None:
    """Only questions of the areas and kinds, none twice, as many as wanted or as there are."""
    chance = seeded(3)
    for _ in range(60):
        one = any_set(chance)
        fitting = {q.id for q in asked if (not one.areas or set(one.areas) & set(q.areas)) and (not one.kinds or q.kind in one.kinds)}
        found = [q.id for q in pick(one, asked)]
        assert set(found) <= fitting and len(found) == len(set(found)) == min(one.number, len(fitting))


def test_order_of_the_bank_does_not_matter(asked: tuple[Question, ...]) -> None:
    """However the questions come, the same link gives the same ones in the same order; another seed gives others."""
    one = Chosen(("knee", "leg"), (), 20, 7)
    turned = list(asked)
    seeded(4).shuffle(turned)
    assert pick(one, turned) == pick(one, asked) != pick(replace(one, seed=8), asked)


def test_same_in_every_process(asked: tuple[Question, ...]) -> None:
    """Another process, with another hash of strings, picks the same questions."""
    code = (
        "from anatomy import Supply, load; from anatomy.practice.chosen import Chosen, pick; from tests.practice import few\n"
        "print(*(q.id for q in pick(Chosen(('knee', 'leg'), (), 20, 7), few.questions(Supply(load())))))"
    )
    out = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONHASHSEED": "12345"}, cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert out.stdout.split() == [q.id for q in pick(Chosen(("knee", "leg"), (), 20, 7), asked)]


def test_new_question_pushes_at_most_one_out(asked: tuple[Question, ...]) -> None:
    """When the atlas grows by one question, at most one of a set changes and the others keep their order."""
    chance = seeded(5)
    alike = [replace(q, fact=q.show) for q in asked]  # four questions a fact
    for bank in [asked, alike] * 100:
        one, new = any_set(chance), chance.choice(bank)
        before, after = pick(one, [q for q in bank if q is not new]), pick(one, bank)
        assert len(set(before) - set(after)) <= 1 and len(set(after) - set(before)) <= 1
        stay = {q for q in before if q in after and q.fact != new.fact}
        assert [q for q in before if q in stay] == [q for q in after if q in stay]


def test_each_fact_once_before_any_twice(asked: tuple[Question, ...]) -> None:
    """Several questions on one fact do not crowd the others out."""
    doubled = [*asked[:30], *(replace(q, id=f"{q.id}-again") for q in asked[:30])]
    found = pick(Chosen((), (), 40, 1), doubled)
    assert len({q.fact for q in found[:30]}) == 30 and len(found) == 40
