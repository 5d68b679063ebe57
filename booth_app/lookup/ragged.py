"""Rows of unequal length, one after another in one array."""

import numpy as np
import numpy.typing as npt

Places = npt.NDArray[np.int64]


def ragged(counts: npt.NDArray[np.integer]) -> tuple[Places, Places]:
    """Return, for rows of so many items, the row of each item and its place in it."""
    rows = np.repeat(np.arange(len(counts)), counts)
    starts = np.cumsum(counts) - counts
    return rows, np.arange(len(rows)) - starts[rows]
