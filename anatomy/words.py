"""Every text that a translation needs, gathered from code and content, and the catalogues kept up to date (gettext, by Babel)."""

import ast
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from anatomy.atlas import Atlas
from anatomy.content import CONTENT
from anatomy.structures import Action, Group, Region, Root, SpinalLevel
from anatomy.told import MapWords, Plain
from anatomy.tongue import LANGUAGES

UNSAID = ("edition", "licence", "cite", "report_to")
"""Standing texts that are the same in every language."""


def template(atlas: Atlas, labels: Iterator[str]) -> Catalog:
    """The catalogue of all English texts: those in code, those in content, and the picture's labels."""
    made = Catalog(project="Nerveline", creation_date=datetime(2026, 1, 1, tzinfo=UTC))
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        for text in code_texts(path.read_text(encoding="utf-8")):
            made.add(text)
    for text in (*content_texts(atlas), *labels):
        if text not in made:
            made.add(text)
    return made


def code_texts(code: str) -> Iterator[str | tuple[str, str]]:
    """What code says: the text of `say(text)`, both of `say.count(one, several, number)`.

    Read from the syntax tree, because Babel's own reader does not look inside f-strings.
    """
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call):
            continue
        texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if isinstance(node.func, ast.Name) and node.func.id in ("say", "said") and texts[:1]:
            yield texts[0]
        if isinstance(node.func, ast.Attribute) and node.func.attr == "count" and len(texts) == 2:
            yield texts[0], texts[1]


def content_texts(atlas: Atlas) -> Iterator[str]:
    """Names, plain words, standing texts, red flags: what the content says to every reader."""
    for s in atlas.structures.values():
        if not isinstance(s, Root):
            yield s.name
        if isinstance(s, Region):
            yield s.plain
        if isinstance(s, SpinalLevel):
            yield s.exits
    yield from (s.kind_of for s in (SpinalLevel, Region, Action, Group))
    yield from (p.words for p in atlas.records(Plain))
    yield from (p.name for p in atlas.places.values())
    yield from (text for area in atlas.areas.values() for text in (area.name, area.plain))
    yield from (zone.plain.capitalize() for zone in atlas.zones.values())
    yield from (zone.plain for zone in atlas.zones.values())
    yield from (flag.text for flag in atlas.red_flags)
    yield from (text for one in atlas.look_alikes.values() if one.areas for text in (one.name, one.plain))
    yield from (family.short for family in atlas.records(MapWords))
    for name, text in atlas.words.items():
        yield from () if name in UNSAID else (text,) if isinstance(text, str) else text


def updated(atlas: Atlas, labels: Iterator[str], lang: str, folder: Path = CONTENT) -> Catalog:
    """A language's catalogue with new texts added, empty, and vanished ones marked obsolete."""
    with (folder / "languages" / f"{lang}.po").open("rb") as file:
        kept = read_po(file, locale=lang)
    kept.update(template(atlas, labels), no_fuzzy_matching=True)
    return kept


def write(atlas: Atlas, labels: list[str], folder: Path = CONTENT) -> dict[str, int]:
    """Bring every catalogue up to date. Returns how many texts each lacks."""
    missing = {}
    for lang in LANGUAGES:
        if lang != "en":
            made = updated(atlas, iter(labels), lang, folder)
            out = io.BytesIO()
            write_po(out, made, sort_output=True, no_location=True, ignore_obsolete=True, omit_header=False)
            (folder / "languages" / f"{lang}.po").write_bytes(out.getvalue())
            missing[lang] = sum(1 for m in made if m.id and not (all(m.string) if isinstance(m.string, tuple | list) else m.string))
    return missing
