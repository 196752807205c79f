"""Progress drawn: the summary in words, memory as shade on the picture, charts with their tables, and one's own data."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from html import escape
from urllib.parse import urlsplit

import plotly.graph_objects as go
import streamlit as st

from anatomy.picture import strength
from anatomy.practice import deck, printed, progress
from anatomy.practice.bank import KINDS
from anatomy.practice.memory import Memory, memories
from anatomy.practice.progress import Standing, Strength
from anatomy.ui import desk, parts, picture, session, takeaway

SHADES = {Strength.FIRM: "#1a5aa6", Strength.FADING: "#6f9bd0", Strength.SHAKY: "#d9a441", Strength.NEW: "#c9c5bd"}
"""The colour of each strength in charts; the words stand beside them."""

WORDS = {
    Strength.FIRM: "firm: known nine times in ten",
    Strength.FADING: "fading: due soon",
    Strength.SHAKY: "shaky: wrong lately, or fresh",
    Strength.NEW: "not met yet",
}
"""What each strength means."""


PRINTED = 200
"""Cards in one file to print: 25 sheets."""


def _kept() -> Mapping[str, Memory]:
    return memories(desk.log(), datetime.now(UTC))


def summary() -> str:
    """How many facts stand how well."""
    whole = progress.overall(desk.bank().questions, _kept(), datetime.now(UTC))
    rows = "".join(f"<li><b>{whole.strengths[s]}</b> {escape(WORDS[s])}</li>" for s in Strength)
    return f"<section class='card'><h3>{len(desk.log())} answers, {whole.facts} facts</h3><ul>{rows}</ul></section>"


def on_the_picture() -> None:
    """Each structure on the picture by how well what is asked of it is known."""
    st.subheader("On the picture")
    found = progress.by_structure(desk.bank().questions, _kept(), datetime.now(UTC))
    names = session.supply().atlas.structures
    met = {s.key: (s.word.value, f"{names[s.key].name}: {_told(s)}.") for s in found if s.word is not Strength.NEW}
    picture.show_strength(strength.data(met, str(len(desk.log()))))


def _told(standing: Standing) -> str:
    counted = [f"{count} {word}" for word, count in standing.strengths.items() if count]
    return f"{standing.word}; of {standing.facts} facts {', '.join(counted)}"


def charts() -> None:
    """By part, by kind, and the reviews to come; each chart with the same as a table."""
    now, kept, questions = datetime.now(UTC), _kept(), desk.bank().questions
    names = {a.id: a.name for a in session.supply().atlas.areas.values()}
    _standings("By part of the leg", progress.by_area(questions, kept, now), names)
    _standings("By kind of question", progress.by_kind(questions, kept, now), KINDS)
    st.subheader("Reviews to come")
    loads = progress.forecast(questions, kept, now)
    days = [f"{load.day:%d %b}" for load in loads]
    figure = go.Figure(go.Bar(x=days, y=[load.reviews for load in loads], marker_color=SHADES[Strength.FIRM], hoverinfo="skip"))
    _plot(figure, 220, "Reviews on each of the next 14 days")
    with st.expander("The same as a table"):
        st.table({"Day": days, "Reviews": [load.reviews for load in loads]})


def _standings(head: str, found: Sequence[Standing], names: Mapping[str, str]) -> None:
    st.subheader(head)
    labels = [names[s.key] for s in found]
    figure = go.Figure(
        [
            go.Bar(
                name=word.value,
                y=labels,
                x=[s.strengths[word] for s in found],
                orientation="h",
                marker_color=SHADES[word],
                hoverinfo="skip",
            )
            for word in Strength
        ]
    )
    figure.update_layout(barmode="stack", legend={"orientation": "h", "y": -0.15, "traceorder": "normal"})
    figure.update_yaxes(autorange="reversed", automargin=True)
    _plot(figure, 110 + 26 * len(found), f"Facts by how well they are known: {head.lower()}")
    with st.expander("The same as a table"):
        columns = {word.value.capitalize(): [s.strengths[word] for s in found] for word in Strength}
        st.table({"": labels, "Facts": [s.facts for s in found], **columns})


def _plot(figure: go.Figure, height: int, told: str) -> None:
    figure.update_layout(height=height, margin={"l": 10, "r": 10, "t": 10, "b": 10}, dragmode=False)
    figure.update_xaxes(fixedrange=True)
    figure.update_yaxes(fixedrange=True)
    st.plotly_chart(figure, width="stretch", config={"displayModeBar": False}, key=told, alt=told)


def take_away() -> None:
    """The questions for Anki, and as printed cards: of the parts and kinds chosen here."""
    st.subheader("Take the questions with you")
    areas = {a.id: a.name for a in session.supply().atlas.areas.values()}
    left, right = st.columns(2)
    some = left.multiselect("Parts of the leg", list(areas), format_func=areas.__getitem__, placeholder="All", key="away-areas")
    such = right.multiselect("Kinds of question", list(KINDS), format_func=KINDS.__getitem__, placeholder="All", key="away-kinds")
    found, supply = desk.bank().select(such, some), session.supply()
    row = st.container(horizontal=True)
    notes, cards = f"{len(found)} notes for Anki", f"{min(len(found), PRINTED)} cards to print (PDF)"
    takeaway.offer(notes, lambda: deck.package(found, supply, "Nerveline", _here()), "nerveline.apkg", ":material/style:", row)
    takeaway.offer(cards, lambda: printed.printed(found[:PRINTED], supply), "nerveline-cards.pdf", ":material/print:", row)
    parts.small("A later file for Anki brings its notes up to date and doubles none. Cards print on both sides, turned on the long edge.")


def _here() -> str:
    """The address of the machine that serves this page, for the links on the cards."""
    here = urlsplit(str(st.context.url or ""))
    return f"{here.scheme}://{here.netloc}"


def mine() -> None:
    """Everything of mine: to take away, and to delete."""
    st.subheader("Your data")
    who = desk.learner()
    if who is None:
        st.markdown("You practise without a code: nothing of yours is kept when you close this page.")
        return
    told = json.dumps(desk.export(), indent=1)
    row = st.container(horizontal=True)
    takeaway.offer("Take everything of mine", told, "nerveline-practice.json", ":material/download:", row)
    if row.button("Delete everything of mine", icon=":material/delete:"):
        st.session_state["practice-sure"] = True
    if st.session_state.get("practice-sure"):
        st.warning("Every answer under your code will be gone, on every device. This cannot be undone.")
        sure = st.container(horizontal=True)
        sure.button("Yes, delete it all", on_click=_erase, type="primary")
        sure.button("No, keep it", on_click=st.session_state.pop, args=("practice-sure", None))


def _erase() -> None:
    st.session_state.pop("practice-sure", None)
    desk.erase()
