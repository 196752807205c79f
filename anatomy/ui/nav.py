"""The pages: a few in the bar, the others behind them, each group with a row of links of its own."""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from anatomy import patient
from anatomy.claims import Triple
from anatomy.supply import ORDER, Supply
from anatomy.tongue import Tongue
from anatomy.ui import marks, reader
from anatomy.ui.texts import EVIDENCE, LEARN, Leaf

HERE = "anatomy/ui/pages"

PATHS = {"audit": "back-and-knee"}
"""Where a page's address differs from its file's name."""


def pages() -> dict[str, StreamlitPage]:
    """Every page by its file's name, those of the bar visible."""
    say = reader.say()
    bar = {
        "explore": st.Page(f"{HERE}/explore.py", title=say("Explore"), icon=":material/conversion_path:", default=True),
        "where": st.Page(f"{HERE}/where.py", title=say("Where is it?"), icon=":material/accessibility:", url_path="where"),
        "stories": st.Page(f"{HERE}/stories.py", title=say("Stories"), icon=":material/auto_stories:", url_path="stories"),
        "evidence": st.Page(f"{HERE}/evidence.py", title=say("Evidence"), icon=":material/fact_check:", url_path="evidence"),
        "learn": st.Page(f"{HERE}/learn.py", title=say("Learn"), icon=":material/school:", url_path="learn"),
        "about": st.Page(f"{HERE}/about.py", title=say("About"), icon=":material/info:", url_path="about"),
        "why": st.Page(f"{HERE}/why.py", title=say("Why there?"), url_path="why", visibility="hidden"),
    }
    return bar | {file: _leaf(file, title, icon) for file, title, icon, _ in (*EVIDENCE, *LEARN)}


def _leaf(file: str, title: str, icon: str) -> StreamlitPage:
    path = PATHS.get(file, file)
    return st.Page(f"{HERE}/{file}.py", title=reader.say()(title), icon=f":material/{icon}:", url_path=path, visibility="hidden")


def links(here: StreamlitPage, every: dict[str, StreamlitPage]) -> None:
    """The row of links to the pages of the same group; nothing on a page of the bar."""
    group = next((kept for kept in (EVIDENCE, LEARN) if any(every[leaf[0]] is here for leaf in kept)), ())
    row, say = st.container(horizontal=True, key="siblings"), reader.say()
    for file, title, icon, _ in group:
        row.page_link(every[file], label=f"**{say(title)}**" if every[file] is here else say(title), icon=f":material/{icon}:")


def hub(group: tuple[Leaf, ...]) -> None:
    """A page of a group: each of its pages with what it is for."""
    columns, say = st.columns(3), reader.say()
    for i, (file, title, icon, what) in enumerate(group):
        with columns[i % 3].container(border=True):
            st.page_link(f"{HERE}/{file}.py", label=f"**{say(title)}**", icon=f":material/{icon}:")
            st.markdown(say(what))


def why_links(supply: Supply, say: Tongue, places: tuple[str, ...]) -> None:
    """For each level at the places a button that tells its way step by step."""
    st.markdown(f"**{say('Why there?')}** {say('Follow one way step by step:')}")
    row = st.container(horizontal=True)
    for level in patient.levels_at(supply, places):
        kept = [t for place in places for t in supply.by_target.get(place, ()) if t.root == level]
        if row.button(level, key=f"why-{level}"):
            marks.tell(_best(kept).id)
            st.switch_page(f"{HERE}/why.py")


def _best(triples: list[Triple]) -> Triple:
    return min(triples, key=lambda t: ORDER.index(t.share))


def story_links(supply: Supply, say: Tongue, places: tuple[str, ...]) -> None:
    """The stories that speak of the parts of the leg that were marked."""
    zones = {getattr(supply.atlas.structures[p], "zone", "") for p in places}
    told = [s for s in supply.atlas.stories(say.lang) if zones.intersection(s.areas.split())]
    for story in told:
        if st.button(story.title, key=f"story-{story.id}", type="tertiary", icon=":material/auto_stories:"):
            marks.read(story.id)
            st.switch_page(f"{HERE}/stories.py")
