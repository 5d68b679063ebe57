import pytest
from PySide6.QtGui import QImage, QPainter

from booth_app.ui.booth.block import Block
from booth_app.ui.booth.paragraph import Row, Run
from booth_app.ui.booth.typesetter import Typesetter
from booth_app.ui.theme import Look

WORDS = [Run("Pacte mondial pour des migrations", 14, "text")]


@pytest.fixture
def block(look: Look) -> Block:
    return Block(Typesetter(look), 200)


def test_pieces_stand_below_one_another(block: Block) -> None:
    first = block.set(WORDS)
    block.gap(10)
    block.set(WORDS, indent=20)
    assert [(x, y) for _, x, y in block.texts] == [(0, 0), (20, first.height + 10)]
    assert block.height > 2 * first.height


def test_a_sign_stands_before_the_words_on_either_side(block: Block) -> None:
    block.set_signed("disc", "dim", [Run("official", 12, "dim")])
    block.set_signed("disc", "dim", [Run("official", 12, "dim")], Row(flush_right=True))
    (left, _), (right, _) = [(box.left(), box) for _, box, _ in block.signs]
    assert left == pytest.approx(0, abs=1)
    assert right > 100
    assert all(box.right() <= block.width for _, box, _ in block.signs)


@pytest.mark.parametrize("rtl", [False, True])
def test_a_sign_behind_the_last_word_stays_inside(block: Block, rtl: bool) -> None:
    block.set_followed(
        [Run("الهجرة" if rtl else "migration", 16, "text")], Row(rtl), "caution", "dim"
    )
    ((_, box, _),) = block.signs
    assert 0 <= box.left() < box.right() <= block.width


def test_a_label_shares_the_first_line(block: Block) -> None:
    paragraph = block.set(WORDS, indent=30)
    block.label(Run("FR", 9, "faint"))
    label, x, y = block.texts[-1]
    assert x == 0
    assert y + label.baseline == pytest.approx(paragraph.baseline)


def test_a_trial_is_as_high_as_the_real_thing(look: Look) -> None:
    setter = Typesetter(look)
    trial, real = Block(setter, 120, trial=True), Block(setter, 120)
    for block in (trial, real):
        block.set(WORDS, Row(most_lines=2))
        block.set_followed(WORDS, Row(most_lines=1), "caution", "dim")
    assert trial.height == pytest.approx(real.height)


def test_what_would_stand_too_low_is_left_out_whole(block: Block) -> None:
    block.set([Run("one", 14, "text")])
    block.set_signed("disc", "dim", [Run("two", 14, "dim")])
    block.keep_within(block.height - 2)
    assert len(block.texts) == 1
    assert block.signs == []


def test_a_bar_is_as_high_as_what_it_stands_beside(block: Block) -> None:
    block.set(WORDS)
    top = block.height
    block.gap(5)
    block.set(WORDS)
    block.bar(top, "warning")
    ((box, _),) = block.bars
    assert (box.left(), box.top(), box.bottom()) == (0, top, block.height)


def test_what_is_taken_in_stands_where_it_was_put(block: Block) -> None:
    other = Block(block.setter, 80)
    other.set_signed("disc", "dim", WORDS)
    other.line("line")
    block.take_in(other, 30, 40)
    [(_, sign, _)], [(_, within, _)] = block.signs, other.signs
    assert sign == within.translated(30, 40)
    assert block.texts[0][1:] == (other.texts[0][1] + 30, 40)
    assert block.bars[0][0].topLeft().toTuple() == (30, 40 + other.height)
    assert block.height == 40 + other.height


def test_it_is_painted_where_it_is_drawn(block: Block) -> None:
    block.set_signed("disc", "text", WORDS)
    block.line("line")
    block.bar(0, "warning")
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(0)
    with QPainter(image) as painter:
        block.draw(painter, 50, 60)
    lit = [(x, y) for x in range(300) for y in range(200) if image.pixelColor(x, y).value() > 30]
    assert min(x for x, _ in lit) >= 49
    assert min(y for _, y in lit) >= 59
