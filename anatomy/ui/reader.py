"""Who reads: the voice (patient or student) and the language. Kept for the session and in the link."""

import streamlit as st
from streamlit.components.v2 import component
from streamlit.components.v2.types import ComponentRenderer

from anatomy.tongue import LANGUAGES, Tongue, tongue
from anatomy.ui.texts import VIEWS

_DEFAULTS = {"view": "patient", "lang": "en"}
_CHOICES = {"view": tuple(VIEWS), "lang": tuple(LANGUAGES)}


def begin() -> None:
    """Take voice and language from the link, or keep those of the session and put them back into the link."""
    for key, default in _DEFAULTS.items():
        wanted = st.query_params.get(key)
        if wanted in _CHOICES[key] and f"linked-{key}" not in st.session_state:
            st.session_state[key] = wanted
        st.session_state.setdefault(key, default)
        st.session_state[f"linked-{key}"] = True
        _link(key)


def _link(key: str) -> None:
    now = st.session_state[key]
    if now != _DEFAULTS[key] and st.query_params.get(key) != now:
        st.query_params[key] = now
    if now == _DEFAULTS[key] and key in st.query_params:
        del st.query_params[key]


def view() -> str:
    """The voice: patient or student."""
    return str(st.session_state.get("view", "patient"))


def plain() -> bool:
    """Whether the patient's voice speaks."""
    return view() == "patient"


def say() -> Tongue:
    """The language of the session."""
    return tongue(str(st.session_state.get("lang", "en")))


def link(**more: str) -> str:
    """A link that keeps voice and language."""
    kept = {key: st.session_state.get(key, default) for key, default in _DEFAULTS.items()}
    parts = {**{k: v for k, v in kept.items() if v != _DEFAULTS[k]}, **more}
    return "?" + "&amp;".join(f"{key}={value}" for key, value in parts.items())


@st.cache_resource(show_spinner=False)
def _page() -> ComponentRenderer:
    script = "export default ({ data }) => { document.documentElement.lang = data.lang; }"
    return component("nerveline_page", js=script)


def tell_page() -> None:
    """Give the page its language, for screen readers."""
    _page()(key="page", data={"lang": say().lang}, height=0)


def switches() -> None:
    """The two switches: voice and language."""
    said = say()
    row = st.container(horizontal=True, horizontal_alignment="right", key="switches")
    _switch(row, "view", said("Voice"), {key: said(name) for key, name in VIEWS.items()})
    _switch(row, "lang", said("Language"), dict(LANGUAGES))


def _switch(row: st.delta_generator.DeltaGenerator, key: str, label: str, names: dict[str, str]) -> None:
    shown = row.segmented_control(
        label, list(names), default=st.session_state[key], format_func=names.__getitem__, key=f"switch-{key}", label_visibility="collapsed"
    )
    if shown and shown != st.session_state[key]:
        st.session_state[key] = shown
        _link(key)
        st.rerun()
