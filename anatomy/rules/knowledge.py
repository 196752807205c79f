"""What must hold between sources, figures and the claims that rest on them."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, cast

from anatomy.atlas import Atlas
from anatomy.faults import Fault
from anatomy.model import Layer, Source
from anatomy.rules.registry import rule
from anatomy.structures import Action, Group, Muscle, Nerve, Region, Structure


def citations(record: Any) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Every source id in a record, with the path of the field that holds it."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name == "source":
            yield value, (name,)
        elif name.endswith("sources") and isinstance(value, dict):
            yield from ((source, (name,)) for source in value)
        elif isinstance(value, tuple):
            for i, one in enumerate(value):
                if hasattr(type(one), "model_fields"):
                    yield from ((source, (name, i)) for source, _ in citations(one))


@rule
def source_unknown(atlas: Atlas) -> Iterator[Fault]:
    """Whatever is cited has a record in sources.toml."""
    for found in atlas.content.found:
        for source, path in citations(found.record):
            if source not in atlas.sources:
                yield found.fault(f"cites {source}, which has no record", "add it to content/sources.toml", *path)


@rule
def story_amiss(atlas: Atlas) -> Iterator[Fault]:
    """A story cites known sources, opens something known, and speaks of known parts of the leg."""
    for story in atlas.content.stories:
        for source in story.sources:
            if source not in atlas.sources:
                yield Fault(story.file, 1, "story", f"cites {source}, which has no record", "add it to content/sources.toml")
        shown = story.opens.get("level") or story.opens.get("show")
        if shown not in atlas.structures:
            yield Fault(story.file, 1, "story", f"opens {shown}, which has no record", "name a level or a structure in opens")
        for area in story.areas.split():
            if area not in atlas.areas:
                yield Fault(story.file, 1, "story", f"speaks of {area}, which is no area", f"use some of {', '.join(atlas.areas)}")


@rule
def source_unused(atlas: Atlas) -> Iterator[Fault]:
    """A source nobody cites is a leftover."""
    cited = {source for f in atlas.content.found for source, _ in citations(f.record)}
    cited |= {source for story in atlas.content.stories for source in story.sources}
    for found in atlas.content.of("source"):
        if isinstance(found.record, Source) and found.record.id not in cited:
            yield found.fault("is cited by nothing", "cite it or remove it")


SAME_TITLE = 10
"""So many words and numbers of one citation outside brackets, all of them in another, are one paper; fewer are too common to tell."""


@rule
def paper_twice(atlas: Atlas) -> Iterator[Fault]:
    """One paper is one source, or its second copy counts as a second witness: no DOI, PMID, PMC number, address or title stands twice."""
    seen: dict[str, Source] = {}
    titles: list[tuple[frozenset[str], Source]] = []
    for found in atlas.content.of("source"):
        one = cast("Source", found.record)
        words = _words(one.citation)
        alike = [seen[mark] for mark in _marks(one) if mark in seen] or [other for said, other in titles if _one_title(said, words)]
        if alike and alike[0].lineage != one.lineage:
            mend = f"cite {alike[0].id} instead, or give both one lineage where they are parts of one work"
            yield found.fault(f"is {alike[0].id} once more", mend)
        seen |= {mark: one for mark in _marks(one) if mark not in seen}
        titles.append((words, one))


def _words(citation: str) -> frozenset[str]:
    """Its longer words and numbers; what stands in brackets is our remark."""
    return frozenset(re.findall(r"[^\W\d_]{4,}|\d{3,}", re.sub(r"\([^)]*\)", "", citation.lower())))


def _marks(source: Source) -> Iterator[str]:
    """What names a paper wherever it stands: its numbers, also those in its address, and the address itself."""
    text = " ".join(filter(None, (source.doi, source.url))).lower()
    yield from (found.rstrip("./") for found in re.findall(r"\b10\.\d{4,}/[^\s?#&]+", text))
    yield from re.findall(r"\bpmc\d+", text)
    if source.pmid:
        yield f"pmid {source.pmid}"
    if source.url:
        yield re.sub(r"^https?://(www\.)?|[/#]+$", "", source.url.lower())


def _one_title(some: frozenset[str], others: frozenset[str]) -> bool:
    return min(len(some), len(others)) >= SAME_TITLE and (some <= others or others <= some)


@rule
def figure_amiss(atlas: Atlas) -> Iterator[Fault]:
    """A count is no more than its whole, and comes from a known structure or look-alike."""
    for found in atlas.content.of("figure"):
        figure: Any = found.record
        if figure.k > figure.n:
            yield found.fault(f"counts {figure.k} of {figure.n}", "mend k or n", "k")
        if figure.origin not in atlas.structures and figure.origin not in atlas.look_alikes:
            yield found.fault(f"comes from {figure.origin}, which has no record", "use a level, disc, joint or look-alike id", "from")


@rule
def place_unknown(atlas: Atlas) -> Iterator[Fault]:
    """Pain is counted in a known place, and a place takes in known patches of skin and parts of the leg."""
    for found in atlas.content.of("figure"):
        figure: Any = found.record
        if figure.layer in (Layer.PAIN, Layer.SOMATIC) and figure.place not in atlas.places and not figure.worded:
            yield found.fault(
                f"was counted in {figure.place}, which is no place", "use a place id, add the place, or say `worded = true`", "place"
            )
        for area in figure.areas:
            if area not in atlas.areas:
                yield found.fault(f"lies in {area}, which is no area", f"use one of {', '.join(atlas.areas)}", "areas")
    for found in atlas.content.of("place"):
        for region in found.record.regions:  # type: ignore[attr-defined]
            if not isinstance(atlas.structures.get(region), Region):
                yield found.fault(f"takes in {region}, which is no patch of skin", "use a region id", "regions")


_POINTERS: dict[str, tuple[tuple[str, tuple[type[Structure], ...]], ...]] = {
    "measure": (("muscle", (Muscle, Group)), ("action", (Action,))),
    "audit": (("opens.show", (Structure,)),),
    "identifiers": (("of", (Structure,)),),
    "plain": (("of", (Structure,)),),
    "plexus_variant": (("nerves.nerve", (Nerve,)),),
    "finding": (("about", (Structure,)),),
}
"""Fields of other records that name a structure, with the kinds it may be."""


@rule
def pointer_unknown(atlas: Atlas) -> Iterator[Fault]:
    """What a measure, an audited claim, a variant, a finding or an identifier is about has a record."""
    for kind, fields in _POINTERS.items():
        for found in atlas.content.of(kind):
            for name, kinds in fields:
                for other in _values(found.record, name.split(".")):
                    if not isinstance(atlas.structures.get(other), kinds) and other not in atlas.look_alikes:
                        yield found.fault(f"names {other}, which has no such record", "mend the id or add its record", name.split(".")[0])


def _values(record: Any, path: list[str]) -> Iterator[str]:
    """The ids at a path, through lists; none where a field is empty."""
    for one in record if isinstance(record, tuple) else (record,):
        value = getattr(one, path[0], None)
        if len(path) > 1:
            yield from _values(value, path[1:])
        elif value is not None:
            yield value


@rule
def identifier_shared(atlas: Atlas) -> Iterator[Fault]:
    """An identifier of others stands for one structure."""
    uses = Counter(i for one in atlas.identifiers.values() for i in one.by_scheme.items())
    for found in atlas.content.of("identifiers"):
        for scheme, value in found.record.by_scheme.items():  # type: ignore[attr-defined]
            if uses[scheme, value] > 1:
                yield found.fault(f"{value} stands for more than one structure", "keep it where it is exact", scheme)


@rule
def series_unknown(atlas: Atlas) -> Iterator[Fault]:
    """Each measured root share belongs to a series that says what was done, and which roots were tested."""
    told = {getattr(f.record, "id", "") for f in atlas.content.of("series")}
    for found in atlas.content.of("measure"):
        if found.record.source not in told:  # type: ignore[attr-defined]
            yield found.fault("its source has no series", "add a [[series]] with the source's id", "source")
