"""The pins: what the person wants in sight, from the floor's form to the target's."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from booth_app.ui.booth.block import Block
from booth_app.ui.booth.item_block import small_rows
from booth_app.ui.booth.item_wording import ItemPair
from booth_app.ui.booth.paragraph import Run
from booth_app.ui.booth.spoken_lines import SpokenLine, SpokenLines
from booth_app.ui.booth.typesetter import Typesetter
from booth_app.ui.theme import Look

_HEADING = 9.75
_SIDES = (20, 10, 20, 18)
"""Left, top, right, bottom, in pixels at 100 %."""


class PinsPanel(QWidget):
    """Paints the pins in rows as close as the idle screen's; takes no room while there is none."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._pairs: tuple[ItemPair, ...] = ()
        self._spoken = SpokenLines(self)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()
        self.wear(look)

    @property
    def pairs(self) -> tuple[ItemPair, ...]:
        """What is shown, the newest pin first."""
        return self._pairs

    def show_pins(self, pairs: Sequence[ItemPair]) -> None:
        """Show these pins."""
        self._pairs = tuple(pairs)
        lines = [f"{pair.floor.text}: {pair.target.text}" for pair in pairs]
        self.setAccessibleName(" | ".join((self.tr("Pinned"), *lines)))
        self._spoken.say([SpokenLine(line) for line in lines])
        self.setVisible(bool(pairs))
        self._renew()

    def wear(self, look: Look) -> None:
        """Dress in `look`."""
        self._look = look
        self._setter = Typesetter(look)
        self._renew()

    def hasHeightForWidth(self) -> bool:
        """Override QWidget.hasHeightForWidth: always."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Override QWidget.heightForWidth: the height of the rows at `width`."""
        _, top, _, below = self._sides
        return round(self._block(width).height) + top + below

    def sizeHint(self) -> QSize:
        """Override QWidget.sizeHint."""
        width = self._look.pixels(330)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Override QWidget.minimumSizeHint: it never widens a window."""
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget.paintEvent."""
        left, top, _, _ = self._sides
        with QPainter(self) as painter:
            self._block(self.width()).draw(painter, left, top)

    @property
    def _sides(self) -> tuple[int, ...]:
        return tuple(self._look.pixels(side) for side in _SIDES)

    def _block(self, width: int) -> Block:
        left, _, right, _ = self._sides
        block = Block(self._setter, max(1, width - left - right))
        block.set([Run(self.tr("Pinned"), _HEADING, "faint", bold=True)])
        block.gap(2)
        block.take_in(small_rows(self._setter, self._pairs, block.width), 0, block.height)
        return block

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()
