"""The review of a file: its rows in groups, each held against what is stored, decided by key."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from booth_app.editing.reviews import WAITING, Review, ReviewRow, Reviews, Row, Which
from booth_app.terminology.fields import Field, Value
from booth_app.ui.booth.block import Block
from booth_app.ui.booth.harmless import harmless, isolated
from booth_app.ui.booth.paragraph import Run
from booth_app.ui.booth.scroll_bar import make_thin
from booth_app.ui.editor.block_delegate import BlockDelegate, Index
from booth_app.ui.editor.field_rows import FieldRow, chosen_values, compared, conflicting
from booth_app.ui.editor.field_table import FieldModel, FieldTable
from booth_app.ui.editor.review_rows import ROW, ReviewRows
from booth_app.ui.editor.review_wording import group_line, grouped, row_lines
from booth_app.ui.theme import Look

_HEADING: Final = 15.0
_TEXT: Final = 11.0
_SMALL: Final = 9.5
_MARGIN: Final = 18
_SHARES: Final = (3, 5, 8)
_WIDTH: Final = 85
"""The widths of groups, rows and values to each other, and a share in pixels to begin with."""
_AT_ONCE: Final = 500
"""Rows that are decided about without anybody noticing: some 25 ms."""
_DECISIONS: Final = {
    "theirs": "&Take the file’s",
    "mine": "&Keep it as it is",
    "new": "A &new concept",
    "chosen": "Keep what is c&hosen",
    "": "&Undecided",
}


class ReviewPage(QWidget):
    """Shows one review. Decisions are stored at once; what is applied, the window does."""

    apply_wanted = Signal(object)
    """The `Review` whose decided rows are to be stored."""
    parked_wanted = Signal(object)
    """The `Review` whose questions a colleague is to get as a workbook."""
    group_meant = Signal(object, object)
    """The `Review` and a callable that decides about so many of its rows that it takes a while."""
    answers_wanted = Signal(object)
    """The `Review` whose questions came back, answered."""
    closed = Signal()

    def __init__(self, look: Look, reviews: Reviews, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Review of a file"))
        self._reviews = reviews
        self._review: Review | None = None
        self._groups: list[tuple[str, str | None]] = []
        self._seen: Row | None = None
        self._heading, self._how = QLabel(), QLabel()
        for label in (self._heading, self._how):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._group_list = QListWidget()
        self._group_list.setAccessibleName(self.tr("Groups of rows"))
        self._rows = ReviewRows()
        self._row_list = QListView()
        self._row_list.setModel(self._rows)
        self._row_list.setAccessibleName(self.tr("Rows"))
        self._row_list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._delegate = BlockDelegate(_fill, look, self)
        self._row_list.setItemDelegate(self._delegate)
        self._fields = FieldModel(("Last common", "Mine", "The file’s"), first_choice=1)
        self.table = FieldTable(self._fields, self.tr("Values of the row"))
        self._whole = QCheckBox(self.tr("for the whole &group"))
        self._question = QLineEdit()
        self._question.setPlaceholderText(self.tr("A question for a colleague; Enter parks"))
        self._question.setAccessibleName(self.tr("Question for a colleague"))
        self.buttons = {name: QPushButton(words) for name, words in _DECISIONS.items()}
        self._apply = QPushButton(self.tr("&Apply what is decided"))
        self._send = QPushButton(self.tr("&Questions as a workbook…"))
        self._receive = QPushButton(self.tr("Ans&wers from a workbook…"))
        self._close = QPushButton(self.tr("C&lose, go on later"))
        self._set_out()
        self._connect()
        self.wear(look)

    def show_review(self, review: Review) -> None:
        """Show `review`, at the first group that waits for a person."""
        self._review = review
        self._heading.setText(harmless(f"{review.file} into {review.glossary}"))
        self._show_groups(keep=False)
        self._group_list.setFocus(Qt.FocusReason.OtherFocusReason)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self.setPalette(look.palette())
        self.setAutoFillBackground(True)
        self._heading.setFont(look.font(_HEADING, bold=True))
        ending = (self._apply, self._send, self._receive, self._close)
        controls = (*ending, *self.buttons.values())
        for widget in (self._how, self._group_list, self._whole, self._question, *controls):
            widget.setFont(look.font(_TEXT))
        self._delegate.wear(look)
        self.table.wear(look)
        for scrolled in (self._group_list, self._row_list):
            make_thin(scrolled.verticalScrollBar(), look)
        margin = look.pixels(_MARGIN)
        self._column.setContentsMargins(margin, margin, margin, margin)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget.keyPressEvent: Esc closes; the review stays."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _set_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._how)
        parts = QSplitter()
        for part, share in zip(
            (self._group_list, self._row_list, self.table), _SHARES, strict=True
        ):
            part.setFrameShape(QFrame.Shape.StyledPanel)
            parts.addWidget(part)
            parts.setStretchFactor(parts.count() - 1, share)
        parts.setSizes([_WIDTH * share for share in _SHARES])
        self._column.addWidget(parts, 1)
        deciding, ending = QHBoxLayout(), QHBoxLayout()
        for widget in (*self.buttons.values(), self._whole):
            deciding.addWidget(widget)
        deciding.addWidget(self._question, 1)
        ending.addStretch(1)
        for button in (self._apply, self._send, self._receive, self._close):
            ending.addWidget(button)
        self._column.addLayout(deciding)
        self._column.addLayout(ending)

    def _connect(self) -> None:
        self._group_list.currentRowChanged.connect(self._show_group)
        self._row_list.selectionModel().currentChanged.connect(self._show_row)
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _=False, n=name: self._decide(n))
        self._question.returnPressed.connect(self._park)
        self.table.confirmed.connect(lambda _row: self._decide("chosen"))
        self._apply.clicked.connect(lambda: self.apply_wanted.emit(self._review))
        self._send.clicked.connect(lambda: self.parked_wanted.emit(self._review))
        self._receive.clicked.connect(lambda: self.answers_wanted.emit(self._review))
        self._close.clicked.connect(self.closed)

    def _show_groups(self, *, keep: bool) -> None:
        if self._review is None:
            return
        found = grouped(self._reviews.counts(self._review))
        at = self._group_list.currentRow() if keep else 0
        self._groups = [group for group, _, _ in found]
        blocked = self._group_list.blockSignals(True)
        self._group_list.clear()
        self._group_list.addItems([group_line(*one) for one in found])
        self._group_list.setCurrentRow(min(max(at, 0), len(found) - 1))
        self._group_list.blockSignals(blocked)
        waiting = sum(
            total - decided for (verdict, _), total, decided in found if verdict in WAITING
        )
        self._how.setText(
            f"{waiting:,} rows wait for you; the others are applied as the file has them."
            if waiting
            else "Nothing waits for you: what is here can be applied."
        )
        if not keep:
            self._show_group(self._group_list.currentRow())

    def _show_group(self, at: int) -> None:
        review = self._review
        if review is None or not 0 <= at < len(self._groups):
            self._rows.show_rows(lambda after, limit: [], 0)
            return
        which = self._which_group()
        total = sum(
            count
            for (verdict, kind, _), count in self._reviews.counts(review).items()
            if verdict == which.verdict and which.kind in (None, kind)
        )
        self._delegate.forget()
        self._rows.show_rows(
            lambda after, limit: self._reviews.rows(review, which, after=after, limit=limit), total
        )
        self._row_list.setCurrentIndex(self._rows.index(0))

    def _which_group(self) -> Which:
        verdict, kind = self._groups[self._group_list.currentRow()]
        return Which(verdict=verdict, kind=kind)  # type: ignore[arg-type]

    def _show_row(self, index: QModelIndex) -> None:
        row: ReviewRow | None = self._rows.row_at(index.row())
        self._seen = None
        if row is None or self._review is None:
            self._fields.show_rows(())
            return
        self._seen = self._reviews.looked_at(self._review, row)
        self._fields.show_rows(_field_rows(self._seen))
        self._question.setText(row.question)
        has_conflict = bool(self._seen.open_fields)
        self.buttons["chosen"].setEnabled(has_conflict)
        self.buttons["mine"].setEnabled(row.document is not None)
        self.buttons["theirs"].setEnabled(row.document is not None)
        self.buttons["new"].setEnabled(row.document is not None)

    def _decide(self, decision: str) -> None:
        row = self._rows.row_at(self._row_list.currentIndex().row())
        if self._review is None or row is None:
            return
        if decision == "chosen":
            self._reviews.choose(self._review, row, self._chosen())
            self._go_on(row)
            return
        decide = partial(self._reviews.decide, self._review, self._meant(row))
        self._carry_out(row, partial(decide, decision))

    def _park(self) -> None:
        row = self._rows.row_at(self._row_list.currentIndex().row())
        if self._review is not None and row is not None and self._question.text().strip():
            question = self._question.text().strip()
            self._carry_out(
                row, partial(self._reviews.park, self._review, self._meant(row), question)
            )

    def _carry_out(self, row: ReviewRow, decide: Callable[[], object]) -> None:
        """Decide here and now, or have it done beside the window where it takes a while."""
        if self._whole.isChecked() and self._rows.total > _AT_ONCE:
            self.group_meant.emit(self._review, decide)
        else:
            decide()
            self._go_on(row)

    def _meant(self, row: ReviewRow) -> Which:
        whole = self._whole.isChecked()
        return self._which_group() if whole else Which(positions=(row.position,))

    def _chosen(self) -> dict[Field, Value | None]:
        return dict(chosen_values(self._fields.rows))

    def _go_on(self, row: ReviewRow) -> None:
        """Show what was decided, and the next row."""
        review = self._review
        assert review is not None
        at = self._row_list.currentIndex().row()
        if self._whole.isChecked():
            self._whole.setChecked(False)
            self._show_group(self._group_list.currentRow())
        else:
            [renewed] = self._reviews.rows(review, Which(positions=(row.position,)))
            self._rows.renew(at, renewed)
            self._delegate.forget()
            following = self._rows.index(at + 1)
            if following.isValid():
                self._row_list.setCurrentIndex(following)
        self._show_groups(keep=True)


def _field_rows(seen: Row) -> list[FieldRow]:
    if seen.merged is not None and seen.mine is not None and seen.open_fields:
        return conflicting(seen.open_fields, seen.mine)
    after = seen.merged.concept if seen.merged is not None else seen.theirs
    return [
        FieldRow(row.field, row.name, (None, *row.sides), chosen=2)
        for row in compared(seen.mine, after)
    ]


def _fill(block: Block, index: Index) -> None:
    row: ReviewRow | None = index.data(ROW)
    if row is None:
        return
    called, told = row_lines(row)
    block.set([Run(isolated(called), _TEXT, "text", bold=not row.decision)])
    if told:
        block.set([Run(harmless(told), _SMALL, "ok" if row.decision else "dim")])
