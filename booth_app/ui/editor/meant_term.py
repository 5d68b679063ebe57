"""Which term of the form is meant: the one the keyboard is in, or was in last."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from booth_app.languages import Lang
from booth_app.ui.editor.term_row import TermRow


class MeantTerm(QObject):
    """Follows the keyboard from term to term; beside the form the last one is still meant."""

    changed = Signal()
    """The keyboard came to another term."""

    def __init__(self, form: QWidget) -> None:
        super().__init__(form)
        self._form = form
        self._term: tuple[Lang, str] | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    @property
    def term(self) -> tuple[Lang, str] | None:
        """Its language and its id; None where the keyboard was in none yet."""
        return self._term

    def begin(self) -> None:
        """Mean the term that the keyboard is in, or none: another concept is shown."""
        self._term = self._term_at(QApplication.focusWidget())

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        term = self._term_at(new)
        if term is not None and term != self._term:
            self._term = term
            self.changed.emit()

    def _term_at(self, widget: QWidget | None) -> tuple[Lang, str] | None:
        row = row_of(widget)
        if row is None or not self._form.isAncestorOf(row):
            return None
        return (row.text.field.lang, row.id) if row.text.field.lang else None


def row_of(widget: QWidget | None) -> TermRow | None:
    """Return the row a widget stands in; None where it stands in none."""
    while widget is not None and not isinstance(widget, TermRow):
        widget = widget.parentWidget()
    return widget
