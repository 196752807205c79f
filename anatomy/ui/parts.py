"""Shared pieces of the pages."""

from collections import Counter
from collections.abc import Mapping
from html import escape

import streamlit as st

from anatomy import ledger
from anatomy.content import Story
from anatomy.grade import Grade
from anatomy.ledger import Entry
from anatomy.structures import Root
from anatomy.supply import Supply
from anatomy.tally import independent
from anatomy.tongue import Tongue, tongue
from anatomy.ui import lists, reader, session
from anatomy.ui.cite import places, sayings

STYLE = """<style>
.stMainBlockContainer{padding-top:4.4rem;padding-bottom:3rem}.stMainBlockContainer h1{font-size:2.1rem;padding-top:.2rem}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,330px),1fr));gap:18px;align-items:start}
.card{border:1px solid color-mix(in srgb,currentColor 22%,transparent);border-radius:12px;padding:14px 16px}
.card h3{font-size:1.25rem;margin:0 0 6px;padding:0}.card h4{font-size:1rem;margin:10px 0 2px;padding:0}
.card p{margin:4px 0}.quiet{opacity:.78}.card ul.facts{list-style:none;margin:0;padding:0}.card ul.facts>li{margin:0;padding:0}
.facts details{border-top:1px solid color-mix(in srgb,currentColor 14%,transparent)}
.facts summary{cursor:pointer;padding:6px 0;min-height:26px}.facts .share{font-size:.85rem;opacity:.85}
.facts .body{padding:2px 0 10px 14px;font-size:.94rem}.facts .body ul{margin:2px 0 6px;padding-left:18px}
.twin{overflow-x:auto;margin:14px 0}.twin summary{cursor:pointer;min-height:26px;font-weight:600}.twin table{border-collapse:collapse;width:100%;font-size:.94rem}
.twin th,.twin td{text-align:left;padding:4px 10px 4px 0;border-bottom:1px solid color-mix(in srgb,currentColor 18%,transparent);vertical-align:top}
.sources li{margin:0 0 10px;overflow-wrap:anywhere}.note{font-size:.94rem}
.claim{font-size:.8rem;margin:3px 0}.claim a{margin-right:10px}.grade{border:1px solid currentColor;border-radius:6px;padding:0 6px;margin-right:6px;white-space:nowrap}
.one-claim{margin-top:14px;border-width:2px}
.bars{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,360px),1fr));gap:4px 28px}.bars>li{margin:0 0 10px;padding:0}.bars p{margin:2px 0}.bars .few{opacity:.86}
.bar{position:relative;height:14px;border:1px solid color-mix(in srgb,currentColor 30%,transparent);border-radius:7px;margin:3px 0;max-width:420px}
.bar i{position:absolute;top:0;bottom:0;background:color-mix(in srgb,currentColor 28%,transparent);border-radius:7px}.bar b{position:absolute;top:-2px;bottom:-2px;width:4px;margin-left:-2px;background:currentColor}
.few .bar{border-style:dashed}
.audit{display:grid;gap:16px;max-width:60rem}.verdict{display:inline-block;border-radius:8px;padding:1px 10px;font-weight:700;border:2px solid;margin-right:10px}
.verdict.well{border-color:#1a7f4b}.verdict.partly{border-color:#b07a00}.verdict.opinion{border-color:#7a6f8f;border-style:dashed}.verdict.misleading{border-color:#b3176b}
.shift td{text-align:center}.shift .gained{font-weight:700;background:color-mix(in srgb,#1a7f4b 24%,transparent)}.shift .lost{background:color-mix(in srgb,#b3176b 18%,transparent)}
.js-plotly-plot :is(.xtick,.ytick) text{fill:currentColor!important}
.stMultiSelect [data-tag]{background:color-mix(in srgb,currentColor 12%,transparent)!important;color:inherit!important}.stMultiSelect [data-tag] *{color:inherit!important}
[data-testid=stBaseButton-primary]:not(:disabled){background:#1a5aa6!important;border-color:#6db2ff!important;color:#fff!important}.stButton kbd{color:inherit!important;opacity:1!important}
.judged{list-style:none;margin:8px 0!important;padding:0!important}.judged li{margin:0 0 8px;padding-left:26px;position:relative}.judged li>b:first-child{position:absolute;left:0}
.verdict-right{border-color:#1a7f4b;border-width:2px}.verdict-wrong{border-color:#b07a00;border-width:2px}
.entered{display:grid;grid-template-columns:max-content 1fr;gap:4px 14px;margin:0}.entered dt{font-weight:600}.entered dd{margin:0}@media (max-width:640px){.entered{grid-template-columns:1fr;gap:0}.entered dd{margin:0 0 8px}}
.ranking{margin:0;padding-left:26px;max-width:60rem}.ranking>li{margin:0 0 10px}.ranking summary{cursor:pointer;min-height:26px;padding:4px 0}.ranking .chance{float:right;font-weight:700}
.ranking .likely{display:block;height:8px;border-radius:4px;margin-top:6px;background:color-mix(in srgb,currentColor 12%,transparent)}.ranking .likely i{display:block;height:100%;border-radius:4px;background:color-mix(in srgb,currentColor 55%,transparent)}
.ranking h4{font-size:1rem;margin:8px 0 2px;padding:0}.ranking ul{margin:0 0 6px;padding-left:18px}.ranking ul li{margin:0 0 3px}
.card details>summary{cursor:pointer;min-height:26px}.term{border-bottom:1px dotted;cursor:help;position:relative}.term:hover::after,.term:focus::after{content:attr(data-tip);position:absolute;left:0;top:1.7em;z-index:9;width:max-content;max-width:230px;padding:6px 9px;border-radius:8px;background:#22201d;color:#fff;font-size:.85rem;line-height:1.35}
.card details.fold{margin:4px 0}.levels{margin:10px 0}.help{border-width:2px;border-color:#b3261e}
@media (max-width:640px){.st-key-switches{justify-content:flex-start!important}}
@media print{header,.st-key-switches,.st-key-siblings,.stButton,.stDownloadButton,[data-testid=stSidebar]{display:none!important}.card,.help{break-inside:avoid}}
</style>"""


def style() -> None:
    """The style of our own markup, once a page."""
    st.html(STYLE)


def standing_note() -> None:
    """The intended purpose, below every page, and the signs that want help where they do not stand open already."""
    say = reader.say()
    st.divider()
    if not st.session_state.pop("help-shown", False):
        with st.expander(say("When to get help at once")):
            st.html(lists.red_flags(session.supply(), say))
    small(say(session.supply().atlas.words["purpose"]), "purpose")


def help_now() -> None:
    """The signs that want help, open, on a page for patients."""
    say = reader.say()
    st.session_state["help-shown"] = True
    st.subheader(say("Get help at once"))
    st.html(f"<section class='card help'>{lists.red_flags(session.supply(), say)}</section>")


def story_foot(supply: Supply, say: Tongue, story: Story) -> str:
    """A story's sources, and the link that opens the picture on it."""
    opens = reader.link(**story.opens)
    rows = sayings(supply, places(story.sources), say("Who says so"), fold=True)
    return f"<p><a href='./{opens}' target='_self'>{escape(say('Open it in the picture'))}</a></p>{rows}"


def spoken(value: str) -> str:
    """A closed list's value as words."""
    return value.replace("-", " ").capitalize()


def small(text: str, name: str = "small") -> None:
    """Small print; Streamlit's own caption is too pale to read."""
    st.html(f"<p class='quiet note {name}'>{escape(text)}</p>")


def tally(supply: Supply, entries: Mapping[str, Entry]) -> str:
    """How many claims stand at each grade, as a table."""
    found = Counter(ledger.graded(supply, entry) for entry in entries.values())
    rows = "".join(f"<tr><th scope='row'>{grade}</th><td>{found[grade]}</td></tr>" for grade in Grade)
    both, every = independent(supply, entries)
    return (
        f"<h3>This edition</h3><p>{len(entries)} claims from {len(supply.atlas.sources)} sources. Of {every} claims that a root serves a muscle, "
        f"{both} ({both / every:.0%}) rest on two or more independent sources.</p>"
        f"<div class='twin'><table><thead><tr><th scope='col'>Grade</th><th scope='col'>Claims</th></tr></thead><tbody>{rows}</tbody></table></div>"
    )


def html(body: str) -> None:
    """Our own markup, escaped where it was made; Streamlit sanitises it besides."""
    st.html(body)


@st.cache_resource(show_spinner=False)
def _offers(lang: str) -> dict[str, str]:
    """What the box offers, by id: the name in a language, its other names, and its kind. Made once a language."""
    say, kept = tongue(lang), (s for s in session.supply().atlas.structures.values() if not isinstance(s, Root))
    return {s.id: f"{', '.join(dict.fromkeys((say(s.name), *s.lay[:2], *s.synonyms[:1])))} ({say(s.label)})" for s in kept}


def find() -> None:
    """The box that finds anything by its name, synonym or everyday name."""
    say = reader.say()
    offers = _offers(say.lang)
    st.selectbox(
        say("Find by name"),
        options=list(offers),
        format_func=lambda one: offers.get(one, one),
        index=None,
        placeholder=say("A muscle, nerve, joint, movement, reflex or place"),
        key="find",
        on_change=session.found,
    )
