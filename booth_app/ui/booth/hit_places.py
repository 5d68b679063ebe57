"""Where hits stand: a matter of the list's size and the type scale alone, so that none moves."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF

from booth_app.ui.theme import Look

PLACES: Final = 5
"""The answer and four more; further hits wait for a longer query."""

_ANSWER_HEIGHT: Final = 372
"""Pixels at 100 % that an answer of four lines takes with its trap and three languages."""

_LEAST_ANSWER_HEIGHT: Final = 288
_HIT_HEIGHT: Final = 148
_LOW_HIT_HEIGHT: Final = 80
_GAP: Final = 28
_TWO_COLUMNS: Final = 560
"""Pixels at 100 % from which hits stand in two columns."""


class Places(NamedTuple):
    """Where hits stand: a matter of the widget's size and the type scale alone."""

    answer: QRectF
    hits: tuple[QRectF, ...]

    @property
    def beside(self) -> tuple[QRectF, ...]:
        """The places that a number takes beside hits: a column, or all but the first."""
        column = tuple(place for place in self.hits if place.left() > 0)
        return column or self.hits[1:] or self.hits


def places(width: float, height: float, look: Look) -> Places:
    """Return the answer's place and, below it, those of up to four more, as many as fit."""
    columns = 2 if width >= look.pixels(_TWO_COLUMNS) else 1
    gap = look.pixels(_GAP)
    hit_height = look.pixels(_HIT_HEIGHT if columns == 2 else _LOW_HIT_HEIGHT)
    room = height - look.pixels(_LEAST_ANSWER_HEIGHT)
    rows = max(0, min((PLACES - 1) // columns, int(room // (hit_height + gap / 2))))
    hits_height = rows * hit_height + rows * gap / 2
    answer = QRectF(0, 0, width, min(height - hits_height, look.pixels(_ANSWER_HEIGHT)))
    hit_width = (width - (columns - 1) * gap) / columns
    hits = (
        QRectF(
            column * (hit_width + gap),
            answer.bottom() + gap / 2 + row * (hit_height + gap / 2),
            hit_width,
            hit_height,
        )
        for row in range(rows)
        for column in range(columns)
    )
    return Places(answer, tuple(hits))


def joined(parts: Sequence[QRectF]) -> QRectF:
    """Return the box around all `parts`."""
    box = QRectF(parts[0])
    for part in parts[1:]:
        box = box.united(part)
    return box
