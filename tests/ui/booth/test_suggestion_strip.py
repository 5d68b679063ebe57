import pytest
from pytestqt.qtbot import QtBot

from booth_app.translation.suggestions import Suggestion
from booth_app.ui.booth.suggestion_strip import SuggestionStrip
from booth_app.ui.theme import LIGHT, Look

MACHINE = Suggestion(
    source="Les GLR", text="Local governments", origin="machine", route=("fr", "en")
)


@pytest.fixture
def strip(qtbot: QtBot, look: Look) -> SuggestionStrip:
    widget = SuggestionStrip(look)
    qtbot.addWidget(widget)
    widget.resize(700, 90)
    return widget


def test_it_is_there_only_while_it_has_something_to_say(strip: SuggestionStrip) -> None:
    assert not strip.isVisible()
    strip.show_waiting("Les GLR")
    assert strip.isVisible()
    strip.dismiss()
    assert not strip.isVisible()
    assert strip.words is None


def test_it_can_be_read_without_seeing_the_text_first(strip: SuggestionStrip) -> None:
    strip.show_suggestion(MACHINE)
    assert strip.accessibleName().startswith("Local governments · machine · fr to en")


def test_the_machines_frame_differs_from_a_glossarys(strip: SuggestionStrip) -> None:
    strip.show_suggestion(MACHINE)
    dashed = strip.grab().toImage()
    top = {dashed.pixel(x, 1) for x in range(40, 600)}
    strip.show_suggestion(Suggestion(source="Les GLR", text="LRGs", origin="glossary"))
    solid = strip.grab().toImage()
    assert len(top) > 1
    assert len({solid.pixel(x, 1) for x in range(40, 600)}) == 1


def test_its_height_follows_its_words(strip: SuggestionStrip) -> None:
    strip.show_waiting("Les GLR")
    low = strip.height_for(700)
    strip.show_suggestion(MACHINE)
    assert strip.height_for(700) > low
    strip.show_suggestion(Suggestion(source="x", text="word " * 1000, origin="machine"))
    assert strip.height_for(700) < 200


def test_arabic_runs_from_the_right(strip: SuggestionStrip) -> None:
    strip.show_suggestion(Suggestion(source="x", text="الحكومات", origin="machine"))
    strip.wear(Look(LIGHT))
    strip.resize(700, strip.height_for(700))
    image = strip.grab().toImage()
    row = range(image.height() // 2 + 6, image.height() - 8)
    dark = [x for x in range(20, 680) if any(image.pixelColor(x, y).lightness() < 90 for y in row)]
    assert min(dark) > 350
