"""The values side by side as rows, of which a side can be chosen."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from booth_app.ui.booth.harmless import harmless
from booth_app.ui.editor.field_rows import FieldRow

Index = QModelIndex | QPersistentModelIndex

IS_CHOSEN: Final = Qt.ItemDataRole.UserRole
"""The role that tells whether a cell is of the side that counts."""
CHOSEN: Final = "● "
"""Stands before the side that counts: weight and colour alone would not be seen by everybody."""
_NONE: Final = "–"
_LONGEST: Final = 2_000
"""Characters of a value that are shown."""


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

    def is_empty(self, side: int) -> bool:
        """Tell whether no row has a value on that side, be it chosen or not."""
        return not any(row.text(side) for row in self._rows)

    def name_sides(self, *names: str) -> None:
        """Head the sides with these names from now on."""
        self._sides = names
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 1, len(names))

    @property
    def first_choice(self) -> int | None:
        """The first side that can be chosen; None where none can."""
        return self._first_choice

    @property
    def rows(self) -> list[FieldRow]:
        """The rows as they are now."""
        return list(self._rows)

    def heading(self, column: int) -> str:
        """Return what stands over a column; nothing does over the names."""
        return ("", *self._sides, self._result)[column]

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
        return row.chosen == side if role == IS_CHOSEN else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """Override QAbstractTableModel.headerData."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.heading(section)

    def _shown(self, row: FieldRow, side: int) -> str:
        if side == len(self._sides):  # the result
            return "" if row.chosen is None else self._shown(replace(row, chosen=None), row.chosen)
        text = harmless(row.text(side)[:_LONGEST]) or _NONE
        return f"{CHOSEN}{text}" if row.chosen == side else text

    def _line(self, row: FieldRow) -> str:
        sides = (
            f"{head}{' (chosen)' if row.chosen == at else ''}: {row.text(at)[:_LONGEST] or 'none'}"
            for at, head in enumerate(self._sides)
        )
        return f"{row.name}. {'; '.join(sides)}"
