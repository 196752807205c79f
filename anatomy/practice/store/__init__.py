"""Where answers are kept: SQLite or PostgreSQL behind one interface, and memory when neither can be had."""

from anatomy.practice.store.codes import WrongCode
from anatomy.practice.store.guesses import TooManyGuesses
from anatomy.practice.store.store import Store, open_store
from anatomy.practice.store.unkept import Memory, NotKept

__all__ = ["Memory", "NotKept", "Store", "TooManyGuesses", "WrongCode", "open_store"]
