"""The first start, said in the window: which language, what to try, what is shown."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from booth_app.languages import LANGUAGES, Lang
from booth_app.ui.booth.plain_label import plain_label
from booth_app.ui.theme import Look

EXAMPLE: Final = "imrf"
"""The look-up that is offered to try: an acronym that three languages share."""

_POINTS: Final = 12.0
_GAP: Final = 10


class WelcomeLine(QWidget):
    """A key and a button for each language, and something to try; wraps where it must."""

    target_chosen = Signal(str)
    reading_switched = Signal(str)
    """A language that is to be read under hits, or no longer."""
    example_tried = Signal(str)

    def __init__(
        self, look: Look, keys: Mapping[Lang, str], reading_keys: Mapping[Lang, str]
    ) -> None:
        """Make the line; the keys are named that set each target, and switch what is read."""
        super().__init__()
        self._look = look
        self._keys, self._reading_keys = keys, reading_keys
        self._parts: list[QLabel | QPushButton] = []
        self._target: Lang | None = None
        self._say(self.tr("You work into:"))
        self._targets = {lang: self._button("") for lang in LANGUAGES}
        self._say(self.tr("You read, in this order:"))
        self._reading = {lang: self._button("") for lang in LANGUAGES}
        for lang in LANGUAGES:
            self._targets[lang].clicked.connect(
                lambda _=False, lang=lang: self.target_chosen.emit(lang)
            )
            self._reading[lang].clicked.connect(
                lambda _=False, lang=lang: self.reading_switched.emit(lang)
            )
        self._say(self.tr("Try:"))
        self._button(EXAMPLE).clicked.connect(lambda: self.example_tried.emit(EXAMPLE))
        self._say(self.tr("Rehearsal of a past meeting"))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._name_targets()
        self.show_reads(LANGUAGES)
        self.wear(look)

    @property
    def is_answered(self) -> bool:
        """Whether the target language was chosen."""
        return self._target is not None

    def show_target(self, target: Lang) -> None:
        """Mark the language that was chosen to work into."""
        self._target = target
        self._name_targets()
        self._fit()

    def show_reads(self, reads: Sequence[Lang]) -> None:
        """Show the languages that are read by a number each, in their order."""
        for lang, button in self._reading.items():
            number = f"{reads.index(lang) + 1}. " if lang in reads else ""
            button.setText(f"{number}{lang.upper()}  {self._reading_keys.get(lang, '')}".rstrip())
            state = self.tr("read") if number else self.tr("not read")
            button.setAccessibleName(f"{lang.upper()}, {state}")
        self._fit()

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
        self._fit()

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

    def _name_targets(self) -> None:
        for lang, button in self._targets.items():
            mark = "• " if lang == self._target else ""
            button.setText(f"{mark}{lang.upper()}  {self._keys.get(lang, '')}".rstrip())
            button.setAccessibleName(f"{lang.upper()}, {self.tr('chosen')}" if mark else "")

    def _fit(self) -> None:
        self.updateGeometry()
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
        self._parts.append(plain_label(words, self))

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._parts.append(button)
        return button
