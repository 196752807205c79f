"""The atlas: every structure by id, the nerve tree as a networkx graph, and names that forgive."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, cast

import networkx as nx

from anatomy import content, naming
from anatomy.content import Content, Story
from anatomy.measured import Figure, LookAlike, Place
from anatomy.model import LEVELS, Level, Record, Role, Source
from anatomy.structures import Action, Area, Disc, Group, Joint, Muscle, Nerve, Reflex, Region, Root, SpinalLevel, Structure
from anatomy.told import Identifiers, RedFlag, ZoneWords
from anatomy.tree import nerve_tree

S = TypeVar("S", bound=Structure)
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Atlas:
    """All that the content says, indexed. Made by `load` or `build`; never changed."""

    content: Content = field(repr=False)

    @cached_property
    def structures(self) -> Mapping[str, Structure]:
        """Every structure by id, levels first, then in the order of the content."""
        kinds = (SpinalLevel, Disc, Nerve, Muscle, Group, Joint, Action, Reflex, Region)
        levels = sorted(self.content.records(SpinalLevel), key=lambda level: LEVELS.index(level.id))
        roots = [_root(level) for level in levels]
        rest = [s for kind in kinds[1:] for s in self.content.records(kind)]
        return {s.id: s for s in (*levels, *roots, *rest)}

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Every source by id."""
        return {s.id: s for s in self.content.records(Source)}

    @cached_property
    def areas(self) -> Mapping[str, Area]:
        """The parts of the leg by id, in the order of the cards."""
        return {a.id: a for a in self.content.records(Area)}

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Every measured figure."""
        return self.records(Figure)

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """The places of the leg in which pain was counted, by id."""
        return {p.id: p for p in self.records(Place)}

    @cached_property
    def look_alikes(self) -> Mapping[str, LookAlike]:
        """Sources of leg pain that are no structure of the atlas, by id."""
        return {one.id: one for one in self.records(LookAlike)}

    @cached_property
    def identifiers(self) -> Mapping[str, Identifiers]:
        """What others call a structure, by the structure's id."""
        return {one.of: one for one in self.records(Identifiers)}

    @cached_property
    def red_flags(self) -> tuple[RedFlag, ...]:
        """The signs that want help at once."""
        return self.records(RedFlag)

    @cached_property
    def zones(self) -> Mapping[str, ZoneWords]:
        """The zones of a disc in everyday words, from the middle outwards."""
        return {z.id: z for z in self.content.records(ZoneWords)}

    def stories(self, lang: str) -> tuple[Story, ...]:
        """The stories in a language, in the order of their files; English where one is not told in it."""
        told = {s.id: s for s in self.content.stories if s.lang == lang}
        return tuple(told.get(s.id, s) for s in self.content.stories if s.lang == "en")

    @cached_property
    def words(self) -> Mapping[str, str]:
        """The standing texts by name."""
        return cast(Mapping[str, str], self.content.words)

    @cached_property
    def tree(self) -> nx.DiGraph:
        """The nerve tree, level to branch; see `anatomy.tree`."""
        return nerve_tree(self.all(Nerve), (*self.all(Muscle), *self.all(Joint)), self.levels)

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """The levels that have a record, in the order of the spine."""
        return tuple(level.id for level in self.all(SpinalLevel))

    @cached_property
    def names(self) -> naming.Names:
        """Every name, synonym and id, folded, for `find`."""
        return naming.Names(self.structures.values())

    @cached_property
    def _records(self) -> dict[type[Record], tuple[Record, ...]]:
        return {}

    def records(self, kind: type[R]) -> tuple[R, ...]:
        """Every record of one class, in the order of the content; empty when there is none."""
        if kind not in self._records:
            self._records[kind] = self.content.records(kind)
        return self._records[kind]  # type: ignore[return-value]

    @cached_property
    def _by_kind(self) -> dict[type[Structure], tuple[Structure, ...]]:
        return {}

    def all(self, kind: type[S]) -> tuple[S, ...]:
        """Every structure of one kind, in order; empty when there is none."""
        if kind not in self._by_kind:
            self._by_kind[kind] = tuple(s for s in self.structures.values() if type(s) is kind)
        return self._by_kind[kind]  # type: ignore[return-value]

    def get(self, structure_id: str, kind: type[S]) -> S:
        """The structure of that id and kind.

        Raises:
            KeyError: when there is none.
        """
        found = self.structures[structure_id]
        if not isinstance(found, kind):
            raise KeyError(f"{structure_id} is a {found.kind_of}, not a {kind.kind_of}")
        return found

    def find(self, name: str) -> Structure:
        """The structure that goes by this name, synonym or id, forgiving case, hyphens and spelling habits.

        Raises:
            naming.UnknownName: with the nearest names, when nothing goes by it.
        """
        return self.structures[self.names.find(name)]

    def movers(self, action: Action, role: Role | None = None) -> tuple[str, ...]:
        """The muscles of an action, prime movers first, each once; only those of one role if given.

        A source may say that a deed is done by a plainer action; then its prime movers count.
        """
        prime = self._said(action, Role.PRIME)
        assist = [m for m in self._said(action, Role.ASSIST) if m not in prime]
        if role is None:
            return (*prime, *assist)
        return tuple(prime) if role is Role.PRIME else tuple(assist)

    def _said(self, action: Action, role: Role) -> dict[str, None]:
        said = [s for s in action.says if s.role is role]
        plainer = [self.get(s.action, Action) for s in said if s.action and s.action != action.id]
        return dict.fromkeys(
            [m for s in said for m in s.muscles] + [m for a in plainer for s in a.says if s.role is Role.PRIME for m in s.muscles]
        )

    def named(self, ids: Iterable[str]) -> list[str]:
        """The names of structures, in the order given."""
        return [self.structures[i].name for i in ids]


def _root(level: SpinalLevel) -> Root:
    return Root(id=f"{level.id}-root", name=level.root_name, synonyms=level.root_synonyms, level=level.id)


def build(found: Content) -> Atlas:
    """The atlas of some content, unchecked."""
    return Atlas(found)


def load() -> Atlas:
    """The atlas of content/, after its records and rules have been checked.

    Raises:
        ContentError: with all faults.
    """
    from anatomy import rules  # the rules read the atlas, so they are bound late

    atlas = Atlas(content.read())
    rules.enforce(atlas)
    return atlas
