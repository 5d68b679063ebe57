import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from booth_app.ui.editor.field_model import FieldModel
from booth_app.ui.editor.field_table import FieldTable
from booth_app.ui.editor.review_groups import ReviewGroups
from booth_app.ui.editor.review_list import ReviewList
from booth_app.ui.editor.review_panes import ReviewPanes
from booth_app.ui.theme import LIGHT, Look


@pytest.fixture
def panes(qtbot: QtBot) -> ReviewPanes:
    table = FieldTable(FieldModel(("Mine", "Theirs")), "Values")
    made = ReviewPanes(ReviewGroups(), ReviewList(Look(LIGHT)), table)
    qtbot.addWidget(made)
    made.wear(Look(LIGHT))
    made.resize(1000, 300)
    made.show()
    return made


def test_they_stand_below_one_another_where_the_width_is_too_little(panes: ReviewPanes) -> None:
    assert panes.orientation() == Qt.Orientation.Horizontal
    beside = panes.minimumSizeHint().height()
    panes.wear(Look(LIGHT, 2.0))
    assert panes.orientation() == Qt.Orientation.Vertical
    assert panes.minimumSizeHint().height() > 2 * beside
    panes.wear(Look(LIGHT))
    assert panes.orientation() == Qt.Orientation.Horizontal
    panes.resize(400, 300)
    assert panes.orientation() == Qt.Orientation.Vertical


def test_none_of_them_is_too_low_to_be_worked_in(panes: ReviewPanes) -> None:
    look = Look(LIGHT, 2.0)
    panes.wear(look)
    panes.resize(1000, panes.minimumSizeHint().height())
    QApplication.processEvents()
    heights = [panes.widget(at).height() for at in range(3)]
    assert min(heights) > look.pixels(70)


def test_what_a_person_moved_stays_where_it_is(panes: ReviewPanes) -> None:
    panes.setSizes([500, 250, 250])
    panes.wear(Look(LIGHT, 1.15))
    groups, _, values = panes.sizes()
    assert groups > values
