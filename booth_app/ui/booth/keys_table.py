"""The painted table of the F1 page: each command with its key for the left hand and the right."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from booth_app.ui.booth.block import Block
from booth_app.ui.booth.key_names import Hand, hand
from booth_app.ui.booth.keys import Command
from booth_app.ui.booth.paragraph import Run
from booth_app.ui.booth.spoken_lines import SpokenLine, SpokenLines
from booth_app.ui.booth.typesetter import Typesetter
from booth_app.ui.theme import Look

_POINTS: Final = 11.5
_HEADING: Final = 12.5
_SMALL: Final = 9.75
_COLUMN: Final = 500
"""The least width of a column of commands, in pixels at 100 %."""
_KEYS: Final = (112, 140)
"""The widths of the left hand's keys and the right hand's, in pixels at 100 %."""
_INSET: Final = 8
_BETWEEN: Final = 8
_MARGIN: Final = 24
_GAP: Final = 20

HANDS: Final = ("left hand", "right hand")
"""What stands above the two columns of keys."""


class KeyRow(NamedTuple):
    """A line of the table: a command by name, what it does, its keys as they are printed.

    `both` are keys that need both hands.
    """

    name: str
    group: str
    says: str
    left: str
    right: str
    both: str

    @property
    def line(self) -> str:
        """All of it in one line: for a screen reader or a Braille display."""
        hands = (("left hand", self.left), ("right hand", self.right), ("both hands", self.both))
        keys = "; ".join(f"{whose} {keys}" for whose, keys in hands if keys)
        return f"{self.says}: {keys or 'no key'}"


def key_rows(commands: Iterable[Command]) -> list[KeyRow]:
    """Return a line for each command."""
    return [
        KeyRow(
            command.name,
            command.group,
            command.says,
            *(_printed(command.keys, whose) for whose in ("left", "right", "both")),
        )
        for command in commands
    ]


def printed_key(key: str) -> str:
    """Return `key` as the system writes it: with ⌘ and ⌥ on a Mac."""
    sequence = QKeySequence(key.replace("Num", "Num+"))
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)


def _printed(keys: tuple[str, ...], whose: Hand) -> str:
    own = [key for key in keys if hand(key) == whose and not _is_twin(key, keys)]
    return ", ".join(map(printed_key, own))


def _is_twin(key: str, keys: tuple[str, ...]) -> bool:
    """Whether it is the number pad's Enter beside the other one: one name will do."""
    return key.endswith("Enter") and key.replace("Enter", "Return") in keys


class KeysTable(QWidget):
    """Shows the rows in columns of about one height, groups together, one row chosen.

    They are set when they are seen: few who open the window ask for its keys.
    """

    def __init__(
        self,
        look: Look,
        rows: list[KeyRow],
        hands: tuple[str, str] = HANDS,
        widths: tuple[int, int] = _KEYS,
    ) -> None:
        super().__init__()
        self._look = look
        self._hands = hands
        self._widths = widths
        self._setter = Typesetter(look)
        self._rows = rows
        self._chosen = 0
        self._block: Block | None = None
        self._boxes: list[QRectF] = []
        self._spoken = SpokenLines(self)
        self.setAccessibleName(self.tr("Commands and their keys"))

    @property
    def chosen(self) -> KeyRow:
        """The row that Enter changes."""
        return self._rows[self._chosen]

    def show_rows(self, rows: list[KeyRow]) -> None:
        """Show `rows`; the chosen one stays."""
        self._rows = rows
        self._chosen = min(self._chosen, len(rows) - 1)
        self._renew()

    def choose(self, step: int) -> QRect:
        """Choose the row `step` further down; return where it stands."""
        self._chosen = max(0, min(self._chosen + step, len(self._rows) - 1))
        self.update()
        return self._boxes[self._chosen].toAlignedRect() if self._boxes else QRect()

    def wear(self, look: Look) -> None:
        """Dress in `look`."""
        self._look, self._setter = look, Typesetter(look)
        self._renew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget.resizeEvent: it is as high as its columns ask for."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._renew()

    def showEvent(self, event: QShowEvent) -> None:
        """Override QWidget.showEvent: what was changed out of sight is set now."""
        super().showEvent(event)
        if self._block is None:
            self._renew()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget.paintEvent."""
        if self._block is None:
            return
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.color("panel"))
            painter.setPen(QPen(self._look.color("focus"), 1))
            painter.setBrush(self._look.color("background"))
            painter.drawRoundedRect(self._boxes[self._chosen], 4, 4)
            self._block.draw(painter, 0, 0)

    def _renew(self) -> None:
        """Set the rows anew; out of sight, once they are seen."""
        if not self.isVisible():
            self._block, self._boxes = None, []
            return
        self._block = self._set(self.width())
        self.setMinimumHeight(round(self._block.height))
        self._spoken.say([SpokenLine(row.line) for row in self._rows])
        self._spoken.place([box.toAlignedRect() for box in self._boxes])
        self.update()

    def _set(self, width: float) -> Block:
        look, margin, gap = self._look, self._look.pixels(_MARGIN), self._look.pixels(_GAP)
        columns = max(1, int((width - 2 * margin + gap) // (look.pixels(_COLUMN) + gap)))
        column = (width - 2 * margin - gap * (columns - 1)) / columns
        groups = [self._group(list(rows), column) for _, rows in groupby(self._rows, _group_of)]
        share = sum(group.height for group, _ in groups) / columns
        page, self._boxes = Block(self._setter, width), []
        place, y, most = 0, 0.0, 0.0
        for group, boxes in groups:
            if y and y + group.height / 2 > share and place < columns - 1:
                place, y = place + 1, 0.0
            x = margin + place * (column + gap)
            page.take_in(group, x, y)
            self._boxes += [box.translated(x, y) for box in boxes]
            y += group.height
            most = max(most, y)
        page.height = most + margin
        return page

    def _group(self, rows: list[KeyRow], width: float) -> tuple[Block, list[QRectF]]:
        """Return a group set at `width`, and each row's box in it."""
        inset = self._look.pixels(_INSET)
        left, right = (min(self._look.pixels(w), width * 0.28) for w in self._widths)
        xs = (inset, width - left - right, width - right)
        block, boxes = Block(self._setter, width), []
        hands = ([Run(words, _SMALL, "faint")] for words in self._hands)
        _across(block, xs, [[Run(rows[0].group, _HEADING, "dim", bold=True)], *hands])
        for row in rows:
            top = block.height
            block.gap(2)
            also = [Run(f"  also\u00a0{row.both}", _SMALL, "faint")] if row.both else []
            keys = ([Run(shown, _POINTS, "text", bold=True)] for shown in (row.left, row.right))
            _across(block, xs, [[Run(row.says, _POINTS, "text"), *also], *keys])
            block.gap(2)
            boxes.append(QRectF(0, top, width, block.height - top))
        block.gap(14)
        return block, boxes


def _across(block: Block, xs: Sequence[float], cells: Sequence[Sequence[Run]]) -> None:
    """Set the cells side by side, the first words of each on one line."""
    top, below = block.height, block.height
    ends = (*xs[1:], block.width)
    for x, end, runs in zip(xs, ends, cells, strict=True):
        if runs[0].text:
            paragraph = block.setter.paragraph(runs, end - x - block.look.pixels(_BETWEEN))
            block.texts.append((paragraph, x, top))
            below = max(below, top + paragraph.height)
    block.height = below


def _group_of(row: KeyRow) -> str:
    return row.group
