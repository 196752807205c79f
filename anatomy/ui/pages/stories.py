"""Stories: short guides with their sources; each opens the picture at the right place."""

import streamlit as st

from anatomy.ui import marks, parts, reader, session

supply, say = session.supply(), reader.say()
told = {story.id: story for story in supply.atlas.stories(say.lang)}
chosen = told.get(marks.story())
st.title(chosen.title if chosen else say("Stories"))
if chosen:
    st.markdown(chosen.text)
    parts.html(parts.story_foot(supply, say, chosen))
    st.divider()
for story in told.values():
    if story is not chosen:
        parts.html(f"<p><a href='{reader.link(story=story.id)}' target='_self'><strong>{story.title}</strong></a></p>")
parts.help_now()
