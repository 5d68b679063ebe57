"""The changes of a concept as rows, the newest first."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from booth_app.termbase import Change
from booth_app.ui.booth.harmless import harmless
from booth_app.ui.editor.history_wording import lines, signed
from booth_app.ui.editor.value_words import Called, by_id

Index = QModelIndex | QPersistentModelIndex

CHANGE: Final = Qt.ItemDataRole.UserRole
"""The role that answers with the `Change` itself."""
LINES: Final = CHANGE + 1
"""The role that answers with what it did, line by line."""
IS_HELD: Final = CHANGE + 2
"""The role that tells whether other states are compared with the one after it."""


class HistoryModel(QAbstractListModel):
    """Answers with each change, and with all it says in one line for who listens."""

    def __init__(self) -> None:
        super().__init__()
        self._changes: list[Change] = []
        self._called: Called = by_id
        self._held: Change | None = None

    @property
    def held(self) -> Change | None:
        """The change whose state others are compared with; None: they are compared with today's."""
        return self._held

    def show_changes(self, changes: Sequence[Change], called: Called = by_id) -> None:
        """Show `changes`, which come oldest first; `called` names related concepts."""
        self.beginResetModel()
        self._changes = list(reversed(changes))
        self._called = called
        held = self._held.seq if self._held else None
        self._held = next((each for each in self._changes if each.seq == held), None)
        self.endResetModel()

    def hold(self, change: Change | None) -> None:
        """Compare other states with the one after `change` from now on."""
        self._held = change
        if self._changes:
            self.dataChanged.emit(self.index(0), self.index(len(self._changes) - 1))

    def change(self, row: int) -> Change | None:
        """Return the change of a row, None where there is no such row."""
        return self._changes[row] if 0 <= row < len(self._changes) else None

    def row_of(self, change: Change | None) -> int:
        """Return the row of a change that was shown before, too; the first where it is gone."""
        seqs = [each.seq for each in self._changes]
        return seqs.index(change.seq) if change is not None and change.seq in seqs else 0

    def rowCount(self, parent: Index | None = None) -> int:
        """Override QAbstractListModel.rowCount."""
        return 0 if parent is not None and parent.isValid() else len(self._changes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Override QAbstractListModel.data."""
        change = self.change(index.row()) if index.isValid() else None
        if change is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            held = "Held to compare. " if change is self._held else ""
            return harmless(f"{held}{_line(change, self._called)}")
        if role == LINES:
            return lines(change, self._called)
        if role == IS_HELD:
            return change is self._held
        return change if role == CHANGE else None


def _line(change: Change, called: Called) -> str:
    said = []
    for line in lines(change, called):
        was = f", was {line.before}" if line.before else ""
        said.append(f"{line.name}: {line.after or 'removed' if line.before else line.after}{was}")
    return f"{'; '.join(part.removesuffix(': ') for part in said)}. {signed(change)}"
