"""What is taken for what is noticed, drilled as a pair, and let go once both are told apart."""

from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest

from anatomy.practice.answer import Answer
from anatomy.practice.confusion import NOTICED, Confusion, confusions, mistaken, tells_apart
from anatomy.practice.mix import drills
from anatomy.practice.question import Form, Question
from anatomy.practice.round import LENGTHS, next_question, plan
from tests.practice.made_up import answer, bank, day, question

TIBIAL = [question(f"to-tibial-{i}", right="tibial", wrong=("fibular", "obturator")) for i in range(3)]
FIBULAR = [question(f"to-fibular-{i}", right="fibular", wrong=("tibial", "obturator")) for i in range(3)]
OTHERS = bank(40)
ALL = (*TIBIAL, *FIBULAR, *OTHERS)
PAIR = ("fibular", "tibial")


def wrongly(*asked: Question, start: float = 0.0, chosen: str = "fibular") -> list[Answer]:
    """Wrong answers, one an hour."""
    return [answer(q, False, day(start + i / 24), chosen=chosen) for i, q in enumerate(asked)]


def rightly(*asked: Question, start: float) -> list[Answer]:
    """Right answers, one an hour."""
    return [answer(q, True, day(start + i / 24)) for i, q in enumerate(asked)]


def test_a_confusion_is_noticed_from_either_side() -> None:
    """Tibial taken for fibular and fibular for tibial are one confusion, with its count; a single slip is none."""
    once = wrongly(TIBIAL[0])
    assert confusions(once, ALL) == ()
    twice = once + wrongly(FIBULAR[0], start=1, chosen="tibial")
    assert confusions(twice, ALL) == (Confusion(PAIR, NOTICED),)
    assert confusions(twice[::-1], ALL) == confusions(twice, ALL)


def test_the_most_frequent_comes_first() -> None:
    """Confusions stand in the order of their counts."""
    given = wrongly(*TIBIAL[:2], chosen="obturator") + wrongly(*TIBIAL, start=1)
    assert [(c.pair, c.count) for c in confusions(given, ALL)] == [(PAIR, 3), (("obturator", "tibial"), 2)]


def test_it_stands_until_both_are_right_twice_in_a_row() -> None:
    """Two right in a row of one side do not end it, nor right and wrong by turns; two of both sides do."""
    given = wrongly(*TIBIAL[:2])
    one = given + rightly(*TIBIAL[:2], start=1)
    turns = one + rightly(FIBULAR[0], start=2) + wrongly(FIBULAR[1], start=3, chosen="obturator") + rightly(FIBULAR[0], start=4)
    assert [c.pair for c in confusions(one, ALL)] == [c.pair for c in confusions(turns, ALL)] == [PAIR]
    both = turns + rightly(FIBULAR[1], start=5)
    assert confusions(both, ALL) == ()
    assert confusions(both + wrongly(TIBIAL[0], start=6), ALL) == ()  # counted anew
    assert confusions(both + wrongly(*TIBIAL[:2], start=6), ALL) == (Confusion(PAIR, 2),)


def test_one_sided_it_ends_with_the_side_that_can_be_asked() -> None:
    """Where no question asks for the one, two right for the other end it: none stands for ever."""
    assert confusions(wrongly(*TIBIAL[:2]) + rightly(*TIBIAL[:2], start=1), TIBIAL) == ()


MISTAKES = {
    "one for one": (question("f", form=Form.SEVERAL), ("b",), ("a", "b")),
    "right": (question("f"), ("a",), None),
    "two for one": (question("f", form=Form.SEVERAL), ("b", "c"), None),
    "one too many": (question("f", form=Form.SEVERAL), ("a", "b"), None),
    "nothing chosen": (question("f"), (), None),
    "pressed beside": (question("f", form=Form.PRESS), ("z",), ("a", "z")),
    "pressed where several are right": (replace(question("f", form=Form.PRESS), right=("a", "b")), ("z",), None),
    "order": (replace(question("f", form=Form.ORDER), right=("a", "b")), ("b", "a"), None),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_what_is_a_mistake_of_one_for_another(name: str) -> None:
    """Only exactly one structure in exactly one other's place is a confusion."""
    asked, chosen, found = MISTAKES[name]
    assert mistaken(asked, chosen) == found


def test_answers_to_questions_that_are_gone_count_for_nothing() -> None:
    """A log of questions that no longer exist has no confusions, and does not hinder others."""
    gone = [question(f"gone-{i}", right="tibial", wrong=("fibular",)) for i in range(4)]
    assert confusions(wrongly(*gone), ALL) == ()
    assert confusions(wrongly(*gone) + wrongly(*TIBIAL, start=2), ALL) == (Confusion(PAIR, 3),)


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("seed", range(5))
def test_a_standing_confusion_is_drilled_as_a_pair(length: int, seed: int) -> None:
    """While it stands, a session asks for both members, one right after the other, each with the other to choose."""
    given = wrongly(*TIBIAL[:2])
    round_ = plan(ALL, given, day(3), length, seed)
    asked: list[Question] = []
    while question_ := next_question(round_, [answer(q, True, day(3), f"{i}") for i, q in enumerate(asked)]):
        asked.append(question_)
    drilled = [(one, other) for one, other in pairwise(asked) if {one.right, other.right} == {("tibial",), ("fibular",)}]
    assert drilled
    assert all(tells_apart(one, one.right[0], other.right[0]) and one.fact != other.fact for one, other in drilled)


def test_no_fact_is_drilled_twice() -> None:
    """Two confusions that share a structure are drilled with facts of their own; each fact of a session stands in it once."""
    given = wrongly(*TIBIAL[:2]) + wrongly(*TIBIAL[:2], start=1, chosen="obturator")
    obturator = question("to-obturator", right="obturator", wrong=("tibial",))
    for known in ((*ALL, obturator), (*TIBIAL[:2], *FIBULAR[:1], obturator)):
        found = drills(confusions(given, known), known, {}, Random(0))  # noqa: S311
        facts = [q.fact for drill in found for q in drill]
        assert len(found) == 2 and len(set(facts)) == len(facts)
        planned = plan(known, given, day(3), 20, 0).facts
        assert len(set(planned)) == len(planned)


def test_a_drill_needs_both_sides() -> None:
    """Where only one member can be asked there is no drill; the session is planned without."""
    given, known = wrongly(*TIBIAL[:2]), (*TIBIAL, *OTHERS)
    assert drills(confusions(given, known), known, {}, Random(0)) == []  # noqa: S311
    assert len(plan(known, given, day(3), 10, 0).facts) > 1
