from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from booth_app.terminology.fields import Field
from booth_app.ui.editor.field_model import FieldModel
from booth_app.ui.editor.field_rows import FieldRow

ROWS = [
    FieldRow(Field("concept", None, "", "subject"), "subject field", ("a", "b", "c")),
    FieldRow(Field("term", "ar", "t", "term"), "Arabic term", ("", "هجرة", "<b>هجرة</b>\u202e")),
]


def model() -> FieldModel:
    made = FieldModel(("Last common", "Mine", "Theirs"), first_choice=1, result="Together")
    made.show_rows(ROWS)
    return made


def test_the_model_keeps_qt_s_rules() -> None:
    made = model()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.choose(0, 2)
    made.show_rows(ROWS[:1])
    assert (made.rowCount(), made.columnCount()) == (1, 5)


def test_what_is_chosen_is_marked_said_and_shown_as_the_result() -> None:
    made = model()
    made.choose(0, 2)
    assert made.index(0, 3).data() == "● c"
    assert made.index(0, 4).data() == "c"
    said = made.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "subject field. Last common: a; Mine: b; Theirs (chosen): c"


def test_the_last_common_value_cannot_be_chosen_nor_a_side_that_is_none() -> None:
    made = model()
    for side in (0, 3, -1):
        made.choose(0, side)
    assert made.rows[0].chosen is None


def test_a_side_of_which_nothing_is_known_is_empty() -> None:
    made = FieldModel(("Last common", "Mine"))
    made.show_rows([FieldRow(Field("concept", None, "", "subject"), "subject field", (None, "b"))])
    assert [made.is_empty(side) for side in (0, 1)] == [True, False]


def test_values_are_shown_as_text_without_overrides() -> None:
    assert model().index(1, 3).data() == "<b>هجرة</b>\ufffd"
    assert model().index(1, 1).data() == "–"
