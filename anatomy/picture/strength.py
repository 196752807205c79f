"""How well a learner knows what is asked about each structure, as shade on the picture and in words."""

from collections.abc import Mapping
from typing import Any

LOOKS = ("firm", "fading", "shaky")
"""The three looks; what was not met stays plain."""


def data(known: Mapping[str, tuple[str, str]], name: str) -> dict[str, Any]:
    """What the picture's script hears: each structure by its look, and what is told of it; `name` is how a repeat is known."""
    states = {look: [id_ for id_, (own, _) in known.items() if own == look] for look in LOOKS}
    told = {id_: words for id_, (_, words) in known.items()}
    shade = {"states": states, "pieces": [], "told": told, "marks": {}, "key": {look: look for look in LOOKS}, "here": ""}
    said = {"press": "Press a muscle, a patch of skin or a level to read how well you know it.", "beyond": "Not met yet."}
    return {"push": name, "layer": "lesion", "side": "both", "lesion": shade | said}
