"""Names that forgive: case, hyphens, "n." for nerve, peroneal for fibular, plurals, everyday words."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache, partial

from rapidfuzz import fuzz, process

from anatomy.structures import Structure

_WORDS = {
    "n": "nerve",
    "nn": "nerve",
    "nerves": "nerve",
    "nervus": "nerve",
    "m": "muscle",
    "mm": "muscle",
    "muscles": "muscle",
    "musculus": "muscle",
    "peroneal": "fibular",
    "peroneus": "fibularis",
    "peronaeus": "fibularis",
    "jerk": "reflex",
    "jerks": "reflex",
    "reflexes": "reflex",
    "ext": "extensor",
    "br": "branch",
    "branches": "branch",
    "jt": "joint",
    "feet": "foot",
    "calves": "calf",
    "thighs": "thigh",
    "toes": "toe",
    "internal": "medial",
    "external": "lateral",
    "intervertebral": "",
    "disk": "disc",
    "vertebral": "",
    "the": "",
    "of": "",
}
_GREAT_TOE = re.compile(r"\b(big|great|first) toe\b|\bhallux\b")
_SPLIT = re.compile(r"[\s\-_/,.()'’–]+")
_KINDS = ("nerve", "muscle", "joint", "reflex", "disc", "root")
"""What a reader may leave out of a name."""

_KEEP_S = ("plexus", "biceps", "gluteus", "psoas", "pes", "fasciae", "tibialis", "genus", "rectus", "vastus")


class UnknownName(KeyError):
    """Nothing goes by this name; `nearest` holds up to five that are close, the closest first."""

    def __init__(self, name: str, nearest: Callable[[], list[str]] = list) -> None:
        """Keep the name as asked, and how to find the offers: they take long and are seldom wanted."""
        self.name, self._near = name, nearest
        super().__init__(name)

    @cached_property
    def nearest(self) -> list[str]:
        """The names that are close."""
        return self._near()

    def __str__(self) -> str:
        """The refusal with its offers, as one sentence."""
        offers = f"; nearest: {', '.join(self.nearest)}" if self.nearest else ""
        return f"no structure is called {self.name!r}{offers}"


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The name without what a reader may write one way or another; "" when nothing is left."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    text = _GREAT_TOE.sub("greattoe", _SPLIT.sub(" ", plain).strip())
    words = [_singular(word) for word in (_WORDS.get(word, word) for word in text.split()) if word]
    return " ".join(word for i, word in enumerate(words) if i == 0 or word != words[i - 1])


def _singular(word: str) -> str:
    plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", *_KEEP_S))
    return word[:-1] if plural else word


def spellings(structure: Structure) -> tuple[str, ...]:
    """Every way content writes the structure's name: id, name, synonyms, everyday names."""
    return (structure.id, structure.name, *structure.synonyms, *structure.lay)


class Names:
    """Every spelling of every structure, folded.

    A structure's own name or id wins over another's synonym, and the first record over a later one.
    """

    def __init__(self, structures: Iterable[Structure]) -> None:
        """Index the structures in their order."""
        self._ids: dict[str, str] = {}
        self._shown: dict[str, str] = {}
        kept = tuple(structures)
        for own in (True, False):
            for structure in kept:
                for spelling in spellings(structure)[:2] if own else spellings(structure)[2:]:
                    self._ids.setdefault(fold(spelling), structure.id)
                    self._shown.setdefault(fold(spelling), spelling if " " in spelling else structure.name)

    def find(self, name: str) -> str:
        """The id that goes by `name`.

        Raises:
            UnknownName: with the nearest names.
        """
        folded = fold(name)
        for attempt in (folded, *(f"{folded} {kind}" for kind in _KINDS), _bare(folded)):
            if attempt and attempt in self._ids:
                return self._ids[attempt]
        raise UnknownName(name, partial(self.nearest, name))

    @property
    def folded(self) -> frozenset[str]:
        """Every spelling known, folded, also without the kind that a reader may leave out."""
        return frozenset((*self._ids, *map(unkinded, self._ids))) - {""}

    def nearest(self, name: str, most: int = 5) -> list[str]:
        """The names closest to a misspelt one, closest first; empty when none is close."""
        close = process.extract(fold(name), self._ids.keys(), scorer=fuzz.WRatio, limit=3 * most, score_cutoff=60)
        shown = dict.fromkeys(self._shown[key] for key, _, _ in close)
        return list(shown)[:most]


def _bare(folded: str) -> str:
    return " ".join(word for word in folded.split() if word not in ("muscle", "nerve", "joint"))


def unkinded(folded: str) -> str:
    """A folded name without the kind at its end that a reader may leave out: the patellar of a patellar reflex; "" of no such name."""
    head, _, kind = folded.rpartition(" ")
    return head if kind in _KINDS else ""


def inside(name: str) -> str:
    """A name as it stands inside a sentence; empty for an empty one."""
    return name if name[1:2].isupper() or name[1:2].isdigit() else name[:1].lower() + name[1:]
