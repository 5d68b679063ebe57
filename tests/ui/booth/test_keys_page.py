import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from booth_app.ui.booth.keys import COMMANDS
from booth_app.ui.booth.keys_page import HOW, KeysPage
from booth_app.ui.theme import LIGHT, Look

Key, Mod = Qt.Key, Qt.KeyboardModifier


def page(qtbot: QtBot, look: Look, width: int = 1130, height: int = 900) -> KeysPage:
    widget = KeysPage(look)
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show_commands(COMMANDS)
    widget.show()
    return widget


def area(shown: KeysPage) -> QScrollArea:
    found = shown.findChild(QScrollArea)
    assert isinstance(found, QScrollArea)
    return found


def test_a_small_window_scrolls_to_what_is_chosen(qtbot: QtBot, fonts: None) -> None:
    small = page(qtbot, Look(LIGHT, 2.0), 500, 300)
    bar = area(small).verticalScrollBar()
    QTest.keyClick(small, Key.Key_End)
    assert bar.value() > bar.maximum() * 0.9
    QTest.keyClick(small, Key.Key_Home)
    assert bar.value() < 20
    small.grab()


def test_escape_closes_it(qtbot: QtBot, look: Look) -> None:
    shown = page(qtbot, look)
    with qtbot.waitSignal(shown.closed):
        QTest.keyClick(shown, Key.Key_Escape)


def test_enter_and_a_key_change_the_chosen_command(qtbot: QtBot, look: Look) -> None:
    shown = page(qtbot, look)
    QTest.keyClick(shown, Key.Key_Down)
    QTest.keyClick(shown, Key.Key_Return)
    assert shown.line == "Press the new key for “into French”; Esc leaves it as it is."
    QTest.keyClick(shown, Key.Key_Control, Mod.ControlModifier)
    with qtbot.waitSignal(shown.key_chosen) as chosen:
        QTest.keyClick(shown, Key.Key_F3, Mod.ControlModifier)
    assert chosen.args == ["target_fr", "Ctrl+F3"]
    assert shown.line == HOW


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Down, Key.Key_A])
def test_every_key_is_one_while_it_waits(qtbot: QtBot, look: Look, key: Qt.Key) -> None:
    shown = page(qtbot, look)
    QTest.keyClick(shown, Key.Key_Return)
    with qtbot.waitSignal(shown.key_chosen) as chosen:
        QTest.keyClick(shown, key)
    assert chosen.args[0] == "target_en"


def test_escape_leaves_the_key_as_it_is(qtbot: QtBot, look: Look) -> None:
    shown = page(qtbot, look)
    QTest.keyClick(shown, Key.Key_Return)
    with qtbot.assertNotEmitted(shown.key_chosen), qtbot.assertNotEmitted(shown.closed):
        QTest.keyClick(shown, Key.Key_Escape)
    assert shown.line == HOW


@pytest.mark.parametrize("waits", [False, True])
def test_delete_asks_for_the_first_keys(qtbot: QtBot, look: Look, waits: bool) -> None:
    shown = page(qtbot, look)
    QTest.keyClick(shown, Key.Key_PageDown)
    if waits:
        QTest.keyClick(shown, Key.Key_Return)
    with qtbot.waitSignal(shown.restored) as restored:
        QTest.keyClick(shown, Key.Key_Delete)
    assert restored.args == [COMMANDS[10].name]


def test_what_it_says_stays_until_the_next_key(qtbot: QtBot, look: Look) -> None:
    shown = page(qtbot, look)
    shown.say("F10 is already the key of another.")
    assert shown.line.startswith("F10")
    QTest.keyClick(shown, Key.Key_Down)
    assert shown.line == HOW


def test_the_chosen_command_is_told(qtbot: QtBot, look: Look) -> None:
    shown = page(qtbot, look)
    with qtbot.waitSignal(shown.said) as said:
        QTest.keyClick(shown, Key.Key_Down)
    assert said.args == ["into French: left hand F3; right hand Shift+F10"]
