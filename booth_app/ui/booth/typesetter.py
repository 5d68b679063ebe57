"""Sets paragraphs in one look, and keeps them for as long as they may be painted again."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF

from booth_app.ui.booth.paragraph import ROW, Measure, Paragraph, Row, Run
from booth_app.ui.theme import Look, Role

_KEPT: Final = 500
"""Paragraphs a typesetter keeps: those of some twenty keys."""


class Typesetter:
    """Sets paragraphs in a look, and keeps them: a key changes few of those on the screen."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self._colors: dict[Role, QColor] = {}
        self._fonts: dict[tuple[float, bool], QFont] = {}
        self._measures: dict[tuple[float, bool], Measure] = {}
        self._kept: dict[tuple[tuple[Run, ...], float, Row], Paragraph] = {}

    def font(self, points: float, *, bold: bool = False) -> QFont:
        """Return the look's font, always the same object for the same type."""
        if (points, bold) not in self._fonts:
            self._fonts[points, bold] = self.look.font(points, bold=bold)
        return self._fonts[points, bold]

    def measure(self, run: Run) -> Measure:
        """Return how large the run's type is."""
        key = (run.points, run.bold)
        if key not in self._measures:
            font = self.font(run.points, bold=run.bold)
            metrics = QFontMetricsF(font)
            size = float(QFontInfo(font).pixelSize())
            self._measures[key] = Measure(size, metrics.ascent(), metrics.descent())
        return self._measures[key]

    def color(self, role: Role) -> QColor:
        """Return the look's colour of `role`, always the same object."""
        if role not in self._colors:
            self._colors[role] = self.look.color(role)
        return self._colors[role]

    def paragraph(self, runs: Sequence[Run], width: float, row: Row = ROW) -> Paragraph:
        """Return `runs` set in lines of at most `width` pixels."""
        whole = self.whole(runs, width, row)
        if not row.most_lines or whole.lines <= row.most_lines:
            return whole
        return self._paragraph(tuple(runs), width, row)

    def whole(self, runs: Sequence[Run], width: float, row: Row) -> Paragraph:
        """Return the paragraph with all its lines: enough to tell how high it will be."""
        return self._paragraph(tuple(runs), width, row._replace(most_lines=0))

    def width(self, text: str, points: float, *, bold: bool = False) -> float:
        """Return how wide `text` is on one line, in pixels."""
        return QFontMetricsF(self.font(points, bold=bold)).horizontalAdvance(text)

    def width_of(self, run: Run) -> float:
        """Return how wide a run is on one line, in pixels."""
        return self.width(run.text, run.points, bold=run.bold)

    def _paragraph(self, runs: tuple[Run, ...], width: float, row: Row) -> Paragraph:
        key = (runs, width, row)
        if key not in self._kept:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[key] = Paragraph(self, runs, width, row)
        return self._kept[key]
