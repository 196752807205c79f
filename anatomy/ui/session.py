"""The only reader and writer of session state, the link and the cache."""

import gc
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from anatomy import Supply, export, ledger, load
from anatomy.ledger import Entry
from anatomy.model import Zone
from anatomy.picture import mapsheet
from anatomy.picture.assemble import LAYERS, Assets, assemble
from anatomy.structures import Disc, Root, SpinalLevel, Structure
from anatomy.tongue import tongue

SIDES = ("both", "left", "right")
SERVED = "served"
_LINKED = ("level", "show", "claim", "zone", "side", "layer")
_KEY, _PUSH, _PICTURE, _FIND, _MAPS = "choice", "push", "picture", "find", "maps"


@dataclass(frozen=True)
class Choice:
    """What the reader has chosen: a structure by id or nothing, a disc's zone, a side of the body, a layer of the picture, a claim."""

    id: str | None = None
    zone: Zone | None = None
    side: str = "both"
    layer: str = SERVED
    claim: str | None = None


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
def entries() -> Mapping[str, Entry]:
    """Every claim by its id, once for all readers."""
    return ledger.entries(supply())


@st.cache_resource(show_spinner=False)
def picture_assets(lang: str) -> Assets:
    """The picture's texts in a language, drawn once."""
    return assemble(supply(), tongue(lang))


@st.cache_resource(show_spinner=False)
def map_assets() -> Assets:
    """The sheet of sensory maps, drawn once."""
    return mapsheet.assemble(supply())


@st.cache_resource(show_spinner="Writing the files …")
def exported() -> Mapping[str, str]:
    """The exported files by name, made once."""
    return export.files(supply())


def patch() -> Structure | None:
    """The patch of skin pressed on the sheet of maps; None when none was."""
    answer = st.session_state.get(_MAPS) or {}
    return supply().atlas.structures.get(answer.get("patch") or "")


def begin() -> None:
    """Take the choice from the link when a session begins, or give the link the choice when a page was changed."""
    if _KEY not in st.session_state:
        _keep(from_link(st.query_params.to_dict()))
        st.session_state[_PUSH] = 1
    elif not any(key in st.query_params for key in ("level", "show", "claim")):
        _write_link()


def choice() -> Choice:
    """The present choice."""
    found: Choice = st.session_state[_KEY]
    return found


def chosen() -> Structure | None:
    """The structure chosen; None when nothing is."""
    return supply().atlas.structures.get(choice().id or "")


def claimed() -> Entry | None:
    """The claim that the link asked for; None when it asked for none."""
    wanted = choice().claim
    return entries().get(wanted) if wanted else None


def picture_state() -> dict[str, Any]:
    """What the picture's script hears; it changes only when the choice came from elsewhere than the picture."""
    now = choice()
    if st.session_state.get("heard") != st.session_state[_PUSH]:
        st.session_state["heard"] = st.session_state[_PUSH]
        st.session_state["pushed"] = {"push": st.session_state[_PUSH], "id": now.id, "zone": now.zone, "side": now.side, "layer": now.layer}
    found: dict[str, Any] = st.session_state["pushed"]
    return found


def pressed() -> None:
    """Take what was pressed in the picture."""
    answer = st.session_state[_PICTURE].get("choice") or {}
    _keep(checked(answer.get("id"), answer.get("zone"), answer.get("side"), answer.get("layer")))
    st.session_state[_FIND] = None


def found() -> None:
    """Take what was found by name, and push it to the picture."""
    _keep(replace(choice(), id=st.session_state[_FIND], zone=None, claim=None))
    st.session_state[_PUSH] += 1


def from_link(link: dict[str, str]) -> Choice:
    """The choice a link holds; nonsense in it counts as nothing. A claim opens on what it is about."""
    if entry := entries().get(link.get("claim", "")):
        return replace(checked(entry.about, None, link.get("side"), link.get("layer")), claim=entry.id)
    return checked(link.get("level") or link.get("show"), link.get("zone"), link.get("side"), link.get("layer"))


def checked(wanted: object, zone: object, side: object, layer: object = None) -> Choice:
    """A choice out of whatever came from outside; what is no structure, zone, side or layer counts as nothing."""
    structure = supply().atlas.structures.get(wanted) if isinstance(wanted, str) else None
    known = structure.id if structure and not isinstance(structure, Root) else None
    bulge = Zone(zone) if isinstance(structure, Disc) and isinstance(zone, str) and zone in set(Zone) else None
    turned = side if isinstance(side, str) and side in SIDES else "both"
    return Choice(known, bulge, turned, layer if isinstance(layer, str) and layer in LAYERS else SERVED)


def _keep(new: Choice) -> None:
    st.session_state[_KEY] = new
    _write_link()


def link_of() -> dict[str, str]:
    """The choice as parts of a link; what stands at its default is left out."""
    now = choice()
    link: dict[str, str] = {}
    if now.claim:
        link["claim"] = now.claim
    elif now.id:
        spinal = isinstance(supply().atlas.structures[now.id], SpinalLevel | Disc)
        link["level" if spinal else "show"] = now.id
    if now.zone:
        link["zone"] = now.zone
    if now.side != "both":
        link["side"] = now.side
    if now.layer != SERVED:
        link["layer"] = now.layer
    return link


def _write_link() -> None:
    link = link_of()
    present = st.query_params.to_dict()
    wanted = {key: value for key, value in present.items() if key not in _LINKED} | link
    if present != wanted:
        st.query_params.from_dict(wanted)
