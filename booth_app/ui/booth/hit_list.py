"""The answer and at most four more hits, each at its own fixed place."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from booth_app.ui.booth.block import OVERHANG, Block
from booth_app.ui.booth.hit_blocks import answer_block, hit_block
from booth_app.ui.booth.paragraph import Run
from booth_app.ui.booth.printed import Printed
from booth_app.ui.booth.typesetter import Typesetter
from booth_app.ui.theme import Look

PLACES: Final = 5
"""The answer and four more; further hits wait for a longer query."""

_ANSWER_HEIGHT: Final = 372
"""Pixels at 100 % that an answer of four lines takes with its trap and three languages."""

_LEAST_ANSWER_HEIGHT: Final = 288
_HIT_HEIGHT: Final = 148
_LOW_HIT_HEIGHT: Final = 80
_GAP: Final = 28
_TWO_COLUMNS: Final = 560
"""Pixels at 100 % from which hits stand in two columns."""



class Places(NamedTuple):
    """Where hits stand: a matter of the widget's size and the type scale alone."""

    answer: QRectF
    hits: tuple[QRectF, ...]


def places(width: float, height: float, look: Look) -> Places:
    """Return the answer's place and, below it, those of up to four more, as many as fit."""
    columns = 2 if width >= look.pixels(_TWO_COLUMNS) else 1
    gap = look.pixels(_GAP)
    hit_height = look.pixels(_HIT_HEIGHT if columns == 2 else _LOW_HIT_HEIGHT)
    room = height - look.pixels(_LEAST_ANSWER_HEIGHT)
    rows = max(0, min((PLACES - 1) // columns, int(room // (hit_height + gap / 2))))
    hits_height = rows * hit_height + rows * gap / 2
    answer = QRectF(0, 0, width, min(height - hits_height, look.pixels(_ANSWER_HEIGHT)))
    hit_width = (width - (columns - 1) * gap) / columns
    hits = (
        QRectF(
            column * (hit_width + gap),
            answer.bottom() + gap / 2 + row * (hit_height + gap / 2),
            hit_width,
            hit_height,
        )
        for row in range(rows)
        for column in range(columns)
    )
    return Places(answer, tuple(hits))


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
        self._covered = 0
        self._blocks: list[tuple[Block, QRectF]] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def hits(self) -> tuple[Printed, ...]:
        """What is shown, the answer first."""
        return self._hits

    def show_hits(self, hits: Sequence[Printed], query: str) -> None:
        """Show the first of `hits` as the answer, the next four small; `query` is underlined."""
        self._hits, self._query, self._line = tuple(hits[:PLACES]), query, ""
        self._caution = self._chosen = 0
        self._renew()

    def show_line(self, line: str) -> None:
        """Show nothing but one quiet line."""
        self._hits, self._line = (), line
        self._renew()

    def show_next_caution(self) -> None:
        """Show the answer's next trap, after the last the first."""
        self._caution += 1
        self._renew()

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
        with QPainter(self) as painter:
            painter.translate(self._look.pixels(OVERHANG), 0)
            for block, place in self._blocks:
                block.draw(painter, place.x(), place.y())
            if len(self._blocks) > 1:
                top = self._blocks[0][1].bottom()
                width = self._blocks[0][1].width()
                painter.fillRect(QRectF(0, top, width, 1), self._look.color("line"))
            if self._chosen and self._chosen < len(self._blocks):
                painter.setPen(self._look.color("focus"))
                painter.drawRoundedRect(self._blocks[self._chosen][1], 6, 6)

    def _renew(self) -> None:
        self._blocks = None
        self.setAccessibleName(" | ".join(hit.line for hit in self._hits) or self._line)
        self.update()

    def _set(self) -> list[tuple[Block, QRectF]]:
        """Return the hits' blocks with their places; a place the answer has to take stays empty."""
        width = self.width() - 2 * self._look.pixels(OVERHANG)
        where = places(width, self.height(), self._look)
        if self._line:
            return [(self._quiet_line(where.answer.width()), where.answer)]
        if not self._hits:
            return []
        size = where.answer.size()
        answer = answer_block(
            self._setter, self._hits[0], self._query, size.width(), size.height(), self._caution
        )
        answer.keep_within(self.height() - self._covered)
        blocks = [(answer, where.answer)]
        for hit, place in zip(self._hits[1:], where.hits, strict=False):
            if place.top() >= answer.height and place.bottom() <= self.height() - self._covered:
                size = place.size()
                block = hit_block(self._setter, hit, self._query, size.width(), size.height())
                blocks.append((block, place))
        return blocks

    def _quiet_line(self, width: float) -> Block:
        block = Block(self._setter, width)
        block.gap(6)
        block.set([Run(self._line, 14, "dim")])
        return block
