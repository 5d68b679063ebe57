"""One trap or external reference: its texts, each under its caption."""

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from booth_app.terminology.fields import Field, Part
from booth_app.ui.editor.field_keys import row_action
from booth_app.ui.editor.line_field import LineField
from booth_app.ui.editor.plain_words import PlainWords
from booth_app.ui.editor.text_field import TextField
from booth_app.ui.theme import Look

_GAP: Final = 5
_CAPTION: Final = 8.0


class Kind(NamedTuple):
    """What parts of one kind have: how a new one is made, its texts with their captions.

    Texts in `growing` take lines of their own, the others share one.
    """

    part: Part
    word: str
    new: Callable[[], Any]
    texts: Mapping[str, str]
    growing: frozenset[str] = frozenset()


class PartRow(QWidget):
    """The texts of one part."""

    edited = Signal(int, str, str)
    removed = Signal(int)
    grew = Signal()

    def __init__(self, parent: QWidget, kind: Kind, look: Look) -> None:
        super().__init__(parent)
        self._kind, self._look, self._number = kind, look, 0
        self._lines: dict[str, LineField] = {}
        self._texts: dict[str, TextField] = {}
        self._captions: dict[str, PlainWords] = {}
        for name, caption in kind.texts.items():
            field: LineField | TextField
            if name in kind.growing:
                field = self._texts[name] = TextField(self, breaks=True)
                field.grew.connect(self.grew)
            else:
                field = self._lines[name] = LineField(self, framed=True)
            self._captions[name] = PlainWords(self, _CAPTION, "faint")
            self._captions[name].say(caption)
            field.edited.connect(lambda f, v: self.edited.emit(self._number, f.name, v))
        self._fields: dict[str, LineField | TextField] = {**self._lines, **self._texts}
        self.wear(look)

    def show_part(self, part: Any, number: int) -> None:  # noqa: ANN401
        """Show `part`, which is number `number` of its kind, from 1."""
        self._number = number
        for name, field in self._fields.items():
            bound = Field(self._kind.part, name=name)
            field.bind(bound, f"{self._kind.word.capitalize()} {number}: {self._kind.texts[name]}")
            value = getattr(part, name)
            field.show_value(" ".join(value) if isinstance(value, tuple) else value)

    def show_problem(self, problem: str) -> None:
        """Frame the texts; empty text frees them."""
        for field in self._fields.values():
            field.show_problem(problem)

    def stops(self) -> list[QWidget]:
        """Return the widgets that Tab stops at, in their order."""
        return list(self._fields.values())

    def set_read_only(self, *, read_only: bool) -> None:
        """Take no typing, or take it again."""
        for field in self._fields.values():
            field.set_read_only(read_only=read_only)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        for field in self._fields.values():
            field.wear(look)
        for caption in self._captions.values():
            caption.wear(look)

    def height_for(self, width: int) -> int:
        """Lay the texts out for this width; return the pixels of height that they take."""
        gap = self._look.pixels(_GAP)
        count = len(self._lines)
        each = (width - (count - 1) * gap) // max(1, count)
        y = max(self._lay(name, at * (each + gap), 0, each) for at, name in enumerate(self._lines))
        for name in self._texts:
            y = self._lay(name, 0, y + 2, width)
        return y

    def _lay(self, name: str, x: int, y: int, width: int) -> int:
        """Lay a text out under its caption; return where it ends."""
        caption, field = self._captions[name], self._fields[name]
        above = caption.height_for(width)
        caption.setGeometry(x, y, width, above)
        height = field.height_for(width)
        field.setGeometry(x, y + above, width, height)
        return y + above + height

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget.keyPressEvent: the key that deletes a term deletes the part."""
        if row_action(event) == "delete":
            self.removed.emit(self._number)
        else:
            super().keyPressEvent(event)
