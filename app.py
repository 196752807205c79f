"""The router: page config, the pages, the standing note; nothing else. Run with `streamlit run app.py`."""

import streamlit as st

from anatomy.ui import parts, session

st.set_page_config(page_title="Nerveline", page_icon="anatomy/ui/icon.svg", layout="wide", initial_sidebar_state="collapsed")
session.begin()

HERE = "anatomy/ui/pages"
page = st.navigation(
    {
        "": [st.Page(f"{HERE}/explore.py", title="Explore", icon=":material/conversion_path:", default=True)],
        "Evidence": [
            st.Page(f"{HERE}/muscles.py", title="Muscles by root", icon=":material/grid_on:", url_path="muscles"),
            st.Page(f"{HERE}/maps.py", title="Sensory maps", icon=":material/layers:", url_path="maps"),
            st.Page(f"{HERE}/variation.py", title="Variation", icon=":material/alt_route:", url_path="variation"),
            st.Page(f"{HERE}/audit.py", title="Back and knee", icon=":material/fact_check:", url_path="back-and-knee"),
        ],
        "About": [
            st.Page(f"{HERE}/about.py", title="About", icon=":material/info:", url_path="about"),
            st.Page(f"{HERE}/sources.py", title="Sources", icon=":material/menu_book:", url_path="sources"),
            st.Page(f"{HERE}/data.py", title="Data", icon=":material/download:", url_path="data"),
        ],
    },
    position="top",
)
page.run()
parts.standing_note()
