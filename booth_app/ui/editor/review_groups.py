"""The groups that a review's rows fall into, with how many there are and how many are decided."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget

from booth_app.editing.reviews import ALL, WAITING, Decision, ReviewRow, Verdict, Which
from booth_app.ui.booth.scroll_bar import make_thin
from booth_app.ui.editor.review_wording import group_line, grouped
from booth_app.ui.editor.row_delegate import RowDelegate
from booth_app.ui.theme import Look

Counts = Mapping[tuple[Verdict, str, Decision], int]

_TEXT: Final = 11.0
_FIRST: Final = -1


class ReviewGroups(QListWidget):
    """Lists the groups, what waits for a person first.

    The rows are counted once; a decision about one of them is counted along here.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Groups of rows"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows = RowDelegate(self)
        self.setItemDelegate(self._rows)
        self._counts: dict[tuple[Verdict, str, Decision], int] = {}
        self._groups: list[tuple[str, str | None]] = []

    @property
    def which(self) -> Which:
        """The rows of the current group."""
        at = self.currentRow()
        if not 0 <= at < len(self._groups):
            return ALL
        verdict, kind = self._groups[at]
        return Which(verdict=verdict, kind=kind)  # type: ignore[arg-type]

    @property
    def waiting(self) -> int:
        """How many rows wait for a person."""
        return sum(
            count
            for (verdict, _, decision), count in self._counts.items()
            if verdict in WAITING and not decision
        )

    @property
    def asked(self) -> int:
        """How many rows wait for a colleague."""
        return sum(count for (*_, decision), count in self._counts.items() if decision == "parked")

    def show_counts(self, counts: Counts, *, keep: bool) -> None:
        """Show these counts; the current group stays it, or the first that waits becomes it."""
        self._counts = dict(counts)
        self._show(self.currentRow() if keep else _FIRST)

    def count_along(self, row: ReviewRow, decision: Decision) -> None:
        """Show the counts as they are after `row` was decided about."""
        before, after = (row.verdict, row.kind, row.decision), (row.verdict, row.kind, decision)
        self._counts[before] -= 1
        self._counts[after] = self._counts.get(after, 0) + 1
        self._show(self.currentRow())

    def go_to_waiting(self) -> bool:
        """Go to the first group in which a row waits; tell whether that is another one."""
        waits = (at for at, group in enumerate(self._groups) if self._waits(*group))
        at = next(waits, self.currentRow())
        if at == self.currentRow() or self._waits(*self._groups[self.currentRow()]):
            return False
        self.setCurrentRow(at)
        return True

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._rows.wear(look)
        self.setPalette(look.palette())
        self.setFont(look.font(_TEXT))
        make_thin(self.verticalScrollBar(), look)

    def _waits(self, verdict: str, kind: str | None) -> bool:
        return verdict in WAITING and any(
            count and not decision
            for (of, of_kind, decision), count in self._counts.items()
            if of == verdict and kind in (None, of_kind)
        )

    def _show(self, at: int) -> None:
        """List the groups; nobody hears of a current row that is the same as before."""
        found = grouped({key: count for key, count in self._counts.items() if count})
        self._groups = [group for group, *_ in found]
        blocked = self.blockSignals(True)
        self.clear()
        self.addItems([group_line(*one) for one in found])
        if at == _FIRST:
            at = next((row for row, one in enumerate(self._groups) if self._waits(*one)), 0)
        self.setCurrentRow(min(at, len(found) - 1))
        self.blockSignals(blocked)
