"""Words of the form that nobody types in: headings, labels, what is wrong."""

import re
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from booth_app.ui.booth.harmless import harmless
from booth_app.ui.theme import Look, Role

_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")
_QUOTED: Final = re.compile("“([^“”]*)”")
_ISOLATED: Final = "“\u2068\\1\u2069”"
_FROM_LEFT: Final = "\u200e"
"""Keeps a sentence running from the left that begins by quoting what runs from the right."""


class PlainWords(QLabel):
    """Shows words as they stand, broken into lines; hidden while it has none."""

    def __init__(self, parent: QWidget, points: float, role: Role, *, bold: bool = False) -> None:
        super().__init__(parent)
        self._points, self._role, self._bold = points, role, bold
        self._look: Look | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        sides = Qt.AlignmentFlag
        self.setAlignment(sides.AlignTop | sides.AlignLeft | sides.AlignAbsolute)
        self.hide()

    def say(self, words: str) -> bool:
        """Show `words`, made harmless, their line breaks kept; tell whether they are new."""
        said = "\n".join(self._line(line) for line in words.split("\n"))
        self.setVisible(bool(said))
        if said == self.text():
            return False
        self.setText(said)
        return True

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        self.setFont(look.font(self._points, bold=self._bold))
        self.setPalette(look.palette(words=self._role))

    def height_for(self, width: int) -> int:
        """Return the pixels its words take at this width."""
        return self.heightForWidth(width) if self.text() else 0

    def natural_width(self) -> int:
        """Return the pixels its words take in one line."""
        return self.fontMetrics().horizontalAdvance(self.text()) + 2

    def _line(self, words: str) -> str:
        """Return one line as it is shown."""
        return harmless(words)


class ProblemWords(PlainWords):
    """Says what is wrong, with a sign that needs no colour; what it quotes keeps its direction."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, 9.0, "warning")

    def _line(self, words: str) -> str:
        if not words:
            return ""
        said = harmless(words)
        if not _RIGHT_TO_LEFT.search(said):
            return f"▲ {said}"
        return f"{_FROM_LEFT}▲ {_QUOTED.sub(_ISOLATED, said)}"
