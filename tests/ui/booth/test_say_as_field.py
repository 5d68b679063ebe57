from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from booth_app.meeting.meeting import Person
from booth_app.ui.booth.say_as_field import SayAsField


def opened_field(qtbot: QtBot, person: Person) -> tuple[QWidget, SayAsField]:
    window = QWidget()
    qtbot.addWidget(window)
    field = SayAsField(window)
    window.show()
    field.open(person)
    return window, field


def test_it_opens_with_what_is_known(qtbot: QtBot) -> None:
    _window, field = opened_field(qtbot, Person(name="Ana\u202e", say_as="AH-na"))
    assert field.text() == "AH-na"
    assert field.selectedText() == "AH-na"
    assert field.accessibleName() == "How the name Ana\ufffd is said"


def test_enter_keeps_and_esc_leaves(qtbot: QtBot) -> None:
    _window, field = opened_field(qtbot, Person(name="Ana"))
    qtbot.keyClicks(field, "  AH-na ")
    with qtbot.waitSignal(field.kept) as kept:
        qtbot.keyClick(field, Qt.Key.Key_Enter)
    assert kept.args == ["AH-na"]
    with qtbot.waitSignal(field.left), qtbot.assertNotEmitted(field.kept):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_an_emptied_field_is_kept_too(qtbot: QtBot) -> None:
    _window, field = opened_field(qtbot, Person(name="Ana", say_as="AH-na"))
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    with qtbot.waitSignal(field.kept) as kept:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert kept.args == [""]
