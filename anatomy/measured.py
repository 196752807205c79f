"""What was measured in people: pain and numbness by place, root shares of muscles, and the study each comes from."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from anatomy.model import Layer, Level, Method, Record, Slug, Text
from anatomy.structures import Places

Name = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$")]
"""An id that may carry a level's capital letter."""


class Figure(Record):
    """A measured count: k of n people felt it there."""

    id: Slug
    layer: Layer
    origin: str = Field(alias="from")  # a level, a disc or a joint
    place: str
    words: Text  # the place in everyday words
    areas: tuple[Slug, ...] = ()  # the parts of the leg it was counted in; none for what covers the whole leg
    worded: bool = False  # its place cannot be drawn: told in words only
    k: int = Field(ge=0)
    n: int = Field(ge=1)
    source: Slug
    where: Text
    method: Text | None = None
    population: Text | None = None
    note: Text | None = None


class Place(Record):
    """A place of the leg in a study's words, and the patches of skin it covers taken together, never one by one."""

    id: Slug
    name: Text
    regions: tuple[Slug, ...] = Field(min_length=1)


class Finding(Record):
    """What a study found without a count that could be drawn."""

    id: Name
    about: str  # a level, a disc, a joint, or the id of a look-alike
    text: Text
    source: Slug
    place: Text


class LookAlike(Record):
    """A source of leg pain other than a root, that is no structure of the atlas, and the parts of the leg where it is felt."""

    id: Slug
    name: Text
    plain: Text
    areas: tuple[Slug, ...] = ()
    sources: Places = Field(min_length=1)


class Series(Record):
    """A study that measured root shares: what was done, in whom, and what its silence means."""

    id: Slug  # the id of its source
    method: Method
    what: Text
    roots_tested: tuple[Level, ...] = ()  # a root that was not tested: the series says nothing of it
    caution: Text | None = None


class Measure(Record):
    """One root's share in one muscle or movement, as one series measured it."""

    id: Name
    muscle: Slug | None = None
    action: Slug | None = None
    root: Level
    method: Method
    k: int | None = Field(default=None, ge=0)
    n: int | None = Field(default=None, ge=1)
    percent: float | None = Field(default=None, ge=0, le=100)  # where the study prints no count
    sixths: int | None = Field(default=None, ge=0, le=6)  # of a cord segment, Sharrard's unit
    source: Slug
    place: Text
    note: Text | None = None

    @model_validator(mode="after")
    def _one_of_each(self) -> Self:
        """Refuse a measure of nothing, of two things, or without a value."""
        if (self.muscle is None) == (self.action is None):
            raise ValueError("a measure is of a muscle or of an action")
        counted = self.k is not None and self.n is not None
        if sum((counted, self.percent is not None, self.sixths is not None)) != 1:
            raise ValueError("a measure has k and n, or percent, or sixths")
        return self
