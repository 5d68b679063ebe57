import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from booth_app.ui.booth.keys import COMMANDS
from booth_app.ui.booth.keys_area import KeysArea
from booth_app.ui.booth.keys_table import KeysTable, key_rows
from booth_app.ui.theme import Look

Key = Qt.Key


@pytest.fixture
def table(look: Look) -> KeysTable:
    return KeysTable(look, key_rows(COMMANDS))


@pytest.fixture
def area(table: KeysTable, look: Look, qtbot: QtBot) -> KeysArea:
    area = KeysArea(table, look)
    qtbot.addWidget(area)
    area.resize(500, 300)
    area.show()
    return area


def test_keys_walk_and_others_do_not(area: KeysArea, table: KeysTable) -> None:
    assert not area.walk(Key.Key_A)
    assert table.chosen.name == COMMANDS[0].name
    chosen = []
    for key in (Key.Key_Down, Key.Key_PageDown, Key.Key_Up, Key.Key_End, Key.Key_Home):
        assert area.walk(key)
        chosen.append(table.chosen.name)
    assert chosen == [COMMANDS[at].name for at in (1, 11, 10, -1, 0)]


def test_the_chosen_command_is_in_sight_below_its_groups_name(area: KeysArea) -> None:
    bar = area.verticalScrollBar()
    assert bar.maximum() > 0
    area.walk(Key.Key_End)
    low = bar.value()
    assert low > 0
    area.walk(Key.Key_Home)
    assert bar.value() == bar.minimum() < low
