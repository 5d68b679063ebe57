import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from booth_app.translation.suggestions import Suggestion
from booth_app.ui.booth.asking_machine import AskingMachine
from booth_app.ui.theme import Look


@pytest.fixture
def machine(qtbot: QtBot, look: Look) -> AskingMachine:
    panel = QWidget()
    qtbot.addWidget(panel)
    panel.resize(700, 600)
    panel.show()
    asking = AskingMachine(panel, look)
    asking.panel = panel  # type: ignore[attr-defined]  # it lives as long as the test
    return asking


def test_it_asks_after_a_pause_and_at_once_when_told(qtbot: QtBot, machine: AskingMachine) -> None:
    with qtbot.waitSignal(machine.wanted) as wanted:
        machine.wait_for("les GLR")
    assert wanted.args == ["les GLR"]
    machine.wait_for("les villes")
    with qtbot.waitSignal(machine.wanted) as wanted:
        machine.ask()
    assert wanted.args == ["les villes"]
    machine.wait_for("")
    with qtbot.assertNotEmitted(machine.wanted, wait=450):
        machine.ask()


def test_only_the_phrase_asked_last_is_shown(machine: AskingMachine) -> None:
    machine.expect("les GLR")
    machine.show_suggestion(Suggestion(source="older", text="x", origin="machine"))
    assert machine.strip.words is not None
    assert machine.strip.words.text == ""
    machine.show_suggestion(Suggestion(source="les GLR", text="the LRGs", origin="machine"))
    assert machine.strip.words.text == "the LRGs"
    machine.wait_for("")
    assert machine.strip.words is None


def test_it_tells_how_much_it_covers(machine: AskingMachine) -> None:
    assert machine.place(0, 600, 700) == 0
    machine.expect("les GLR")
    covered = machine.place(10, 600, 680)
    assert machine.strip.geometry().bottom() == 599
    assert covered > machine.strip.height()
    machine.wait_for("")
    assert machine.place(10, 600, 680) == 0
