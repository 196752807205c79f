"""How often a lesion takes little, half or all of its motor and sensory fibres, or comes in one of its forms."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from anatomy.rates import spread
from anatomy.sites import Candidate
from anatomy.weighing import EXTENT, IRRITATED, Method

Array = NDArray[np.float64]


def extents(sites: Sequence[Candidate], method: Method) -> Array:
    """How often each site takes each extent, or each of its forms: sites x motor x sensory, each site's sum is one."""
    each = {
        type_: joined(np.array(motor), np.array(sensory), IRRITATED[type_], method.in_step) for type_, (motor, sensory) in EXTENT.items()
    }
    size = len(method.rates.extents)
    return np.array([formed(site, size) if site.forms else each[site.type] for site in sites])


def formed(site: Candidate, size: int) -> Array:
    """How often a lesion has each of its forms, spread over a grid of this size as its rates are.

    Raises:
        ValueError: when there are more forms than the grid has cells.
    """
    if len(site.forms) > size * size:
        raise ValueError(f"{site.id} has {len(site.forms)} forms, more than {size * size}")
    which = spread(range(len(site.forms)), (size, size))
    often: Array = np.array([form.often for form, _ in site.forms])[which] / np.bincount(which.ravel())[which]
    return often


def joined(motor: Array, sensory: Array, irritated: float, in_step: float) -> Array:
    """How often motor and sensory extents go together: as far as `in_step` they do, else they are told apart by nothing.

    In the share `irritated` both are the least.
    """
    together = np.diag(np.minimum(motor, sensory))
    left = np.outer(motor - together.diagonal(), sensory - together.diagonal())
    stepped = together + (left / left.sum() * (1 - together.sum()) if left.sum() > 0 else 0.0)
    found: Array = (1 - in_step) * np.outer(motor, sensory) + in_step * stepped
    found *= 1 - irritated
    found[0, 0] += irritated
    return found
