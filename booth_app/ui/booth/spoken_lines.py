"""What a panel paints, line by line, for a screen reader or a Braille display."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QLocale, QRect, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from booth_app.languages import Lang
from booth_app.ui.booth.harmless import unisolated


class SpokenLine(NamedTuple):
    """A line of harmless text and the language it begins in."""

    text: str
    lang: Lang = "en"


class SpokenLines:
    """Lays a label over each line that `panel` paints: nothing to see, one line to read.

    The labels exist only where assistive technology is at work, and are made once the panel has
    painted: elsewhere, and before the first paint, they cost next to nothing.
    """

    def __init__(self, panel: QWidget) -> None:
        self._panel = panel
        self._labels: list[_Unseen] = []
        self._lines: Sequence[SpokenLine] = ()
        self._boxes: Sequence[QRect] = ()
        self._later = QTimer(panel, singleShot=True, interval=0)
        self._later.timeout.connect(self._lay)

    def say(self, lines: Sequence[SpokenLine]) -> None:
        """Have these lines read, in this order, in place of those before."""
        self._lines = lines
        self._later.start()

    def place(self, boxes: Sequence[QRect]) -> None:
        """Lay each line where it is painted; those that found no room keep to the panel."""
        self._boxes = boxes
        self._later.start()

    def _lay(self) -> None:
        from PySide6.QtGui import QAccessible  # 2 ms of the first paint otherwise

        if not self._labels and not QAccessible.isActive():
            return
        while len(self._labels) < len(self._lines):
            self._labels.append(_Unseen(self._panel))
        for label, line in zip(self._labels, self._lines, strict=False):
            label.setLocale(QLocale(line.lang))
            label.setText(unisolated(line.text))
        for at, label in enumerate(self._labels):
            label.setGeometry(self._boxes[at] if at < len(self._boxes) else self._panel.rect())
            label.setVisible(at < len(self._lines))


class _Unseen(QLabel):
    """A label that only assistive technology finds."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QLabel.paintEvent: the panel has painted it."""
