import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from booth_app.terminology.fields import Field
from booth_app.ui.editor.choice_field import ChoiceField
from booth_app.ui.theme import LIGHT, Look

CHOICES = (("", "no status"), ("preferred", "preferred"), ("forbidden", "forbidden"))
STATUS = Field("term", "en", "t1", "status")


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def field(form: QWidget) -> ChoiceField:
    field = ChoiceField(form, CHOICES)
    field.bind(STATUS, "English term 1: status")
    field.wear(Look(LIGHT))
    return field


@pytest.fixture
def edited(field: ChoiceField) -> list[tuple[Field, object]]:
    kept: list[tuple[Field, object]] = []
    field.edited.connect(lambda of, value: kept.append((of, value)))
    return kept


def test_a_step_chooses_the_next_value_and_none_beyond_the_ends(
    field: ChoiceField, edited: list[tuple[Field, object]]
) -> None:
    field.show_value("preferred")
    for step in (1, 1, -1, -1, -1):
        field.step(step)
    assert edited == [(STATUS, "forbidden"), (STATUS, "preferred"), (STATUS, "")]
    assert field.value == ""


def test_read_only_nothing_is_chosen_until_it_may_be_again(
    field: ChoiceField, edited: list[tuple[Field, object]]
) -> None:
    field.show_value("preferred")
    field.set_read_only(read_only=True)
    field.step(1)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert edited == []
    field.set_read_only(read_only=False)
    field.step(1)
    assert edited == [(STATUS, "forbidden")]


def test_what_is_shown_is_not_edited(
    field: ChoiceField, edited: list[tuple[Field, object]]
) -> None:
    field.show_value("forbidden")
    assert (field.currentText(), field.value) == ("forbidden", "forbidden")
    field.show_value("something older")
    assert (field.currentIndex(), field.value) == (-1, "something older")
    assert edited == []


def test_a_problem_is_said_aloud(field: ChoiceField) -> None:
    field.show_problem("It is missing.")
    assert field.accessibleDescription() == "It is missing."
    field.show_problem("")
    assert field.accessibleDescription() == ""
