import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from booth_app.languages import Lang
from booth_app.ui.booth.welcome_line import WelcomeLine
from booth_app.ui.theme import LIGHT, Look

TARGETS: dict[Lang, str] = {"en": "F2", "fr": "F3", "es": "F4", "ar": "F5"}
READING: dict[Lang, str] = {"en": "Ctrl+F2", "fr": "Ctrl+F3", "es": "Ctrl+F4", "ar": "Ctrl+F5"}


@pytest.fixture
def line(qtbot: QtBot, look: Look) -> WelcomeLine:
    widget = WelcomeLine(look, TARGETS, READING)
    qtbot.addWidget(widget)
    widget.resize(712, widget.heightForWidth(712))
    widget.show()
    return widget


def buttons(line: WelcomeLine) -> list[QPushButton]:
    return line.findChildren(QPushButton)


def names(line: WelcomeLine) -> list[str]:
    return [button.text() for button in buttons(line)]


def test_each_language_has_its_keys(line: WelcomeLine) -> None:
    assert names(line) == [
        *("EN  F2", "FR  F3", "ES  F4", "AR  F5"),
        *("1. EN  Ctrl+F2", "2. FR  Ctrl+F3", "3. ES  Ctrl+F4", "4. AR  Ctrl+F5"),
        "imrf",
    ]


def test_buttons_say_what_was_chosen(qtbot: QtBot, line: WelcomeLine) -> None:
    for signal, place, said in (
        (line.target_chosen, 3, "ar"),
        (line.reading_switched, 5, "fr"),
        (line.example_tried, 8, "imrf"),
    ):
        with qtbot.waitSignal(signal) as chosen:
            qtbot.mouseClick(buttons(line)[place], Qt.MouseButton.LeftButton)
        assert chosen.args == [said]


def test_what_was_chosen_shows_without_colour(line: WelcomeLine) -> None:
    assert not line.is_answered
    line.show_target("fr")
    line.show_reads(("ar", "en"))
    assert line.is_answered
    assert names(line)[:4] == ["EN  F2", "• FR  F3", "ES  F4", "AR  F5"]
    assert names(line)[4:8] == ["2. EN  Ctrl+F2", "FR  Ctrl+F3", "ES  Ctrl+F4", "1. AR  Ctrl+F5"]
    assert buttons(line)[5].accessibleName() == "FR, not read"
    line.show_target("en")
    assert names(line)[1] == "FR  F3"


def test_buttons_leave_the_keyboard_to_the_field(line: WelcomeLine) -> None:
    assert {button.focusPolicy() for button in buttons(line)} == {Qt.FocusPolicy.NoFocus}


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
@pytest.mark.parametrize("width", [360, 712, 1400])
def test_nothing_is_cut_off(line: WelcomeLine, scale: float, width: int) -> None:
    line.wear(Look(LIGHT, scale))
    line.show_target("fr")
    line.resize(max(width, round(330 * scale)), line.heightForWidth(max(width, round(330 * scale))))
    parts = [child.geometry() for child in line.children() if hasattr(child, "geometry")]
    assert len(parts) == 13
    for place, part in enumerate(parts):
        assert line.rect().contains(part)
        assert not any(part.intersects(other) for other in parts[place + 1 :])
