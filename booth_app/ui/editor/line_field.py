"""A field of one line that is quiet until the keyboard or the pointer is in it."""

import re
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from booth_app.terminology.fields import Field, Value, same
from booth_app.ui.editor.field_frame import FieldFrame, field_palette
from booth_app.ui.editor.field_keys import is_for_field
from booth_app.ui.editor.visible import mark_before, marked, typed, visible
from booth_app.ui.theme import Look

_POINTS: Final = 9.0
_MARGIN: Final = 4
_LONGEST: Final = 1_000_000
"""More characters than any file brings in one value; Qt would cut at 32,767."""

_BREAKS: Final = re.compile("[\t\n\r\u2028\u2029]+")
"""Breaks that were pasted; those of a value stand as marks."""


class LineField(QLineEdit):
    """Shows one text in one line; `framed`: its frame is seen also while nobody is in it."""

    edited = Signal(Field, object)
    """A field with its new value, at each key."""

    def __init__(self, parent: QWidget, *, framed: bool = False) -> None:
        super().__init__(parent)
        self.field = Field("concept")
        self._framed = framed
        self._look: Look | None = None
        self._value: Value = ""
        self._before: Value = ""
        self._frame = FieldFrame(self, is_quiet=not framed)
        self.setFrame(False)
        self.setMaxLength(_LONGEST)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.textEdited.connect(self._follow_text)

    @property
    def value(self) -> Value:
        """What the field says."""
        return self._value

    def bind(self, field: Field, name: str) -> None:
        """Stand for `field` from now on, called `name` aloud."""
        self.field = field
        self.setAccessibleName(name)

    def show_hint(self, hint: str) -> None:
        """Say `hint` while the field is empty."""
        self.setPlaceholderText(hint)

    def show_value(self, value: Value) -> None:
        """Show `value`; the cursor stays where it can."""
        if value == self._value or (self.hasFocus() and same(value, self._value)):
            return
        self._before = value
        self.settle(value)

    def settle(self, value: Value) -> None:
        """Show `value` to the letter, now that nobody is typing."""
        if value != self._value:
            self._value = value
            at = self.cursorPosition()
            self.setText(visible(str(value), one_line=True))
            self.setCursorPosition(at if self.hasFocus() else 0)

    def set_read_only(self, *, read_only: bool) -> None:
        """Take no typing, or take it again."""
        self.setReadOnly(read_only)

    def begin(self) -> None:
        """Let Esc go back to what is shown now."""
        self._before = self._value

    def arrive(self) -> None:
        """Begin where one goes on typing: at the end, with nothing selected to be overwritten."""
        self.deselect()
        self.end(False)

    def show_problem(self, problem: str) -> None:
        """Frame the field and say why; empty text frees it."""
        if problem != self._frame.problem:
            self._frame.problem = problem
            self.setAccessibleDescription(problem)
            self.update()

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        self.setFont(look.font(_POINTS * 10.5 / 9 if self._framed else _POINTS))
        self.setPalette(field_palette(look, is_dim=not self._framed))
        margin = look.pixels(_MARGIN) - 2  # Qt itself keeps two pixels at each side
        self.setTextMargins(margin, 0, margin, 0)

    def height_for(self, _width: int) -> int:
        """Return the pixels it takes, whatever its width."""
        pad = self._look.pixels(5 if self._framed else 3) if self._look else 0
        return self.fontMetrics().height() + 2 * pad + 1

    def natural_width(self) -> int:
        """Return the pixels its text takes, or its hint."""
        text = self.text()[:200] or self.placeholderText()
        margin = self._look.pixels(_MARGIN) if self._look else 0
        return self.fontMetrics().horizontalAdvance(text) + 2 * margin + 3

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Override QLineEdit.focusInEvent: remember what Esc goes back to."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._before = self._value

    def event(self, event: QEvent) -> bool:
        """Override QLineEdit.event: leave to the window's commands what does not write here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(is_for_field(event) or self._goes_back(event))
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QLineEdit.keyPressEvent: Esc goes back, a mark is deleted whole."""
        if self._goes_back(event):
            self.setText(visible(str(self._before), one_line=True))
            self._follow_text()
        elif event.key() == Qt.Key.Key_Backspace and self._select_mark():
            self.backspace()
            self._follow_text()
        elif is_for_field(event) and event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QLineEdit.paintEvent: draw the frame."""
        if self._look:
            self._frame.fill(self, self._look)
            super().paintEvent(event)
            self._frame.draw(self, self._look, event)

    def _goes_back(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and self._value != self._before

    def _select_mark(self) -> bool:
        at = self.cursorPosition()
        is_none = self.hasSelectedText() or self.isReadOnly()
        length = 0 if is_none else mark_before(self.text()[:at])
        if length:
            self.setSelection(at - length, length)
        return bool(length)

    def _follow_text(self) -> None:
        shown = marked(_BREAKS.sub(" ", self.text()), one_line=True)
        if shown != self.text():
            at = self.cursorPosition() + len(shown) - len(self.text())
            self.setText(shown)
            self.setCursorPosition(at)
        value = typed(shown)
        if value != self._value:
            self._value = value
            self.edited.emit(self.field, value)
