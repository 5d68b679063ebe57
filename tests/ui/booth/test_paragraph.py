import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from booth_app.ui.booth.paragraph import ARABIC_LEADING, ELLIPSIS, Paragraph, Row, Run
from booth_app.ui.booth.typesetter import Typesetter
from booth_app.ui.theme import Look

LONG = "Pacte mondial pour des migrations sûres, ordonnées et régulières"
ARABIC = "الاتفاق العالمي من أجل الهجرة الآمنة والمنظمة والنظامية"


@pytest.fixture
def setter(look: Look) -> Typesetter:
    return Typesetter(look)


def text(content: str, points: float = 16) -> list[Run]:
    return [Run(content, points, "text")]


def columns(paragraph: Paragraph, width: int = 420, height: int = 200) -> tuple[int, int]:
    """Return the leftmost and the rightmost painted column."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    with QPainter(image) as painter:
        paragraph.draw(painter, 0, 0)
    painted = [
        x for x in range(width) if any(image.pixelColor(x, y).value() > 60 for y in range(height))
    ]
    return painted[0], painted[-1]


def test_text_wraps_and_every_line_is_as_high(setter: Typesetter) -> None:
    one = setter.paragraph(text("Pacte"), 300)
    many = setter.paragraph(text(LONG), 300)
    assert one.lines == 1
    assert many.lines > 2
    assert many.height == pytest.approx(one.height * many.lines)


def test_arabic_letters_do_not_push_latin_lines_apart(setter: Typesetter) -> None:
    latin = setter.paragraph(text("GCM is"), 300)
    mixed = setter.paragraph(text(f"GCM {ARABIC[:7]}"), 300)
    assert mixed.height == latin.height
    assert mixed.baseline == latin.baseline


def test_arabic_stands_in_taller_lines_at_the_right_edge(setter: Typesetter) -> None:
    row = Row(right_to_left=True, leading=ARABIC_LEADING)
    arabic = setter.paragraph(text(f"{ARABIC[:7]} (GCM)"), 400, row)
    latin = setter.paragraph(text("GCM"), 400)
    assert arabic.height > latin.height
    assert columns(arabic)[1] > 380
    assert columns(latin)[0] < 10
    assert arabic.end.x() == pytest.approx(arabic.left)


def test_what_does_not_fit_ends_in_an_ellipsis_and_the_rest_is_known(setter: Typesetter) -> None:
    cut = setter.paragraph(text(LONG), 300, Row(most_lines=2))
    assert cut.lines == 2
    assert cut.is_cut
    assert LONG.endswith(cut.rest)
    whole = setter.paragraph(text(LONG), 300, Row(most_lines=9))
    assert not whole.is_cut


def test_a_single_line_is_cut_inside_a_word(setter: Typesetter) -> None:
    cut = setter.paragraph(text("anticonstitutionnellement " * 3), 300, Row(most_lines=1))
    assert cut.lines == 1
    assert cut.end.x() > 280


@pytest.mark.parametrize("width", [1, 3, 20])
def test_no_width_is_too_small(setter: Typesetter, width: int) -> None:
    assert setter.paragraph(text(LONG), width, Row(most_lines=1)).lines >= 1
    assert setter.paragraph(text(ARABIC), width, Row(True, most_lines=2)).lines >= 1


def test_empty_and_endless_texts_are_set(setter: Typesetter) -> None:
    assert setter.paragraph(text(""), 100).height >= 0
    assert setter.paragraph(text("x" * 100_000), 100, Row(most_lines=2)).lines == 2


def test_underlines_stand_under_their_letters(setter: Typesetter) -> None:
    words = setter.paragraph(text("examen migr"), 400)
    (first,) = words.under([(0, 6)])
    (second,) = words.under([(7, 11)])
    assert first.left() == pytest.approx(0, abs=1)
    assert first.right() < second.left()
    assert second.right() == pytest.approx(words.end.x(), abs=1)
    assert words.baseline < first.top() < words.height


def test_an_underlined_word_that_wraps_has_a_line_in_each_line(setter: Typesetter) -> None:
    wrapped = setter.paragraph(text(LONG), 300)
    assert len(list(wrapped.under([(0, len(LONG))]))) == wrapped.lines


def test_underlines_of_arabic_begin_at_the_right(setter: Typesetter) -> None:
    arabic = setter.paragraph(text(ARABIC), 600, Row(right_to_left=True))
    (first,) = arabic.under([(0, 7)])
    assert first.right() == pytest.approx(600, abs=2)


def in_red(paragraph: Paragraph, width: int) -> tuple[int, int]:
    """Return the leftmost and the rightmost column with something painted in the warning's red."""
    image = QImage(width, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    with QPainter(image) as painter:
        paragraph.draw(painter, 0, 0)
    colors = ((x, image.pixelColor(x, y)) for x in range(width) for y in range(200))
    red = [x for x, color in colors if color.red() > 120 and color.red() > 1.4 * color.blue()]
    return min(red), max(red)


@pytest.mark.parametrize("width", [130, 180, 240, 400])
@pytest.mark.parametrize("before", ["Jeniffer ", "أويوس ", "أويوس Jeniffer "])
def test_latin_in_arabic_is_underlined_where_it_is_drawn(
    setter: Typesetter, before: str, width: int
) -> None:
    runs = [*text(before), Run("Villarreal", 16, "warning"), *text(" de Hoyos")]
    words = setter.paragraph(runs, width, Row(right_to_left=True, leading=ARABIC_LEADING))
    (line,) = words.under([(len(before), len(before) + len("Villarreal"))])
    assert (line.left(), line.right()) == pytest.approx(in_red(words, width), abs=4)


def test_characters_beyond_the_first_plane_do_not_shift_underlines(setter: Typesetter) -> None:
    plain = setter.paragraph(text("b migr"), 400)
    shifted = setter.paragraph(text("𝐛 migr"), 400)
    (expected,) = plain.under([(2, 6)])
    (found,) = shifted.under([(2, 6)])
    assert found.width() == pytest.approx(expected.width(), abs=1)


def test_what_was_cut_off_is_not_underlined(setter: Typesetter) -> None:
    cut = setter.paragraph(text(LONG), 200, Row(most_lines=1))
    assert list(cut.under([(len(LONG) - 10, len(LONG))])) == []
    assert ELLIPSIS not in cut.rest


@pytest.mark.parametrize("rtl", [False, True])
def test_a_line_that_runs_both_ways_is_filled_before_it_is_cut(
    setter: Typesetter, rtl: bool
) -> None:
    mixed = f"\u2068{ARABIC}\u2069 next 16:30" if rtl else f"next 16:30 \u2068{ARABIC}\u2069"
    cut = setter.paragraph(text(mixed), 300, Row(rtl, most_lines=1))
    assert cut.is_cut
    left, right = columns(cut)
    assert 240 < right - left <= 300
