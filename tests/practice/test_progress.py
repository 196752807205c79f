"""Progress says what is known, shaky, or not met, in numbers that add up."""

from datetime import date, timedelta, timezone

import pytest

from anatomy.practice.memory import memories
from anatomy.practice.progress import Strength, by_area, by_kind, by_structure, forecast, overall, strength
from tests.practice.made_up import answer, bank, day, question

BANK = bank(60)
FIRST = BANK[::2]
LOG = [answer(q, i % 4 > 0, day(i / 40)) for i, q in enumerate(FIRST[:40])] + [
    answer(q, True, day(5 + i / 40)) for i, q in enumerate(FIRST[:20])
]
NOW = day(8)
KEPT = memories(LOG)
VIEWS = {"area": by_area, "kind": by_kind, "structure": by_structure}


def test_the_words_follow_a_fact_through_its_life() -> None:
    """New, shaky after one answer, firm after several, fading when it is due, shaky when long past or wrong."""
    asked = question("f")
    right = [answer(asked, True, day(n)) for n in (0, 3, 12)]
    memory = memories(right)["f"]
    assert strength(None, NOW) is Strength.NEW
    assert strength(memories(right[:1])["f"], day(0)) is Strength.SHAKY
    assert strength(memory, day(13)) is Strength.FIRM
    assert strength(memory, memory.due + timedelta(days=9)) is Strength.FADING
    assert strength(memory, day(4000)) is Strength.SHAKY
    long = [answer(asked, True, day(n)) for n in (0, 3, 12, 60, 200)]
    assert strength(memories(long)["f"], day(200)) is Strength.FIRM
    assert strength(memories([*long, answer(asked, False, day(600))])["f"], day(600)) is Strength.SHAKY


@pytest.mark.parametrize("view", VIEWS)
def test_numbers_add_up(view: str) -> None:
    """Every fact of each part is counted once, whatever its wordings; recall lies within 0 and 1; rows say the same."""
    for standing in VIEWS[view](BANK, KEPT, NOW):
        facts = {q.fact for q in BANK if standing.key in (*q.areas, q.kind, *q.structures)}
        assert standing.facts == len(facts) == sum(standing.row()[2:6])
        assert standing.strengths[Strength.NEW] == len(facts.difference(KEPT))
        assert 0 <= standing.recall <= 1
        assert standing.row() == (standing.key, len(facts), *standing.strengths.values(), round(100 * standing.recall))


def test_every_part_is_there_once() -> None:
    """Each area, kind and structure has one row, met or not."""
    for view, keys in ((by_area, {"leg", "foot"}), (by_kind, {f"kind{i}" for i in range(5)})):
        assert sorted(s.key for s in view(BANK, KEPT, NOW)) == sorted(keys)
        assert {s.word for s in view(BANK, {}, NOW)} == {Strength.NEW}


def test_a_structure_s_shade_and_word() -> None:
    """A structure whose facts are met shades above one whose facts are not, and its word is that of its middle fact."""
    standing = {s.key: s for s in by_structure(BANK, KEPT, day(5.6))}
    assert standing["about0"].recall > 0.8 > standing["about19"].recall == 0
    assert standing["about19"].word is Strength.NEW
    wrong = memories([answer(q, False, day(5)) for q in FIRST[:2]] + [answer(FIRST[2], True, day(n)) for n in (0, 3, 5)])
    assert {s.key: s.word for s in by_structure(BANK, wrong, day(5))}["about0"] is Strength.SHAKY


def test_the_forecast_counts_every_review() -> None:
    """Fourteen days from today; what is overdue is today's; over a long time all that is met falls due once."""
    loads = forecast(BANK, KEPT, NOW)
    assert [load.day for load in loads] == [NOW.date() + timedelta(days=n) for n in range(14)]
    assert loads[0].reviews == sum(m.due.date() <= NOW.date() for m in KEPT.values()) > 0
    assert sum(load.reviews for load in forecast(BANK, KEPT, NOW, 4000)) == len(KEPT)
    assert loads[0].row() == ("2026-03-10", loads[0].reviews)
    assert {load.reviews for load in forecast(BANK, {}, NOW)} == {0}


def test_the_forecast_s_days_are_the_learner_s() -> None:
    """Where it is already tomorrow, the forecast begins with tomorrow."""
    there = NOW.astimezone(timezone(timedelta(hours=12)))
    assert forecast(BANK, KEPT, there)[0].day == date(2026, 3, 11)
    evening = memories([answer(FIRST[0], True, day(n)) for n in (0, 3, 7)])
    [load] = [load for load in forecast(BANK, evening, there, 90) if load.reviews]
    assert load.day == evening[FIRST[0].fact].due.date() + timedelta(days=1)


def test_facts_that_are_gone_are_kept_and_ignored() -> None:
    """Answers to facts that no longer exist stay in the log and change no number."""
    more = memories([*LOG, *(answer(question(f"gone{i}"), True, day(i)) for i in range(5))])
    assert len(more) == len(KEPT) + 5
    assert overall(BANK, more, NOW) == overall(BANK, KEPT, NOW) and forecast(BANK, more, NOW) == forecast(BANK, KEPT, NOW)
    assert overall((), KEPT, NOW).row() == ("all", 0, 0, 0, 0, 0, 0)
