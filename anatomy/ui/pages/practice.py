"""Practice: a session of questions made from the atlas; each answer is explained, and kept under a code."""

import streamlit as st

from anatomy.ui import asked, desk, parts, picture, practising, reader, session, verdict

supply, say = session.supply(), reader.say()
st.title(say("Practice"))


@st.fragment
def work() -> None:
    """What is on the desk: the start, a question, its answer explained, or the session's end."""
    if why := desk.lost():
        st.warning(f"{why} You can go on practising.")
    running, one = desk.round_(), desk.asked()
    if running is None:
        st.markdown(say(supply.atlas.words["practice_lead"]))
        practising.start()
        practising.code()
        return
    practising.bar()
    if one is None:
        practising.end()
    elif one.answer is None:
        asked.show(one)
    else:
        st.markdown(f"**{one.question.prompt}**")
        parts.html(verdict.explained(supply, one, one.answer))
        st.button("Next", on_click=desk.proceed, type="primary", shortcut="Enter", key=f"{one.id}-next")
        if st.toggle("Show it on the picture", value=True, key="practice-picture"):
            picture.show_answer(one.id, one.question.show)


work()
