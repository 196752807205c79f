"""One lesion against another, as markup: the findings that tell them apart, why, and what sources say."""

from collections.abc import Sequence
from html import escape

from anatomy import apart, argument, contrast
from anatomy.apart import Apart
from anatomy.effects import Effects
from anatomy.findings import Kind
from anatomy.localise import Localiser
from anatomy.told import Separating
from anatomy.ui import cite

HEADS = {
    Kind.WEAK_ACTION: "Weak movements",
    Kind.REFLEX_REDUCED: "Reduced reflexes",
    Kind.SENSORY_LOSS: "Numb skin",
    Kind.SIGN: "Signs, and how it began",
    Kind.WEAK_MUSCLE: "Weak muscles",
}


OPEN = 3
"""Findings of each kind that stand open."""


def findings(localiser: Localiser, a: Effects, b: Effects, names: tuple[str, str]) -> str:
    """The findings that tell two lesions apart, kind by kind; first those that sources name too, then the most telling."""
    said = {(str(one.kind), one.target) for one in apart.published(localiser, a.site.id, b.site.id)}
    told = sorted(apart.separate(localiser, a.site.id, b.site.id), key=lambda one: one.test not in said)
    cards = "".join(_kind(localiser, head, [o for o in told if o.test[0] is kind], (a, b), names) for kind, head in HEADS.items())
    return f"<div class='columns'>{cards}</div>" if cards else "<p>No finding that is examined tells these two apart.</p>"


def _kind(localiser: Localiser, head: str, kept: Sequence[Apart], both: tuple[Effects, Effects], names: tuple[str, str]) -> str:
    """The best findings of one kind, the others folded beneath them."""
    rows = [_row(localiser, one, both, names) for one in kept]
    rest = f"<details class='fold'><summary class='quiet'>{len(rows) - OPEN} more</summary><ul class='told-apart'>{''.join(rows[OPEN:])}</ul></details>"
    first = f"<ul class='told-apart'>{''.join(rows[:OPEN])}</ul>"
    return f"<section class='card'><h3>{head}</h3>{first}{rest if len(rows) > OPEN else ''}</section>" if rows else ""


def _row(localiser: Localiser, one: Apart, both: tuple[Effects, Effects], names: tuple[str, str]) -> str:
    rates = zip(names, (one.in_a, one.in_b), ("first", "second"), strict=True)
    bars = "".join(
        f"<div class='shows'><span>{escape(name)}</span><span>{contrast.likely(rate)}</span>"
        f"<span class='rate {order}' aria-hidden='true'><i style='width:{100 * rate:.0f}%'></i></span></div>"
        for name, rate, order in rates
    )
    said = cite.sayings(localiser.supply, contrast.sources(localiser, one, *both), "Who says so")
    return (
        f"<li data-test='{escape(one.test[1])}'><strong>{escape(argument.name(localiser, one.test))}</strong>{bars}"
        f"<p class='quiet'>{escape(contrast.reason(localiser, one, *both))}</p>{said}</li>"
    )


def published(localiser: Localiser, a: Effects, b: Effects) -> str:
    """What sources say tells the two apart, with where they say it."""
    told = apart.published(localiser, a.site.id, b.site.id)
    rows = "".join(dict.fromkeys(_said(localiser, said) for said in told))  # one sentence may speak of several muscles
    none = "<p>No source we have read sets these two against one another; the findings above are computed.</p>"
    return f"<ul class='sources'>{rows}</ul>" if rows else none


def _said(localiser: Localiser, said: Separating) -> str:
    to = localiser.every.named[said.points_to].name
    differ = " <em>Sources differ here.</em>" if said.disputed else ""
    return f"<li>{escape(said.text)} <span class='quiet'>It points to: {escape(to)}.</span>{differ}{cite.sayings(localiser.supply, cite.places({said.source: said.place}))}</li>"
