"""The closed lists of the atlas, its sources, and what a source can say: frozen, in the field's own words."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Level = Literal["T11", "T12", "L1", "L2", "L3", "L4", "L5", "S1", "S2", "S3", "S4", "S5"]
"""A spinal level, named as its nerve root. T11 and S5 only ever end a list; they have no record of their own."""

LEVELS: tuple[Level, ...] = ("T11", "T12", "L1", "L2", "L3", "L4", "L5", "S1", "S2", "S3", "S4", "S5")
"""Every level in the order of the spine, the most cranial first."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Height = Annotated[float, Field(ge=-0.01, le=0.75)]
"""Height above the sole as a share of body height."""


class SourceKind(StrEnum):
    """How a source knows what it says, the strongest kinds of measurement first."""

    DISSECTION = "dissection"
    ELECTROPHYSIOLOGY = "electrophysiology"
    STIMULATION = "stimulation-or-block"
    OPERATED = "operated-series"
    IMAGING = "imaging-series"
    COHORT = "cohort"
    SYSTEMATIC_REVIEW = "systematic-review"
    REVIEW = "review"
    GUIDELINE = "guideline"
    TEXTBOOK = "textbook"
    WEB = "web-reference"
    CASE_REPORT = "case-report"
    OPINION = "opinion"


class Share(StrEnum):
    """How much of a structure a root serves, as far as the sources kept agree."""

    MAIN = "main"
    CONTRIBUTES = "contributes"
    REPORTED = "reported by some"


class Scope(StrEnum):
    """What a statement about roots is silent about."""

    WHOLE = "whole"  # a whole list: a root it leaves out, it speaks against
    MAIN = "main"  # names only the chief level: says nothing of others
    TESTED = "tested"  # an experiment: speaks only of the roots it tested


class Zone(StrEnum):
    """Where a disc bulges, from the middle outwards."""

    CENTRAL = "central"
    PARACENTRAL = "paracentral"
    FORAMINAL = "foraminal"
    FAR_LATERAL = "far_lateral"


class NerveKind(StrEnum):
    """What a member of the nerve tree is."""

    PLEXUS = "plexus"
    TRUNK = "trunk"
    NERVE = "nerve"
    DIVISION = "division"
    BRANCH = "branch"


class MapFamily(StrEnum):
    """A family of sensory map; families are never mixed."""

    FOERSTER = "foerster"
    KEEGAN_GARRETT = "keegan-garrett"
    ISNCSCI = "isncsci"
    LEE = "lee-2008"
    ROOT_LESION = "root-lesion"
    ROOT_BLOCK = "root-block"
    DISSECTION = "dissection"
    TEXTBOOK = "textbook"


class Role(StrEnum):
    """A muscle's part in an action."""

    PRIME = "prime"
    ASSIST = "assist"


class Layer(StrEnum):
    """What a measured figure counts; layers are never put on one scale."""

    PAIN = "pain"
    TERRITORY = "territory"
    SPREAD = "spread"
    NUMBNESS = "numbness"
    SOMATIC = "somatic"


class Method(StrEnum):
    """How a root's share in a muscle was measured."""

    NEEDLE_EMG = "needle-emg"
    ROOT_STIMULATION = "root-stimulation"
    WEAKNESS = "weakness"
    CORD_COLUMNS = "cord-columns"
    DISSECTION = "dissection"
    IMAGING = "imaging"


class Verdict(StrEnum):
    """What the evidence makes of a claim that is told around."""

    WELL = "well supported"
    PARTLY = "partly"
    OPINION = "opinion only"
    MISLEADING = "misleading"


class Record(BaseModel):
    """Frozen, and closed to fields nobody described."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Record):
    """Something that was read, and where it can be read again."""

    id: Slug
    citation: Text
    kind: SourceKind
    lineage: Slug  # sources that copy one another share one
    year: int | None = Field(default=None, ge=1800, le=2100)
    n: int | None = Field(default=None, ge=1)  # people or specimens
    doi: Text | None = None
    pmid: Annotated[str, StringConstraints(pattern=r"^\d+$")] | None = None
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None  # none for an unofficial copy of a book
    read: date
    licence: Text | None = None
    note: Text | None = None


class Saying(Record):
    """One statement of one source, with the place in it."""

    source: Slug
    place: Text
    note: Text | None = None


class RootSaying(Saying):
    """A source's list of roots; an experiment's may be empty, when none of the roots it tested answered."""

    roots: tuple[Level, ...] = ()
    main: tuple[Level, ...] = ()
    scope: Scope = Scope.WHOLE
    tested: tuple[Level, ...] = ()

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        """Refuse a statement that names no root at all."""
        if not (self.roots or self.tested):
            raise ValueError("a statement names at least one root, or those it tested")
        return self


class SupplySaying(RootSaying):
    """A source's roots and nerve of a muscle."""

    nerve: Slug | None = None


class JointSaying(Saying):
    """A source's articular nerve of a joint; roots only where it prints them for the joint."""

    nerve: Slug | None = None
    part: Text | None = None
    roots: tuple[Level, ...] = ()
    main: tuple[Level, ...] = ()
    scope: Scope = Scope.WHOLE
    tested: tuple[Level, ...] = ()


class SkinSaying(Saying):
    """A source's cutaneous nerve of a patch of skin."""

    nerve: Slug


class MapSaying(Saying):
    """What a sensory map puts on a patch of skin."""

    map: MapFamily
    roots: tuple[Level, ...] = ()
    whole: bool = False  # speaks of a whole surface of the limb: shown, but lights no patch
    blank: bool = False  # the map leaves this patch empty, as too variable to say

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        """Refuse a map that neither names a root nor says that it leaves the patch empty."""
        if bool(self.roots) == self.blank:
            raise ValueError("a map names roots for a patch, or says `blank = true`")
        return self


class ZoneSaying(Saying):
    """A source's roots met by a bulge in one zone of a disc."""

    zone: Zone
    roots: tuple[Level, ...] = Field(min_length=1)


class MoverSaying(Saying):
    """A source's muscles for an action, or the plainer action that it is a way of testing or doing."""

    muscles: tuple[Slug, ...] = ()
    action: Slug | None = None
    role: Role
