"""How an answer is rated for fsrs: 1 again, 2 hard, 3 good, 4 easy."""

from enum import StrEnum

from anatomy.practice.question import Form


class Said(StrEnum):
    """What a learner may say of a right answer, on three buttons that all go on to the next question."""

    HARD = "hard"  # it took me long, or I half guessed
    GOOD = "good"
    EASY = "easy"  # no need to ask me this soon


SLOW = {Form.ONE: 25.0, Form.PRESS: 25.0, Form.SEVERAL: 45.0, Form.ORDER: 60.0}
"""Seconds from which a right answer was hard. Estimates, ours: to read a question and its choices takes about 10."""


def rating(form: Form, right: bool, seconds: float, said: Said | None = None) -> int:
    """Again for a wrong answer, else what the learner says; who says nothing found it good, or hard where it took long.

    A quick answer is never easy by itself: one in four quick ones is a lucky press.
    """
    if not right:
        return 1
    if said:
        return {Said.HARD: 2, Said.GOOD: 3, Said.EASY: 4}[said]
    return 2 if seconds >= SLOW[form] else 3
