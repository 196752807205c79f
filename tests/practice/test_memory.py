"""The memory of a fact is what its answers make it, whoever saved them and in whatever order."""

from dataclasses import replace
from random import Random

import pytest

from anatomy.practice.memory import Memory, memories, ordered
from anatomy.practice.question import Form
from anatomy.practice.rating import SLOW, rating
from tests.practice.made_up import START, answer, bank, day, question

BANK = bank(20)


def log(n: int = 200) -> list:
    """Answers over some weeks, three in four right."""
    dice = Random(4)  # noqa: S311
    return [answer(dice.choice(BANK), dice.random() < 0.75, day(i / 5), f"a{i}") for i in range(n)]


def test_two_devices_are_merged_by_time() -> None:
    """The log of two devices, each in its own order and some answers saved twice, comes to the same memories."""
    whole = log()
    mixed = whole[1::2] + whole[::2] + [replace(a) for a in whole[:10]]
    assert memories(mixed) == memories(whole)
    assert ordered(mixed) == ordered(whole) == whole


def test_a_fact_is_remembered_whatever_its_wording() -> None:
    """Two wordings of one fact make one memory, seen twice."""
    one, other = question("f", 0), question("f", 1)
    kept = memories([answer(one, True), answer(other, True, day(3))])
    assert list(kept) == ["f"] and kept["f"].seen == 2
    assert kept == memories([answer(one, True), answer(one, True, day(3))])


def test_right_answers_make_it_last_and_wrong_ones_bring_it_back() -> None:
    """Each right answer on its day makes a fact last longer; a wrong one brings it back the next day and is a lapse."""
    asked, at, given, before = question("f"), START, [], 0.0
    for _ in range(5):
        given.append(answer(asked, True, at))
        memory = memories(given)["f"]
        assert memory.stability > before and memory.due > at
        before, at = memory.stability, memory.due
    after = memories([*given, answer(asked, False, at)])["f"]
    assert (after.lapses, after.right, after.seen) == (1, False, 6)
    assert after.stability < before and (after.due - at).days == 1
    assert memories([answer(asked, False)])["f"].lapses == 0  # nobody lapses from what was never known


def test_it_fades() -> None:
    """The chance of knowing a fact never rises by waiting, is one on the day, and nine in ten when it is due."""
    memory = memories([answer(question("f"), True)])["f"]
    chances = [memory.retrievability(day(n)) for n in range(60)]
    assert chances == sorted(chances, reverse=True) and chances[0] == 1
    assert memory.retrievability(memory.due) == pytest.approx(0.9, abs=0.02)


def test_a_little_earlier_the_next_day_is_a_day() -> None:
    """Who practises at six and next day at half past five has practised on two days: due then, and stronger after."""
    asked, early = question("f"), day(1 - 0.5 / 24)
    first = answer(asked, False)
    assert memories([first])["f"].is_due(early) and not memories([first])["f"].is_due(day(0.1))
    again = memories([first, answer(asked, True, early)])["f"]
    assert again.stability == memories([first, answer(asked, True, day(1))])["f"].stability
    assert again.stability > memories([first, answer(asked, True, day(0.1))])["f"].stability


def test_a_clock_that_goes_back_does_no_harm() -> None:
    """Asked about a time before its last answer, a memory is as it was then; an answer dated years ahead does not count yet."""
    asked = question("f")
    good = [answer(asked, True), answer(asked, True, day(2))]
    assert memories(good)["f"].retrievability(day(-400)) == 1
    wild = answer(asked, True, day(900))
    assert memories([*good, wild], day(3)) == memories(good, day(3))
    assert memories([*good, wild], day(900))["f"].seen == 3
    back = memories([*good, answer(asked, False, day(-1))])["f"]
    assert back.right and back.seen == 3


@pytest.mark.parametrize("odd", [-1, 0, 1, 5, 99])
def test_an_odd_rating_counts_as_good_or_wrong(odd: int) -> None:
    """A rating that cannot be is taken as good for a right answer and as again for a wrong one."""
    for right in (True, False):
        proper = answer(question("f"), right)
        strange = replace(proper, rating=odd)
        assert memories([strange]) == memories([proper])


def test_nothing_answered_nothing_remembered() -> None:
    """An empty log has no memories; a memory is a plain value."""
    assert memories([]) == {}
    assert all(isinstance(m, Memory) for m in memories(log()).values())


@pytest.mark.parametrize("form", list(Form))
def test_the_rating_of_an_answer(form: Form) -> None:
    """Wrong is again; right is good, or hard where it took long, never easy."""
    assert rating(form, False, 1.0) == rating(form, False, 1000.0) == 1
    assert rating(form, True, 0.1) == rating(form, True, SLOW[form] - 1) == 3
    assert rating(form, True, SLOW[form]) == 2
