"""content/*.toml to records that know their file and line. The only module that opens files of knowledge."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from babel.messages.pofile import read_po
from pydantic import ValidationError

from anatomy import lines
from anatomy.faults import ContentError, Fault
from anatomy.measured import Figure, Finding, LookAlike, Measure, Place, Series
from anatomy.model import Record, Source
from anatomy.structures import Action, Area, Disc, Group, Joint, Muscle, Nerve, Reflex, Region, SpinalLevel
from anatomy.told import (
    Accuracy,
    Audit,
    Case,
    Disagreement,
    Frequency,
    Identifiers,
    MapWords,
    Plain,
    PlexusNote,
    PlexusVariant,
    RedFlag,
    Separating,
    Sign,
    SkinArea,
    Spoken,
    ZoneWords,
)

R = TypeVar("R", bound=Record)

CONTENT = Path(__file__).parent.parent / "content"

KINDS: Mapping[str, type[Record]] = {
    "source": Source,
    "area": Area,
    "level": SpinalLevel,
    "disc": Disc,
    "zone": ZoneWords,
    "nerve": Nerve,
    "muscle": Muscle,
    "group": Group,
    "joint": Joint,
    "action": Action,
    "reflex": Reflex,
    "region": Region,
    "figure": Figure,
    "place": Place,
    "finding": Finding,
    "look_alike": LookAlike,
    "series": Series,
    "measure": Measure,
    "map_family": MapWords,
    "disagreement": Disagreement,
    "plexus_variant": PlexusVariant,
    "plexus_note": PlexusNote,
    "audit": Audit,
    "identifiers": Identifiers,
    "plain": Plain,
    "sign": Sign,
    "skin_area": SkinArea,
    "spoken": Spoken,
    "separating": Separating,
    "accuracy": Accuracy,
    "frequency": Frequency,
    "case": Case,
    "red_flag": RedFlag,
}
"""The word in `[[...]]` to the record it makes."""


@dataclass(frozen=True)
class Found:
    """A record and where it stands."""

    record: Record
    kind: str
    file: str
    line: int
    text: str = field(repr=False)

    @property
    def name(self) -> str:
        """What a fault calls the record: its kind and id."""
        return f"{self.kind} {getattr(self.record, 'id', '')}".strip()

    def fault(self, wrong: str, mend: str, *path: str | int) -> Fault:
        """A fault of this record, at the line of the field that `path` names."""
        return Fault(self.file, lines.find(self.text, self.line, path), self.name, wrong, mend)


@dataclass(frozen=True)
class Story:
    """A short guide for patients: its facts at the head of the file, its text in Markdown."""

    id: str
    lang: str
    file: str
    title: str
    opens: Mapping[str, str]  # the link to the picture
    areas: str  # the parts of the leg it speaks of, by id
    sources: Mapping[str, str]
    text: str


@dataclass(frozen=True)
class Content:
    """All records of a folder, in the order of its files."""

    found: tuple[Found, ...]
    words: Mapping[str, Any]
    stories: tuple[Story, ...] = ()

    def of(self, kind: str) -> Iterator[Found]:
        """The records of one kind."""
        return (f for f in self.found if f.kind == kind)

    def records(self, kind: type[R]) -> tuple[R, ...]:
        """The records of one class, without their places."""
        return tuple(f.record for f in self.found if type(f.record) is kind)


def catalogue(lang: str, folder: Path = CONTENT) -> Mapping[str, str | tuple[str, ...]]:
    """The translations of a language by their English text; plurals as a tuple. Empty entries are left out."""
    with (folder / "languages" / f"{lang}.po").open("rb") as file:
        kept = read_po(file, locale=lang)
    found: dict[str, str | tuple[str, ...]] = {}
    for message in kept:
        if message.id and message.string and all(message.string):
            key = message.id if isinstance(message.id, str) else message.id[0]
            found[key] = message.string if isinstance(message.string, str) else tuple(message.string)
    return found


def read(folder: Path = CONTENT) -> Content:
    """Every record of the folder's TOML files.

    Raises:
        ContentError: with every fault of every file that lies within one record.
    """
    found: list[Found] = []
    faults: list[Fault] = []
    words: dict[str, Any] = {}
    for path in sorted(folder.glob("*.toml")):
        file = _File(f"{folder.name}/{path.name}", path.read_text(encoding="utf-8"))
        try:
            tables = tomllib.loads(file.text)
        except tomllib.TOMLDecodeError as error:
            faults.append(_unreadable(file, str(error)))
            continue
        if path.name == "words.toml":
            words = tables
            continue
        told = [one for kind, rows in tables.items() for one in _records(file, kind, rows)]
        found += [one for one in told if isinstance(one, Found)]
        faults += [one for one in told if isinstance(one, Fault)]
    stories = [_story(folder, path) for path in sorted((folder / "stories").glob("*/*.md"))]
    faults += [one for one in stories if isinstance(one, Fault)]
    if faults:
        raise ContentError(faults)
    return Content(tuple(found), words, tuple(one for one in stories if isinstance(one, Story)))


def _story(folder: Path, path: Path) -> Story | Fault:
    """A story of `stories/LANGUAGE/NUMBER-id.md`: a head of TOML between two lines of `+++`, then Markdown."""
    file = f"{folder.name}/{path.relative_to(folder)}"
    try:
        _, head, text = path.read_text(encoding="utf-8").split("+++", 2)
        facts = tomllib.loads(head)
        name = path.stem.partition("-")[2]
        return Story(name, path.parent.name, file, facts["title"], facts["opens"], facts["areas"], facts["sources"], text.strip())
    except (ValueError, KeyError) as error:
        return Fault(file, 1, "story", f"has a head at fault ({error})", "give title, opens, areas and sources between two lines of +++")


@dataclass(frozen=True)
class _File:
    name: str
    text: str

    def fault(self, line: int, record: str, wrong: str, mend: str) -> Fault:
        return Fault(self.name, line, record, wrong, mend)


def _unreadable(file: _File, error: str) -> Fault:
    line = int(error.partition("at line ")[2].partition(",")[0] or 1)
    return file.fault(line, "file", f"is not TOML ({error})", "mend the line; TOML allows each key once")


def _records(file: _File, kind: str, rows: Any) -> Iterator[Found | Fault]:
    """The records of one kind in a file, and the faults of those that are not sound."""
    if kind not in KINDS or not isinstance(rows, list):
        line = next(iter(lines.headers(file.text, kind)), 1)
        yield file.fault(line, kind, "is no kind of record", f"use [[...]] with one of {', '.join(KINDS)}")
        return
    for row, line in zip(rows, lines.headers(file.text, kind), strict=True):
        try:
            yield Found(KINDS[kind].model_validate(row), kind, file.name, line, file.text)
        except ValidationError as error:
            yield from _invalid(file, line, f"{kind} {row.get('id', '(no id)')}", error)


def _invalid(file: _File, line: int, record: str, error: ValidationError) -> Iterator[Fault]:
    told = error.errors()
    for one in told:
        path = one["loc"]
        if any(other["loc"][: len(path)] == path and other is not one for other in told):
            continue  # a list is at fault only because of its entry
        wrong = f"{'.'.join(map(str, path))}: {one['msg'][0].lower()}{one['msg'][1:]}"
        yield file.fault(lines.find(file.text, line, path), record, wrong, _mend(one["type"], str(path[-1])))


def _mend(error: str, field_name: str) -> str:
    if error == "missing":
        return f"add {field_name}"
    if error == "extra_forbidden":
        return f"remove {field_name} or spell it as content/README.md does"
    return "see content/README.md for what the field takes"
