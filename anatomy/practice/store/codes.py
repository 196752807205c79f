"""Practice codes: how a learner is known. Made here, shown once, kept only as a hash; no name, no mail, no address."""

import hashlib
import re
import secrets

_FIRST, _VOWELS, _LAST = "bdfghjklmnprstvz", "aeiou", "lmnrst"
_WORDS = 6
"""Words of a code. Each is two syllables: 16 x 5 x 16 x 5 x 6 = 38,400 words, 15.2 bits; six of them are 91 bits."""


class WrongCode(ValueError):
    """What was typed is no code; the message says so in plain words."""


def make() -> str:
    """A new code: six words that can be read aloud, and a seventh that catches slips."""
    words = [_word() for _ in range(_WORDS)]
    return "-".join((*words, _check(words)))


def _word() -> str:
    return "".join(secrets.choice(letters) for letters in (_FIRST, _VOWELS, _FIRST, _VOWELS, _LAST))


def _check(words: list[str]) -> str:
    """A short word that follows from the others."""
    digest = hashlib.sha256("-".join(words).encode()).digest()
    return _FIRST[digest[0] % 16] + _VOWELS[digest[1] % 5] + _LAST[digest[2] % 6]


def read(text: str) -> str:
    """A code as it was made, however it was typed: case, spaces and hyphens do not matter.

    Raises:
        WrongCode: when it is none, or a letter was mistyped.
    """
    words = re.findall(r"[a-z]+", text.lower()) if len(text) < 200 else []
    if len(words) != _WORDS + 1:
        raise WrongCode(f"A code has {_WORDS + 1} short words with hyphens between them. This has {len(words)}.")
    if words[-1] != _check(words[:-1]):
        raise WrongCode("There is a slip in this code. Look at each word again.")
    return "-".join(words)


def hashed(code: str) -> str:
    """What is kept of a code. A plain hash is enough: nobody tries 2 to the 91 codes, so there is nothing to slow."""
    return hashlib.sha256(code.encode()).hexdigest()
