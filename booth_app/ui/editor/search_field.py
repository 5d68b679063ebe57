"""The editor's look-up field: what is no writing in it is the list's or the window's."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from booth_app.ui.booth.field_entry import FIELD_LIMIT
from booth_app.ui.booth.key_presses import writes
from booth_app.ui.theme import Look

_POINTS: Final = 11.5
_PAD: Final = (12, 6)
_EDGE: Final = 2
_STEPS: Final = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
}


class SearchField(QLineEdit):
    """Finds concepts by any of their terms, in any of the languages."""

    walked = Signal(int)
    """How many rows of the list an arrow goes down; up where negative."""
    entered = Signal()
    """Enter: on to the concept that was found."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(FIELD_LIMIT)
        self.setAccessibleName("Find a concept")
        self.setPlaceholderText("Find by any term")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.wear(look)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        theme = look.theme
        self.setFont(look.font(_POINTS))
        self.setPalette(look.palette())
        x, y = (look.pixels(side) for side in _PAD)
        self.setStyleSheet(
            f"QLineEdit {{ background: {theme.panel}; color: {theme.text};"
            f" placeholder-text-color: {theme.faint}; padding: {y}px {x}px;"
            f" selection-background-color: {theme.line}; selection-color: {theme.text};"
            f" border: {_EDGE}px solid {theme.line}; border-radius: {look.pixels(8)}px; }}"
            f"QLineEdit:focus {{ border-color: {theme.focus}; }}"
        )
        # A low window would cut its letters.
        self.setMinimumHeight(self.fontMetrics().height() + 2 * (y + _EDGE))

    def event(self, event: QEvent) -> bool:
        """Override QLineEdit.event: leave commands to the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(writes(event))
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QLineEdit.keyPressEvent: arrows walk the list, Esc empties the field."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _STEPS and not held:
            self.walked.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif writes(event):
            super().keyPressEvent(event)
        else:
            event.ignore()
