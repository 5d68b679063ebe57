"""A field with a few values to choose from, as quiet as the text beside it."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from booth_app.terminology.fields import Field, Value
from booth_app.ui.editor.field_frame import FieldFrame
from booth_app.ui.editor.form_words import Choices
from booth_app.ui.theme import Look

_POINTS: Final = 9.0
_PAD: Final = 4
_OWN: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier


class ChoiceField(QComboBox):
    """Shows one of `choices`; arrows and first letters choose another, Space opens the list.

    A value that is none of them is shown as it stands.
    """

    edited = Signal(Field, object)
    """A field with its new value."""

    def __init__(self, parent: QWidget, choices: Choices, *, from_right: bool = False) -> None:
        super().__init__(parent)
        self.field = Field("concept")
        self._from_right = from_right
        self._look: Look | None = None
        self._value: Value = ""
        self._frame = FieldFrame(self, is_quiet=True)
        for value, words in choices:
            self.addItem(words, value)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._choose)

    @property
    def value(self) -> Value:
        """The value that is chosen."""
        return self._value

    def bind(self, field: Field, name: str) -> None:
        """Stand for `field` from now on, called `name` aloud."""
        self.field = field
        self.setAccessibleName(name)

    def show_value(self, value: Value) -> None:
        """Show `value`."""
        if value == self._value and self.currentIndex() >= 0:
            return
        self._value = value
        self.setCurrentIndex(self.findData(value))

    settle = show_value

    def step(self, by: int) -> None:
        """Choose the value `by` places further down, none beyond the ends."""
        at = self.currentIndex() + by
        if 0 <= at < self.count() and self.isEnabled():
            self.setCurrentIndex(at)
            self._choose(at)

    def set_read_only(self, *, read_only: bool) -> None:
        """Take no choice, or take one again."""
        self.setEnabled(not read_only)

    def show_problem(self, problem: str) -> None:
        """Frame the field and say why; empty text frees it."""
        if problem != self._frame.problem:
            self._frame.problem = problem
            self.setAccessibleDescription(problem)
            self.update()

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        self.setFont(look.font(_POINTS))

    def height_for(self, _width: int) -> int:
        """Return the pixels it takes, whatever its width."""
        return self.fontMetrics().height() + (2 * self._look.pixels(2) if self._look else 0)

    def widest(self) -> int:
        """Return the pixels its longest choice takes."""
        widths = (
            self.fontMetrics().horizontalAdvance(self.itemText(at)) for at in range(self.count())
        )
        return max(widths, default=0) + (self._look.pixels(2 * _PAD) if self._look else 0)

    def showPopup(self) -> None:
        """Override QComboBox.showPopup: the list is a window of its own, and dresses like this."""
        if self._look:
            self.view().window().setPalette(self._look.palette())
            self.view().setPalette(self._look.palette())
        super().showPopup()

    def event(self, event: QEvent) -> bool:
        """Override QComboBox.event: commands with Alt and Control are the window's or the row's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(not event.modifiers() & (_CONTROL | _ALT) and event.key() in _OWN)
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QComboBox.keyPressEvent: what is held with Alt or Control goes on to the row."""
        held = event.modifiers() & (_CONTROL | _ALT)
        if held or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Override QComboBox.wheelEvent: scrolling the form chooses nothing."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QComboBox.paintEvent: the words alone, framed while they can be chosen."""
        if self._look is None:
            return
        look = self._look
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(look.color("faint" if not self._value else "dim"))
            inset = look.pixels(_PAD)
            room = self.rect().adjusted(inset, 0, -inset, 0)
            words = self.currentText() or str(self._value)
            sides = Qt.AlignmentFlag
            side = sides.AlignRight if self._from_right else sides.AlignLeft
            painter.drawText(room, sides.AlignVCenter | side, words)
        self._frame.draw(self, look, event)

    def _choose(self, at: int) -> None:
        value = self.itemData(at)
        if value != self._value:
            self._value = value
            self.edited.emit(self.field, value)
