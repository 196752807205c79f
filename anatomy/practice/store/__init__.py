"""Where answers are kept: SQLite in a folder of its own by default, PostgreSQL by setting one address."""

from anatomy.practice.store.codes import WrongCode
from anatomy.practice.store.kept import NotKept, Store, TooManyGuesses, open_store

__all__ = ["NotKept", "Store", "TooManyGuesses", "WrongCode", "open_store"]
