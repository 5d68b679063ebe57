from datetime import date

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from booth_app.languages import Lang
from booth_app.ui.booth.hit_list import HitList
from booth_app.ui.booth.hit_places import PLACES, places
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


@pytest.mark.parametrize("scale", [0.75, 1.0, 2.0, 3.0])
@pytest.mark.parametrize(("width", "height"), [(342, 500), (712, 620), (712, 720), (1050, 820)])
def test_places_neither_overlap_nor_leave_the_list(
    look: Look, scale: float, width: int, height: int
) -> None:
    where = places(width, height, Look(look.theme, scale))
    boxes = (where.answer, *where.hits)
    assert len(where.hits) <= PLACES - 1
    for place, box in enumerate(boxes):
        assert box.right() <= width + 1
        assert box.bottom() <= height + 1
        assert not any(box.intersects(other) for other in boxes[place + 1 :])


def test_a_usual_window_has_four_places_beside_the_answer(look: Look) -> None:
    assert len(places(712, 712, look).hits) == 4
    assert len(places(712, 616, look).hits) == 4


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
