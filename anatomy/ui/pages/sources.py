"""Sources: everything that was read, by kind, with what rests on it."""

import streamlit as st

from anatomy.ui import lists, parts, session

st.title("Sources")
st.markdown(session.supply().atlas.words["sources_lead"])
parts.html(lists.sources(session.supply()))
