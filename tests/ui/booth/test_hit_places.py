import pytest
from PySide6.QtCore import QRectF

from booth_app.ui.booth.hit_places import PLACES, joined, places
from booth_app.ui.theme import Look


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


def test_a_number_takes_a_column_or_all_but_the_first(look: Look) -> None:
    wide, narrow = places(712, 712, look), places(360, 800, look)
    assert wide.beside == (wide.hits[1], wide.hits[3])
    assert len(narrow.hits) > 1
    assert narrow.beside == narrow.hits[1:]


def test_joined_places_are_one_box() -> None:
    boxes = [QRectF(0, 0, 10, 10), QRectF(20, 30, 10, 10)]
    assert joined(boxes) == QRectF(0, 0, 30, 40)
    assert joined(boxes[:1]) == boxes[0]
