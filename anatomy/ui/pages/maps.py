"""Sensory maps side by side: where they agree, where they part, and who says so."""

import streamlit as st

from anatomy.structures import Region
from anatomy.ui import layers, parts, picture, session

st.title("Sensory maps disagree")
st.markdown(session.supply().atlas.words["maps_lead"])


@st.fragment
def sheet() -> None:
    """The maps, and what each says of the patch pressed."""
    picture.show_maps()
    patches = {r.id: r.name for r in session.supply().atlas.all(Region)}
    pressed = session.patch()
    options = list(patches)
    at = options.index(pressed.id) if pressed else None
    wanted = st.selectbox("Patch of skin", options, index=at, format_func=patches.__getitem__, placeholder="Choose one")
    if wanted:
        parts.html(layers.maps_of(session.supply(), session.supply().atlas.get(wanted, Region)))


sheet()
parts.html(layers.families(session.supply()))
parts.html(layers.map_table(session.supply()))
