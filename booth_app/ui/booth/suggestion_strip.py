"""The machine's suggestion: one strip below everything else, never to be taken for a term."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from booth_app.languages import script
from booth_app.ui.booth.block import Block
from booth_app.ui.booth.paragraph import ARABIC_LEADING, LEADING, Row, Run
from booth_app.ui.booth.suggestion_wording import Strip, strip_of, waiting_strip
from booth_app.ui.booth.typesetter import Typesetter
from booth_app.ui.theme import Look, Role

if TYPE_CHECKING:
    from booth_app.translation.suggestions import Suggestion

_TEXT: Final = 14.5
_HEADING: Final = 10.5
_INSET: Final = 16
_MOST_LINES: Final = 3


class SuggestionStrip(QWidget):
    """A framed strip that names its origin in a word: the machine's frame is dashed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._strip: Strip | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def words(self) -> Strip | None:
        """What the strip says; None while it is hidden."""
        return self._strip

    def show_suggestion(self, suggestion: "Suggestion") -> None:
        """Show a suggestion, or in one line why there is none."""
        self._show(strip_of(suggestion))

    def show_waiting(self, source: str) -> None:
        """Say that the machine works on `source`."""
        self._show(waiting_strip(source))

    def dismiss(self) -> None:
        """Show nothing."""
        self._strip = None
        self.hide()

    def wear(self, look: Look) -> None:
        """Dress in `look`."""
        self._look = look
        self.update()

    def height_for(self, width: int) -> int:
        """Return the height in pixels that the words need at `width`."""
        inset = self._look.pixels(_INSET)
        return round(self._block(width - 2 * inset).height) + self._look.pixels(22)

    def sizeHint(self) -> QSize:
        """Override QWidget.sizeHint."""
        width = self._look.pixels(700)
        return QSize(width, self.height_for(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget.paintEvent."""
        if self._strip is None:
            return
        machine = self._strip.is_machine
        look, inset = self._look, self._look.pixels(_INSET)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(look.color("machine" if machine else "dim"), 1.4)
            pen.setStyle(Qt.PenStyle.DashLine if machine else Qt.PenStyle.SolidLine)
            painter.setPen(pen)
            painter.setBrush(look.color("machine_background" if machine else "panel"))
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(box, look.pixels(8), look.pixels(8))
            self._block(self.width() - 2 * inset).draw(painter, inset, look.pixels(10))

    def _show(self, strip: Strip) -> None:
        self._strip = strip
        parts = (strip.text, strip.word, strip.heading)
        self.setAccessibleName(" · ".join(part for part in parts if part))
        self.show()
        self.update()

    def _block(self, width: float) -> Block:
        block = Block(Typesetter(self._look), width)
        if self._strip is None:
            return block
        word, heading, text, machine = self._strip
        role: Role = "machine" if machine else "dim"
        said = [Run(word, _HEADING, role, bold=True), Run(f" · {heading}", _HEADING, role)]
        block.set(said, Row(most_lines=2))
        if text:
            rtl = script(text) == "arabic"
            leading = ARABIC_LEADING if rtl else LEADING
            block.set([Run(text, _TEXT, "text")], Row(rtl, leading=leading, most_lines=_MOST_LINES))
        return block
