"""How the tables came to be: each version from the one before, run whenever a store is opened."""

import threading
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

ONE_AT_A_TIME = threading.Lock()  # Alembic keeps what it is doing in the process, not in the thread


def upgrade(connection: Connection, version: str = "head") -> None:
    """Bring the tables to a version within the connection's transaction, so that they are never half changed."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    with ONE_AT_A_TIME:
        command.upgrade(config, version)
