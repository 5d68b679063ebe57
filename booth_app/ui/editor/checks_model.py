"""The problems of a concept as rows."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from booth_app.terminology.document import Where
from booth_app.ui.booth.harmless import unisolated
from booth_app.ui.editor.checks_wording import CheckLine

Index = QModelIndex | QPersistentModelIndex

LINE: Final = Qt.ItemDataRole.UserRole
"""The role that answers with the `CheckLine` itself."""


class ChecksModel(QAbstractListModel):
    """Answers with each problem, and with all it says in one line for who listens."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[CheckLine] = []

    def show_lines(self, lines: Sequence[CheckLine]) -> None:
        """Show `lines` in their order."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def line(self, row: int) -> CheckLine | None:
        """Return the line of a row, None where there is no such row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, line: CheckLine) -> int:
        """Return the row that says the same of the same place of the concept, else -1."""
        wanted = _identity(line)
        return next((n for n, each in enumerate(self._lines) if _identity(each) == wanted), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Override QAbstractListModel.rowCount."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Override QAbstractListModel.data."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return unisolated(line.line)
        return line if role == LINE else None


def _identity(line: CheckLine) -> tuple[str, str, Where]:
    return line.problem.concept, line.problem.check, line.problem.where
