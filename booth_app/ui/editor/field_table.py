"""The table of values side by side, in which a side is chosen with the arrow keys."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from booth_app.languages import script
from booth_app.ui.booth.harmless import harmless
from booth_app.ui.booth.scroll_bar import make_thin
from booth_app.ui.editor.field_rows import FieldRow
from booth_app.ui.theme import Look

Index = QModelIndex | QPersistentModelIndex

_POINTS: Final = 11.5
_IS_CHOSEN: Final = Qt.ItemDataRole.UserRole
_CHOSEN: Final = "● "
"""Stands before the side that counts: weight and colour alone would not be seen by everybody."""
_NONE: Final = "–"
_BETWEEN: Final = 8
"""Pixels between two rows."""
_LONGEST: Final = 2_000
"""Characters of a value that are shown."""
_NAMES_SHARE: Final = 4
"""The column of names takes this part of the width."""


class FieldModel(QAbstractTableModel):
    """Rows of values. Column 0 names the value, the others are the sides."""

    chosen = Signal(int, int)
    """A row and the side that counts now."""

    def __init__(
        self, sides: Sequence[str], *, first_choice: int | None = None, result: str = ""
    ) -> None:
        """`sides` head the columns; `first_choice` is the first side that can be chosen, if any.

        `result` heads a last column, which shows what was chosen; empty: there is none.
        """
        super().__init__()
        self._sides = tuple(sides)
        self._first_choice = first_choice
        self._result = result
        self._rows: list[FieldRow] = []

    @property
    def sides(self) -> int:
        """How many sides there are."""
        return len(self._sides)

    def name_sides(self, *names: str) -> None:
        """Head the sides with these names from now on."""
        self._sides = names
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 1, len(names))

    @property
    def rows(self) -> list[FieldRow]:
        """The rows as they are now."""
        return list(self._rows)

    def show_rows(self, rows: Sequence[FieldRow]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def choose(self, row: int, side: int) -> None:
        """Let that side of the row count; nothing happens where it cannot be chosen."""
        if self._first_choice is None or not self._first_choice <= side < len(self._sides):
            return
        self._rows[row] = replace(self._rows[row], chosen=side)
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))
        self.chosen.emit(row, side)

    def rowCount(self, parent: Index | None = None) -> int:
        """Override QAbstractTableModel.rowCount."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Override QAbstractTableModel.columnCount."""
        columns = 1 + len(self._sides) + bool(self._result)
        return 0 if parent is not None and parent.isValid() else columns

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Override QAbstractTableModel.data."""
        if not index.isValid():
            return None
        row, side = self._rows[index.row()], index.column() - 1
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name if side < 0 else self._shown(row, side)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._line(row)
        return row.chosen == side if role == _IS_CHOSEN else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """Override QAbstractTableModel.headerData."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return ("", *self._sides, self._result)[section]

    def _shown(self, row: FieldRow, side: int) -> str:
        if side == len(self._sides):  # the result
            return "" if row.chosen is None else self._shown(replace(row, chosen=None), row.chosen)
        text = harmless(row.text(side)[:_LONGEST]) or _NONE
        return f"{_CHOSEN}{text}" if row.chosen == side else text

    def _line(self, row: FieldRow) -> str:
        sides = (
            f"{head}{' (chosen)' if row.chosen == at else ''}: {row.text(at)[:_LONGEST] or 'none'}"
            for at, head in enumerate(self._sides)
        )
        return f"{row.name}. {'; '.join(sides)}"


class TextDelegate(QStyledItemDelegate):
    """Sets Arabic from right to left, whatever stands around it, and what counts in bold."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Override QStyledItemDelegate.sizeHint: with room between the rows."""
        return super().sizeHint(option, index) + QSize(0, _BETWEEN)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate.initStyleOption."""
        super().initStyleOption(option, index)
        option.font.setBold(bool(index.data(_IS_CHOSEN)))
        option.displayAlignment = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading
        text = option.text.removeprefix(_CHOSEN)
        if index.column() > 0 and script(text) == "arabic":
            option.direction = Qt.LayoutDirection.RightToLeft


class FieldTable(QTableView):
    """Shows the rows; Left and Right choose a side of the current one, Up and Down go on."""

    confirmed = Signal(int)
    """Enter was pressed in this row."""

    def __init__(self, model: FieldModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = model
        self.setModel(model)
        self.setItemDelegate(TextDelegate(self))
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.clicked.connect(self._choose_clicked)
        model.modelReset.connect(self._begin)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self.setPalette(look.palette())
        self.setFont(look.font(_POINTS))
        self.horizontalHeader().setFont(look.font(_POINTS, bold=True))
        make_thin(self.verticalScrollBar(), look)
        self._fit()

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
        width, sides = self.viewport().width(), self._fields.columnCount() - 1
        names = width // max(_NAMES_SHARE, sides + 1)
        self.setColumnWidth(0, names)
        for side in range(sides):
            self.setColumnWidth(1 + side, (width - names) // max(sides, 1))
        self.resizeRowsToContents()
