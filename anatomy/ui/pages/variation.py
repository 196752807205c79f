"""Variation: a plexus built a step higher or lower than usual, how common it is, and what shifts."""

import streamlit as st

from anatomy.told import PlexusVariant
from anatomy.ui import parts, session, variation

supply = session.supply()
variants = {v.id: v for v in supply.atlas.records(PlexusVariant)}
st.title("People are built differently")
st.markdown(supply.atlas.words["variation_lead"])

names = {"usual": "Usual"} | {v.id: v.name for v in variants.values()}
chosen = st.segmented_control("Plexus", list(names), default="usual", format_func=names.__getitem__, key="plexus", bind="query-params")
parts.html(variation.plexus(supply, variants.get(chosen or "usual")))
parts.html(variation.notes(supply))
