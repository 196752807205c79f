"""The patient's cards: the same facts in plain words, with a link to the sources. Text in, text out."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import escape

from anatomy import evidence, patient
from anatomy.claims import Triple, in_order
from anatomy.describe import roots_of
from anatomy.model import Level, Share, Zone
from anatomy.picture.pack import line
from anatomy.show import Card, Served, cards
from anatomy.structures import Action, Disc, Nerve, Reflex, Region, SpinalLevel, Structure
from anatomy.supply import Supply
from anatomy.tongue import Tongue
from anatomy.ui.cite import sayings

ALWAYS = ("hamstring", "knee", "foot")

SHORT = 4
"""Names up to which a list is not folded."""


@lru_cache(maxsize=1024)
def page(supply: Supply, say: Tongue, structure_id: str, zone: Zone | None, side: str) -> str:
    """All that is said of a choice to a patient. The same for every reader, so it is made once."""
    structure = supply.atlas.structures[structure_id]
    if isinstance(structure, SpinalLevel | Disc):
        return _level(supply, say, structure, zone, side)
    return _one(supply, say, structure, side)


def _level(supply: Supply, say: Tongue, structure: SpinalLevel | Disc, zone: Zone | None, side: str) -> str:
    shown = [c for c in cards(supply, structure, zone) if c.area.id in ALWAYS or not c.empty]
    body = "".join(_card(supply, say, structure, zone, card) for card in shown)
    heading = say("Spinal level {level}", level=structure.id) if isinstance(structure, SpinalLevel) else say(structure.name)
    return f"<h2>{escape(heading)}{_side(say, side)}</h2>{_lead(supply, say, structure, zone)}<div class='cards'>{body}</div>"


def _side(say: Tongue, side: str) -> str:
    return "" if side == "both" else f", {escape(say(side + ' side'))}"


def _lead(supply: Supply, say: Tongue, structure: SpinalLevel | Disc, zone: Zone | None) -> str:
    if isinstance(structure, SpinalLevel):
        text = say(
            "A nerve leaves the back here on each side. Doctors call it the {level} root. It serves these places.", level=structure.id
        )
        return f"<p>{escape(text)}</p><p>{escape(say(supply.atlas.words['felt']))}</p>"
    words = supply.atlas.zones
    if zone is None:
        ways = "".join(
            f"<li>{escape(say(words[z].plain))}: {', '.join(c.root for c in supply.disc(structure, z))}</li>"
            for z in Zone
            if z in words and supply.disc(structure, z)
        )
        return f"<p>{escape(say('A disc is a cushion between two bones. Which nerve it meets depends on where it bulges:'))}</p><ul>{ways}</ul>"
    met = ", ".join(c.root for c in supply.disc(structure, zone)) or say("no root that a source names")
    return f"<p>{escape(say('A bulge here meets {roots}.', roots=met))} {escape(say(words[zone].plain.capitalize()))}.</p>"


def _card(supply: Supply, say: Tongue, structure: Structure, zone: Zone | None, card: Card) -> str:
    parts = []
    if not card.empty:
        best = min((t for s in (*card.regions, *card.muscles, *card.joints) for t in s.triples), key=lambda t: list(Share).index(t.share))
        parts.append(f"<p>{escape(patient.route(say, patient.way(supply, say, best)))}</p>")
    for head, served in ((say("Skin"), card.regions), (say("Muscles"), card.muscles), (say("Joint"), card.joints)):
        parts.append(_served(supply, say, head, served))
    if card.empty:
        parts.append(f"<p>{escape(say('No source that we read names anything here.'))}</p>")
    parts.append(_counted(supply, say, structure, zone, card.area.id))
    title = f"<h3>{escape(say(card.area.name))}</h3><p class='quiet'>{escape(say(card.area.plain))}</p>"
    return f"<section class='card' data-area='{card.area.id}'>{title}{''.join(parts)}</section>"


def _served(supply: Supply, say: Tongue, head: str, served: Sequence[Served]) -> str:
    """A list in plain words; what only some sources report stands apart."""
    sure = [s for s in served if s.share != Share.REPORTED]
    few = [s for s in served if s.share == Share.REPORTED]
    rows = [(head, sure), (say("{what}, only some sources say so", what=head), few)]
    return "".join(_folded(label, _names(supply, say, kept), len(kept), few is kept) for label, kept in rows if kept)


def _folded(label: str, text: str, count: int, doubted: bool) -> str:
    """A list as a line; a long one, or what only some report, folded away."""
    if count <= SHORT and not doubted:
        return f"<p><strong>{escape(label)}:</strong> {text}</p>"
    return f"<details class='fold'><summary><strong>{escape(label)}</strong> ({count})</summary><p>{text}</p></details>"


def _names(supply: Supply, say: Tongue, served: Iterable[Served]) -> str:
    return ", ".join(f"<span data-target='{s.target.id}'>{_name(supply, say, s.target)}</span>" for s in served) + "."


def _name(supply: Supply, say: Tongue, structure: Structure) -> str:
    """Plain words, with the term behind; the term tells its own line when it is pressed or pointed at."""
    if isinstance(structure, Region):
        return escape(say(structure.plain))
    return f"{escape(say(patient.plain(supply)[structure.id]))} ({term(supply, say, structure)})"


def term(supply: Supply, say: Tongue, structure: Structure) -> str:
    """A term with its pop-up of one line."""
    name, tip = escape(say(structure.name), quote=True), escape(line(supply, structure, say), quote=True)
    return f"<span class='term' role='note' tabindex='0' data-tip='{tip}' aria-label='{name}: {tip}'>{name}</span>"


def _counted(supply: Supply, say: Tongue, structure: Structure, zone: Zone | None, area: str) -> str:
    found = evidence.in_area(supply, structure, zone, area)
    if not found:
        return f"<p class='quiet'>{escape(say(supply.atlas.words['no_figure_plain']))}</p>"
    number = len({m.figure.source for m in found})
    return f"<p class='quiet'>{escape(say.count('Counted in {n} study: see «Felt (measured)».', 'Counted in {n} studies: see «Felt (measured)».', number))}</p>"


def _one(supply: Supply, say: Tongue, structure: Structure, side: str) -> str:
    names = patient.plain(supply)
    if isinstance(structure, Region):
        return f"<h2>{escape(say(structure.plain)[0].upper() + say(structure.plain)[1:])}{_side(say, side)}</h2>{at(supply, say, (structure.id,))}"
    known = f" ({escape(say(names[structure.id]))})" if structure.id in names and not isinstance(structure, Nerve) else ""
    roots = in_order(c.root for c in roots_of(supply, structure))
    verb = say("Levels that run in it: {levels}.") if isinstance(structure, Nerve) else say("Levels that serve it: {levels}.")
    told = [verb.format(levels=", ".join(roots))] if roots else [say("No source that we read names a level.")]
    if isinstance(structure, Nerve) and structure.id in names:
        told.append(say("On its way it {way}.", way=say(names[structure.id])))
    if isinstance(structure, Action):
        told.append(say("Muscles: {names}.", names=", ".join(say(names[m]) for m in supply.atlas.movers(structure) if m in names)))
    if isinstance(structure, Reflex):
        told.append(say("Doctors tap or stroke to test it."))
    triples = supply.serves(structure) if not isinstance(structure, Action | Reflex) else ()
    ways = "" if isinstance(structure, Nerve) else _ways(supply, say, triples)
    body = "".join(f"<p>{escape(t)}</p>" for t in told)
    spans = "".join(f"<span hidden data-target='{t}'></span>" for t in dict.fromkeys(x.target for x in triples))
    return f"<h2>{escape(say(structure.name))}{known}{_side(say, side)}</h2><div class='cards'><section class='card'>{body}{ways}{spans}</section></div>"


def _ways(supply: Supply, say: Tongue, triples: Iterable[Triple]) -> str:
    best: dict[Level, Triple] = {}
    for triple in triples:
        best.setdefault(triple.root, triple)
    rows = "".join(
        f"<li><strong>{r}.</strong> {escape(patient.route(say, patient.way(supply, say, best[r])))}</li>" for r in in_order(best)
    )
    return f"<ul>{rows}</ul>" if rows else ""


def at(supply: Supply, say: Tongue, places: Sequence[str]) -> str:
    """Every level that serves the places, from the top of the spine down, then what else can be felt there. No numbers."""
    levels = patient.levels_at(supply, places)
    lead = escape(say(supply.atlas.words["where_answer"]))
    rows = "".join(_here(supply, say, patient.here(supply, say, one, [p for p in places if _serves(supply, one, p)])) for one in levels)
    none = f"<p>{escape(say('No source that we read names a level here.'))}</p>" if not levels else ""
    return f"<p>{lead}</p>{none}<div class='cards levels'>{rows}</div>{_others(supply, say, places)}"


def _serves(supply: Supply, level: str, place: str) -> bool:
    return any(t.root == level for t in supply.by_target.get(place, ()))


def _here(supply: Supply, say: Tongue, one: patient.Here) -> str:
    lists = ((say("Skin"), one.skin), (say("Muscles near there"), one.muscles), (say("Joint near there"), one.joints))
    told = "".join(_folded(head, f"{escape(', '.join(kept))}.", len(kept), doubted=False) for head, kept in lists if kept)
    few = "" if one.agreed else f"<p class='quiet'>{escape(say('Only some sources say so.'))}</p>"
    counted = (
        say("Where pain of this level is felt was counted: see «Felt (measured)».")
        if one.studies
        else say(supply.atlas.words["no_figure_plain"])
    )
    return (
        f"<section class='card' data-level='{one.level}'><h3>{one.level}</h3><p>{escape(patient.route(say, one.way))}</p>{told}{few}"
        f"<p class='quiet'>{escape(counted)}</p></section>"
    )


def _others(supply: Supply, say: Tongue, places: Sequence[str]) -> str:
    found = patient.others(supply, say, places)
    rows = "".join(
        f"<li><strong>{escape(o.name)}.</strong> {escape(o.words)}{sayings(supply, o.sources, say('Who says so'), fold=True)}</li>"
        for o in found
    )
    head = escape(say("Other things that serve this place or can be felt there"))
    return f"<section class='card others'><h3>{head}</h3><ul class='sources'>{rows}</ul></section>" if rows else ""
