"""The rows of a review as an item model that reads them page by page."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from booth_app.editing.reviews import ReviewRow, Row
from booth_app.terminology.fields import Field
from booth_app.ui.booth.harmless import harmless
from booth_app.ui.editor.field_rows import FieldRow, compared, conflicting, place
from booth_app.ui.editor.review_wording import row_lines
from booth_app.ui.editor.value_words import Called, by_id

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Sequence[int]], list[ReviewRow]]
"""Returns the rows at these positions."""

ROW: Final = Qt.ItemDataRole.UserRole
"""The role that answers with the `ReviewRow` itself."""

_PAGE: Final = 50
"""Rows that are read, and laid out, at once: two hundred would hold the window up for 50 ms."""
_MINE: Final = 1
_FILES: Final = 2
"""The sides that can be chosen, after the last common one."""


class ReviewRows(QAbstractListModel):
    """The rows at some positions of a review; the next page is read when it comes into view."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[ReviewRow] = []
        self._positions: Sequence[int] = ()
        self._fetch: Fetch | None = None

    @property
    def positions(self) -> tuple[int, ...]:
        """Where all the rows stand, read or not."""
        return tuple(self._positions)

    def show_rows(self, fetch: Fetch, positions: Sequence[int]) -> None:
        """Show the rows at these positions, which `fetch` reads."""
        self.beginResetModel()
        self._fetch, self._positions = fetch, positions
        self._rows = fetch(positions[:_PAGE]) if positions else []
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
        return not parent.isValid() and len(self._rows) < len(self._positions)

    def fetchMore(self, parent: Index) -> None:
        """Override QAbstractListModel.fetchMore: read the next page."""
        if self._fetch is None or not self.canFetchMore(parent):
            return
        there = len(self._rows)
        more = self._fetch(self._positions[there : there + _PAGE])
        if not more:  # they are gone
            self._positions = self._positions[:there]
            return
        self.beginInsertRows(QModelIndex(), there, there + len(more) - 1)
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


def values_of(seen: Row, called: Called = by_id) -> list[FieldRow]:
    """Return a row's values side by side, language by language: what is open before the rest.

    What was decided about the row is what is chosen. `called` names related concepts.
    """
    if seen.theirs is None:  # it is the same, or cannot be read
        return []
    after = seen.merged.concept if seen.merged is not None else seen.theirs
    rows = [
        FieldRow(row.field, row.name, (None, *row.sides), chosen=_FILES, called=called)
        for row in compared(seen.mine, after)
    ]
    if seen.mine is not None and seen.open_fields:
        rows = sorted([*conflicting(seen.open_fields, seen.mine, called), *rows], key=place)
    return [_as_decided(row, seen.row) for row in rows]


def _as_decided(row: FieldRow, of: ReviewRow) -> FieldRow:
    """Return a value with the side chosen that a person decided for; as it is, where none did."""
    if of.decision in ("mine", "theirs"):
        return replace(row, chosen=_MINE if of.decision == "mine" else _FILES)
    if of.decision == "chosen":
        for *field, value in json.loads(of.chosen or "[]"):
            said = tuple(value) if isinstance(value, list) else value
            if Field(*field) == row.field:
                sides = (at for at in (_MINE, _FILES) if row.sides[at] == said)
                return replace(row, chosen=next(sides, row.chosen))
    return row
