"""A box to tick that is as large as its words ask for."""

from typing import Final

from PySide6.QtWidgets import QCheckBox

from booth_app.ui.editor.edges import edged
from booth_app.ui.theme import Look

_SIDE: Final = 16
_GAP: Final = 8
"""Pixels at 100 %: the box, and between it and the words."""


class TickBox(QCheckBox):
    """Grows with the type: the style's own box keeps its size, whatever the font."""

    def wear(self, look: Look, points: float) -> None:
        """Take the look's colours, and its type of so many points."""
        self.setFont(look.font(points))
        self.setPalette(edged(look))
        side, gap = look.pixels(_SIDE), look.pixels(_GAP)
        self.setStyleSheet(
            f"QCheckBox {{ spacing: {gap}px; }}"
            f"QCheckBox::indicator {{ width: {side}px; height: {side}px; }}"
        )
