"""Evidence: how sure anyone can be, and where to look it up."""

import streamlit as st

from anatomy.ui import nav, parts, session
from anatomy.ui.texts import EVIDENCE

words = session.supply().atlas.words
st.title("How sure can anyone be?")
st.markdown(words["evidence_lead"])
nav.hub(EVIDENCE)
st.markdown(words["grades"])
parts.html(parts.tally(session.supply(), session.entries()))
