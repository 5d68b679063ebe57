"""The changes of a concept as rows, the newest first."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from booth_app.termbase import Change
from booth_app.ui.booth.harmless import harmless
from booth_app.ui.editor.history_wording import lines, signed

Index = QModelIndex | QPersistentModelIndex

CHANGE: Final = Qt.ItemDataRole.UserRole
"""The role that answers with the `Change` itself."""


class HistoryModel(QAbstractListModel):
    """Answers with each change, and with all it says in one line for who listens."""

    def __init__(self) -> None:
        super().__init__()
        self._changes: list[Change] = []

    def show_changes(self, changes: Sequence[Change]) -> None:
        """Show `changes`, which come oldest first."""
        self.beginResetModel()
        self._changes = list(reversed(changes))
        self.endResetModel()

    def change(self, row: int) -> Change | None:
        """Return the change of a row, None where there is no such row."""
        return self._changes[row] if 0 <= row < len(self._changes) else None

    def rowCount(self, parent: Index | None = None) -> int:
        """Override QAbstractListModel.rowCount."""
        return 0 if parent is not None and parent.isValid() else len(self._changes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Override QAbstractListModel.data."""
        change = self.change(index.row()) if index.isValid() else None
        if change is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return harmless(_line(change))
        return change if role == CHANGE else None


def _line(change: Change) -> str:
    said = []
    for line in lines(change):
        was = f", was {line.before}" if line.before else ""
        said.append(f"{line.name}: {line.after or 'removed' if line.before else line.after}{was}")
    return f"{'; '.join(part.removesuffix(': ') for part in said)}. {signed(change)}"
