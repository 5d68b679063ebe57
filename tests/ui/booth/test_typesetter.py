import pytest

from booth_app.ui.booth.paragraph import Row, Run
from booth_app.ui.booth.typesetter import Typesetter
from booth_app.ui.theme import Look

LONG = "Pacte mondial pour des migrations sûres, ordonnées et régulières"


@pytest.fixture
def setter(look: Look) -> Typesetter:
    return Typesetter(look)


def text(content: str) -> list[Run]:
    return [Run(content, 16, "text")]


def test_the_same_text_is_set_once(setter: Typesetter) -> None:
    first = setter.paragraph(text(LONG), 300)
    assert setter.paragraph(text(LONG), 300) is first
    assert setter.paragraph(text(LONG), 301) is not first
    for n in range(600):
        setter.paragraph(text(str(n)), 300)
    assert setter.paragraph(text(LONG), 300).height == first.height


def test_what_fits_its_lines_is_the_whole_paragraph(setter: Typesetter) -> None:
    whole = setter.whole(text(LONG), 300, Row(most_lines=1))
    assert setter.paragraph(text(LONG), 300, Row(most_lines=9)) is whole
    assert setter.paragraph(text(LONG), 300, Row(most_lines=1)) is not whole
    assert whole.height_of(1) == setter.paragraph(text(LONG), 300, Row(most_lines=1)).height


def test_fonts_and_colours_are_the_looks(look: Look) -> None:
    large = Typesetter(Look(look.theme, 2.0))
    assert large.font(16).pointSizeF() == 32
    assert large.font(16, bold=True).bold()
    assert large.color("warning").name() == look.theme.warning
    assert large.width("migration", 16) > 1.8 * Typesetter(look).width("migration", 16)
