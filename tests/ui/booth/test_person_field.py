from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from booth_app.meeting.meeting import Person, Wording
from booth_app.ui.booth.person_field import PersonField


def opened_field(qtbot: QtBot, person: Person) -> tuple[QWidget, PersonField]:
    window = QWidget()
    qtbot.addWidget(window)
    field = PersonField(window)
    window.show()
    field.open(person, "say_as", "en", person.say_as)
    return window, field


def test_it_opens_with_what_is_known(qtbot: QtBot) -> None:
    _window, field = opened_field(qtbot, Person(name="Ana\u202e", say_as="AH-na"))
    assert field.text() == "AH-na"
    assert field.selectedText() == "AH-na"
    assert field.accessibleName() == field.placeholderText() == "how Ana\ufffd is said"


def test_enter_keeps_and_esc_leaves(qtbot: QtBot) -> None:
    _window, field = opened_field(qtbot, Person(name="Ana"))
    qtbot.keyClicks(field, "  AH-na ")
    with qtbot.waitSignal(field.entered) as entered:
        qtbot.keyClick(field, Qt.Key.Key_Enter)
    assert entered.args == ["Ana", "say_as", "en", "AH-na"]
    assert field.isHidden()
    with qtbot.waitSignal(field.left), qtbot.assertNotEmitted(field.entered):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_an_emptied_field_is_kept_too(qtbot: QtBot) -> None:
    _window, field = opened_field(qtbot, Person(name="Ana", say_as="AH-na"))
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    with qtbot.waitSignal(field.entered) as entered:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert entered.args == ["Ana", "say_as", "en", ""]


def test_the_form_of_address_is_asked_in_a_language(qtbot: QtBot) -> None:
    _window, field = opened_field(qtbot, Person(name="Ana"))
    ana = Person(name="Ana", names={"ar": Wording("آنا", True)})
    field.open(ana, "address", "ar", "السيدة الرئيسة")
    assert field.placeholderText() == "how آنا is addressed"
    with qtbot.waitSignal(field.entered) as entered:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert entered.args == ["Ana", "address", "ar", "السيدة الرئيسة"]
