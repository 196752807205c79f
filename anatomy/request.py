"""The contract's request and answer: findings in words, sites out as plain data, nothing lost on the way."""

from collections.abc import Iterable
from typing import Any

from anatomy.findings import Finding, Kind, distinct
from anatomy.localise import Localiser, Ranked
from anatomy.naming import UnknownName

MOST = 500
"""Findings of one request; a longer list is refused."""


def read(localiser: Localiser, rows: Iterable[Any]) -> tuple[list[Finding], list[dict[str, Any]]]:
    """The findings of a request understood, and what was not, with the reason and the nearest names."""
    found: list[Finding] = []
    unused: list[dict[str, Any]] = []
    for row in rows:
        try:
            kind = Kind(row["kind"])
            found.append(localiser.wording.understand(kind, _text(row["target"])))
        except UnknownName as error:
            unused.append({"finding": row, "reason": f"nothing of this kind is called {error.name!r}", "nearest": error.nearest})
        except (ValueError, KeyError, TypeError):
            unused.append({"finding": row, "reason": f"a finding has a kind ({', '.join(Kind)}) and a target", "nearest": []})
    kept, clash = distinct(found)
    unused += [{"finding": f.words, "reason": "said both found and normal", "nearest": []} for f in clash]
    return kept, unused


def answer(localiser: Localiser, request: Any) -> dict[str, Any]:
    """The contract's answer to one request.

    Raises:
        ValueError: when the request holds no list of findings, or more than `MOST`.
    """
    rows = request.get("findings") if isinstance(request, dict) else None
    if not isinstance(rows, list):
        raise ValueError('a request is one JSON object with a list "findings"')
    if len(rows) > MOST:
        raise ValueError(f"a request has at most {MOST} findings")
    findings, unused = read(localiser, rows)
    return {
        "lesions": [_told(r) for r in localiser.rank(findings)],
        "next_tests": [
            {"finding": Finding(*test, present=True).words, "separates": [s.name for s in sites], "bits": round(bits, 3)}
            for test, bits, sites in localiser.next_tests(findings)
        ],
        "unused": unused,
    }


def _told(one: Ranked) -> dict[str, Any]:
    return {
        "name": one.site.name,
        "type": one.site.type,
        "site": one.site.site,
        "id": one.site.id,
        "probability": round(one.probability, 4),
        "for": [f.words for f in one.speaks_for],
        "against": [f.words for f in one.against],
        "unexplained": [f.words for f in one.unexplained],
    }


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a target is a text")
    return value
