"""A page with a list to choose from, and what can be done with what is chosen."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from booth_app.ui.booth.harmless import harmless, isolated
from booth_app.ui.booth.plain_label import plain_label
from booth_app.ui.booth.scroll_bar import make_thin
from booth_app.ui.editor.button_rows import ButtonRows
from booth_app.ui.editor.row_delegate import RowDelegate
from booth_app.ui.theme import Look

_HEADING: Final = 15.0
_TEXT: Final = 11.0
_MARGIN: Final = 18
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChoicePage(QWidget):
    """Shows lines under a heading; Enter does the first action with the current line."""

    acted = Signal(str, int)
    """The name of an action, and which line it is meant for, from 0; -1 where there is none."""
    closed = Signal()

    def __init__(
        self, name: str, actions: Mapping[str, str], look: Look, parent: QWidget | None = None
    ) -> None:
        """`actions` are names with the words on their buttons."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._heading, self._how = plain_label(wraps=True), plain_label(wraps=True)
        self.lines = QListWidget()
        self.lines.setAccessibleName(name)
        self.lines.setWordWrap(True)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows = RowDelegate(self)
        self.lines.setItemDelegate(self._rows)
        self.buttons = {action: QPushButton(words) for action, words in actions.items()}
        self._close = QPushButton(self.tr("C&lose"))
        self._first = next(iter(actions))
        self._column = QVBoxLayout(self)
        for widget in (self._heading, self._how, self.lines):
            self._column.addWidget(widget)
        self._column.addWidget(ButtonRows((*self.buttons.values(), self._close)))
        for action, button in self.buttons.items():
            button.clicked.connect(lambda _=False, a=action: self._act(a))
        self.lines.itemDoubleClicked.connect(lambda _item: self._act(self._first))
        self._close.clicked.connect(self.closed)
        self.setFocusProxy(self.lines)
        self.wear(look)

    def show_lines(self, heading: str, how: str, lines: Sequence[str]) -> None:
        """Show these lines; the same place stays chosen where it is there."""
        at = max(self.lines.currentRow(), 0)
        self._heading.setText(harmless(heading))
        self._how.setText(harmless(how))
        self.lines.clear()
        for line in lines:
            self.lines.addItem(QListWidgetItem(isolated(line)))
        self.lines.setCurrentRow(min(at, len(lines) - 1))
        for button in self.buttons.values():
            button.setEnabled(bool(lines))

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self.setPalette(look.palette())
        self.setAutoFillBackground(True)
        self._heading.setFont(look.font(_HEADING, bold=True))
        for widget in (self._how, self.lines, self._close, *self.buttons.values()):
            widget.setFont(look.font(_TEXT))
        self._rows.wear(look)
        self.lines.setPalette(look.palette())
        make_thin(self.lines.verticalScrollBar(), look)
        margin = look.pixels(_MARGIN)
        self._column.setContentsMargins(margin, margin, margin, margin)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget.keyPressEvent: Esc closes; Enter in a line does the first action.

        The list would pass Enter on besides: to the button that has the keyboard by then.
        """
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in _ENTER and self.lines.hasFocus() and self._can_act:
            self._act(self._first)
        else:
            super().keyPressEvent(event)

    @property
    def _can_act(self) -> bool:
        return self.buttons[self._first].isEnabled()

    def _act(self, action: str) -> None:
        self.acted.emit(action, self.lines.currentRow())
