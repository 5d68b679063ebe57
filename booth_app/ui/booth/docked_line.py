"""Two lines where the columns have no room: who speaks, and what is now and next.

What has no room is said in fewer words or left out; a word is cut only where it is the last one.
"""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from booth_app.languages import RIGHT_TO_LEFT
from booth_app.ui.booth.docked_wording import NowLine, SpeakerLine
from booth_app.ui.booth.fewer_words import fewer_words
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
_ROW: Final = Row(leading=LEADING, most_lines=1)
"""How both lines are set."""


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
        """Paint the name and the most of what follows it that has room whole."""
        name, rest, briefs = self._speaker
        row = _ROW._replace(right_to_left=name.lang in RIGHT_TO_LEFT)
        says = [self._runs(name.text, text) for text in (rest, *briefs)]
        says += [self._runs(words, "") for words in fewer_words(name.text) if words]
        self._paint(painter, self._first_fitting(says, self._room(x), row), x, y, row)

    def _runs(self, name: str, rest: str) -> list[Run]:
        runs = (Run(name, _POINTS, "text", bold=True), Run(rest, _POINTS, "dim"))
        return [run for run in runs if run.text]

    def _paint_now(self, painter: QPainter, x: int, y: int) -> None:
        """Paint what is left on amber once the item has begun: the one thing amber says."""
        left, after = self._fitting_now(x)
        if left:
            pill = self._look.pixels(_PILL)
            width = self._pill_width(left)
            role: Role = "now" if self._now.is_now else "dim"
            if self._now.is_now:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setBrush(self._look.color("now_background"))
                painter.setPen(Qt.PenStyle.NoPen)
                box = QRectF(x - pill, y + 1, width, self._step() - 2)
                painter.drawRoundedRect(box, pill / 2, pill / 2)
            self._paint(painter, [Run(left, _POINTS, role, bold=True)], x, y, _ROW)
            x += round(width)
        if after:
            self._paint(painter, [Run(after, _POINTS, "text")], x, y, _ROW)

    def _fitting_now(self, x: int) -> tuple[str, str]:
        """Return the fullest pair of what is left and what comes next that has room from `x`."""
        pairs = ((self._now.left, self._now.after), *self._now.briefs)
        room = self._room(x)
        for left, after in pairs:
            taken = self._pill_width(left) if left and after else 0
            run = Run(after, _POINTS, "text") if after else Run(left, _POINTS, "text", bold=True)
            if self._fits([run], room - taken, _ROW):
                return left, after
        return pairs[-1]

    def _pill_width(self, left: str) -> float:
        return self._setter.width(left, _POINTS, bold=True) + 2 * self._look.pixels(_PILL)

    def _first_fitting(self, says: list[list[Run]], room: float, row: Row) -> list[Run]:
        """Return the first of `says` that stands on a line; the last where none does."""
        return next((runs for runs in says if self._fits(runs, room, row)), says[-1])

    def _fits(self, runs: list[Run], room: float, row: Row) -> bool:
        return not runs or (room > 0 and self._setter.whole(runs, room, row).lines <= 1)

    def _paint(self, painter: QPainter, runs: list[Run], x: int, y: int, row: Row) -> None:
        width = self._room(x)
        if runs and width > self._step():  # less has no room for a letter and an ellipsis
            self._setter.paragraph(runs, width, row).draw(painter, x, y)

    def _room(self, x: int) -> int:
        return self.width() - x - self._look.pixels(_SIDE)

    def _step(self) -> int:
        return round(self._setter.measure(Run("", _POINTS, "text")).size * LEADING)

    def _renew(self) -> None:
        speaker = f"{self._speaker.name.text}{self._speaker.rest}"
        now = " · ".join(part for part in (self._now.left, self._now.after) if part)
        self.setAccessibleName(f"{speaker}. {now}")
        self.update()
