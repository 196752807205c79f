"""The lesion simulator: what a lesion takes and spares, on the picture and in words; and one against another."""

import streamlit as st

from anatomy.because import inside
from anatomy.ui import effects, exam, lesions, parts, picture, reader, session, versus

supply, say = session.supply(), reader.say()
st.title(say("Lesion simulator"))
st.markdown(say(supply.atlas.words["lesions_lead"]))
parts.html(effects.STYLE)


def against(first: str, second: str) -> None:
    """What tells two lesions apart."""
    ready, both = exam.localiser(), (lesions.of(first), lesions.of(second))
    names = (lesions.names()[first], lesions.names()[second])
    st.header(f"{names[0]}, or {inside(names[1])}?")
    st.subheader("The findings that tell them apart best")
    parts.small(
        "How often each lesion shows a finding: usual, often, at times or seldom. From counts where there are any, else our own estimates."
    )
    parts.html(versus.findings(ready, *both, names))
    st.subheader("What sources say")
    parts.html(versus.published(ready, *both))
    st.subheader("Side by side")


def one(site: str, slot: str) -> None:
    """A lesion on the picture and in words."""
    st.subheader(lesions.names()[site])
    parts.html(effects.site(supply, lesions.of(site)))
    picture.show_lesion(slot, lesions.picture_data(site))
    parts.html(effects.told(supply, lesions.of(site)))


@st.fragment
def work() -> None:
    """The choosers, then one lesion, or two set apart and side by side."""
    first, second = lesions.begin()
    lesions.choosers()
    if first is None:
        st.info("Nothing chosen yet. Choose a lesion from the list.")
        lesions.offers()
    elif second is None:
        one(first, "alone")
    else:
        st.button("Change sides", on_click=lesions.swap, icon=":material/swap_horiz:")
        against(first, second)
        left, right = st.columns(2, gap="medium")
        with left:
            one(first, "left")
        with right:
            one(second, "right")


work()
