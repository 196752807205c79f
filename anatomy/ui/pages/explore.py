"""Explore: press a spinal level and see where it could be felt, by which route, and who says so."""

import streamlit as st

from anatomy.ui import cards, claim, parts, picture, session

words = session.supply().atlas.words
st.title("Where could a spinal level be felt?")


def head() -> None:
    """What the page is for, beside the box that finds by name."""
    lead, find = st.columns([3, 2], vertical_alignment="bottom")
    with lead:
        st.markdown(words["lead"])
    with find:
        parts.find()


@st.fragment
def explore() -> None:
    """The picture and the words beside it; a press reruns only this."""
    head()
    picture.show()
    if entry := session.claimed():
        parts.html(claim.card(session.supply(), entry))
    structure = session.chosen()
    if structure is None and entry is None:
        st.info(words["nothing_chosen"])
    if structure is None:
        return
    now = session.choice()
    parts.html(cards.page(session.supply(), structure.id, now.zone, now.side, now.layer))


explore()
