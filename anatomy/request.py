"""The contract's request and answer: findings in words, sites out as plain data, nothing lost on the way."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from anatomy.findings import Finding, Kind, Test, distinct
from anatomy.localise import Localiser, Ranked
from anatomy.naming import UnknownName
from anatomy.reading import BOTH, Reading

MOST = 500
"""Findings of one request; a longer list is refused."""


@dataclass
class Told:
    """What a request told: the findings understood, what was not used, and how findings worded freely were read."""

    found: list[Finding] = field(default_factory=list)
    unused: list[dict[str, Any]] = field(default_factory=list)
    read: list[dict[str, Any]] = field(default_factory=list)


def read(localiser: Localiser, rows: Iterable[Any]) -> Told:
    """The findings of a request understood, each once, and what was not, with the reason and the nearest names."""
    told, sides, rest = Told(), set[str](), list[Test]()
    for row in rows:
        try:
            reading = localiser.reader.read(Kind(row["kind"]), _text(row["target"]))
            sides |= _take(told, row, reading)
        except UnknownName as error:
            if normal := localiser.reader.rest(Kind(row["kind"]), row["target"]):
                rest += normal
                told.read.append({"finding": row, "as": ["the rest of it normal"]})
                continue
            told.unused.append({"finding": row, "reason": f"nothing of this kind is called {error.name!r}", "nearest": error.nearest})
        except (ValueError, KeyError, TypeError):
            told.unused.append({"finding": row, "reason": f"a finding has a kind ({', '.join(Kind)}) and a target", "nearest": []})
    said = localiser.silence.told(told.found)
    told.found += [Finding(*test, present=False) for test in dict.fromkeys(rest) if test not in said]
    told.found, clash = distinct([*told.found, *([BOTH] if {"left", "right"} <= sides else [])])
    told.unused += [{"finding": f.words, "reason": "said both found and normal", "nearest": []} for f in clash]
    return told


def _take(told: Told, row: Any, reading: Reading) -> set[str]:
    """Take a finding as it was read; the sides on which it was abnormal come back."""
    found = [replace(f, present=False) for f in reading.found] if row.get("absent") is True else reading.found
    told.found += found
    told.unused += [{"finding": row, "reason": f"of its text {lost!r} was not understood", "nearest": []} for lost in reading.lost]
    if reading.loose:
        told.read.append({"finding": row, "as": [f.words for f in found]})
    return _sides(row) if any(f.present for f in found) else set()


def _sides(row: Any) -> set[str]:
    said = str(row.get("side", "")).casefold().strip()
    return {"left", "right"} if said in ("both", "bilateral", "left and right") else {said} & {"left", "right"}


def told(localiser: Localiser, request: Any) -> Told:
    """What a request tells.

    Raises:
        ValueError: when the request holds no list of findings, or more than `MOST`.
    """
    rows = request.get("findings") if isinstance(request, dict) else None
    if not isinstance(rows, list):
        raise ValueError('a request is one JSON object with a list "findings"')
    if len(rows) > MOST:
        raise ValueError(f"a request has at most {MOST} findings")
    return read(localiser, rows)


def answer(localiser: Localiser, request: Any) -> dict[str, Any]:
    """The contract's answer to one request.

    Raises:
        ValueError: when the request holds no list of findings, or more than `MOST`.
    """
    return answered(localiser, told(localiser, request))


def answered(localiser: Localiser, told: Told) -> dict[str, Any]:
    """The contract's answer to what a request told."""
    findings = told.found
    return {
        "lesions": [_told(r) for r in localiser.rank(findings)],
        "next_tests": [
            {"finding": Finding(*test, present=True).words, "separates": [s.name for s in sites], "bits": round(bits, 3)}
            for test, bits, sites in localiser.next_tests(findings)
        ],
        "unused": told.unused,
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
