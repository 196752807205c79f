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
    """The places that examiners tell in words of their own (`Site.said`): from a landmark, or by a part of the leg that several share."""

    def __init__(self, nerves: Sequence[Nerve]) -> None:
        """Bind the nerves with their places."""
        sites: dict[str, dict[str, None]] = {}
        for site in (site for nerve in nerves for site in nerve.sites):
            for words in site.said:
                sites.setdefault(fold(words), {})[site.id] = None
        self._said = sorted(sites.items(), key=lambda one: -len(one[0]))
        self._whole = [words_of(nerve.id) - IDLE for nerve in nerves if "-nerve" in nerve.id]
        first = (nerve.id.split("-nerve")[0].split("-")[-1] for nerve in nerves if "-nerve" in nerve.id)
        self._naming = frozenset(first) - IDLE - _DIRECTIONS

    def find(self, place: str) -> tuple[str, tuple[str, ...]]:
        """The longest words of any site that stand in a text, folded, and the sites that go by them.

        "" and none where the text names another nerve, or lies behind the landmark.
        """
        text = f" {fold(place)} "
        for words, every in self._said:
            if (whole := f" {words} ") in text and " behind " not in text.replace(whole, " "):
                named = self._named(text.replace(whole, " "))
                if kept := tuple(site for site in every if named <= words_of(site)):
                    return words, kept
        return "", ()

    def _named(self, text: str) -> set[str]:
        """The words of a text that name nerves: the whole of a nerve's name, "lateral femoral cutaneous", or its own word, "fibular"."""
        told = words_of(text)
        return set().union(*(words for words in self._whole if words <= told), self._naming & told)
