"""Which lesions are looked at, one or two: their choosers, state and link."""

from typing import Any

import streamlit as st

from anatomy.effects import Effects
from anatomy.picture import lesion
from anatomy.picture.strands import draw
from anatomy.simulate import effects
from anatomy.told import Separating
from anatomy.ui import exam, session

KINDS = {"root": "Roots", "plexus": "Plexus", "nerve": "Nerves"}
"""The groups of the list."""

KEYS = ("lesion", "beside")
"""The first lesion and the one beside it, in the session and in the link."""


@st.cache_resource(show_spinner=False)
def names() -> dict[str, str]:
    """Every lesion by id and name: roots, plexus, then nerves from the trunk to the toes."""
    return {c.id: c.listed for kind in KINDS for c in exam.localiser().every.all.values() if c.type == kind}


@st.cache_resource(show_spinner=False, max_entries=200)
def of(site: str) -> Effects:
    """What a lesion does, worked out once for all readers."""
    return effects(exam.localiser().every, site)


@st.cache_resource(show_spinner=False, max_entries=200)
def picture_data(site: str) -> dict[str, Any]:
    """What the picture hears of a lesion."""
    found = of(site)
    return lesion.shown(exam.localiser().every, draw(session.supply()), found).data(site, found.site.both)


def pairs() -> list[tuple[str, str]]:
    """The pairs that sources set apart, those with most to say first."""
    named, counted = exam.localiser().every.named, dict[tuple[str, str], int]()
    for said in session.supply().atlas.records(Separating):
        pair = (named[said.a].id, named[said.b].id)
        counted[pair] = counted.get(pair, 0) + 1
    return sorted(counted, key=lambda pair: (-counted[pair], pair))


def begin() -> tuple[str | None, str | None]:
    """The lesions chosen: by the link at first, then by the reader; nonsense counts as none, and so does a second that is the first."""
    for key in KEYS:
        if key not in st.session_state:
            st.session_state[key] = _known(st.query_params.get(key)) or st.session_state.get(f"kept-{key}")
    first, second = (_known(st.session_state[key]) for key in KEYS)
    second = second if first and second != first else None
    for key, now in zip(KEYS, (first, second), strict=True):
        st.session_state[f"kept-{key}"] = now
        _link(key, now)
    return first, second


def _known(wanted: object) -> str | None:
    """The lesion that stands for a site's id; None for anything else."""
    known = exam.localiser().every.named.get(wanted) if isinstance(wanted, str) else None
    return known.id if known else None


def _link(key: str, now: str | None) -> None:
    if now and st.query_params.get(key) != now:
        st.query_params[key] = now
    if not now and key in st.query_params:
        del st.query_params[key]


def choosers() -> None:
    """The group, and the two lists that find by typing."""
    kind = st.segmented_control("Show in the lists", list(KINDS), format_func=KINDS.__getitem__, key="lesion-kind")
    every = exam.localiser().every.all
    for column, key, label, hint in zip(
        st.columns(2), KEYS, ("Lesion", "Beside it, if you like"), ("Choose one, or type a name", "None"), strict=True
    ):
        kept = [i for i in names() if kind is None or every[i].type == kind or st.session_state[key] == i]
        column.selectbox(label, kept, format_func=_label, key=key, index=None, placeholder=hint)


def _label(site: str) -> str:
    return names().get(site, site)


def lay(first: str, second: str | None) -> None:
    """Choose both at once."""
    st.session_state["lesion"], st.session_state["beside"] = first, second


def swap() -> None:
    """Change sides."""
    lay(st.session_state["beside"], st.session_state["lesion"])


def offers() -> None:
    """Pairs to begin with: those that sources set apart."""
    st.markdown("**Begin with a pair that sources compare**")
    row = st.container(horizontal=True)
    for first, second in pairs()[:8]:
        label = f"{names()[first]} · {names()[second]}"
        row.button(label, key=f"pair-{first}-{second}", on_click=lay, args=(first, second))
