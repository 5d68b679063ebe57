"""The review of a file: its rows in groups, each held against what is stored, decided by key."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from booth_app.editing.reviews import Decision, Review, ReviewRow, Reviews, Which
from booth_app.editing.row_names import name_of, named
from booth_app.termbase import StoreFault
from booth_app.ui.booth.harmless import harmless
from booth_app.ui.booth.plain_label import plain_label
from booth_app.ui.editor.beside import Beside
from booth_app.ui.editor.button_rows import ButtonRows
from booth_app.ui.editor.edges import edged
from booth_app.ui.editor.field_model import FieldModel
from booth_app.ui.editor.field_rows import chosen_values
from booth_app.ui.editor.field_table import FieldTable
from booth_app.ui.editor.review_answers import Counted, Listed
from booth_app.ui.editor.review_groups import ReviewGroups
from booth_app.ui.editor.review_list import ReviewList
from booth_app.ui.editor.review_panes import ReviewPanes
from booth_app.ui.editor.review_rows import values_of
from booth_app.ui.editor.review_wording import (
    ALL_LISTED,
    ANOTHER_ROW,
    CHOOSING,
    NOTHING_SAYS,
    OPEN_STILL,
    probably,
    waiting_line,
)
from booth_app.ui.editor.tall_area import TallArea
from booth_app.ui.editor.tick_box import TickBox
from booth_app.ui.theme import Look

_HEADING: Final = 15.0
_TEXT: Final = 11.0
_MARGIN: Final = 18
_QUESTION: Final = 320
"""The least width of a question, in pixels at 100 %."""
_AT_ONCE: Final = 500
"""Rows that are decided about without anybody noticing: some 25 ms."""
_DECISIONS: Final[Mapping[Decision, str]] = {
    "theirs": "&Take the file’s",
    "mine": "&Keep it as it is",
    "new": "A &new concept",
    "chosen": "Keep what is c&hosen",
    "": "&Undecided",
}


class ReviewPage(QWidget):
    """Shows one review. Decisions are stored at once; what is applied, the window does.

    Large reviews are counted and searched beside the window. `stop` ends that.
    """

    apply_wanted = Signal(object)
    """The `Review` whose decided rows are to be stored."""
    parked_wanted = Signal(object)
    """The `Review` whose questions a colleague is to get as a workbook."""
    group_meant = Signal(object, object)
    """The `Review` and a callable that decides about so many of its rows that it takes a while."""
    answers_wanted = Signal(object)
    """The `Review` whose questions came back, answered."""
    columns_wanted = Signal(object)
    """The `Review` of a table whose columns hold something else than was read."""
    told = Signal(str)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Review of a file"))
        self._at: tuple[Reviews, Review] | None = None
        self._heading, self._how = plain_label(wraps=True), plain_label(wraps=True)
        self.groups = ReviewGroups()
        self.list = ReviewList(look)
        self._fields = FieldModel(("Last common", "Mine", "The file’s"), first_choice=1)
        self.table = FieldTable(self._fields, self.tr("Values of the row"))
        self.whole = TickBox(ALL_LISTED.format(0))
        self.question = QLineEdit()
        self.question.setPlaceholderText(self.tr("A question for a colleague; Enter parks"))
        self._asking = plain_label(self.tr("&Park:"))
        self._asking.setBuddy(self.question)
        self.question.setAccessibleName(self.tr("Question for a colleague"))
        self.buttons = {name: QPushButton(words) for name, words in _DECISIONS.items()}
        self._apply = QPushButton(self.tr("&Apply what is decided"))
        self._send = QPushButton(self.tr("&Questions as a workbook…"))
        self._receive = QPushButton(self.tr("Ans&wers from a workbook…"))
        self.columns = QPushButton(self.tr("Colu&mns…"))
        self._close = QPushButton(self.tr("C&lose, go on later"))
        self._beside = Beside((StoreFault,), self)
        self.setFocusProxy(self.groups)
        self._panes = ReviewPanes(self.groups, self.list, self.table)
        self._column = QVBoxLayout(inside := QWidget())
        self._area = TallArea(inside)
        self._set_out()
        self._connect()
        self.wear(look)

    def show_review(self, reviews: Reviews, review: Review, *, has_columns: bool = False) -> None:
        """Show `review`, one of `reviews`, at the first group that waits for a person.

        `has_columns`: its file is a table that is at hand, and can be read otherwise.
        """
        self.columns.setVisible(has_columns)
        self._at = (reviews, review)
        self._heading.setText(harmless(f"{review.file} into {review.glossary}"))
        self._how.clear()
        self.whole.setChecked(False)
        self.groups.show_counts({}, keep=False)
        self.list.clear_field()
        self._list(())
        self._count(keep=False)

    def stop(self) -> None:
        """End what goes on beside the window."""
        self._beside.stop()

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self.setPalette(look.palette())
        self.setAutoFillBackground(True)
        self._heading.setFont(look.font(_HEADING, bold=True))
        ending = (self.columns, self._apply, self._send, self._receive, self._close)
        controls = (*ending, *self.buttons.values())
        parking = (self._asking, self.question)
        for widget in (self._how, *parking, *controls):
            widget.setFont(look.font(_TEXT))
        self.whole.wear(look, _TEXT)
        self.question.setPalette(edged(look))
        self.question.setMinimumWidth(look.pixels(_QUESTION))
        self._panes.wear(look)
        self._area.wear(look)
        margin = look.pixels(_MARGIN)
        self._column.setContentsMargins(margin, margin, margin, margin)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget.keyPressEvent: Esc closes; the review stays."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _set_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._how)
        self._column.addWidget(self._panes, 1)
        parking = QWidget()
        row = QHBoxLayout(parking)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._asking, self.question):
            row.addWidget(widget)
        self._column.addWidget(ButtonRows((*self.buttons.values(), self.whole, parking)))
        ending = (self.columns, self._apply, self._send, self._receive, self._close)
        self._column.addWidget(ButtonRows(ending))

    def _connect(self) -> None:
        self.groups.currentRowChanged.connect(lambda _at: self._seek())
        self.groups.itemActivated.connect(lambda _item: self.list.focus_rows())
        self.list.sought.connect(lambda _text: self._seek())
        self.list.row_chosen.connect(self._show_row)
        self.list.view.chosen.connect(
            lambda _row: self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        )
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _=False, n=name: self._decide(n))
        self.question.returnPressed.connect(self._park)
        self.table.confirmed.connect(lambda _row: self._decide("chosen"))
        for button, wanted in (
            (self._apply, self.apply_wanted),
            (self._send, self.parked_wanted),
            (self._receive, self.answers_wanted),
            (self.columns, self.columns_wanted),
        ):
            button.clicked.connect(lambda _=False, w=wanted: self._at and w.emit(self._at[1]))
        self._close.clicked.connect(self.closed)
        self._beside.answered.connect(self._show_answer)
        self._beside.failed.connect(self.told)

    def _count(self, *, keep: bool) -> None:
        """Have the rows counted, then those of the current group listed."""
        if self._at is not None:
            reviews, review = self._at
            self._beside.ask(lambda: Counted(review.id, reviews.counts(review), keep))

    def _seek(self) -> None:
        """Have the rows found that are to be listed; until they are, none is."""
        self._list(())
        if self._at is not None:
            (reviews, review), which, text = self._at, self.groups.which, self.list.text
            self._beside.ask(
                lambda: Listed(review.id, which, text, reviews.positions(review, which, text))
            )

    def _show_answer(self, found: Counted | Listed) -> None:
        if self._at is None or found.review != self._at[1].id:
            return
        if isinstance(found, Counted):
            self.groups.show_counts(found.counts, keep=found.keep)
            self._tell_waiting()
            self._seek()
        elif (found.which, found.text) == (self.groups.which, self.list.text):
            self._list(found.positions)
            if found.text and not found.positions:
                self._tell_waiting(NOTHING_SAYS)

    def _list(self, positions: Sequence[int]) -> None:
        self.list.show_rows(self._rows_at, positions)
        self.whole.setText(ALL_LISTED.format(len(positions)))

    def _rows_at(self, positions: Sequence[int]) -> list[ReviewRow]:
        assert self._at is not None
        reviews, review = self._at
        which = Which(positions=tuple(positions))
        rows = reviews.rows(review, which, limit=len(positions))
        return named(reviews.termbase, review, rows)

    def _tell_waiting(self, hint: str = "") -> None:
        told = waiting_line(self.groups.waiting, self.groups.asked)
        self._how.setText(f"{told} {hint}".strip())

    def _show_row(self, row: ReviewRow | None) -> None:
        if row is None or self._at is None:
            self._fields.show_rows(())
            return
        reviews, review = self._at
        seen = reviews.looked_at(review, row)
        self._fields.show_rows(values_of(seen, lambda id_: name_of(reviews, review, id_)))
        self.question.setText(row.question)
        for name in ("mine", "theirs", "new"):
            self.buttons[name].setEnabled(row.document is not None)
        self.buttons["chosen"].setEnabled(bool(seen.open_fields))
        is_met = row.verdict == "conflict" and not row.done and not seen.open_fields
        meant = probably(seen.mine) if row.verdict == "probable" and seen.mine else ""
        how = CHOOSING if seen.open_fields else ANOTHER_ROW if is_met else ""
        self._tell_waiting(f"{meant} {how}".strip())

    def _decide(self, decision: Decision) -> None:
        row = self.list.current
        if self._at is None or row is None:
            return
        reviews, review = self._at
        if decision == "chosen":
            if self.table.go_to_open():
                self._tell_waiting(OPEN_STILL)
                return
            self.whole.setChecked(False)  # values are of one row
            reviews.choose(review, row, chosen_values(self._fields.rows))
            self._go_on(row)
        else:
            self._carry_out(row, partial(reviews.decide, review, self._meant(row), decision))

    def _park(self) -> None:
        row, question = self.list.current, self.question.text().strip()
        if self._at is not None and row is not None and question:
            reviews, review = self._at
            self._carry_out(row, partial(reviews.park, review, self._meant(row), question))

    def _carry_out(self, row: ReviewRow, decide: Callable[[], object]) -> None:
        """Decide here and now, or have it done beside the window where it takes a while."""
        assert self._at is not None
        if self.whole.isChecked() and len(self.list.rows.positions) > _AT_ONCE:
            self.group_meant.emit(self._at[1], decide)
        else:
            decide()
            self._go_on(row)

    def _meant(self, row: ReviewRow) -> Which:
        whole = self.whole.isChecked()
        return Which(positions=self.list.rows.positions if whole else (row.position,))

    def _go_on(self, row: ReviewRow) -> None:
        """Show what was decided, and the next row; after the last, the next group that waits."""
        if self.whole.isChecked():
            self.whole.setChecked(False)
            self._count(keep=True)
            return
        [renewed] = self._rows_at([row.position])
        self.groups.count_along(row, renewed.decision)
        self._tell_waiting()
        if not self.list.go_on(renewed) and self.groups.go_to_waiting():
            self.groups.setFocus(Qt.FocusReason.OtherFocusReason)
