"""One quiet line at the window's lower edge: what Booth has to say, until the next thing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from booth_app.ui.booth.harmless import harmless, unisolated
from booth_app.ui.theme import Look

_POINTS = 11.0


class MessageLine(QLabel):
    """Shows a sentence and takes no room while it has none; Esc takes it away."""

    told = Signal(str)
    """The sentence that is shown now."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAccessibleName("Message")
        self.wear(look)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Show `sentence` in place of what stood there."""
        self.setText(harmless(unisolated(sentence)))
        self.setVisible(bool(sentence))
        self.told.emit(self.text())

    def wear(self, look: Look) -> None:
        """Dress in `look`."""
        self.setFont(look.font(_POINTS))
        side = look.pixels(24)
        self.setContentsMargins(side, look.pixels(6), side, look.pixels(6))
        self.setStyleSheet(
            f"color: {look.theme.text}; background: {look.theme.panel};"
            f" border-top: 1px solid {look.theme.line};"
        )
