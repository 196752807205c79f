"""What a reader takes along: any file that is offered as a download, and the sheet for the doctor."""

from collections.abc import Callable
from mimetypes import guess_type
from urllib.parse import urlsplit

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from anatomy import sheet
from anatomy.model import Level
from anatomy.picture import still
from anatomy.supply import Supply
from anatomy.tongue import Tongue


def button(supply: Supply, say: Tongue, places: tuple[str, ...], level: Level | None, side: str) -> None:
    """The button that makes and gives the sheet. It is made when it is asked for and kept nowhere."""
    wanted = sheet.Wanted(places, level, side, link(say, places, level, side))

    def made() -> bytes:
        marked = places or sheet.served(supply, level)
        return sheet.pdf(supply, say, wanted, still.body(supply.atlas, say, marked, side))

    offer(say("A sheet for the doctor (PDF)"), made, "nerveline.pdf", ":material/description:")


def offer(label: str, data: str | Callable[[], str | bytes], name: str, icon: str | None = None, row: DeltaGenerator | None = None) -> None:
    """A button that gives a file, or makes it when pressed; the file's type is told by its name.

    A press starts no run of the page: Streamlit forgets at the end of a run what the buttons before it would have made,
    and where that run ended first, the press was lost without a word.
    """
    (row or st).download_button(label, data, name, guess_type(name)[0], key=name, icon=icon, on_click="ignore")


def link(say: Tongue, places: tuple[str, ...], level: Level | None, side: str) -> str:
    """The address that brings the sheet's choice back, on the machine that serves it."""
    here = urlsplit(str(st.context.url or ""))
    asked = f"/?level={level}" if level else f"/where?at={','.join(places)}"
    return f"{here.scheme}://{here.netloc}{asked}&side={side}" + ("" if say.lang == "en" else f"&lang={say.lang}")
