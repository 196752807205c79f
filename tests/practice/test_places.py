"""Places that cannot be had, or no longer: full disks, disks only to be read, addresses where nobody is."""

import contextlib
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from anatomy.practice.store import NotKept, Store, open_store
from tests.practice.answered import answer
from tests.practice.remembered import Memory
from tests.practice.sessions import Sessions, ids, known


def filled(folder: Path, *ballast: object) -> list[str]:
    """What is said of a disk that fills up while a learner practises, after nothing was lost."""
    store = open_store(f"sqlite:///{folder}/practice.db")
    learner = known(store)
    full = Sessions(f"sqlite:///{folder}/practice.db")
    full.order(" ".join(map(str, ["fills_the_disk", learner, *ballast])))
    full.until("ended")
    full.process.communicate()
    assert full.all("saved") and len(full.all("refused")) == len(full.all("later"))
    assert sorted(ids(store, learner)) == sorted(full.all("saved") + full.all("later"))
    store.engine.dispose()
    return full.all("refused")


def test_no_room(tmp_path: Path) -> None:
    """Where nothing more may be written a learner is told so and practises on in memory, and all is kept once there is room."""
    assert set(filled(tmp_path)) == {"Your answers cannot be kept just now: the disk is full or failing."}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 8 MB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk], capture_output=True).returncode:
        pytest.skip("no disk may be mounted here; test_no_room stands in for it")
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


def test_full_disk(small_disk: Path) -> None:
    """The same on a disk that is really full."""
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(8_000_000))
    assert set(filled(small_disk, ballast)) == {"Your answers cannot be kept just now: the disk is full."}


def test_full_disk_at_the_start(small_disk: Path) -> None:
    """A store that finds no room for its tables says so, and is whole once there is room."""
    ballast = small_disk / "ballast"
    with ballast.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(bytes(4096)):
            pass
    with pytest.raises(NotKept, match="the disk is full"):
        open_store(f"sqlite:///{small_disk}/practice.db")
    ballast.unlink()
    store = open_store(f"sqlite:///{small_disk}/practice.db")
    assert known(store)
    store.engine.dispose()


def test_read_only_disk(small_disk: Path) -> None:
    """A store on a disk that may only be read cannot be made there, and says so."""
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    for path in ("practice.db", "new/practice.db"):
        with pytest.raises(NotKept, match=r"may not be written to|cannot be opened"):
            open_store(f"sqlite:///{small_disk}/{path}")


def test_file_only_to_be_read(tmp_path: Path) -> None:
    """Answers that may only be read are read; what comes new is refused in words."""
    store = open_store(f"sqlite:///{tmp_path}/old.db")
    learner = known(store)
    store.save(learner, answer(id="old"))
    still = open_store(f"sqlite:///file:{tmp_path}/old.db?mode=ro&uri=true")
    assert ids(still, learner) == ["old"]
    with pytest.raises(NotKept, match="may not be written to"):
        still.save(learner, answer())
    for one in (store, still):
        one.engine.dispose()


NOWHERE = {
    "under a file": ("sqlite:///{folder}/file/data/practice.db", "is not a folder"),
    "a folder in its place": ("sqlite:///{folder}", "cannot be opened"),
    "not a database": ("sqlite:///{folder}/file", "damaged"),
    "nobody listens": ("postgresql://nerveline@127.0.0.1:1/practice", "cannot be reached"),
    "no such database": ("oracular://somewhere", "cannot be reached"),
    "no address": ("hello", "cannot be reached"),
}


@pytest.mark.parametrize("case", NOWHERE)
def test_a_place_that_cannot_be_had(tmp_path: Path, case: str) -> None:
    """A store that cannot be opened says why in one plain sentence without the machine's words, and memory takes its place."""
    (tmp_path / "file").write_text("This is no database. " * 100)
    address, why = NOWHERE[case]
    with pytest.raises(NotKept, match=why) as refused:
        open_store(address.format(folder=tmp_path))
    said = str(refused.value)
    assert said.startswith("Your answers cannot be kept just now: ") and said.endswith(".") and str(tmp_path) not in said
    memory = Memory()
    memory.save(1, answer())
    assert len(memory.answers(1)) == 1


def test_a_database_that_goes_away(store: Store) -> None:
    """Every call to a store whose tables are gone is refused in words, and never with the database's own error."""
    code = store.new_learner()
    with store.engine.begin() as connection:
        for table in ("answers", "guesses", "learners"):
            connection.exec_driver_sql(f"DROP TABLE {table}")
    calls = [store.new_learner, lambda: store.learner(code), lambda: store.save(1, answer())]
    calls += [lambda: store.answers(1), lambda: store.export(1), lambda: store.delete(1)]
    for call in calls:
        with pytest.raises(NotKept, match="cannot be kept just now"):
            call()
