"""Places of things one after the other, in as many rows as they take."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize


def flow(sizes: Sequence[QSize], width: int, gap: int) -> tuple[list[QRect], int]:
    """Return where things of these sizes stand in a column of `width`, and how high all are.

    All in pixels; `gap` lies between two, beside and below one another.
    """
    corner, below = QPoint(0, 0), 0
    places: list[QRect] = []
    for wanted in sizes:
        size = wanted.boundedTo(QSize(max(width, 1), wanted.height()))
        if corner.x() and corner.x() + size.width() > width:
            corner = QPoint(0, below + gap)
        places.append(QRect(corner, size))
        below = max(below, corner.y() + size.height())
        corner += QPoint(size.width() + gap, 0)
    return places, below
