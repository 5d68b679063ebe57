"""Concepts like the one that is being typed, as rows."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from booth_app.editing.similar import Similar
from booth_app.ui.booth.harmless import harmless

Index = QModelIndex | QPersistentModelIndex

SIMILAR: Final = Qt.ItemDataRole.UserRole
"""The role that answers with the `Similar` itself."""


class SimilarModel(QAbstractListModel):
    """Answers with each concept, and with all there is to say of it in one line."""

    def __init__(self) -> None:
        super().__init__()
        self._found: list[Similar] = []

    def show_found(self, found: Sequence[Similar]) -> None:
        """Show `found` in its order."""
        self.beginResetModel()
        self._found = list(found)
        self.endResetModel()

    def similar(self, row: int) -> Similar | None:
        """Return the concept of a row, None where there is no such row."""
        return self._found[row] if 0 <= row < len(self._found) else None

    def rowCount(self, parent: Index | None = None) -> int:
        """Override QAbstractListModel.rowCount."""
        return 0 if parent is not None and parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Override QAbstractListModel.data."""
        found = self.similar(index.row()) if index.isValid() else None
        if found is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            said = (found.term, found.why, found.differs, found.concept.glossary)
            return harmless(", ".join(part for part in said if part))
        return found if role == SIMILAR else None
