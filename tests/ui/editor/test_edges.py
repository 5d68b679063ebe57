from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from booth_app.ui.editor.edges import edged
from booth_app.ui.theme import THEMES, Look


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours as WCAG counts it."""

    def light(color: QColor) -> float:
        parts = (color.redF(), color.greenF(), color.blueF())
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_an_edge_is_seen_on_every_ground(qtbot: QtBot) -> None:
    for theme in THEMES.values():
        look = Look(theme)
        for control in (QCheckBox(""), QLineEdit()):
            qtbot.addWidget(control)
            control.setPalette(edged(look))
            image = control.grab().toImage()
            row = image.height() // 2
            seen = [image.pixelColor(x, row) for x in range(image.width())]
            ground = look.color("background")
            assert max(contrast(color, ground) for color in seen) >= 3, (theme.name, control)
