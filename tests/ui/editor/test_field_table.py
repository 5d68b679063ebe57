from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from booth_app.terminology.fields import Field
from booth_app.ui.editor.field_model import FieldModel
from booth_app.ui.editor.field_rows import FieldRow
from booth_app.ui.editor.field_table import FieldTable
from booth_app.ui.theme import DARK, DIM, LIGHT, Look, Theme

SUBJECT = Field("concept", None, "", "subject")
ROWS = [
    FieldRow(SUBJECT, "subject field", ("a", "b", "c")),
    FieldRow(Field("term", "ar", "t", "term"), "Arabic term", ("", "هجرة", "تنقل")),
]
SIDES = ("Last common", "Mine", "Theirs")


def shown(
    qtbot: QtBot, rows: Sequence[FieldRow], sides: Sequence[str] = SIDES, theme: Theme = DARK
) -> tuple[FieldModel, FieldTable]:
    made = FieldModel(sides, first_choice=1, result="Together")
    table = FieldTable(made, "Conflict")
    qtbot.addWidget(table)
    table.wear(Look(theme))
    table.resize(700, 300)
    table.show()
    made.show_rows(rows)
    return made, table


def test_arrows_choose_and_enter_confirms(qtbot: QtBot) -> None:
    made, table = shown(qtbot, ROWS)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert made.rows[0].value == "c"
    qtbot.keyClick(table, Qt.Key.Key_Left)
    assert made.rows[0].value == "b"
    qtbot.keyClick(table, Qt.Key.Key_Left)
    assert made.rows[0].value == "b"
    qtbot.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.confirmed) as confirmed:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert confirmed.args == [1]


def test_a_side_of_which_nothing_is_known_takes_no_room(qtbot: QtBot) -> None:
    made, table = shown(qtbot, [FieldRow(SUBJECT, "subject field", (None, "b", "c"))])
    assert [table.isColumnHidden(at) for at in range(5)] == [False, True, False, False, False]
    made.show_rows(ROWS)
    assert not table.isColumnHidden(1)
    made.show_rows([FieldRow(SUBJECT, "subject field", ("a", None, None))])
    assert not table.isColumnHidden(2)  # it can be chosen: an empty one leaves the value out


def test_names_take_no_more_width_than_they_need(qtbot: QtBot) -> None:
    _, table = shown(qtbot, ROWS)
    assert table.columnWidth(0) < table.columnWidth(2)
    assert table.fontMetrics().horizontalAdvance("subject field") < table.columnWidth(0)


def test_where_it_is_narrow_names_are_broken_between_words_and_none_is_cut(qtbot: QtBot) -> None:
    rows = [replace(ROWS[0], name="reference"), replace(ROWS[1], name="note for the booth")]
    _, table = shown(qtbot, rows, ("Mine", "Theirs"))
    advance = table.fontMetrics().horizontalAdvance
    table.resize(3 * advance("reference"), 300)
    assert advance("reference") + 20 < table.columnWidth(0) < advance("note for the booth")
    table.resize(2 * advance("reference"), 300)
    assert table.columnWidth(0) <= table.width() // 2, "the sides are to be read, too"


def test_long_headings_are_broken_not_cut(qtbot: QtBot) -> None:
    _, short = shown(qtbot, ROWS)
    _, table = shown(qtbot, ROWS, ("Last", "International Migration Review Forum", "Theirs"))
    line = table.horizontalHeader().fontMetrics().lineSpacing()
    heights = [each.horizontalHeader().height() for each in (short, table)]
    assert heights[1] - heights[0] >= line


@pytest.mark.parametrize("theme", [DARK, LIGHT, DIM], ids=lambda theme: theme.name)
def test_the_current_row_stands_on_the_ground_of_what_is_current(
    qtbot: QtBot, theme: Theme
) -> None:
    _, table = shown(qtbot, ROWS, theme=theme)
    picture = table.viewport().grab().toImage()
    current, other = (
        picture.pixelColor(690, table.rowViewportPosition(row) + 3).name() for row in (0, 1)
    )
    assert current == (theme.line if theme is DIM else theme.now_background)
    assert other == theme.panel
