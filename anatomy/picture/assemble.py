"""The picture as the three texts that a Streamlit component takes: html, css and js."""

from dataclasses import dataclass
from html import escape
from pathlib import Path

from anatomy.picture import narrow, svg
from anatomy.picture.pack import pack
from anatomy.picture.strands import draw
from anatomy.structures import SpinalLevel
from anatomy.supply import Supply

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Assets:
    """What a page needs to show the picture; the same for every reader and every choice."""

    html: str
    css: str
    js: str


def assemble(supply: Supply) -> Assets:
    """The picture of an atlas."""
    drawing = draw(supply)
    levels = "".join(
        f'<button type="button" class="word" data-id="{level.id}" aria-pressed="false">{escape(level.name)}</button>'
        for level in supply.atlas.all(SpinalLevel)
    )
    sides = "".join(
        f'<button type="button" class="side" data-side="{side}" aria-pressed="false">{side.capitalize()}</button>'
        for side in ("both", "left", "right")
    )
    html = f"""<div class="nerveline" data-side="both">
<div class="bar">
<div class="words" role="group" aria-label="Spinal level">{levels}</div>
<div class="sides" role="group" aria-label="Side of the body">{sides}</div>
<button type="button" class="clear" disabled>Clear</button>
</div>
<div class="bulge" role="group" aria-label="Where does the disc bulge?" hidden></div>
<p class="hint" aria-live="polite"></p>
<div class="wide-box">{svg.wide(supply.atlas, drawing)}</div>
<div class="narrow-box">{narrow.narrow(supply.atlas)}<div class="places" role="group" aria-label="Places" hidden></div>
<div class="route" role="group" aria-label="Route"></div></div>
<ul class="key" aria-label="Key"><li><i class="m"></i>main</li><li><i class="c"></i>contributes</li><li><i class="r"></i>reported by some</li>
<li class="shape"><svg viewBox="0 0 18 12"><rect x="1" y="1" width="16" height="10" rx="5"/></svg>muscle</li>
<li class="shape"><svg viewBox="0 0 18 18"><path d="M1 9L9 1L17 9L9 17Z"/></svg>joint</li>
<li class="shape"><svg viewBox="0 0 18 14"><path d="M2 13V6Q9 -3 16 6V13M7 13V8M11 13V8"/></svg>skin nerve</li></ul>
<script type="application/json">{pack(supply, drawing)}</script>
</div>"""
    return Assets(html, (_HERE / "picture.css").read_text(encoding="utf-8"), (_HERE / "picture.js").read_text(encoding="utf-8"))
