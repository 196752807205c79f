"""A fault in the content: where it is, what is wrong, how to mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One thing an editor has to mend."""

    file: str
    line: int
    record: str
    wrong: str
    mend: str

    def __str__(self) -> str:
        """`content/FILE:LINE: record: what is wrong; how to mend it`."""
        return f"{self.file}:{self.line}: {self.record}: {self.wrong}; {self.mend}"


class ContentError(Exception):
    """The content has faults; `faults` holds all of them, in the order of the files."""

    def __init__(self, faults: list[Fault]) -> None:
        """Keep the faults, sorted."""
        self.faults = sorted(faults)
        super().__init__("\n".join(map(str, self.faults)))
