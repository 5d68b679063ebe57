import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from booth_app.ui.editor.asking_page import AskingPage
from booth_app.ui.theme import LIGHT, Look

DIGITS = ("&Digits", (("as it comes", ""), ("Arabic", "arabic"), ("Indic", "indic")))


@pytest.fixture
def page(qtbot: QtBot) -> AskingPage:
    page = AskingPage("Style", {"digits": DIGITS}, {"all": "&All"}, "&Keep", Look(LIGHT))
    qtbot.addWidget(page)
    page.show()
    return page


def test_what_is_chosen_is_what_the_words_stand_for(page: AskingPage, qtbot: QtBot) -> None:
    assert page.chosen("digits") == ""
    with qtbot.waitSignal(page.changed):
        qtbot.keyClick(page.choices["digits"], Qt.Key.Key_Down)
    assert page.chosen("digits") == "arabic"
    page.choose("digits", "indic")
    assert page.choices["digits"].currentText() == "Indic"


def test_what_is_no_choice_here_counts_as_the_first(page: AskingPage) -> None:
    page.choose("digits", "arabic")
    page.choose("digits", "of a later version")
    assert page.chosen("digits") == ""


def test_a_switch_is_told_and_escape_closes(page: AskingPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.changed):
        qtbot.keyClick(page.switches["all"], Qt.Key.Key_Space)
    assert page.is_on("all")
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page.choices["digits"], Qt.Key.Key_Escape)
