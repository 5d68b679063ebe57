"""The chips count, and the keyboard goes from one to the next."""

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from booth_app.ui.editor.filters import Filters
from booth_app.ui.theme import DARK, LIGHT, Look

COUNTS = {"all": 1337, "draft": 300, "in_review": 0, "missing": 2, "twins": 4, "problems": 6}


@pytest.fixture
def filters(qtbot: QtBot) -> Filters:
    filters = Filters(Look(LIGHT))
    qtbot.addWidget(filters)
    filters.resize(380, 120)
    filters.show_counts({**COUNTS, "booth": 3, "changed": 7})  # type: ignore[arg-type]
    filters.show()
    return filters


def test_there_is_but_all_until_the_concepts_are_counted(filters: Filters) -> None:
    assert filters.counts["all"] == 1337
    assert filters._chips["all"].text() == "All 1,337"
    assert filters._chips["all"].accessibleName() == "All 1,337"
    filters.choose("twins")
    filters.show_counts({})
    assert filters._chips["all"].text() == "All"
    assert set(filters.counts.values()) == {None}
    assert filters.current == "all"
    filters.choose("draft")
    assert filters.current == "all"


def test_arrows_choose_and_go_round(filters: Filters, qtbot: QtBot) -> None:
    told: list[str] = []
    filters.chosen.connect(told.append)
    filters._chips["all"].setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(filters.focusWidget(), key)
    assert told == ["draft", "in_review", "draft"]
    filters.choose("draft")
    assert told == ["draft", "in_review", "draft"]
    filters.choose("all")
    filters.step(-1)
    assert filters.current == "changed"


def test_chips_stand_apart_and_inside_at_any_width_and_size(filters: Filters) -> None:
    for look in (Look(LIGHT), Look(DARK, 2.0), Look(DARK, 3.0)):
        filters.wear(look)
        for width in (200, 380, 900):
            filters.resize(width, filters.heightForWidth(width))
            boxes = [chip.geometry() for chip in filters._chips.values()]
            assert all(filters.rect().contains(box) for box in boxes), (look.scale, width)
            assert not any(a.intersects(b) for a, b in combinations(boxes, 2))
