"""Every claim of the atlas in one list, each with an id for ever, its sources and its grade."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from anatomy import evidence, grade
from anatomy.grade import Grade, Standing
from anatomy.measured import Finding, Measure
from anatomy.model import Saying, Zone
from anatomy.naming import inside
from anatomy.structures import Action, Disc, Group, Nerve, Places, Reflex, SpinalLevel
from anatomy.supply import Supply
from anatomy.told import Audit, Case, Disagreement, PlexusNote, PlexusVariant, Separating

SUPPLY = "supply"
"""The kind of an entry that is a triple."""


@dataclass(frozen=True)
class Entry:
    """One claim. `about` is what Explore opens to show it, None when there is nothing to show."""

    id: str
    kind: str
    about: str | None
    text: str
    sources: tuple[Saying, ...]
    against: tuple[Saying, ...] = ()
    follows: bool = False


Teller = Callable[[Supply], Iterable[Entry]]

TELLERS: list[Teller] = []
"""Every source of claims, in the order of this file."""


def teller(function: Teller) -> Teller:
    """Make a kind of claim known to `entries`."""
    TELLERS.append(function)
    return function


def entries(supply: Supply) -> Mapping[str, Entry]:
    """Every claim by its id, in a fixed order.

    Raises:
        ValueError: when two claims would share an id.
    """
    found: dict[str, Entry] = {}
    for entry in (e for tell in TELLERS for e in tell(supply)):
        if entry.id in found:
            raise ValueError(f"two claims have the id {entry.id}")
        found[entry.id] = entry
    return found


def standing(supply: Supply, entry: Entry) -> Standing:
    """What the grade of a claim is computed from."""
    return grade.standing(entry.sources, entry.against, supply.atlas.sources)


def graded(supply: Supply, entry: Entry) -> Grade:
    """The grade of a claim."""
    return grade.grade(standing(supply, entry), entry.follows)


def _said(places: Places) -> tuple[Saying, ...]:
    return tuple(Saying(source=s, place=p) for s, p in places.items())


@teller
def triples(supply: Supply) -> Iterator[Entry]:
    """That a root serves something by a nerve."""
    names = supply.atlas.structures
    for t in supply.triples:
        text = f"{t.root} serves the {inside(names[t.target].name)} by the {inside(names[t.nerve].name)} ({t.share})."
        yield Entry(t.id, SUPPLY, t.target, text, t.sources, t.against, t.follows)


@teller
def unrouted(supply: Supply) -> Iterator[Entry]:
    """What is said of a root and a target that no nerve of the atlas joins."""
    for u in supply.unrouted:
        text = f"{u.root} is said to serve {supply.atlas.structures[u.target].name}; no nerve of the atlas brings it there."
        yield Entry(f"{u.target}.said.{u.root}", "said, not routed", u.target, text, u.sources)


@teller
def carried(supply: Supply) -> Iterator[Entry]:
    """That a nerve carries a root, where somebody prints it."""
    for nerve in supply.atlas.all(Nerve):
        for c in supply.carried(nerve):
            if c.sources:
                text = f"{nerve.name} carries {c.root}: {c.share}."
                yield Entry(f"{nerve.id}.carries.{c.root}", "nerve and root", nerve.id, text, c.sources, c.against)


@teller
def courses(supply: Supply) -> Iterator[Entry]:
    """Where nerves and roots run, and where nerves are caught."""
    for nerve in supply.atlas.all(Nerve):
        yield Entry(f"{nerve.id}.course", "course", nerve.id, f"{nerve.name}: {nerve.course}", _said(nerve.leaves_sources))
        for site in nerve.sites:
            text = f"{nerve.name} {site.name}: {site.what}."
            yield Entry(f"{nerve.id}.site.{site.id}", "site", nerve.id, text, _said(site.sources))
    for level in supply.atlas.all(SpinalLevel):
        yield Entry(f"{level.id}.exit", "course", level.id, f"{level.root_name} leaves {level.exits}.", _said(level.exits_sources))
        if level.cord:
            yield Entry(f"{level.id}.cord", "course", level.id, level.cord, _said(level.cord_sources))


@teller
def discs(supply: Supply) -> Iterator[Entry]:
    """Which root a bulge in each zone of a disc meets."""
    for disc in supply.atlas.all(Disc):
        for zone in Zone:
            for c in supply.disc(disc, zone):
                text = f"A {zone.replace('_', ' ')} bulge of {disc.name} meets {c.root}."
                yield Entry(f"{disc.id}.{zone}.{c.root}", "disc and root", disc.id, text, c.sources, c.against)


@teller
def reflexes(supply: Supply) -> Iterator[Entry]:
    """The roots of reflexes."""
    for reflex in supply.atlas.all(Reflex):
        for c in supply.reflex(reflex):
            yield Entry(
                f"{reflex.id}.arc.{c.root}", "reflex and root", reflex.id, f"{reflex.name}: {c.root}, {c.share}.", c.sources, c.against
            )


@teller
def movements(supply: Supply) -> Iterator[Entry]:
    """Which muscles do a movement; and which muscles go by one name together."""
    for action in supply.atlas.all(Action):
        by: dict[str, list[Saying]] = {}
        for saying in action.says:
            for doer in (*saying.muscles, *([saying.action] if saying.action else [])):
                by.setdefault(doer, []).append(saying)
        for doer, says in by.items():
            text = f"{action.name}: by {supply.atlas.structures[doer].name}."
            yield Entry(f"{action.id}.by.{doer}", "movement", action.id, text, tuple(says))
    for group in supply.atlas.all(Group):
        text = f"{group.name}: {', '.join(supply.atlas.named(group.parts))}."
        yield Entry(f"{group.id}.parts", "group", group.id, text, _said(group.sources))


@teller
def figures(supply: Supply) -> Iterator[Entry]:
    """What was counted in people."""
    for figure in supply.atlas.figures:
        about = figure.origin if figure.origin in supply.atlas.structures else None
        text = f"{evidence.origin(supply.atlas, figure)}: {figure.words}, {evidence.measured(figure)}."
        yield Entry(f"figure.{figure.id}", "measured", about, text, (Saying(source=figure.source, place=figure.where),))
    for found in supply.atlas.records(Finding):
        about = found.about if found.about in supply.atlas.structures else None
        yield Entry(f"finding.{found.id}", "measured", about, found.text, (Saying(source=found.source, place=found.place),))


@teller
def measures(supply: Supply) -> Iterator[Entry]:
    """Root shares of muscles and movements as measured."""
    for m in supply.atlas.records(Measure):
        target = m.muscle or m.action or ""
        text = f"{m.root} in {supply.atlas.structures[target].name}: {evidence.value(m)}."
        yield Entry(f"measure.{m.id}", "root share measured", target, text, (Saying(source=m.source, place=m.place),))


@teller
def told(supply: Supply) -> Iterator[Entry]:
    """Red flags, zones, variants, maps and the audited claims."""
    for flag in supply.atlas.red_flags:
        yield Entry(f"red-flag.{flag.id}", "red flag", None, flag.text, _said(flag.sources))
    for other in supply.atlas.look_alikes.values():
        yield Entry(f"look-alike.{other.id}", "look-alike", None, f"{other.name}: {other.plain}", _said(other.sources))
    for zone in supply.atlas.zones.values():
        yield Entry(f"zone.{zone.id}", "disc and root", None, f"{zone.plain}: {zone.why}", _said(zone.sources))
    varies: tuple[PlexusVariant | PlexusNote | Disagreement, ...] = (
        *supply.atlas.records(PlexusVariant),
        *supply.atlas.records(PlexusNote),
        *supply.atlas.records(Disagreement),
    )
    for one in varies:
        yield Entry(f"variation.{one.id}", "variation", None, one.text, _said(one.sources))
    for audit in supply.atlas.records(Audit):
        for i, said in enumerate(audit.evidence, 1):
            yield Entry(f"audit.{audit.id}.{i}", "audit", audit.opens.show, said.says, (said,))


@teller
def lesions(supply: Supply) -> Iterator[Entry]:
    """What sets lesions apart, and the teaching cases."""
    for one in supply.atlas.records(Separating):
        yield Entry(f"apart.{one.id}", "lesions told apart", None, one.text, (Saying(source=one.source, place=one.place),))
    for case in supply.atlas.records(Case):
        yield Entry(f"case.{case.id}", "teaching case", None, f"{case.title}: {case.story}", _said(case.sources))
