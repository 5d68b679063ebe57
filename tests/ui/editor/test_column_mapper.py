import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from booth_app.exchange.columns import corrected, guess
from booth_app.ui.editor.column_mapper import ColumnMapper
from booth_app.ui.theme import LIGHT, Look

HEADER = ["No", "Terme français", "", "عربي<b>", "English definition"]
ROWS = [
    ["1", "forum d’examen", "review forum of the States", "منتدى", "A meeting."],
    ["2", "examen régional", "the review for the region", "استعراض", ""],
]


def mapper(qtbot: QtBot) -> ColumnMapper:
    made = ColumnMapper(Look(LIGHT))
    qtbot.addWidget(made)
    made.show_columns("terms.xlsx", guess(HEADER, ROWS), ROWS)
    made.resize(900, 500)
    made.show()
    return made


def test_what_is_only_suggested_counts_once_it_was_accepted(qtbot: QtBot) -> None:
    page = mapper(qtbot)
    with qtbot.waitSignal(page.mapped) as said:
        qtbot.keyClick(page, Qt.Key.Key_Return)
    [mapping] = said.args
    columns = corrected(guess(HEADER, ROWS), mapping)
    assert all(column.certain for column in columns)
    unsure = [at for at, column in enumerate(guess(HEADER, ROWS)) if not column.certain]
    assert {int(number) - 1 for number in mapping} == set(unsure)


def test_it_is_said_of_which_columns_the_language_is_only_suggested(qtbot: QtBot) -> None:
    page = mapper(qtbot)
    labels = [label.text() for label in page.findChildren(QLabel)]
    doubted = [column for column in guess(HEADER, ROWS) if not column.certain and column.lang]
    assert sum("Only suggested: " in text for text in labels) == len(doubted) == 2


def test_it_begins_with_the_keyboard_in_the_first_column(qtbot: QtBot) -> None:
    page = mapper(qtbot)
    page.activateWindow()
    page.setFocus()
    qtbot.waitUntil(page.choices[0].hasFocus)


@pytest.mark.parametrize(
    ("typed", "said"), [("Sp", "es"), ("Ar", "ar"), ("note", "note"), ("su", "subject")]
)
def test_a_column_is_corrected_by_its_first_letters(qtbot: QtBot, typed: str, said: str) -> None:
    page = mapper(qtbot)
    choice = page.choices[0]
    choice.setCurrentIndex(choice.findData("ignore"))
    qtbot.keyClicks(choice, typed)
    assert choice.currentData() == said


def test_without_a_language_nothing_is_read_and_why_is_told(qtbot: QtBot) -> None:
    page = mapper(qtbot)
    for choice in page.choices:
        choice.setCurrentIndex(choice.findData("ignore"))
    with qtbot.assertNotEmitted(page.mapped), qtbot.waitSignal(page.refused) as told:
        qtbot.keyClick(page, Qt.Key.Key_Return)
    assert told.args == ["Say of one column at least which language its terms are in."]


def test_enter_on_a_button_is_the_buttons(qtbot: QtBot) -> None:
    page = mapper(qtbot)
    page.activateWindow()
    close = page.findChildren(QPushButton)[-1]
    close.setFocus()
    qtbot.waitUntil(close.hasFocus)
    with qtbot.assertNotEmitted(page.mapped):
        qtbot.keyClick(close, Qt.Key.Key_Return)


def test_a_column_is_corrected_with_the_keyboard(qtbot: QtBot) -> None:
    page = mapper(qtbot)
    choice = page.choices[2]
    choice.setFocus()
    choice.setCurrentIndex(choice.findData("es"))
    with qtbot.waitSignal(page.mapped) as said:
        qtbot.keyClick(page, Qt.Key.Key_Return)
    assert said.args[0]["3"] == "es"
    assert choice.accessibleName() == "Column 3, no header"


def test_esc_closes_and_everything_that_can_be_said_is_understood(qtbot: QtBot) -> None:
    page = mapper(qtbot)
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    for at in range(page.choices[0].count()):
        corrected(guess(HEADER, ROWS), {"1": page.choices[0].itemData(at)})
