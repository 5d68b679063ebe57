"""Groups, rows and values of a review: beside one another, or below where that is too narrow."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter

from booth_app.ui.editor.field_table import FieldTable
from booth_app.ui.editor.review_groups import ReviewGroups
from booth_app.ui.editor.review_list import ReviewList
from booth_app.ui.theme import Look

_SHARES: Final = (3, 5, 8)
"""The widths of groups, rows and values to each other."""
_HEIGHTS: Final = (90, 190, 230)
"""The heights of the three where they stand below one another, in pixels at 100 %."""
_LOWEST: Final = 220
"""The least height of the three side by side."""
_NARROW: Final = 560
"""Below this width they stand below one another."""


class ReviewPanes(QSplitter):
    """Places the three; never lower than what can be worked in."""

    def __init__(self, groups: ReviewGroups, rows: ReviewList, table: FieldTable) -> None:
        super().__init__()
        self._look: Look | None = None
        self._is_set_out = False
        self._parts = (groups, rows, table)
        for scrolled in (groups, table):
            scrolled.setFrameShape(QFrame.Shape.StyledPanel)
        for at, part in enumerate(self._parts):
            self.addWidget(part)
            part.setMinimumSize(1, 1)  # it never widens the window
            self.setStretchFactor(at, _SHARES[at])
            self.setCollapsible(at, False)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        for part in self._parts:
            part.wear(look)
        self.setHandleWidth(look.pixels(10))
        self._turn()

    def sizeHint(self) -> QSize:
        """Override QSplitter.sizeHint: as high as it must be, it grows by itself."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Override QSplitter.minimumSizeHint."""
        if self._look is None:
            return QSize(1, _LOWEST)
        is_beside = self.orientation() == Qt.Orientation.Horizontal
        return QSize(1, self._look.pixels(_LOWEST if is_beside else sum(_HEIGHTS)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QSplitter.resizeEvent: turn where the width asks for it."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._turn()

    def _turn(self) -> None:
        if self._look is None:
            return
        is_narrow = self.width() < self._look.pixels(_NARROW)
        wanted = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        if self._is_set_out and wanted == self.orientation():
            return  # the person may have moved what is between the three
        self._is_set_out = True
        self.setOrientation(wanted)
        self.setSizes([100 * share for share in (_HEIGHTS if is_narrow else _SHARES)])
        self.updateGeometry()
