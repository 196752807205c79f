"""What several tests share: the checked atlas and its triples, read once."""

import pytest

from anatomy import Atlas, Supply, load


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """The atlas of content/, checked."""
    return load()


@pytest.fixture(scope="session")
def supply(atlas: Atlas) -> Supply:
    """Its triples."""
    return Supply(atlas)
