from collections.abc import Iterator
from typing import get_args

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from booth_app.paths import bundled
from booth_app.ui.booth.bar_rows import BarRow, Part, Placing
from booth_app.ui.booth.paragraph import Run
from booth_app.ui.booth.words import Words
from booth_app.ui.theme import DARK, Look, load_fonts

WIDE = (BarRow(("target", "title", "turn"), ("clock",)),)
NARROW = (BarRow(("target",), ("clock",)), BarRow(("mode",)))


@pytest.fixture
def words(qtbot: QtBot) -> Iterator[dict[Part, Words]]:
    load_fonts(bundled("resources") / "fonts")
    bar = QWidget()
    qtbot.addWidget(bar)
    parts: dict[Part, Words] = {part: Words(bar, most_lines=1) for part in get_args(Part)}
    for part in parts.values():
        part.wear(Look(DARK))
    parts["target"].say(Run("EN", 22, "text"))
    parts["title"].say(Run("A title of some length, longer than what stands below", 12, "text"))
    parts["mode"].say(Run("Rehearsal of 22 January 2021", 10, "text"))
    parts["turn"].say(Run("12:40", 15, "text"))
    parts["clock"].say(Run("16:23", 22, "text"))
    yield parts
    bar.close()  # it lived until here: its parts are its children


def test_one_row_where_there_is_room(words: dict[Part, Words]) -> None:
    boxes, height = Placing(words, (WIDE, NARROW)).at(1200, Look(DARK))
    assert set(boxes) == {"target", "title", "mode", "turn", "clock"}
    assert boxes["mode"].top() > boxes["title"].top()
    assert boxes["clock"].right() > 1150
    assert height >= boxes["mode"].bottom()


def test_letters_of_a_row_stand_on_one_line(words: dict[Part, Words]) -> None:
    boxes, _ = Placing(words, (WIDE,)).at(1200, Look(DARK))
    lines = {boxes[part].top() + words[part].baseline for part in ("target", "turn", "clock")}
    assert len(lines) == 1


def test_more_rows_where_there_is_not(words: dict[Part, Words]) -> None:
    boxes, height = Placing(words, (WIDE, NARROW)).at(340, Look(DARK))
    assert set(boxes) == {"target", "clock", "mode"}
    assert boxes["mode"].top() >= boxes["target"].bottom()
    assert height > Placing(words, (WIDE,)).at(1200, Look(DARK)).height * 0.9


@pytest.mark.parametrize("width", [1, 40, 150, 340, 600, 900, 1440])
def test_nothing_overlaps_or_leaves_the_bar(words: dict[Part, Words], width: int) -> None:
    boxes, height = Placing(words, (WIDE, NARROW)).at(width, Look(DARK))
    for part, box in boxes.items():
        assert box.left() >= 0
        assert box.right() < width
        assert 0 <= box.top() <= box.bottom() < height
        assert not any(box.intersects(boxes[other]) for other in boxes if other != part)


def test_the_title_gives_way_before_the_form_changes(words: dict[Part, Words]) -> None:
    placing = Placing(words, (WIDE, NARROW))
    full = placing.at(1200, Look(DARK)).boxes["title"].width()
    squeezed = placing.at(560, Look(DARK)).boxes["title"].width()
    assert 180 <= squeezed < full


def test_what_says_nothing_takes_no_room(words: dict[Part, Words]) -> None:
    words["turn"].say()
    boxes, _ = Placing(words, (WIDE,)).at(1200, Look(DARK))
    assert "turn" not in boxes
