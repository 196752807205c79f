"""When answers cannot be kept: one error in plain words; and answers as they are taken away."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

from alembic.util import CommandError
from sqlalchemy.exc import SQLAlchemyError

from anatomy.practice.answer import Answer

REASONS = {  # what a system says, and what it means to a learner
    "is full": "the disk is full",
    "no space left": "the disk is full",
    "disk i/o error": "the disk is full or failing",
    "file too large": "the disk is full",
    "readonly": "the place for them may not be written to",
    "read-only": "the place for them may not be written to",
    "permission denied": "the place for them may not be written to",
    "unable to open": "the place for them cannot be opened",
    "not a directory": "the place for them is not a folder",
    "file exists": "the place for them is not a folder",
    "locked": "too many others are being kept at once",
    "locate revision": "they were last kept by a newer Nerveline",
    "not a database": "the file for them is damaged",
    "malformed": "the file for them is damaged",
    "surrogates": "one holds letters that no file can hold",
    "nul (0x00)": "one holds letters that no file can hold",
    "foreign key": "this learner's answers have been deleted",
}


class NotKept(Exception):
    """Answers could not be read or kept; the message says so in plain words, the cause is what the system said."""


@contextmanager
def kept() -> Iterator[None]:
    """Whatever a database or system refuses in here becomes NotKept."""
    try:
        yield
    except (SQLAlchemyError, CommandError, OSError, ImportError, UnicodeError) as error:
        raise NotKept(f"Your answers cannot be kept just now: {reason(error)}.") from error


def reason(error: Exception) -> str:
    """Why, in a learner's words; never the database's, which may name accounts and addresses."""
    if isinstance(error, OSError) and error.errno == errno.EDQUOT:
        return "the disk is full"
    said = str(getattr(error, "orig", None) or error).lower()
    return next((plain for part, plain in REASONS.items() if part in said), "the place for them cannot be reached")


def exported(answers: tuple[Answer, ...]) -> dict[str, Any]:
    """Answers as JSON has them, times in ISO 8601 with their zone."""
    rows = [asdict(answer) | {"chosen": list(answer.chosen), "at": answer.at.isoformat()} for answer in answers]
    return {"format": "nerveline-practice-1", "answers": rows}
