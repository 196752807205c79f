"""Progress: what is known and what is shaky, on the picture and in words; reviews to come; one's own data."""

import streamlit as st

from anatomy.ui import desk, growth, parts, reader

say = reader.say()
st.title(say("Progress"))

if not desk.log():
    st.markdown("Nothing answered yet. Practise a little, or go on with your code on the Practice page.")
    st.page_link("anatomy/ui/pages/practice.py", label=say("Practice"), icon=":material/exercise:")
else:
    parts.html(growth.summary())
    growth.on_the_picture()
    growth.charts()
growth.take_away()
growth.mine()
