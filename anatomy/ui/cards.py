"""The words beside the picture, as markup: cards, the same as a table, and the sources. Text in, text out."""

from collections.abc import Iterable
from functools import lru_cache
from html import escape

from anatomy import tree
from anatomy.claims import Claim, Triple
from anatomy.describe import roots_of
from anatomy.model import Role, Share, Zone
from anatomy.show import Card, Served, cards, targets
from anatomy.structures import Action, Disc, Group, Joint, Muscle, Nerve, Reflex, Region, SpinalLevel, Structure
from anatomy.supply import Supply
from anatomy.ui import figures, layers
from anatomy.ui.cite import places, sayings
from anatomy.ui.claim import tag
from anatomy.ui.facts import by_nerve, facts

ALWAYS = ("hamstring", "knee", "foot")
"""The cards that stand even when nothing is named there."""

KINDS = (("muscles", "Muscles"), ("joints", "Joint"), ("regions", "Skin"))


@lru_cache(maxsize=1024)
def page(supply: Supply, structure_id: str, zone: Zone | None, side: str, layer: str = "served") -> str:
    """All that is said of a choice. The same for every reader, so it is made once."""
    structure = supply.atlas.structures[structure_id]
    where = "" if side == "both" else f", {side} side"
    head = f"<h2>{escape(title(structure))}{where}</h2>{_lead(supply, structure, zone)}{_ids(supply, structure)}"
    if layer != "served":
        return head + (layers.felt if layer == "felt" else layers.numb)(supply, structure, zone)
    if isinstance(structure, SpinalLevel | Disc | Nerve):
        shown = cards(supply, structure, zone)
        body = "".join(_card(supply, structure, zone, card) for card in shown if card.area.id in ALWAYS or not card.empty)
        none = ", ".join(card.area.name for card in shown if card.area.id not in ALWAYS and card.empty)
        body += (
            f"<section class='card quiet'><h3>Nothing named</h3><p>No source kept names anything here: {escape(none)}.</p></section>"
            if none
            else ""
        )
        return f'{head}<div class="cards">{body}</div>{figures.whole(supply, structure)}{table(supply, [s for c in shown for s in (*c.muscles, *c.joints, *c.regions)])}'
    return head + _one(supply, structure)


def _ids(supply: Supply, structure: Structure) -> str:
    """What others call it, with where that was seen."""
    known = supply.atlas.identifiers.get(structure.id)
    if known is None:
        return ""
    codes = " · ".join(f"{scheme.upper()} {value.removeprefix(scheme.upper() + ':')}" for scheme, value in known.by_scheme.items())
    return f"<details><summary class='quiet'>Identifiers: {codes}</summary>{sayings(supply, places(known.sources))}</details>"


def title(structure: Structure) -> str:
    """The heading of a choice."""
    return f"Spinal level {structure.name}" if isinstance(structure, SpinalLevel) else structure.name


def _lead(supply: Supply, structure: Structure, zone: Zone | None) -> str:
    if isinstance(structure, SpinalLevel):
        return f"<p>{escape(structure.root_name)} leaves {escape(structure.exits)}.</p>{sayings(supply, places(structure.exits_sources), 'Who says so')}{tag(supply, f'{structure.id}.exit')}"
    if isinstance(structure, Disc):
        return _disc(supply, structure, zone)
    if isinstance(structure, Nerve):
        carries = ", ".join(tree.carried(supply.atlas.tree, structure.id))
        return (
            f"<p>{escape(structure.course)} Leaves {escape(structure.leaves)}. Carries {carries}.</p>"
            + (f"<p>{escape(structure.variant)}</p>" if structure.variant else "")
            + sayings(supply, (*places(structure.leaves_sources), *structure.says), "Who says so")
            + tag(supply, f"{structure.id}.course")
            + "".join(tag(supply, f"{structure.id}.carries.{c.root}") for c in supply.carried(structure) if c.sources)
            + _sites(supply, structure)
        )
    if isinstance(structure, Region):
        return f"<p>{escape(structure.plain[0].upper() + structure.plain[1:])}.</p>"
    return f"<p>{escape(structure.how)}</p>" if isinstance(structure, Reflex) else ""


def _sites(supply: Supply, nerve: Nerve) -> str:
    if not nerve.sites:
        return ""
    items = "".join(
        f"<li><details><summary>{escape(site.name)}</summary><div class='body'><p>{escape(site.what)}</p>"
        f"{sayings(supply, places(site.sources))}{tag(supply, f'{nerve.id}.site.{site.id}')}</div></details></li>"
        for site in nerve.sites
    )
    return f"<h4>Where it is commonly caught or cut</h4><ul class='facts'>{items}</ul>"


def _disc(supply: Supply, disc: Disc, zone: Zone | None) -> str:
    words = supply.atlas.zones
    note = f"<p class='quiet'>{escape(disc.note)}</p>{sayings(supply, places(disc.note_sources), 'Who says so')}" if disc.note else ""
    if zone is None:
        ways = "".join(
            f"<li>{escape(words[z].plain)}: meets {_met(supply, disc, z)}</li>" for z in Zone if z in words and supply.disc(disc, z)
        )
        return f"<p>A disc is not a root. Which root it meets depends on where it bulges:</p><ul>{ways}</ul><p>Choose one above the picture to see that root alone.</p>{note}"
    claims = supply.disc(disc, zone)
    if not claims:
        return f"<p>No source kept says which root this disc meets {escape(words[zone].plain)}.</p>{note}"
    said = tuple(dict.fromkeys(s for c in claims for s in c.sources))
    return (
        f"<p>A bulge <strong>{escape(words[zone].plain)}</strong> meets <strong>{_met(supply, disc, zone)}</strong>. {escape(words[zone].why)}</p>"
        + sayings(supply, said, "Who says so")
        + "".join(tag(supply, f"{disc.id}.{zone}.{c.root}") for c in claims)
        + note
    )


def _met(supply: Supply, disc: Disc, zone: Zone) -> str:
    return ", ".join(c.root for c in supply.disc(disc, zone))


def _card(supply: Supply, structure: Structure, zone: Zone | None, card: Card) -> str:
    served = "".join(f"<h4>{name}</h4>{facts(supply, getattr(card, kind))}" for kind, name in KINDS if getattr(card, kind))
    none = " or ".join(name.lower() for kind, name in KINDS if not getattr(card, kind))
    served += f"<p class='quiet'>No {none} named here by any source kept.</p>" if none else ""
    measured = figures.block(supply, structure, zone, card.area.id)
    return f"<section class='card' data-area='{card.area.id}'><h3>{escape(card.area.name)}</h3>{served}{measured}</section>"


def _one(supply: Supply, structure: Structure) -> str:
    """What serves a muscle, joint or place; what does an action; the arc of a reflex."""
    parts = [_roots(supply, roots_of(supply, structure))]
    triples = supply.serves(structure) if not isinstance(structure, Action | Reflex) else ()
    if isinstance(structure, Group):
        parts.append(f"<h4>Parts</h4><ul>{''.join(f'<li>{escape(n)}</li>' for n in supply.atlas.named(structure.parts))}</ul>")
        parts.append(sayings(supply, places(structure.sources), "Who says so"))
    if triples:
        parts.append(f"<h4>By which nerve, and who says so</h4>{by_nerve(supply, targets(supply, triples))}")
    lost = [u for u in supply.unrouted if u.target == structure.id]
    for one in lost:
        parts.append(
            f"<p class='quiet'>Also said: {one.root}. No nerve of the atlas brings it here, so it is not lit.</p>{sayings(supply, one.sources)}"
        )
    if isinstance(structure, Region):
        parts.append(layers.maps_of(supply, structure))
    if isinstance(structure, Action):
        parts.append(_movers(supply, structure))
    parts.append(figures.shares(supply, structure))
    if isinstance(structure, Reflex):
        parts.append(
            sayings(supply, structure.says) + "".join(tag(supply, f"{structure.id}.arc.{c.root}") for c in supply.reflex(structure))
        )
    if isinstance(structure, Muscle | Group | Joint):
        parts.append(_actions(supply, structure))
    return f"<div class='cards'><section class='card'>{''.join(parts)}</section></div>{table(supply, targets(supply, triples)) if triples else ''}"


def _roots(supply: Supply, claims: Iterable[Claim]) -> str:
    rows = "".join(f"<li><strong>{c.root}</strong> <span class='share'>{c.share}</span></li>" for c in claims)
    return f"<h4>Spinal levels</h4><ul>{rows}</ul>" if rows else "<p>No root is printed for it by any source kept.</p>"


def _movers(supply: Supply, action: Action) -> str:
    lists = ((Role.PRIME, "Done by"), (Role.ASSIST, "Helped by"))
    names = ((head, supply.atlas.named(supply.atlas.movers(action, role))) for role, head in lists)
    rows = "".join(f"<h4>{head}</h4><ul>{''.join(f'<li>{escape(n)}</li>' for n in found)}</ul>" for head, found in names if found)
    return rows + sayings(supply, action.says, "Who says so")


def _actions(supply: Supply, structure: Structure) -> str:
    every = supply.atlas.all(Action)
    own = {structure.id, *getattr(structure, "parts", ())}
    mine = [a.name for a in every if own.intersection(supply.atlas.movers(a)) or structure.id == a.joint]
    return f"<h4>Movements</h4><ul>{''.join(f'<li>{escape(name)}</li>' for name in mine)}</ul>" if mine else ""


def table(supply: Supply, served: Iterable[Served]) -> str:
    """The same facts as a table."""
    rows = "".join(_rows(supply, one) for one in served)
    head = "".join(f"<th scope='col'>{h}</th>" for h in ("Structure", "Level", "Nerve", "Share", "Sources", "Against"))
    return f"<details class='twin'><summary>The same as a table</summary><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></details>"


def _rows(supply: Supply, served: Served) -> str:
    name = escape(served.target.name)
    return "".join(
        f"<tr data-target='{served.target.id}'><th scope='row'>{name}</th><td>{t.root}</td><td>{escape(supply.atlas.structures[t.nerve].name)}</td>"
        f"<td>{_share(t)}</td><td>{len({s.source for s in t.sources})}</td><td>{len({s.source for s in t.against})}</td></tr>"
        for t in served.triples
    )


def _share(triple: Triple) -> str:
    return f"{triple.share}, follows from the nerve" if triple.follows and triple.share is not Share.MAIN else str(triple.share)
