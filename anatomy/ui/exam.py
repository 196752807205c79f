"""The exam sheet of a teaching case: which case, what was found, the answer committed to. State and link of the Localise page."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

import streamlit as st

from anatomy import argument, cases, marks
from anatomy.cases import Half
from anatomy.findings import Finding, Kind, Test
from anatomy.localise import Localiser
from anatomy.marks import Mark
from anatomy.structures import Action, Group, Muscle, Reflex, Region, Structure
from anatomy.told import Case
from anatomy.ui import session

BOXES: tuple[tuple[str, str, tuple[Kind, ...], bool], ...] = (
    ("weak", "Weak", (Kind.WEAK_ACTION, Kind.WEAK_MUSCLE), True),
    ("strong", "Normal strength", (Kind.WEAK_ACTION, Kind.WEAK_MUSCLE), False),
    ("history", argument.BEGAN[True], (Kind.SIGN,), True),
    ("numb", "Numb", (Kind.SENSORY_LOSS,), True),
    ("feels", "Normal feeling", (Kind.SENSORY_LOSS,), False),
    ("no-history", argument.BEGAN[False], (Kind.SIGN,), False),
    ("lost-reflex", "Reflex reduced", (Kind.REFLEX_REDUCED,), True),
    ("reflex", "Reflex normal", (Kind.REFLEX_REDUCED,), False),
    ("sign", "Sign found", (Kind.SIGN,), True),
    ("pain", "Pain", (Kind.PAIN,), True),
    ("no-pain", "No pain", (Kind.PAIN,), False),
    ("no-sign", "Sign absent", (Kind.SIGN,), False),
)
"""The boxes of the sheet: key, head, kinds of finding, and whether they were found or found normal."""

ASKED = ("history", "no-history")
"""The boxes of what is asked, not examined."""

BLANK = "blank"


@st.cache_resource(show_spinner=False)
def localiser() -> Localiser:
    """The reasoning, once for all readers; its table of rates is filled here, not at the first press."""
    ready = Localiser(session.supply())
    ready.next_tests([])
    return ready


def judging(case: Case | None) -> Localiser:
    """The reasoning about a case, to which that case is no precedent."""
    return localiser().without(case.id) if case else localiser()


@st.cache_resource(show_spinner=False)
def library() -> dict[str, Case]:
    """The teaching cases by id, those whose findings tell the answer first, and of them the easier ones."""
    return {c.id: c for c in sorted(session.supply().atlas.records(Case), key=lambda c: (not cases.telling(c), c.difficulty, c.title))}


@st.cache_resource(show_spinner=False)
def measured() -> list[Mark]:
    """How the reasoning fares on the newest draw of cases, once for all readers."""
    return marks.marked(localiser(), (c for c in library().values() if cases.half(c) is Half.FRESH))


def holds(box: str, test: Test) -> bool:
    """Whether a box of the sheet is the one for a test."""
    kinds = next(kinds for key, _, kinds, _ in BOXES if key == box)
    return test[0] in kinds and localiser().asked(test) is (box in ASKED)


@st.cache_resource(show_spinner=False)
def options(box: str) -> dict[Test, str]:
    """What a box offers, by name."""
    ready = localiser()
    signs = [t for t in ready.tests if t[0] is Kind.SIGN] + [(Kind.SIGN, s.id) for s in ready.signs.all.values() if s.any]
    cited = [(f.kind, f.target) for c in library().values() for f in cases.findings(ready, c) if f.kind is Kind.SIGN]
    every = [*(t for t in ready.tests if t[0] is not Kind.SIGN), *dict.fromkeys([*signs, *cited])]
    every += [(Kind.PAIN, t) for kind, t in ready.tests if kind is Kind.SENSORY_LOSS]
    every += [(Kind.WEAK_MUSCLE, g.id) for g in ready.supply.atlas.all(Group)]
    named = {test: _with_synonym(test, argument.name(ready, test)) for test in every if holds(box, test)}
    return dict(sorted(named.items(), key=lambda row: row[1]))


def _with_synonym(test: Test, name: str) -> str:
    """A reflex or a sign with what most call it, so that it is found by either name."""
    kind, target = test
    known = localiser().signs.all if kind is Kind.SIGN else session.supply().atlas.structures
    synonyms = known[target].synonyms if kind in (Kind.SIGN, Kind.REFLEX_REDUCED) and target in known else ()
    return f"{name} ({synonyms[0]})" if synonyms else name


def begin() -> Case | None:
    """Take the case from the link, or the one worked before; fill the boxes when it is a new one. None for a blank sheet."""
    if "case" not in st.session_state:
        st.session_state["case"] = _known(st.query_params.get("case"))
    wanted = _known(st.session_state["case"])
    if st.session_state.get("worked") != wanted:
        _fill(wanted)
    elif any(_key(key) not in st.session_state for key, *_ in BOXES):
        _put(st.session_state["sheet"])
    if st.query_params.get("case", BLANK) != wanted:
        st.query_params["case"] = wanted
    return library().get(wanted)


def _known(wanted: object) -> str:
    return wanted if isinstance(wanted, str) and wanted in library() else BLANK


def _fill(case: str) -> None:
    """A new case: its findings on the sheet, no answer yet."""
    st.session_state["worked"] = case
    st.session_state["committed"] = None
    st.session_state["guess"] = None
    st.session_state["written-told"] = None
    _put(cases.findings(localiser(), library()[case]) if case in library() else [])


def _put(findings: Iterable[Finding]) -> None:
    kept = list(findings)
    for key, _, _, present in BOXES:
        told = [(f.kind, f.target) for f in kept if f.present is present]
        st.session_state[_key(key)] = [test for test in told if holds(key, test)]
    st.session_state["sheet"] = kept


def _key(box: str) -> str:
    return f"sheet-{box}"


def boxes() -> None:
    """The sheet's boxes, three beside one another on a wide screen."""
    for i, (key, head, *_) in enumerate(BOXES):
        if i % 3 == 0:
            columns = st.columns(3)  # a row at a time, so that a phone keeps the order
        named = options(key)
        named = named | {t: argument.name(localiser(), t) for t in st.session_state[_key(key)] if t not in named}
        columns[i % 3].multiselect(head, list(named), format_func=partial(_label, named), key=_key(key), placeholder="None entered")


def _label(named: dict[Test, str], test: Test) -> str:
    return named.get(test, test[1])


def findings() -> list[Finding]:
    """What stands on the sheet; what is entered both as found and as normal counts as neither."""
    found = [Finding(kind, target, present) for key, _, _, present in BOXES for kind, target in st.session_state[_key(key)]]
    st.session_state["sheet"] = found
    return [f for f in found if Finding(f.kind, f.target, not f.present) not in found]


def clashes() -> list[str]:
    """What is entered both as found and as normal, by name."""
    found = st.session_state["sheet"]
    return [argument.name(localiser(), (f.kind, f.target)) for f in found if f.present and Finding(f.kind, f.target, False) in found]


def pressed() -> Structure | None:
    """What was pressed last in the picture, where it can be entered on the sheet."""
    answer = (st.session_state.get("exam-picture") or {}).get("choice") or {}
    structure = session.supply().atlas.structures.get(answer.get("id") or "")
    return structure if isinstance(structure, Muscle | Group | Region | Reflex | Action) else None


def enter(structure: Structure, box: str) -> None:
    """Put a structure on the sheet, and take it off where it stood against that."""
    kinds, present = next((kinds, present) for key, _, kinds, present in BOXES if key == box)
    add([Finding(Kind.WEAK_MUSCLE if isinstance(structure, Muscle | Group) else kinds[0], structure.id, present)])


def add(findings: Iterable[Finding]) -> None:
    """Put findings on the sheet, each in its box, and take off what said the contrary."""
    for f in findings:
        test = (f.kind, f.target)
        for key, _, _, present in BOXES:
            if holds(key, test):
                kept = [t for t in st.session_state[_key(key)] if t != test]
                st.session_state[_key(key)] = [*kept, test] if f.present is present else kept


def single(finding: Finding) -> list[Finding]:
    """A finding as the sheet has it: of a stretch of skin each patch."""
    if finding.kind not in (Kind.SENSORY_LOSS, Kind.PAIN):
        return [finding]
    return [replace(finding, target=patch) for patch in localiser().skin.patches(finding.target)]


def offers(structure: Structure) -> tuple[tuple[str, str], ...]:
    """The boxes a structure may be entered in: key and head."""
    wanted = {Muscle: ("weak", "strong"), Group: ("weak", "strong"), Region: ("numb", "feels", "pain"), Reflex: ("lost-reflex", "reflex")}
    return tuple((key, head) for key, head, _, _ in BOXES if key in wanted.get(type(structure), ()))


def entries() -> None:
    """What was pressed last, with a button for each box that it may stand in."""
    structure = pressed()
    if structure and offers(structure):
        row = st.container(horizontal=True, vertical_alignment="center")
        row.markdown(f"**{structure.name}**")
        for box, head in offers(structure):
            row.button(head, key=f"enter-{box}", on_click=enter, args=(structure, box))


def another() -> None:
    """The next case of the library, the first after the last."""
    ids = list(library())
    here = st.session_state["case"]
    st.session_state["case"] = ids[(ids.index(here) + 1) % len(ids)] if here in ids else ids[0]


def site_names() -> dict[str, str]:
    """Every site by id and name, in the order of their names."""
    return dict(sorted(((s.id, s.listed) for s in localiser().sites), key=lambda row: row[1]))


def commit() -> None:
    """Hold the answer chosen, or that none was wanted."""
    st.session_state["committed"] = st.session_state.get("guess") or ""


def committed() -> str | None:
    """The site committed to; "" when the reader went on without one, None before that."""
    found: str | None = st.session_state["committed"]
    return found
