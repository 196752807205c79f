"""The router: page config, the pages, the standing note; nothing else. Run with `streamlit run app.py`."""

import streamlit as st

from anatomy.ui import nav, parts, reader, session

st.set_page_config(page_title="Nerveline", page_icon="anatomy/ui/icon.svg", layout="wide", initial_sidebar_state="collapsed")
reader.begin()
session.begin()

pages = nav.pages()
page = st.navigation(list(pages.values()), position="top")
parts.style()
reader.switches()
reader.tell_page()
nav.links(page, pages)
page.run()
parts.standing_note()
