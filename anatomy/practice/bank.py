"""Every question that the atlas can back, by id; and those of a kind or a part of the leg."""

from collections.abc import Collection, Mapping
from functools import cached_property

from anatomy.localise import Localiser
from anatomy.practice.kinds import MAKERS, NAMES, lesions, movements, muscles, roots, routes, skin
from anatomy.practice.known import Known
from anatomy.practice.question import Question

FAMILIES = (muscles, roots, skin, movements, routes, lesions)
"""The modules that make questions, in the order in which kinds are shown; to import them is to know their kinds."""

KINDS: Mapping[str, str] = {id_: NAMES[id_] for family in FAMILIES for id_, maker in MAKERS.items() if maker.__module__ == family.__name__}
"""The kinds of question by id, with what a learner calls them."""


class Bank:
    """The questions of an atlas. Made once, then only read."""

    def __init__(self, localiser: Localiser) -> None:
        """Bind the atlas with its reasoning."""
        self.known = Known(localiser)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question, kind by kind, in the order of the content."""
        return tuple(self.known.completed(draft) for kind in KINDS for draft in MAKERS[kind](self.known))

    @cached_property
    def by_id(self) -> Mapping[str, Question]:
        """Every question by its id."""
        return {q.id: q for q in self.questions}

    def select(self, kinds: Collection[str] = (), areas: Collection[str] = (), structures: Collection[str] = ()) -> tuple[Question, ...]:
        """The questions of some kinds, parts of the leg and structures; nothing given means all of them."""
        every = (q for q in self.questions if not kinds or q.kind in kinds)
        here = (q for q in every if not areas or set(areas) & set(q.areas))
        return tuple(q for q in here if not structures or set(structures) & set(q.structures))
