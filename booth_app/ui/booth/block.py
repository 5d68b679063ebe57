"""A block of painted text: paragraphs, signs and bars set one under the other."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from booth_app.ui.booth.paragraph import ROW, Paragraph, Row, Run, Span
from booth_app.ui.booth.shapes import Sign, draw_sign
from booth_app.ui.booth.typesetter import Typesetter
from booth_app.ui.theme import Role

OVERHANG: Final = 4
"""Pixels at 100 % left free at the sides: some letters reach out of their own width."""

_STEP: Final = 1.65
"""How far the words stand from a sign's left edge, in sides of the sign."""


def sign_side(font: QFont) -> float:
    """Return the side of a sign beside words of `font`, in pixels: as high as its capitals."""
    return QFontMetricsF(font).capHeight() * 0.95


class Block:
    """Pieces in a column of `width` pixels; `height` grows with each that is set.

    `texts` are paragraphs with their places, `signs` and `bars` shapes with theirs. A trial only
    tells the height: in it no text is shortened to its lines, which is what takes the time.
    """

    def __init__(self, setter: Typesetter, width: float, *, trial: bool = False) -> None:
        self.trial = trial
        self.setter = setter
        self.look = setter.look
        self.width = width
        self.height = 0.0
        self.texts: list[tuple[Paragraph, float, float]] = []
        self.signs: list[tuple[Sign, QRectF, QColor]] = []
        self.bars: list[tuple[QRectF, QColor]] = []

    def gap(self, length: float) -> None:
        """Leave room before the next piece: pixels at 100 %."""
        self.height += self.look.pixels(length)

    def set(self, runs: Sequence[Run], row: Row = ROW, indent: float = 0.0) -> Paragraph:
        """Set a paragraph below what stands here, `indent` pixels from the left edge."""
        paragraph = self.paragraph(runs, self.width - indent, row)
        self.texts.append((paragraph, indent, self.height))
        self.height += paragraph.height_of(row.most_lines)
        return paragraph

    def paragraph(self, runs: Sequence[Run], width: float, row: Row = ROW) -> Paragraph:
        """Return a paragraph to be set here; of a trial's only the height counts."""
        if self.trial:
            return self.setter.whole(runs, width, row)
        return self.setter.paragraph(runs, width, row)

    def underline(self, paragraph: Paragraph, spans: Sequence[Span], role: Role) -> None:
        """Underline letters of the paragraph set last."""
        _, x, y = self.texts[-1]
        color = self.setter.color(role)
        self.bars += [(box.translated(x, y), color) for box in paragraph.under(spans)]

    def set_signed(self, sign: Sign, role: Role, runs: Sequence[Run], row: Row = ROW) -> Paragraph:
        """Set a paragraph with a sign before its first letter."""
        side = sign_side(self.setter.font(runs[0].points))
        top = self.height
        paragraph = self.set(runs, row, side * _STEP)
        box = QRectF(paragraph.left, top + paragraph.baseline - side, side, side)
        self.signs.append((sign, box, self.setter.color(role)))
        return paragraph

    def set_followed(self, runs: Sequence[Run], row: Row, sign: Sign, role: Role) -> Paragraph:
        """Set a paragraph with a sign behind its last word."""
        side = sign_side(self.setter.font(runs[-1].points))
        room = side * _STEP
        paragraph = self.paragraph(runs, self.width - room, row)
        end = paragraph.end
        x, left = (room, end.x()) if row.right_to_left else (0.0, end.x() + room - side)
        self.texts.append((paragraph, x, self.height))
        box = QRectF(left, self.height + end.y() - side, side, side)
        self.signs.append((sign, box, self.setter.color(role)))
        self.height += paragraph.height_of(row.most_lines)
        return paragraph

    def set_beside(self, pieces: Sequence[tuple[Paragraph, float]]) -> None:
        """Set paragraphs, each with its left edge, side by side on one line of letters."""
        baseline = max(paragraph.baseline for paragraph, _ in pieces)
        top = self.height
        for paragraph, x in pieces:
            y = top + baseline - paragraph.baseline
            self.texts.append((paragraph, x, y))
            self.height = max(self.height, y + paragraph.height)

    def sign_before_last(self, sign: Sign, role: Role, left: float, side: float) -> None:
        """Set a sign on the first line of the paragraph set last, `left` pixels from the edge."""
        beside, _, top = self.texts[-1]
        bottom = top + beside.baseline
        box = QRectF(left, bottom - side * 0.85, side, side)
        self.signs.append((sign, box, self.setter.color(role)))

    def label(self, run: Run) -> None:
        """Set a small word at the left edge, on the first line of the paragraph set last."""
        beside, _, top = self.texts[-1]
        label = self.setter.paragraph([run], self.width)
        self.texts.append((label, 0.0, top + beside.baseline - label.baseline))

    def bar(self, top: float, role: Role) -> None:
        """Paint a bar at the left edge from `top` down to what was set last."""
        box = QRectF(0, top, self.look.pixels(4), self.height - top)
        self.bars.append((box, self.setter.color(role)))

    def line(self, role: Role) -> None:
        """Paint a thin line across."""
        self.bars.append((QRectF(0, self.height, self.width, 1), self.setter.color(role)))

    def take_in(self, other: "Block", x: float, y: float) -> None:
        """Take over another block's pieces, moved by `x` and `y`."""
        self.texts += [(p, px + x, py + y) for p, px, py in other.texts]
        self.signs += [(s, box.translated(x, y), c) for s, box, c in other.signs]
        self.bars += [(box.translated(x, y), c) for box, c in other.bars]
        self.height = max(self.height, y + other.height)

    def keep_within(self, height: float) -> None:
        """Leave out, whole, what would end below `height`, and what stands beside it."""
        tops = [y for paragraph, _, y in self.texts if y + paragraph.height > height + 1]
        below = min(tops, default=height)
        self.texts = [text for text in self.texts if text[2] + text[0].height <= height + 1]
        self.signs = [sign for sign in self.signs if sign[1].top() < below]
        self.bars = [bar for bar in self.bars if bar[0].top() < below]
        self.height = min(self.height, height)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it with its top left corner at `x`, `y`."""
        for paragraph, px, py in self.texts:
            paragraph.draw(painter, x + px, y + py)
        for sign, box, color in self.signs:
            draw_sign(painter, sign, box.translated(x, y), color)
        for box, color in self.bars:
            painter.fillRect(box.translated(x, y), color)
