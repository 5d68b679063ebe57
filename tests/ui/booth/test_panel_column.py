"""Where the parts of the look-up panel stand."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from booth_app.ui.booth.answer_area import AnswerArea
from booth_app.ui.booth.asking_machine import AskingMachine
from booth_app.ui.booth.look_up_field import LookUpField
from booth_app.ui.booth.panel_column import PanelColumn
from booth_app.ui.booth.scratch_line import ScratchLine
from booth_app.ui.booth.seat import Seat
from booth_app.ui.theme import DARK, Look


class Panel(QWidget):
    """A panel with its parts in their places."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.field = LookUpField(look)
        self.area = AnswerArea(look, Seat("en", "fr"))
        self.machine = AskingMachine(self, look)
        self.column = PanelColumn(self, self.field, self.area, self.machine, look)
        self.column.wear(look)
        self.machine.changed.connect(self.column.place_strip)

    def size_to(self, width: int, height: int) -> None:
        self.resize(width, height)
        self.column.fit()


@pytest.fixture
def panel(qtbot: QtBot, look: Look) -> Panel:
    panel = Panel(look)
    qtbot.addWidget(panel)
    panel.size_to(760, 800)
    panel.show()
    return panel


def test_the_field_stands_over_the_answers_which_have_the_rest(panel: Panel) -> None:
    field, area = panel.field.geometry(), panel.area.geometry()
    assert field.bottom() < area.top()
    assert area.height() > 600
    assert field.left() > area.left(), "the answers hang over by their bar"


def test_the_strip_keeps_to_the_lower_edge_and_moves_nothing(panel: Panel) -> None:
    before = panel.field.geometry(), panel.area.geometry()
    panel.machine.expect("les GLR")
    assert (panel.field.geometry(), panel.area.geometry()) == before
    for width, height in ((760, 800), (420, 500)):
        panel.size_to(width, height)
        assert panel.rect().contains(panel.machine.strip.geometry())
        assert panel.machine.strip.geometry().bottom() > panel.height() - 30


def test_the_scratch_line_stands_below_everything_until_it_is_taken_away(panel: Panel) -> None:
    panel.column.show_scratch("")
    assert not panel.findChildren(ScratchLine)
    panel.column.show_scratch("12 400")
    (line,) = panel.findChildren(ScratchLine)
    assert line.text == "12 400"
    assert line.isVisible()
    assert line.geometry().top() > panel.area.geometry().bottom()
    panel.machine.expect("les GLR")
    assert panel.machine.strip.geometry().bottom() <= line.geometry().top()
    panel.column.show_scratch("")
    assert not line.isVisible()
    assert panel.machine.strip.geometry().bottom() > panel.height() - 30


def test_larger_type_makes_margins_and_scratch_line_larger(panel: Panel) -> None:
    panel.column.show_scratch("12 400")
    (line,) = panel.findChildren(ScratchLine)
    left, height = panel.field.geometry().left(), line.sizeHint().height()
    panel.column.wear(Look(DARK, 1.5))
    assert panel.layout().activate()
    assert panel.field.geometry().left() > left
    assert line.sizeHint().height() > height
