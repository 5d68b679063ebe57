import pytest

from booth_app.languages import LANGUAGES, Lang
from booth_app.ui.booth.number_block import number_block
from booth_app.ui.booth.number_wording import numbers_printed
from booth_app.ui.booth.seat import Seat
from booth_app.ui.booth.typesetter import Typesetter
from booth_app.ui.theme import Look


@pytest.fixture
def setter(look: Look) -> Typesetter:
    return Typesetter(look)


def pixels(setter: Typesetter, points: float) -> float:
    return setter.font(points).pointSizeF() * 96 / 72


@pytest.mark.parametrize("target", LANGUAGES)
def test_in_the_answers_place_it_is_as_large_as_an_answer(setter: Typesetter, target: Lang) -> None:
    numbers = numbers_printed("2.5bn", Seat(target, "fr"))
    block = number_block(setter, numbers, 360, 400, is_answer=True)
    said = block.texts[0][0]
    assert said.height / said.lines >= pixels(setter, 28) * 1.15
    assert not said.is_cut
    assert block.height <= 400


def test_both_readings_stand_there_with_a_line_between(setter: Typesetter) -> None:
    numbers = numbers_printed("1.500", Seat("en", "es"))
    one = number_block(setter, numbers[:1], 342, 310, is_answer=False)
    both = number_block(setter, numbers, 342, 310, is_answer=False)
    thin = [box for box, _ in both.bars if box.height() == 1]
    assert len(thin) == 1
    assert one.height < both.height <= 310


def test_where_there_is_room_the_other_languages_stand_there_too(setter: Typesetter) -> None:
    numbers = numbers_printed("2.5bn", Seat("en", "fr"))
    alone = [number._replace(others=()) for number in numbers]
    whole, bare = (
        number_block(setter, some, 360, 400, is_answer=True) for some in (numbers, alone)
    )
    assert numbers[0].others
    assert len(whole.texts) - len(bare.texts) >= len(numbers[0].others)


def test_where_room_is_short_what_is_said_stays(setter: Typesetter) -> None:
    numbers = numbers_printed("1.500", Seat("en", "es"))
    roomy = number_block(setter, numbers, 342, 400, is_answer=False)
    tight = number_block(setter, numbers, 342, 120, is_answer=False)
    assert len(tight.texts) < len(roomy.texts)
    assert tight.height <= 120
    large = [p for p, _, _ in tight.texts if p.height / p.lines >= pixels(setter, 16) * 1.15]
    assert len(large) == 2
