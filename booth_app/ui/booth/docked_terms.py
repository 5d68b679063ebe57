"""The item's first terms in single lines, under everything else when docked."""

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from booth_app.languages import RIGHT_TO_LEFT, Lang
from booth_app.ui.booth.docked_line import LEADING
from booth_app.ui.booth.item_wording import Form, ItemPair, item_pairs
from booth_app.ui.booth.paragraph import Paragraph, Row, Run
from booth_app.ui.booth.shapes import draw_sign
from booth_app.ui.booth.typesetter import Typesetter
from booth_app.ui.theme import Look

if TYPE_CHECKING:
    from booth_app.termbase import ItemRow

_TARGET: Final = 12.75
_FLOOR: Final = 12.0
_SIDE: Final = 16
_RAISED: Final = 2
"""Pixels at 100 % that a row stands higher: Arabic dots reach lower than its letters rise."""
_GAP: Final = 12
_SHARE: Final = 0.4
"""The floor form's part of the width."""


class DockedTerms(QWidget):
    """Paints as many rows as it is told, each in one line; a long form gives way to a brief one."""

    def __init__(self, look: Look, target: Lang, floor: Lang) -> None:
        super().__init__()
        self._languages = (target, floor)
        self._rows: tuple[ItemRow, ...] = ()
        self._pairs: list[ItemPair] = []
        self._count = 0
        self.shown: tuple[ItemRow, ...] = ()
        """The rows whose terms stand here."""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.wear(look)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        self._setter = Typesetter(look)
        self.take_rows(self._count)

    def show_rows(self, rows: Sequence["ItemRow"]) -> None:
        """Show the first terms of these rows; who speaks is said above them, in the two lines."""
        self._rows = tuple(row for row in rows if row.concept is not None)
        self._renew()

    def speak(self, target: Lang, floor: Lang) -> None:
        """Print the floor's forms and those of the target language."""
        self._languages = (target, floor)
        self._renew()

    def take_rows(self, count: int) -> None:
        """Be as high as `count` rows."""
        self._count = count
        self.setFixedHeight(count * self.step)
        self._renew()

    @property
    def step(self) -> int:
        """The height of a row in pixels."""
        return round(self._setter.measure(Run("", _TARGET, "text")).size * LEADING)

    def sizeHint(self) -> QSize:
        """Override QWidget.sizeHint: the rows."""
        return QSize(self._look.pixels(360), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget.paintEvent: the rows, a thin line above each."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.color("panel"))
            for at, pair in enumerate(self._pairs):
                top = at * self.step
                side = self._look.pixels(_SIDE)
                painter.fillRect(side, top, self.width() - 2 * side, 1, self._look.color("line"))
                self._paint_pair(painter, pair, top)

    def _paint_pair(self, painter: QPainter, pair: ItemPair, top: int) -> None:
        """Paint the target's form beside the floor's: to its right, or to its left for Arabic."""
        side, gap = self._look.pixels(_SIDE), self._look.pixels(_GAP)
        sign = self._look.pixels(_TARGET * 0.75)
        inner = self.width() - 2 * side
        floor_width = round(inner * _SHARE)
        target_width = inner - floor_width - gap - (sign + gap // 2 if pair.loud else 0)
        mirrored = pair.target.lang in RIGHT_TO_LEFT
        floor = self._set(pair.floor, floor_width, strong=False, flush_right=mirrored)
        target = self._set(pair.target, target_width, strong=True, flush_right=mirrored)
        floor_x = side + inner - floor_width if mirrored else side
        target_x = floor_x - gap - target_width if mirrored else side + floor_width + gap
        baseline = top + max(floor.baseline, target.baseline) - self._look.pixels(_RAISED)
        floor.draw(painter, floor_x, baseline - floor.baseline)
        target.draw(painter, target_x, baseline - target.baseline)
        if pair.loud:
            end = target_x + target.end.x()
            left = end - gap / 2 - sign if mirrored else end + gap / 2
            box = QRectF(left, baseline - sign, sign, sign)
            draw_sign(painter, "diamond", box, self._look.color("warning"))

    def _set(self, form: Form, width: int, *, strong: bool, flush_right: bool) -> Paragraph:
        points = _TARGET if strong else _FLOOR
        row = Row(form.lang in RIGHT_TO_LEFT, flush_right, LEADING, most_lines=1)
        for text in (form.text, *form.briefs):
            run = Run(text, points, "text" if strong else "dim", bold=strong)
            paragraph = self._setter.paragraph([run], width, row)
            if not paragraph.is_cut:
                return paragraph
        return self._setter.paragraph(
            [Run(form.text, points, "text" if strong else "dim", bold=strong)], width, row
        )

    def _renew(self) -> None:
        paired = ((row, item_pairs([row], *self._languages)) for row in self._rows)
        found = list(islice(((row, pairs[0]) for row, pairs in paired if pairs), self._count))
        self.shown = tuple(row for row, _ in found)
        self._pairs = [pair for _, pair in found]
        lines = (f"{pair.floor.text}: {pair.target.text}" for pair in self._pairs)
        self.setAccessibleName(" | ".join(("Item terms", *lines)))
        self.update()
