"""A short list in a panel: painted rows, as high as they are up to a limit."""

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyleOptionViewItem, QWidget

from booth_app.ui.editor.block_delegate import Fill, Index
from booth_app.ui.editor.block_list import BlockList
from booth_app.ui.theme import Look

_HIGHEST: Final = 340
"""Pixels at 100 % above which it scrolls."""


class RowsView(BlockList):
    """Shows a list model's rows; one is always the current one while there is any."""

    moved = Signal(int)
    """The row that is the current one now; -1 where there is none."""

    def __init__(
        self, model: QAbstractItemModel, fill: Fill, look: Look, parent: QWidget | None = None
    ) -> None:
        self._look = look
        self._limit: int | None = None
        super().__init__(model, fill, look, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        model.modelReset.connect(self._renew)
        self.wear(look)
        self._renew()

    def limit(self, pixels: int) -> None:
        """Scroll above this height, too: something below it is to stay in sight."""
        if pixels != self._limit:
            self._limit = pixels
            self._lay_out()

    def go_to(self, row: int) -> None:
        """Make `row` the current one."""
        self.setCurrentIndex(self.model().index(row, 0))

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        super().wear(look)
        self._look = look
        self._lay_out()

    def hasHeightForWidth(self) -> bool:
        """Override QWidget.hasHeightForWidth: always."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Override QWidget.heightForWidth: all its rows up to the limit, the current one whole."""
        highest = self._look.pixels(_HIGHEST)
        limit = highest if self._limit is None else min(highest, self._limit)
        return min(self._whole(width), max(limit, self._current_height(width)))

    def sizeHint(self) -> QSize:
        """Override BlockList.sizeHint."""
        width = self._look.pixels(280)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Override BlockList.minimumSizeHint: any width will do, the current row is whole."""
        width = self.width()
        least = max(self._look.pixels(60), self._current_height(width))
        return QSize(1, min(self._whole(width), least))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Override BlockList.currentChanged."""
        super().currentChanged(current, previous)
        self._lay_out()  # the current row may say more than others
        self.moved.emit(current.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override BlockList.resizeEvent: rows are as high as the width asks for."""
        super().resizeEvent(event)
        if event.size() != event.oldSize():
            self._lay_out()

    def _renew(self) -> None:
        if self.model().rowCount():
            self.go_to(0)
        self._lay_out()

    def _lay_out(self) -> None:
        """Measure the rows anew, and decide on the scroll bar before they are laid out.

        Qt would decide after it: rows measured without the bar are too low beside it.
        """
        self.blocks.forget()
        policy = Qt.ScrollBarPolicy
        is_cut = self._whole(self.width()) > self.height()
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if is_cut else policy.ScrollBarAlwaysOff
        )
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def _whole(self, width: int) -> int:
        """Return the height of all rows in a list of that width."""
        indices = (self.model().index(row, 0) for row in range(self.model().rowCount()))
        return sum(self._height_of(index, width) for index in indices)

    def _current_height(self, width: int) -> int:
        """Return the height of the current row beside the scroll bar."""
        beside = width - self.verticalScrollBar().sizeHint().width()
        return self._height_of(self.currentIndex(), beside)

    def _height_of(self, index: Index, width: int) -> int:
        """Return the height of a row in a list of that width."""
        option = QStyleOptionViewItem()
        option.rect.setWidth(width)
        return self.blocks.sizeHint(option, index).height() if index.isValid() else 0
