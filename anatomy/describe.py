"""One structure as the contract's answer: a dictionary of plain values, the same for every kind."""

from collections.abc import Iterable
from typing import Any

from anatomy import tree
from anatomy.claims import Claim, Triple, in_order
from anatomy.model import Level, Role, Saying, Share, Zone
from anatomy.structures import Action, Disc, Group, Joint, Muscle, Nerve, Reflex, Region, Root, SpinalLevel, Structure
from anatomy.supply import ORDER, Supply

Answer = dict[str, Any]


def describe(supply: Supply, structure: Structure) -> Answer:
    """What the atlas knows of a structure, in the shape of the contract; a list that does not apply is empty."""
    triples = supply.serves(structure)
    claims = roots_of(supply, structure)
    targets = _targets(supply, structure, triples)
    says = [s for c in claims for s in c.sources] + [s for t in triples for s in t.sources] + list(_own(structure))
    return {
        "id": structure.id,
        "name": structure.name,
        "kind": structure.label,
        "synonyms": [*structure.synonyms, *structure.lay],
        "ids": _ids(supply, structure),
        "roots": [_root(supply, c) for c in claims],
        "nerves": _nerves(supply, structure, triples),
        "muscles": _named(supply, targets, Muscle),
        "actions": _named(supply, [a.id for a in _actions(supply, structure, targets)], Action),
        "joints": _named(supply, targets, Joint),
        "regions": _named(supply, targets, Region),
        "reflexes": _named(supply, [r.id for r in _reflexes(supply, structure, claims)], Reflex),
        "zones": _zones(supply, structure),
        "sources": _sources(supply, says),
    }


def roots_of(supply: Supply, structure: Structure) -> tuple[Claim, ...]:
    """The roots of any structure: of an action those of its prime movers, the main ones first; else as the spine goes."""
    if isinstance(structure, SpinalLevel | Root):
        level = structure.id if isinstance(structure, SpinalLevel) else structure.level
        return (Claim(level, Share.MAIN, ()),)
    if isinstance(structure, Nerve):
        return supply.carried(structure)
    if isinstance(structure, Reflex):
        return supply.reflex(structure)
    if isinstance(structure, Disc):
        found = {c.root: c for zone in Zone for c in supply.disc(structure, zone)}
        return tuple(found[r] for r in in_order(found))
    if isinstance(structure, Action):
        return _action_roots(supply, structure)
    return supply.joined(supply.serves(structure))


def _action_roots(supply: Supply, action: Action) -> tuple[Claim, ...]:
    per_root: dict[Level, list[Claim]] = {}
    for muscle in supply.atlas.movers(action, Role.PRIME) or supply.atlas.movers(action):
        for claim in supply.roots(muscle):
            per_root.setdefault(claim.root, []).append(claim)
    joined = [_strongest(per_root[r]) for r in in_order(per_root)]
    return tuple(sorted(joined, key=lambda c: ORDER.index(c.share)))


def _strongest(claims: list[Claim]) -> Claim:
    share = min((c.share for c in claims), key=ORDER.index)
    return Claim(claims[0].root, share, tuple(dict.fromkeys(s for c in claims for s in c.sources)))


def _targets(supply: Supply, structure: Structure, triples: Iterable[Triple]) -> list[str]:
    """What it serves; of a muscle the joints it moves, of a joint the muscles that move it, of an action both."""
    if isinstance(structure, Action):
        return [*supply.atlas.movers(structure), *([structure.joint] if structure.joint else [])]
    if isinstance(structure, Reflex):
        return list(structure.muscles)
    if isinstance(structure, Group):
        return list(structure.parts)
    if isinstance(structure, Muscle):
        return list(dict.fromkeys(a.joint for a in _actions(supply, structure, []) if a.joint))
    if isinstance(structure, Joint):
        return list(dict.fromkeys(m for a in _actions(supply, structure, []) for m in supply.atlas.movers(a)))
    if isinstance(structure, Region):
        return []
    return list(dict.fromkeys(t.target for t in triples))


def _actions(supply: Supply, structure: Structure, targets: Iterable[str]) -> list[Action]:
    """The actions of a muscle, at a joint, or those of which a level or nerve serves a prime mover."""
    every = supply.atlas.all(Action)
    if isinstance(structure, Muscle | Group):
        parts = {structure.id} if isinstance(structure, Muscle) else set(structure.parts)
        return [a for a in every if parts.intersection(supply.atlas.movers(a))]
    if isinstance(structure, Joint):
        return [a for a in every if a.joint == structure.id]
    if isinstance(structure, Action | Region | Reflex):
        return []
    served = set(targets)
    return [a for a in every if served.intersection(supply.atlas.movers(a, Role.PRIME))]


def _reflexes(supply: Supply, structure: Structure, claims: Iterable[Claim]) -> list[Reflex]:
    every = supply.atlas.all(Reflex)
    if isinstance(structure, Muscle | Group):
        parts = {structure.id} if isinstance(structure, Muscle) else set(structure.parts)
        return [r for r in every if parts.intersection(r.muscles)]
    if isinstance(structure, Nerve):
        return [r for r in every if structure.id in (*r.afferent, *r.efferent)]
    if isinstance(structure, SpinalLevel | Root | Disc):
        roots = {c.root for c in claims}
        return [r for r in every if roots.intersection(c.root for c in supply.reflex(r))]
    return []


def _nerves(supply: Supply, structure: Structure, triples: tuple[Triple, ...]) -> list[Answer]:
    atlas = supply.atlas
    if isinstance(structure, Nerve):
        ends = [n.id for n in atlas.all(Nerve) if structure.id in n.parents]
    elif isinstance(structure, Reflex):
        ends = list(dict.fromkeys((*structure.afferent, *structure.efferent)))
    elif isinstance(structure, Action):
        triples = tuple(
            t
            for m in supply.atlas.movers(structure, Role.PRIME) or supply.atlas.movers(structure)
            for t in supply.serves(atlas.structures[m])
        )
        ends = list(dict.fromkeys(t.nerve for t in sorted(triples, key=lambda t: ORDER.index(t.share))))
    elif isinstance(structure, SpinalLevel | Root | Disc):
        roots = {c.root for c in roots_of(supply, structure)}
        ends = [n.id for n in atlas.all(Nerve) if roots.intersection(tree.carried(atlas.tree, n.id))]
    else:
        ends = list(dict.fromkeys(t.nerve for t in triples))
    return [_nerve(supply, n, triples) for n in ends]


def _nerve(supply: Supply, nerve: str, triples: Iterable[Triple]) -> Answer:
    brought = in_order(t.root for t in triples if t.nerve == nerve)
    return {"id": nerve, "name": supply.atlas.structures[nerve].name, "roots": list(brought or tree.carried(supply.atlas.tree, nerve))}


def _named(supply: Supply, ids: Iterable[str], kind: type[Structure]) -> list[Answer]:
    found = (supply.atlas.structures[i] for i in ids)
    return [{"id": s.id, "name": s.name} for s in found if isinstance(s, kind)]


def _root(supply: Supply, claim: Claim) -> Answer:
    return {
        "name": claim.root,
        "root": claim.root,
        "share": str(claim.share),
        "sources": _sources(supply, claim.sources),
        "against": _sources(supply, claim.against),
    }


def _ids(supply: Supply, structure: Structure) -> dict[str, str]:
    known = supply.atlas.identifiers.get(structure.id)
    return known.by_scheme if known else {}


def _zones(supply: Supply, structure: Structure) -> Answer:
    if not isinstance(structure, Disc):
        return {}
    met = {str(zone): [c.root for c in supply.disc(structure, zone)] for zone in Zone}
    return {zone: roots for zone, roots in met.items() if roots}


def _own(structure: Structure) -> tuple[Saying, ...]:
    """The statements of the record itself, so that every structure names its sources."""
    places = {**getattr(structure, "leaves_sources", {}), **getattr(structure, "exits_sources", {}), **getattr(structure, "sources", {})}
    said = (*getattr(structure, "says", ()), *getattr(structure, "nerves", ()), *getattr(structure, "maps", ()))
    return (*said, *(Saying(source=s, place=p) for s, p in places.items()))


def _sources(supply: Supply, says: Iterable[Saying]) -> list[Answer]:
    """Each source once for each place in it."""
    known = supply.atlas.sources
    places = dict.fromkeys((s.source, s.place) for s in says)
    return [{"id": i, "name": known[i].citation, "place": p, "kind": str(known[i].kind), "url": known[i].url} for i, p in places]
