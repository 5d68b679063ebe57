import pytest
from pytestqt.qtbot import QtBot

from booth_app.termbase import ItemRow
from booth_app.ui.booth.answer_area import NOBODY_FOUND, NOTHING_FOUND, OPENING, AnswerArea
from booth_app.ui.booth.field_answer import Found
from booth_app.ui.booth.field_entry import LookUp, Nothing, PeopleWanted
from booth_app.ui.booth.seat import Seat
from booth_app.ui.theme import LIGHT, Look
from tests.ui.booth.hits import concept, hit

IMRF = Found(LookUp("imrf"), "imrf", (hit("imrf", "fr", "IMRF"),))
NONE = Found(LookUp("zzz"), "zzz")


@pytest.fixture
def area(qtbot: QtBot, look: Look) -> AnswerArea:
    widget = AnswerArea(look, Seat("en", "fr"))
    qtbot.addWidget(widget)
    widget.item.show_item("Round one", [ItemRow(concept("recovery"), None, True)])
    widget.resize(712, 700)
    widget.show()
    return widget


def test_the_items_terms_stand_there_until_something_is_looked_up(area: AnswerArea) -> None:
    assert area.item.isVisible()
    assert not area.shows_hits
    area.show_found(IMRF)
    assert area.hits.isVisible()
    assert not area.item.isVisible()
    area.show_found(Found(Nothing()))
    assert area.item.isVisible()
    assert not area.hits.isVisible()


def test_both_pages_take_all_of_it(area: AnswerArea) -> None:
    area.show_found(IMRF)
    for size in ((712, 700), (360, 400), (1400, 900)):
        area.resize(*size)
        assert area.hits.geometry() == area.item.geometry() == area.rect()


def test_the_quiet_line_says_why_nothing_is_there(area: AnswerArea) -> None:
    area.show_found(NONE)
    assert area.hits.answer_line == OPENING
    area.open()
    area.show_found(NONE)
    assert area.hits.answer_line == NOTHING_FOUND
    area.show_found(Found(PeopleWanted("x"), "x"))
    assert area.hits.answer_line == NOBODY_FOUND
    assert not area.has_found


def test_another_seat_prints_the_same_hits_again(area: AnswerArea) -> None:
    area.show_found(IMRF)
    assert area.hits.hits[0].lang == "en"
    area.take_seat(Seat("ar", "fr", ("fr",)))
    assert area.hits.hits[0].lang == "ar"
    assert [other.lang for other in area.hits.hits[0].others] == ["fr"]
    assert area.switch_all()
    assert [other.lang for other in area.hits.hits[0].others] == ["fr", "en", "es"]
    assert not area.switch_all()
    assert area.item.accessibleName().endswith("التعافي")


def test_a_number_answers_where_there_are_no_hits(qtbot: QtBot, area: AnswerArea) -> None:
    area.open()
    area.show_found(Found(LookUp("47 %"), "47 %"))
    assert area.hits.answer_line == ""
    assert not area.has_found
    qtbot.waitUntil(lambda: area.has_numbers)
    assert area.has_found
    area.wear(Look(LIGHT, 2.0))
    area.show_found(NONE)
    assert not area.has_numbers
