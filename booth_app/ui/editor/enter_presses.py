"""Lets Enter press the button that has the keyboard, which Qt does in dialogs alone.

Commands are passed on: Qt's buttons take Ctrl+Down for an arrow and go to the next button.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QWidget

from booth_app.ui.editor.passing_area import COMMANDING

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterPresses(QObject):
    """A filter on the buttons themselves.

    A window would also be offered the Enter that made something show a button in the first place.
    """

    def watch(self, widget: QWidget) -> None:
        """Let Enter press the buttons in `widget`; a check box has Space for itself."""
        for button in widget.findChildren(QAbstractButton):
            if not isinstance(button, QCheckBox):
                button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject.eventFilter: with a key held it is a command, and the window's."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.modifiers() & COMMANDING:
            event.ignore()
            return True
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() not in _ENTER or is_shifted or not isinstance(watched, QAbstractButton):
            return False
        if not event.isAutoRepeat():
            watched.click()
        return True
