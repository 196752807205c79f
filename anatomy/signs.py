"""Bedside signs as the reasoning asks them: by name, some with a place ("Tinel sign at the fibular neck")."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, cached_property

import networkx as nx

from anatomy.model import NerveKind
from anatomy.naming import Names, UnknownName, fold
from anatomy.placewords import IDLE, ToldPlaces, words_of
from anatomy.sites import Candidate, Sites
from anatomy.structures import Muscle, Nerve, Region, Structure
from anatomy.told import Sign

AT = "@"
"""Parts a sign from its place in a finding's target."""

_PLACE = re.compile(r"[\s\-_]+(?:at|over|of|in|on)[\s\-_]+", re.IGNORECASE)


class Signs:
    """The signs of an atlas by any of their names, and the sites that a place stands for."""

    def __init__(self, sites: Sites) -> None:
        """Bind the sites; nothing is computed before it is asked for."""
        self.sites, self.atlas = sites, sites.supply.atlas
        self.all: Mapping[str, Sign] = {s.id: s for s in self.atlas.records(Sign)}

    @cached_property
    def names(self) -> Names:
        """The signs by name, synonym or id, also without the word sign, test or gait at the end."""
        taken = self.atlas.names.folded  # "gluteus maximus gait" without its last word is a muscle
        bare = {s.id: [name for name in _bare(s) if fold(name) not in taken] for s in self.all.values()}
        return Names(Structure(id=s.id, name=s.name, synonyms=(*s.synonyms, *bare[s.id])) for s in self.all.values())

    def find(self, wanted: str) -> str:
        """The target that a sign's name means: its id, and after `AT` the place where one is asked.

        Raises:
            UnknownName: with the nearest signs.
        """
        try:
            return self.names.find(wanted)
        except UnknownName:
            for name, place in _parted(wanted):
                known = self._placed(name)
                if known and (self.all[known].at and self.where(place)):
                    return f"{known}{AT}{fold(place).replace(' ', '-')}"
                if known and self.all[known].of_skin and (nerve := self._nerve(place)):
                    return f"{known}{AT}{nerve}"
            raise

    def _placed(self, name: str) -> str | None:
        try:
            found = self.names.find(name)
        except UnknownName:
            return None
        return found if self.all[found].at or self.all[found].of_skin else None

    def _nerve(self, words: str) -> str | None:
        """The nerve of skin that goes by a name."""
        try:
            found = self.atlas.find(words).id
        except UnknownName:
            return None
        return found if found in self.skin_nerves else None

    @cached_property
    def skin_nerves(self) -> Mapping[str, tuple[str, ...]]:
        """The nerves that sources name for skin, each with its patches."""
        found: dict[str, tuple[str, ...]] = {}
        for region in self.atlas.all(Region):
            for nerve in dict.fromkeys(said.nerve for said in region.nerves):
                found[nerve] = (*found.get(nerve, ()), region.id)
        return found

    @cached_property
    def skin_alone(self) -> frozenset[str]:
        """Those of them that serve no muscle, by no branch."""
        serves = self.sites.supply.by_nerve
        return frozenset(
            n for n in self.skin_nerves if not any(isinstance(self.atlas.structures[t.target], Muscle) for t in serves.get(n, ()))
        )

    def sign(self, target: str) -> Sign:
        """The record behind a finding's target."""
        return self.all[target.partition(AT)[0]]

    @cache  # noqa: B019  # lives as long as its atlas
    def where(self, place: str) -> frozenset[str]:
        """The sites that a place stands for: a site by id or words, or a nerve with all its sites; empty when it is neither."""
        if place in self._places:
            return self._of_nerve(place) or frozenset((place,))
        words = words_of(place)
        if exact := self._exact(words):
            return frozenset(at for id_ in exact for at in self._of_nerve(id_) or (id_,))
        if told := self._told.find(place)[1]:
            return frozenset(told)
        return frozenset(id_ for id_, known in self._places.items() if words <= known) if words - IDLE else frozenset()

    def _exact(self, words: set[str]) -> list[str]:
        """The nerves and sites whose ids have just these words, idle ones apart."""
        return [id_ for id_ in self._places if words - IDLE and words_of(id_) - IDLE == words - IDLE]

    def placed(self, place: str) -> str:
        """A place as a target names it: by its words where some site has them all, else the site that most of its rarer words fit.

        "" where less than half of the words fit any site.
        """
        said, told = self._told.find(place)
        if told and not self._exact(words_of(place)):
            return told[0] if len(told) == 1 else said.replace(" ", "-")
        if self.where(place):
            return fold(place).replace(" ", "-")
        words = words_of(place) & set(self._rare)
        worth = {id_: (len(words & known), sum(self._rare[w] for w in words & known)) for id_, known in self._places.items()}
        best = max(worth, key=lambda id_: worth[id_])
        fit, rare = worth[best]
        return best if fit * 2 >= len(words_of(place) - IDLE) and rare >= (LEAST if fit > 1 else ALONE) else ""

    @cached_property
    def _told(self) -> ToldPlaces:
        return ToldPlaces(self.atlas.all(Nerve))

    @cached_property
    def _rare(self) -> Mapping[str, float]:
        """How much a word tells of a site: the fewer sites have it, the more."""
        often = Counter(word for known in self._places.values() for word in known)
        return {word: 1 / n for word, n in often.items() if word not in IDLE}

    def _of_nerve(self, nerve: str) -> frozenset[str]:
        """A nerve with all its sites."""
        return frozenset(id_ for id_, own in self.sites.nerve_of.items() if own == nerve)

    @cached_property
    def _places(self) -> Mapping[str, frozenset[str]]:
        """The words of each site: its id's, its name's and its nerve's."""
        found = {}
        for nerve in self.atlas.all(Nerve):
            own = words_of(nerve.id) | words_of(nerve.name)
            found[nerve.id] = frozenset(own)
            for site in nerve.sites:
                found[site.id] = frozenset(own | words_of(site.id) | words_of(site.name))
        return found

    def rate(self, target: str, site: Candidate, chance: float) -> float:
        """How often a lesion at a site shows a sign: as the sign's record says of its place, its id, roots, type, nerve or losses."""
        sign, place = self.sign(target), target.partition(AT)[2]
        otherwise = sign.otherwise if sign.otherwise is not None else chance
        if sign.at:
            return self._at(sign, place, site, otherwise)
        if sign.of_skin and place:
            return self._of_skin(sign, place, site, otherwise)
        said = next((found for keys in self._keys(site) if (found := [sign.shows[k] for k in keys if k in sign.shows])), [])
        if sign.history:
            otherwise = max(otherwise, BESIDE * self._beside(sign, site))
        by_loss = [otherwise + (much - otherwise) * site.lost[key] for key, much in sign.shows.items() if key in site.lost]
        return max(said or (*by_loss, otherwise))

    def _beside(self, sign: Sign, site: Candidate) -> float:
        """How often a history is told of a nerve at about this height: what harms one may harm its neighbour."""
        own = [h for id_ in (site.id, *site.alike) if (h := self._heights.get(id_)) is not None]
        return max(
            (much for key, much in sign.shows.items() for h in self._about(key) if any(abs(h - o) <= NEAR for o in own)), default=0.0
        )

    @cache  # noqa: B019  # lives as long as its atlas
    def _about(self, key: str) -> tuple[float, ...]:
        """The heights of a site, or of all sites of a nerve."""
        return tuple(h for id_, h in self._heights.items() if key in (id_, self.sites.nerve_of[id_]))

    @cached_property
    def _heights(self) -> Mapping[str, float]:
        """The height of every place on a nerve at which a lesion may sit."""
        return {site.id: site.height for nerve in self.atlas.all(Nerve) for site in nerve.sites}

    def _of_skin(self, sign: Sign, nerve: str, site: Candidate, otherwise: float) -> float:
        """A sign of a nerve of skin: beyond the roots as far as a lesion takes that nerve's skin."""
        patches = self.skin_nerves[nerve]
        lost = sum(site.lost.get(patch, 0.0) for patch in patches) / len(patches)
        shown = sign.shows.get(site.type, otherwise)
        return shown if site.type == "root" else otherwise + (shown - otherwise) * lost

    def _keys(self, site: Candidate) -> Iterator[tuple[str, ...]]:
        """What a record may call a site, the closest first: itself, its roots, its nerve, the nerve it is a division of, its type."""
        nerve = self.sites.nerve_of.get(site.id, "")
        yield (site.id, *site.alike)
        yield site.roots
        yield (nerve,)
        if nerve and (record := self.atlas.get(nerve, Nerve)).kind is NerveKind.DIVISION:
            yield record.parents
        yield (site.type,)

    def _at(self, sign: Sign, place: str, site: Candidate, otherwise: float) -> float:
        """A sign at a place: `here` at a site of it, `near` elsewhere on its nerve or there on its branch; without one as recorded."""
        if not place:
            return sign.shows.get(site.type, otherwise)
        meant = self.where(place)
        if meant.intersection((site.id, *site.alike)):
            return sign.shows.get("here", otherwise)
        near = any(self._next(id_, one) for id_ in meant for one in (site.id, *site.alike))
        return sign.shows.get("near", otherwise) if near else otherwise

    @cache  # noqa: B019  # lives as long as its atlas
    def _next(self, one: str, other: str) -> bool:
        """Whether two sites are on one nerve, or at one height on a nerve and on a branch that leaves it thereabouts."""
        if not (one in self.sites.nerve_of and other in self.sites.nerve_of):
            return False
        nerves = {self.sites.nerve_of[one], self.sites.nerve_of[other]}
        if len(nerves) == 1:
            return True
        branches = [n for n in nerves if nerves & nx.ancestors(self.atlas.tree, n)]
        heights = [self._heights[id_] for id_ in (one, other) if id_ in self._heights]
        if not branches or len(heights) < 2 or abs(heights[0] - heights[1]) > CLOSE:
            return False
        return abs(self.atlas.get(branches[0], Nerve).height - heights[0]) <= LEAVES


CLOSE, LEAVES = 0.02, 0.05
"""A sign at a place may be of a branch as near in height (share of body height) that leaves its nerve as near as this."""

NEAR, BESIDE = 0.1, 0.12
"""Nerves so near in height (share of body height) are told of a history so often, against the one it is told of. Estimates, ours."""

LEAST, ALONE = 0.12, 0.3
"""How rare the words that name a place must be in all, and a single one: in not many more than eight, or three, sites."""


def _bare(sign: Sign) -> list[str]:
    short = (re.sub(r"\s+(sign|test|testing|gait|response)$", "", name, flags=re.IGNORECASE) for name in (sign.name, *sign.synonyms))
    return [name for name in short if len(name) > 3]


def _parted(wanted: str) -> Iterator[tuple[str, str]]:
    """Every way to read a text as a sign and its place."""
    if AT in wanted:
        yield wanted.partition(AT)[0], wanted.partition(AT)[2]
    for between in _PLACE.finditer(wanted):
        yield wanted[: between.start()], wanted[between.end() :]
