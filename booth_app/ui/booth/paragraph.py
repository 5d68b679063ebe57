"""Plain text laid out and painted: runs of different type in one paragraph, letters underlined.

QTextLayout with formats, not a document: dozens of paragraphs are painted for every key typed.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from booth_app.ui.theme import Role

if TYPE_CHECKING:
    from booth_app.ui.booth.typesetter import Typesetter

ELLIPSIS: Final = "…"
LEADING: Final = 1.36
"""The height of a line in sizes of its type: what the bundled Latin font asks for."""

ARABIC_LEADING: Final = 1.66
"""Arabic stands in taller lines."""

_UNDERLINE: Final = 0.06
_BELOW: Final = 0.13
"""An underline's thickness, and how far it stands below the letters, in sizes of the type."""

_ENDLESS: Final = 2_000
"""Characters of a run that are laid out: more never fits on a screen."""


Span = tuple[int, int]
"""A stretch of a text, in characters."""


class Run(NamedTuple):
    """A stretch of harmless text of one type."""

    text: str
    points: float
    role: Role
    bold: bool = False


class Measure(NamedTuple):
    """A type's size and how far it reaches above and below its letters' line, in pixels."""

    size: float
    ascent: float
    descent: float


class Row(NamedTuple):
    """How a paragraph is set.

    Right-to-left paragraphs stand at the right edge; `flush_right` puts a left-to-right one there
    too. `leading` is the height of every line, whatever letters stand in it, in sizes of the first
    run's type. `most_lines` 0 is as many as it takes; what does not fit ends in an ellipsis.
    """

    right_to_left: bool = False
    flush_right: bool = False
    leading: float = LEADING
    most_lines: int = 0


ROW: Final = Row()
"""As many left-aligned lines as it takes."""


class Paragraph:
    """Runs set in lines, ready to be painted anywhere. `rest` is the text that was cut off."""

    def __init__(self, setter: "Typesetter", runs: Sequence[Run], width: float, row: Row) -> None:
        self._setter, self._row, self._width = setter, row, max(width, 1.0)
        self.rest = ""
        runs = [run._replace(text=run.text[:_ENDLESS]) for run in runs]
        self._set(runs)
        if row.most_lines and self.lines > row.most_lines:
            self._cut(runs, row.most_lines)

    @property
    def is_cut(self) -> bool:
        """Whether not all of the text is there."""
        return bool(self.rest)

    @property
    def height(self) -> float:
        """The height of all lines in pixels."""
        return self._height

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return self._layout.lineCount()

    def height_of(self, most_lines: int) -> float:
        """Return the height of at most so many lines, 0 for all."""
        lines = min(self.lines, most_lines) if most_lines else self.lines
        return self._height / self.lines * lines

    @property
    def baseline(self) -> float:
        """How far below its top the first line's letters stand."""
        return self._baseline

    @property
    def left(self) -> float:
        """Where the leftmost line begins."""
        lines = (self._layout.lineAt(n) for n in range(self.lines))
        return float(min(line.naturalTextRect().left() for line in lines))

    @property
    def end(self) -> QPointF:
        """Where the last line ends, on its baseline: at its left for right-to-left text."""
        line = self._layout.lineAt(self.lines - 1)
        rect = line.naturalTextRect()
        x = rect.left() if self._row.right_to_left else rect.right()
        return QPointF(x, line.y() + line.ascent())

    def under(self, spans: Sequence[Span]) -> Iterator[QRectF]:
        """Yield the lines to draw under `spans` of the text, a little below its letters.

        Drawn apart, they leave the text itself as it was laid out: with most keys only they change.
        """
        text = self._layout.text()
        length = len(text) - len(ELLIPSIS) * self.is_cut
        for begin, end in spans:
            start, stop = _units(text[:begin]), _units(text[: min(end, length)])
            for line in (self._layout.lineAt(n) for n in range(self.lines)):
                first = max(start, line.textStart())
                last = min(stop, line.textStart() + line.textLength())
                if first < last:
                    yield self._under(line, first, last)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it with its top left corner at `x`, `y`."""
        painter.setPen(self._color)
        self._layout.draw(painter, QPointF(x, y))

    def _under(self, line: QTextLine, first: int, last: int) -> QRectF:
        size = self._size
        if self._row.right_to_left:
            left, right = _drawn(line, first, last)
        else:
            left, right = sorted(_x(line, place) for place in (first, last))
        thickness = max(1.0, round(size * _UNDERLINE))
        return QRectF(
            left, round(line.y() + line.ascent() + size * _BELOW), right - left, thickness
        )

    def _set(self, runs: Sequence[Run]) -> None:
        font = self._setter.font(runs[0].points, bold=runs[0].bold)
        # One run needs no formats, which cost as much as the letters: its colour is the pen's.
        self._color = self._setter.color(runs[0].role)
        formats = self._formats(runs) if len(runs) > 1 else []
        layout = self._laid_out("".join(run.text for run in runs), font, formats)
        self._size, ascent, descent = self._setter.measure(runs[0])
        step = self._size * self._row.leading
        self._baseline = (step + ascent - descent) / 2
        height = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0.0, height + self._baseline - line.ascent()))
            height += step
        layout.endLayout()
        self._layout, self._height = layout, height

    def _laid_out(
        self, text: str, font: QFont, formats: list[QTextLayout.FormatRange]
    ) -> QTextLayout:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        rtl, ltr = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
        option.setTextDirection(rtl if self._row.right_to_left else ltr)
        at_right = self._row.right_to_left or self._row.flush_right
        side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        layout = QTextLayout(text, font)
        layout.setTextOption(option)
        if formats:
            layout.setFormats(formats)
        layout.setCacheEnabled(True)
        return layout

    def _formats(self, runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
        ranges = []
        start = 0
        for run in runs:
            form = QTextCharFormat()
            form.setFont(self._setter.font(run.points, bold=run.bold))
            form.setForeground(self._setter.color(run.role))
            span = QTextLayout.FormatRange()
            span.start, span.length, span.format = start, _units(run.text), form
            ranges.append(span)
            start += span.length
        return ranges

    def _cut(self, runs: Sequence[Run], most_lines: int) -> None:
        """Shorten the text, a word at a time, until it and an ellipsis fit `most_lines`."""
        text = self._layout.text()
        if most_lines == 1:
            keep = self._fitting_on_a_line(runs[-1])
        else:
            last = self._layout.lineAt(most_lines - 1)
            keep = _characters(text, last.textStart() + last.textLength())
        while True:
            kept = text[:keep].rstrip()
            self._set(_beginning(runs, len(kept)))
            if self.lines <= most_lines or keep <= 1:
                break
            space = kept.rfind(" ", max(0, len(kept) - 25))
            keep = space if space > 0 and most_lines > 1 else len(kept) - 1
        self.rest = text[len(kept) :].strip() or ELLIPSIS

    def _fitting_on_a_line(self, last: Run) -> int:
        """Return how many characters fit one line beside an ellipsis: parts of words too."""
        text = self._layout.text()
        room = self._width - self._setter.width(ELLIPSIS, last.points, bold=last.bold) - 1
        if runs_both_ways(text):  # a place in such a line says nothing of how much stands before
            counts = range(len(text) + 1)
            return max(
                0, bisect_right(counts, room, key=lambda count: self._advance(text[:count])) - 1
            )
        endless = self._endless(text)
        line = endless.lineAt(0)
        shown = line.naturalTextRect()
        x = shown.right() - room if self._row.right_to_left else shown.left() + room
        return _characters(text, int(line.xToCursor(x)))

    def _advance(self, text: str) -> float:
        endless = self._endless(text)
        return float(endless.lineAt(0).naturalTextWidth()) if text else 0.0

    def _endless(self, text: str) -> QTextLayout:
        """Return `text` set in one line, however long."""
        layout = self._laid_out(text, self._layout.font(), self._layout.formats())
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(_ENDLESS * 100.0)
        layout.endLayout()
        return layout


def _beginning(runs: Sequence[Run], length: int) -> list[Run]:
    """Return the first `length` characters of `runs`, an ellipsis after them."""
    kept: list[Run] = []
    for run in runs:
        if length <= 0 and kept:
            break
        kept.append(run._replace(text=run.text[:length]))
        length -= len(run.text)
    last = kept[-1]
    return [*kept[:-1], last._replace(text=last.text + ELLIPSIS)]


def _x(line: QTextLine, place: int) -> float:
    """Return where the letter at `place` begins. Qt gives a pair, its stubs one number."""
    found: object = line.cursorToX(place)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


def _drawn(line: QTextLine, first: int, last: int) -> tuple[float, float]:
    """Return between which edges the letters from `first` to `last` are drawn.

    In a right-to-left line Qt's cursor does not tell it of Latin letters: where the line wraps
    after them it stands a space too far left, and before the first of them at their other end.
    """
    boxes = [run.boundingRect() for run in line.glyphRuns(first, last - first)]
    return min(box.left() for box in boxes), max(box.right() for box in boxes)


def runs_both_ways(text: str) -> bool:
    """Whether parts of `text` run to the left and others to the right."""
    kinds = {bidirectional(character) for character in text}
    return "L" in kinds and bool(kinds & {"R", "AL"})


def _units(text: str) -> int:
    """Return the length of `text` as Qt counts: characters beyond U+FFFF are two."""
    if max(text, default="") <= "\uffff":
        return len(text)
    return len(text) + sum(character > "\uffff" for character in text)


def _characters(text: str, units: int) -> int:
    """Return how many characters the first `units` of Qt's units are."""
    if text.isascii():
        return units
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))
