"""The answer and at most four more hits, each at its own fixed place."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from booth_app.ui.booth.block import OVERHANG, Block
from booth_app.ui.booth.hit_blocks import answer_block, hit_block
from booth_app.ui.booth.hit_places import PLACES, Places, joined, places
from booth_app.ui.booth.number_block import number_block
from booth_app.ui.booth.number_wording import NumberPrinted
from booth_app.ui.booth.opened_hit import opened_block
from booth_app.ui.booth.paragraph import Run
from booth_app.ui.booth.printed import Printed
from booth_app.ui.booth.spoken_lines import SpokenLine, SpokenLines
from booth_app.ui.booth.typesetter import Typesetter
from booth_app.ui.theme import Look

_OPENED_HEIGHT: Final = 200
"""Pixels at 100 % that are enough for a hit that is open."""


class HitList(QWidget):
    """Paints the hits of one query. Nothing moves but what a key has changed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._setter = Typesetter(look)
        self._hits: tuple[Printed, ...] = ()
        self._query = ""
        self._line = ""
        self._caution = 0
        self._chosen = 0
        self._opened = 0
        self._numbers: tuple[NumberPrinted, ...] = ()
        self._covered = 0
        self._blocks: list[tuple[Block, QRectF]] | None = None
        self._spoken = SpokenLines(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def hits(self) -> tuple[Printed, ...]:
        """What is shown, the answer first."""
        return self._hits

    @property
    def answer_line(self) -> str:
        """The answer in one line, or the quiet line that is there in its place."""
        return self._hits[0].line if self._hits else self._line

    def show_hits(self, hits: Sequence[Printed], query: str) -> None:
        """Show the first of `hits` as the answer, the next four small; `query` is underlined."""
        shown = tuple(hits[:PLACES])
        if (shown, query, self._line) == (self._hits, self._query, "") and shown:
            return
        self._hits, self._query, self._line = shown, query, ""
        self._caution = self._chosen = self._opened = 0
        self._renew()

    def show_numbers(self, numbers: Sequence[NumberPrinted]) -> None:
        """Show the numbers that the query may stand for, beside the hits or in their place."""
        if tuple(numbers) != self._numbers:
            self._numbers = tuple(numbers)
            self._renew()

    @property
    def numbers(self) -> tuple[NumberPrinted, ...]:
        """The numbers that are shown."""
        return self._numbers

    def show_line(self, line: str) -> None:
        """Show nothing but one quiet line."""
        if (self._hits, self._line) != ((), line):
            self._hits, self._line, self._opened = (), line, 0
            self._renew()

    def show_next_caution(self) -> None:
        """Show the answer's next trap, after the last the first."""
        self._caution += 1
        self._renew()

    def open_next(self) -> bool:
        """Open the next small hit that is marked with a trap; after the last one close it.

        Tell whether one is open.
        """
        small = range(self._opened + 1, len(self._hits))
        self._opened = next((place for place in small if self._hits[place].has_trap), 0)
        self._renew()
        return bool(self._opened)

    @property
    def opened(self) -> int:
        """The place of the hit that is open, 0 while none is."""
        return self._opened

    def choose(self, place: int) -> None:
        """Mark the hit at `place`, 0 for the answer, as the one Enter takes."""
        self._chosen = max(0, min(place, len(self._hits) - 1))
        self._renew()

    @property
    def chosen(self) -> int:
        """The place that Enter takes, 0 for the answer."""
        return self._chosen

    def cover(self, pixels: int) -> None:
        """Leave the lowest `pixels` to what lies over them: hits there are not painted."""
        if pixels != self._covered:
            self._covered = pixels
            self._renew()

    def wear(self, look: Look) -> None:
        """Dress in `look`."""
        self._look = look
        self._setter = Typesetter(look)
        self._renew()

    def sizeHint(self) -> QSize:
        """Override QWidget.sizeHint."""
        return QSize(self._look.pixels(700), self._look.pixels(600))

    def minimumSizeHint(self) -> QSize:
        """Override QWidget.minimumSizeHint: small enough for any window."""
        return QSize(200, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget.resizeEvent: places depend on the size."""
        super().resizeEvent(event)
        self._blocks = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget.paintEvent."""
        if self._blocks is None:
            self._blocks = self._set()
            left = self._look.pixels(OVERHANG)
            boxes = (place.translated(left, 0) for _, place in self._blocks)
            self._spoken.place([box.toAlignedRect() for box in boxes])
        with QPainter(self) as painter:
            painter.translate(self._look.pixels(OVERHANG), 0)
            for block, place in self._blocks:
                if self._opened and block is self._blocks[-1][0]:
                    self._frame(painter, place)
                block.draw(painter, place.x(), place.y())
            if len(self._blocks) > 1 and not self._opened:
                top = self._blocks[0][1].bottom()
                width = self._blocks[0][1].width()
                painter.fillRect(QRectF(0, top, width, 1), self._look.color("line"))
            if self._chosen and self._chosen < len(self._blocks):
                painter.setPen(self._look.color("focus"))
                painter.drawRoundedRect(self._blocks[self._chosen][1], 6, 6)

    def _frame(self, painter: QPainter, place: QRectF) -> None:
        """Paint the frame of the hit that is open, over what lies there."""
        painter.setPen(self._look.color("warning"))
        painter.setBrush(self._look.color("panel"))
        box = place.adjusted(0, 0, -1, 0)
        painter.drawRoundedRect(box, self._look.pixels(8), self._look.pixels(8))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _renew(self) -> None:
        self._blocks = None
        lines = [SpokenLine(self._line)] if self._line else []
        lines += [SpokenLine(hit.line, hit.lang) for hit in self._hits]
        lines += [SpokenLine(number.line, number.said.lang) for number in self._numbers]
        if self._opened and (meaning := self._hits[self._opened].definition):
            lines.append(SpokenLine(meaning.text, meaning.lang))
        self.setAccessibleName(" | ".join(line.text for line in lines))
        self._spoken.say(lines)
        self.update()

    def _set(self) -> list[tuple[Block, QRectF]]:
        """Return the hits' blocks with their places; a place the answer has to take stays empty."""
        width = self.width() - 2 * self._look.pixels(OVERHANG)
        where = places(width, self.height(), self._look)
        if not self._hits:
            return self._without_hits(where)
        lowest = self.height() - self._covered
        size = where.answer.size()
        is_alone = len(self._hits) == 1 and not self._numbers
        height = lowest if is_alone else size.height()
        answer = answer_block(
            self._setter, self._hits[0], self._query, size.width(), height, self._caution
        )
        answer.keep_within(lowest)
        if self._opened:
            return [(answer, where.answer), self._open(where, answer, lowest)]
        free = [p for p in where.hits if p.top() >= answer.height and p.bottom() <= lowest]
        taken = where.beside if self._numbers and free else ()
        blocks = [(answer, where.answer)]
        for hit, place in zip(self._hits[1:], where.hits, strict=False):
            if place in free and place not in taken:
                size = place.size()
                block = hit_block(self._setter, hit, self._query, size.width(), size.height())
                blocks.append((block, place))
        if taken:
            blocks.append(self._number(joined([place for place in taken if place in free])))
        return blocks

    def _without_hits(self, where: Places) -> list[tuple[Block, QRectF]]:
        """Return numbers in the answer's place and below it; else the one quiet line."""
        whole = QRectF(0, 0, where.answer.width(), self.height() - self._covered)
        if self._numbers:
            return [self._number(whole, is_answer=True)]
        block = Block(self._setter, where.answer.width())
        block.gap(6)
        if self._line:
            block.set([Run(self._line, 14, "dim")])
        return [(block, where.answer)]

    def _number(self, place: QRectF, *, is_answer: bool = False) -> tuple[Block, QRectF]:
        size = (place.width(), place.height())
        return number_block(self._setter, self._numbers, *size, is_answer=is_answer), place

    def _open(self, where: Places, answer: Block, lowest: float) -> tuple[Block, QRectF]:
        """Return the open hit over the places of the small ones, or as much above as it needs.

        What the answer says is never covered.
        """
        hit, width = self._hits[self._opened], where.answer.width()
        said, _, _ = answer.texts[0]
        usual = where.hits[0].top() if where.hits else lowest
        is_roomy = lowest - usual >= self._look.pixels(_OPENED_HEIGHT)
        highest = usual if is_roomy else said.height + self._look.pixels(4)
        whole = opened_block(self._setter, hit, width, max(1.0, lowest - highest))
        top = max(highest, min(usual, lowest - whole.height))
        return whole, QRectF(0, top, width, whole.height)
