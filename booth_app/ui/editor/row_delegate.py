"""Paints the rows of lists and tables on the pages: with room, the current one as elsewhere."""

from math import ceil
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QColor, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from booth_app.ui.booth.paragraph import runs_both_ways
from booth_app.ui.theme import LIGHT, Look

Index = QModelIndex | QPersistentModelIndex

SIDE: Final = 10
ABOVE: Final = 6
"""Pixels at 100 %: left free beside and above what a row says."""
_BAR: Final = 3


class RowDelegate(QStyledItemDelegate):
    """Gives each row room and a line below it; the current one has another ground and a bar."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = Look(LIGHT)  # until it is dressed

    def wear(self, look: Look) -> None:
        """Take the look's colours."""
        self.look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Override QStyledItemDelegate.sizeHint: the text, broken to its room, and what is free."""
        inner = QStyleOptionViewItem(option)
        inner.rect = self._room(option.rect)
        hint = super().sizeHint(inner, index) + option.rect.size() - inner.rect.size()
        if option.features & QStyleOptionViewItem.ViewItemFeature.WrapText:
            hint.setHeight(max(hint.height(), self._height(inner, index)))
        return hint

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate.initStyleOption: the ground is painted here."""
        super().initStyleOption(option, index)
        states = QStyle.StateFlag
        option.state &= ~(states.State_Selected | states.State_HasFocus | states.State_MouseOver)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate.paint."""
        look, rect = self.look, QRect(option.rect)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, self._ground(is_current=is_current))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("line"))
        if is_current and index.column() == 0:
            has_focus = option.widget is not None and option.widget.hasFocus()
            bar = QRect(rect.left(), rect.top(), look.pixels(_BAR), rect.height())
            painter.fillRect(bar, look.color("focus" if has_focus else "dim"))
        inner = QStyleOptionViewItem(option)
        inner.rect = self._room(rect)
        super().paint(painter, inner, index)

    def _height(self, inner: QStyleOptionViewItem, index: Index) -> int:
        """Return how high a text of two scripts may be painted; 0 for any other.

        The style counts each line as it measured it, and may then paint all as high as the
        highest: what had no room by that was left out, a word at the end or a line.
        """
        self.initStyleOption(inner, index)
        if not runs_both_ways(inner.text):
            return 0
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        option.setTextDirection(inner.direction)
        layout = QTextLayout(inner.text, inner.font)
        layout.setTextOption(option)
        style = inner.widget.style() if inner.widget is not None else QApplication.style()
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
        heights = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(inner.rect.width() - 2 * margin)
            heights.append(line.height())
        layout.endLayout()
        return ceil(max(heights)) * len(heights) + 2 * self.look.pixels(ABOVE)

    def _ground(self, *, is_current: bool) -> QColor:
        if not is_current:
            return self.look.color("panel")
        is_dim = self.look.theme.name == "dim"  # where that is the ground of dark letters
        return self.look.color("line" if is_dim else "now_background")

    def _room(self, rect: QRect) -> QRect:
        side, above = self.look.pixels(SIDE), self.look.pixels(ABOVE)
        return rect.adjusted(side, above, -side, -above)
