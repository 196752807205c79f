"""A practice code: fifteen syllables in five words, by rule, the last syllable a check. Whoever has the code is the learner."""

import hashlib
import re
import secrets
import unicodedata

CONSONANTS = "bdfghjklmnprstvz"
VOWELS = "aiou"
SYLLABLES = [c + v for c in CONSONANTS for v in VOWELS]  # 64 of them: six bits each
DRAWN = 14  # syllables drawn at random: 84 bits
WORD = 3  # syllables to a word


class WrongCode(ValueError):
    """What was typed cannot be a practice code; the message says why in plain words."""


def make() -> str:
    """A new code of 84 random bits, as `bafiko-…`: five words of three syllables."""
    drawn = [secrets.randbelow(len(SYLLABLES)) for _ in range(DRAWN)]
    return written([*drawn, twice(folded(drawn))])


def read(text: str) -> str:
    """The code as `make` writes it, from what a learner typed: case, spaces and hyphens do not matter.

    Raises:
        WrongCode: if it has too few or too many syllables, a syllable that is none, or does not fit its check.
    """
    letters = re.sub(r"[^a-z]", "", unicodedata.normalize("NFKC", text).casefold())
    pairs = [letters[i : i + 2] for i in range(0, len(letters), 2)]
    if len(letters) != 2 * (DRAWN + 1):
        raise WrongCode(f"A practice code has {2 * (DRAWN + 1)} letters, in five words of six; this has {len(letters)}.")
    if wrong := [pair for pair in pairs if pair not in SYLLABLES]:
        raise WrongCode(f"“{wrong[0]}” is in no practice code: each is made of syllables such as “{SYLLABLES[0]}” or “{SYLLABLES[-1]}”.")
    values = [SYLLABLES.index(pair) for pair in pairs]
    if folded(values):
        raise WrongCode("This is not quite a practice code: a letter is mistyped or two syllables have changed places.")
    return written(values)


def hashed(code: str) -> str:
    """SHA-256 of a code, 64 hex digits; all that is kept of it.

    A slow, salted hash guards words that people choose. With 84 random bits there is nothing to try out:
    a thousand million guesses a second would need hundreds of millions of years.
    """
    return hashlib.sha256(code.encode()).hexdigest()


def written(values: list[int]) -> str:
    """Syllables as words with hyphens."""
    words = ["".join(SYLLABLES[v] for v in values[i : i + WORD]) for i in range(0, len(values), WORD)]
    return "-".join(words)


def folded(values: list[int]) -> int:
    """A check in the field of 64 elements: zero for a whole code, never zero with one syllable wrong or two exchanged."""
    total = 0
    for value in values:
        total = twice(total) ^ value
    return total


def twice(value: int) -> int:
    """An element times x, modulo x⁶ + x + 1; x has order 63, so no two places of a code weigh the same."""
    return value << 1 ^ (0b1000011 if value & 0b100000 else 0)
