"""Nerveline's library: how the lumbar and sacral nerve roots serve the leg, with sources. Knows no screen.

Imports point one way: `ui` -> `picture`, `export` -> `describe`, `show` -> `ledger`, `grade`, `evidence` -> `supply`,
`lesion` -> `claims`, `atlas` -> `tree`, `naming`, `content` -> `measured`, `told`, `structures`, `model`.
`streamlit` is imported in `app.py` and `anatomy/ui/` only,
and files of knowledge are opened in `content.py` only; a test holds both.
"""

from anatomy.atlas import Atlas, load
from anatomy.describe import describe
from anatomy.faults import ContentError, Fault
from anatomy.naming import UnknownName
from anatomy.show import cards
from anatomy.supply import Supply

__all__ = ["Atlas", "ContentError", "Fault", "Supply", "UnknownName", "cards", "describe", "load"]
