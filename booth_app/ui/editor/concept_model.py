"""The concepts of the editor's list: read a page at a time, when a row is to be painted."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from typing import Any, Final, Protocol

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from booth_app.editing.survey import Numbers
from booth_app.languages import LANGUAGES, Lang
from booth_app.terminology.concept import Concept
from booth_app.ui.editor.concept_row import Row, row_of

Index = QModelIndex | QPersistentModelIndex
Read = Callable[[Sequence[str]], Mapping[str, Concept]]
"""Returns the concepts of these ids, those that are there."""

_PAGE: Final = 32
"""Rows read at once: a screen of them, in 3 ms."""
_KEPT: Final = 1_024
"""Rows that are kept; a screen shows some fifteen."""


class Known(Protocol):
    """What the model asks of a survey."""

    def id(self, number: int) -> str:
        """Return the id of concept `number`."""

    def problems(self, number: int) -> int:
        """Return how many problems concept `number` has."""


class ConceptRole(IntEnum):
    """What the model knows beside the line that is read out."""

    ROW = Qt.ItemDataRole.UserRole


class ConceptModel(QAbstractListModel):
    """Answers with the rows of concepts that are given by number, as far as they are looked at."""

    def __init__(self, read: Read, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._known: Known | None = None
        self._numbers: Numbers = np.empty(0, dtype=np.int32)
        self._languages: tuple[Lang, ...] = LANGUAGES
        self._rows: OrderedDict[str, Row] = OrderedDict()

    def speak(self, languages: Sequence[Lang]) -> None:
        """Print these languages, the first first."""
        self._languages = tuple(languages)
        self._forget(())

    def show_numbers(self, known: Known | None, numbers: Numbers) -> None:
        """Show these concepts of `known`; rows that stay where they are keep their place."""
        if known is not self._known or not len(numbers) or not len(self._numbers):
            self.beginResetModel()
            self._known, self._numbers = known, numbers
            self._rows.clear()
            self.endResetModel()
            return
        first, old_end, new_end = _difference(self._numbers, numbers)
        if old_end > first:
            self.beginRemoveRows(QModelIndex(), first, old_end - 1)
            self._numbers = np.delete(self._numbers, slice(first, old_end))
            self.endRemoveRows()
        if new_end > first:
            self.beginInsertRows(QModelIndex(), first, new_end - 1)
            self._numbers = numbers
            self.endInsertRows()
        self._numbers = numbers

    def renew(self, ids: Sequence[str]) -> None:
        """Read these concepts anew: they have changed."""
        self._forget(ids)

    def id(self, row: int) -> str:
        """Return the id of a row's concept, empty where there is no such row."""
        if self._known is None or not 0 <= row < len(self._numbers):
            return ""
        return self._known.id(self._numbers.item(row))

    def position(self, number: int | None) -> int | None:
        """Return the row of concept `number`; None where it is not shown."""
        if number is None:
            return None
        found = np.flatnonzero(self._numbers == number)
        return int(found[0]) if len(found) else None

    @property
    def numbers(self) -> Numbers:
        """The concepts that are shown, in their order."""
        return self._numbers

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Override QAbstractListModel.rowCount."""
        return 0 if parent.isValid() else len(self._numbers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Override QAbstractListModel.data: the row as one line, or as a value."""
        wanted = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            ConceptRole.ROW,
        )
        if not index.isValid() or index.row() >= len(self._numbers) or role not in wanted:
            return None
        row = self._row(index.row())
        if row is None or role == ConceptRole.ROW:
            return row
        return row.line

    def _row(self, at: int) -> Row | None:
        id_ = self.id(at)
        if id_ not in self._rows:
            self._read_page(at)
        row = self._rows.get(id_)
        if row is not None:
            self._rows.move_to_end(id_)
        return row

    def _read_page(self, at: int) -> None:
        """Read the rows around `at` that are not kept."""
        assert self._known is not None
        start = at // _PAGE * _PAGE
        numbers = self._numbers[start : start + _PAGE].tolist()
        ids = {self._known.id(number): number for number in numbers}
        missing = [id_ for id_ in ids if id_ not in self._rows]
        for id_, concept in self._read(missing).items():
            problems = self._known.problems(ids[id_])
            self._rows[id_] = row_of(concept, self._languages, problems)
        while len(self._rows) > _KEPT:
            self._rows.popitem(last=False)

    def _forget(self, ids: Sequence[str]) -> None:
        """Forget the rows of these concepts, all where none is named, and have them painted."""
        if ids:
            for id_ in ids:
                self._rows.pop(id_, None)
        else:
            self._rows.clear()
        if len(self._numbers):
            self.dataChanged.emit(self.index(0), self.index(len(self._numbers) - 1))


def _difference(ours: Numbers, theirs: Numbers) -> tuple[int, int, int]:
    """Return where two lists begin to differ, and where each ends to: all else is the same."""
    shorter = min(len(ours), len(theirs))
    apart = np.flatnonzero(ours[:shorter] != theirs[:shorter])
    first = int(apart[0]) if len(apart) else shorter
    rest = shorter - first
    if not rest:
        return first, len(ours), len(theirs)
    behind = np.flatnonzero(ours[::-1][:rest] != theirs[::-1][:rest])
    same = int(behind[0]) if len(behind) else rest
    return first, len(ours) - same, len(theirs) - same
