"""Learn: for students, from knowing the nerves to reasoning with them."""

import streamlit as st

from anatomy.ui import nav, reader, session
from anatomy.ui.texts import LEARN

say = reader.say()
st.title(say("Learn the nerves of the leg"))
st.markdown(say(session.supply().atlas.words["learn_lead"]))
nav.hub(LEARN)
