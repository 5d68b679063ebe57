from PySide6.QtWidgets import QPushButton
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
