"""The picture as a Streamlit component."""

import streamlit as st
from streamlit.components.v2 import component
from streamlit.components.v2.types import ComponentRenderer

from anatomy.ui import session


@st.cache_resource(show_spinner=False)
def _component() -> ComponentRenderer:
    """Registered once; registering again would send the whole picture again."""
    assets = session.picture_assets()
    return component("nerveline_picture", html=assets.html, css=assets.css, js=assets.js)


def show() -> None:
    """Mount the picture; a press in it lands in `session.pressed`."""
    _component()(key="picture", data=session.picture_state(), on_choice_change=session.pressed)


@st.cache_resource(show_spinner=False)
def _sheet() -> ComponentRenderer:
    assets = session.map_assets()
    return component("nerveline_maps", html=assets.html, css=assets.css, js=assets.js)


def show_maps() -> None:
    """Mount the sheet of sensory maps; a press in it reruns the fragment around it."""
    _sheet()(key="maps", on_patch_change=lambda: None)
