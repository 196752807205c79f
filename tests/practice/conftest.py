"""A store on SQLite and one on PostgreSQL, for the same tests."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from anatomy.practice.store import place


def _binaries() -> Path | None:
    """Where Debian puts PostgreSQL's programs, the newest version; or wherever they are on the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[4]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


def _user() -> str | None:
    """PostgreSQL will not run as root; somebody else must."""
    if os.geteuid():
        return None
    names = {u.pw_name for u in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in names)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL of our own, on a socket in a folder that goes away with it."""
    binaries = _binaries()
    if not binaries:
        pytest.skip("no PostgreSQL on this machine: apt-get install postgresql")
    folder, user = Path(tempfile.mkdtemp(prefix="nl-pg-")), _user()
    if user:
        shutil.chown(folder, user)
    data = folder / "data"
    run = {"user": user, "cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run([binaries / "initdb", "-D", data, "-U", "learner", "-A", "trust", "-E", "UTF8"], check=True, **run)  # type: ignore[call-overload]
    command = [binaries / "postgres", "-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "max_connections=100"]
    server = subprocess.Popen(command, **run)  # type: ignore[call-overload]
    ready = [binaries / "pg_isready", "-h", folder, "-U", "learner"]
    for _ in range(200):
        if subprocess.run(ready, stdout=subprocess.DEVNULL, check=False).returncode == 0:
            break
        subprocess.run(["sleep", "0.1"], check=True)
    yield f"postgresql+psycopg://learner@/postgres?host={folder}"
    server.send_signal(signal.SIGINT)  # fast: it does not wait for those who are connected
    server.wait(20)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, of either kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'practice.db'}"
    found: str = request.getfixturevalue("postgres")
    with place.engine(found).begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    return found
