"""Paints one agenda item: its time, title and people; the current one as a bar."""

from collections.abc import Sequence
from typing import Final, NamedTuple, cast

from PySide6.QtCore import QObject, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from booth_app.languages import RIGHT_TO_LEFT
from booth_app.ui.booth.agenda_model import AgendaRole, Index, Row
from booth_app.ui.booth.harmless import isolated
from booth_app.ui.booth.paragraph import ARABIC_LEADING, LEADING, Paragraph, Run
from booth_app.ui.booth.paragraph import Row as Setting
from booth_app.ui.booth.shapes import draw_sign
from booth_app.ui.booth.typesetter import Typesetter
from booth_app.ui.theme import Look
from booth_app.ui.theme import Role as Color

LEFT: Final = 20
"""Pixels at 100 % before the texts; the bar and the pointer stand in them."""
_RIGHT: Final = 14
_GAP: Final = 9
_BAR: Final = 4
_TIME: Final = 10.5
_TITLE: Final = 12.0
_CURRENT_TITLE: Final = 14.25
_PEOPLE: Final = 10.5
_SIGN_ROOM: Final = 1.6
"""The room of the unverified's sign and the gap before it, in signs."""
_KEPT: Final = 300
"""Rows whose layout is remembered."""


class _Placed(NamedTuple):
    paragraph: Paragraph
    left: float
    top: float


class _Laid(NamedTuple):
    """A row's paragraphs, their height together, and where the sign of the unverified stands."""

    placed: tuple[_Placed, ...]
    height: float
    sign: QRectF | None


class AgendaDelegate(QStyledItemDelegate):
    """Lays rows out at a width and paints them.

    `roomy`: the current item shows its whole title. `cursor` is the row that the person points
    at, with a frame and an arrow beside it; None: none.
    """

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._setter = Typesetter(look)
        self._width = 0
        self._laid: dict[tuple[Row, bool], _Laid] = {}
        self.roomy = False
        self.cursor: int | None = None

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        self._setter = Typesetter(look)
        self._laid.clear()

    def lay_out_for(self, width: int) -> None:
        """Lay rows out for a list of `width` pixels from now on."""
        if width != self._width:
            self._width = width
            self._laid.clear()

    def height(self, rows: Sequence[Row], *, roomy: bool) -> float:
        """Return how tall `rows` are together, in pixels; `roomy`: the current title in full."""
        return sum(self._layout(row, roomy=roomy).height for row in rows)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Override QStyledItemDelegate.sizeHint: as tall as the texts at the list's width."""
        return QSize(1, round(self._layout(_row(index), roomy=self.roomy).height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate.paint."""
        row = _row(index)
        box = QRectF(option.rect)
        laid = self._layout(row, roomy=self.roomy)
        painter.save()
        painter.setClipRect(box)
        if row.is_current:
            self._paint_bar(painter, box, is_now=row.is_now)
        left = box.left() + self._look.pixels(LEFT)
        for paragraph, indent, top in laid.placed:
            paragraph.draw(painter, left + indent, box.top() + top)
        if laid.sign is not None:
            role: Color = "now_text" if row.is_now else "dim"
            draw_sign(
                painter, "diamond", laid.sign.translated(left, box.top()), self._look.color(role)
            )
        if index.row() == self.cursor:
            self._paint_cursor(painter, box, on_now=row.is_now)
        painter.restore()

    def _paint_bar(self, painter: QPainter, box: QRectF, *, is_now: bool) -> None:
        """Paint the current item's ground: amber once it has begun, a quiet bar before."""
        bar = QRectF(box.left(), box.top(), self._look.pixels(_BAR), box.height())
        if is_now:
            painter.fillRect(box, self._look.color("now_background"))
        painter.fillRect(bar, self._look.color("now" if is_now else "dim"))

    def _paint_cursor(self, painter: QPainter, box: QRectF, *, on_now: bool) -> None:
        color = self._look.color("now_text" if on_now else "focus")
        width = max(2.0, 1.5 * self._look.scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color, width))
        inset = width / 2 + 1
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 5, 5)
        side = self._look.pixels(10)
        arrow = QRectF(0, 0, side, side)
        arrow.moveCenter(QPointF(box.left() + self._look.pixels(LEFT + 2) / 2, box.center().y()))
        draw_sign(painter, "onward", arrow, color)

    def _layout(self, row: Row, *, roomy: bool) -> _Laid:
        key = (row, roomy and row.is_current)
        if key not in self._laid:
            if len(self._laid) > _KEPT:
                self._laid.clear()
            self._laid[key] = self._past(row) if row.is_past else self._full(row, roomy=roomy)
        return self._laid[key]

    def _past(self, row: Row) -> _Laid:
        """Return a past item's one line."""
        names = f" · {row.names}" if row.names else ""
        runs = [
            Run(f"{isolated(row.time)}  ", _TIME, "faint"),
            Run(row.title, _TITLE, "faint"),
            Run(names, _PEOPLE, "faint"),
        ]
        line = self._paragraph(runs, is_rtl=row.lang in RIGHT_TO_LEFT, most_lines=1)
        gap = self._look.pixels(_GAP) * 0.75
        return _Laid((_Placed(line, 0.0, gap),), line.height + 2 * gap, None)

    def _full(self, row: Row, *, roomy: bool) -> _Laid:
        quiet: Color = "now_text" if row.is_now else "dim"
        strong: Color = "now_text" if row.is_now else "text"
        time: Color = "now" if row.is_now else "dim"
        size = _CURRENT_TITLE if row.is_current else _TITLE
        is_rtl = row.lang in RIGHT_TO_LEFT
        side = 0.0 if row.is_verified else self._look.font(_PEOPLE).pointSizeF()
        title_run = Run(row.title, size, strong, bold=row.is_current)
        title = self._paragraph([title_run], is_rtl=is_rtl, narrower=side * _SIGN_ROOM)
        time_run = Run(self._in_pieces(row.time), _TIME, time, bold=row.is_current)
        below = [Run(row.whole, _TITLE, strong)] if roomy and row.is_current else []
        below += [Run(line, _PEOPLE, quiet) for line in row.people]
        paragraphs = [
            self._paragraph([time_run], is_rtl=False, flush_right=is_rtl),
            title,
            *(self._paragraph([run], is_rtl=is_rtl) for run in below if run.text),
        ]
        return self._stacked(paragraphs, title, side, is_rtl=is_rtl)

    def _stacked(
        self, paragraphs: list[Paragraph], title: Paragraph, side: float, *, is_rtl: bool
    ) -> _Laid:
        """Return `paragraphs` one below the other, the sign of `side` pixels after the title."""
        top = float(self._look.pixels(_GAP))
        placed = []
        sign = None
        for paragraph in paragraphs:
            is_title = paragraph is title
            indent = side * _SIGN_ROOM if is_title and is_rtl else 0.0
            placed.append(_Placed(paragraph, indent, top))
            if is_title and side:
                away = -side * _SIGN_ROOM if is_rtl else side * (_SIGN_ROOM - 1)
                left = indent + paragraph.end.x() + away
                sign = QRectF(left, top + paragraph.end.y() - side, side, side)
            top += paragraph.height
        return _Laid(tuple(placed), top + self._look.pixels(_GAP), sign)

    def _paragraph(
        self,
        runs: list[Run],
        *,
        is_rtl: bool,
        flush_right: bool = False,
        narrower: float = 0.0,
        most_lines: int = 0,
    ) -> Paragraph:
        width = self._text_width - narrower
        leading = ARABIC_LEADING if is_rtl else LEADING
        return self._setter.paragraph(
            runs, width, Setting(is_rtl, flush_right, leading, most_lines)
        )

    @property
    def _text_width(self) -> int:
        return self._width - self._look.pixels(LEFT + _RIGHT)

    def _in_pieces(self, time: str) -> str:
        """Return `time` so that it breaks between its parts only, not inside "10 min left".

        Only where the column is too narrow for a part, that part breaks like any text.
        """
        pieces = time.split(" · ")
        for at, piece in enumerate(pieces):
            if self._setter.width(piece, _TIME, bold=True) <= self._text_width:
                pieces[at] = piece.replace(" ", "\u00a0")
        return " · ".join(pieces)


def _row(index: Index) -> Row:
    return cast("Row", index.data(AgendaRole.ROW))
