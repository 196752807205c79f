"""Where is it? Press places on the body and read every level that serves them: a look-up, not a judgement."""

import streamlit as st

from anatomy.ui import marks, nav, parts, picture, reader, session, takeaway, voice

supply, say = session.supply(), reader.say()
st.title(say("Where is it?"))
st.markdown(say(supply.atlas.words["where_lead"]))


@st.fragment
def body() -> None:
    """The body, and what serves the places marked on it."""
    picture.show_body()
    now = marks.marks()
    if not now.places:
        st.info(say(supply.atlas.words["where_none"]))
        return
    parts.html(voice.at(supply, say, now.places))
    nav.why_links(supply, say, now.places)
    nav.story_links(supply, say, now.places)
    takeaway.button(supply, say, now.places, None, now.side)


body()
parts.help_now()
