"""Practice codes can be read aloud, forgive how they are typed, and cannot be guessed."""

import math
import random
import re

import pytest

from anatomy.practice.store import codes
from anatomy.practice.store.codes import WrongCode


def test_bits() -> None:
    """At least 80 bits are drawn: six words of two syllables, each from some 38,400."""
    assert codes._WORDS * math.log2(16 * 5 * 16 * 5 * 6) >= 80


def test_shape_and_no_two_alike() -> None:
    """Seven short words of plain letters, read back as they are; a thousand codes are a thousand."""
    made = [codes.make() for _ in range(1000)]
    assert len(set(made)) == 1000
    assert all(re.fullmatch(r"([a-z]{5}-){6}[a-z]{3}", one) and codes.read(one) == one for one in made)


def test_typed_carelessly() -> None:
    """Case, spaces, line breaks and hyphens do not matter."""
    code = codes.make()
    for typed in (code.upper(), code.replace("-", " "), f"  {code}\n", code.replace("-", " - "), code.title()):
        assert codes.read(typed) == code


def test_slips_are_told() -> None:
    """One letter changed is nearly always caught, with words that say so."""
    rng, caught = random.Random(1), 0  # noqa: S311  # slips, no secrets
    for _ in range(500):
        code = codes.make()
        at = rng.choice([i for i, c in enumerate(code) if c != "-"])
        typed = code[:at] + rng.choice([c for c in "abcdefghijklmnopqrstuvwxyz" if c != code[at]]) + code[at + 1 :]
        try:
            codes.read(typed)
        except WrongCode as error:
            caught += 1
            assert "slip" in str(error)
    assert caught >= 490


@pytest.mark.parametrize("typed", ["", "x", "a-b-c", "1234567", "'; DROP TABLE learners; --", "ü" * 50, "a " * 5000])
def test_nonsense(typed: str) -> None:
    """Nonsense is no code, and the message says what a code looks like."""
    with pytest.raises(WrongCode, match="A code has 7 short words"):
        codes.read(typed)
