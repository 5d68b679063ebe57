from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from booth_app.ui.booth.command_keys import CommandKeys
from booth_app.ui.booth.keys import COMMANDS

Key, Mod = Qt.Key, Qt.KeyboardModifier


def press(key: int, held: Mod = Mod.NoModifier, *, again: bool = False) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, "", again)


@pytest.fixture
def given() -> list[str]:
    return []


@pytest.fixture
def does(given: list[str]) -> dict[str, Callable[[], object]]:
    def doing(name: str) -> Callable[[], object]:
        return lambda: given.append(name)

    return {command.name: doing(command.name) for command in COMMANDS}


@pytest.fixture
def keys(qtbot: QtBot, does: dict[str, Callable[[], object]]) -> CommandKeys:
    return CommandKeys(does, {})


def test_a_key_gives_its_command(qtbot: QtBot, keys: CommandKeys, given: list[str]) -> None:
    with qtbot.waitSignal(keys.given) as said:
        assert keys.press(press(Key.Key_F9))
    assert said.args == ["the next item has begun"]
    assert keys.press(press(Key.Key_F10, Mod.ShiftModifier))
    assert not keys.press(press(Key.Key_F10, Mod.ShiftModifier | Mod.MetaModifier))
    assert not keys.press(press(Key.Key_A))
    assert given == ["next_item", "target_fr"]


def test_a_key_held_down_gives_only_what_steps(keys: CommandKeys, given: list[str]) -> None:
    for key in (Key.Key_F9, Key.Key_Down):
        for again in (False, True, True):
            assert keys.press(press(key, _held(key), again=again))
    assert given == ["next_item", "cursor_down", "cursor_down", "cursor_down"]


def _held(key: Qt.Key) -> Mod:
    return Mod.ControlModifier if key == Key.Key_Down else Mod.NoModifier


def test_a_changed_key_is_kept_and_gives_the_command(
    qtbot: QtBot, keys: CommandKeys, given: list[str]
) -> None:
    with qtbot.waitSignal(keys.changed) as kept:
        keys.change("next_item", "Ctrl+Shift+F7")
    assert kept.args == [{"next_item": ("Ctrl+Shift+F7", "Alt+F")}]
    keys.press(press(Key.Key_F7, Mod.ControlModifier | Mod.ShiftModifier))
    assert not keys.press(press(Key.Key_F9))
    assert given == ["next_item"]
    assert keys.shown("next_item") == "Ctrl+Shift+F7"
    with qtbot.waitSignal(keys.changed) as kept:
        keys.restore("next_item")
    assert kept.args == [{}]


def test_a_clash_is_refused_in_a_sentence(qtbot: QtBot, keys: CommandKeys) -> None:
    with qtbot.assertNotEmitted(keys.changed), qtbot.waitSignal(keys.refused) as why:
        keys.change("next_item", "F10")
    assert why.args == [
        "F10 is already the key of “we are at the chosen item”; nothing was changed."
    ]


def test_what_another_version_knows_stays(
    qtbot: QtBot, does: dict[str, Callable[[], object]]
) -> None:
    keys = CommandKeys(does, {"later": ("F9",), "next_theme": ("F13",)})
    assert "“later”" in keys.trouble
    with qtbot.waitSignal(keys.changed) as kept:
        keys.restore("next_theme")
    assert kept.args == [{"later": ("F9",)}]


def test_the_targets_keys_are_those_they_have_now(keys: CommandKeys) -> None:
    assert keys.targets == {"en": "F2", "fr": "F3", "es": "F4", "ar": "F5"}
    keys.change("target_fr", "Ctrl+F1")
    assert keys.targets["fr"] == "Ctrl+F1"
    assert keys.reading == {"en": "Ctrl+F2", "fr": "Ctrl+F3", "es": "Ctrl+F4", "ar": "Ctrl+F5"}
