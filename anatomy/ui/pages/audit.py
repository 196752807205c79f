"""Back and knee: what is known. The claims of the post from which the project began, one by one."""

import streamlit as st

from anatomy.ui import audit, parts, session

st.title("Back and knee: what is known")
st.markdown(session.supply().atlas.words["audit_lead"])
parts.html(audit.claims(session.supply()))
