"""The words of a place on a nerve, so that "outer ankle" and "lateral malleolus" are one."""

from collections.abc import Sequence

from anatomy.naming import fold
from anatomy.structures import Nerve

PLAIN = {
    "inner": "medial",
    "outer": "lateral",
    "anterior": "front",
    "superior": "upper",
    "calcaneus": "heel",
    "calcaneal": "heel",
    "head": "neck",
    "ankle": "malleolus",
    "malleolar": "malleolus",
    "fibula": "fibular",
    "asis": "iliac",
    "notch": "piriformis",
    "hunter": "adductor",
}
"""Everyday words of places, and what nerves' sites call them."""

IDLE = frozenset(
    (
        *("a", "above", "about", "across", "along", "and", "arise", "at", "back", "behind", "below", "beside", "between"),
        *("beyond", "bone", "cm", "cross", "crosse", "cut", "each", "edge", "end", "finger", "first", "fossa", "from", "great", "in"),
        *("into", "it", "its", "joint", "just", "near", "nerve", "of", "on", "one", "or", "over", "part", "pierce", "point"),
        *("proper", "s", "scar", "side", "the", "they", "tip", "to", "two", "under", "wall", "where", "which", "with"),
    )
)
"""Words of places that tell nothing by themselves, folded (`naming.fold`)."""


def words_of(place: str) -> set[str]:
    """The words of a place, each as nerves' sites call it; without numbers, which tell how far."""
    return {PLAIN.get(word, word) for word in fold(place).split() if not word.isdigit()}


_DIRECTIONS = frozenset(("cutaneous", "digital", "medial", "lateral", "superior", "inferior", "deep", "superficial", "common", "proper"))


class ToldPlaces:
    """The places that examiners tell in words of their own, from a landmark (`Site.said`)."""

    def __init__(self, nerves: Sequence[Nerve]) -> None:
        """Bind the nerves with their places."""
        every = ((fold(words), site.id) for nerve in nerves for site in nerve.sites for words in site.said)
        self._said = sorted(every, key=lambda one: -len(one[0]))
        first = (nerve.id.split("-nerve")[0].split("-")[-1] for nerve in nerves if "-nerve" in nerve.id)
        self._naming = frozenset(first) - IDLE - _DIRECTIONS

    def find(self, place: str) -> str | None:
        """The site whose own words stand in a text, the longest of them; None where it names another nerve, or lies behind the landmark."""
        text = fold(place).split()
        named = self._naming.intersection(text)
        if "behind" in text:
            return None
        whole = f" {' '.join(text)} "
        return next((site for words, site in self._said if f" {words} " in whole and named <= set(site.split("-"))), None)
