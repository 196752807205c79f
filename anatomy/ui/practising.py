"""Around the questions: the start of a session with its code, the bar, and the end."""

from textwrap import shorten

import streamlit as st

from anatomy.practice import chosen
from anatomy.practice.bank import KINDS
from anatomy.practice.chosen import Chosen, NoSet
from anatomy.practice.round import LENGTHS, done, learned
from anatomy.ui import desk, parts, reader, session, verdict


def start() -> None:
    """What to practise and how much; a set that the link asks for comes first."""
    try:
        if wanted := desk.wanted():
            _given_set(wanted)
            return
    except NoSet as error:
        st.warning(f"The link asks for a set that does not exist. {error}")
    areas, kinds = _choose()
    length = st.segmented_control("Questions in this session", LENGTHS, default=LENGTHS[1], key="practice-length") or LENGTHS[1]
    found = desk.bank().select(kinds, areas)
    parts.small(f"{len(found)} questions of {len({q.fact for q in found})} facts." if found else "No question is of such a kind and part.")
    st.button("Start", on_click=desk.begin, args=(length, areas, kinds), type="primary", disabled=not found, icon=":material/play_arrow:")
    with st.expander("For teachers: a link with the same questions for a whole class"):
        _link(areas, kinds)


def _choose() -> tuple[list[str], list[str]]:
    areas = {a.id: a.name for a in session.supply().atlas.areas.values()}
    left, right = st.columns(2)
    some = left.multiselect("Parts of the leg", list(areas), format_func=areas.__getitem__, placeholder="All", key="practice-areas")
    such = right.multiselect("Kinds of question", list(KINDS), format_func=KINDS.__getitem__, placeholder="All", key="practice-kinds")
    return some, such


def _given_set(wanted: Chosen) -> None:
    areas = ", ".join(session.supply().atlas.areas[a].name for a in wanted.areas) or "all parts of the leg"
    kinds = ", ".join(KINDS[k] for k in wanted.kinds) or "all kinds of question"
    st.markdown(f"**A set of {wanted.number} questions**, the same for everybody with this link. Parts: {areas}. Kinds: {kinds}.")
    st.button("Start", on_click=desk.begin_set, args=(wanted,), type="primary", icon=":material/play_arrow:")


def _link(areas: list[str], kinds: list[str]) -> None:
    """The link of a set of the parts and kinds chosen above."""
    number = int(st.number_input("Questions", 1, chosen.MOST, 20, key="set-number"))
    seed = int(st.number_input("Draw (another number draws other questions)", 0, chosen.LAST_SEED, 1, key="set-seed"))
    st.code(f"?set={Chosen(tuple(areas), tuple(kinds), number, seed).to_link()}", language=None)
    parts.small("Put it behind the address of this page.")


def code() -> None:
    """Who practises: make a code, go on with one, or go without."""
    st.divider()
    if fresh := st.session_state.get("practice-code"):
        st.success(reader.say()(session.supply().atlas.words["practice_code"]))
        st.code(fresh, language=None)
        st.button("I have written it down", on_click=st.session_state.pop, args=("practice-code", None))
        return
    if desk.learner() is not None:
        row = st.container(horizontal=True, vertical_alignment="center")
        row.markdown(f"You practise with a code: {len(desk.log())} answers kept.")
        row.button("Leave on this device", on_click=desk.leave, type="tertiary")
        return
    st.markdown(reader.say()(session.supply().atlas.words["practice_unkept"]))
    left, right = st.columns(2, vertical_alignment="bottom")
    left.button("Make a code", on_click=_enrol, width="stretch", icon=":material/key:")
    typed = right.text_input("I have a code", key="practice-typed", placeholder="five words with hyphens", autocomplete="off")
    right.button("Go on with it", on_click=_enter, disabled=not typed, width="stretch")
    if why := st.session_state.pop("practice-refused", None):
        st.error(why)


def _enrol() -> None:
    if made := desk.enrol():
        st.session_state["practice-code"] = made


def _enter() -> None:
    try:
        desk.enter(st.session_state["practice-typed"])
    except ValueError as error:
        st.session_state["practice-refused"] = str(error)


def bar() -> None:
    """How far the session is, and a way out of it."""
    running = desk.round_()
    if running:
        count, of = done(running, desk.given())
        row = st.container(horizontal=True, vertical_alignment="center")
        row.progress(count / of if of else 1.0, text=f"{count} of {of}")
        row.button("Stop here", on_click=desk.finish, type="tertiary")


def end() -> None:
    """What the session came to."""
    running, given = desk.round_(), desk.given()
    if running:
        right = sum(a.right for a in given)
        st.subheader(f"Done: {right} of {len(given)} right")
        names = {q.fact: shorten(q.prompt, 110, placeholder=" …") for q in reversed(desk.bank().questions)}
        parts.html(verdict.ended(learned(running, given), names))
        st.button("Another session", on_click=desk.finish, type="primary", shortcut="Enter")
