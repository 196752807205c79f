"""The picture as a Streamlit component."""

from collections.abc import Callable
from typing import Any

import streamlit as st
from streamlit.components.v2 import component
from streamlit.components.v2.types import ComponentRenderer

from anatomy.claims import Triple
from anatomy.picture import still
from anatomy.tongue import tongue
from anatomy.ui import marks, reader, session


@st.cache_resource(show_spinner=False)
def _component(lang: str) -> ComponentRenderer:
    """Registered once a language; registering again would send the whole picture again."""
    assets = session.picture_assets(lang)
    return component(f"nerveline_picture_{lang}", html=assets.html, css=assets.css, js=assets.js)


def show() -> None:
    """Mount the picture; a press in it lands in `session.pressed`."""
    _component(reader.say().lang)(key="picture", data=session.picture_state(), on_choice_change=session.pressed)


def show_exam() -> None:
    """Mount the picture to enter findings on; what was pressed is read by `exam.pressed`."""
    _component(reader.say().lang)(key="exam-picture", data={"push": "exam"}, on_choice_change=lambda: None)


def show_question(key: str, on_press: Callable[[], None]) -> None:
    """Mount the picture to be pressed once, as the answer to a question: without its lines, and telling nothing."""
    silent: dict[str, Any] = {
        "states": {},
        "pieces": [],
        "told": None,
        "marks": {},
        "key": {},
        "here": "",
        "press": "The first press counts.",
    }
    data = {"push": key, "layer": "asked", "lesion": silent}
    _component(reader.say().lang)(key=f"press-{key}", data=data, on_choice_change=on_press)


def show_answer(key: str, structure: str) -> None:
    """Mount the picture with what a question was about."""
    _component(reader.say().lang)(key=f"answer-{key}", data={"push": key, "id": structure}, on_choice_change=lambda: None)


@st.cache_resource(show_spinner=False)
def _sheet() -> ComponentRenderer:
    assets = session.map_assets()
    return component("nerveline_maps", html=assets.html, css=assets.css, js=assets.js)


@st.cache_resource(show_spinner=False)
def _body(lang: str) -> ComponentRenderer:
    assets = still.assemble(session.supply().atlas, tongue(lang))
    return component(f"nerveline_body_{lang}", html=assets.html, css=assets.css, js=assets.js)


def show_body() -> None:
    """Mount the body; marks on it land in `marks.marks`."""
    _body(reader.say().lang)(key="body", data=marks.pushed(), on_marks_change=lambda: None)


def show_way(triple: Triple, stops: list[str], at: int) -> None:
    """Mount the picture with one way lit as far as a step."""
    number = session.supply().triples.index(triple)
    data = {"push": f"{number}:{at}", "way": {"triple": number, "stops": stops[: at + 1]}, "id": stops[at]}
    _component(reader.say().lang)(key="way", data=data, on_choice_change=lambda: None)


def show_maps() -> None:
    """Mount the sheet of sensory maps; a press in it reruns the fragment around it."""
    _sheet()(key="maps", on_patch_change=lambda: None)


def show_lesion(slot: str, data: dict[str, Any]) -> None:
    """Mount the picture with a lesion on it; a press in it tells what becomes of the thing pressed."""
    _component(reader.say().lang)(key=f"lesion-{slot}", data=data, on_choice_change=lambda: None)


def show_strength(data: dict[str, Any]) -> None:
    """Mount the picture with what a learner knows on it; a press tells how well the thing pressed is known."""
    _component(reader.say().lang)(key="strength", data=data, on_choice_change=lambda: None)
