import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from booth_app.ui.editor.quiet_button import QuietButton
from booth_app.ui.theme import LIGHT, Look

Key = Qt.Key
NONE, CONTROL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
KEYPAD = Qt.KeyboardModifier.KeypadModifier


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def button(window: QWidget) -> QuietButton:
    made = QuietButton("R+D", window, chip=True)
    made.wear(Look(LIGHT))
    return made


@pytest.mark.parametrize(
    ("key", "held", "told"),
    [
        (Key.Key_Return, NONE, "pressed"),
        (Key.Key_Enter, KEYPAD, "pressed"),
        (Key.Key_Space, NONE, "pressed"),
        (Key.Key_Return, CONTROL, ""),
        (Key.Key_Delete, NONE, "removed"),
        (Key.Key_Delete, SHIFT, ""),
        (Key.Key_Down, NONE, ""),
    ],
)
def test_enter_and_space_press_it_and_del_removes(
    button: QuietButton, qtbot: QtBot, key: Key, held: Qt.KeyboardModifier, told: str
) -> None:
    heard: list[str] = []
    button.clicked.connect(lambda: heard.append("pressed"))
    button.removed.connect(lambda: heard.append("removed"))
    qtbot.keyClick(button, key, held)
    assert heard == ([told] if told else [])


def test_nothing_is_removed_where_nothing_is_to_be_changed(
    button: QuietButton, qtbot: QtBot
) -> None:
    button.setEnabled(False)
    with qtbot.assertNotEmitted(button.removed):
        qtbot.keyClick(button, Key.Key_Delete)


def test_an_ampersand_of_a_term_is_a_letter_like_others(button: QuietButton) -> None:
    letters = button.fontMetrics().horizontalAdvance
    before = button.natural_width()
    button.show_words("R&D")
    assert button.shortcut().isEmpty()
    assert button.natural_width() - before == letters("R&D") - letters("R+D")
