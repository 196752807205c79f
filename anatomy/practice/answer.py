"""One answer given in practice. The log of answers is the truth; memory, confusions and progress are computed from it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Answer:
    """An answer: what was asked, what was chosen, whether it was right, and when."""

    id: str  # a UUID made when the question is shown, so that saving it twice keeps it once
    question: str  # the question's id
    fact: str  # the fact that it asks
    chosen: tuple[str, ...]  # ids of what was chosen, in the order chosen
    right: bool
    rating: int  # 1 again, 2 hard, 3 good, 4 easy, as fsrs has them; a wrong answer is always 1
    at: datetime  # with its time zone, UTC
    seconds: float  # from the question's showing to its answer
