"""Data: the whole atlas to take away, and how to cite it."""

import streamlit as st

from anatomy.export import archive
from anatomy.ui import parts, session, takeaway

words = session.supply().atlas.words
st.title("Data")
st.markdown(words["data_lead"])
st.markdown("**How to cite**")
st.code(words["cite"], language=None, wrap_lines=True)
parts.small(f"Edition {words['edition']}. {words['licence']}. The sources it cites keep their own licences.")

files = session.exported()
takeaway.offer("Everything in one archive (zip)", lambda: archive.zipped(files), "nerveline.zip")
parts.small("Or one by one:")
row = st.container(horizontal=True)
for name, text in files.items():
    size = len(text.encode()) / 1e6
    takeaway.offer(f"{name} ({size:.1f} MB)" if size >= 0.1 else name, text, name, row=row)
