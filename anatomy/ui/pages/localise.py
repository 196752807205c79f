"""Localise: work a teaching case from its findings to the site of the lesion; commit first, then see the reasoning."""

import streamlit as st

from anatomy.ui import exam, lesions, parts, picture, reader, reasoning, session, written

supply = session.supply()
st.title(reader.say()("Find the lesion"))
st.markdown(reader.say()(supply.atlas.words["localise_lead"]))


@st.fragment
def work() -> None:
    """The case, its sheet, the reader's answer, and the reasoning after it."""
    titles = {exam.BLANK: "A blank exam sheet, for a teaching case of your own"} | {i: c.title for i, c in exam.library().items()}
    case = exam.begin()
    ready = exam.judging(case)
    pick, press = st.columns([3, 1], vertical_alignment="bottom")
    pick.selectbox("Teaching case", list(titles), format_func=titles.__getitem__, key="case")
    press.button("Another case", on_click=exam.another, icon=":material/skip_next:", width="stretch")
    if case:
        parts.html(reasoning.sheet(ready, case))
    st.subheader("What was found")
    above = st.container()
    with st.expander("Change the exam sheet", expanded=not case, icon=":material/edit_note:"):
        written.line()
        exam.boxes()
        if st.toggle("Enter on the picture: press a muscle, a reflex or a patch of skin"):
            picture.show_exam()
            exam.entries()
    if clash := exam.clashes():
        st.warning(f"Entered both as found and as normal, so it counts as neither: {', '.join(clash)}")
    found = exam.findings()
    with above:
        parts.html(reasoning.entered(ready, found))
    names = exam.site_names()
    answer, press = st.columns([3, 1], vertical_alignment="bottom")
    answer.selectbox("Where is the lesion? Your answer first", list(names), format_func=names.__getitem__, index=None, key="guess")
    press.button("Show the reasoning", on_click=exam.commit, type="primary", width="stretch")
    if exam.committed() is None:
        return
    ranked = ready.rank(found, most=6)
    if told := reasoning.verdict(ready, case, exam.committed() or "", ranked, found):
        parts.html(told)
    st.subheader("Where it could be")
    parts.html(reasoning.ranking(ready, ranked))
    if st.toggle("Show the leading site on the picture", key="leading-picture"):
        st.markdown(f"What a lesion of **{ranked[0].site.name}** takes and spares:")
        picture.show_lesion("leading", lesions.picture_data(ranked[0].site.id))
    st.subheader("What to test next")
    parts.html(reasoning.next_tests(ready, found))
    with st.expander("How far to trust it", icon=":material/balance:"):
        st.markdown(reader.say()(supply.atlas.words["localise_trust"]))
        parts.html(reasoning.trust(exam.measured()))


work()
