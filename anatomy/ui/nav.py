"""The pages: a few in the bar, the others behind them, each group with a row of links of its own."""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

HERE = "anatomy/ui/pages"

Leaf = tuple[str, str, str, str]
"""File, title, icon and what the page is for."""

EVIDENCE: tuple[Leaf, ...] = (
    ("muscles", "Muscles by root", "grid_on", "Which roots serve which muscle, and how many sources say so."),
    ("maps", "Sensory maps", "layers", "The great maps of the skin on one leg: where they agree, where they part."),
    ("variation", "Variation", "alt_route", "How people differ: the plexus a step higher or lower, and vertebrae counted differently."),
    ("audit", "Back and knee", "fact_check", "The claims of the post from which this atlas began, one by one."),
    ("sources", "Sources", "menu_book", "Everything that was read, by kind."),
    ("data", "Data", "download", "The whole atlas to take away, and how to cite it."),
)

PATHS = {"audit": "back-and-knee"}
"""Where a page's address differs from its file's name."""


def pages() -> dict[str, StreamlitPage]:
    """Every page by its file's name, those of the bar visible."""
    bar = {
        "explore": st.Page(f"{HERE}/explore.py", title="Explore", icon=":material/conversion_path:", default=True),
        "evidence": st.Page(f"{HERE}/evidence.py", title="Evidence", icon=":material/fact_check:", url_path="evidence"),
        "about": st.Page(f"{HERE}/about.py", title="About", icon=":material/info:", url_path="about"),
    }
    return bar | {file: _leaf(file, title, icon) for file, title, icon, _ in EVIDENCE}


def _leaf(file: str, title: str, icon: str) -> StreamlitPage:
    path = PATHS.get(file, file)
    return st.Page(f"{HERE}/{file}.py", title=title, icon=f":material/{icon}:", url_path=path, visibility="hidden")


def links(here: StreamlitPage, every: dict[str, StreamlitPage]) -> None:
    """The row of links to the pages of the same group; nothing on a page of the bar."""
    group = next((kept for kept in (EVIDENCE,) if any(every[leaf[0]] is here for leaf in kept)), ())
    row = st.container(horizontal=True, key="siblings")
    for file, title, icon, _ in group:
        row.page_link(every[file], label=f"**{title}**" if every[file] is here else title, icon=f":material/{icon}:")


def hub(group: tuple[Leaf, ...]) -> None:
    """A page of a group: each of its pages with what it is for."""
    columns = st.columns(3)
    for i, (file, title, icon, what) in enumerate(group):
        with columns[i % 3].container(border=True):
            st.page_link(f"{HERE}/{file}.py", label=f"**{title}**", icon=f":material/{icon}:")
            st.markdown(what)
