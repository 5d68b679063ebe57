"""Paints the rows of a list as blocks of text, as the booth does."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from booth_app.ui.booth.block import Block
from booth_app.ui.booth.typesetter import Typesetter
from booth_app.ui.theme import Look

Index = QModelIndex | QPersistentModelIndex
Fill = Callable[[Block, Index], None]
"""Sets a row's text in an empty block."""

_SIDE: Final = 14
_ABOVE: Final = 7
_BAR: Final = 3
"""Pixels at 100 %: left free beside and above a row's text, and the width of the current's bar."""

_FRAME: Final = 2
_HAS_FOCUS: Final = QStyle.StateFlag.State_HasFocus

_REMEMBERED: Final = 400


class BlockDelegate(QStyledItemDelegate):
    """Sets each row with `fill`; the current one stands on another ground, with a bar beside it."""

    def __init__(self, fill: Fill, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fill = fill
        self._heights: dict[tuple[int, int], int] = {}
        self.wear(look)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        self._setter = Typesetter(look)
        self.forget()

    def forget(self) -> None:
        """Measure every row anew: what they say has changed."""
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Override QStyledItemDelegate.sizeHint: as high as its text at the view's width."""
        width = option.rect.width()
        key = (index.row(), width)
        height = self._heights.get(key)
        if height is None:
            if len(self._heights) >= _REMEMBERED:
                self._heights.clear()
            block = self._block(width, index, trial=True)
            height = self._heights[key] = round(block.height) + 2 * self._look.pixels(_ABOVE)
        return QSize(width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate.paint."""
        rect: QRect = option.rect
        painter.save()
        painter.setClipRect(rect)
        look = self._look
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.color("background"))  # text keeps its contrast there
            self._mark(painter, rect, has_focus=bool(option.state & _HAS_FOCUS))
        block = self._block(rect.width(), index)
        block.draw(painter, rect.left() + look.pixels(_SIDE), rect.top() + look.pixels(_ABOVE))
        if not option.state & _HAS_FOCUS:
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("line"))
        painter.restore()

    def _mark(self, painter: QPainter, rect: QRect, *, has_focus: bool) -> None:
        """Mark the current row: a bar, and a frame around it while the keyboard is in the list."""
        color = self._look.color("focus" if has_focus else "dim")
        bar = QRect(rect.left(), rect.top(), self._look.pixels(_BAR), rect.height())
        painter.fillRect(bar, color)
        if has_focus:
            painter.setPen(QPen(color, _FRAME))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _block(self, width: int, index: Index, *, trial: bool = False) -> Block:
        block = Block(self._setter, max(1, width - 2 * self._look.pixels(_SIDE)), trial=trial)
        self._fill(block, index)
        return block
