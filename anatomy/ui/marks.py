"""The places a patient marks on the body, and the one way told step by step: state and link of those two pages."""

from dataclasses import dataclass
from typing import Any

import streamlit as st

from anatomy.claims import Triple
from anatomy.structures import Region
from anatomy.ui import session

_MARKS, _STEP = "marks", "step"


@dataclass(frozen=True)
class Marks:
    """Patches of skin by id, and a side of the body."""

    places: tuple[str, ...] = ()
    side: str = "both"


def marks() -> Marks:
    """What is marked now; at first what the link holds. Nonsense in either counts as nothing."""
    answer = (st.session_state.get("body") or {}).get("marks")
    if answer:
        found = _checked(answer.get("places"), answer.get("side"))
        st.session_state[_MARKS] = found
        _link(found)
    elif _MARKS not in st.session_state:
        st.session_state[_MARKS] = _checked(st.query_params.get("at", "").split(","), st.query_params.get("side"))
    kept: Marks = st.session_state[_MARKS]
    return kept


def _checked(places: Any, side: Any) -> Marks:
    known = session.supply().atlas.structures
    kept = [p for p in places if isinstance(p, str) and isinstance(known.get(p), Region)] if isinstance(places, list) else []
    return Marks(tuple(dict.fromkeys(kept))[:20], side if side in session.SIDES else "both")


def _link(now: Marks) -> None:
    wanted = {"at": ",".join(now.places)} if now.places else {}
    wanted |= {"side": now.side} if now.side != "both" else {}
    rest = {k: v for k, v in st.query_params.to_dict().items() if k not in ("at", "side")}
    if st.query_params.to_dict() != rest | wanted:
        st.query_params.from_dict(rest | wanted)


def pushed() -> dict[str, Any]:
    """What the body's script hears: the marks that the link held, told once."""
    if "marks-pushed" not in st.session_state:
        now = marks()
        st.session_state["marks-pushed"] = {"push": 1, "places": list(now.places), "side": now.side}
    found: dict[str, Any] = st.session_state["marks-pushed"]
    return found


def way() -> Triple | None:
    """The triple whose way the link asks for, by its claim id; None when there is no such claim."""
    wanted = st.query_params.get("way") or st.session_state.get("way")
    found = next((t for t in session.supply().triples if t.id == wanted), None)
    if found:
        st.session_state["way"] = found.id
        st.query_params["way"] = found.id
    return found


def step(count: int) -> int:
    """The step told now, 0 at first."""
    return max(0, min(count - 1, int(st.session_state.setdefault(_STEP, 0))))


def turn(by: int) -> None:
    """Go some steps on or back."""
    st.session_state[_STEP] = st.session_state.get(_STEP, 0) + by


def read(story_id: str) -> None:
    """Choose a story to be read."""
    st.session_state["story"] = story_id


def story() -> str:
    """The story chosen by a press or by the link; "" for none."""
    if "story" in st.session_state:
        st.query_params["story"] = st.session_state.pop("story")
    return str(st.query_params.get("story", ""))


def tell(triple_id: str) -> None:
    """Choose a way to be told from its beginning."""
    st.session_state["way"] = triple_id
    st.session_state[_STEP] = 0
