"""The only reader and writer of session state, the link and the cache."""

import gc
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from anatomy import Supply, load
from anatomy.model import Zone
from anatomy.picture.assemble import Assets, assemble
from anatomy.structures import Disc, Root, SpinalLevel, Structure

SIDES = ("both", "left", "right")
_KEY, _PUSH, _PICTURE, _FIND = "choice", "push", "picture", "find"


@dataclass(frozen=True)
class Choice:
    """What the reader has chosen: a structure by id or nothing, a disc's zone, a side of the body."""

    id: str | None = None
    zone: Zone | None = None
    side: str = "both"


@st.cache_resource(show_spinner="Reading the atlas …")
def supply() -> Supply:
    """The checked atlas and its triples, once for all readers.

    The garbage collector is told to leave them alone: Streamlit runs a full collection after each run, which would
    otherwise walk through the whole atlas at each press.
    """
    ready = Supply(load())
    ready.triples  # noqa: B018  # computed here, not at the first reader's first press
    gc.collect()
    gc.freeze()
    return ready


@st.cache_resource(show_spinner=False)
def picture_assets() -> Assets:
    """The picture's texts, drawn once."""
    return assemble(supply())


def begin() -> None:
    """Take the choice from the link when a session begins, or give the link the choice when a page was changed."""
    if _KEY not in st.session_state:
        _keep(from_link(st.query_params.to_dict()))
        st.session_state[_PUSH] = 1
    elif not any(key in st.query_params for key in ("level", "show")):
        _write_link(choice())


def choice() -> Choice:
    """The present choice."""
    found: Choice = st.session_state[_KEY]
    return found


def chosen() -> Structure | None:
    """The structure chosen; None when nothing is."""
    return supply().atlas.structures.get(choice().id or "")


def picture_state() -> dict[str, Any]:
    """What the picture's script hears; it changes only when the choice came from elsewhere than the picture."""
    now = choice()
    if st.session_state.get("heard") != st.session_state[_PUSH]:
        st.session_state["heard"] = st.session_state[_PUSH]
        st.session_state["pushed"] = {"push": st.session_state[_PUSH], "id": now.id, "zone": now.zone, "side": now.side}
    found: dict[str, Any] = st.session_state["pushed"]
    return found


def pressed() -> None:
    """Take what was pressed in the picture."""
    answer = st.session_state[_PICTURE].get("choice") or {}
    _keep(checked(answer.get("id"), answer.get("zone"), answer.get("side")))
    st.session_state[_FIND] = None


def found() -> None:
    """Take what was found by name, and push it to the picture."""
    _keep(replace(choice(), id=st.session_state[_FIND], zone=None))
    st.session_state[_PUSH] += 1


def from_link(link: dict[str, str]) -> Choice:
    """The choice a link holds; nonsense in it counts as nothing."""
    return checked(link.get("level") or link.get("show"), link.get("zone"), link.get("side"))


def checked(wanted: object, zone: object, side: object) -> Choice:
    """A choice out of whatever came from outside; what is no structure, zone or side counts as nothing."""
    structure = supply().atlas.structures.get(wanted) if isinstance(wanted, str) else None
    known = structure.id if structure and not isinstance(structure, Root) else None
    bulge = Zone(zone) if isinstance(structure, Disc) and isinstance(zone, str) and zone in set(Zone) else None
    return Choice(known, bulge, side if isinstance(side, str) and side in SIDES else "both")


def _keep(new: Choice) -> None:
    st.session_state[_KEY] = new
    _write_link(new)


def _write_link(now: Choice) -> None:
    """Put the choice into the link; what stands at its default is left out."""
    link: dict[str, str] = {}
    if now.id:
        spinal = isinstance(supply().atlas.structures[now.id], SpinalLevel | Disc)
        link["level" if spinal else "show"] = now.id
    if now.zone:
        link["zone"] = now.zone
    if now.side != "both":
        link["side"] = now.side
    if st.query_params.to_dict() != link:
        st.query_params.from_dict(link)
