"""Questions and answers made up for tests of when to ask: they state no anatomy."""

from datetime import UTC, datetime, timedelta

from anatomy.practice.answer import Answer
from anatomy.practice.question import Choice, Form, Question

START = datetime(2026, 3, 2, 18, tzinfo=UTC)


def question(fact: str, wording: int = 0, right: str = "a", wrong: tuple[str, ...] = ("b", "c", "d"), **more: object) -> Question:
    """A question of a fact, in a wording; `more` sets any other field."""
    choices = tuple(Choice(id_, id_.upper(), "") for id_ in (right, *wrong))
    fields = {"id": f"{fact}/{wording}", "kind": "kind", "fact": fact, "form": Form.ONE, "prompt": fact, "choices": choices}
    fields |= {"right": (right,), "explanation": "", "show": right, "claims": (), "sources": ()}
    return Question(**(fields | {"areas": (), "structures": (right,)} | more))  # type: ignore[arg-type]


def bank(facts: int, wordings: int = 2) -> tuple[Question, ...]:
    """So many facts in five kinds, each in so many wordings. Twelve structures are their answers, so that they get mistaken."""
    names = [f"s{n}" for n in range(12)]
    return tuple(
        question(
            f"f{i:03}",
            w,
            names[i % 12],
            tuple(names[(i + n) % 12] for n in (1, 2, 3)),
            kind=f"kind{i // 12 % 5}",
            form=(Form.ONE, Form.PRESS)[i // 12 % 5 == 0],
            areas=("leg", "foot")[i % 2 :],
            structures=(f"about{i // 3}", names[i % 12]),
        )
        for i in range(facts)
        for w in range(wordings)
    )


def answer(asked: Question, right: bool, at: datetime = START, id_: str = "", chosen: str = "b") -> Answer:
    """An answer to a question: good where right, the given choice where wrong."""
    made = id_ or f"{asked.id} {at.isoformat()}"
    return Answer(made, asked.id, asked.fact, asked.right if right else (chosen,), right, 3 if right else 1, at, 12.0)


def day(n: float) -> datetime:
    """So many days after the start."""
    return START + timedelta(days=n)
