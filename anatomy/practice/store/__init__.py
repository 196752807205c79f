"""Where answers are kept: SQLite or PostgreSQL behind one interface."""

from anatomy.practice.store.codes import WrongCode
from anatomy.practice.store.guesses import TooManyGuesses
from anatomy.practice.store.store import Store, open_store
from anatomy.practice.store.unkept import NotKept

__all__ = ["NotKept", "Store", "TooManyGuesses", "WrongCode", "open_store"]
