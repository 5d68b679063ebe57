"""What is asked of a review beside the window, and comes back to its page."""

from collections.abc import Sequence
from typing import NamedTuple

from booth_app.editing.reviews import Which
from booth_app.ui.editor.review_groups import Counts


class Listed(NamedTuple):
    """Where the rows stand that were asked for."""

    review: str
    which: Which
    text: str
    positions: Sequence[int]


class Counted(NamedTuple):
    """How many rows of each kind a review has; `keep`: the current group stays it."""

    review: str
    counts: Counts
    keep: bool
