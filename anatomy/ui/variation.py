"""A prefixed or postfixed plexus beside the usual one, and the other ways in which people differ."""

from collections.abc import Iterable
from html import escape

from anatomy import evidence, tree
from anatomy.claims import in_order
from anatomy.model import LEVELS, Level
from anatomy.structures import Nerve
from anatomy.supply import Supply
from anatomy.told import HowOften, PlexusNote, PlexusVariant
from anatomy.ui.cite import places, sayings
from anatomy.ui.claim import tag

ROOTS = tuple(level for level in LEVELS if level not in ("T11", "S5"))


def plexus(supply: Supply, variant: PlexusVariant | None) -> str:
    """The variant in words with how often it was found, and root by root what its printed nerves gain and lose."""
    if variant is None:
        return _grid(supply, {}, _nerves(supply))
    often = "".join(f"<li>{_often(supply, one)}</li>" for one in variant.how_often)
    found = f"<h4>How often</h4><ul>{often}</ul>" if often else "<p class='quiet'>No count was found.</p>"
    printed: dict[str, list[Level]] = {}
    for nerve in variant.nerves:
        printed.setdefault(nerve.nerve, []).extend(nerve.roots)
    table = _grid(supply, printed, printed) if printed else "<p>No source kept prints which nerve gets which root in it.</p>"
    return (
        f"<section class='card'><h3>{escape(variant.name)}</h3><p>{escape(variant.plain)}</p><p>{escape(variant.text)}</p>"
        f"{sayings(supply, places(variant.sources), 'Who says so')}{tag(supply, f'variation.{variant.id}')}{found}</section>{table}"
        f"<p class='quiet'>Only nerves whose roots a source prints for this variant stand here. No gap is filled.</p>"
        f"{sayings(supply, variant.nerves, 'Who says so')}"
    )


def _nerves(supply: Supply) -> list[str]:
    """Every nerve that any variant prints."""
    return list(dict.fromkeys(n.nerve for v in supply.atlas.records(PlexusVariant) for n in v.nerves))


def _grid(supply: Supply, printed: dict[str, list[Level]], nerves: Iterable[str]) -> str:
    head = "".join(f"<th scope='col'>{root}</th>" for root in ROOTS)
    rows = "".join(_row(supply, supply.atlas.get(nerve, Nerve), printed.get(nerve)) for nerve in nerves)
    key = "<p class='quiet'>● usual and in the variant · ＋ only in the variant · － usual, not in the variant</p>" if printed else ""
    return f"<div class='twin shift' tabindex='0' role='region' aria-label='Roots of nerves'><table><thead><tr><th scope='col'>Nerve</th>{head}</tr></thead><tbody>{rows}</tbody></table></div>{key}"


def _row(supply: Supply, nerve: Nerve, printed: list[Level] | None) -> str:
    usual = set(tree.carried(supply.atlas.tree, nerve.id))
    now = set(in_order(printed)) if printed else usual
    cells = "".join(f"<td class='{_mark(root in usual, root in now)[1]}'>{_mark(root in usual, root in now)[0]}</td>" for root in ROOTS)
    return f"<tr><th scope='row'>{escape(nerve.name)}</th>{cells}</tr>"


def _mark(usual: bool, now: bool) -> tuple[str, str]:
    if usual and now:
        return "●", "both"
    return ("＋", "gained") if now else ("－", "lost") if usual else ("", "none")


def _often(supply: Supply, one: HowOften) -> str:
    if one.k is not None and one.n is not None:
        count = f"{one.k} of {one.n}, {evidence.wilson(one.k, one.n)}"
    else:
        count = f"{one.percent:g}% (number not printed)" if one.percent is not None else "named, not counted"
    return f"{count}.{sayings(supply, (one,))}"


def notes(supply: Supply) -> str:
    """The other ways in which people differ, each with its sources."""
    rows = "".join(
        f"<li>{escape(n.text)}{sayings(supply, places(n.sources), 'Who says so')}{tag(supply, f'variation.{n.id}')}</li>"
        for n in supply.atlas.records(PlexusNote)
    )
    return f"<h3>Numbers and build differ in other ways too</h3><ul class='sources'>{rows}</ul>" if rows else ""
