import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from booth_app.languages import Lang
from booth_app.ui.booth.first_start import FirstStart
from booth_app.ui.booth.welcome_line import WelcomeLine
from booth_app.ui.theme import LIGHT, Look

TARGETS: dict[Lang, str] = {"en": "F2", "fr": "F3", "es": "F4", "ar": "F5"}
READING: dict[Lang, str] = {"en": "Ctrl+F2", "fr": "Ctrl+F3", "es": "Ctrl+F4", "ar": "Ctrl+F5"}


@pytest.fixture
def panel(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    QVBoxLayout(widget)
    widget.show()
    return widget


@pytest.fixture
def start(panel: QWidget) -> FirstStart:
    column = panel.layout()
    assert isinstance(column, QVBoxLayout)
    return FirstStart(panel, column)


def shown(panel: QWidget) -> list[WelcomeLine]:
    QCoreApplication.processEvents()
    return [line for line in panel.findChildren(WelcomeLine) if not line.isHidden()]


def test_it_asks_once_and_passes_on_what_is_chosen(
    qtbot: QtBot, panel: QWidget, start: FirstStart, look: Look
) -> None:
    start.read(("fr", "en"))
    start.ask(look, TARGETS, READING)
    start.ask(look, TARGETS, READING)
    (line,) = shown(panel)
    for signal, emitted in (
        (start.target_chosen, line.target_chosen),
        (start.reading_switched, line.reading_switched),
        (start.example_tried, line.example_tried),
    ):
        with qtbot.waitSignal(signal) as got:
            emitted.emit("ar")
        assert got.args == ["ar"]


def test_it_stays_until_it_is_answered(panel: QWidget, start: FirstStart, look: Look) -> None:
    start.leave()
    start.answer("fr")
    start.ask(look, TARGETS, READING)
    start.leave()
    assert shown(panel)
    start.answer("fr")
    start.wear(Look(LIGHT, 2.0))
    assert shown(panel)
    start.leave()
    assert not shown(panel)
