"""The sheet to take along: one page, made in memory as tagged PDF (PDF/UA) by typst. Nothing about the reader is kept."""

import io
import json
from dataclasses import dataclass

import segno
import typst

from anatomy import patient
from anatomy.model import Level
from anatomy.structures import Region
from anatomy.supply import ORDER, Supply
from anatomy.tongue import Tongue


@dataclass(frozen=True)
class Wanted:
    """What the sheet is about: places or a level, the side, and the link that brings it back."""

    places: tuple[str, ...]
    level: Level | None
    side: str
    link: str


TEMPLATE = """
#let d = json("sheet.json")
#set document(title: d.title, date: none)
#set page(paper: "a4", margin: (x: 15mm, y: 12mm))
#set text(size: 9pt, lang: d.lang, font: ("Libertinus Serif", "DejaVu Sans"))
#set par(leading: 0.5em, spacing: 0.62em)
#show heading.where(level: 1): set text(size: 15pt)
#show heading.where(level: 2): set text(size: 10.5pt)
#show heading: set block(above: 0.75em, below: 0.4em)
= #d.title
#d.purpose
#grid(columns: (1fr, 52mm), gutter: 6mm, [
  == #d.heads.places
  #list(..d.places)
  == #d.heads.levels
  #list(..d.levels.map(one => [*#one.level.* #one.way #one.serves]))
  == #d.heads.others
  #list(..d.others)
], [
  #image("body.svg", width: 52mm, alt: d.alt)
  #align(center, image("code.svg", width: 24mm, alt: d.link))
])
== #d.heads.questions
#list(..d.questions)
== #d.heads.help
#list(..d.flags)
== #d.heads.sources
#text(size: 7pt, d.sources)

#text(size: 7pt, hyphenate: false, link(d.link))
"""


def pdf(supply: Supply, say: Tongue, wanted: Wanted, body: str) -> bytes:
    """The sheet as PDF; `body` is the picture as SVG. The same request gives the same bytes."""
    files = {
        "main.typ": TEMPLATE.encode(),
        "sheet.json": json.dumps(facts(supply, say, wanted), ensure_ascii=False).encode(),
        "body.svg": body.encode(),
        "code.svg": code(wanted.link),
    }
    made: bytes = typst.compile(files, format="pdf", pdf_standards=["ua-1"], ignore_system_fonts=True)  # type: ignore[call-overload]
    return made


def code(link: str) -> bytes:
    """The link as a QR code, SVG."""
    out = io.BytesIO()
    segno.make(link, error="m").save(out, kind="svg", border=1, unit="mm", svgclass=None, lineclass=None)
    return out.getvalue()


def facts(supply: Supply, say: Tongue, wanted: Wanted) -> dict[str, object]:
    """All that stands on the sheet, as plain values."""
    places = wanted.places or served(supply, wanted.level)
    levels = (wanted.level,) if wanted.level else patient.levels_at(supply, places)
    heres = [patient.here(supply, say, level, tuple(p for p in places if level in _roots(supply, p))) for level in levels]
    names = [say(supply.atlas.structures[p].plain) for p in places]  # type: ignore[attr-defined]
    cited = dict.fromkeys(s.source for p in places for t in supply.by_target.get(p, ()) for s in t.sources[:1])
    return {
        "lang": say.lang,
        "title": say("My leg and my back: a sheet for the doctor"),
        "purpose": say(supply.atlas.words["purpose_short"]),
        "places": [f"{name}, {say(wanted.side)}" for name in names[:6]] + ([say("and more")] if len(names) > 6 else []),
        "levels": [{"level": h.level, "way": patient.route(say, h.way), "serves": _serves(say, h)} for h in heres],
        "others": [o.name for o in patient.others(supply, say, places)][: 12 if len(levels) < 5 else 6],
        "questions": [say(q) for q in supply.atlas.words["questions"]],
        "flags": [say(f.text) for f in supply.atlas.red_flags if f.urgency == "now"],
        "sources": "; ".join(supply.atlas.sources[s].citation[:70] for s in list(cited)[:8]),
        "heads": {
            "places": say("Where I feel it"),
            "levels": say("Levels of the spine that serve these places, from top to bottom"),
            "others": say("Other things that can be felt there"),
            "questions": say("Questions to ask"),
            "help": say("Get help at once"),
            "sources": say("Sources"),
        },
        "alt": say("The body from the front and from behind with the places marked: {places}", places=", ".join(names)),
        "link": wanted.link,
    }


def _serves(say: Tongue, here: patient.Here) -> str:
    return say("It serves the skin here: {skin}.", skin=say.listed(list(here.skin[:3])))


def _roots(supply: Supply, place: str) -> set[str]:
    return {t.root for t in supply.by_target.get(place, ())}


def served(supply: Supply, level: Level | None) -> tuple[str, ...]:
    """The patches of skin that a level serves, the strongest share first; empty for none."""
    kept = (t for t in supply.by_root.get(level or "", ()) if isinstance(supply.atlas.structures[t.target], Region))
    return tuple(dict.fromkeys(t.target for t in sorted(kept, key=lambda t: ORDER.index(t.share))))
