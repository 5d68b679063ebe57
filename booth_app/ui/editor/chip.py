"""A filter of the editor's list as a chip that counts."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from booth_app.editing.survey_facts import Filter
from booth_app.ui.theme import Look, Role

TITLES: Final[Mapping[Filter, str]] = {
    "all": "All",
    "draft": "Draft",
    "in_review": "In review",
    "missing": "Missing a language",
    "twins": "Twins",
    "problems": "Problems",
    "booth": "Booth terms",
    "changed": "Changed since release",
}
_POINTS: Final = 10.0
_PAD: Final = 10
_HEIGHT: Final = 25
"""Pixels at 100 %: beside a chip's words, and its height."""


class Chip(QAbstractButton):
    """A filter with its count, where that is known."""

    def __init__(self, name: Filter, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.name: Filter = name
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.count: int | None = None
        self.show_count(None)
        self.wear(look)

    def show_count(self, count: int | None) -> None:
        """Show how many concepts there are; None: it is not known yet."""
        self.count = count
        title = TITLES[self.name]
        self.setText(title if count is None else f"{title} {count:,}")
        self.setAccessibleName(self.text())

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        self.setFont(look.font(_POINTS))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Override QAbstractButton.sizeHint."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        height = max(self._look.pixels(_HEIGHT), self.fontMetrics().height() + 2)
        return QSize(words + 2 * self._look.pixels(_PAD), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Override QAbstractButton.paintEvent."""
        look, is_on = self._look, self.isChecked()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge: Role = "focus" if self.hasFocus() else "now" if is_on else "line"
            width = 2 if self.hasFocus() else 1
            painter.setPen(QPen(look.color(edge), width))
            painter.setBrush(look.color("now_background" if is_on else "panel"))
            inset = 1 if width == 2 else 0
            box = self.rect().adjusted(inset, inset, -1 - inset, -1 - inset)
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            painter.setPen(look.color("now_text" if is_on else "dim" if self.count else "faint"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
