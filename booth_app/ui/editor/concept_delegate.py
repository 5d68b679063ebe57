"""Paints a concept in the editor's list: two lines, and its badge by shape and word."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from booth_app.languages import RIGHT_TO_LEFT, Lang
from booth_app.ui.booth.block import sign_side
from booth_app.ui.booth.paragraph import ROW, Row, Run
from booth_app.ui.booth.shapes import Sign, draw_sign
from booth_app.ui.booth.typesetter import Typesetter
from booth_app.ui.editor.concept_model import ConceptRole, Index
from booth_app.ui.editor.concept_row import Row as Concept
from booth_app.ui.editor.concept_row import Standing
from booth_app.ui.theme import Look, Role

_TITLE: Final = 11.0
_OTHER: Final = 9.5
_BADGE: Final = 9.5
_SIDE: Final = 18
_ABOVE: Final = 7
_LINE: Final = 21
_OTHER_LINE: Final = 19
"""Pixels at 100 %: beside and above the text, and the heights of its two lines."""
_BETWEEN: Final = 10
_APART: Final = 7
_BAR: Final = 3
_FRAME: Final = 2
_SIGN_STEP: Final = 1.55
_BADGE_SHARE: Final = 0.34
"""The part of a row that a badge's words may take."""

_SIGNS: Final[Mapping[Standing, tuple[Sign, Role]]] = {
    "problem": ("caution", "warning"),
    "in review": ("half", "now"),
    "approved": ("check", "ok"),
    "official": ("disc", "ok"),
    "elsewhere": ("half", "dim"),
    "not read": ("diamond", "faint"),
}
_ONE_LINE: Final = ROW._replace(most_lines=1)
_ARABIC: Final = Row(right_to_left=True, most_lines=1)


class ConceptDelegate(QStyledItemDelegate):
    """Rows are all of one height, whatever they say: a list of any length is laid out at once."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wear(look)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        self._setter = Typesetter(look)

    @property
    def height(self) -> int:
        """The height of a row in pixels."""
        return self._look.pixels(2 * _ABOVE + _LINE + _OTHER_LINE)

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Override QStyledItemDelegate.sizeHint."""
        return QSize(option.rect.width(), self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate.paint."""
        rect: QRect = option.rect
        painter.save()
        painter.setClipRect(rect)
        self._paint_ground(painter, rect, option)
        concept: Concept | None = index.data(ConceptRole.ROW)
        if concept is not None:
            self._paint_words(painter, rect, concept)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem) -> None:
        look = self._look
        if option.state & QStyle.StateFlag.State_Selected:
            is_dim = look.theme.name == "dim"  # where that is the ground of dark letters
            painter.fillRect(rect, look.color("line" if is_dim else "now_background"))
            is_focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            bar = QRect(rect.left(), rect.top(), look.pixels(_BAR), rect.height())
            painter.fillRect(bar, look.color("focus" if is_focused or is_dim else "now"))
            if is_focused:
                painter.setPen(QPen(look.color("focus"), _FRAME))
                painter.drawRect(rect.adjusted(1, 1, -1, -1))
                return
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("line"))

    def _paint_words(self, painter: QPainter, rect: QRect, concept: Concept) -> None:
        look, side = self._look, self._look.pixels(_SIDE)
        left, top = rect.left() + side, rect.top() + look.pixels(_ABOVE)
        width = rect.width() - 2 * side
        badge = self._paint_badge(painter, left + width, top, concept, width * _BADGE_SHARE)
        room = width - badge - look.pixels(_BETWEEN)
        self._paint_title(painter, concept, room, left, top)
        if concept.other:
            said = Run(concept.other, _OTHER, "dim")
            below = top + look.pixels(_LINE)
            self._set(painter, said, width, left, below, _OTHER_LINE, concept.other_lang)

    def _paint_title(
        self, painter: QPainter, concept: Concept, room: float, left: float, top: float
    ) -> None:
        """Paint the term and behind it, always whole, its acronym."""
        title = Run(concept.title, _TITLE, "text", bold=True)
        short = Run(concept.acronym, _TITLE, "text")
        gap = self._look.pixels(_APART) if concept.acronym else 0
        beside = min(self._setter.width_of(short) + 2, room / 2) if concept.acronym else 0
        width = min(room - gap - beside, self._setter.width_of(title) + 2)
        if concept.lang in RIGHT_TO_LEFT:
            begin, behind = left + room - width, left + room - width - gap - beside
        else:
            begin, behind = left, left + width + gap
        self._set(painter, title, width, begin, top, _LINE, concept.lang)
        if concept.acronym:
            self._set(painter, short, beside, behind, top, _LINE, concept.lang)

    def _set(
        self,
        painter: QPainter,
        run: Run,
        width: float,
        x: float,
        top: float,
        height: float,
        lang: Lang | None,
    ) -> None:
        """Paint a line of text, in the middle of its height."""
        row = _ARABIC if lang in RIGHT_TO_LEFT else _ONE_LINE
        paragraph = self._setter.paragraph([run], max(width, 1.0), row)
        free = self._look.pixels(height) - paragraph.height
        paragraph.draw(painter, x, top + free / 2)

    def _paint_badge(
        self, painter: QPainter, right: float, top: float, concept: Concept, most: float
    ) -> float:
        """Paint the badge at the right edge, beyond `most` its sign alone; return its width."""
        sign, role = _SIGNS[concept.standing]
        run = Run(concept.badge, _BADGE, role)
        side = sign_side(self._setter.font(_BADGE))
        width = self._setter.width_of(run) + 2
        paragraph = self._setter.paragraph([run], width)
        y = top + (self._look.pixels(_LINE) - paragraph.height) / 2
        left = right - width - side * _SIGN_STEP
        if right - left <= most:
            paragraph.draw(painter, right - width, y)
        else:
            left = right - side
        box = QRectF(left, y + paragraph.baseline - side, side, side)
        draw_sign(painter, sign, box, self._setter.color(role))
        return right - left
