"""The words of a place on a nerve, so that "outer ankle" and "lateral malleolus" are one."""

from anatomy.naming import fold

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
        *("proper", "s", "scar", "side", "the", "they", "tip", "to", "two", "under", "wall", "where", "which", "with", "3"),
        *("5", "6", "10", "12"),
    )
)
"""Words of places that tell nothing by themselves."""


def words_of(place: str) -> set[str]:
    """The words of a place, each as nerves' sites call it."""
    return {PLAIN.get(word, word) for word in fold(place).split()}
