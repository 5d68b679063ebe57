"""The field in which the person writes how a name is said."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from booth_app.meeting.meeting import Person
from booth_app.ui.booth.harmless import harmless

_LONGEST: Final = 120


class SayAsField(QLineEdit):
    """One line for how a name is said: Enter keeps it, Esc leaves it."""

    kept = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText("how the name is said")
        self.setMaxLength(_LONGEST)
        self.hide()

    def open(self, person: Person) -> None:
        """Open with what is known of `person`."""
        self.setAccessibleName(f"How the name {harmless(person.name)} is said")
        self.setText(person.say_as)
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def event(self, event: QEvent) -> bool:
        """Override QLineEdit.event: Enter and Esc are this field's, not the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and _ends(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QLineEdit.keyPressEvent: Enter keeps, Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif _ends(event):
            self.kept.emit(harmless(self.text()).strip())
        else:
            super().keyPressEvent(event)


def _ends(event: QEvent) -> bool:
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
    return isinstance(event, QKeyEvent) and event.key() in keys and not event.modifiers()
