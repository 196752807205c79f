"""Nothing shown as saved is lost: on SQLite and PostgreSQL, with many at once, killed, full or forbidden."""

import json
import random
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import inspect, select, text

from anatomy.practice.answer import Answer
from anatomy.practice.store import NotKept, Store, TooManyGuesses, codes, open_store, place
from anatomy.practice.store.kept import FREE
from anatomy.practice.store.schema import TABLES

ROOT = Path(__file__).parent.parent.parent
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def answer(number: int = 0, id_: str | None = None) -> Answer:
    """An answer, the later the higher its number."""
    at = NOON + timedelta(seconds=number)
    return Answer(id_ or str(uuid.uuid4()), f"muscle-nerve:m{number}", f"m{number}.nerve", ("tibial-nerve",), number % 3 > 0, 3, at, 4.5)


def known(store: Store, code: str) -> int:
    """The learner of a code, who must exist."""
    found = store.learner(code)
    assert found is not None
    return found


def test_what_is_saved_is_read(url: str) -> None:
    """Answers come back as they were, by time; saved twice they are kept once; another learner sees none of them."""
    store = open_store(url)
    one, other = known(store, store.new_learner()), known(store, store.new_learner())
    given = [answer(n) for n in (3, 1, 2)]
    for each in (*given, given[0]):
        store.save(one, each)
    assert store.answers(one) == tuple(sorted(given, key=lambda a: a.at))
    assert store.answers(other) == ()


def test_only_the_hash_is_kept(url: str) -> None:
    """Neither the code nor anything else that tells who somebody is stands in the database."""
    store = open_store(url)
    code = store.new_learner()
    store.save(known(store, code), answer())
    with place.engine(url).begin() as connection:
        kept = {name: [dict(row) for row in connection.execute(select(table)).mappings()] for name, table in TABLES.tables.items()}
    assert code not in json.dumps(kept, default=str) and all(word not in json.dumps(kept, default=str) for word in code.split("-")[:3])
    assert set(kept["learners"][0]) == {"id", "code", "since"}


def test_export_and_delete(url: str) -> None:
    """Everything of mine is plain JSON; deleted, nothing of it is left and the code is nobody's; others stay."""
    store = open_store(url)
    code, other = store.new_learner(), known(store, store.new_learner())
    mine = known(store, code)
    for n in range(5):
        store.save(mine, answer(n))
        store.save(other, answer(n))
    told = json.loads(json.dumps(store.export(mine)))
    assert len(told["answers"]) == 5 and told["answers"][0]["chosen"] == ["tibial-nerve"]
    store.delete(mine)
    assert store.learner(code) is None and store.answers(mine) == () and len(store.answers(other)) == 5


def test_two_hundred_at_once(url: str) -> None:
    """Two hundred learners who answer at once lose nothing and double nothing."""
    store = open_store(url)
    learners = [known(store, store.new_learner()) for _ in range(200)]
    given = {who: [answer(n) for n in range(5)] for who in learners}
    jobs = [(who, a) for n in range(5) for who in learners for a in (given[who][n], given[who][n])[: 1 + n % 2]]
    with ThreadPoolExecutor(24) as pool:
        list(pool.map(lambda job: store.save(*job), jobs))
    assert {who: list(store.answers(who)) for who in learners} == given


def test_two_devices_with_one_code(url: str) -> None:
    """Two devices that use one code at once, each with a store of its own, lose neither's answers."""
    code = open_store(url).new_learner()
    devices = [open_store(url), open_store(url)]
    given = [[answer(2 * n + d) for n in range(40)] for d in range(2)]

    def practise(device: int) -> None:
        who = known(devices[device], code)
        for each in given[device]:
            devices[device].save(who, each)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(practise, range(2)))
    assert {a.id for a in devices[0].answers(known(devices[0], code))} == {a.id for row in given for a in row}


CHILD = """
import sys, uuid
from datetime import UTC, datetime
from anatomy.practice.answer import Answer
from anatomy.practice.store import open_store
store, code = open_store(sys.argv[1]), sys.argv[2]
who = store.learner(code)
print("ready", flush=True)
while True:
    one = Answer(str(uuid.uuid4()), "q", "f", ("a",), True, 3, datetime.now(UTC), 1.0)
    store.save(who, one)
    print(one.id, flush=True)
"""


def child(*arguments: str) -> subprocess.Popen[str]:
    """A process that saves answers and prints each id once it is saved."""
    return subprocess.Popen([sys.executable, "-c", CHILD, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_killed_fifty_times(url: str) -> None:
    """A process killed in mid-session at random moments, 50 times, loses no answer that it had shown as saved."""
    store, shown = open_store(url), set[str]()
    rng = random.Random(5)  # noqa: S311  # moments, no secrets
    code = store.new_learner()
    for _ in range(10):  # five at a time: each takes a second to start
        running = [child(url, code) for _ in range(5)]
        for process in running:
            assert process.stdout and process.stdout.readline() == "ready\n"
        time.sleep(rng.uniform(0.01, 0.15))
        for process in running:
            process.send_signal(signal.SIGKILL)
        for process in running:
            lines = (process.communicate()[0] or "").split("\n")
            shown |= {line for line in lines[:-1] if len(line) == 36}  # the last may be torn
    kept = [a.id for a in store.answers(known(store, code))]
    assert len(kept) == len(set(kept)) and shown and shown <= set(kept)


def test_first_use_by_many_processes(url: str) -> None:
    """Several processes that find no tables at once make them once, and all go on."""
    code = "from anatomy.practice.store import open_store; import sys; print(open_store(sys.argv[1]).new_learner())"
    many = [subprocess.Popen([sys.executable, "-c", code, url], cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    told = [process.communicate()[0].strip() for process in many]
    store = open_store(url)
    assert all(store.learner(one) is not None for one in told) and len(set(told)) == 4


def test_migrated_from_each_version(url: str) -> None:
    """From each earlier version, with answers in it, the tables come up to what the code expects, and nothing is lost."""
    engine = place.engine(url)
    place.upgrade(engine, "0001")
    code = codes.make()
    columns = 'id, learner, question, fact, chosen, "right", rating, at, seconds'
    row = f"INSERT INTO answers ({columns}) VALUES (:id, 1, 'q', 'f', '[]', true, 3, :at, 1.0)"  # noqa: S608  # as version 0001 wrote it
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO learners (id, code, since) VALUES (1, :code, '2026')"), {"code": codes.hashed(code)})
        connection.execute(text(row), {"id": str(uuid.uuid4()), "at": NOON.isoformat(timespec="microseconds")})
    engine.dispose()
    store = open_store(url)
    assert len(store.answers(known(store, code))) == 1
    found = inspect(place.engine(url))
    for table in TABLES.tables.values():
        assert {c["name"] for c in found.get_columns(table.name)} == {c.name for c in table.columns}
        assert {i["name"] for i in found.get_indexes(table.name) if not i["unique"]} == {i.name for i in table.indexes}


def test_guessing_is_slowed(url: str) -> None:
    """After a few wrong codes a stranger has to wait; who comes from elsewhere with a right code does not."""
    store = open_store(url)
    mine = store.new_learner()
    for _ in range(FREE):
        assert store.learner(codes.make(), who="stranger") is None
    with pytest.raises(TooManyGuesses, match="Wait"):
        store.learner(mine, who="stranger")
    assert store.learner(mine, who="owner") is not None


LIMITED = """
import resource, sys
from tests.practice.test_store import answer, known
from anatomy.practice.store import NotKept, open_store
store = open_store(sys.argv[1])
who = known(store, store.new_learner())
import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
for n in range(5000):
    try:
        store.save(who, answer(n))
    except NotKept as error:
        print(n, error)
        break
print(len(store.answers(who)))
"""


def test_full_disk(tmp_path: Path) -> None:
    """When nothing more fits on the disk a clear message says so, and every answer kept before can be read."""
    run = [sys.executable, "-c", LIMITED, f"sqlite:///{tmp_path / 'practice.db'}"]
    told = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    count, message = told[0].split(" ", 1)
    assert "Answers are not being kept" in message and "You can go on practising" in message
    assert int(told[1]) == int(count) > 0


def forbidden(tmp_path: Path) -> Sequence[str]:
    """Addresses where nothing can be written: under a file, in a system folder of the kernel, on a database that is not there."""
    (tmp_path / "file").write_text("")
    return (
        f"sqlite:///{tmp_path / 'file' / 'practice.db'}",
        "sqlite:////proc/practice.db",
        "postgresql+psycopg://nobody@/none?host=/nowhere&connect_timeout=2",
    )


@pytest.mark.parametrize("number", range(3))
def test_nowhere_to_write(tmp_path: Path, number: int) -> None:
    """Where nothing can be written the message says so in plain words, without a path or a stack."""
    with pytest.raises(NotKept, match=r"Answers are not being kept: .*You can go on practising") as told:
        open_store(forbidden(tmp_path)[number])
    assert "/" not in str(told.value) and "sqlite" not in str(told.value).lower()


def test_read_only_file(tmp_path: Path) -> None:
    """A database that may only be read is told as such, in words for the learner."""
    database = tmp_path / "practice.db"
    open_store(f"sqlite:///{database}").new_learner()
    with pytest.raises(NotKept, match="cannot be written to"):
        open_store(f"sqlite:///file:{database}?mode=ro&uri=true").new_learner()


def test_the_default_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an address a file is made in the data folder at first use, which nobody else may read."""
    monkeypatch.delenv("NERVELINE_STORE", raising=False)
    monkeypatch.setenv("NERVELINE_DATA", str(tmp_path / "deep" / "data"))
    open_store().new_learner()
    made = tmp_path / "deep" / "data" / "practice.db"
    assert made.exists() and made.stat().st_mode & 0o077 == 0
    monkeypatch.setenv("NERVELINE_STORE", "postgresql://x@/y")
    assert place.address() == "postgresql+psycopg://x@/y"
