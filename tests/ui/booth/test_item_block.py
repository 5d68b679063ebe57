import pytest

from booth_app.languages import LANGUAGES, Lang
from booth_app.termbase import ItemRow
from booth_app.ui.booth.block import Block
from booth_app.ui.booth.item_block import LARGE_ROWS, item_block, small_rows
from booth_app.ui.booth.item_wording import Form, ItemPair, item_pairs
from booth_app.ui.booth.typesetter import Typesetter
from booth_app.ui.theme import Look
from tests.ui.booth.hits import concept, meeting

OWN = ("recovery", "competences", "lrg")
OTHERS = (
    "mayors_mechanism",
    "gcm",
    "gfmd",
    "mmc",
    "imrf",
    "uclg",
    "iom",
    "trafficking",
    "smuggling",
)


def pairs(target: Lang = "en", floor: Lang = "fr") -> list[ItemPair]:
    rows = [ItemRow(None, person, True) for person in meeting().people[:3]]
    rows += [ItemRow(concept(name), None, True) for name in OWN]
    rows += [ItemRow(concept(name), None, False) for name in OTHERS]
    return item_pairs(rows, target, floor)


def block(look: Look, target: Lang = "en", width: int = 712, height: int = 2000) -> Block:
    return item_block(Typesetter(look), "Round one", pairs(target), width, height)


def sizes(found: Block) -> list[float]:
    return sorted((p.height / p.lines for p, _, _ in found.texts), reverse=True)


def test_six_rows_are_as_large_as_an_answer_and_the_rest_is_smaller(look: Look) -> None:
    found = item_block(Typesetter(look), "", pairs()[3:], 712, 2000)
    assert LARGE_ROWS == 6
    least = 28 * 96 / 72 * 1.1
    assert sum(size >= least for size in sizes(found)) == LARGE_ROWS


def test_a_thin_line_parts_the_items_own_from_the_others(look: Look) -> None:
    assert [color.name() for _, color in block(look).bars] == [look.theme.line]
    own = item_block(Typesetter(look), "", pairs()[:4], 712, 2000)
    assert own.bars == []
    others = item_block(Typesetter(look), "", pairs()[6:], 712, 2000)
    assert others.bars == []


def test_the_diamond_is_told_in_words(look: Look) -> None:
    loud = [pair for pair in pairs() if pair.loud]
    assert len(block(look).signs) == len(loud) + 1
    quiet = [pair for pair in pairs() if not pair.loud]
    assert item_block(Typesetter(look), "", quiet, 712, 2000).signs == []


@pytest.mark.parametrize("target", LANGUAGES)
@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
@pytest.mark.parametrize(("width", "height"), [(342, 500), (712, 720), (1050, 820)])
def test_whole_rows_fit_or_are_left_out(
    look: Look, target: Lang, scale: float, width: int, height: int
) -> None:
    found = block(Look(look.theme, scale), target, width, height)
    assert all(y + paragraph.height <= height + 1 for paragraph, _, y in found.texts)
    assert all(box.left() >= 0 and box.right() <= width for _, box, _ in found.signs)


def test_arabic_is_mirrored_and_close_to_the_floors_form(look: Look) -> None:
    latin, arabic = block(look, "en"), block(look, "ar")
    (_, floor_left, _), (_, target_left, _) = latin.texts[2:4]  # after the heading and legend
    (_, floor_right, _), (_, target_right, _) = arabic.texts[2:4]
    assert floor_left == 0 < target_left < 300
    assert target_right < 50 < 400 < floor_right


@pytest.mark.parametrize(
    "said", ["المديرة التنفيذية", "Asesoramiento internacional", "Gouvernance municipale"]
)
def test_in_a_narrow_column_of_large_type_the_target_stands_whole_below(
    look: Look, said: str
) -> None:
    lang: Lang = "es" if said.isascii() else "ar"
    pair = ItemPair(Form("Vittoria Zanuso", "en"), Form(said, lang), loud=True, own=True)
    found = item_block(Typesetter(Look(look.theme, 3.0)), "", [pair], 362, 2000)
    (floor, _, floor_y), (target, _, y) = found.texts[-2:]
    assert y >= floor_y + floor.height
    first = said.index(" ")
    for word in ((0, first), (first + 1, len(said))):
        assert len(list(target.under([word]))) == 1
    sign = found.signs[-1][1]
    assert 0 <= sign.left() <= sign.right() <= 362


def test_beside_each_other_where_no_word_breaks(look: Look) -> None:
    pair = ItemPair(Form("maire", "fr"), Form("mayor", "en"), loud=False, own=True)
    found = item_block(Typesetter(look), "", [pair], 362, 2000)
    (floor, _, floor_y), (target, _, y) = found.texts[-2:]
    assert y + target.baseline == pytest.approx(floor_y + floor.baseline)


def test_a_short_title_stands_for_one_that_has_no_room(look: Look) -> None:
    wide = item_block(Typesetter(look), "Round one · people and terms", [], 700, 900, (), "Round")
    narrow = item_block(Typesetter(look), "Round one · people and terms", [], 60, 900, (), "Round")
    said = item_block(Typesetter(look), "Round", [], 60, 900)
    assert narrow.texts[0][0].end == said.texts[0][0].end
    assert wide.texts[0][0].end.x() > narrow.texts[0][0].end.x()


def test_no_rows_and_no_title(look: Look) -> None:
    assert item_block(Typesetter(look), "", [], 712, 700).bars == []
    assert item_block(Typesetter(look), "x" * 400, [], 100, 700).texts[0][0].lines == 1


@pytest.mark.parametrize("target", LANGUAGES)
def test_a_low_room_shows_pins_whole_or_not_at_all(look: Look, target: Lang) -> None:
    setter, pins = Typesetter(Look(look.theme, 2.0)), pairs(target)[3:6]
    counts = {len(small_rows(setter, pins, 360, height).texts) for height in range(0, 700, 20)}
    assert counts == {0, 2, 4, 6}
    without = item_block(setter, "Round one", pairs(target), 360, 200)
    assert len(item_block(setter, "Round one", pairs(target), 360, 200, pins).texts) >= len(
        without.texts
    )
