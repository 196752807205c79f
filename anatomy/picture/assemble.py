"""The picture as the three texts that a Streamlit component takes: html, css and js."""

from dataclasses import dataclass
from html import escape
from pathlib import Path

from anatomy.evidence import FEW
from anatomy.picture import narrow, svg
from anatomy.picture.layers import ALL
from anatomy.picture.pack import pack
from anatomy.picture.strands import draw
from anatomy.structures import SpinalLevel
from anatomy.supply import Supply
from anatomy.told import MapWords
from anatomy.tongue import Tongue

_HERE = Path(__file__).parent

LAYERS = {"served": "Served by", "felt": "Felt (measured)", "numb": "Numb (maps)"}
"""The layers of the picture by id, with the words of their switch."""


@dataclass(frozen=True)
class Assets:
    """What a page needs to show the picture; the same for every reader and every choice."""

    html: str
    css: str
    js: str


def assemble(supply: Supply, say: Tongue) -> Assets:
    """The picture of an atlas."""
    drawing = draw(supply)
    levels = "".join(
        f'<button type="button" class="word" data-id="{level.id}" aria-pressed="false">{escape(level.name)}</button>'
        for level in supply.atlas.all(SpinalLevel)
    )
    sides = "".join(
        f'<button type="button" class="side" data-side="{side}" aria-pressed="false">{escape(say(side.capitalize()))}</button>'
        for side in ("both", "left", "right")
    )
    layers = "".join(
        f'<button type="button" class="layer" data-layer="{one}" aria-pressed="false">{escape(say(name))}</button>'
        for one, name in LAYERS.items()
    )
    told: dict[str, str] = {ALL: say("All maps")} | {f.id: f.short for f in supply.atlas.records(MapWords)}
    families = "".join(
        f'<button type="button" class="family" data-family="{one}">{escape(say(name))}</button>' for one, name in told.items()
    )
    html = f"""<div class="nerveline" data-side="both">
<div class="bar">
<div class="words" role="group" aria-label="{say("Spinal level")}">{levels}</div>
<div class="sides" role="group" aria-label="{say("Side of the body")}">{sides}</div>
<button type="button" class="clear" disabled>{say("Clear")}</button>
</div>
<div class="bar second"><div class="layers" role="group" aria-label="{say("What to show")}">{layers}</div></div>
<div class="families" data-for="numb" role="group" aria-label="{say("Which sensory map")}" hidden>{families}</div>
<div class="bulge" role="group" aria-label="{say("Where does it bulge?")}" hidden></div>
<p class="hint" aria-live="polite"></p>
<p class="layer-note" aria-live="polite" hidden></p>
<div class="wide-box">{svg.wide(supply.atlas, drawing, say)}</div>
<div class="narrow-box">{narrow.narrow(supply.atlas, say)}<div class="places" role="group" aria-label="{say("Places")}" hidden></div>
<div class="route" role="group" aria-label="{say("Route")}"></div></div>
{_keys(say)}
<script type="application/json">{pack(supply, drawing, say)}</script>
</div>"""
    return Assets(html, own_files("picture.css", "lesion.css"), own_files("picture.js"))


def _keys(say: Tongue) -> str:
    """What the shades and shapes mean, layer by layer."""
    return f"""<ul class="key" data-for="felt" aria-label="{say("Key")}" hidden><li><i class="f0"></i>{say("nobody")}</li><li><i class="f50"></i>{say("half")}</li><li><i class="f100"></i>{say("everybody")}</li>
<li><i class="few"></i>{say("faded: fewer than {n} people", n=FEW)}</li></ul>
<ul class="key" data-for="numb" aria-label="{say("Key")}" hidden><li><i class="m"></i>{say("every map that speaks of the patch")}</li><li><i class="c"></i>{say("at least half of them")}</li>
<li><i class="r"></i>{say("few, or a whole surface only")}</li></ul>
<ul class="key" data-for="served" aria-label="{say("Key")}"><li><i class="m"></i>{say("main")}</li><li><i class="c"></i>{say("contributes")}</li><li><i class="r"></i>{say("reported by some")}</li>
<li class="shape"><svg viewBox="0 0 18 12"><rect x="1" y="1" width="16" height="10" rx="5"/></svg>{say("muscle")}</li>
<li class="shape"><svg viewBox="0 0 18 18"><path d="M1 9L9 1L17 9L9 17Z"/></svg>{say("joint")}</li>
<li class="shape"><svg viewBox="0 0 18 14"><path d="M2 13V6Q9 -3 16 6V13M7 13V8M11 13V8"/></svg>{say("skin nerve")}</li></ul>"""


def own_files(*names: str) -> str:
    """The picture's own files of style or script, one after another."""
    return "".join((_HERE / name).read_text(encoding="utf-8") for name in names)
