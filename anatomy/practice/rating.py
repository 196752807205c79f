"""How an answer is rated for fsrs: 1 again, 2 hard, 3 good; 4, easy, is never given: one in four quick answers is a lucky press."""

from anatomy.practice.question import Form

SLOW = {Form.ONE: 25.0, Form.PRESS: 25.0, Form.SEVERAL: 45.0, Form.ORDER: 60.0}
"""Seconds from which a right answer was hard. Estimates, ours: to read a question and its choices takes about 10."""


def rating(form: Form, right: bool, seconds: float) -> int:
    """Again for a wrong answer, hard for a right one that took long, else good."""
    if not right:
        return 1
    return 2 if seconds >= SLOW[form] else 3
