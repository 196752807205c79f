"""Explore: press a spinal level and see where it could be felt, by which route, and who says so."""

import streamlit as st

from anatomy.structures import SpinalLevel
from anatomy.ui import cards, claim, parts, picture, reader, session, takeaway, voice

supply, say = session.supply(), reader.say()
words = supply.atlas.words
st.title(say("Where could a spinal level be felt?"))


def head() -> None:
    """What the page is for, beside the box that finds by name."""
    lead, find = st.columns([3, 2], vertical_alignment="bottom")
    with lead:
        st.markdown(say(words["lead"]))
    with find:
        parts.find()


def told() -> None:
    """The words beside the picture, in the reader's voice."""
    now, structure = session.choice(), session.chosen()
    entry = session.claimed()
    if entry:
        parts.html(claim.card(supply, entry))
    if structure is None:
        if entry is None:
            st.info(say(words["nothing_chosen"]))
        return
    if reader.plain() and now.layer == session.SERVED:
        parts.html(voice.page(supply, say, structure.id, now.zone, now.side))
        if isinstance(structure, SpinalLevel):
            takeaway.button(supply, say, (), structure.id, now.side)
        more = reader.link(**{**session.link_of(), "view": "student"})
        parts.html(f"<p><a href='{more}' target='_self'>{say('Sources and details, for students')}</a></p>")
        return
    parts.html(cards.page(supply, structure.id, now.zone, now.side, now.layer))


@st.fragment
def explore() -> None:
    """The picture and the words beside it; a press reruns only this."""
    head()
    picture.show()
    told()


explore()
if reader.plain():
    parts.help_now()
