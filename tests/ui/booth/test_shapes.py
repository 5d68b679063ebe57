from typing import get_args

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from booth_app.ui.booth.printed import Shape
from booth_app.ui.booth.shapes import Sign, draw_sign

SIGNS = [*get_args(Shape), "caution", "onward"]


def painted(sign: Sign) -> QImage:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    with QPainter(image) as painter:
        draw_sign(painter, sign, QRectF(10, 10, 20, 20), QColor("white"))
    return image


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_fills_its_box_and_leaves_the_rest(sign: Sign) -> None:
    image = painted(sign)
    lit = [(x, y) for x in range(40) for y in range(40) if image.pixelColor(x, y).value() > 30]
    assert len(lit) > 30
    assert all(8 <= x <= 31 and 8 <= y <= 31 for x, y in lit)


def test_each_form_is_its_own_without_colour() -> None:
    images = [painted(sign) for sign in SIGNS]
    assert all(a != b for n, a in enumerate(images) for b in images[:n])
