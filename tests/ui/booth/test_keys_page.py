from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from booth_app.ui.booth.keys import COMMANDS, Command
from booth_app.ui.booth.keys_page import KeyRow, KeysPage, key_rows
from booth_app.ui.theme import LIGHT, Look


def test_each_command_has_a_line_with_its_keys() -> None:
    rows = key_rows(
        [
            Command("larger", ("Ctrl++", "Ctrl+="), "larger type", "Screen"),
            Command("here", ("F10", "Alt+Return", "Alt+Enter"), "we are here", "Agenda"),
        ]
    )
    assert rows == [
        KeyRow("Screen", "Ctrl++ or Ctrl+=", "larger type"),
        KeyRow("Agenda", "F10 or Alt+Return", "we are here"),
    ]


def test_commands_that_differ_by_a_number_share_a_line() -> None:
    people = [Command(f"c{n}", (f"Alt+{n}",), f"person {n} speaks", "Speaker") for n in (1, 2, 3)]
    clock = [Command("x", ("F7",), "turn of 10 minutes", "Turn")]
    assert key_rows(people + clock) == [
        KeyRow("Speaker", "Alt+1 … Alt+3", "person n speaks"),
        KeyRow("Turn", "F7", "turn of 10 minutes"),
    ]


def page(qtbot: QtBot, look: Look, width: int = 1000, height: int = 900) -> KeysPage:
    widget = KeysPage(look)
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show_commands(COMMANDS)
    return widget


def test_every_command_is_on_the_page(qtbot: QtBot, look: Look) -> None:
    shown = page(qtbot, look)
    name = shown.widget().accessibleName()
    assert all(row.says in name for row in key_rows(COMMANDS))


def test_a_usual_window_shows_it_whole(qtbot: QtBot, look: Look) -> None:
    shown = page(qtbot, look)
    assert shown.verticalScrollBar().maximum() == 0


def test_a_small_window_scrolls_by_key(qtbot: QtBot, look: Look) -> None:
    small = page(qtbot, Look(LIGHT, 2.0), 500, 300)
    assert small.verticalScrollBar().maximum() > 300
    QTest.keyClick(small, Qt.Key.Key_Down)
    assert small.verticalScrollBar().value() > 0
    small.grab()


def test_escape_and_f1_close_it(qtbot: QtBot, look: Look) -> None:
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F1):
        shown = page(qtbot, look)
        with qtbot.waitSignal(shown.closed):
            QTest.keyClick(shown, key)
        assert not shown.isVisible()
