import pytest
from pytestqt.qtbot import QtBot

from booth_app.languages import Lang
from booth_app.ui.booth.item_wording import ItemPair
from booth_app.ui.booth.pin_wording import pin_of, pin_pairs
from booth_app.ui.booth.pins_panel import PinsPanel
from booth_app.ui.theme import LIGHT, Look
from tests.ui.booth.hits import concept, hit, meeting

PINNED = (("lrg", "GLR"), ("trafficking", "traite des personnes"), ("recovery", "relèvement"))


def pairs(target: Lang = "en", count: int = 3) -> list[ItemPair]:
    pins = [pin_of(hit(name, "fr", term), target) for name, term in PINNED[:count]]
    return pin_pairs(pins, lambda key: concept(key.id), meeting().person, target, "fr")


@pytest.fixture
def panel(qtbot: QtBot, look: Look) -> PinsPanel:
    widget = PinsPanel(look)
    qtbot.addWidget(widget)
    return widget


def test_without_pins_it_takes_no_room(panel: PinsPanel) -> None:
    assert panel.isHidden()
    panel.show_pins(pairs())
    assert not panel.isHidden()
    panel.show_pins([])
    assert panel.isHidden()


def test_every_pin_is_a_line_to_read(panel: PinsPanel) -> None:
    panel.show_pins(pairs())
    assert panel.accessibleName().split(" | ") == [
        "Pinned",
        "relèvement: recovery",
        "traite des personnes: trafficking in persons",
        "GLR: LRGs",
    ]
    assert list(panel.pairs) == pairs()


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
@pytest.mark.parametrize("target", ["en", "ar"])
def test_it_is_as_high_as_its_pins(panel: PinsPanel, scale: float, target: Lang) -> None:
    panel.wear(Look(LIGHT, scale))
    panel.show_pins(pairs(target, 1))
    one = panel.heightForWidth(330)
    panel.show_pins(pairs(target))
    assert panel.heightForWidth(330) > one
    for width in (1, 330, 900):
        panel.resize(width, panel.heightForWidth(width))
        panel.grab()
