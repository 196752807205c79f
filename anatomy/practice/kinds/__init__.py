"""The kinds of question, one family a module; each maker yields every question of one kind that the atlas can back."""

from collections.abc import Callable, Iterator

from anatomy.practice.known import Draft, Known

Maker = Callable[[Known], Iterator[Draft]]

MAKERS: dict[str, Maker] = {}
"""Every maker by the id of its kind."""

NAMES: dict[str, str] = {}
"""What a learner calls each kind."""


def kind(id_: str, name: str) -> Callable[[Maker], Maker]:
    """Make a kind of question known."""

    def keep(maker: Maker) -> Maker:
        MAKERS[id_], NAMES[id_] = maker, name
        return maker

    return keep
