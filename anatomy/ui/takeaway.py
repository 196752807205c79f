"""The sheet to take along, offered as a download. It is made when it is asked for and kept nowhere."""

from urllib.parse import urlsplit

import streamlit as st

from anatomy import sheet
from anatomy.model import Level
from anatomy.picture import still
from anatomy.supply import Supply
from anatomy.tongue import Tongue


def button(supply: Supply, say: Tongue, places: tuple[str, ...], level: Level | None, side: str) -> None:
    """The button that makes and gives the sheet."""
    wanted = sheet.Wanted(places, level, side, link(say, places, level, side))

    def made() -> bytes:
        marked = places or sheet.served(supply, level)
        return sheet.pdf(supply, say, wanted, still.body(supply.atlas, say, marked, side))

    st.download_button(say("A sheet for the doctor (PDF)"), made, "nerveline.pdf", "application/pdf", icon=":material/description:")


def link(say: Tongue, places: tuple[str, ...], level: Level | None, side: str) -> str:
    """The address that brings the sheet's choice back, on the machine that serves it."""
    here = urlsplit(str(st.context.url or ""))
    asked = f"/?level={level}" if level else f"/where?at={','.join(places)}"
    return f"{here.scheme}://{here.netloc}{asked}&side={side}" + ("" if say.lang == "en" else f"&lang={say.lang}")
