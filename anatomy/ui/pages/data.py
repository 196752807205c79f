"""Data: the whole atlas to take away, and how to cite it."""

import io
import zipfile

import streamlit as st

from anatomy.ui import parts, session, takeaway

words = session.supply().atlas.words
st.title("Data")
st.markdown(words["data_lead"])
st.markdown("**How to cite**")
st.code(words["cite"], language=None, wrap_lines=True)
parts.small(f"Edition {words['edition']}. {words['licence']}. The sources it cites keep their own licences.")

files = session.exported()
archive = io.BytesIO()
with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as kept:
    for name, text in files.items():
        kept.writestr(zipfile.ZipInfo(name), text)
takeaway.offer("Everything in one archive (zip)", archive.getvalue(), "nerveline.zip")
parts.small("Or one by one:")
row = st.container(horizontal=True)
for name, text in files.items():
    size = len(text.encode()) / 1e6
    takeaway.offer(f"{name} ({size:.1f} MB)" if size >= 0.1 else name, text, name, row=row)
