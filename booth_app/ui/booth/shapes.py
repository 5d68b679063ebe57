"""The signs beside words, painted: the bundled fonts have none of them.

Each says something by its form alone; colour only repeats it.
"""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from booth_app.ui.booth.printed import Shape

Sign = Shape | Literal["caution", "onward", "offline"]


def draw_sign(painter: QPainter, sign: Sign, box: QRectF, color: QColor) -> None:
    """Paint `sign` into the square `box`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = max(1.4, box.width() * 0.13)
    pen = QPen(color, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    inner = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    if sign in ("disc", "half"):
        _draw_disc(painter, inner, color, whole=sign == "disc")
    elif sign == "person":
        _draw_person(painter, inner, color)
    elif sign == "caution":
        _draw_caution(painter, inner)
    else:
        painter.drawPath(_strokes(sign, inner))
    painter.restore()


def _strokes(sign: Sign, box: QRectF) -> QPainterPath:
    """Return the lines of the signs that are nothing but lines."""
    middle = box.center()
    if sign == "diamond":
        corners = [
            QPointF(middle.x(), box.top()),
            QPointF(box.right(), middle.y()),
            QPointF(middle.x(), box.bottom()),
            QPointF(box.left(), middle.y()),
        ]
        return _polyline([*corners, corners[0]])
    if sign == "check":
        low = QPointF(box.left() + box.width() * 0.38, box.bottom() - box.height() * 0.1)
        start = QPointF(box.left(), middle.y() + box.height() * 0.05)
        return _polyline([start, low, QPointF(box.right(), box.top() + box.height() * 0.1)])
    if sign == "offline":
        inset = box.width() * 0.146  # where a circle meets the diagonal of its square
        path = _polyline(
            [box.topLeft() + QPointF(inset, inset), box.bottomRight() - QPointF(inset, inset)]
        )
        path.addEllipse(box)
        return path
    path = _polyline([QPointF(box.left(), middle.y()), QPointF(box.right(), middle.y())])
    if sign == "plus":
        path.addPath(_polyline([QPointF(middle.x(), box.top()), QPointF(middle.x(), box.bottom())]))
        return path
    tip, back = QPointF(box.right(), middle.y()), box.right() - box.width() * 0.35
    up, down = (middle.y() + way * box.height() * 0.35 for way in (-1, 1))
    path.addPath(_polyline([QPointF(back, up), tip, QPointF(back, down)]))
    return path


def _polyline(points: list[QPointF]) -> QPainterPath:
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    return path


def _draw_disc(painter: QPainter, box: QRectF, color: QColor, *, whole: bool) -> None:
    painter.drawEllipse(box)
    painter.setBrush(color)
    if whole:
        painter.drawEllipse(box)
    else:
        painter.drawPie(box, 90 * 16, 180 * 16)


def _draw_person(painter: QPainter, box: QRectF, color: QColor) -> None:
    painter.setBrush(color)
    head = box.width() * 0.42
    painter.drawEllipse(QRectF(box.center().x() - head / 2, box.top(), head, head))
    shoulders = QRectF(box.left(), box.center().y() + box.height() * 0.1, box.width(), box.height())
    painter.drawChord(shoulders, 0, 180 * 16)


def _draw_caution(painter: QPainter, box: QRectF) -> None:
    top = QPointF(box.center().x(), box.top())
    painter.drawPath(_polyline([top, box.bottomRight(), box.bottomLeft(), top]))
    x, height = box.center().x(), box.height()
    painter.drawLine(QPointF(x, box.top() + height * 0.42), QPointF(x, box.top() + height * 0.62))
    painter.drawPoint(QPointF(x, box.top() + height * 0.82))
