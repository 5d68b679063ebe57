import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from booth_app.ui.booth.keys import TARGETS
from booth_app.ui.booth.welcome_line import WelcomeLine
from booth_app.ui.theme import LIGHT, Look


@pytest.fixture
def line(qtbot: QtBot, look: Look) -> WelcomeLine:
    widget = WelcomeLine(look, TARGETS)
    qtbot.addWidget(widget)
    widget.resize(712, widget.heightForWidth(712))
    widget.show()
    return widget


def buttons(line: WelcomeLine) -> list[QPushButton]:
    return line.findChildren(QPushButton)


def test_each_language_has_its_key(line: WelcomeLine) -> None:
    assert [button.text() for button in buttons(line)] == [
        "EN  F2",
        "FR  F3",
        "ES  F4",
        "AR  F5",
        "imrf",
    ]


def test_buttons_say_what_was_chosen(qtbot: QtBot, line: WelcomeLine) -> None:
    with qtbot.waitSignal(line.target_chosen) as chosen:
        qtbot.mouseClick(buttons(line)[3], Qt.MouseButton.LeftButton)
    assert chosen.args == ["ar"]
    with qtbot.waitSignal(line.example_tried) as tried:
        qtbot.mouseClick(buttons(line)[4], Qt.MouseButton.LeftButton)
    assert tried.args == ["imrf"]


def test_buttons_leave_the_keyboard_to_the_field(line: WelcomeLine) -> None:
    assert {button.focusPolicy() for button in buttons(line)} == {Qt.FocusPolicy.NoFocus}


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
@pytest.mark.parametrize("width", [360, 712, 1400])
def test_nothing_is_cut_off(line: WelcomeLine, scale: float, width: int) -> None:
    line.wear(Look(LIGHT, scale))
    line.resize(max(width, round(330 * scale)), line.heightForWidth(max(width, round(330 * scale))))
    parts = [child.geometry() for child in line.children() if hasattr(child, "geometry")]
    assert len(parts) == 8
    for place, part in enumerate(parts):
        assert line.rect().contains(part)
        assert not any(part.intersects(other) for other in parts[place + 1 :])
