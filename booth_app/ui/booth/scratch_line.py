"""The scratch line: one thing parked in sight, large, until another takes its place."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from booth_app.languages import RIGHT_TO_LEFT, Lang, script
from booth_app.ui.booth.harmless import harmless
from booth_app.ui.booth.paragraph import Row, Run
from booth_app.ui.booth.typesetter import Typesetter
from booth_app.ui.theme import Look

_POINTS = 26.0
_LEAST_POINTS = 16.0
_LEADING = 1.5
_AIR = 6
_INSET = 4


class ScratchLine(QWidget):
    """Paints one line, in smaller type where it is long; at last it ends in an ellipsis."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.wear(look)

    @property
    def text(self) -> str:
        """What is parked."""
        return self._text

    def park(self, text: str) -> None:
        """Show `text` in place of what stood there."""
        self._text = harmless(text)
        self.setAccessibleName(self.tr("Scratch line: {}").format(self._text))
        self.update()

    def wear(self, look: Look) -> None:
        """Dress in `look`."""
        self._look = look
        self._setter = Typesetter(look)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Override QWidget.sizeHint: one line."""
        size = self._setter.measure(Run("", _POINTS, "text")).size
        return QSize(self._look.pixels(400), round(size * _LEADING) + self._look.pixels(2 * _AIR))

    def minimumSizeHint(self) -> QSize:
        """Override QWidget.minimumSizeHint: it never widens a window."""
        return QSize(100, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget.paintEvent: a thin line, and below it the text."""
        lang: Lang = "ar" if script(self._text) == "arabic" else "en"
        inset, width = self._look.pixels(_INSET), self.width() - 2 * self._look.pixels(_INSET)
        points = max(_LEAST_POINTS, min(_POINTS, _POINTS * width / self._width_of_text()))
        row = Row(lang in RIGHT_TO_LEFT, leading=_LEADING, most_lines=1)
        line = self._setter.paragraph([Run(self._text, points, "text", bold=True)], width, row)
        with QPainter(self) as painter:
            painter.fillRect(inset, 0, width, 1, self._look.color("line"))
            line.draw(painter, inset, (self.height() - line.height) / 2)

    def _width_of_text(self) -> float:
        return max(1.0, self._setter.width(self._text, _POINTS, bold=True) + 4)
