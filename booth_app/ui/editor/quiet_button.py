"""A button that looks like a word of the form: framed while the keyboard is on it, or as a chip."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from booth_app.ui.theme import Look, Role

_POINTS: Final = 9.0
_PAD: Final = 4
_CHIP_PAD: Final = 10


class QuietButton(QPushButton):
    """Shows its words in a colour by role; Enter and Space press it, Del asks to remove it."""

    removed = Signal()

    def __init__(
        self, words: str, parent: QWidget, *, role: Role = "focus", chip: bool = False
    ) -> None:
        super().__init__(words, parent)
        self._role: Role = role
        self._chip = chip
        self._look: Look | None = None

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        self.setFont(look.font(_POINTS if not self._chip else _POINTS * 1.05))
        self.update()

    def show_words(self, words: str) -> None:
        """Show these words, an ampersand as it stands."""
        self.setText(words.replace("&", "&&"))

    def natural_width(self) -> int:
        """Return the pixels it takes."""
        pad = self._look.pixels(_CHIP_PAD if self._chip else _PAD) if self._look else 0
        return self.fontMetrics().horizontalAdvance(self._words) + 2 * pad + 1

    def height_for(self, _width: int) -> int:
        """Return the pixels it takes, whatever its width."""
        pad = self._look.pixels(4 if self._chip else 3) if self._look else 0
        return self.fontMetrics().height() + 2 * pad

    def sizeHint(self) -> QSize:
        """Override QPushButton.sizeHint."""
        return QSize(self.natural_width(), self.height_for(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QPushButton.keyPressEvent: Enter presses, Del asks to remove."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            self.click()
        elif event.key() == Qt.Key.Key_Delete and not held and self.isEnabled():
            self.removed.emit()
        elif (
            event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            or held & Qt.KeyboardModifier.AltModifier
        ):
            event.ignore()  # Qt would go to another button
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Override QPushButton.paintEvent."""
        if self._look is None:
            return
        look = self._look
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._chip or self.hasFocus():
                painter.setPen(
                    QPen(look.color("focus" if self.hasFocus() else "line"), 1 + self.hasFocus())
                )
                painter.setBrush(look.color("panel"))
                box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
                radius = box.height() / 2 if self._chip else look.pixels(4)
                painter.drawRoundedRect(box, radius, radius)
            painter.setPen(look.color(self._role if self.isEnabled() else "faint"))
            pad = look.pixels(_CHIP_PAD if self._chip else _PAD)
            room = self.rect().adjusted(pad, 0, -pad, 0)
            words = self.fontMetrics().elidedText(
                self._words, Qt.TextElideMode.ElideRight, max(0, room.width())
            )
            painter.drawText(
                room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words
            )

    @property
    def _words(self) -> str:
        return self.text().replace("&&", "&")
