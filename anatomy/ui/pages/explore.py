"""Explore: press a spinal level and see where it could be felt, by which route, and who says so."""

import streamlit as st

from anatomy.ui import cards, parts, picture, session

st.title("Where could a spinal level be felt?")
words = session.supply().atlas.words
st.markdown(words["lead"])


@st.fragment
def explore() -> None:
    """The picture and the words beside it; a press reruns only this."""
    parts.find()
    picture.show()
    structure = session.chosen()
    if structure is None:
        st.info(words["nothing_chosen"])
        return
    parts.html(cards.page(session.supply(), structure.id, session.choice().zone, session.choice().side))


explore()
