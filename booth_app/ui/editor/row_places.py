"""Where the parts of a term's row stand, in a wide box and in a narrow one."""

from typing import Final, NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from booth_app.ui.editor.choice_field import ChoiceField
from booth_app.ui.editor.line_field import LineField
from booth_app.ui.editor.quiet_button import QuietButton
from booth_app.ui.editor.text_field import TextField
from booth_app.ui.theme import Look

_GAP: Final = 6
_LEAST_TEXT: Final = 240
"""Pixels of text beside which status and type stand in one line; with less, under one another."""


class RowPlaces(NamedTuple):
    """The parts of a row; the first stands at the right where the language runs from there."""

    text: TextField
    status: ChoiceField
    kind: ChoiceField
    source: TextField
    small: tuple[LineField | QuietButton, ...]
    """What follows the source."""
    is_rtl: bool

    def lay_out(self, width: int, look: Look) -> int:
        """Place the parts in `width` pixels; return where they end."""
        return self._lay_facts(self._lay_text(width, look) + 1, width, look)

    def _lay_text(self, width: int, look: Look) -> int:
        """Place text, status and type; return where they end."""
        gap, line = look.pixels(_GAP), self.status.height_for(0)
        one, two = self.status.widest(), self.kind.widest()
        is_stacked = width - one - two - 2 * gap < look.pixels(_LEAST_TEXT)
        side = max(one, two) if is_stacked else one + two + gap
        height = self.text.height_for(width - side - gap)
        self._place(self.text, QRect(0, 0, width - side - gap, height), width)
        x, drop = width - side, look.pixels(1 if is_stacked else 4)
        self._place(self.status, QRect(x, drop, one, line), width)
        if is_stacked:
            self._place(self.kind, QRect(x, drop + line, two, line), width)
            return max(height, drop + 2 * line)
        self._place(self.kind, QRect(x + one + gap, drop, two, line), width)
        return max(height, drop + line)

    def _lay_facts(self, y: int, width: int, look: Look) -> int:
        """Place the source and what follows it, beside it where there is room."""
        gap = look.pixels(_GAP)
        widths = [min(part.natural_width(), width // 2) for part in self.small]
        room = width - sum(widths) - 2 * gap
        is_beside = self.source.natural_width() <= room
        taken = room if is_beside else width
        height = self.source.height_for(taken)
        self._place(self.source, QRect(0, y, taken, height), width)
        x = room + gap // 2 if is_beside else 0
        y += 0 if is_beside else height
        line = max(part.height_for(0) for part in self.small)
        for part, natural in zip(self.small, widths, strict=True):
            self._place(part, QRect(x, y, natural, line), width)
            x += natural + gap // 2
        return y + line

    def _place(self, part: QWidget, at: QRect, width: int) -> None:
        if self.is_rtl:
            at.moveLeft(width - at.x() - at.width())
        part.setGeometry(at)
