"""A paragraph as a widget: painted as all the booth's text is, a label to a screen reader."""

import re
from typing import Final, NamedTuple

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QFontInfo, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from booth_app.languages import RIGHT_TO_LEFT, Lang
from booth_app.ui.booth.harmless import harmless
from booth_app.ui.booth.paragraph import ARABIC_LEADING, LEADING, Paragraph, Row, Run
from booth_app.ui.booth.shapes import Sign, draw_sign
from booth_app.ui.booth.typesetter import Typesetter
from booth_app.ui.theme import Look

UNVERIFIED: Final = "translation not verified"
"""What the diamond before a translation says."""

_SIGN_ROOM: Final = 1.5
"""The room of a sign and the gap after it, in signs."""

_ENDLESS: Final = 16_777_215
"""Qt's own largest width, for text that shall not wrap."""

_NARROWEST: Final = 60
"""Pixels below which a width is a layout's first guess: hundreds of lines of a letter each would
be set for nothing, half of what the first paint costs."""


_FRENCH_SPACE: Final = re.compile(" (?=[?!:;»])")


def unbroken(text: str) -> str:
    """Return `text`, harmless, whose French signs (" ?") never begin a line on their own."""
    return _FRENCH_SPACE.sub("\u00a0", harmless(text))


class _SetAs(NamedTuple):
    right_to_left: bool = False
    flush_right: bool = False
    sign: Sign | None = None
    indented: bool = False


class Words(QLabel):
    """One paragraph of runs, as tall as its width asks for, hidden while it has none.

    It never asks for more width than it is given: what has no break is broken anywhere, and
    beyond `most_lines` it ends in an ellipsis. A `sign` stands where the first line begins;
    `gap` pixels at 100 % stay free above it.
    """

    def __init__(self, parent: QWidget | None = None, *, most_lines: int = 0, gap: int = 0) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._most_lines = most_lines
        self._gap = gap
        self._setter: Typesetter | None = None
        self._runs: tuple[Run, ...] = ()
        self._set_as = _SetAs()
        self._natural_width: int | None = None
        self.hide()

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        if self._setter is None or self._setter.look != look:
            self._setter = Typesetter(look)
            self._reset()

    def say(
        self,
        *runs: Run,
        lang: Lang = "en",
        sign: Sign | None = None,
        about: str = "",
        indented: bool = False,
        flush_right: bool = False,
    ) -> bool:
        """Show `runs`, of the language `lang`; tell whether that changed anything.

        `about` is what a screen reader is told besides: what the sign or the type says.
        `indented` keeps the sign's room where there is none; `flush_right` moves left-to-right
        text to the right edge, under other text that stands there.
        """
        said = tuple(run._replace(text=unbroken(run.text)) for run in runs if run.text)
        set_as = _SetAs(lang in RIGHT_TO_LEFT, flush_right, sign, indented or sign is not None)
        if (said, set_as) == (self._runs, self._set_as):
            return False
        self._runs, self._set_as = said, set_as
        self.setLocale(QLocale(lang))
        self.setText("".join(run.text for run in said))
        self.setAccessibleDescription(about)
        self.setVisible(bool(said))
        self._reset()
        return True

    def keep_to(self, most_lines: int) -> None:
        """Show at most so many lines from now on, 0: as many as it takes."""
        if most_lines != self._most_lines:
            self._most_lines = most_lines
            self._reset()

    def lines_spared(self, width: int) -> int:
        """Return the pixels of height that are spared at `width` by not showing all lines."""
        if not self._runs or self._setter is None or not self._most_lines:
            return 0
        shown = self.heightForWidth(width)
        whole = self._setter.whole(self._runs, width - self._indent(), self._row())
        return max(0, int(whole.height) + 1 + self._above() - shown)

    @property
    def natural_width(self) -> int:
        """The width it takes on one line, in pixels."""
        if self._natural_width is None:
            self._natural_width = self._width_of_line()
        return self._natural_width

    @property
    def baseline(self) -> int:
        """How far below its top the first line's letters stand, in pixels."""
        if not self._runs or self._setter is None:
            return 0
        return round(self._paragraph(_ENDLESS).baseline) + self._above()

    def hasHeightForWidth(self) -> bool:
        """Override QLabel.hasHeightForWidth: always."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Override QLabel.heightForWidth: the height of the lines at `width`."""
        if not self._runs or self._setter is None:
            return 0
        if width < _NARROWEST:
            width = _ENDLESS
        return int(self._paragraph(width).height) + 1 + self._above()

    def sizeHint(self) -> QSize:
        """Override QLabel.sizeHint: one line where there is room."""
        if not self._runs or self._setter is None:
            return QSize(0, 0)
        first = self._setter.font(self._runs[0].points)
        leading = ARABIC_LEADING if self._set_as.right_to_left else LEADING
        line = int(QFontInfo(first).pixelSize() * leading) + 1
        return QSize(self.natural_width, line + self._above())

    def minimumSizeHint(self) -> QSize:
        """Override QLabel.minimumSizeHint: text never widens a window."""
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QLabel.paintEvent: paint the paragraph and its sign."""
        if not self._runs or self._setter is None:
            return
        painter = QPainter(self)
        paragraph = self._paragraph(self.width())
        paragraph.draw(painter, 0 if self._set_as.right_to_left else self._indent(), self._above())
        if self._set_as.sign is not None:
            side = self._sign_side()
            top = self._above() + paragraph.baseline - side * 0.92
            box = QRectF(self._sign_left(paragraph, side), top, side, side)
            color = self._setter.look.color(self._runs[0].role)
            draw_sign(painter, self._set_as.sign, box, color)
        painter.end()

    def _width_of_line(self) -> int:
        setter = self._setter
        if not self._runs or setter is None:
            return 0
        width = sum(setter.width(run.text, run.points, bold=run.bold) for run in self._runs)
        return int(width) + self._indent() + 2

    def _reset(self) -> None:
        self._natural_width = None
        self.updateGeometry()
        self.update()

    def _paragraph(self, width: int) -> Paragraph:
        assert self._setter is not None
        return self._setter.paragraph(self._runs, width - self._indent(), self._row())

    def _row(self) -> Row:
        return Row(
            right_to_left=self._set_as.right_to_left,
            flush_right=self._set_as.flush_right,
            leading=ARABIC_LEADING if self._set_as.right_to_left else LEADING,
            most_lines=self._most_lines,
        )

    def _sign_side(self) -> float:
        assert self._setter is not None
        return self._setter.font(self._runs[0].points).pointSizeF() * 1.02

    def _indent(self) -> int:
        return round(self._sign_side() * _SIGN_ROOM) if self._set_as.indented else 0

    def _sign_left(self, paragraph: Paragraph, side: float) -> float:
        """Return where the sign begins: at the edge that the text begins at."""
        if self._set_as.right_to_left:
            return self.width() - side - 1
        return 1.0 + (paragraph.left if self._set_as.flush_right else 0.0)

    def _above(self) -> int:
        return self._setter.look.pixels(self._gap) if self._setter else 0
