"""What is painted can be read: contrast computed from the pixels of the words side."""

from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen
from pytestqt.qtbot import QtBot

from booth_app.termbase import ItemRow
from booth_app.translation.suggestions import Suggestion
from booth_app.ui.booth.field_entry import languages_by_script
from booth_app.ui.booth.look_up_panel import LookUpPanel
from booth_app.ui.booth.number_wording import numbers_printed
from booth_app.ui.booth.seat import Seat, nobody_shares
from booth_app.ui.theme import THEMES, Look
from tests.ui.booth.hits import concept, hit, meeting
from tests.ui.test_theme import contrast

FOUND = (("imrf", "IMRF"), ("rmrf", "RMRF"), ("progress_declaration", "x"), ("gfmd", "FMMD"))
SIZE = (1500, 1300)
SCALE = 2.0
GROUNDS = ("background", "panel", "machine_background")
_SEEN = 60
"""Pixels of a colour that are more than the edge of a painted sign."""


class Plain(Look):
    """A look whose letters have hard edges: each pixel of a text has the colour it is set in."""

    def font(self, points: float, *, bold: bool = False) -> QFont:
        font = super().font(points, bold=bold)
        font.setStyleStrategy(QFont.StyleStrategy.NoAntialias)
        return font


def look_up(panel: LookUpPanel, look: Look) -> None:
    panel.field.setText("imrf")


def number(panel: LookUpPanel, look: Look) -> None:
    panel.field.setText("1.500")
    panel.hits.show_numbers(numbers_printed("1.500", Seat("en", "es")))
    panel.hits.show_line("")


def opened(panel: LookUpPanel, look: Look) -> None:
    look_up(panel, look)
    panel.open_next_trap()


def machine(panel: LookUpPanel, look: Look) -> None:
    panel.expect_suggestion("les GLR")
    panel.show_suggestion(Suggestion(source="les GLR", text="the LRGs", origin="machine"))


def let_go(panel: LookUpPanel, look: Look) -> None:
    look_up(panel, look)
    panel.field.let_go()


def at_start(panel: LookUpPanel, look: Look) -> None:
    panel.first_start.ask(look, {"en": "F2"}, {"en": "Ctrl+F2"})
    panel.show_scratch("12 400")


def nothing(panel: LookUpPanel, look: Look) -> None:
    panel.field.setText("zzz")


STATES = (look_up, number, opened, machine, let_go, at_start, nothing)


@pytest.fixture(params=THEMES, ids=list(THEMES))
def panel(qtbot: QtBot, fonts: None, request: pytest.FixtureRequest) -> LookUpPanel:
    widget = LookUpPanel(Plain(THEMES[request.param], SCALE), "en", "fr")
    qtbot.addWidget(widget)
    hits = [hit(name, "fr", term) for name, term in FOUND]
    widget.ready(lambda text: hits if text == "imrf" else [], languages_by_script, nobody_shares)
    widget.follow(date(2021, 1, 22), meeting().people)
    rows = [ItemRow(None, person, True) for person in meeting().people[:2]]
    rows += [ItemRow(concept(name), None, True) for name in ("recovery", "competences")]
    widget.show_item("Round one", rows)
    widget.resize(*SIZE)
    widget.setAutoFillBackground(True)
    widget.setPalette(Look(THEMES[request.param]).palette())
    widget.show()
    return widget


def colors(image: QImage) -> Counter[str]:
    """Return how many pixels have each colour."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(plain.constBits()).cast("I"))
    return Counter({QColor(value & 0xFFFFFF).name(): count for value, count in counted.items()})


def without_frame(panel: LookUpPanel) -> QImage:
    """Return the panel's picture; the machine's rounded frame, which is no text, painted over."""
    image = panel.grab().toImage()
    if panel.strip.isVisible():
        with QPainter(image) as painter:
            painter.setPen(QPen(panel.palette().window(), 6))
            painter.drawRect(panel.strip.geometry())
    return image


def theme_colors(look: Look, *roles: str) -> set[str]:
    return {look.color(role).name() for role in roles}  # type: ignore[arg-type]


@pytest.mark.parametrize("state", STATES)
def test_all_text_has_enough_contrast(
    panel: LookUpPanel, state: Callable[[LookUpPanel, Look], None], request: pytest.FixtureRequest
) -> None:
    look = Plain(THEMES[request.node.callspec.params["panel"]], SCALE)
    state(panel, look)
    grounds = theme_colors(look, *GROUNDS)
    seen = colors(without_frame(panel))
    text = {
        color
        for color, count in seen.items()
        if count >= _SEEN and color not in grounds | theme_colors(look, "line")
    }
    assert text >= theme_colors(look, "text")
    for color in text:
        for ground in grounds & set(seen):
            assert contrast(QColor(color), QColor(ground)) >= 4.5, (color, ground)


def test_the_answer_has_seven_to_one(panel: LookUpPanel, request: pytest.FixtureRequest) -> None:
    look_up(panel, Look(THEMES[request.node.callspec.params["panel"]]))
    top = panel.area.geometry().top()
    said = panel.grab().toImage().copy(40, top, 700, 80)
    (ground, _), (letters, count) = colors(said).most_common(2)
    assert count > 1_000
    assert contrast(QColor(letters), QColor(ground)) >= 7


def test_machine_text_is_told_apart_by_frame_word_and_weight(
    panel: LookUpPanel, request: pytest.FixtureRequest
) -> None:
    arabic = "الحكومات المحلية"
    panel.expect_suggestion("les GLR")
    panel.show_suggestion(Suggestion(source="les GLR", text=arabic, origin="machine"))
    framed = panel.strip.grab().toImage()
    panel.expect_suggestion("les GLR")
    panel.show_suggestion(Suggestion(source="les GLR", text=arabic, origin="glossary"))
    assert panel.strip.grab().toImage() != framed
    look = Look(THEMES[request.node.callspec.params["panel"]])
    assert not look.font(14).italic()
    assert not look.font(14, bold=True).italic()
    machine = look.color("machine").name()
    assert colors(framed)[machine] > _SEEN
