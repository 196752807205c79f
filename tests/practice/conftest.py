"""The two databases that a store may stand on, each fresh for a test."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from anatomy.practice.store import Store, open_store
from tests.practice.remembered import Memory


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A PostgreSQL of our own while the tests last: its address, up to the database's name."""
    found = [*map(Path, filter(None, [shutil.which("initdb")])), *sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))]
    if not found:
        pytest.skip("PostgreSQL is not installed: no initdb in /usr/lib/postgresql/*/bin nor on the path")
    folder, port = Path(tempfile.mkdtemp(prefix="nerveline-pg-")), free_port()
    user = None
    if os.getuid() == 0:  # PostgreSQL refuses to run as root
        user = next(name for name in ("postgres", "nobody") if name in {entry.pw_name for entry in pwd.getpwall()})
        shutil.chown(folder, user)
    made = [found[-1], "-D", folder / "db", "-U", "nerveline", "-A", "trust", "-E", "UTF8", "--no-sync"]
    subprocess.run(made, user=user, cwd=folder, check=True, capture_output=True)
    settings = [f"port={port}", "listen_addresses=127.0.0.1", f"unix_socket_directories={folder}", "fsync=off", "max_connections=100"]
    command = [found[-1].with_name("postgres"), "-D", folder / "db", *(part for setting in settings for part in ("-c", setting))]
    with (folder / "log").open("w") as log, subprocess.Popen(command, user=user, cwd=folder, stderr=log) as server:
        try:
            yield answering(f"postgresql://nerveline@127.0.0.1:{port}", server, folder / "log")
        finally:
            server.send_signal(signal.SIGINT)  # a fast end, that waits for nobody still connected
    shutil.rmtree(folder)


def answering(address: str, server: subprocess.Popen[bytes], log: Path) -> str:
    """The address, once the server answers there."""
    engine = create_engine(address.replace("postgresql:", "postgresql+psycopg:") + "/postgres")
    for _ in range(300):
        try:
            engine.connect().close()
            engine.dispose()
            return address
        except Exception:
            assert server.poll() is None, log.read_text()
            time.sleep(0.1)
    raise AssertionError(log.read_text())


def fresh(kind: str, request: pytest.FixtureRequest) -> str:
    """The address of a new, empty database."""
    if kind == "sqlite":
        return f"sqlite:///{request.getfixturevalue('tmp_path')}/new folder/practice.db"
    address: str = request.getfixturevalue("postgres")
    name = "t" + uuid.uuid4().hex
    maker = create_engine(address.replace("postgresql:", "postgresql+psycopg:") + "/postgres", isolation_level="AUTOCOMMIT")
    with maker.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    maker.dispose()
    return f"{address}/{name}"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """The address of a new, empty database of either kind."""
    return fresh(request.param, request)


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """A store on either database."""
    opened = open_store(url)
    yield opened
    opened.engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql", "memory"])
def keeping(request: pytest.FixtureRequest) -> Iterator[Store | Memory]:
    """A store on either database, or in memory."""
    if request.param == "memory":
        yield Memory()
    else:
        opened = open_store(fresh(request.param, request))
        yield opened
        opened.engine.dispose()
