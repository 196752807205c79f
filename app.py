"""The router: page config, the pages, the standing note; nothing else. Run with `streamlit run app.py`."""

import streamlit as st

from anatomy.ui import parts, session

st.set_page_config(page_title="Nerveline", page_icon="anatomy/ui/icon.svg", layout="wide", initial_sidebar_state="collapsed")
session.begin()

page = st.navigation(
    [
        st.Page("anatomy/ui/pages/explore.py", title="Explore", icon=":material/conversion_path:", default=True),
        st.Page("anatomy/ui/pages/sources.py", title="Sources", icon=":material/menu_book:", url_path="sources"),
        st.Page("anatomy/ui/pages/about.py", title="About", icon=":material/info:", url_path="about"),
    ],
    position="top",
)
page.run()
parts.standing_note()
