"""The list of a review's rows, and the field that leaves only those which say something."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from booth_app.editing.reviews import ReviewRow
from booth_app.ui.booth.block import Block
from booth_app.ui.booth.harmless import harmless, isolated
from booth_app.ui.booth.paragraph import Run
from booth_app.ui.booth.plain_label import plain_label
from booth_app.ui.editor.block_delegate import Index
from booth_app.ui.editor.block_list import BlockList
from booth_app.ui.editor.edges import edged
from booth_app.ui.editor.review_rows import ROW, Fetch, ReviewRows
from booth_app.ui.editor.review_wording import row_lines
from booth_app.ui.theme import Look

_TEXT: Final = 11.0
_SMALL: Final = 9.5


class ReviewList(QWidget):
    """Lists rows under the field; one is always the current one while there is any."""

    row_chosen = Signal(object)
    """The `ReviewRow` that is the current one now; None where there is none."""
    sought = Signal(str)
    """What the rows that are to be listed say; empty: all are."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ReviewRows()
        self.view = BlockList(self.rows, _fill, look)
        self.view.setAccessibleName(self.tr("Rows"))
        self.view.setFrameShape(QFrame.Shape.StyledPanel)
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Only rows that say"))
        self.field.setClearButtonEnabled(True)
        self._label = plain_label(self.tr("&Only rows that say"))
        self._label.setBuddy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._label, self.field, self.view):
            column.addWidget(widget)
        self.field.textChanged.connect(lambda text: self.sought.emit(text.strip()))
        self.field.returnPressed.connect(self.focus_rows)
        selection = self.view.selectionModel()
        selection.currentChanged.connect(lambda *_: self.row_chosen.emit(self.current))

    @property
    def current(self) -> ReviewRow | None:
        """The row that is meant; None where there is none."""
        return self.rows.row_at(self.view.currentIndex().row())

    @property
    def text(self) -> str:
        """What the listed rows say; empty: all are listed."""
        return self.field.text().strip()

    def show_rows(self, fetch: Fetch, positions: Sequence[int]) -> None:
        """List the rows at these positions, the first of them the current one."""
        self.view.blocks.forget()
        self.rows.show_rows(fetch, positions)
        self.view.setCurrentIndex(self.rows.index(0))
        if not positions:
            self.row_chosen.emit(None)

    def clear_field(self) -> None:
        """List all rows from now on, without anybody hearing of it."""
        blocked = self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(blocked)

    def go_on(self, renewed: ReviewRow) -> bool:
        """Show the current row as it is now, then go to the next one; tell whether there is one."""
        at = self.view.currentIndex().row()
        self.view.blocks.forget()
        self.rows.renew(at, renewed)
        following = self.rows.index(at + 1)
        if following.isValid():
            self.view.setCurrentIndex(following)
        return following.isValid()

    def focus_rows(self) -> None:
        """Let the keyboard be in the list."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        for widget in (self._label, self.field):
            widget.setFont(look.font(_TEXT))
        self.field.setPalette(edged(look))
        self.view.wear(look)
        self.view.doItemsLayout()


def _fill(block: Block, index: Index) -> None:
    row: ReviewRow | None = index.data(ROW)
    if row is None:
        return
    called, told = row_lines(row)
    block.set([Run(isolated(called), _TEXT, "text", bold=not row.decision)])
    if told:
        block.set([Run(harmless(told), _SMALL, "ok" if row.decision else "dim")])
