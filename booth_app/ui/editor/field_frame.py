"""The frame of a field: a line, heavier where the keyboard is and where something is wrong."""

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from booth_app.ui.theme import Look, Role

_RADIUS = 4


@lru_cache(maxsize=8)
def field_palette(look: Look, *, is_dim: bool) -> QPalette:
    """Return the colours of a field that draws its own ground; hundreds are dressed at once."""
    palette = look.palette()
    palette.setColor(palette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
    if is_dim:
        palette.setColor(palette.ColorRole.Text, look.color("dim"))
    return palette


class FieldFrame:
    """Draws the frame of one field; `is_quiet`: only while there is something to show by it."""

    def __init__(self, field: QWidget, *, is_quiet: bool) -> None:
        self._field, self._is_quiet = field, is_quiet
        self.problem = ""

    def fill(self, surface: QWidget, look: Look) -> None:
        """Draw the ground that is typed on, before the text."""
        if not self._is_quiet:
            with QPainter(surface) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(look.color("panel")))
                painter.setBrush(look.color("panel"))
                self._draw(painter, surface, look, 1)

    def draw(self, surface: QWidget, look: Look, _event: QPaintEvent) -> None:
        """Draw the frame, over the text."""
        has_focus = self._field.hasFocus()
        is_strong = bool(self.problem) or has_focus
        if self._is_quiet and not is_strong and not self._field.underMouse():
            return
        role: Role = "focus" if has_focus else "warning" if self.problem else "line"
        width = 2 if is_strong else 1
        with QPainter(surface) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.color(role), width))
            self._draw(painter, surface, look, width)
            if self.problem and has_focus:  # both are said: the fault by a line inside the frame
                painter.setPen(QPen(look.color("warning"), 1))
                self._draw(painter, surface, look, 2 * width + 1)

    def _draw(self, painter: QPainter, surface: QWidget, look: Look, width: int) -> None:
        inset, radius = width / 2, look.pixels(_RADIUS)
        box = QRectF(surface.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, radius, radius)
