"""The rows of a review as an item model that reads them page by page."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from booth_app.editing.reviews import ReviewRow
from booth_app.ui.booth.harmless import harmless
from booth_app.ui.editor.review_wording import row_lines

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[int, int], list[ReviewRow]]
"""Returns the next rows beyond a position, at most so many."""

ROW: Final = Qt.ItemDataRole.UserRole
"""The role that answers with the `ReviewRow` itself."""

_PAGE: Final = 200


class ReviewRows(QAbstractListModel):
    """The rows of one group; the next page is read when it comes into view."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[ReviewRow] = []
        self._fetch: Fetch | None = None
        self._total = 0

    @property
    def total(self) -> int:
        """How many rows the group has, read or not."""
        return self._total

    def show_rows(self, fetch: Fetch, total: int) -> None:
        """Show the rows that `fetch` reads, `total` in all."""
        self.beginResetModel()
        self._fetch, self._total = fetch, total
        self._rows = fetch(-1, _PAGE)
        self.endResetModel()

    def row_at(self, at: int) -> ReviewRow | None:
        """Return the row at a place, None where there is none."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def renew(self, at: int, row: ReviewRow) -> None:
        """Show a row as it is now."""
        self._rows[at] = row
        self.dataChanged.emit(self.index(at), self.index(at))

    def rowCount(self, parent: Index | None = None) -> int:
        """Override QAbstractListModel.rowCount."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        """Override QAbstractListModel.canFetchMore."""
        return not parent.isValid() and len(self._rows) < self._total

    def fetchMore(self, parent: Index) -> None:
        """Override QAbstractListModel.fetchMore: read the next page."""
        if self._fetch is None or parent.isValid():
            return
        more = self._fetch(self._rows[-1].position if self._rows else -1, _PAGE)
        if not more:
            self._total = len(self._rows)
            return
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(more) - 1)
        self._rows += more
        self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Override QAbstractListModel.data."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return harmless(". ".join(filter(None, row_lines(row))))
        return row if role == ROW else None
