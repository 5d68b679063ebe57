from datetime import date

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from booth_app.languages import Lang
from booth_app.ui.booth.hit_list import HitList
from booth_app.ui.booth.hit_places import PLACES, places
from booth_app.ui.booth.number_wording import numbers_printed
from booth_app.ui.booth.printed import Printed
from booth_app.ui.booth.seat import Seat
from booth_app.ui.booth.wording import term_printed
from booth_app.ui.theme import LIGHT, Look
from tests.ui.booth.hits import hit

FOUND = (("imrf", "IMRF"), ("rmrf", "RMRF"), ("gcm", "PMM"), ("gfmd", "FMMD"), ("mmc", "CMM"))


def printed(target: Lang = "en", count: int = 5) -> list[Printed]:
    return [
        term_printed(hit(name, "fr", term), target, Seat(target, target, day=date(2021, 1, 22)))
        for name, term in FOUND[:count]
    ]


@pytest.fixture
def hits(qtbot: QtBot, look: Look) -> HitList:
    widget = HitList(look)
    qtbot.addWidget(widget)
    widget.resize(720, 720)
    widget.show()
    return widget


def test_only_the_first_five_are_shown_answer_first(hits: HitList) -> None:
    hits.show_hits([*printed(), *printed()], "x")
    assert len(hits.hits) == PLACES
    assert hits.accessibleName().startswith("IMRF; International Migration Review Forum; official")
    assert len(hits.accessibleName().split(" | ")) == PLACES


def test_places_stay_whatever_the_answer_says(hits: HitList) -> None:
    def second_hit() -> object:
        place = places(712, 720, Look(LIGHT)).hits[0].toAlignedRect().translated(4, 0)
        return hits.grab(place).toImage()

    hits.show_hits(printed(), "")
    before = second_hit()
    shorter = [printed()[3], *printed()[1:]]
    hits.show_hits(shorter, "")
    assert second_hit() == before


def test_one_quiet_line(hits: HitList) -> None:
    hits.show_hits(printed(), "x")
    hits.show_line("nothing found; = asks the machine")
    assert hits.hits == ()
    assert hits.accessibleName() == "nothing found; = asks the machine"
    hits.grab()


def test_traps_go_round(hits: HitList) -> None:
    hits.show_hits([printed()[4]], "")
    first = hits.grab().toImage()
    hits.show_next_caution()
    assert hits.grab().toImage() != first
    for _ in range(len(hits.hits[0].cautions) - 1):
        hits.show_next_caution()
    assert hits.grab().toImage() == first


def test_choosing_stays_among_the_hits(hits: HitList) -> None:
    hits.show_hits(printed(count=3), "")
    for step, chosen in ((1, 1), (1, 2), (1, 2), (-5, 0)):
        hits.choose(hits.chosen + step)
        assert hits.chosen == chosen
    hits.choose(2)
    hits.show_hits(printed(), "y")
    assert hits.chosen == 0


def test_what_lies_below_is_left_to_what_covers_it(hits: HitList) -> None:
    hits.show_hits(printed(), "")
    hits.cover(200)
    image = hits.grab().toImage()
    background = image.pixelColor(0, 0)
    covered = image.copy(0, image.height() - 190, image.width(), 190)
    assert {
        covered.pixelColor(x, y).name() for x in range(0, 700, 3) for y in range(0, 190, 3)
    } == {background.name()}


def test_it_wears_its_look(hits: HitList) -> None:
    hits.show_hits(printed(), "")
    dark = hits.grab().toImage()
    hits.wear(Look(LIGHT))
    light = hits.grab().toImage()
    assert dark != light

    def has(color: str) -> bool:
        wanted = QColor(color)
        return any(light.pixelColor(x, y) == wanted for x in range(4, 400) for y in range(10, 50))

    assert has(LIGHT.text)


def test_it_fits_any_size(hits: HitList) -> None:
    for target in ("en", "ar"):
        hits.show_hits(printed(target), "migr")
        for width, height in ((1, 1), (120, 60), (390, 600), (3000, 2000)):
            hits.resize(width, height)
            hits.grab()


def test_opening_a_small_hit_moves_none_and_leaves_the_answer_to_read(hits: HitList) -> None:
    shown = printed()
    hits.show_hits(shown, "")
    answer = places(712, 720, Look(LIGHT)).answer.toAlignedRect().translated(4, 0)
    before, whole = hits.grab(answer).toImage(), hits.grab().toImage()
    marked = [place for place, hit in enumerate(shown) if place and hit.has_trap]
    for place in marked:
        assert hits.open_next()
        assert hits.opened == place
        assert hits.grab(answer).toImage() == before
        assert hits.grab().toImage() != whole
    assert not hits.open_next()
    assert hits.grab().toImage() == whole


def test_where_there_is_no_room_below_an_open_hit_covers_all_but_what_is_said(
    hits: HitList,
) -> None:
    hits.resize(352, 300)
    hits.show_hits(printed(), "")
    said = QRect(0, 0, 352, 40)
    before, whole = hits.grab(said).toImage(), hits.grab().toImage()
    hits.open_next()
    assert hits.grab(said).toImage() == before
    assert hits.grab().toImage() != whole


def test_the_next_query_closes_it(hits: HitList) -> None:
    hits.show_hits(printed(), "a")
    hits.open_next()
    hits.show_hits(printed(), "a")
    assert hits.opened
    hits.show_hits(printed(), "b")
    assert not hits.opened


def test_a_number_stands_beside_the_hits_or_in_the_answers_place(hits: HitList) -> None:
    numbers = numbers_printed("1.500", Seat("en", "es"))
    hits.show_hits(printed(), "")
    left = places(712, 720, Look(LIGHT)).hits[0].toAlignedRect().translated(4, 0)
    before, whole = hits.grab(left).toImage(), hits.grab().toImage()
    hits.show_numbers(numbers)
    assert hits.grab(left).toImage() == before
    assert hits.grab().toImage() != whole
    assert "1,500; FR 1\u202f500" in hits.accessibleName()
    hits.show_line("")
    alone = hits.grab().toImage()
    hits.show_numbers([])
    assert hits.grab().toImage() != alone


def test_the_same_hits_are_not_set_again(hits: HitList) -> None:
    hits.show_hits(printed(), "a")
    hits.show_next_caution()
    shown = hits.grab().toImage()
    hits.show_hits(printed(), "a")
    assert hits.grab().toImage() == shown


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
@pytest.mark.parametrize("target", ["en", "fr", "es", "ar"])
def test_nothing_is_clipped(hits: HitList, look: Look, scale: float, target: Lang) -> None:
    hits.wear(Look(look.theme, scale))
    hits.show_hits(printed(target), "migr")
    for width, height in ((352, 420), (712, 720), (1400, 900)):
        hits.resize(width, height)
        image = hits.grab().toImage()
        ground = image.pixel(0, height - 1)
        edges = [image.pixel(width - 1, y) for y in range(height)]
        edges += [image.pixel(x, height - 1) for x in range(width)]
        edges += [image.pixel(0, y) for y in range(height)]
        assert set(edges) == {ground}
