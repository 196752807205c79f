"""Muscles by root: how many independent sources say so, as a heat map and as a table; a cell names them."""

import streamlit as st

from anatomy.matrix import matrix
from anatomy.model import SourceKind
from anatomy.ui import heat, parts, session, takeaway

supply = session.supply()
st.title("Muscles by root")
st.markdown(supply.atlas.words["muscles_lead"])


@st.fragment
def grid() -> None:
    """Filters, chart, table and the sources of the cell pressed."""
    kinds = st.multiselect("Kinds of source", list(SourceKind), format_func=parts.spoken, placeholder="All kinds")
    names = {area.id: area.name for area in supply.atlas.areas.values()}
    areas = st.multiselect("Parts of the leg", list(names), format_func=names.__getitem__, placeholder="All parts")
    cells = matrix(supply, kinds or None, areas or None)
    if not cells:
        st.info("No source of these kinds speaks of a muscle here.")
        return
    drawn, listed = st.tabs(["Heat map", "Table"])
    with drawn:
        shown = heat.chart(cells)
        event = st.plotly_chart(
            shown, on_select="rerun", selection_mode="points", key=f"heat-{kinds}-{areas}", config={"displayModeBar": False}
        )
    with listed:
        columns = heat.table(cells)
        chosen = st.dataframe(columns, hide_index=True, on_select="rerun", selection_mode="single-cell", key=f"table-{kinds}-{areas}")
    muscles = {m.id: m.name for m in heat.muscles(cells)}
    pressed = heat.pressed(event, chosen, cells)
    left, right = st.columns(2)
    ids = list(muscles)
    muscle = left.selectbox("Muscle", ids, index=ids.index(pressed[0]) if pressed else 0, format_func=muscles.__getitem__)
    roots = [root for m, root in cells if m == muscle]
    at = roots.index(pressed[1]) if pressed and pressed[0] == muscle and pressed[1] in roots else 0
    root = right.selectbox("Root", roots, index=at)
    parts.html(heat.cell_words(supply, cells[muscle, root]))
    takeaway.offer("Download these statements (CSV)", lambda: heat.statements(supply, cells), "muscles-by-root.csv")


grid()
