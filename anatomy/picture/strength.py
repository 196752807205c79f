"""How well a learner knows what is asked about each structure, as shade on the picture and in words."""

from collections.abc import Mapping
from typing import Any

from anatomy.practice.progress import Standing, Strength
from anatomy.supply import Supply

KEY = {Strength.FIRM: "firm", Strength.FADING: "fading", Strength.SHAKY: "shaky"}
"""What each of the three looks means; what was not met stays plain."""


def data(supply: Supply, found: Mapping[str, Standing], name: str) -> dict[str, Any]:
    """What the picture's script hears: structures by strength, and what is told of each, under a name by which a repeat is known."""
    known = supply.atlas.structures
    states = {str(word): [id_ for id_, s in found.items() if s.word is word] for word in KEY}
    told = {id_: f"{known[id_].name}: {_told(s)}." for id_, s in found.items() if id_ in known}
    shade = {"states": states, "pieces": [], "told": told, "marks": {}, "key": {str(s): w for s, w in KEY.items()}, "here": ""}
    said = {"press": "Press a muscle, a patch of skin or a level to read how well you know it.", "beyond": "Not met yet."}
    return {"push": name, "layer": "lesion", "side": "both", "lesion": shade | said}


def _told(standing: Standing) -> str:
    counted = [f"{count} {word}" for word, count in standing.strengths.items() if count]
    return f"{standing.word}; of {standing.facts} facts {', '.join(counted)}"
