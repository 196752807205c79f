"""What must hold between records: `body` between structures, `knowledge` between sources and what rests on them."""

from anatomy.atlas import Atlas
from anatomy.faults import ContentError, Fault
from anatomy.rules import body, knowledge
from anatomy.rules.registry import RULES

__all__ = ["RULES", "body", "enforce", "faults", "knowledge"]


def faults(atlas: Atlas) -> list[Fault]:
    """Every fault that any rule finds, by file and line; empty when the content is sound."""
    return sorted(fault for one in RULES for fault in one(atlas))


def enforce(atlas: Atlas) -> None:
    """Refuse content with faults.

    Raises:
        ContentError: with all of them.
    """
    if found := faults(atlas):
        raise ContentError(found)
