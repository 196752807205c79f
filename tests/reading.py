"""How patient texts are measured: grade by two formulas, words that frighten, words that judge, jargon."""

import re
from html import unescape
from statistics import mean

import textstat

from anatomy import Supply
from anatomy.structures import Region, SpinalLevel
from anatomy.told import Plain
from anatomy.tongue import tongue
from anatomy.ui import voice

SYLLABLES = {"sciatic": 4, "hamstring": 2, "hamstrings": 2, "nerve": 1, "nerves": 1, "muscle": 2, "muscles": 2, "pelvis": 2, "spine": 1}
"""Syllables of our own terms, where a formula would count them wrong."""

FRIGHTENING = {
    "en": "crushed|worn out|trapped|wrecked|slipped|torn|severed|destroyed|degenerat|cripp|dying",
    "es": "aplastad|desgastad|atrapad|destroz|desgarr|degenerad|invalidante|moribund",
}
JUDGING = {
    "en": "you have a|your nerve is|likely cause|diagnose|you suffer|you are suffering|probably",
    "es": "usted tiene un|su nervio está|causa probable|le diagnostic|usted sufre|probablemente",
}
JARGON = {
    "en": "radiculopathy|dermatome|myotome|stenosis|paraesthesia|claudication|neuropathy|foramen|innervat|afferent|efferent",
    "es": "radiculopat|dermatoma|miotoma|estenosis|parestesia|claudicaci|neuropat|inerva|aferente",
}
"""What may not stand in a patient's text at all; the few terms that may are explained where they stand."""


def english(supply: Supply) -> dict[str, str]:
    """Every English patient text by name: stories, standing texts, red flags, and the pages of levels and places."""
    return _texts(supply, "en")


def spanish(supply: Supply) -> dict[str, str]:
    """The same in Spanish."""
    return _texts(supply, "es")


def _texts(supply: Supply, lang: str) -> dict[str, str]:
    say, atlas = tongue(lang), supply.atlas
    found = {f"story {s.id}": s.text for s in atlas.stories(lang)}
    names = ("lead", "felt", "nothing_chosen", "no_figure_plain", "where_lead", "where_none", "where_answer", "why_none", "purpose_short")
    found |= {f"words {name}": say(atlas.words[name]) for name in names}
    found["words questions"] = " ".join(say(q) for q in atlas.words["questions"])
    found["red flags"] = " ".join(say(f.text) for f in atlas.red_flags)
    found["plain words"] = ". ".join(f"It {say(p.words)}" for p in atlas.records(Plain)) + "."
    found |= {f"look-alike {o.id}": say(o.plain) for o in atlas.look_alikes.values() if o.areas}
    for level in atlas.all(SpinalLevel):
        found[f"level {level.id}"] = _read(voice.page(supply, say, level.id, None, "both"))
    for region in atlas.all(Region):
        found[f"place {region.id}"] = _read(voice.at(supply, say, (region.id,)))
    return found


def _read(html: str) -> str:
    """Sentences of a page: paragraphs only; names in brackets are the terms behind the plain words, and are not read as prose."""
    told = re.sub(r"<details class='fold'>.*?</details>|<details>.*?</details>|<summary.*?</summary>", " ", html, flags=re.S)
    lines = [re.sub(r"<[^>]+>", " ", p) for p in re.findall(r"<(?:p|li)[^>]*>(.*?)</(?:p|li)>", told, flags=re.S)]
    return unescape(re.sub(r"\([^)]*\)|[«»]", "", " ".join(lines)))


def prose(text: str) -> str:
    """A text as the formulas take it: no Markdown, one list item a sentence, our terms spelled to count right."""
    text = re.sub(r"[*#>`]|\b[TLS]\d{1,2}(-[LS]?\d)?\b", "", text)
    text = re.sub(r"\n- ", ". ", text)
    return re.sub(r"[:;]", ".", text)


def grades(text: str) -> tuple[float, float]:
    """Flesch-Kincaid and the automated readability index, both as grades of school."""
    plain = prose(text)
    words = re.findall(r"[a-z']+", plain.lower()) or [""]
    sentences = max(1, len([s for s in re.split(r"[.!?]+", plain) if s.strip()]))
    syllables = sum(SYLLABLES.get(w) or textstat.syllable_count(w) for w in words)
    letters = sum(map(len, words))
    flesch = 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59
    automated = 4.71 * letters / len(words) + 0.5 * len(words) / sentences - 21.43
    return flesch, automated


def words_a_sentence(text: str) -> float:
    """Mean words between full stops."""
    sentences = [s for s in re.split(r"[.!?]+", prose(text)) if s.strip()]
    return sum(len(s.split()) for s in sentences) / max(1, len(sentences))


def forbidden(text: str, lang: str) -> list[str]:
    """Words of the three lists that stand in a text."""
    return re.findall("|".join((FRIGHTENING[lang], JUDGING[lang], JARGON[lang])), text, flags=re.I)


def table(found: dict[str, tuple[float, float]]) -> str:
    """Mean and highest grade by kind of text, as lines."""
    kinds: dict[str, list[tuple[float, float]]] = {}
    for name, both in found.items():
        kinds.setdefault(name.split()[0], []).append(both)
    rows = [
        f"{kind:12} {len(kept):4} texts  Flesch-Kincaid {mean(g[0] for g in kept):5.1f}  automated index {mean(g[1] for g in kept):5.1f}"
        f"  highest mean of both {max(map(mean, kept)):5.1f}"
        for kind, kept in kinds.items()
    ]
    return "\n" + "\n".join(rows)
