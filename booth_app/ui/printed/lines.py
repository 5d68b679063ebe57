"""A text as lines of one width, laid out a piece at a time however long the text is."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

_PIECE: Final = 2_000
"""Characters laid out at once: the longest that the window ever waits for."""


_ARABIC: Final = 1.12
"""Times the distance of two Latin lines, that of two Arabic ones: marks above, letters below."""


class Line(NamedTuple):
    """A line, `height` above the next one, and the layout that owns it."""

    layout: QTextLayout
    line: QTextLine
    height: float


@dataclass(frozen=True)
class Setting:
    """How a text is set: its font, its width in dots of the device, its direction."""

    device: QPagedPaintDevice
    font: QFont
    width: float
    right_to_left: bool = False

    @cached_property
    def metrics(self) -> QFontMetricsF:
        """The measures of the font on the device."""
        return QFontMetricsF(self.font, self.device)

    @cached_property
    def line_height(self) -> float:
        """How far apart two lines stand.

        Fonts differ in height: it is that of the first, whatever letters a line holds.
        """
        return self.metrics.height() * (_ARABIC if self.right_to_left else 1)

    @cached_property
    def option(self) -> QTextOption:
        """Where lines end, and on which side they begin."""
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        right = self.right_to_left
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        direction = Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
        option.setTextDirection(direction)
        return option


class Lines:
    """The lines of a text, one after the other; `bold` is how much of its beginning is bold."""

    def __init__(self, text: str, setting: Setting, bold: int = 0) -> None:
        self._lines = _laid_out(text, setting, bold)
        self.next = next(self._lines, None)
        """The line that comes next; None after the last."""

    def take(self, room: float) -> tuple[list[Line], float]:
        """Return the next lines that are not higher than `room` together, and their height."""
        taken: list[Line] = []
        height = 0.0
        while self.next is not None and height + self.next.height <= room:
            taken.append(self.next)
            height += self.next.height
            self.next = next(self._lines, None)
        return taken, height


def _laid_out(text: str, setting: Setting, bold: int) -> Iterator[Line]:
    start = 0
    for piece in _pieces(text):
        yield from _lines_of(piece, setting, max(0, min(bold - start, len(piece))))
        start += len(piece)


def _pieces(text: str) -> Iterator[str]:
    """Cut `text` after a space where it is very long; no space, no mercy."""
    start = 0
    while len(text) - start > _PIECE:
        end = text.rfind(" ", start, start + _PIECE) + 1 or start + _PIECE
        yield text[start:end]
        start = end
    if start < len(text):
        yield text[start:]


def _lines_of(piece: str, setting: Setting, bold: int) -> Iterator[Line]:
    layout = QTextLayout(piece, setting.font, setting.device)
    layout.setTextOption(setting.option)
    if bold:
        layout.setFormats([_bold(_units(piece[:bold]))])
    ascent, height = setting.metrics.ascent(), setting.line_height
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(setting.width)
        line.setPosition(QPointF(0, ascent - line.ascent()))
        lines.append(Line(layout, line, height))
    layout.endLayout()
    yield from lines


def _bold(length: int) -> QTextLayout.FormatRange:
    bold = QTextLayout.FormatRange()
    bold.start, bold.length = 0, length
    shape = QTextCharFormat()
    shape.setFontWeight(QFont.Weight.Bold)
    bold.format = shape
    return bold


def _units(text: str) -> int:
    """Return the length of `text` as Qt counts it."""
    return len(text.encode("utf-16-le")) // 2
