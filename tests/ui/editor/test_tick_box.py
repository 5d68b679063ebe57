import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QStyle, QStyleOptionButton
from pytestqt.qtbot import QtBot

from booth_app.ui.editor.tick_box import TickBox
from booth_app.ui.theme import DARK, DIM, LIGHT, Look, Theme
from tests.ui.booth.rendered import colors


def box(tick: TickBox) -> QRect:
    option = QStyleOptionButton()
    tick.initStyleOption(option)
    return tick.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, tick)


@pytest.fixture
def tick(qtbot: QtBot) -> TickBox:
    tick = TickBox("All that is listed")
    qtbot.addWidget(tick)
    return tick


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_it_grows_with_the_type_and_is_as_high_as_its_words(tick: TickBox, scale: float) -> None:
    tick.wear(Look(LIGHT, scale), 11.0)
    tick.resize(tick.sizeHint())
    side = box(tick)
    assert side.width() == side.height() == round(16 * scale)
    assert side.height() >= tick.fontMetrics().xHeight() * 1.5
    assert tick.rect().contains(side)


@pytest.mark.parametrize("theme", [LIGHT, DARK, DIM])
def test_its_edge_and_its_tick_are_seen(tick: TickBox, theme: Theme) -> None:
    tick.wear(Look(theme, 2.0), 11.0)
    tick.resize(tick.sizeHint())
    empty = colors(tick, box(tick))
    assert len(empty) > 1, "an edge around the ground"
    tick.setChecked(True)
    assert colors(tick, box(tick)) != empty
