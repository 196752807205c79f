"""A session asks what is best asked now, answers to the answers, and ends with what was learned."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from random import Random

import pytest

from anatomy.practice.answer import Answer
from anatomy.practice.memory import memories
from anatomy.practice.mix import NEW_LEAST, NEW_MOST
from anatomy.practice.question import Form, Question
from anatomy.practice.round import GAP, LENGTHS, RETURNS, Round, done, learned, next_question, offered, plan, since
from tests.bench.practice import ABILITIES, Ability, by_chance, by_plan, practised
from tests.practice.made_up import START, answer, bank, day, question

BANK = bank(120, wordings=2)
NOW = day(10)


def met(facts: int, when: float = 0.0, right: Callable[[int], bool] = lambda i: True) -> list[Answer]:
    """A log in which the first facts were answered once."""
    return [answer(q, right(i), day(when + i / 10000)) for i, q in enumerate(BANK[: 2 * facts : 2])]


LOGS = {"nothing": [], "some": met(30), "a pile": met(100, right=lambda i: i % 3 > 0), "everything": met(120), "just now": met(120, 10)}


def answered(round_: Round, right: Callable[[Question, int], bool]) -> list[tuple[Question, Answer]]:
    """A session from start to end."""
    own: list[tuple[Question, Answer]] = []
    while asked := next_question(round_, [a for _, a in own]):
        own.append((asked, answer(asked, right(asked, len(own)), NOW, f"{len(own)}")))
    return own


def sometimes(asked: Question, n: int) -> bool:
    """Right in most cases, by the question and its place."""
    return Random(f"{asked.id} {n}").random() < 0.7  # noqa: S311


@pytest.mark.parametrize("log", LOGS)
@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("right", [lambda q, n: True, lambda q, n: False, sometimes], ids=["all", "none", "some"])
def test_a_session_has_its_length_and_never_the_same_fact_twice_in_a_row(
    log: str, length: int, right: Callable[[Question, int], bool]
) -> None:
    """However it is answered, it ends after just as many answers as were chosen, and tells how far it is."""
    round_ = plan(BANK, LOGS[log], NOW, length, 1)
    own = answered(round_, right)
    facts = [q.fact for q, _ in own]
    assert len(own) == length
    assert all(one != other for one, other in pairwise(facts))
    assert [done(round_, [a for _, a in own[:n]]) for n in (0, 3, length)] == [(0, length), (3, length), (length, length)]


@pytest.mark.parametrize("log", LOGS)
def test_the_same_seed_is_the_same_session(log: str) -> None:
    """Same questions, log and seed: same session, whatever the order of the log; another seed: another session."""
    one, two, other = (plan(BANK, given, NOW, 20, seed) for given, seed in ((LOGS[log], 1), (LOGS[log][::-1], 1), (LOGS[log], 2)))
    assert one == two
    assert [q.id for q, _ in answered(one, sometimes)] == [q.id for q, _ in answered(two, sometimes)]
    assert one.facts != other.facts


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("seed", range(5))
def test_the_due_pile_never_starves_the_new(length: int, seed: int) -> None:
    """However many are due, new facts keep their share, in every part of the session alike, even if all is answered wrong."""
    round_ = plan(BANK, LOGS["a pile"], NOW, length, seed)
    assert len(round_.new) >= length * NEW_LEAST
    asked = {q.fact for q, _ in answered(round_, sometimes)}
    assert asked & round_.new
    if length >= 20:
        half = round_.facts[: length // 2]
        assert round_.new.intersection(half) and round_.new.difference(half)
        assert round_.new & {q.fact for q, _ in answered(round_, lambda q, n: False)}


@pytest.mark.parametrize("log", LOGS)
@pytest.mark.parametrize("length", LENGTHS)
def test_the_new_never_flood(log: str, length: int) -> None:
    """However little is due, no more than half of a session is new; a first session asks each of its facts at most twice."""
    round_ = plan(BANK, LOGS[log], NOW, length, 1)
    assert len(round_.new) <= length * NEW_MOST + 1
    if log == "nothing":
        facts = [q.fact for q, _ in answered(round_, lambda q, n: True)]
        assert max(facts.count(f) for f in facts) == 2


def test_what_was_wrong_comes_first_of_what_is_due() -> None:
    """Of a pile that a session cannot hold, the facts answered wrong are in it."""
    log = met(60, right=lambda i: i % 10 > 0)
    wrong = {a.fact for a in log if not a.right}
    assert wrong <= set(plan(BANK, log, NOW, 20, 3).facts)


@pytest.mark.parametrize("seed", range(5))
def test_a_wrong_answer_comes_back_in_another_wording(seed: int) -> None:
    """After a few others, in the other wording, and no more than so often in a session."""
    round_ = plan(BANK, LOGS["some"], NOW, 20, seed)
    missed = round_.facts[2]
    own = answered(round_, lambda q, n: q.fact != missed)
    places = [i for i, (q, _) in enumerate(own) if q.fact == missed]
    assert len(places) == 1 + RETURNS
    assert {b - a for a, b in pairwise(places)} == {GAP + 1}
    assert own[places[0]][0].id != own[places[1]][0].id
    once = answered(round_, lambda q, n: n != 2)
    assert [q.fact for q, _ in once].count(missed) == 2


def test_of_two_wordings_the_one_not_asked_last() -> None:
    """The wording asked last waits for the other; one never asked comes first."""
    pair = BANK[:2]
    for last, other in (pair, pair[::-1]):
        log = [answer(other, True, day(1)), answer(last, True, day(2))]
        for known in (log, log[1:]):
            assert plan(pair, known, day(30), 5, 0).wordings[last.fact][0] == other


@pytest.mark.parametrize("seed", range(5))
def test_kinds_and_forms_are_spread(seed: int) -> None:
    """Questions to press do not stand in a heap: with one in five of them, never three in a row."""
    round_ = plan(BANK, [], NOW, 40, seed)
    presses = [round_.wordings[f][0].form is Form.PRESS for f in round_.facts]
    assert 0 < sum(presses) < len(presses) and not any(all(presses[i : i + 3]) for i in range(len(presses) - 2))


def test_a_session_ends_with_what_was_learned() -> None:
    """Each fact asked is new, stronger or still shaky, by its last answer; before the first answer there is nothing."""
    round_ = plan(BANK, LOGS["some"], NOW, 20, 0)
    assert learned(round_, []) == type(learned(round_, []))((), (), ())
    own = answered(round_, sometimes)
    came, last = learned(round_, [a for _, a in own]), {a.fact: a.right for _, a in own}
    assert sorted((*came.new, *came.stronger, *came.shaky)) == sorted(last)
    assert set(came.shaky) == {f for f, right in last.items() if not right}
    assert set(came.new) <= round_.new and not set(came.stronger) & round_.new
    assert came.new and came.stronger


def test_a_session_goes_on_from_the_log() -> None:
    """On another device the same plan and the answers in the log lead to the same next question; others' do not count."""
    round_ = plan(BANK, LOGS["some"], NOW, 10, 0)
    own = [a for _, a in answered(round_, sometimes)][:4]
    other = answer(question("elsewhere"), True, day(11))
    log = [*LOGS["some"], *own, other, own[0]]
    again = plan(BANK, [a for a in log if a.at < NOW], NOW, 10, 0)
    assert again == round_
    assert since(again, log) == sorted(own, key=lambda a: a.id)
    assert next_question(again, [*own, other, own[0]]) == next_question(round_, own)
    assert done(again, [*own, other, own[0]]) == (4, 10)


def test_a_clock_that_goes_back_does_not_hold_up_a_session() -> None:
    """Answers dated before the session's start count in it all the same, and a log from the future hinders no plan."""
    round_ = plan(BANK, LOGS["some"], NOW, 10, 0)
    own: list[Answer] = []
    while asked := next_question(round_, own):
        own.append(answer(asked, True, day(-len(own)), f"{len(own)}"))
    assert len(own) == 10
    wild = [answer(q, True, day(5000)) for q in BANK]
    assert plan(BANK, LOGS["some"] + wild, NOW, 10, 0) == round_


def test_answers_to_questions_that_are_gone_change_nothing() -> None:
    """A log with answers to facts and wordings that no longer exist plans the same session."""
    gone = [answer(question(f"gone{i}"), i % 2 > 0, day(i)) for i in range(9)]
    assert plan(BANK, LOGS["some"] + gone, NOW, 20, 4) == plan(BANK, LOGS["some"], NOW, 20, 4)


def test_the_smallest_sessions() -> None:
    """No question: no session. One fact: asked once. Two: by turns."""
    sizes: dict[Sequence[Question], int] = {(): 0, BANK[:2]: 1, BANK[:4]: 10}
    for some, asked in sizes.items():
        assert len(answered(plan(some, [], START, 10, 0), sometimes)) == asked
    assert len(answered(plan(BANK, LOGS["a pile"], NOW, 1, 0), sometimes)) == 1
    three = [q.fact for q, _ in answered(plan(BANK[:6], [], START, 20, 0), lambda q, n: q.fact == BANK[0].fact)]
    assert len(three) == 20 and all(one != other for one, other in pairwise(three))


def test_choices_are_shuffled_alike_for_all() -> None:
    """Every choice is offered once, in an order that the seed, the question and its place decide."""
    round_ = plan(BANK, [], NOW, 10, 0)
    orders = {tuple(c.id for c in offered(round_, BANK[0], n)) for n in range(30)}
    assert len(orders) > 10 and {tuple(sorted(o)) for o in orders} == {tuple(sorted(c.id for c in BANK[0].choices))}
    assert offered(round_, BANK[0], 3) == offered(plan(BANK, [], NOW, 10, 0), BANK[0], 3)


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize(("ability", "facts"), zip(ABILITIES, (150, 250, 250), strict=True), ids=lambda x: getattr(x, "name", str(x)))
def test_thirty_days_of_ten_minutes(ability: Ability, facts: int, seed: int) -> None:
    """A learner meets nine facts in ten and knows them a month on, which the same learner in random order does not as well.

    Two hundred and fifty facts are too many for the slow one, in whatever order: the bench prints what it comes to.
    """
    questions = bank(facts, wordings=3)
    planned, chance = (practised(questions, ability, seed, way(questions, seed)) for way in (by_plan, by_chance))
    assert planned.met >= 0.9 and planned.recall >= 0.85
    assert planned.recall > chance.recall


def test_memory_is_the_plan_s_own_ground() -> None:
    """A fact is new to a session exactly where it has no memory."""
    log = LOGS["some"]
    round_ = plan(BANK, log, NOW, 40, 0)
    assert round_.new == {f for f in round_.facts if f not in memories(log)}
