"""Practice codes: strong, speakable, and a slip of the finger is told from a wrong code."""

import itertools
import math

import pytest

from anatomy.practice.store import codes

MADE = [codes.make() for _ in range(200)]


def test_strong() -> None:
    """At least 80 bits are drawn; no two codes are alike, and every syllable comes up."""
    assert codes.DRAWN * math.log2(len(codes.SYLLABLES)) >= 80
    assert len(set(MADE)) == len(MADE)
    assert {code.replace("-", "")[i : i + 2] for code in MADE for i in range(0, 30, 2)} == set(codes.SYLLABLES)


@pytest.mark.parametrize("typed", [str.upper, str.title, lambda c: c.replace("-", " "), lambda c: c.replace("-", ""), lambda c: f" {c}\n"])
def test_read_as_typed(typed) -> None:
    """Case, spaces and hyphens of any kind do not matter."""
    for code in MADE:
        assert codes.read(typed(code)) == code
        assert codes.read("\u00a0—".join(typed(code))) == code


def test_wrong_letter_is_seen() -> None:
    """Every letter changed into every other is seen."""
    for code in MADE[:5]:
        for i, letter in itertools.product(range(len(code)), "abcdefghijklmnopqrstuvwxyz"):
            if code[i] not in ("-", letter):
                with pytest.raises(codes.WrongCode):
                    codes.read(code[:i] + letter + code[i + 1 :])


def test_exchanged_syllables_are_seen() -> None:
    """Any two syllables that have changed places are seen."""
    for code in MADE[:20]:
        plain = code.replace("-", "")
        syllables = [plain[i : i + 2] for i in range(0, len(plain), 2)]
        for a, b in itertools.combinations(range(len(syllables)), 2):
            moved = list(syllables)
            moved[a], moved[b] = moved[b], moved[a]
            if moved != syllables:
                with pytest.raises(codes.WrongCode, match="changed places"):
                    codes.read("".join(moved))


@pytest.mark.parametrize("text", ["", " ", "hello", "ba" * 14, "ba" * 16, "xe" * 15, "0" * 30, "é" * 30, "\ud800", "a" * 100_000, "İ" * 30])
def test_anything_else_is_refused_in_words(text: str) -> None:
    """Whatever is typed, the answer is a sentence."""
    with pytest.raises(codes.WrongCode) as refused:
        codes.read(text)
    assert str(refused.value).endswith(".") and len(str(refused.value)) < 200


def test_hash_tells_codes_apart() -> None:
    """A hash is 64 hex digits, another for every code, and holds no word of it."""
    assert len({codes.hashed(code) for code in MADE}) == len(MADE)
    assert all(len(codes.hashed(code)) == 64 and code not in codes.hashed(code) for code in MADE)
