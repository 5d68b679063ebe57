"""The bar above the editor keeps everything in sight."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from booth_app.ui.editor.top_bar import FILE_ENTRIES, TopBar
from booth_app.ui.theme import DARK, DIM, LIGHT, Look, Theme
from tests.ui.booth.rendered import contrast


def test_parts_stand_apart_and_inside_at_any_width_and_size(qtbot: QtBot) -> None:
    bar = TopBar(Look(LIGHT))
    qtbot.addWidget(bar)
    bar.show()
    for name in FILE_ENTRIES:
        bar.answer(name, lambda: None)
    bar.show_glossaries(["migration-governance", "booth"], "migration-governance")
    bar.show_waiting(12_345)
    for look in (Look(LIGHT), Look(DARK, 2.0), Look(DIM, 3.0)):
        bar.wear(look)
        for width in (500, 1024, 1440):
            bar.resize(width, bar.height())
            parts = [part for part in bar.findChildren(QWidget) if part.parent() is bar]
            boxes = [part.geometry() for part in parts if part.isVisible() and not part.isWindow()]
            assert len(boxes) in (5, 6)  # the title is the first to go
            assert all(bar.rect().contains(box) for box in boxes), (look.scale, width)
            assert not any(a.intersects(b) for a, b in combinations(boxes, 2))


def test_what_is_done_most_stands_at_the_right(qtbot: QtBot) -> None:
    bar = TopBar(Look(LIGHT))
    qtbot.addWidget(bar)
    bar.resize(1440, 50)
    bar.show()
    right = bar.approve.mapTo(bar, QPoint(bar.approve.width(), 0)).x()
    assert right == 1440 - 18
    assert bar.glossary.x() < 300


def test_a_glossary_is_chosen_whatever_it_is_called(qtbot: QtBot) -> None:
    bar = TopBar(Look(LIGHT))
    qtbot.addWidget(bar)
    bar.show_glossaries(["a & b", "c\n\u202e"], "a & b")
    actions = bar.glossary.menu().actions()
    assert [action.text() for action in actions] == ["a && b", "c \ufffd"]
    assert [action.isChecked() for action in actions] == [True, False]
    with qtbot.waitSignal(bar.glossary_chosen) as chosen:
        actions[1].trigger()
    assert chosen.args == ["c\n\u202e"]


@pytest.mark.parametrize("theme", [DARK, LIGHT, DIM])
def test_an_open_menu_stands_out_from_what_it_covers(qtbot: QtBot, theme: Theme) -> None:
    bar = TopBar(Look(theme))
    qtbot.addWidget(bar)
    bar.show_glossaries(["one", "two"], "one")
    image = bar.glossary.menu().grab().toImage()
    ground = image.pixelColor(image.width() - 4, image.height() // 2).name()
    assert min(contrast(ground, theme.panel), contrast(ground, theme.background)) > 1.1
    assert contrast(ground, theme.text) >= 4.5


def test_the_count_from_the_booth_is_told(qtbot: QtBot) -> None:
    bar = TopBar(Look(LIGHT))
    qtbot.addWidget(bar)
    assert bar.booth.accessibleName() == "Inbox: what waits from the booth"
    bar.show_waiting(3)
    assert bar.booth.text() == "In&box 3"
    assert bar.booth.accessibleName() == "Inbox: 3 wait from the booth"
    bar.show_waiting(1)
    assert bar.booth.accessibleName() == "Inbox: 1 waits from the booth"
    bar.show_waiting(None)
    assert bar.booth.accessibleName() == "Inbox: what waits from the booth"
