"""A short list in a panel: painted rows, as high as they are up to a limit."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy, QStyleOptionViewItem, QWidget

from booth_app.ui.booth.scroll_bar import make_thin
from booth_app.ui.editor.block_delegate import BlockDelegate, Fill, Index
from booth_app.ui.theme import Look

_HIGHEST: Final = 340
"""Pixels at 100 % above which it scrolls."""


class RowsView(QListView):
    """Shows a list model's rows; one is always the current one while there is any."""

    chosen = Signal(int)
    """The row in which Enter was pressed, or that was double-clicked."""
    moved = Signal(int)
    """The row that is the current one now; -1 where there is none."""

    def __init__(
        self, model: QAbstractItemModel, fill: Fill, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._acts: dict[int, Callable[[], None]] = {}
        self._rows = BlockDelegate(fill, look, self)
        self.setItemDelegate(self._rows)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.activated.connect(self._choose)
        model.modelReset.connect(self._renew)
        self.wear(look)
        self._renew()

    @property
    def row(self) -> int:
        """The current row, -1 where there is none."""
        return self.currentIndex().row()

    def go_to(self, row: int) -> None:
        """Make `row` the current one."""
        self.setCurrentIndex(self.model().index(row, 0))

    def add_key(self, key: Qt.Key, act: Callable[[], None]) -> None:
        """Have `key` by itself do `act` while the list has the keyboard."""
        self._acts[key] = act

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        self.setPalette(look.palette())
        self._rows.wear(look)
        make_thin(self.verticalScrollBar(), look)
        self._lay_out()

    def hasHeightForWidth(self) -> bool:
        """Override QWidget.hasHeightForWidth: always."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Override QWidget.heightForWidth: all its rows, up to the limit."""
        return min(self._whole(width), self._look.pixels(_HIGHEST))

    def sizeHint(self) -> QSize:
        """Override QListView.sizeHint."""
        width = self._look.pixels(280)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Override QListView.minimumSizeHint: it never widens a window."""
        return QSize(1, min(self.sizeHint().height(), self._look.pixels(60)))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Override QListView.currentChanged."""
        super().currentChanged(current, previous)
        self._lay_out()  # the current row may say more than others
        self.moved.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QListView.keyPressEvent: keys of its own come before Qt's search by letters."""
        act = None if event.modifiers() else self._acts.get(event.key())
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QListView.resizeEvent: rows are as high as the width asks for."""
        super().resizeEvent(event)
        if event.size() != event.oldSize():
            self._lay_out()

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())

    def _renew(self) -> None:
        if self.model().rowCount():
            self.go_to(0)
        self._lay_out()

    def _lay_out(self) -> None:
        """Measure the rows anew, and decide on the scroll bar before they are laid out.

        Qt would decide after it: rows measured without the bar are too low beside it.
        """
        self._rows.forget()
        policy = Qt.ScrollBarPolicy
        is_cut = self._whole(self.width()) > self.height()
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if is_cut else policy.ScrollBarAlwaysOff
        )
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def _whole(self, width: int) -> int:
        """Return the height of all rows in a list of that width."""
        option = QStyleOptionViewItem()
        option.rect.setWidth(width)
        indices = (self.model().index(row, 0) for row in range(self.model().rowCount()))
        return sum(self._rows.sizeHint(option, index).height() for index in indices)
