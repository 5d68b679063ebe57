"""A page of values side by side with what can be done about them: compare, merge, decide."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from booth_app.ui.booth.harmless import harmless
from booth_app.ui.booth.plain_label import plain_label
from booth_app.ui.editor.button_rows import ButtonRows
from booth_app.ui.editor.field_model import FieldModel
from booth_app.ui.editor.field_rows import FieldRow
from booth_app.ui.editor.field_table import FieldTable
from booth_app.ui.theme import Look

_HEADING: Final = 15.0
_TEXT: Final = 11.0
_MARGIN: Final = 18
_CLOSE: Final = "close"


class SidesPage(QWidget):
    """Shows a table of values over buttons; Esc closes it."""

    acted = Signal(str)
    """The name of the action whose button was pressed."""
    closed = Signal()

    def __init__(
        self,
        name: str,
        model: FieldModel,
        actions: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """`actions` are names with the words on their buttons; Enter in a row is the first one."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._model = model
        self._heading, self._how = plain_label(wraps=True), plain_label(wraps=True)
        self.table = FieldTable(model, name)
        self._buttons = {action: QPushButton(words) for action, words in actions.items()}
        close = self._buttons[_CLOSE] = QPushButton(self.tr("C&lose"))
        close.clicked.connect(self.closed)
        self._first = next(iter(actions))
        for action in actions:
            self._buttons[action].clicked.connect(lambda _=False, a=action: self.acted.emit(a))
        self.table.confirmed.connect(lambda _row: self._buttons[self._first].click())
        self.setFocusProxy(self.table)
        self._set_out()

    @property
    def rows(self) -> list[FieldRow]:
        """The rows as they are now, with what was chosen."""
        return self._model.rows

    @property
    def current(self) -> FieldRow | None:
        """The row that the keyboard is in."""
        at = self.table.currentIndex().row()
        return self.rows[at] if 0 <= at < len(self.rows) else None

    def show_rows(
        self, heading: str, how: str, rows: Sequence[FieldRow], sides: Sequence[str]
    ) -> None:
        """Show `rows` under a heading and a sentence that says what to do; `sides` by name."""
        self._heading.setText(harmless(heading))
        self._how.setText(harmless(how))
        self._model.name_sides(*(harmless(side) for side in sides))
        self._model.show_rows(rows)
        for action, button in self._buttons.items():
            button.setEnabled(bool(rows) or action == _CLOSE)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self.setPalette(look.palette())
        self.setAutoFillBackground(True)
        self._heading.setFont(look.font(_HEADING, bold=True))
        self._how.setFont(look.font(_TEXT))
        self.table.wear(look)
        for button in self._buttons.values():
            button.setFont(look.font(_TEXT))
        margin = look.pixels(_MARGIN)
        self._column.setContentsMargins(margin, margin, margin, margin)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget.keyPressEvent: Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _set_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._how)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(ButtonRows(tuple(self._buttons.values())))


def comparison() -> SidesPage:
    """Return the page that holds an earlier state of a concept against today's."""
    model = FieldModel(("Then", "Now"))
    return SidesPage("Comparison", model, {"field": "Take this value &back"})


def merge() -> SidesPage:
    """Return the page on which two concepts become one."""
    model = FieldModel(("This", "Other"), first_choice=0, result="Together")
    return SidesPage("Merge", model, {"merge": "&Merge the two"})


def conflict() -> SidesPage:
    """Return the page on which a person decides between two values."""
    model = FieldModel(("Last common", "Mine", "Theirs"), first_choice=1)
    actions = {"decide": "&Keep what is chosen", "mine": "All m&ine", "theirs": "All &theirs"}
    return SidesPage("Conflict", model, actions)
