"""Skin and its nerves and roots; joints and their nerves."""

from collections import Counter
from collections.abc import Iterator

from anatomy.model import Share
from anatomy.practice.kinds import kind
from anatomy.practice.kinds.muscles import roots
from anatomy.practice.known import WRONG, Draft, Known, drawn
from anatomy.practice.question import Choice, Form
from anatomy.structures import Joint, Nerve, Region


def _skin_of(known: Known) -> dict[str, list[str]]:
    """Every nerve that any source brings to skin, with its patches."""
    found: dict[str, list[str]] = {}
    for patch in known.atlas.all(Region):
        for nerve in dict.fromkeys(s.nerve for s in patch.nerves):
            found.setdefault(nerve, []).append(patch.id)
    return found


@kind("skin-nerve", "The nerve of a patch of skin")
def nerve_of_skin(known: Known) -> Iterator[Draft]:
    """For each patch the nerve that most sources name, where one is named more than any other."""
    every = _skin_of(known)
    for patch in known.atlas.all(Region):
        votes = Counter(nerve for nerve, _ in {(s.nerve, known.supply.lineage(s.source)) for s in patch.nerves})
        ranked = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:2]
        if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
            continue
        nerve, closed = ranked[0][0], known.nerves_said(patch.id)
        free = sorted(
            (n for n in drawn(patch.id, every) if n not in closed), key=lambda n: all(known.zone(p) != patch.zone for p in every[n])
        )
        name = known.atlas.structures[nerve].name
        others = sorted(n for n in votes if n != nerve)
        more = f" Some name {known.names(others)}." if others else ""
        told = f"{patch.name}: {known.name(nerve)}, as most say.{more}"
        claims = [t.id for t in known.triples(patch.id) if t.nerve == nerve]
        if claims and len(free) >= WRONG:
            yield Draft(
                "skin-nerve",
                patch.id,
                f"{patch.id}.nerve",
                Form.ONE,
                f"{patch.name}: which nerve feels this skin, as most say?",
                (
                    Choice(nerve, name, told),
                    *(Choice(n, known.atlas.structures[n].name, f"It feels {known.names(every[n][:2])}.") for n in free[:WRONG]),
                ),
                (nerve,),
                told,
                patch.id,
                claims,
                (patch.id, nerve),
            )


@kind("skin-root", "The root of a patch of skin")
def root_of_skin(known: Known) -> Iterator[Draft]:
    """For each patch that all families of map give to a root that root, among roots that no map gives it."""
    for patch in known.atlas.all(Region):
        for root in known.roots_by(patch.id, Share.MAIN):
            wrong = known.other_roots((root,), known.roots_said(patch.id), WRONG)
            if len(wrong) == WRONG:
                told = ", ".join(f"{c.root} ({c.share})" for c in known.supply.roots(patch.id))
                yield Draft(
                    "skin-root",
                    f"{patch.id}:{root}",
                    f"{patch.id}.roots",
                    Form.ONE,
                    f"{patch.name}: which of these roots feels it on every family of map?",
                    roots(known, patch.id, (root,), wrong),
                    (root,),
                    f"{patch.name}: {told}. Maps show where feeling fades, not where pain is felt.",
                    patch.id,
                    [t.id for t in known.triples(patch.id) if t.root == root],
                    (patch.id, root),
                )


@kind("joint-nerve", "The nerves of a joint")
def nerve_of_joint(known: Known) -> Iterator[Draft]:
    """For each joint each nerve that two or more independent sources bring to it, among nerves that nobody does."""
    every = {s.nerve: None for j in known.atlas.all(Joint) for s in j.says if s.nerve}
    for joint in known.atlas.all(Joint):
        closed = known.nerves_said(joint.id)
        says = {(s.nerve, known.supply.lineage(s.source)) for s in joint.says if s.nerve}
        votes = Counter(nerve for nerve, _ in says)
        free = sorted((n for n in drawn(joint.id, every) if n not in closed), key=lambda n: joint.zone not in known.areas((n,)))
        for nerve in sorted(n for n, count in votes.items() if count >= 2):
            claims = [t.id for t in known.triples(joint.id) if t.nerve == nerve]
            if claims and len(free) >= WRONG:
                yield Draft(
                    "joint-nerve",
                    f"{joint.id}:{nerve}",
                    f"{joint.id}.{nerve}",
                    Form.ONE,
                    f"{joint.name}: which of these nerves sends it a branch?",
                    (
                        Choice(nerve, known.atlas.get(nerve, Nerve).name, f"{votes[nerve]} independent sources bring it to the joint."),
                        *(Choice(n, known.atlas.structures[n].name, "No source kept here brings it to this joint.") for n in free[:WRONG]),
                    ),
                    (nerve,),
                    f"{joint.name}: {known.name_some(sorted(votes, key=lambda n: (-votes[n], n)))}.",
                    joint.id,
                    claims,
                    (joint.id, nerve),
                )
