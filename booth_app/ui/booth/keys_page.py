"""The F1 page: every command and its key, in columns, beside the running booth."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QWidget

from booth_app.ui.booth.block import Block
from booth_app.ui.booth.keys import Command
from booth_app.ui.booth.paragraph import Run
from booth_app.ui.booth.typesetter import Typesetter
from booth_app.ui.theme import Look

_POINTS: Final = 12.5
_HEADING: Final = 13.5
_COLUMN: Final = 380
"""The least width of a column, in pixels at 100 %."""


class KeyRow(NamedTuple):
    """A line of the page."""

    group: str
    keys: str
    says: str


def key_rows(commands: Iterable[Command]) -> list[KeyRow]:
    """Return a line for each command; runs that differ by a number alone share one."""
    rows: list[KeyRow] = []
    said: list[str] = []
    for command in commands:
        keys = " or ".join(_native(key) for key in command.keys if not _is_twin(key, command.keys))
        general = "".join("n" if character.isdigit() else character for character in command.says)
        if said and general == said[-1] and general != command.says:
            first = rows[-1].keys.split(" … ")[0]
            rows[-1] = KeyRow(command.group, f"{first} … {keys}", general)
        else:
            rows.append(KeyRow(command.group, keys, command.says))
            said.append(general)
    return rows


def _is_twin(key: str, keys: Sequence[str]) -> bool:
    """Whether it is the number pad's Enter beside the other one: one name will do."""
    return key.endswith("Enter") and key.replace("Enter", "Return") in keys


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


class KeysPage(QScrollArea):
    """Shows the keys; Esc or F1 closes it, and everything else goes on beneath."""

    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._page = _Page(look)
        self.setWidget(self._page)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Keys"))
        self.wear(look)
        self.hide()

    def show_commands(self, commands: Sequence[Command]) -> None:
        """Show the page with these commands."""
        self._page.print_rows(key_rows(commands))
        self._page.fit(self.viewport().width())
        self.show()
        self.setFocus()

    def wear(self, look: Look) -> None:
        """Dress in `look`."""
        palette = look.palette()
        palette.setColor(QPalette.ColorRole.Window, look.color("panel"))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self._page.wear(look)
        self._page.fit(self.viewport().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QScrollArea.resizeEvent: the page is as high as its columns ask for."""
        super().resizeEvent(event)
        self._page.fit(self.viewport().width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QScrollArea.keyPressEvent: Esc and F1 close the page, arrows scroll."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F1):
            self.hide()
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class _Page(QWidget):
    """The painted columns."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: list[KeyRow] = []

    def print_rows(self, rows: list[KeyRow]) -> None:
        """Show `rows`, those of a group together."""
        self._rows = rows
        self.setAccessibleName("; ".join(f"{row.keys}: {row.says}" for row in rows))
        self.update()

    def wear(self, look: Look) -> None:
        """Dress in `look`."""
        self._look = look
        self.update()

    def fit(self, width: int) -> None:
        """Be as high as `width` pixels ask for."""
        self.setMinimumHeight(round(self._block(width).height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget.paintEvent."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.color("panel"))
            self._block(self.width()).draw(painter, 0, 0)

    def _block(self, width: float) -> Block:
        """Set the groups in columns of about one height, in their order."""
        setter = Typesetter(self._look)
        look, margin = self._look, self._look.pixels(24)
        gap = look.pixels(36)
        columns = max(1, int((width - 2 * margin + gap) // (look.pixels(_COLUMN) + gap)))
        column = (width - 2 * margin - gap * (columns - 1)) / columns
        groups = [_group(setter, list(rows), column) for _, rows in groupby(self._rows, _group_of)]
        share = sum(group.height for group in groups) / columns
        page = Block(setter, width)
        place, y, most = 0, 0.0, 0.0
        for group in groups:
            if y and y + group.height / 2 > share and place < columns - 1:
                place, y = place + 1, 0.0
            page.take_in(group, margin + place * (column + gap), margin + y)
            y += group.height
            most = max(most, y)
        page.height = most + 2 * margin
        return page


def _group(setter: Typesetter, rows: list[KeyRow], width: float) -> Block:
    block = Block(setter, width)
    block.set([Run(rows[0].group, _HEADING, "faint", bold=True)])
    block.gap(4)
    widest = max(setter.width(row.keys, _POINTS, bold=True) for row in rows)
    indent = min(widest + setter.look.pixels(18), width * 0.5)
    for row in rows:
        top = block.height
        block.set([Run(row.says, _POINTS, "text")], indent=indent)
        keys = setter.paragraph([Run(row.keys, _POINTS, "text", bold=True)], indent)
        block.texts.append((keys, 0.0, top))
        block.height = max(block.height, top + keys.height)
        block.gap(3)
    block.gap(18)
    return block


def _group_of(row: KeyRow) -> str:
    return row.group
