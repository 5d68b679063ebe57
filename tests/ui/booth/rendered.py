"""Contrast as it is painted, for the tests of panels."""

from collections import Counter

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget


def luminance(color: str) -> float:
    """The relative luminance of WCAG 2 of a colour as #rrggbb."""
    parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of WCAG 2 between two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def colors(widget: QWidget, box: QRect) -> Counter[str]:
    """The colours in `box` of what `widget` paints, with how many pixels have each."""
    picture = widget.grab(box).toImage()
    return Counter(
        QColor(picture.pixel(x, y)).name()
        for x in range(picture.width())
        for y in range(picture.height())
    )


def text_contrast(widget: QWidget, box: QRect) -> float:
    """The contrast of the text in `box` with its ground.

    The ground is the colour of most pixels; a letter's own colour is the one farthest from it,
    since those between come from its smoothed edges.
    """
    found = colors(widget, box)
    ground = found.most_common(1)[0][0]
    return max(contrast(ground, color) for color in found)
