"""What must hold between the structures of the body."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from anatomy import naming
from anatomy.atlas import Atlas
from anatomy.content import Found
from anatomy.faults import Fault
from anatomy.model import LEVELS, Saying, Zone
from anatomy.rules.registry import rule
from anatomy.structures import Action, Joint, Muscle, Nerve, Region, Structure
from anatomy.supply import Supply


def _structures(atlas: Atlas) -> Iterator[tuple[Found, Structure]]:
    return ((f, f.record) for f in atlas.content.found if isinstance(f.record, Structure))


@rule
def id_used_twice(atlas: Atlas) -> Iterator[Fault]:
    """One id, one record."""
    seen = Counter(map(_key, atlas.content.found))
    for found in atlas.content.found:
        if getattr(found.record, "id", None) is not None and seen[_key(found)] > 1:
            yield found.fault("the id stands in more than one record", "give each record an id of its own", "id")


def _key(found: Found) -> tuple[str, str | None]:
    """Structures share one namespace; every other kind of record has its own."""
    return "structure" if isinstance(found.record, Structure) else found.kind, getattr(found.record, "id", None)


def _references(record: Structure) -> Iterator[tuple[str, type[Structure], tuple[str | int, ...]]]:
    """Ids of other structures in a record, with the kind each must be."""
    for i, saying in enumerate((*getattr(record, "says", ()), *getattr(record, "nerves", ()))):
        field = "nerves" if i >= len(getattr(record, "says", ())) else "says"
        at = (field, i if field == "says" else i - len(getattr(record, "says", ())))
        if getattr(saying, "nerve", None):
            yield saying.nerve, Nerve, at
        yield from ((m, Muscle, at) for m in getattr(saying, "muscles", ()))
        if getattr(saying, "action", None):
            yield saying.action, Action, at
    for name, kind in (("parents", Nerve), ("parts", Muscle), ("afferent", Nerve), ("efferent", Nerve), ("muscles", Muscle)):
        yield from ((i, kind, (name,)) for i in getattr(record, name, ()))
    if getattr(record, "joint", None):
        yield record.joint, Joint, ("joint",)  # type: ignore[attr-defined]


@rule
def structure_unknown(atlas: Atlas) -> Iterator[Fault]:
    """A record may only name nerves, muscles and joints that have a record."""
    for found, record in _structures(atlas):
        for other, kind, path in _references(record):
            if not isinstance(atlas.structures.get(other), kind):
                yield found.fault(f"names {other}, which is no {kind.kind_of}", "mend the id or add its record", *path)


@rule
def area_unknown(atlas: Atlas) -> Iterator[Fault]:
    """Each muscle, joint and patch of skin lies in a known part of the leg."""
    for found, record in _structures(atlas):
        zone = getattr(record, "zone", None)
        if zone is not None and zone not in atlas.areas:
            yield found.fault(f"lies in {zone}, which is no area", f"use one of {', '.join(atlas.areas)}", "zone")


@rule
def nerve_outside_tree(atlas: Atlas) -> Iterator[Fault]:
    """Every nerve hangs on the spine: no ring of parents, and some root runs in it."""
    for found in atlas.content.of("nerve"):
        nerve = found.record
        if isinstance(nerve, Nerve) and not (nerve.id in atlas.tree and atlas.tree.nodes[nerve.id]["roots"]):
            yield found.fault("no root reaches it", "mend its parents, or the roots of its says or its parents' says", "parents")


@rule
def branch_above_parent(atlas: Atlas) -> Iterator[Fault]:
    """A nerve leaves its parent no higher than the parent begins."""
    for found in atlas.content.of("nerve"):
        nerve: Any = found.record
        for parent in nerve.parents:
            above = atlas.structures.get(parent)
            if isinstance(above, Nerve) and above.label == "nerve" and nerve.height > above.height + 1e-9:
                yield found.fault(
                    f"leaves {parent} at {nerve.height}, above where that begins ({above.height})", "mend one of the heights", "height"
                )


@rule
def site_takes_amiss(atlas: Atlas) -> Iterator[Fault]:
    """A place on a nerve is said to take only what that nerve serves."""
    supply = Supply(atlas)
    for found in atlas.content.of("nerve"):
        nerve: Any = found.record
        served = {t.target for t in supply.by_nerve.get(nerve.id, ())}
        for i, site in enumerate(nerve.sites):
            for target in (t for t in site.takes if t not in served):
                yield found.fault(
                    f"{site.id} takes {target}, which {nerve.id} does not serve", "mend the id, or say who supplies it", "sites", i
                )


@rule
def gives_amiss(atlas: Atlas) -> Iterator[Fault]:
    """A nerve gives off twigs below its own beginning, and only to what it serves itself."""
    supply = Supply(atlas)
    for found in atlas.content.of("nerve"):
        nerve: Any = found.record
        served = {t.target for t in supply.by_nerve.get(nerve.id, ()) if t.nerve == nerve.id}
        for i, given in enumerate(nerve.gives):
            for target in (t for t in given.to if t not in served):
                yield found.fault(
                    f"it gives twigs to {target}, which it does not serve itself", "mend the id, or say who supplies it", "gives", i
                )
            if given.height > nerve.height:
                yield found.fault("it gives twigs above where it begins", f"use a height up to {nerve.height}", "gives", i)


@rule
def site_hurts_nowhere(atlas: Atlas) -> Iterator[Fault]:
    """A lesion is felt in a known patch of skin."""
    for found in atlas.content.of("nerve"):
        nerve: Any = found.record
        for i, site in enumerate(nerve.sites):
            for patch in (h.patch for h in site.hurts if not isinstance(atlas.structures.get(h.patch), Region)):
                yield found.fault(f"{site.id} hurts in {patch}, which is no patch of skin", "use a region id", "sites", i)


@rule
def one_source_for_muscle(atlas: Atlas) -> Iterator[Fault]:
    """The roots of a muscle rest on two lineages or more."""
    for found in atlas.content.of("muscle"):
        lineages = {atlas.sources[s.source].lineage for s in found.record.says if s.source in atlas.sources}  # type: ignore[attr-defined]
        if len(lineages) < 2:
            yield found.fault("its roots rest on a single lineage of sources", "add a source that does not copy the first", "says")


@rule
def nothing_serves(atlas: Atlas) -> Iterator[Fault]:
    """Every muscle and joint is served by something; of a patch of skin at least something is said."""
    supply = Supply(atlas)
    said = {*supply.by_target, *(u.target for u in supply.unrouted if isinstance(atlas.structures[u.target], Region))}
    for found, record in _structures(atlas):
        if isinstance(record, Muscle | Joint | Region) and record.id not in said:
            yield found.fault("no root reaches it by any nerve named", "mend the nerve or the roots, or add a source for both")


@rule
def main_not_listed(atlas: Atlas) -> Iterator[Fault]:
    """A root marked as main stands in the statement's own list, and so does one found in those tested."""
    for found, record in _structures(atlas):
        for i, saying in enumerate(getattr(record, "says", ())):
            if set(getattr(saying, "main", ())) - set(getattr(saying, "roots", ())):
                yield found.fault("marks as main a root that its list leaves out", "add it to roots or drop it from main", "says", i)


@rule
def roots_out_of_order(atlas: Atlas) -> Iterator[Fault]:
    """Roots are written in the order of the spine, each once."""
    for found, record in _structures(atlas):
        for i, saying in enumerate((*getattr(record, "says", ()), *getattr(record, "maps", ()))):
            roots = list(getattr(saying, "roots", ()))
            if roots != sorted(set(roots), key=LEVELS.index):
                field, at = ("says", i) if i < len(getattr(record, "says", ())) else ("maps", i - len(getattr(record, "says", ())))
                yield found.fault(f"lists {', '.join(roots)} out of order or twice", "write them from the highest down", field, at)


@rule
def said_twice(atlas: Atlas) -> Iterator[Fault]:
    """A source says the same thing once."""
    for found, record in _structures(atlas):
        seen: set[Saying] = set()
        for i, saying in enumerate(getattr(record, "says", ())):
            if saying in seen:
                yield found.fault(f"repeats a statement of {saying.source}", "remove one of the two", "says", i)
            seen.add(saying)


@rule
def name_shared(atlas: Atlas) -> Iterator[Fault]:
    """A name, synonym or everyday name leads to one structure."""
    owners: dict[str, str] = {}
    for found, record in _structures(atlas):
        for spelling in dict.fromkeys(map(naming.fold, naming.spellings(record))):
            owner = owners.setdefault(spelling, record.id)
            if owner != record.id:
                yield found.fault(f"shares the name {spelling!r} with {owner}", "make one of the two names more exact", "synonyms")


@rule
def disc_between(atlas: Atlas) -> Iterator[Fault]:
    """A disc lies between neighbouring levels and says what a bulge beside the middle and one at the side meets."""
    for found in atlas.content.of("disc"):
        disc: Any = found.record
        if LEVELS.index(disc.below) != LEVELS.index(disc.above) + 1:
            yield found.fault(f"lies between {disc.above} and {disc.below}, which are no neighbours", "mend above or below", "above")
        for zone in (Zone.PARACENTRAL, Zone.FAR_LATERAL):
            if zone not in {s.zone for s in disc.says}:
                yield found.fault(f"says nothing of a {zone} bulge", "add a statement with that zone and its source", "says")
