"""What the atlas tells besides structures: red flags, zones in words, map families, variants, audited claims, identifiers."""

from typing import Annotated

from pydantic import Field, StringConstraints

from anatomy.measured import Name
from anatomy.model import Level, MapFamily, Record, Saying, Slug, Text, Verdict, Zone
from anatomy.structures import Places


class RedFlag(Record):
    """A sign that wants help at once."""

    id: Slug
    text: Text
    urgency: Annotated[str, StringConstraints(pattern="^(now|soon)$")]
    sources: Places = Field(min_length=1)
    note: Text | None = None


class ZoneWords(Record):
    """A zone of a disc in everyday words."""

    id: Zone
    plain: Text
    why: Text
    sources: Places = Field(min_length=1)
    share: Text | None = None  # how often a bulge lies here
    share_sources: Places = {}


class MapWords(Record):
    """A family of sensory map: its name, how it was made, and its known faults."""

    id: MapFamily
    name: Text
    short: Text  # for a button
    how: Text
    caution: Text | None = None
    sources: Places = {}


class Disagreement(Record):
    """Where published maps part, and how much dermatomes vary."""

    id: Slug
    text: Text
    sources: Places = Field(min_length=1)


class HowOften(Saying):
    """A published count, or a published share without one."""

    k: int | None = Field(default=None, ge=0)
    n: int | None = Field(default=None, ge=1)
    percent: float | None = Field(default=None, ge=0, le=100)


class VariantNerve(Saying):
    """The roots that a source prints for a nerve in a variant."""

    nerve: Slug
    roots: tuple[Level, ...] = Field(min_length=1)


class PlexusVariant(Record):
    """A plexus built from roots a step higher or lower than usual."""

    id: Slug
    name: Text
    plain: Text
    text: Text
    how_often: tuple[HowOften, ...] = ()
    nerves: tuple[VariantNerve, ...] = ()
    sources: Places = Field(min_length=1)


class PlexusNote(Record):
    """Something else about numbering or build that differs between people."""

    id: Slug
    text: Text
    sources: Places = Field(min_length=1)
    note: Text | None = None


class Evidence(Saying):
    """What one source says to an audited claim."""

    says: Text


class Opens(Record):
    """What Explore opens on."""

    show: str
    zone: Zone | None = None


class Audit(Record):
    """A claim that is told around, weighed."""

    id: Slug
    claim: Text
    source: Slug  # who tells it
    where: Text
    verdict: Verdict
    plain: Text
    evidence: tuple[Evidence, ...] = ()
    not_shown: Text
    opens: Opens


class Plain(Record):
    """Everyday words for a muscle (what it does), a joint (its name) or a nerve (its way on)."""

    of: Slug
    words: Text


class Sign(Record):
    """A bedside sign: how it is done, and where sources say that it shows.

    A sign `at` a place is asked with it ("Tinel sign at the fibular neck") and shows `here`, or `near` on the same nerve.
    A sign `of_skin` may be asked of a nerve of skin ("sural SNAP absent") and shows as far as a lesion takes that nerve's skin.
    A sign of `any` kinds of finding stands for all of them at once ("no weakness"). A `history` is asked, not examined.
    """

    id: Slug
    name: Text
    synonyms: tuple[Text, ...] = ()
    how: Text
    sources: Places = {}
    shows: dict[str, Annotated[float, Field(gt=0, lt=1)]] = {}  # rate by site, nerve, root or type of lesion; the reasoning's own estimate
    at: bool = False
    of_skin: bool = False
    any: tuple[str, ...] = ()
    otherwise: Annotated[float, Field(gt=0, lt=1)] | None = None  # rate anywhere else
    history: bool = False


class Frequency(Record):
    """How often a site is met, set against the others."""

    site: str
    weight: Annotated[float, Field(gt=0)]
    basis: Text
    sources: Places = {}


class Spoken(Record):
    """Words that people use in an examination for a movement, a reflex, a sign or a patch of skin that the atlas calls otherwise."""

    id: Slug
    target: Slug
    words: tuple[Text, ...] = Field(min_length=1)


class SkinArea(Record):
    """A wider stretch of skin as people name it in an examination, and the patches it covers."""

    id: Slug
    name: Text
    synonyms: tuple[Text, ...] = ()
    regions: tuple[Slug, ...] = Field(min_length=1)


class Accuracy(Record):
    """How often people with a lesion at one of the sites showed a finding, and people without it did not."""

    id: Slug
    kind: str
    target: str
    sites: tuple[str, ...] = Field(min_length=1)
    sensitivity: Annotated[float, Field(gt=0, le=1)]
    specificity: Annotated[float, Field(gt=0, le=1)] | None = None
    n: int | None = Field(default=None, ge=1)
    reference: Text  # what it was held against
    source: Slug
    place: Text
    note: Text | None = None


class Separating(Record):
    """A finding that sets two sites apart, as a source says it."""

    id: Name
    a: str
    b: str
    kind: str
    target: str
    points_to: str  # the one of the two that shows it
    text: Text
    source: Slug
    place: Text
    disputed: bool = False  # another source says the contrary; both are kept
    note: Text | None = None


class CaseFinding(Record):
    """A finding of a case, with what its source says in a few own words."""

    kind: str
    target: str
    said: Text | None = None
    absent: bool = False


class Case(Record):
    """A teaching case after a published one."""

    id: Slug
    title: Text
    story: Text
    after: Annotated[str, StringConstraints(pattern="^(case-report|series|textbook)$")]
    sources: Places = Field(min_length=1)
    findings: tuple[CaseFinding, ...] = Field(min_length=1)
    answer: str
    accept: tuple[str, ...] = ()
    points: tuple[Text, ...] = ()
    difficulty: int = Field(ge=1, le=3)
    drawn: int = Field(default=1, ge=1)  # which collection of cases it came with
    named: int | None = Field(default=None, ge=0, le=3)  # of three readers who saw the findings alone, how many named the answer first


class Identifiers(Record):
    """What others call a structure, each as it was seen in a public source."""

    of: str
    uberon: Annotated[str, StringConstraints(pattern=r"^UBERON:\d{7}$")] | None = None
    fma: Annotated[str, StringConstraints(pattern=r"^FMA:\d+$")] | None = None
    ta98: Annotated[str, StringConstraints(pattern=r"^A\d\d\.\d\.\d\d\.\d{3}[A-Z]?$")] | None = None
    ta2: Annotated[str, StringConstraints(pattern=r"^TA2:\d+$")] | None = None
    wikidata: Annotated[str, StringConstraints(pattern=r"^Q\d+$")] | None = None
    sources: Places = Field(min_length=1)

    @property
    def by_scheme(self) -> dict[str, str]:
        """Scheme to identifier, only those seen."""
        schemes = ("uberon", "fma", "ta98", "ta2", "wikidata")
        return {s: getattr(self, s) for s in schemes if getattr(self, s)}
