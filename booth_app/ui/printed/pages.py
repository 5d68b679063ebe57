"""Pages of a booth sheet: its name and languages at the head of each, whole rows, its number."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPagedPaintDevice, QPainter, QPen

from booth_app.exchange.printed_rows import PrintedRow
from booth_app.ui.printed.lines import Setting
from booth_app.ui.printed.rows import GREY, INK, RowSetting, Slice, slices

_TITLE: Final = 12.0  # points
_FOOT: Final = 8.5
_AIR: Final = 1.5  # millimetres below the title, above the foot
_WIDEST: Final = 0.8
"""Of the width, what a title may take; a longer one is shortened in its middle."""
_THICK: Final = 0.35
_THIN: Final = 0.12
_RULE: Final = QColor("#888888")


class Sheet(NamedTuple):
    """What each page says beside its rows: at its head, at its foot."""

    title: str
    foot: str


@dataclass(slots=True)
class Page:
    """The rows of a page, from above, each with the height it stands at."""

    height: float = 0.0
    slices: list[tuple[float, Slice]] = field(default_factory=list)

    def add(self, part: Slice) -> None:
        """Add what comes next."""
        self.slices.append((self.height, part))
        self.height += part.height


class Pages:
    """Sets the rows of a sheet on pages of a device, and draws those pages."""

    def __init__(self, device: QPagedPaintDevice, setting: RowSetting, sheet: Sheet) -> None:
        self._device = device
        self._rows = setting
        self._sheet = sheet
        self._dots = device.logicalDpiX() / 25.4
        self._title, self._foot = setting.setting(_TITLE, bold=True), setting.setting(_FOOT)
        self._heads = self._title.metrics.height() + _AIR * self._dots
        head = next(slices([setting.heads()], device.height(), 0))
        self._top = self._heads + head.height + setting.air
        self._bottom = device.height() - self._foot.metrics.height() - _AIR * self._dots

    def of(self, rows: Iterable[PrintedRow]) -> Iterator[Page]:
        """Yield the pages, no row cut in two but one that is higher than a page.

        A letter stands above its first row. There is a page where there is no row.
        """
        room = self._bottom - self._top
        page, letter = Page(), ""
        for row in rows:
            bands = self._rows.bands(row, with_letter=row.letter != letter)
            letter = row.letter
            for part in slices(bands, room, self._rows.air):
                if page.height + part.height > room:
                    yield page
                    page = Page()
                page.add(part)
        yield page

    def draw(self, painter: QPainter, page: Page, number: int, count: int) -> None:
        """Draw a page, which is `number` of `count`."""
        self._draw_head(painter)
        for y, part in page.slices:
            part.draw(painter, 0, self._top + y)
            if part.is_last:
                self._rule(painter, self._top + y + part.height, _THIN)
        foot = self._device.height() - self._foot.metrics.height()
        self._write(painter, foot, self._foot, self._sheet.foot)
        place = f"{number:,} / {count:,}"
        self._write(painter, foot, self._foot, place, at_end=True)

    def _draw_head(self, painter: QPainter) -> None:
        self._write(painter, 0, self._title, self._sheet.title)
        next(slices([self._rows.heads()], self._top, 0)).draw(painter, 0, self._heads)
        self._rule(painter, self._top, _THICK)

    def _write(
        self, painter: QPainter, y: float, setting: Setting, text: str, *, at_end: bool = False
    ) -> None:
        metrics = setting.metrics
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, setting.width * _WIDEST)
        painter.setFont(setting.font)
        painter.setPen(GREY if setting is self._foot else INK)
        x = setting.width - metrics.horizontalAdvance(shown) if at_end else 0
        painter.drawText(QPointF(x, y + metrics.ascent()), shown)

    def _rule(self, painter: QPainter, y: float, thickness: float) -> None:
        painter.setPen(QPen(_RULE, thickness * self._dots, c=Qt.PenCapStyle.FlatCap))
        painter.drawLine(QLineF(0, y, self._rows.width, y))
