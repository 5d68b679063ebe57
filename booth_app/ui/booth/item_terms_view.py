"""The idle screen: the current item's people and terms, from the floor's form to the target's."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from booth_app.languages import Lang
from booth_app.ui.booth.block import OVERHANG, Block
from booth_app.ui.booth.harmless import isolated
from booth_app.ui.booth.item_block import item_block
from booth_app.ui.booth.item_wording import ItemPair, item_pairs
from booth_app.ui.booth.spoken_lines import SpokenLine, SpokenLines
from booth_app.ui.booth.typesetter import Typesetter
from booth_app.ui.theme import Look

if TYPE_CHECKING:
    from booth_app.termbase import ItemRow


class ItemTermsView(QWidget):
    """Paints the item's rows; what does not fit is left out from the end."""

    def __init__(self, look: Look, target: Lang, floor: Lang) -> None:
        super().__init__()
        self._look = look
        self._languages = (target, floor)
        self._title, self._brief = "People and terms", ""
        self._rows: tuple[ItemRow, ...] = ()
        self._pairs: list[ItemPair] = []
        self._pins: tuple[ItemPair, ...] = ()
        self._covered = 0
        self._block: Block | None = None
        self._spoken = SpokenLines(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_item(self, title: str, rows: Sequence["ItemRow"]) -> None:
        """Show the terms and names of the item called `title`."""
        self._title = f"{isolated(title)} · people and terms" if title else "People and terms"
        self._brief = isolated(title) if title else ""
        self._rows = tuple(rows)
        self._renew()

    def show_pins(self, pairs: Sequence[ItemPair]) -> None:
        """Show these pins above the item's terms: where no column beside them has them."""
        if tuple(pairs) != self._pins:
            self._pins = tuple(pairs)
            self._renew()

    def speak(self, target: Lang, floor: Lang) -> None:
        """Print the floor's forms and those of the target language."""
        self._languages = (target, floor)
        self._renew()

    def cover(self, pixels: int) -> None:
        """Leave the lowest `pixels` to what lies over them: rows there are not painted."""
        if pixels != self._covered:
            self._covered = pixels
            self._renew()

    def wear(self, look: Look) -> None:
        """Dress in `look`."""
        self._look = look
        self._renew()

    def sizeHint(self) -> QSize:
        """Override QWidget.sizeHint."""
        return QSize(self._look.pixels(700), self._look.pixels(600))

    def minimumSizeHint(self) -> QSize:
        """Override QWidget.minimumSizeHint: small enough for any window."""
        return QSize(200, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget.resizeEvent."""
        super().resizeEvent(event)
        self._block = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget.paintEvent."""
        if self._block is None:
            width = self.width() - 2 * self._look.pixels(OVERHANG)
            height = self.height() - self._covered
            setter, pairs = Typesetter(self._look), self._pairs
            self._block = item_block(
                setter, self._title, pairs, width, height, self._pins, self._brief
            )
        with QPainter(self) as painter:
            self._block.draw(painter, self._look.pixels(OVERHANG), 0)

    def _renew(self) -> None:
        self._pairs = item_pairs(self._rows, *self._languages)
        pairs = (*self._pins, *self._pairs)
        lines = [f"{pair.floor.text}: {pair.target.text}" for pair in pairs]
        self.setAccessibleName(" | ".join((self._title, *lines)))
        self._spoken.say([SpokenLine(line) for line in (self._title, *lines)])
        self._block = None
        self.update()
