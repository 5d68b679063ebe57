"""A field that grows with its text, in the direction of its language."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from booth_app.languages import RIGHT_TO_LEFT, Lang
from booth_app.terminology.fields import Field, Value, same
from booth_app.terminology.problem import Span
from booth_app.ui.booth.scroll_bar import make_thin
from booth_app.ui.editor.field_frame import FieldFrame, field_palette
from booth_app.ui.editor.field_keys import is_for_field
from booth_app.ui.editor.marked_edit import LONGEST, MarkedEdit
from booth_app.ui.editor.text_layout import MOST_LINES, lines_height, text_option, underlined
from booth_app.ui.editor.visible import marked, typed, visible
from booth_app.ui.theme import FAMILIES, Look

_POINTS: Final = 10.5
_SMALL: Final = 9.0
_MARGIN: Final = 5


class TextField(MarkedEdit):
    """Shows one text, or a list of texts one a line; says when it is edited, and when it grows.

    A text of more than 10,000 characters is shown in part, to be read only: nothing of it is lost.
    Where `breaks` is False Enter does not write, and pasted breaks become spaces. `flat`: smaller,
    and framed only while the keyboard is in it.
    """

    edited = Signal(Field, object)
    """A field with its new value, at each key."""
    entered = Signal(int)
    """Enter (1) or Shift+Enter (-1), where they do not write."""
    grew = Signal()

    def __init__(self, parent: QWidget, *, breaks: bool = False, flat: bool = False) -> None:
        super().__init__(parent, breaks=breaks)
        self.field = Field("concept")
        self._flat = flat
        self._look: Look | None = None
        self._written: tuple[Lang | None, bool] | None = None
        self._value: Value = ""
        self._before: Value = ""
        self._frame = FieldFrame(self, is_quiet=flat)
        self._hint = ""
        self._is_for_reading = False
        self._height = (0, 0)
        self.textChanged.connect(self._follow_text)

    @property
    def value(self) -> Value:
        """What the field says."""
        return self._value

    def bind(
        self, field: Field, name: str, lang: Lang | None = None, *, from_right: bool = False
    ) -> None:
        """Stand for `field` from now on, called `name` aloud; `lang` is what is written in it.

        `from_right`: it stands at the right edge whatever is written in it.
        """
        self.field = field
        self.setAccessibleName(name)
        if (lang, from_right) != self._written:
            self._written = (lang, from_right)
            self._take_direction()

    def show_hint(self, hint: str) -> None:
        """Say `hint` while the field is empty."""
        self._hint = hint
        self.viewport().update()

    def show_value(self, value: Value) -> None:
        """Show `value`; cursor and selection stay where they can."""
        if value == self._value:
            return
        if self.hasFocus() and same(value, self._value):
            return  # stored as good as it was typed: nothing moves beneath the fingers
        self._value = value
        self._before = value
        self._put(self._shown(value))

    def settle(self, value: Value) -> None:
        """Show `value` to the letter, now that nobody is typing."""
        if value != self._value:
            self._value = value
            self._put(self._shown(value))

    def set_read_only(self, *, read_only: bool) -> None:
        """Take no typing, or take it again."""
        self._is_for_reading = read_only
        self.setReadOnly(read_only or len(self._shown(self._value)) > LONGEST)

    def begin(self) -> None:
        """Let Esc go back to what is shown now."""
        self._before = self._value

    def arrive(self) -> None:
        """Begin where one goes on typing: at the end of a term, at the top of a longer text."""
        if not self.breaks:
            self.moveCursor(QTextCursor.MoveOperation.End)

    def underline(self, spans: Sequence[Span]) -> None:
        """Underline what is at fault in the text, until it is typed in."""
        if self._look and (spans or self.extraSelections()):
            value, color = str(self._value), self._look.color("warning")
            marks = [
                underlined(
                    self.textCursor(),
                    self._shown(value[:start]),
                    self._shown(value[start:end]),
                    color,
                )
                for start, end in spans
            ]
            self.setExtraSelections(marks)

    def show_problem(self, problem: str) -> None:
        """Frame the field and say why; empty text frees it."""
        if problem != self._frame.problem:
            self._frame.problem = problem
            self.setAccessibleDescription(problem)
            self.viewport().update()

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        font = look.font(_SMALL if self._flat else _POINTS)
        if self._is_rtl:
            font = look.font((_SMALL if self._flat else _POINTS) * 1.12)
            font.setFamilies(FAMILIES[::-1])
        self.setFont(font)
        self.setPalette(field_palette(look, is_dim=self._flat))
        self.document().setDocumentMargin(look.pixels(_MARGIN if not self._flat else 3))
        self._height = (0, 0)

    def height_for(self, width: int) -> int:
        """Return the pixels its text takes in a field `width` pixels wide."""
        if self._height[0] != width:
            self._height = (width, self._laid_out(width))
        return self._height[1]

    def natural_width(self) -> int:
        """Return the pixels its longest line takes unbroken."""
        shown = self._shown(self._value)[:LONGEST]
        text = max(shown.split("\n"), key=len) or self._hint
        margin = self.document().documentMargin()
        return round(self.fontMetrics().horizontalAdvance(text) + 2 * margin) + 2

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Override MarkedEdit.focusInEvent: remember what Esc goes back to."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._before = self._value
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Override MarkedEdit.focusOutEvent."""
        super().focusOutEvent(event)
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """Override MarkedEdit.event: leave to the window's commands what does not write."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(is_for_field(event) or self._goes_back(event))
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override MarkedEdit.keyPressEvent: Esc goes back, Enter goes on, marks go whole."""
        if self._goes_back(event):
            self._put(self._shown(self._before))
            self._follow_text()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(event)
        elif event.key() == Qt.Key.Key_Backspace and self.delete_mark():
            event.accept()
        elif is_for_field(event):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override MarkedEdit.paintEvent: draw the frame."""
        if self._look:
            self._frame.fill(self.viewport(), self._look)
            super().paintEvent(event)
            self._draw_hint(self._look)
            self._frame.draw(self.viewport(), self._look, event)

    def _draw_hint(self, look: Look) -> None:
        """Draw the hint where the text would begin; Qt's own hint stays at the left."""
        if self._hint and not self._value and self.document().isEmpty():
            margin = round(self.document().documentMargin())
            room = self.viewport().rect().adjusted(margin, margin, -margin, -margin)
            sides = Qt.AlignmentFlag
            from_right = self._is_rtl or (self._written is not None and self._written[1])
            side = sides.AlignRight if from_right else sides.AlignLeft
            with QPainter(self.viewport()) as painter:
                painter.setPen(look.color("faint"))
                flags = side | sides.AlignTop | Qt.TextFlag.TextWordWrap
                painter.drawText(room, flags, self._hint)

    @property
    def _is_rtl(self) -> bool:
        return self._written is not None and self._written[0] in RIGHT_TO_LEFT

    def _enter(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if held:
            event.ignore()
        elif self.breaks and not self.isReadOnly():
            # No text begins with an empty line, and the Enter that walked here may be one too many.
            if self.textCursor().position() or self.textCursor().hasSelection():
                self.insertPlainText("\n")
        elif not self.breaks:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.entered.emit(-1 if back else 1)

    def _goes_back(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and self._value != self._before

    def _follow_text(self) -> None:
        raw = self.raw
        shown = marked(raw, one_line=not self.breaks)
        if shown != raw:
            self._put(shown)
        if self.extraSelections():
            self.setExtraSelections([])
        value = self._read(shown)
        if self._height[0] and self._laid_out(self._height[0]) != self._height[1]:
            self._height = (0, 0)
            self.grew.emit()
        if value != self._value:
            self._value = value
            self.edited.emit(self.field, value)

    def _shown(self, value: Value) -> str:
        if isinstance(value, tuple):
            return "\n".join(visible(text, one_line=True) for text in value)
        return visible(value, one_line=not self.breaks)

    def _read(self, shown: str) -> Value:
        if self.field.name == "forms":
            return tuple(typed(line) for line in shown.split("\n") if line.strip()) or ""
        return typed(shown)

    def _put(self, shown: str) -> None:
        """Show `shown`, and tell where that takes another height."""
        self.setReadOnly(self._is_for_reading or len(shown) > LONGEST)
        self.put(shown)
        if self._height[0]:
            height, self._height = self._height, (0, 0)
            if self.height_for(height[0]) != height[1]:
                self.grew.emit()

    def _take_direction(self) -> None:
        lang, from_right = self._written or (None, False)
        self.document().setDefaultTextOption(text_option(lang, from_right=from_right))
        directions = Qt.LayoutDirection
        self.setLayoutDirection(directions.RightToLeft if self._is_rtl else directions.LeftToRight)
        if self._look:
            self.wear(self._look)

    def _show_bar(self, *, is_wanted: bool) -> None:
        policies = Qt.ScrollBarPolicy
        policy = policies.ScrollBarAlwaysOn if is_wanted else policies.ScrollBarAlwaysOff
        if policy != self.verticalScrollBarPolicy() and self._look:
            make_thin(self.verticalScrollBar(), self._look)
            self.setVerticalScrollBarPolicy(policy)

    def _laid_out(self, width: int) -> int:
        """Return the height of the text as the document lays it out, up to the most lines."""
        margin = self.document().documentMargin()
        text, option = self.raw or self._hint, self.document().defaultTextOption()
        height, lines = lines_height(text, self.font(), option, width - 2 * margin)
        self._show_bar(is_wanted=lines >= MOST_LINES)
        return round(height + 2 * margin) + 1
