"""A claim's own line and card: its id, its grade, its link, and a report that carries the id."""

from html import escape
from urllib.parse import quote

from anatomy import grade, ledger
from anatomy.claims import Triple
from anatomy.grade import Grade
from anatomy.ledger import Entry
from anatomy.supply import Supply
from anatomy.ui.cite import link_to, sayings


def tag(supply: Supply, claim: str, found: Grade | None = None) -> str:
    """The claim's id as a link to it, its grade if given, and the report."""
    graded = f"<span class='grade {found[0]}'>{found}</span> " if found else ""
    return f"<p class='claim'>{graded}<a href='{link_to(claim)}' target='_self'>{escape(claim)}</a> <a href='{report(supply, claim)}'>report an error</a></p>"


def of_triple(supply: Supply, triple: Triple) -> Grade:
    """The grade of a triple."""
    found = grade.standing(triple.sources, triple.against, supply.atlas.sources)
    return grade.grade(found, triple.follows)


def report(supply: Supply, claim: str) -> str:
    """A mail to be written, which carries the id; to whom is set in content/words.toml and may be left open."""
    return f"mailto:{supply.atlas.words['report_to']}?subject={quote(f'Error in {claim}')}"


def card(supply: Supply, entry: Entry) -> str:
    """All that is known of one claim."""
    found, own = ledger.standing(supply, entry), ledger.graded(supply, entry)
    follows = "<p>Joined from two printed facts, so it stands a step lower.</p>" if entry.follows else ""
    why = (
        f"<p class='quiet'>{found.lineages} independent {_plural('source', found.lineages)} for it, {found.against} against; "
        f"{found.measured} measured it in {grade.ENOUGH} or more.</p>"
    )
    return (
        f"<section class='card one-claim'><h3>One claim</h3><p><strong>{escape(entry.text)}</strong></p>{tag(supply, entry.id, own)}{why}{follows}"
        f"{sayings(supply, entry.sources, 'Say so')}{sayings(supply, entry.against, 'Say otherwise')}</section>"
    )


def _plural(word: str, count: int) -> str:
    return word if count == 1 else f"{word}s"
