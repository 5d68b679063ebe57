import pytest
from pytestqt.qtbot import QtBot

from booth_app.termbase import ItemRow
from booth_app.ui.booth.item_terms_view import ItemTermsView
from booth_app.ui.theme import LIGHT, Look
from tests.ui.booth.hits import concept, meeting

ROWS = [
    ItemRow(None, meeting().people[0], True),
    ItemRow(concept("recovery"), None, True),
    ItemRow(concept("imrf"), None, False),
]


@pytest.fixture
def view(qtbot: QtBot, look: Look) -> ItemTermsView:
    widget = ItemTermsView(look, "en", "fr")
    qtbot.addWidget(widget)
    widget.resize(720, 700)
    widget.show_item("Round one", ROWS)
    widget.show()
    return widget


def test_it_can_be_read_without_seeing(view: ItemTermsView) -> None:
    title, person, *terms = view.accessibleName().split(" | ")
    assert title == "\u2068Round one\u2069 · people and terms"
    assert person.startswith("Sophie van Haasen: ")
    assert terms == [
        "relèvement: recovery",
        "Forum d'examen des migrations internationales: International Migration Review Forum",
    ]


def test_it_speaks_the_target(view: ItemTermsView) -> None:
    view.speak("es", "en")
    assert "recovery: recuperación" in view.accessibleName()


def test_it_paints_anew_only_what_changed_it(view: ItemTermsView) -> None:
    before = view.grab().toImage()
    assert view.grab().toImage() == before
    view.speak("ar", "fr")
    arabic = view.grab().toImage()
    assert arabic != before
    view.wear(Look(LIGHT))
    assert view.grab().toImage() != arabic


def test_rows_under_a_cover_are_not_painted(view: ItemTermsView) -> None:
    view.cover(650)
    covered = view.grab().toImage()
    assert len({covered.pixel(x, y) for x in range(0, 720, 5) for y in range(60, 700, 5)}) == 1


def test_before_the_meeting_is_known_it_is_quiet(qtbot: QtBot, look: Look) -> None:
    widget = ItemTermsView(look, "en", "fr")
    qtbot.addWidget(widget)
    for size in ((1, 1), (300, 200)):
        widget.resize(*size)
        widget.grab()
    assert widget.accessibleName() == ""
