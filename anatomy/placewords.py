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
        *("in", "at", "and", "or", "on", "a", "it", "its", "where", "about", "from", "with", "between", "under", "below"),
        *("above", "beside", "behind", "back", "nerve", "cm", "the", "of", "edge", "end", "scar", "side", "part", "point", "one", "finger"),
    )
)
"""Words of places that tell nothing by themselves."""


def words_of(place: str) -> set[str]:
    """The words of a place, each as nerves' sites call it."""
    return {PLAIN.get(word, word) for word in fold(place).split()}
