"""The rows of a language's terms: kept, used again, made and put away little by little."""

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from booth_app.languages import Lang
from booth_app.terminology.concept import Term
from booth_app.terminology.fields import Field
from booth_app.ui.editor.term_row import TermRow
from booth_app.ui.theme import Look

_AT_ONCE: Final = 2
"""New rows that are made before a concept is first painted; the others follow step by step."""
_MOST: Final = 8
"""Rows of a new concept that are filled before it is first painted."""
_KEPT: Final = 40
"""Rows that are kept for the next concept."""
_IN_SIGHT: Final = 4_000
"""Pixels below the top of a box where a row is seen by nobody who has not scrolled yet."""


class TermRows(QObject):
    """Gives each term a row, the one it had as long as the concept is the same."""

    edited = Signal(Field, object)
    entered = Signal(str, int)
    acted = Signal(str, str)
    grew = Signal()
    added = Signal(QObject)
    """A row that was given to a term after the first ones."""

    def __init__(self, box: QWidget, lang: Lang, look: Look) -> None:
        super().__init__(box)
        self._box, self._lang, self._look = box, lang, look
        self._terms: tuple[Term, ...] = ()
        self._spare: list[TermRow] = []
        self._read_only = False
        self.shown: list[TermRow] = []

    @property
    def is_done(self) -> bool:
        """Whether every term has its row, and no row of another concept is left to be put away."""
        is_away = all(row.isHidden() for row in self._spare)
        return self._is_whole and is_away and len(self._spare) <= _KEPT

    def show_terms(self, terms: tuple[Term, ...], *, is_same: bool) -> None:
        """Show `terms`; `is_same`: of the concept that is shown already.

        A few rows are made at once; `build` makes the others.
        """
        self._terms = terms
        wanted = {term.id for term in terms} if is_same else set()
        kept = {row.id: row for row in self.shown if row.id in wanted}
        self._spare += [row for row in self.shown if row.id not in wanted]
        count, made = len(self.shown) if is_same else 0, 0
        self.shown = []
        for term in terms:
            made += term.id not in kept and not self._spare
            if len(self.shown) >= (count if made > _AT_ONCE else max(_MOST, count)):
                break
            self._add(term, kept.pop(term.id, None))
        self._spare += kept.values()
        for row in self._spare:  # to hide hundreds at once takes longer than a frame
            if row.y() < _IN_SIGHT or row.focusWidget() is not None:
                row.hide()

    def build(self, count: int) -> None:
        """Give the next `count` terms their rows, or put rows away that are not needed."""
        if not self._is_whole:
            start = len(self.shown)
            for term in self._terms[start : start + count]:
                self.added.emit(self._add(term))
            return
        for row in [row for row in self._spare if not row.isHidden()][: 4 * count]:
            row.hide()
        for row in self._spare[_KEPT:][: 4 * count]:
            self._spare.remove(row)
            row.deleteLater()

    def row(self, id_: str) -> TermRow | None:
        """Return the row of the term `id_`, made where it was not yet; None: no such term."""
        if not self._is_whole and all(row.id != id_ for row in self.shown):
            self.build(len(self._terms))
        return next((row for row in self.shown if row.id == id_), None)

    def set_read_only(self, *, read_only: bool) -> None:
        """Take no typing, or take it again."""
        self._read_only = read_only
        for row in (*self.shown, *self._spare):
            row.set_read_only(read_only=read_only)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        for row in (*self.shown, *self._spare):
            row.wear(look)

    @property
    def _is_whole(self) -> bool:
        return len(self.shown) == len(self._terms)

    def _add(self, term: Term, row: TermRow | None = None) -> TermRow:
        """Show `term` in the next row: the one it had, a spare one, or a new one."""
        row = row or (self._spare.pop(0) if self._spare else self._new())
        self.shown.append(row)
        row.show_term(term, len(self.shown))
        row.show()
        return row

    def _new(self) -> TermRow:
        row = TermRow(self._box, self._lang, self._look)
        if self._read_only:
            row.set_read_only(read_only=True)
        row.edited.connect(self.edited)
        row.entered.connect(self.entered)
        row.acted.connect(self.acted)
        row.grew.connect(self.grew)
        return row
