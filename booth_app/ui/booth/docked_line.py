"""Two lines where the columns have no room: who speaks, and what is now and next."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from booth_app.languages import RIGHT_TO_LEFT
from booth_app.ui.booth.docked_wording import NowLine, SpeakerLine
from booth_app.ui.booth.paragraph import Row, Run
from booth_app.ui.booth.speaker_wording import Printed
from booth_app.ui.booth.typesetter import Typesetter
from booth_app.ui.theme import Look, Role

_POINTS: Final = 12.75
LEADING: Final = 1.48
"""The height of a line in sizes of its type: enough for one line of Arabic, the same for all."""
_SIDE: Final = 16
_ABOVE: Final = 6
_PILL: Final = 6
"""Pixels at 100 % beside the words that stand on a ground of their own."""


class DockedLine(QWidget):
    """Shows who speaks and how long the item still has; as high as two lines, whatever is said."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._speaker = SpeakerLine(Printed("", "en"), "")
        self._now = NowLine("", is_now=False, after="")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.wear(look)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        self._setter = Typesetter(look)
        self.setFixedHeight(look.pixels(2 * _ABOVE) + 2 * self._step())
        self.update()

    def show_speaker(self, line: SpeakerLine) -> None:
        """Show who speaks or who is expected."""
        if line != self._speaker:
            self._speaker = line
            self._renew()

    def show_now(self, line: NowLine) -> None:
        """Show what is now and next; nothing is done where nothing changed."""
        if line != self._now:
            self._now = line
            self._renew()

    def sizeHint(self) -> QSize:
        """Override QWidget.sizeHint: two lines."""
        return QSize(self._look.pixels(360), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget.paintEvent: a thin line, who speaks, what is now and next."""
        side, above = self._look.pixels(_SIDE), self._look.pixels(_ABOVE)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.color("panel"))
            painter.fillRect(0, 0, self.width(), 1, self._look.color("line"))
            self._paint_speaker(painter, side, above)
            self._paint_now(painter, side, above + self._step())

    def _paint_speaker(self, painter: QPainter, x: int, y: int) -> None:
        name, rest = self._speaker
        runs = [
            Run(name.text, _POINTS, "text", bold=True),
            Run(rest, _POINTS, "dim"),
        ]
        rtl = name.lang in RIGHT_TO_LEFT
        self._paint(painter, [run for run in runs if run.text], x, y, rtl=rtl)

    def _paint_now(self, painter: QPainter, x: int, y: int) -> None:
        """Paint what is left on amber once the item has begun: the one thing amber says."""
        left, is_now, after = self._now
        if left:
            pill = self._look.pixels(_PILL)
            width = self._setter.width(left, _POINTS, bold=True) + 2 * pill
            role: Role = "now" if is_now else "dim"
            if is_now:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setBrush(self._look.color("now_background"))
                painter.setPen(Qt.PenStyle.NoPen)
                box = QRectF(x - pill, y + 1, width, self._step() - 2)
                painter.drawRoundedRect(box, pill / 2, pill / 2)
            self._paint(painter, [Run(left, _POINTS, role, bold=True)], x, y)
            x += round(width)
        self._paint(painter, [Run(after, _POINTS, "text")], x, y)

    def _paint(
        self, painter: QPainter, runs: list[Run], x: int, y: int, *, rtl: bool = False
    ) -> None:
        width = self.width() - x - self._look.pixels(_SIDE)
        if runs and width > self._step():  # less has no room for a letter and an ellipsis
            row = Row(rtl, leading=LEADING, most_lines=1)
            self._setter.paragraph(runs, width, row).draw(painter, x, y)

    def _step(self) -> int:
        return round(self._setter.measure(Run("", _POINTS, "text")).size * LEADING)

    def _renew(self) -> None:
        speaker = f"{self._speaker.name.text}{self._speaker.rest}"
        now = " · ".join(part for part in (self._now.left, self._now.after) if part)
        self.setAccessibleName(f"{speaker}. {now}")
        self.update()
