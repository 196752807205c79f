"""What any source says, for questions to be made from: so that nothing wrong is asked and no wrong choice is right after all."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import networkx as nx

from anatomy import ledger
from anatomy.claims import Triple, chief, in_order
from anatomy.ledger import Entry
from anatomy.localise import Localiser
from anatomy.model import LEVELS, Level, Role, Saying, Share
from anatomy.naming import inside
from anatomy.practice.question import Choice, Form, Question
from anatomy.structures import Action, Disc, Joint, Muscle, Nerve, Reflex, Region, Root, SpinalLevel, Structure
from anatomy.told import PlexusVariant

ASKED: tuple[Level, ...] = ("L1", "L2", "L3", "L4", "L5", "S1", "S2", "S3", "S4")
"""The roots that stand among choices."""

WRONG = 3
"""Wrong choices beside the right one."""

_LEVEL = re.compile(rf"\b(?:{'|'.join(LEVELS)})\b")
"""A root as a note names it."""


@dataclass(frozen=True)
class Draft:
    """A question as its maker writes it: what follows from its claims is filled in by `Known.completed`."""

    kind: str
    about: str  # with the kind, the question's id
    fact: str
    form: Form
    prompt: str
    choices: Sequence[Choice]
    right: Sequence[str]
    explanation: str
    show: str
    claims: Sequence[str]
    structures: Sequence[str]


class Known:
    """The atlas as the makers of questions see it. Computed once, then only read."""

    def __init__(self, localiser: Localiser) -> None:
        """Bind the triples, the sites and the reasoning."""
        self.localiser, self.supply, self.sites = localiser, localiser.supply, localiser.every
        self.atlas = self.supply.atlas

    @cached_property
    def claims(self) -> Mapping[str, Entry]:
        """Every claim by its id."""
        return ledger.entries(self.supply)

    def name(self, id_: str) -> str:
        """The name of a structure as it stands inside a sentence."""
        return inside(self.atlas.structures[id_].name)

    def names(self, ids: Iterable[str]) -> str:
        """Several names in one sentence."""
        every = [self.name(i) for i in ids]
        return ", ".join(every[:-1]) + (" and " if len(every) > 1 else "") + every[-1] if every else ""

    def name_some(self, ids: Sequence[str], most: int = 5) -> str:
        """A few names in one sentence, and how many more."""
        more = len(ids) - most
        return self.names(ids) if more <= 1 else f"{', '.join(self.name(i) for i in ids[:most])} and {more} more"

    def triples(self, target: str) -> tuple[Triple, ...]:
        """The triples of a target."""
        return self.supply.by_target.get(target, ())

    def nerve(self, target: str) -> str | None:
        """The one nerve that most sources bring to a target; None where they part."""
        found = {t.nerve for t in self.triples(target) if t.share is not Share.REPORTED}
        return found.pop() if len(found) == 1 else None

    def nerves_named(self, target: str) -> frozenset[str]:
        """Every nerve that any source brings to a target, and those they come from."""
        found = {t.nerve for t in self.triples(target)} | self._named(self.atlas.structures[target])
        return frozenset(found).union(*(self.supply.above(n) for n in found))

    def nerves_said(self, target: str) -> frozenset[str]:
        """Every nerve that any source could mean for a target: those named, also in a note, those above and those below them."""
        named, tree = self.nerves_named(target), self.atlas.tree
        own = {t.nerve for t in self.triples(target)} | self._named(self.atlas.structures[target])
        return named.union(self._noted[target], *(nx.descendants(tree, n) for n in own if n in tree))

    @cached_property
    def _noted(self) -> Mapping[str, frozenset[str]]:
        """The nerves that a note about a target names. What it says of them is for readers, so no question is made of them."""
        called = {
            n.id: re.compile("|".join(rf"\b{re.escape(name)}\b" for name in (n.name, *n.synonyms)), re.IGNORECASE)
            for n in self.atlas.all(Nerve)
        }
        said: dict[str, tuple[Saying, ...]] = {r.id: r.nerves for r in self.atlas.all(Region)}
        said |= {m.id: m.says for m in self.atlas.all(Muscle)} | {j.id: j.says for j in self.atlas.all(Joint)}
        notes = {target: " ".join(s.note or "" for s in says) for target, says in said.items()}
        return {t: frozenset(n for n, name in called.items() if name.search(note)) for t, note in notes.items()}

    @staticmethod
    def _named(structure: Structure) -> set[str]:
        if isinstance(structure, Muscle | Joint):
            return {s.nerve for s in structure.says if s.nerve}
        return {s.nerve for s in structure.nerves} if isinstance(structure, Region) else set()

    def roots_said(self, target: str) -> frozenset[Level]:
        """Every root that any source names for a target: routed or not, in a note, or in a variant of a nerve's plexus."""
        structure = self.atlas.structures[target]
        said: set[Level] = {t.root for t in self.triples(target)} | {u.root for u in self.supply.unrouted if u.target == target}
        if isinstance(structure, Region):
            said |= {r for m in structure.maps for r in (*m.roots, *noted_roots(m.note))}
        elif isinstance(structure, Muscle | Joint | Nerve | Reflex):
            said |= {r for s in structure.says for r in (*s.roots, *noted_roots(s.note))}
        variants = (n for v in self.atlas.records(PlexusVariant) for n in v.nerves if n.nerve == target)
        return frozenset(said.union(*(n.roots for n in variants)))

    def roots_by(self, target: str, *shares: Share) -> tuple[Level, ...]:
        """The roots that serve a target with one of some shares, in the order of the spine."""
        return in_order(c.root for c in self.supply.roots(target) if c.share in shares)

    def marked(self, muscle: str) -> tuple[Level, ...]:
        """The roots that any source marks as chief for a muscle, and those that are so by most, in the order of the spine."""
        marks = (r for s in self.atlas.get(muscle, Muscle).says for r in chief(s))
        return in_order((*self.roots_by(muscle, Share.MAIN), *marks))

    def other_roots(self, near: Sequence[Level], said: Iterable[Level], most: int) -> list[Level]:
        """Roots that nobody names, the nearest to the right ones first."""
        closed = set(said) | set(near)
        free = [r for r in ASKED if r not in closed]
        far = {r: min(abs(LEVELS.index(r) - LEVELS.index(n)) for n in near) for r in free}
        return sorted(free, key=lambda r: (far[r], LEVELS.index(r)))[:most]

    def agreed(self, muscle: str, nerve: str) -> bool:
        """Whether every source that names a nerve of a muscle means this one: it, one above it, or a branch of it."""
        line = {nerve, *self.supply.above(nerve), *nx.descendants(self.atlas.tree, nerve)}
        return self._named(self.atlas.structures[muscle]) | self._noted[muscle] <= line

    def served(self, nerve: str) -> list[str]:
        """The muscles that most sources bring this nerve to, itself and no branch of it."""
        return [m.id for m in self.atlas.all(Muscle) if self.nerve(m.id) == nerve]

    @cached_property
    def motor(self) -> Mapping[str, tuple[str, ...]]:
        """Every nerve that is the one nerve of a muscle, with its muscles."""
        found: dict[str, list[str]] = {}
        for muscle in self.atlas.all(Muscle):
            if nerve := self.nerve(muscle.id):
                found.setdefault(nerve, []).append(muscle.id)
        return {nerve: tuple(muscles) for nerve, muscles in found.items()}

    def movers_said(self, action: Action) -> frozenset[str]:
        """Every muscle that any source says has a part in a movement, whatever part, by whatever name."""
        said = {m for s in action.says for m in s.muscles}
        plainer = [self.atlas.get(s.action, Action) for s in action.says if s.action and s.action != action.id]
        return frozenset((*said, *(m for one in plainer for m in self.movers_said(one)), *self.atlas.movers(action)))

    def prime(self, action: Action) -> list[str]:
        """The muscles that at least two independent sources call prime movers of a movement."""
        by: dict[str, set[str]] = {}
        for saying in action.says:
            for muscle in saying.muscles if saying.role is Role.PRIME else ():
                by.setdefault(muscle, set()).add(self.atlas.sources[saying.source].lineage)
        return [m for m, sources in by.items() if len(sources) >= 2]

    def zone(self, id_: str) -> str:
        """The part of the leg of a muscle, joint or patch; empty for anything else."""
        return getattr(self.atlas.structures[id_], "zone", "")

    def areas(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The parts of the leg that structures lie in; where none of them lies in one, those of what they move or serve."""
        every = list(ids)
        found = dict.fromkeys(zone for id_ in every if (zone := self.zone(id_)))
        above = [id_ for id_ in every if not isinstance(self.atlas.structures[id_], SpinalLevel | Root)]
        for id_ in (above or every) if not found else ():  # a root reaches everywhere: what it is asked with says where
            structure = self.atlas.structures[id_]
            if isinstance(structure, Action):
                found |= dict.fromkeys(self.zone(m) for m in self.atlas.movers(structure))
            elif isinstance(structure, Reflex):
                found |= dict.fromkeys(self.zone(m) for m in structure.muscles)
            elif isinstance(structure, SpinalLevel | Root | Disc | Nerve):
                found |= dict.fromkeys(self.zone(t.target) for t in self.supply.serves(structure) if t.share is not Share.REPORTED)
        return tuple(area for area in self.atlas.areas if area in found)

    def completed(self, draft: Draft) -> Question:
        """A draft with its sources and parts of the leg filled in from its claims and structures."""
        claims = tuple(dict.fromkeys(draft.claims))
        sources = tuple(dict.fromkeys(s.source for c in claims for s in self.claims[c].sources))
        structures = tuple(s for s in dict.fromkeys(draft.structures) if s in self.atlas.structures)  # S5 has no record of its own
        areas = self.areas(structures) or tuple(self.atlas.areas)
        return Question(
            id=f"{draft.kind}:{draft.about}",
            kind=draft.kind,
            fact=draft.fact,
            form=draft.form,
            prompt=draft.prompt,
            choices=tuple(draft.choices),
            right=tuple(draft.right),
            explanation=draft.explanation,
            show=draft.show,
            claims=claims,
            sources=sources,
            areas=areas,
            structures=structures,
        )


@cache
def noted_roots(note: str | None) -> tuple[Level, ...]:
    """The roots that a note names, in the order of the spine."""
    return tuple(level for level in LEVELS if level in _LEVEL.findall(note or ""))


def drawn(seed: str, options: Iterable[str]) -> list[str]:
    """Options in an order of the seed's, the same for ever; one that is added does not move the others."""
    return sorted(options, key=lambda option: hashlib.sha256(f"{seed} {option}".encode()).hexdigest())
