"""A finding written down in one's own words, read, and put on the exam sheet; what was not understood is said."""

import streamlit as st

from anatomy import argument
from anatomy.findings import Finding, Kind
from anatomy.naming import UnknownName
from anatomy.reading import Reading
from anatomy.ui import exam

KINDS: dict[str, Kind] = {
    "Weak": Kind.WEAK_ACTION,
    "Normal strength": Kind.SPARED_ACTION,
    "Numb": Kind.SENSORY_LOSS,
    "Normal feeling": Kind.SPARED_SENSATION,
    "Pain": Kind.PAIN,
    "Reflex reduced": Kind.REFLEX_REDUCED,
    "Reflex normal": Kind.SPARED_REFLEX,
    "Sign or history": Kind.SIGN,
}
"""What a reader may write, by the words that the sheet has for it."""


def line() -> None:
    """A kind and a line of text; what was made of the last one."""
    kind, text = st.columns([1, 3], vertical_alignment="bottom")
    kind.selectbox("Write a finding", list(KINDS), key="written-kind")
    text.text_input(
        "In your own words",
        key="written",
        placeholder="ankle dorsiflexors 3/5, toe extensors",
        on_change=_take,
    )
    if told := st.session_state.get("written-told"):
        st.markdown(told)


def _take() -> None:
    """Read the line and put it on the sheet; the line is emptied where something was understood."""
    text = st.session_state["written"].strip()
    if not text:
        return
    try:
        reading = exam.localiser().reader.read(KINDS[st.session_state["written-kind"]], text)
    except UnknownName as error:
        near = f" Near it: {', '.join(error.nearest)}." if error.nearest else ""
        st.session_state["written-told"] = f"Not understood: {_plain(text)}.{near}"
        return
    found = [each for f in reading.found for each in exam.single(f)]
    exam.add(found)
    st.session_state["written"] = ""
    st.session_state["written-told"] = _told(found, reading)


def _told(found: list[Finding], reading: Reading) -> str:
    rows = argument.grouped(exam.localiser(), found)
    entered = "; ".join(f"{head.lower()}: {', '.join(names)}" for head, names in rows.items())
    lost = f" Not understood: {_plain(', '.join(reading.lost))}." if reading.lost else ""
    return f"Entered: {entered}.{lost}"


def _plain(text: str) -> str:
    """A reader's own text, shown as text and never as markup."""
    return "".join(f"\\{c}" if c in r"\`*_{}[]()#+-.!|<>~$:" else c for c in text)
