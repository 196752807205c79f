"""The reasoning as markup: the sites ranked with their arguments, the next tests, and how the reader's own answer fares."""

from collections.abc import Sequence
from html import escape

from anatomy import argument, cases
from anatomy.findings import Finding
from anatomy.localise import Localiser, Ranked
from anatomy.marks import LOOSER, NEW_BEFORE, READERS, SET_BY, SET_BY_TELLING, Mark, shares, together, when_new
from anatomy.naming import inside
from anatomy.sites import Candidate
from anatomy.told import Case
from anatomy.ui import cite


def sheet(localiser: Localiser, case: Case) -> str:
    """A case's story and the sources it was told after."""
    by = {"case-report": "a case report", "series": "a case series", "textbook": "a textbook pattern"}[case.after]
    sources = cite.sayings(localiser.supply, cite.places(case.sources), "Who says so")
    return f"<div class='card'><p>{escape(case.story)}</p><p class='quiet'>Told in our own words after {by}.</p>{sources}</div>"


def entered(localiser: Localiser, findings: Sequence[Finding]) -> str:
    """The exam sheet to be read: each head with what stands under it."""
    rows = "".join(f"<dt>{head}</dt><dd>{escape('; '.join(names))}</dd>" for head, names in argument.grouped(localiser, findings).items())
    return f"<dl class='entered'>{rows}</dl>" if rows else "<p class='quiet'>Nothing entered yet.</p>"


def ranking(localiser: Localiser, ranked: Sequence[Ranked]) -> str:
    """The likeliest sites, best first, each with what speaks for it, against it, and what it leaves unexplained."""
    rows = "".join(_site(localiser, one, number) for number, one in enumerate(ranked, 1))
    return f"<ol class='ranking'>{rows}</ol>"


def _site(localiser: Localiser, one: Ranked, number: int) -> str:
    percent = f"{one.probability:.0%}" if one.probability >= 0.01 else "under 1%"
    bar = f"<span class='likely' aria-hidden='true'><i style='width:{max(1, round(100 * one.probability))}%'></i></span>"
    parts = [
        _places(one.site),
        _points(localiser, one, "Speaks for it", one.speaks_for),
        _points(localiser, one, "Speaks against it", one.against),
        _points(localiser, one, "Left unexplained", one.unexplained),
    ]
    argued = "".join(parts) or "<p class='quiet'>No finding entered yet: this is how often the site is met.</p>"
    kind = "" if one.site.both or one.site.type in one.site.name.lower() else f"<span class='quiet'>{one.site.type}</span>"
    head = f"<b>{escape(one.site.listed)}</b> {kind} <span class='chance'>{percent}</span>{bar}"
    opened = " open" if number == 1 else ""
    return f"<li><details{opened}><summary>{head}</summary>{argued}</details></li>"


def _places(site: Candidate) -> str:
    """Every place of a site, where no finding tells several apart."""
    return f"<p class='quiet'>No finding tells these places apart: {escape(site.site)}.</p>" if site.listed != site.name else ""


def _points(localiser: Localiser, one: Ranked, head: str, findings: Sequence[Finding]) -> str:
    if not findings:
        return ""
    rows = "".join(f"<li>{escape(why)}</li>" for why in argument.whys(localiser, one.site, findings))
    return f"<h4>{head}</h4><ul>{rows}</ul>"


def next_tests(localiser: Localiser, findings: Sequence[Finding]) -> str:
    """The tests that would tell most, with the sites each would point to."""
    rows = "".join(
        f"<li><b>{escape(argument.name(localiser, test))}</b>: {'told of' if localiser.asked(test) else 'abnormal in'} {escape('; '.join(inside(s.short) for s in sites[:3])) or 'none of the leading sites'}"
        f" <span class='quiet'>({bits:.2f} bits)</span></li>"
        for test, bits, sites in localiser.next_tests(findings, most=3)
    )
    return f"<ol>{rows}</ol>"


def verdict(localiser: Localiser, case: Case | None, guess: str, ranked: Sequence[Ranked], findings: Sequence[Finding]) -> str:
    """How the reader's answer fares against the case's own, or against the reasoning where the sheet is the reader's."""
    answer = localiser.place[case.answer] if case else localiser.place[ranked[0].site.id]
    own, named = localiser.sites[answer], localiser.every.named
    right, fair = (cases.right(localiser, case), cases.fair(localiser, case)) if case else (frozenset({answer}), frozenset({answer}))
    lines = [f"<p><b>The case's answer: {escape(own.listed)}.</b></p>"] if case else []
    if guess:
        mine = localiser.place[guess]
        said = "right" if mine in right else "acceptable" if mine in fair else "another site"
        lines.append(f"<p>Your answer: {escape(named[guess].listed)}: {said}.</p>")
        if mine not in right and (missed := argument.against(localiser, guess, own.id, findings)):
            rows = "".join(f"<li>{escape(argument.told(localiser, f))}</li>" for f in missed)
            lines.append(f"<p>What speaks for {escape(inside(own.listed))} and against your answer:</p><ul>{rows}</ul>")
    if case:
        lines.append("".join(f"<p>{escape(point)}</p>" for point in case.points))
        lines.append(_told(case))
        if localiser.place[ranked[0].site.id] not in right:
            lines.append(
                f"<p class='quiet'>The reasoning puts {escape(inside(ranked[0].site.listed))} first here: it can be wrong, and often is where little was examined.</p>"
            )
    return f"<div class='card'>{''.join(lines)}</div>" if lines else ""


TELLING_WORDS = "– whose findings tell the answer"
"""Of the cases of the row above: at least two of three readers named the answer by the findings alone."""


def trust(fresh: Sequence[Mark]) -> str:
    """How often the reasoning was right on cases when they were new to it, on the newest, on those it is set by; how sure it was of the new."""
    newest, telling = shares(fresh), shares([m for m in fresh if cases.telling(m.case)])
    new = together([*NEW_BEFORE, newest])
    told = [
        ("When they were new to it", new),
        ("The newest of these", newest),
        (TELLING_WORDS, telling),
        ("Those it is set by, each without itself", SET_BY),
        (TELLING_WORDS, SET_BY_TELLING),
    ]
    fares = [(name, str(s.n), f"{s.first:.0%}", f"{s.fair:.0%}", f"{s.three:.0%}") for name, s in told if s.n]
    bands = [(sure, str(n), f"{fair:.0%}") for sure, n, fair in when_new(fresh)]
    looser = (
        "<p class='quiet'>Where a case's answer names a nerve but no place on it, any place on that nerve counts as right. "
        f"Were the place asked for there too, as it first was, {new.first - LOOSER / max(1, new.n):.0%} of those new to it would be right first.</p>"
    )
    return "".join(
        (
            _table(("", "Cases", "Right first", "Right or acceptable", "Among three"), fares),
            looser,
            _readers(),
            _table(("How sure it was when they were new", "Cases", "Right or acceptable"), bands),
        )
    )


def _told(case: Case) -> str:
    """How far the findings alone tell a case's answer, by the readers who saw nothing else."""
    if case.named is None:
        return ""
    rest = "" if cases.telling(case) else ": the findings alone do not tell it"
    readers = ("None of three readers", "One of three readers", "Two of three readers", "All three readers")[case.named]
    return f"<p class='quiet'>{readers} who saw these findings and nothing else named this answer{rest}.</p>"


def _readers() -> str:
    """How far what is told of the cases took three readers."""
    return (
        f"<p class='quiet'>Three readers (language models, asked to judge as neurologists) were given the findings of all {READERS.n} cases and nothing"
        f" else. They named the case's own answer first in {READERS.first:.0%}, and it or one acceptable to whoever wrote the case down in"
        f" {READERS.fair:.0%}. Where at least two of the three named the answer, the findings tell it. In the newest cases, what two of the three"
        " could not rule out counts as acceptable too.</p>"
    )


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f"<th scope='col'>{h}</th>" for h in heads)
    body = "".join(f"<tr><th scope='row'>{first}</th>{''.join(f'<td>{cell}</td>' for cell in rest)}</tr>" for first, *rest in rows)
    return f"<div class='twin'><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
