"""Why there? One way from the back to a place, told a step at a time along the picture."""

import streamlit as st

from anatomy import patient
from anatomy.claims import Triple
from anatomy.ui import marks, nav, parts, picture, reader, session

supply, say = session.supply(), reader.say()
triple = marks.way()
st.title(say("Why there?"))
if triple is None:
    st.markdown(say(supply.atlas.words["why_none"]))
    st.page_link(f"{nav.HERE}/where.py", label=say("Where is it?"), icon=":material/accessibility:")
    st.stop()
steps = patient.way(supply, say, triple)


@st.fragment
def telling(told: Triple) -> None:
    """The step, its sentence, and the way on."""
    at = marks.step(len(steps))
    st.progress((at + 1) / len(steps), text=say("Step {n} of {all}", n=at + 1, all=len(steps)))
    st.subheader(steps[at].name)
    st.markdown(say("The nerve {words}.", words=steps[at].words) if 0 < at < len(steps) - 1 else say("It {words}.", words=steps[at].words))
    row = st.container(horizontal=True)
    row.button(say("Back"), on_click=marks.turn, args=(-1,), disabled=at == 0, shortcut="Left")
    row.button(say("Next"), on_click=marks.turn, args=(1,), disabled=at == len(steps) - 1, shortcut="Right")
    picture.show_way(told, [one.id for one in steps], at)


telling(triple)
parts.help_now()
