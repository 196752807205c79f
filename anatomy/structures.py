"""The structures of the atlas: one frozen record a level, disc, nerve, muscle, joint, action, reflex or patch of skin."""

from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from anatomy.model import (
    Height,
    JointSaying,
    Level,
    MapSaying,
    MoverSaying,
    NerveKind,
    Record,
    RootSaying,
    SkinSaying,
    Slug,
    SupplySaying,
    Text,
    ZoneSaying,
)

Places = dict[Slug, Text]
"""Source id to the place in it."""

DiscId = Annotated[str, StringConstraints(pattern=r"^[TLS]\d+-[LS]?\d$")]


class Structure(Record):
    """Anything of the body that the atlas knows and a reader can ask for."""

    kind_of: ClassVar[str]

    id: str
    name: Text
    synonyms: tuple[Text, ...] = ()
    lay: tuple[Text, ...] = ()  # everyday names

    @property
    def label(self) -> str:
        """The kind of structure, as the contract names it."""
        return self.kind_of


class SpinalLevel(Structure):
    """A level of the spine and the nerve root named after it."""

    kind_of = "level"

    id: Level
    root_name: Text
    root_synonyms: tuple[Text, ...] = ()
    exits: Text  # where the root leaves the canal
    exits_sources: Places = Field(min_length=1)
    cord: Text | None = None  # where in the cord it begins, and its way down
    cord_sources: Places = {}
    note: Text | None = None


class Root(Structure):
    """The nerve root of a level; made from the level's own record, never typed twice."""

    kind_of = "root"

    level: Level


class Disc(Structure):
    """A disc between two vertebrae."""

    kind_of = "disc"

    id: DiscId
    above: Level
    below: Level
    note: Text | None = None
    note_sources: Places = {}
    says: tuple[ZoneSaying, ...] = Field(min_length=1)


class Hurt(Record):
    """A patch of skin under which a lesion is felt where it sits, whatever the nerve serves."""

    patch: Slug
    sources: Places = Field(min_length=1)


class Site(Record):
    """A place where a nerve is commonly caught, stretched or cut."""

    id: Slug
    name: Text
    height: Height
    what: Text
    sources: Places = Field(min_length=1)
    takes: tuple[Slug, ...] = ()  # the only targets it takes, where the nerve's record holds several nerves of one name
    hurts: tuple[Hurt, ...] = ()
    said: tuple[Text, ...] = ()  # other words in which examiners tell this place, where its own names tell another


class Gives(Record):
    """Where a nerve gives off twigs without a name of their own, lower than what they serve would say."""

    to: tuple[Slug, ...] = Field(min_length=1)
    height: Height
    sources: Places = Field(min_length=1)
    note: Text | None = None  # how the height follows from what the source says


class Nerve(Structure):
    """A member of the nerve tree, from plexus to digital branch."""

    kind_of = "nerve"

    id: Slug
    kind: NerveKind
    parents: tuple[Slug, ...] = ()
    height: Height  # where it leaves its parent
    leaves: Text
    course: Text
    leaves_sources: Places = Field(min_length=1)
    variant: Text | None = None  # for what is not in everybody
    says: tuple[RootSaying, ...] = ()
    sites: tuple[Site, ...] = ()
    gives: tuple[Gives, ...] = ()

    @property
    def label(self) -> str:
        """Plexus and its trunk are asked for as plexus, all else as nerve."""
        return "plexus" if self.kind in (NerveKind.PLEXUS, NerveKind.TRUNK) else "nerve"


class Muscle(Structure):
    """A muscle, or a part of one whose supply differs from the rest."""

    kind_of = "muscle"

    id: Slug
    zone: Slug
    says: tuple[SupplySaying, ...] = Field(min_length=1)


class Group(Structure):
    """Muscles named together; served by what serves its parts."""

    kind_of = "muscle"

    id: Slug
    zone: Slug
    parts: tuple[Slug, ...] = Field(min_length=2)
    sources: Places = Field(min_length=1)


class Joint(Structure):
    """A joint with its articular nerves."""

    kind_of = "joint"

    id: Slug
    zone: Slug
    says: tuple[JointSaying, ...] = Field(min_length=1)


class Action(Structure):
    """A movement or everyday deed, and the muscles that do it."""

    kind_of = "action"

    id: Slug
    joint: Slug | None = None
    everyday: bool = False
    says: tuple[MoverSaying, ...] = Field(min_length=1)


class Reflex(Structure):
    """A reflex with its arc."""

    kind_of = "reflex"

    id: Slug
    how: Text
    afferent: tuple[Slug, ...] = ()
    efferent: tuple[Slug, ...] = ()
    arc_sources: Places = {}
    muscles: tuple[Slug, ...] = ()
    says: tuple[RootSaying, ...] = Field(min_length=1)


class Region(Structure):
    """A patch of skin, in limb coordinates."""

    kind_of = "region"

    id: Slug
    plain: Text
    zone: Slug
    nerves: tuple[SkinSaying, ...] = ()
    maps: tuple[MapSaying, ...] = ()


class Area(Record):
    """A part of the leg as a patient names it; each muscle, joint and patch of skin lies in one."""

    id: Slug
    name: Text
    plain: Text
