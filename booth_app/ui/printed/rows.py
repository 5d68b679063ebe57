"""A row of the sheet on paper: a letter where one begins, terms side by side, notes below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPainter

from booth_app.exchange.printed_rows import PrintedRow
from booth_app.languages import NAMES, RIGHT_TO_LEFT, Lang
from booth_app.ui.printed.lines import Line, Lines, Setting
from booth_app.ui.theme import FAMILIES

_TERMS: Final = 10.5  # points
_NOTES: Final = 8.5
_LETTER: Final = 14.0
_GAP: Final = 3.0  # millimetres between two columns
_AIR: Final = 1.0  # above and below a row
INK: Final = QColor("#000000")
GREY: Final = QColor("#444444")


class Band(NamedTuple):
    """Texts that stand side by side: where each begins, and its lines; the colour of all."""

    columns: Sequence[tuple[float, Lines]]
    color: QColor = INK


@dataclass(slots=True)
class Slice:
    """What stands of a row on one page."""

    height: float = 0.0
    is_last: bool = True
    _lines: list[tuple[QPointF, Line, QColor]] = field(default_factory=list)

    def add(self, x: float, lines: Sequence[Line], color: QColor) -> None:
        """Add lines, one below the other, from the present height on."""
        y = self.height
        for line in lines:
            self._lines.append((QPointF(x, y), line, color))
            y += line.height

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it with its corner at a place."""
        corner = QPointF(x, y)
        for place, line, color in self._lines:
            painter.setPen(color)
            line.line.draw(painter, place + corner)


class RowSetting:
    """How the rows of one sheet are set on one device."""

    def __init__(self, device: QPagedPaintDevice, languages: Sequence[Lang]) -> None:
        self._device = device
        self.width = float(device.width())
        dots = device.logicalDpiX() / 25.4
        self.air = _AIR * dots
        self._step = (self.width + _GAP * dots) / len(languages)
        self._notes = self.setting(_NOTES)
        self._languages = languages
        column = self._step - _GAP * dots
        self._terms = {
            lang: Setting(device, _font(_TERMS), column, lang in RIGHT_TO_LEFT)
            for lang in languages
        }
        first = languages[0] in RIGHT_TO_LEFT
        self._letter = Setting(device, _font(_LETTER, bold=True), column, first)

    def setting(self, points: float, *, bold: bool = False) -> Setting:
        """Return how a text is set that has the whole width."""
        return Setting(self._device, _font(points, bold=bold), self.width)

    def heads(self) -> Band:
        """Return what stands above the columns."""
        return self._side_by_side([(NAMES[lang], len(NAMES[lang])) for lang in self._languages])

    def bands(self, row: PrintedRow, *, with_letter: bool) -> list[Band]:
        """Return what a row consists of, from above."""
        letter = [Band([(0.0, Lines(row.letter, self._letter))])] if with_letter else []
        terms = self._side_by_side(list(zip(row.texts, row.preferred, strict=True)))
        notes = [Band([(0.0, Lines(row.notes, self._notes))], GREY)] if row.notes else []
        return [*letter, terms, *notes]

    def _side_by_side(self, texts: Sequence[tuple[str, int]]) -> Band:
        columns = zip(self._languages, texts, strict=True)
        return Band(
            [
                (number * self._step, Lines(text, self._terms[lang], bold))
                for number, (lang, (text, bold)) in enumerate(columns)
            ]
        )


def slices(bands: Sequence[Band], room: float, air: float) -> Iterator[Slice]:
    """Yield a row in one piece where it fits into `room`, else filling page after page."""
    waiting = list(bands)
    while True:
        part = Slice(air)
        while waiting and _add(part, waiting[0], room - air):
            del waiting[0]
        part.height += air
        part.is_last = not waiting
        yield part
        if part.is_last:
            return


def _add(part: Slice, band: Band, room: float) -> bool:
    """Add to `part` what fits of a band; tell whether that is all of it."""
    bottom = part.height
    for x, lines in band.columns:
        taken, height = lines.take(room - part.height)
        part.add(x, taken, band.color)
        bottom = max(bottom, part.height + height)
    part.height = bottom
    return all(lines.next is None for _, lines in band.columns)


def _font(points: float, *, bold: bool = False) -> QFont:
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPointSizeF(points)
    font.setBold(bold)
    return font
