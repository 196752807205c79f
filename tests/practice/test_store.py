"""What the store gives back is what it was given, for this learner only, whichever database it stands on."""

import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from anatomy.practice.store import NotKept, Store, TooManyGuesses, WrongCode, codes, guesses, migrations, open_store, place
from anatomy.practice.store.schema import tables
from tests.practice.answered import BEGINNING, answer
from tests.practice.remembered import Memory
from tests.practice.sessions import known


def test_answers_come_back(keeping: Store | Memory) -> None:
    """Every field as it was given, by time and then id, to its own learner only."""
    here, other = known(keeping), known(keeping)
    strange = answer(2, id="ü ' \" %s", chosen=(), right=False, rating=1, seconds=0.1 + 0.2, question="“α”\n")
    given = [
        answer(3),
        answer(1, id="b"),
        answer(1, id="B"),
        answer(1, id="a"),
        strange,
        answer(0, at=BEGINNING + timedelta(microseconds=1)),
    ]
    for one in given:
        keeping.save(here, one)
    keeping.save(other, answer(9))
    assert keeping.answers(here) == tuple(sorted(given, key=lambda one: (one.at, one.id)))
    assert [one.question for one in keeping.answers(other)] == ["question 9"]


def test_times_are_utc(store: Store) -> None:
    """A time given in another zone comes back as the same moment in UTC; one without a zone is refused."""
    learner, there = known(store), timezone(timedelta(hours=5, minutes=45))
    store.save(learner, answer(at=BEGINNING.astimezone(there)))
    (back,) = store.answers(learner)
    assert back.at == BEGINNING and back.at.tzinfo is UTC
    with pytest.raises(ValueError, match="time zone"):
        store.save(learner, answer(at=datetime(2026, 1, 1)))


def test_saved_twice_is_kept_once(keeping: Store | Memory) -> None:
    """The first answer under an id stays, and only within its learner: nobody can stand in another's way."""
    here, other = known(keeping), known(keeping)
    keeping.save(here, answer(1, id="same"))
    keeping.save(here, answer(2, id="same"))
    keeping.save(other, answer(3, id="same"))
    assert [one.question for one in keeping.answers(here)] == ["question 1"]
    assert [one.question for one in keeping.answers(other)] == ["question 3"]


def test_codes_open_their_learner(keeping: Store | Memory) -> None:
    """A code opens its learner however it is typed; another code opens nobody, and what is no code is told so."""
    code, unknown = keeping.new_learner(), codes.make()
    assert keeping.learner(code) == keeping.learner(code.upper().replace("-", " ")) != known(keeping)
    assert keeping.learner(unknown) is None
    with pytest.raises(WrongCode):
        keeping.learner("hello")


def test_no_code_is_kept(store: Store) -> None:
    """Neither a code nor who asked stands in the database, only hashes."""
    code = store.new_learner()
    store.learner(codes.make(), who="192.0.2.1")
    with store.engine.connect() as connection:
        rows = [str(row) for table in tables.tables.values() for row in connection.execute(table.select())]
    assert len(rows) == 2 and not any(code in row or "192.0.2.1" in row for row in rows)


def test_export(keeping: Store | Memory) -> None:
    """Everything about a learner, as JSON, times with their zone."""
    learner = known(keeping)
    keeping.save(learner, answer(5, id="x"))
    (row,) = json.loads(json.dumps(keeping.export(learner)))["answers"]
    assert row == vars(answer(5, id="x")) | {"chosen": ["one", "two"], "at": "2026-01-01T00:00:05+00:00"}


def test_delete(store: Store) -> None:
    """Nothing of a learner is left, others stay, and the number is never another's: an open page cannot write there."""
    code = store.new_learner()
    gone, other = store.learner(code), known(store)
    for learner in (gone, other):
        store.save(learner, answer())
    last = known(store)
    store.delete(last)
    store.delete(gone)
    assert store.learner(code) is None and store.answers(gone) == () and len(store.answers(other)) == 1
    assert known(store) not in (gone, last)
    with pytest.raises(NotKept, match="deleted"):
        store.save(gone, answer())
    store.delete(gone)


def test_memory_forgets() -> None:
    """What is deleted in memory is gone too."""
    memory = Memory()
    code = memory.new_learner()
    memory.save(1, answer())
    memory.delete(1)
    assert memory.learner(code) is None and memory.answers(1) == ()


def test_guessing_is_slowed(store: Store) -> None:
    """After a few wrong codes an asker waits at most a minute, even with a right one; others do not wait."""
    clock = [BEGINNING]
    slow = Store(store.engine, now=lambda: clock[0])
    code = slow.new_learner()
    for _ in range(guesses.OWN):
        assert slow.learner(codes.make(), who="guesser") is None
        clock[0] += timedelta(seconds=1)
    for attempt in (codes.make(), code):
        with pytest.raises(TooManyGuesses) as refused:
            slow.learner(attempt, who="guesser")
        assert refused.value.seconds == 60 - guesses.OWN and str(refused.value.seconds) in str(refused.value)
    assert slow.learner(code, who="another") and slow.learner(codes.make(), who="another") is None
    clock[0] += timedelta(seconds=refused.value.seconds)
    assert slow.learner(code, who="guesser")


def test_many_guessers_are_slowed_together(store: Store) -> None:
    """Wrong codes from everywhere are refused beyond a number; who has given no wrong one still gets in with a right one."""
    clock = [BEGINNING]
    slow = Store(store.engine, now=lambda: clock[0])
    code = slow.new_learner()
    for i in range(guesses.ALL):
        assert slow.learner(codes.make(), who=f"guesser {i}") is None
    for who, attempt in [("fresh", codes.make()), ("fresh", code), ("guesser 0", code)]:
        with pytest.raises(TooManyGuesses) as refused:
            slow.learner(attempt, who=who)
        assert 1 <= refused.value.seconds <= 60
    assert slow.learner(code, who="honest")
    clock[0] += timedelta(seconds=60)
    assert slow.learner(code, who="fresh") and slow.learner(codes.make(), who="fresh") is None
    with store.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM guesses").scalar() == 1, "old guesses are not kept"


def test_guesses_are_shared(store: Store, url: str) -> None:
    """Every process counts the same guesses, and a mistyped code is none."""
    other = open_store(url)
    for i in range(guesses.OWN):
        (store, other)[i % 2].learner(codes.make(), who="guesser")
        with pytest.raises(WrongCode):
            store.learner("bad", who="mistyped")
    for one in (store, other):
        with pytest.raises(TooManyGuesses):
            one.learner(codes.make(), who="guesser")
    assert store.learner(codes.make(), who="mistyped") is None
    other.engine.dispose()


@pytest.mark.parametrize("version", ["0001", "0002"])
def test_every_version_is_brought_up_to_date(url: str, version: str) -> None:
    """A store of any version opens with its learners and answers, and then has the tables that the code speaks of."""
    code, given = codes.make(), answer(7, id="old")
    engine = place.spoken(place.url_of(url))
    with engine.begin() as connection:
        migrations.upgrade(connection, version)
        connection.exec_driver_sql(f"INSERT INTO learners (code, since) VALUES ('{codes.hashed(code)}', '2026-01-01 00:00:00')")  # noqa: S608
        fields = '(learner, id, question, fact, chosen, "right", rating, at, seconds)'
        values = "(1, 'old', 'question 7', 'fact', '[\"one\", \"two\"]', true, 3, '2026-01-01 00:00:07.000000', 1.5)"
        connection.exec_driver_sql(f"INSERT INTO answers {fields} VALUES {values}")  # noqa: S608
    engine.dispose()
    for _ in range(2):
        store = open_store(url)
        learner = store.learner(code)
        assert learner is not None and store.answers(learner) == (given,)
        assert store.learner(codes.make(), who="somebody") is None
        with store.engine.connect() as connection:
            assert compare_metadata(MigrationContext.configure(connection), tables) == []
        store.engine.dispose()


def test_newer_tables_are_left_alone(store: Store, url: str) -> None:
    """A store that a newer Nerveline has changed is refused in words and not touched."""
    with store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NotKept, match="newer Nerveline"):
        open_store(url)


def test_where_answers_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The address given, else NERVELINE_STORE, else practice.db in NERVELINE_DATA, else in data/ beside app.py."""
    monkeypatch.delenv("NERVELINE_STORE", raising=False)
    monkeypatch.delenv("NERVELINE_DATA", raising=False)
    beside = Path(place.url_of(None).database or "").parent
    assert beside.name == "data" and (beside.parent / "app.py").exists()
    monkeypatch.setenv("NERVELINE_DATA", str(tmp_path / "a # b % c?"))
    open_store().engine.dispose()
    assert (tmp_path / "a # b % c?" / "practice.db").exists()
    monkeypatch.setenv("NERVELINE_STORE", "postgres://somebody@somewhere/practice")
    assert place.url_of(None).drivername == "postgresql+psycopg"
    assert place.url_of("sqlite:///here.db").database == "here.db"


@pytest.mark.parametrize("strange", ["\0", "\ud800"])
def test_strange_letters(store: Store, strange: str) -> None:
    """Letters that a database cannot keep are kept as given or refused in words; and nobody is stopped from asking by them."""
    learner = known(store)
    given = answer(question=strange)
    try:
        store.save(learner, given)
    except NotKept as refused:
        assert "letters" in str(refused)
        assert store.answers(learner) == ()
    else:
        assert store.answers(learner) == (given,)
    assert store.learner(codes.make(), who=strange) is None
