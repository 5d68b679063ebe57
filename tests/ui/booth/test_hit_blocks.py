from datetime import date
from itertools import pairwise

import pytest

from booth_app.languages import LANGUAGES, Lang
from booth_app.meeting.meeting import Person, Wording
from booth_app.ui.booth.block import Block
from booth_app.ui.booth.hit_blocks import answer_block, hit_block
from booth_app.ui.booth.people_wording import person_printed
from booth_app.ui.booth.printed import Caution, Printed
from booth_app.ui.booth.seat import Seat
from booth_app.ui.booth.typesetter import Typesetter
from booth_app.ui.booth.wording import term_printed
from booth_app.ui.theme import Look
from tests.ui.booth.hits import hit, meeting

DAY = date(2021, 1, 22)
LONGEST = "gcm_o17"


@pytest.fixture
def setter(look: Look) -> Typesetter:
    return Typesetter(look)


def printed(name: str, term: str, target: Lang = "en") -> Printed:
    return term_printed(hit(name, "fr", term), target, Seat(target, target, day=DAY))


def overlaps(block: Block) -> list[tuple[float, float]]:
    """Return where a paragraph begins before the one above it in its own column has ended."""
    rows = sorted((y, y + paragraph.height, x) for paragraph, x, y in block.texts if x == 0)
    return [(a[1], b[0]) for a, b in pairwise(rows) if b[0] < a[1] - 9]


@pytest.mark.parametrize("target", LANGUAGES)
@pytest.mark.parametrize(("width", "height"), [(712, 372), (360, 330), (1050, 372)])
def test_an_answer_fits_its_place_in_every_language(
    setter: Typesetter, target: Lang, width: int, height: int
) -> None:
    for name, term in (("imrf", "IMRF"), ("gcm", "PMM"), ("recovery", "relèvement")):
        block = answer_block(setter, printed(name, term, target), "imrf", width, height, 0)
        assert block.height <= height + 1
        assert overlaps(block) == []


def test_the_answers_type_is_the_largest_and_never_below_28_points(setter: Typesetter) -> None:
    answer = answer_block(setter, printed(LONGEST, "x", "fr"), "", 712, 372, 0)
    small = hit_block(setter, printed("imrf", "IMRF"), "", 342, 148)
    said, *others = [paragraph for paragraph, _, _ in answer.texts]
    heading = small.texts[0][0]
    size = 28 * 96 / 72 * 1.17
    assert said.lines <= 4
    assert said.height / said.lines >= size - 1
    assert heading.height / heading.lines >= 16 * 96 / 72 * 1.2
    assert all(other.height / other.lines < size for other in others)


def test_a_text_that_four_lines_cannot_hold_goes_on_below(setter: Typesetter) -> None:
    shown = printed("mmre", "x", "en")
    block = answer_block(setter, shown, "", 400, 600, 0)
    said, below = block.texts[0][0], block.texts[1][0]
    assert said.is_cut
    assert shown.text.endswith(said.rest)
    assert not below.is_cut


def test_a_word_that_a_narrow_screen_would_break_is_set_smaller(look: Look) -> None:
    large = Typesetter(Look(look.theme, 3.0))
    block = answer_block(large, printed("imrf", "IMRF"), "", 290, 400, 0)
    said = block.texts[0][0]
    assert said.lines == 1
    assert said.height >= 28 * 96 / 72 * 1.17 - 1
    tiny = answer_block(large, printed("imrf", "IMRF"), "", 40, 400, 0)
    assert tiny.texts[0][0].lines > 1


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
@pytest.mark.parametrize("width", [320, 712])
@pytest.mark.parametrize(
    "person",
    [
        Person(name=("Maximiliana Alexandrina " * 5)[:120], title={"en": Wording("Mayor", True)}),
        Person(name="x" * 120),
        Person(name="A. Mayor", title={"en": Wording("市長 𓀀 ᠮᠣᠩᠭᠣᠯ", True)}),
    ],
    ids=["long", "one word", "no font"],
)
def test_any_name_and_title_stay_within_the_width(
    look: Look, scale: float, width: int, person: Person
) -> None:
    large = Typesetter(Look(look.theme, scale))
    block = answer_block(large, person_printed(person, "en"), "", width, 900, 0)
    assert overlaps(block) == []
    assert all(x + paragraph.left >= 0 for paragraph, x, _ in block.texts)
    assert all(x + paragraph.end.x() <= width + 2 for paragraph, x, _ in block.texts)


def test_matched_letters_are_underlined(setter: Typesetter) -> None:
    plain = answer_block(setter, printed("imrf", "IMRF"), "", 712, 372, 0)
    marked = answer_block(setter, printed("imrf", "IMRF"), "examen migr", 712, 372, 0)
    assert len(marked.bars) > len(plain.bars)
    assert marked.height == plain.height


def test_one_trap_at_a_time(setter: Typesetter) -> None:
    shown = printed("mmc", "CMM")
    assert len(shown.cautions) > 1
    first = answer_block(setter, shown, "", 712, 500, 0)
    second = answer_block(setter, shown, "", 712, 500, 1)
    again = answer_block(setter, shown, "", 712, 500, len(shown.cautions))
    assert first.height != second.height
    assert first.height == again.height


def test_where_room_is_short_the_trap_is_cut_and_languages_go_but_never_the_answer(
    setter: Typesetter,
) -> None:
    shown = printed("gcm", "PMM")
    roomy = answer_block(setter, shown, "", 500, 900, 0)
    tight = answer_block(setter, shown, "", 500, 190, 0)
    assert len(tight.texts) < len(roomy.texts)
    assert not tight.texts[0][0].is_cut


def test_languages_take_a_second_line_while_those_after_them_have_room(
    setter: Typesetter,
) -> None:
    seen: dict[tuple[int, ...], int] = {}
    for height in range(250, 430, 2):
        block = answer_block(setter, printed(LONGEST, "x"), "", 362, height, 0)
        assert block.height <= height + 1
        lines = tuple(p.lines for p, x, _ in block.texts if x == setter.look.pixels(36))
        seen.setdefault(lines, height)
    assert list(seen)[-4:] == [(1, 1, 1), (2, 1, 1), (2, 2, 1), (2, 2, 2)]


def test_where_room_is_shortest_the_abbreviation_goes_beside_the_origin(look: Look) -> None:
    large = Typesetter(Look(look.theme, 3.0))
    block = answer_block(large, printed("imrf", "forum"), "", 956, 700, 0)
    assert block.texts[0][0].lines == 3
    assert block.texts[1][2] + block.texts[1][0].height < 700


@pytest.mark.parametrize("target", LANGUAGES)
@pytest.mark.parametrize("height", [40, 80, 148])
def test_small_hits_keep_to_their_places(setter: Typesetter, target: Lang, height: int) -> None:
    for name, term in (("imrf", "IMRF"), (LONGEST, "x"), ("progress_declaration", "x")):
        block = hit_block(setter, printed(name, term, target), "", 342, height)
        bottoms = [y + paragraph.height for paragraph, _, y in block.texts]
        assert max(bottoms) <= height + 1


def test_a_trap_of_a_small_hit_is_a_mark(setter: Typesetter) -> None:
    with_trap = printed("imrf", "IMRF")
    signs = [sign for sign, _, _ in hit_block(setter, with_trap, "", 342, 148).signs]
    assert signs == ["caution", "disc"]
    note = Printed(lang="en", text="x", origin=with_trap.origin, cautions=(Caution("Note", "y"),))
    assert [s for s, _, _ in hit_block(setter, note, "", 342, 148).signs] == ["disc"]


def test_people_are_marked(setter: Typesetter) -> None:
    for person in meeting().people:
        for target in LANGUAGES:
            block = answer_block(setter, person_printed(person, target), "", 712, 372, 0)
            assert [sign for sign, _, _ in block.signs] == ["person"]
            assert block.height <= 372


@pytest.mark.parametrize("width", [330, 362, 400, 500])
def test_a_latin_name_beside_the_arabic_one_stays_on_one_line(
    setter: Typesetter, width: int
) -> None:
    name = "Jeniffer Villarreal de Hoyos"
    shown = person_printed(next(p for p in meeting().people if p.name == name), "ar")
    said = answer_block(setter, shown, "", width, 400, 0).texts[0][0]
    start = len(f"{shown.text}\u2002")
    assert shown.beside == name
    assert len(list(said.under([(start, start + len(name))]))) == 1


def test_larger_type_is_larger(look: Look) -> None:
    shown = printed("imrf", "IMRF")
    once = answer_block(Typesetter(look), shown, "", 2000, 2000, 0)
    twice = answer_block(Typesetter(Look(look.theme, 2.0)), shown, "", 4000, 4000, 0)
    assert twice.height == pytest.approx(2 * once.height, rel=0.02)


@pytest.mark.parametrize("scale", [1.5, 2.2, 3.0])
def test_larger_type_gives_way_to_a_low_room_before_the_answer_goes(
    look: Look, scale: float
) -> None:
    setter = Typesetter(Look(look.theme, scale))
    for target in LANGUAGES:
        block = answer_block(setter, printed("imrf", "FEMI", target), "", 360, 265, 0)
        block.keep_within(265)
        assert block.texts[0][2] == 0
        assert block.signs
