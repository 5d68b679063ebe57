"""The first start, said in the window: which language, what to try, what is shown."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from booth_app.languages import LANGUAGES, Lang
from booth_app.ui.theme import Look

EXAMPLE: Final = "imrf"
"""The look-up that is offered to try: an acronym that three languages share."""

_POINTS: Final = 12.0
_GAP: Final = 10


class WelcomeLine(QWidget):
    """A key and a button for each language, and something to try; wraps where it must."""

    target_chosen = Signal(str)
    example_tried = Signal(str)

    def __init__(self, look: Look, keys: Mapping[Lang, str]) -> None:
        """Make the line; `keys` are the names of the keys that set each target language."""
        super().__init__()
        self._look = look
        self._parts: list[QLabel | QPushButton] = []
        self._say(self.tr("You work into:"))
        for lang in LANGUAGES:
            button = self._button(f"{lang.upper()}  {keys.get(lang, '')}".rstrip())
            button.clicked.connect(lambda _=False, lang=lang: self.target_chosen.emit(lang))
        self._say(self.tr("Try:"))
        self._button(EXAMPLE).clicked.connect(lambda: self.example_tried.emit(EXAMPLE))
        self._say(self.tr("Rehearsal of a past meeting"))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.wear(look)

    def wear(self, look: Look) -> None:
        """Dress in `look`."""
        self._look = look
        theme = look.theme
        self.setStyleSheet(
            f"QPushButton {{ color: {theme.text}; background: {theme.panel};"
            f" border: 1px solid {theme.faint}; border-radius: {look.pixels(6)}px;"
            f" padding: {look.pixels(3)}px {look.pixels(10)}px; }}"
            f"QLabel {{ color: {theme.dim}; }}"
        )
        for part in self._parts:
            part.setFont(look.font(_POINTS, bold=isinstance(part, QPushButton)))
        self.updateGeometry()
        self._flow(self.width())

    def sizeHint(self) -> QSize:
        """Override QWidget.sizeHint."""
        width = self._look.pixels(700)
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """Override QWidget.heightForWidth."""
        return self._flow(width, move=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget.resizeEvent."""
        super().resizeEvent(event)
        self._flow(self.width())

    def _flow(self, width: int, *, move: bool = True) -> int:
        """Set the parts side by side, in further lines where they end; return the height."""
        gap = self._look.pixels(_GAP)
        row = max(part.sizeHint().height() for part in self._parts)
        x = y = 0
        for part in self._parts:
            size = part.sizeHint()
            if x and x + size.width() > width:
                x, y = 0, y + row + gap
            if move:
                part.resize(size)
                part.move(QPoint(x, y + (row - size.height()) // 2))
            x += size.width() + gap
        return y + row

    def _say(self, words: str) -> None:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self._parts.append(label)

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._parts.append(button)
        return button
