"""Words in another language: a gettext catalogue, read once; what it lacks stays English."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from anatomy import content

LANGUAGES = {"en": "English", "es": "Español"}
"""The languages on offer, each by its own name."""


@dataclass(frozen=True, eq=False)
class Tongue:
    """Says English text in a language."""

    lang: str
    catalogue: Mapping[str, str | tuple[str, ...]]

    def __call__(self, text: str, **values: object) -> str:
        """The text in this language, its `{names}` filled in."""
        found = self.catalogue.get(text) or text
        said = found if isinstance(found, str) else found[0]
        return said.format(**values) if values else said

    def count(self, one: str, several: str, number: int) -> str:
        """The singular or the plural with `{n}` filled in, by the rule of the language (both know two forms)."""
        found = self.catalogue.get(one) or (one, several)
        forms = found if isinstance(found, tuple) else (found, several)
        return (forms[0] if number == 1 else forms[1]).format(n=number)

    def listed(self, items: list[str]) -> str:
        """Items as a list in a sentence: `a, b and c`."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self('and')} {items[-1]}"


@lru_cache
def tongue(lang: str) -> Tongue:
    """The tongue of a language; English for one that is not on offer."""
    known = lang if lang in LANGUAGES else "en"
    return Tongue(known, {} if known == "en" else content.catalogue(known))
