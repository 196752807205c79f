"""A question as it is answered: buttons, boxes to tick, stops to put in order, or the picture to press."""

import streamlit as st

from anatomy.practice.question import Choice, Form
from anatomy.structures import Muscle
from anatomy.ui import desk, picture, session
from anatomy.ui.desk import Asked

_ORDER = "practice-ordered"


def show(one: Asked) -> None:
    """The prompt, and what it is answered with."""
    st.markdown(f"### {one.question.prompt}" if len(one.question.prompt) < 160 else one.question.prompt)
    {Form.ONE: _buttons, Form.SEVERAL: _boxes, Form.ORDER: _stops, Form.PRESS: _press}[one.question.form](one)


def _buttons(one: Asked) -> None:
    """One press answers; so do the keys 1 to 4."""
    for number, choice in enumerate(one.choices, 1):
        st.button(choice.label, key=f"{one.id}-{number}", on_click=desk.give, args=((choice.id,),), width="stretch", shortcut=str(number))


def _boxes(one: Asked) -> None:
    ticked = tuple(c.id for c in one.choices if st.checkbox(c.label, key=f"{one.id}-{c.id}"))
    st.button("Check", key=f"{one.id}-check", on_click=desk.give, args=(ticked,), type="primary", disabled=not ticked)


def _stops(one: Asked) -> None:
    """Each stop pressed is set after those before it; the last one answers."""
    placed: list[str] = st.session_state.setdefault(_ORDER, [])
    labels = {c.id: c.label for c in one.choices}
    st.markdown("  \n".join(f"{i}. **{labels[p]}**" for i, p in enumerate(placed, 1)) or "Press the first stop, then the next.")
    left = [c for c in one.choices if c.id not in placed]
    for number, choice in enumerate(left, 1):
        st.button(choice.label, key=f"{one.id}-{choice.id}", on_click=_place, args=(choice,), width="stretch", shortcut=str(number))
    st.button("Take one back", key=f"{one.id}-back", on_click=_take_back, disabled=not placed, icon=":material/undo:")


def _place(choice: Choice) -> None:
    placed = [*st.session_state[_ORDER], choice.id]
    st.session_state[_ORDER] = placed
    one = desk.asked()
    if one and len(placed) == len(one.choices):
        desk.give(placed)


def _take_back() -> None:
    st.session_state[_ORDER] = st.session_state[_ORDER][:-1]


def _press(one: Asked) -> None:
    """The first press in the picture answers; a muscle, too small for a finger on a phone, can be chosen by name as well."""
    known = session.supply().atlas
    if isinstance(known.structures[one.question.right[0]], Muscle):
        names = {m.id: m.name for m in sorted(known.all(Muscle), key=lambda m: m.name)}
        row, press = st.columns([3, 1], vertical_alignment="bottom")
        named = row.selectbox(
            "Press it on the picture, or choose its name", list(names), index=None, format_func=names.__getitem__, key=f"{one.id}-named"
        )
        press.button("Check", key=f"{one.id}-check", on_click=desk.give, args=((named,),), disabled=not named, width="stretch")
    picture.show_question(one.id, _pressed)


def _pressed() -> None:
    """Take a press; one on another kind of thing than is asked for is a slip of the finger and counts for nothing."""
    one, known = desk.asked(), session.supply().atlas.structures
    if one is None:
        return
    pressed = known.get(((st.session_state.get(f"press-{one.id}") or {}).get("choice") or {}).get("id") or "")
    if pressed and type(pressed) is type(known[one.question.right[0]]):
        desk.give((pressed.id,))
