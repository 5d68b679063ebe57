import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from booth_app.ui.editor.button_rows import ButtonRows


def test_buttons_go_on_in_the_next_row_and_are_never_cut(qtbot: QtBot) -> None:
    buttons = [QPushButton(f"Button number {n}") for n in range(4)]
    rows = ButtonRows(buttons)
    qtbot.addWidget(rows)
    one = buttons[0].sizeHint()
    width = 2 * one.width() + 20
    assert rows.heightForWidth(10 * one.width()) == one.height()
    rows.resize(width, rows.heightForWidth(width))
    rows.show()
    assert rows.height() > 2 * one.height()
    assert all(rows.rect().contains(button.geometry()) for button in buttons)
    assert buttons[2].y() > buttons[0].y() == buttons[1].y()
    assert rows.minimumSizeHint().width() <= 1


def test_a_hidden_button_gives_its_place_to_the_next(qtbot: QtBot) -> None:
    buttons = [QPushButton(name) for name in ("first", "second")]
    rows = ButtonRows(buttons)
    qtbot.addWidget(rows)
    rows.resize(400, 40)
    rows.show()
    place = buttons[0].pos()
    buttons[0].hide()
    qtbot.waitUntil(lambda: buttons[1].pos() == place)
    buttons[1].setText("a second that says much more")
    qtbot.waitUntil(lambda: buttons[1].width() == buttons[1].sizeHint().width())


def placed(qtbot: QtBot, *buttons: QWidget, pixels: int) -> ButtonRows:
    """Return the buttons in a row, their words in type of so many pixels."""
    font = QFont()
    font.setPixelSize(pixels)
    for button in buttons:
        button.setFont(font)
    rows = ButtonRows(buttons)
    qtbot.addWidget(rows)
    rows.resize(2_000, rows.heightForWidth(2_000))
    rows.show()
    return rows


@pytest.mark.parametrize("pixels", [15, 30, 45])
def test_what_is_lower_stands_in_the_middle_of_its_row(qtbot: QtBot, pixels: int) -> None:
    button, box = QPushButton("Keep"), QCheckBox("for all")
    box.setStyleSheet("QCheckBox { margin: 0; padding: 0; }")
    rows = placed(qtbot, button, box, pixels=pixels)
    assert button.height() > box.height()
    assert abs(button.geometry().center().y() - box.geometry().center().y()) <= 1
    assert rows.rect().contains(box.geometry())


def test_large_type_has_more_room_around_it_and_the_usual_one_the_style_s_own(
    qtbot: QtBot,
) -> None:
    usual = [QPushButton("Keep"), QPushButton("Close")]
    rows = placed(qtbot, *usual, pixels=14)
    assert rows.height() == usual[0].height()
    assert usual[0].size() == usual[0].sizeHint()
    assert usual[1].x() - usual[0].geometry().right() == 7
    large = [QPushButton("Keep"), QPushButton("Close")]
    rows = placed(qtbot, *large, pixels=30)
    assert rows.height() == large[0].height()
    assert large[0].width() > large[0].sizeHint().width() + 8
    assert large[0].height() > large[0].sizeHint().height() + 3
    assert large[1].x() - large[0].geometry().right() > 10
