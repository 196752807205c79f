"""The audited claims as cards: verdict, evidence, what it does not show, and a link that opens Explore."""

from html import escape
from urllib.parse import quote

from anatomy.structures import Disc, SpinalLevel
from anatomy.supply import Supply
from anatomy.told import Audit, Opens
from anatomy.ui.cite import sayings
from anatomy.ui.claim import tag


def claims(supply: Supply) -> str:
    """Every audited claim, in the order of the content."""
    return f"<div class='audit'>{''.join(_one(supply, i, a) for i, a in enumerate(supply.atlas.records(Audit), 1))}</div>"


def _one(supply: Supply, number: int, audit: Audit) -> str:
    rows = "".join(
        f"<li>{escape(e.says)}{sayings(supply, (e,), 'Who says so')}{tag(supply, f'audit.{audit.id}.{i}')}</li>"
        for i, e in enumerate(audit.evidence, 1)
    )
    kind = audit.verdict.split()[0]
    found = f"<ul>{rows}</ul>" if rows else "<p>We found none.</p>"
    return (
        f"<section class='card' data-audit='{audit.id}'><h3>{number}. {escape(audit.claim)}</h3>"
        f"<p><span class='verdict {kind}'>{audit.verdict}</span> <span class='quiet'>In the post: {escape(audit.where)}</span></p>"
        f"<p>{escape(audit.plain)}</p><details><summary>The evidence ({len(audit.evidence)})</summary>{found}</details>"
        f"<p><strong>What it does not show.</strong> {escape(audit.not_shown)}</p>"
        f"<p><a href='{_link(supply, audit.opens)}' target='_self'>Open in the picture: {escape(supply.atlas.structures[audit.opens.show].name)}</a></p></section>"
    )


def _link(supply: Supply, opens: Opens) -> str:
    spinal = isinstance(supply.atlas.structures[opens.show], SpinalLevel | Disc)
    zone = f"&amp;zone={opens.zone}" if opens.zone else ""
    return f"./?{'level' if spinal else 'show'}={quote(opens.show)}{zone}"
