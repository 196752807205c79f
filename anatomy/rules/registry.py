"""One rule, one small function; `@rule` makes it known, so none can be forgotten."""

from collections.abc import Callable, Iterable

from anatomy.atlas import Atlas
from anatomy.faults import Fault

Rule = Callable[[Atlas], Iterable[Fault]]

RULES: list[Rule] = []
"""Every rule, in the order of the files that hold them."""


def rule(function: Rule) -> Rule:
    """Make a rule known to `faults`."""
    RULES.append(function)
    return function
