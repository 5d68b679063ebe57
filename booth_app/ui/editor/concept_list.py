"""The left column of the editor: the look-up field, the filters, and the concepts under them."""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from booth_app.editing.survey import Numbers, Survey
from booth_app.editing.survey_facts import Filter
from booth_app.languages import Lang
from booth_app.ui.booth.harmless import isolated
from booth_app.ui.booth.plain_label import plain_label
from booth_app.ui.booth.scroll_bar import make_thin
from booth_app.ui.editor.concept_delegate import ConceptDelegate
from booth_app.ui.editor.concept_model import ConceptModel, Read
from booth_app.ui.editor.concept_view import ConceptView
from booth_app.ui.editor.editor_wording import nothing_listed
from booth_app.ui.editor.filters import Filters, FiltersArea
from booth_app.ui.editor.search_field import SearchField
from booth_app.ui.theme import Look

_MARGIN: Final = (18, 14)
_GAP: Final = 10
_POINTS: Final = 10.5
_LEAST_ROWS: Final = 2
"""Rows that are seen in a low window, too: the chips above scroll there."""
_PAUSE_MS: Final = 60
"""How long the list rests on a concept before it is opened: a key held down passes many."""

Find = Callable[[str], Sequence[str]]
"""Returns the ids of the concepts that a text finds, the best first."""


class ConceptList(QWidget):
    """Shows the concepts of a survey that a text finds and a filter lets through."""

    concept_chosen = Signal(str)
    """The id of the concept to be opened."""
    entered = Signal()
    """The keyboard is to go on to the concept."""
    filter_chosen = Signal(str)

    def __init__(self, read: Read, find: Find, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._survey: Survey | None = None
        self._opened = ""
        self._is_renewing = False
        self.search = SearchField(look)
        self.filters = Filters(look)
        self._area = FiltersArea(self.filters)
        self.model = ConceptModel(read, self)
        self._delegate = ConceptDelegate(look, self)
        self.view = ConceptView()
        self.empty = plain_label(wraps=True)
        self._resting = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._set_out()
        self._connect()
        self.empty.hide()
        self.wear(look)

    @property
    def opened(self) -> str:
        """The id of the concept that was opened last; empty before the first."""
        return self._opened

    @property
    def count(self) -> int:
        """How many concepts are listed."""
        return self.model.rowCount()

    def speak(self, languages: Sequence[Lang]) -> None:
        """Print these languages, the first first."""
        self.model.speak(languages)

    def show_survey(self, survey: Survey) -> None:
        """Show the concepts of `survey`, as it is now; the one that is open stays the current."""
        self._survey = survey
        self.filters.show_counts(survey.counts())
        self._renew()

    def renew(self, ids: Sequence[str]) -> None:
        """Show these concepts as they are now."""
        self.model.renew(ids)

    def follow(self, id_: str) -> None:
        """Take the concept `id_` as the one that is open, and show it where it is listed."""
        self._resting.stop()
        self._opened = id_
        self._show_current()

    def open_next(self) -> None:
        """Open the current row instead of a concept that is there no more."""
        self._opened = ""
        self._open_now()

    def go_to(self, id_: str) -> None:
        """Open the concept `id_`; what hides it from the list is put away."""
        if self._survey is not None and self._row(id_) is None:
            self.search.clear()
            self.filters.choose("all")
        self.follow(id_)
        self.concept_chosen.emit(id_)

    def step(self, by: int) -> None:
        """Open the concept `by` rows further down."""
        at = self.view.currentIndex().row()
        # Where the open concept is no longer listed the current row is the one after it.
        hidden = self._opened != self.model.id(at)
        wanted = at + by - (1 if hidden and by > 0 else 0)
        last = self.model.rowCount() - 1
        if last >= 0:
            self._open_row(max(0, min(wanted, last)))

    def next_under(self, chosen: Filter) -> bool:
        """Open the next listed concept that falls under a filter; after the last the first.

        Tell whether there is any.
        """
        if self._survey is None or not self.model.rowCount():
            return False
        start = self.view.currentIndex().row()
        rows = np.flatnonzero(self._survey.are_under(self.model.numbers, chosen))
        if not len(rows):
            return False
        later = rows[rows > start]
        self._open_row(int(later[0] if len(later) else rows[0]))
        return True

    def focus_search(self) -> None:
        """Let the keyboard write in the look-up field, over what stands there."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self.setPalette(look.palette("panel"))
        self.setAutoFillBackground(True)
        self.search.wear(look)
        self.filters.wear(look)
        self._delegate.wear(look)
        make_thin(self._area.verticalScrollBar(), look)
        make_thin(self.view.verticalScrollBar(), look)
        x, y = (look.pixels(side) for side in _MARGIN)
        self._head.setContentsMargins(x, y, x, look.pixels(_GAP))
        self._head.setSpacing(look.pixels(_GAP))
        self.empty.setFont(look.font(_POINTS))
        self.empty.setContentsMargins(x, 0, x, look.pixels(_GAP))
        self.view.set_row_height(self._delegate.height)
        self.view.setMinimumHeight(self._delegate.height * _LEAST_ROWS)
        self.view.viewport().update()

    def _set_out(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        self._head = QVBoxLayout()
        self._head.addWidget(self.search)
        self._head.addWidget(self._area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.empty)
        column.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search)
        self.search.walked.connect(self._walk)
        self.search.entered.connect(self._enter)
        self.view.entered.connect(self._enter)
        self.view.typed.connect(self._search_for)
        self.view.clicked.connect(self._open_now)
        self.filters.chosen.connect(self._filter)
        self.view.selectionModel().currentChanged.connect(self._rest_on)
        self._resting.timeout.connect(self._open_current)

    def _search_for(self, text: str) -> None:
        """Go on in the look-up field with what was begun to be typed in the list."""
        self.focus_search()
        self.search.insert(text)

    def _search(self) -> None:
        self._renew()
        self._begin()

    def _filter(self, chosen: str) -> None:
        self._renew()
        if self._row(self._opened) is None:
            self._begin()
        self.filter_chosen.emit(chosen)

    def _begin(self) -> None:
        """Come to rest on the first concept."""
        self._make_current(0)
        self._resting.start()

    def _renew(self) -> None:
        """List anew what is found and let through; the current row stays near where it was."""
        if self._survey is None:
            return
        at = self.view.currentIndex().row()
        self._is_renewing = True
        self.model.show_numbers(self._survey, self._listed(self._survey))
        self._is_renewing = False
        self._say_why_empty()
        if not self._show_current():
            self._make_current(min(max(at, 0), self.count - 1))
            if not self._opened:
                self._open_current()

    def _say_why_empty(self) -> None:
        self.empty.setVisible(not self.count)
        text = self.search.text().strip()
        self.empty.setText(nothing_listed(isolated(text) if text else "", self.filters.current))

    def _listed(self, survey: Survey) -> Numbers:
        chosen: Filter = self.filters.current
        text = self.search.text()
        if not text.strip():
            return survey.numbers(chosen)
        found = (survey.number(id_) for id_ in self._find(text))
        kept = [n for n in found if n is not None and survey.is_under(n, chosen)]
        return np.array(kept, dtype=np.int32)

    def _row(self, id_: str) -> int | None:
        return self.model.position(self._survey.number(id_)) if self._survey and id_ else None

    def _show_current(self) -> bool:
        """Make the open concept the current row; tell whether it is listed."""
        row = self._row(self._opened)
        if row is not None:
            self._make_current(row)
        return row is not None

    def _make_current(self, row: int) -> None:
        was, self._is_renewing = self._is_renewing, True
        index = self.model.index(row)
        self.view.setCurrentIndex(index)
        if index.isValid():
            self.view.scrollTo(index)
        self._is_renewing = was

    def _walk(self, by: int) -> None:
        last = self.model.rowCount() - 1
        if last >= 0:
            at = self.view.currentIndex().row() + by
            self.view.setCurrentIndex(self.model.index(max(0, min(at, last))))

    def _rest_on(self, _current: QModelIndex) -> None:
        if not self._is_renewing:
            self._resting.start()

    def _open_now(self) -> None:
        self._resting.stop()
        self._open_current()

    def _enter(self) -> None:
        self._open_now()
        self.entered.emit()

    def _open_row(self, row: int) -> None:
        self._make_current(row)
        self._open_now()

    def _open_current(self) -> None:
        id_ = self.model.id(self.view.currentIndex().row())
        if id_ and id_ != self._opened:
            self._opened = id_
            self.concept_chosen.emit(id_)
