import pytest
from pytestqt.qtbot import QtBot

from booth_app.ui.booth.scratch_line import ScratchLine
from booth_app.ui.theme import LIGHT, Look


@pytest.fixture
def scratch(qtbot: QtBot, look: Look) -> ScratchLine:
    widget = ScratchLine(look)
    qtbot.addWidget(widget)
    widget.resize(700, widget.sizeHint().height())
    widget.show()
    return widget


def test_it_shows_one_line_until_another_takes_its_place(scratch: ScratchLine) -> None:
    scratch.park("12 400")
    first = scratch.grab().toImage()
    scratch.park("A/RES/73/195")
    assert scratch.text == "A/RES/73/195"
    assert scratch.accessibleName() == "Scratch line: A/RES/73/195"
    assert scratch.grab().toImage() != first


@pytest.mark.parametrize("text", ["x" * 300, "ا " * 150, "\u202eevil\x00", "", "𓀀" * 20])
def test_any_line_keeps_to_its_height(scratch: ScratchLine, text: str) -> None:
    height = scratch.sizeHint().height()
    scratch.park(text)
    assert scratch.sizeHint().height() == height
    for width in (1, 360, 2000):
        scratch.resize(width, height)
        scratch.grab()


def test_it_grows_with_the_type(scratch: ScratchLine) -> None:
    before = scratch.sizeHint().height()
    scratch.wear(Look(LIGHT, 3.0))
    assert scratch.sizeHint().height() > 2.8 * before
