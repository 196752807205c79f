"""Sources: everything that was read, by kind, with what rests on it."""

import streamlit as st

from anatomy.ui import cards, parts, session

st.title("Sources")
st.markdown(session.supply().atlas.words["sources_lead"])
parts.html(cards.sources(session.supply()))
