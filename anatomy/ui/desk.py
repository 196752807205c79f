"""The desk of a learner: who practises, the log of answers, and the session that runs. State and link of the practice pages."""

import secrets
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import streamlit as st

from anatomy.practice import chosen
from anatomy.practice.answer import Answer
from anatomy.practice.bank import KINDS, Bank
from anatomy.practice.chosen import Chosen
from anatomy.practice.memory import ordered
from anatomy.practice.question import Choice, Question
from anatomy.practice.rating import rating
from anatomy.practice.round import Round, fixed, next_question, offered, plan
from anatomy.practice.store import NotKept, Store, TooManyGuesses, open_store
from anatomy.ui import exam, session

_LOG, _ROUND, _GIVEN, _ASKED, _LEARNER, _LOST = (
    "practice-log",
    "practice-round",
    "practice-given",
    "practice-asked",
    "learner",
    "practice-lost",
)


@dataclass(frozen=True)
class Asked:
    """The question on the desk: its answer's id, when it was shown, and the answer once there is one."""

    id: str
    question: Question
    choices: tuple[Choice, ...]
    shown: datetime
    answer: Answer | None = None


@st.cache_resource(show_spinner="Making the questions …")
def bank() -> Bank:
    """Every question, made once for all learners."""
    made = Bank(exam.localiser())
    made.questions  # noqa: B018  # made here, not at the first learner's first press
    return made


@st.cache_resource(show_spinner=False)
def _store() -> Store:
    return open_store()


def store() -> Store | None:
    """The store of answers; None when it cannot be opened, and then why is told by `lost`."""
    try:
        return _store()
    except NotKept as error:
        st.session_state[_LOST] = str(error)
        return None


def lost() -> str | None:
    """Why answers are not kept, though the learner has a code; None when all is well."""
    found: str | None = st.session_state.get(_LOST)
    return found


def learner() -> int | None:
    """Who practises; None without a code."""
    found: int | None = st.session_state.get(_LEARNER)
    return found


def log() -> list[Answer]:
    """Every answer of this learner, or of this visit."""
    found: list[Answer] = st.session_state.setdefault(_LOG, [])
    return found


def enrol() -> str | None:
    """Make a code for who practises, and keep under it what was answered before it; None when nothing can be kept."""
    if not (kept := store()):
        return None
    try:
        code: str = kept.new_learner()
        st.session_state[_LEARNER] = kept.learner(code)
        for answer in log():
            kept.save(st.session_state[_LEARNER], answer)
    except NotKept as error:
        st.session_state[_LOST] = str(error)
        return None
    return code


def enter(code: str) -> None:
    """Go on with a code: its answers and those of this visit together.

    Raises:
        ValueError: with words for the learner, when the code is not known, was mistyped, or too many were tried.
    """
    if not (kept := store()):
        raise ValueError(lost())
    try:
        known = kept.learner(code, who=_who())
        if known is None:
            raise ValueError("Nobody has this code. Look at each word again.")
        for answer in log():
            kept.save(known, answer)
        st.session_state[_LOG] = list(kept.answers(known))
    except (NotKept, TooManyGuesses) as error:
        raise ValueError(str(error)) from None
    st.session_state[_LEARNER] = known


def _who() -> str:
    """Whose guesses are counted together: the address a guess comes from, hashed by the store and never kept."""
    return st.context.ip_address or "here"


def leave() -> None:
    """Forget on this device who practises; what is kept stays kept."""
    for key in (_LOG, _ROUND, _GIVEN, _ASKED, _LEARNER, _LOST):
        st.session_state.pop(key, None)


def erase() -> None:
    """Delete everything kept of the learner, and what is on the desk."""
    kept, who = store(), learner()
    if kept and who is not None:
        try:
            kept.delete(who)
        except NotKept as error:
            st.session_state[_LOST] = str(error)
            return
    leave()


def export() -> dict[str, Any]:
    """Everything kept of the learner, or of this visit where it cannot be read."""
    kept, who = store(), learner()
    try:
        return kept.export(who) if kept and who is not None else {}
    except NotKept as error:
        return {"error": str(error)}


def begin(length: int, areas: Sequence[str], kinds: Sequence[str]) -> None:
    """Begin a session of so many questions of some parts and kinds."""
    _start(plan(bank().select(kinds, areas), log(), _now(), length, secrets.randbits(32)))


def begin_set(one: Chosen) -> None:
    """Begin a session with a set that a link asks for: the same questions for everybody, whatever they know."""
    _start(fixed(chosen.pick(one, bank().questions), _now(), one.seed))


def wanted() -> Chosen | None:
    """The set that the link asks for; None when it asks for none.

    Raises:
        NoSet: with words for the reader, when the link is none.
    """
    value = st.query_params.get("set")
    return chosen.parsed(value, tuple(session.supply().atlas.areas), tuple(KINDS)) if value else None


def _start(round_: Round) -> None:
    st.session_state[_ROUND], st.session_state[_GIVEN] = round_, []
    proceed()


def round_() -> Round | None:
    """The session that runs, or has just ended; None before one."""
    found: Round | None = st.session_state.get(_ROUND)
    return found


def given() -> list[Answer]:
    """The answers of the session that runs."""
    found: list[Answer] = st.session_state.get(_GIVEN, [])
    return found


def asked() -> Asked | None:
    """The question on the desk; None at a session's end."""
    found: Asked | None = st.session_state.get(_ASKED)
    return found


def proceed() -> None:
    """Put the next question on the desk."""
    running = round_()
    question = next_question(running, given()) if running else None
    choices = offered(running, question, len(given())) if running and question else ()
    st.session_state[_ASKED] = Asked(str(uuid.uuid4()), question, choices, _now()) if question else None
    st.session_state["practice-ordered"] = []


def give(chosen_ids: Sequence[str]) -> None:
    """Judge and save an answer to the question on the desk. A second one to the same question counts for nothing."""
    one = asked()
    if one is None or one.answer:
        return
    now, question = _now(), one.question
    seconds, right = (now - one.shown).total_seconds(), question.judge(tuple(chosen_ids))
    rated = rating(question.form, right, seconds)
    answer = Answer(one.id, question.id, question.fact, tuple(chosen_ids), right, rated, now, seconds)
    _save(answer)
    st.session_state[_LOG] = ordered([*log(), answer])
    st.session_state[_GIVEN] = [*given(), answer]
    st.session_state[_ASKED] = replace(one, answer=answer)


def _save(answer: Answer) -> None:
    """Keep an answer; where it cannot be kept practice goes on, and the page says so."""
    kept, who = store(), learner()
    if who is None:
        return
    try:
        if kept:
            for one in [*log(), answer] if lost() else [answer]:  # what could not be kept before is kept now; twice is once
                kept.save(who, one)
            st.session_state.pop(_LOST, None)
    except NotKept as error:
        st.session_state[_LOST] = str(error)


def finish() -> None:
    """Put the session away."""
    for key in (_ROUND, _GIVEN, _ASKED):
        st.session_state.pop(key, None)


def _now() -> datetime:
    return datetime.now(UTC)
