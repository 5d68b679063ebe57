"""The table of values side by side, in which a side is chosen with the arrow keys."""

from typing import Final

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from booth_app.ui.booth.scroll_bar import make_thin
from booth_app.ui.editor.field_delegate import FieldDelegate
from booth_app.ui.editor.field_model import FieldModel
from booth_app.ui.editor.row_delegate import ABOVE, SIDE
from booth_app.ui.theme import LIGHT, Look

_POINTS: Final = 11.5
_HEAD: Final = 10.0
_HEAD_FLAGS: Final = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
_BESIDE: Final = 8
"""Pixels that the style leaves beside a text, on both sides together."""
_HIGHEST_HEAD: Final = 3
"""Lines of a column's heading that are shown."""


class FieldTable(QTableView):
    """Shows the rows; Left and Right choose a side of the current one, Up and Down go on."""

    confirmed = Signal(int)
    """Enter was pressed in this row."""

    def __init__(self, model: FieldModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = model
        self._look = Look(LIGHT)  # until it is dressed
        self._values = FieldDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._values)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap)
        )
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideNone)
        self.clicked.connect(self._choose_clicked)
        model.modelReset.connect(self._begin)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        self._values.wear(look)
        self.setPalette(look.palette())
        self.setFont(look.font(_POINTS))
        header, side, above = self.horizontalHeader(), look.pixels(SIDE), look.pixels(ABOVE)
        header.setFont(look.font(_HEAD, bold=True))
        header.setStyleSheet(
            f"QHeaderView::section {{ background: {look.theme.background}; border: 0;"
            f" color: {look.theme.dim}; padding: {above}px {side}px; }}"
            f"QHeaderView {{ background: {look.theme.background}; }}"
        )
        make_thin(self.verticalScrollBar(), look)
        self._fit()

    def go_to_open(self) -> bool:
        """Go to the first value of which no side counts yet; tell whether there is one."""
        rows = enumerate(self._fields.rows)
        at = next((at for at, row in rows if row.chosen is None), None)
        if at is None:
            return False
        self.setCurrentIndex(self._fields.index(at, 0))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def sizeHint(self) -> QSize:
        """Override QTableView.sizeHint."""
        return QSize(600, 300)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QTableView.keyPressEvent: choose a side, or confirm."""
        row = self.currentIndex().row()
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if row < 0 or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif step is not None:
            self._step(row, step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirmed.emit(row)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QTableView.resizeEvent: the columns share the width."""
        super().resizeEvent(event)
        self._fit()

    def _step(self, row: int, step: int) -> None:
        """Choose the next side; from none, Left is the first one and Right the last."""
        last = self._fields.sides - 1
        chosen = self._fields.rows[row].chosen
        if chosen is None:
            self._choose(row, last if step > 0 else max(last - 1, 0))
        else:
            self._choose(row, chosen + step)

    def _choose_clicked(self, index: QModelIndex) -> None:
        self._choose(index.row(), index.column() - 1)

    def _choose(self, row: int, side: int) -> None:
        self._fields.choose(row, side)
        self.resizeRowToContents(row)

    def _begin(self) -> None:
        self._fit()  # a view always has a current row: else Tab finds nothing to say
        if self._fields.rowCount():
            self.setCurrentIndex(self._fields.index(0, 0))

    def _fit(self) -> None:
        """Share the width out: what names the values has what it needs, the sides the rest."""
        self._leave_out_the_empty()
        shown = [at for at in range(self._fields.columnCount()) if not self.isColumnHidden(at)]
        width = self.viewport().width()
        names = self._names_width(width // (len(shown) + 1), width // 2)
        self.setColumnWidth(0, names)
        for at in shown[1:]:
            self.setColumnWidth(at, (width - names) // (len(shown) - 1))
        self._fit_heads(shown)
        self.resizeRowsToContents()

    def _leave_out_the_empty(self) -> None:
        """Show no side that cannot be chosen and of which nothing is known."""
        for side in range(self._fields.first_choice or 0):
            is_empty = self._fields.rowCount() > 0 and self._fields.is_empty(side)
            self.setColumnHidden(1 + side, is_empty)

    def _names_width(self, share: int, most: int) -> int:
        """Return the width of the names on one line, or broken in `share`, but between words."""
        metrics, free = self.fontMetrics(), 2 * self._look.pixels(SIDE) + _BESIDE
        names = [row.name for row in self._fields.rows]
        words = (word for name in names for word in name.split())
        whole, word = (
            max(map(metrics.horizontalAdvance, each), default=0) + free for each in (names, words)
        )
        return min(whole, max(share, word), most)

    def _fit_heads(self, shown: list[int]) -> None:
        """Let the headings be as high as the longest of them, up to some lines."""
        header, free = self.horizontalHeader(), 2 * self._look.pixels(ABOVE)
        metrics = header.fontMetrics()
        rooms = (
            (QRect(0, 0, self.columnWidth(at) - 2 * self._look.pixels(SIDE), 1_000), at)
            for at in shown
        )
        heights = [
            metrics.boundingRect(room, _HEAD_FLAGS, self._fields.heading(at)).height()
            for room, at in rooms
        ]
        most = _HIGHEST_HEAD * metrics.lineSpacing()
        header.setFixedHeight(min(max(heights, default=0), most) + free)
