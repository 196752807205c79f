"""About: the purpose, how to read the atlas, and what it does not know."""

import streamlit as st

from anatomy.ui import session

st.title("About Nerveline")
st.markdown(session.supply().atlas.words["about"])
