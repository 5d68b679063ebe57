"""Addresses and names of files in a running text: what stands in one is no word of the text."""

import re
from typing import Final

import numpy as np
import numpy.typing as npt

from booth_app.lookup.reading import Phrases, Running

_ADDRESS: Final = re.compile(
    r"(?<!\S)\S*(?:://|\w@\w|\bwww\.|\.(?:pdf|docx?|xlsx?|pptx?|odt|csv|html?|jpe?g|png|zip)\b)\S*"
)
_SIGNS: Final = (
    *("://", "@", "www.", ".pdf", ".doc", ".xls", ".ppt", ".odt", ".csv", ".htm", ".jp", ".png"),
    ".zip",
)
"""Few texts have one of them."""


def outside(running: Running, found: Phrases) -> npt.NDArray[np.bool_]:
    """Tell of each stretch whether it is outside of every address and name of a file."""
    free = np.ones(len(found.terms), dtype=np.bool_)
    if any(sign in running.text for sign in _SIGNS):
        starts, ends = running.starts[found.firsts], running.ends[found.lasts]
        spans = np.array([m.span() for m in _ADDRESS.finditer(running.text)], np.int64)
        begun, ended = spans.reshape(-1, 2).T
        after = np.searchsorted(ended, starts, side="right")
        within = np.flatnonzero(after < len(ended))
        free[within] = ends[within] <= begun[after[within]]
    return free
