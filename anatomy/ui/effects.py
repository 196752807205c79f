"""What a lesion does, as markup: three groups in words, each row with its reason and the claims behind it."""

from collections.abc import Iterable, Sequence
from html import escape
from urllib.parse import quote

from anatomy.effects import Effect, Effects, State
from anatomy.structures import Action, Joint, Muscle, Reflex, Region
from anatomy.supply import Supply
from anatomy.ui import cite

HEADS = {State.LOST: "Lost", State.WEAKER: "Weaker", State.SPARED: "Spared"}

LEADS = {
    State.LOST: "No supply is left, but for what only some sources report.",
    State.WEAKER: "Part of the supply goes, part stays.",
    State.SPARED: "One might expect these to go too: by the same nerve, or from the same root.",
}

KINDS = ((Action, "Movements"), (Muscle, "Muscles"), (Reflex, "Reflexes"), (Region, "Skin"), (Joint, "Joints"))
"""What is told, in the order of an examination."""

FOLDED = {(state, Joint) for state in State} | {(State.SPARED, Action)}
"""What stands folded: joints, which nobody tests, and what is spared of movements, told by their muscles."""

STYLE = """<style>
.effect{margin:0 0 14px}.effect h4{margin:12px 0 2px}.effect ul.rows{list-style:none;margin:0;padding:0}.effect .rows>li{margin:0;padding:0;border-top:1px solid color-mix(in srgb,currentColor 14%,transparent)}
.effect summary{cursor:pointer;padding:6px 0;min-height:26px}.effect .much{float:right;font-size:.85rem;border:1px solid color-mix(in srgb,currentColor 35%,transparent);border-radius:9px;padding:0 8px;margin-left:8px}
.effect .why{display:block;font-size:.92rem;opacity:.85;font-weight:400}.effect .names{font-weight:600}.effect .claims{font-size:.85rem;overflow-wrap:anywhere;margin:0 0 8px;padding-left:14px}
.effect.lost{border-left:8px solid #a3123a}.effect.weaker{border-left:8px dashed #b06a00}.effect.spared{border-left:8px double #1a5fb4}
.card ul.told-apart{list-style:none;margin:0;padding:0}.card .told-apart>li{margin:0;padding:8px 0;border-top:1px solid color-mix(in srgb,currentColor 14%,transparent)}
.columns{columns:340px;column-gap:18px}.columns .card{break-inside:avoid;margin:0 0 18px}.told-apart p{margin:2px 0}.shows{display:grid;grid-template-columns:1fr max-content;gap:1px 10px;align-items:end;font-size:.92rem;margin:4px 0}.shows .rate{grid-column:1/-1}
.shows .rate{height:10px;border:1px solid color-mix(in srgb,currentColor 45%,transparent);border-radius:5px;overflow:hidden}.shows .rate i{display:block;height:100%;background:currentColor;opacity:.75}
.shows .rate.second i{background:repeating-linear-gradient(135deg,currentColor 0 3px,transparent 3px 6px)}
</style>"""


def told(supply: Supply, effects: Effects) -> str:
    """Every effect of a lesion in three cards."""
    groups = {State.LOST: effects.lost, State.WEAKER: effects.weaker, State.SPARED: effects.spared}
    return f"<div class='cards'>{''.join(_group(supply, state, kept) for state, kept in groups.items())}</div>"


def _group(supply: Supply, state: State, kept: Sequence[Effect]) -> str:
    if not kept:
        return f"<section class='card effect {state}'><h3>{HEADS[state]}</h3><p class='quiet'>Nothing.</p></section>"
    body = "".join(
        _kind(supply, [e for e in kept if isinstance(supply.atlas.structures[e.target], kind)], head, (state, kind) in FOLDED)
        for kind, head in KINDS
    )
    return f"<section class='card effect {state}'><h3>{HEADS[state]} ({len(kept)})</h3><p class='quiet'>{LEADS[state]}</p>{body}</section>"


def _kind(supply: Supply, kept: Sequence[Effect], head: str, folded: bool) -> str:
    """The effects of one kind: those taken most open, the others folded beneath them by how much."""
    if not kept:
        return ""
    words = dict.fromkeys(e.words for e in kept)
    parts = [(f"{word[:1].upper()}{word[1:]} of it", _rows(supply, [e for e in kept if e.words == word])) for word in words]
    first = f"<ul class='rows'>{parts[0][1]}</ul>"
    rest = "".join(
        f"<details class='fold'><summary class='quiet'>{word}: {rows.count('<li ')} more</summary><ul class='rows'>{rows}</ul></details>"
        for word, rows in parts[1:]
    )
    if folded:
        return f"<details class='fold'><summary><b>{head}</b> ({len(kept)})</summary>{first}{rest}</details>"
    return f"<h4>{head} ({len(kept)})</h4>{first}{rest}"


def _rows(supply: Supply, kept: Iterable[Effect]) -> str:
    """A row for each reason, with all that it holds for."""
    rows: dict[tuple[str, str], list[Effect]] = {}
    for one in kept:
        rows.setdefault((one.words, one.why), []).append(one)
    return "".join(_row(supply, words, why, same) for (words, why), same in rows.items())


def _row(supply: Supply, words: str, why: str, same: Sequence[Effect]) -> str:
    names = escape("; ".join(supply.atlas.named(e.target for e in same)))
    much = f"<span class='much'>{words}</span>" if same[0].state is State.WEAKER else ""
    reason = escape(why.partition(": ")[2])
    return (
        f"<li data-target='{' '.join(e.target for e in same)}'><details><summary>{much}<span class='names'>{names}</span>"
        f"<span class='why'>{reason[:1].upper()}{reason[1:]}</span></summary>{''.join(_claims(supply, e) for e in same)}</details></li>"
    )


def _claims(supply: Supply, effect: Effect) -> str:
    """The claims behind an effect, each linked to its card with its sources."""
    count = len({s.source for s in effect.sources})
    links = ", ".join(f"<a href='./?view=student&amp;claim={quote(c)}' target='_self'>{escape(c)}</a>" for c in effect.claims)
    name = escape(supply.atlas.structures[effect.target].name)
    return f"<p class='claims'>{name}: {count} {'source' if count == 1 else 'sources'}, by claim: {links}</p>"


FORMS = (
    "Drawn in its usual form, with the lowest roots in it. It may take fewer roots or more, and now and then it takes some on both sides "
    "and nearly spares the lowest: then bladder, bowel and saddle are well."
)
"""What the picture of a lesion in the spinal canal leaves out."""


def site(supply: Supply, effects: Effects) -> str:
    """Where a lesion sits: its places with what happens there and who says so; of roots, how many and on which sides."""
    one = effects.site
    where = "" if one.site in one.name else f"<p>{escape(one.site[0].upper() + one.site[1:])}{'; on both sides' if one.both else ''}.</p>"
    where += f"<p class='quiet'>{FORMS}</p>" if one.forms else ""
    places = [s for nerve in supply.atlas.structures.values() for s in getattr(nerve, "sites", ()) if s.id in (one.id, *one.alike)]
    rows = "".join(
        f"<li>{escape(s.name)}: {escape(s.what)}{cite.sayings(supply, cite.places(s.sources), 'Who says so')}</li>" for s in places
    )
    alike = "<p class='quiet'>No finding tells these places apart.</p>" if len(places) > 1 else ""
    head = f"What happens at {'these places' if len(places) > 1 else 'this place'}"
    return f"{where}<details class='fold'><summary>{head}</summary>{alike}<ul>{rows}</ul></details>" if rows else where
