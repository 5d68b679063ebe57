import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible, QImage
from pytestqt.qtbot import QtBot

from booth_app.paths import bundled
from booth_app.ui.booth.paragraph import Run
from booth_app.ui.booth.words import Words, unbroken
from booth_app.ui.theme import DARK, LIGHT, Look, load_fonts


@pytest.fixture
def words(qtbot: QtBot) -> Words:
    load_fonts(bundled("resources") / "fonts")
    words = Words()
    qtbot.addWidget(words)
    words.wear(Look(DARK))
    return words


def picture(words: Words, width: int = 200) -> QImage:
    words.resize(width, max(words.heightForWidth(width), 1))
    return words.grab().toImage()


def inked(image: QImage) -> tuple[int, int]:
    """The first and last column in which something is painted."""
    ground = image.pixel(image.width() // 2, image.height() - 1)
    columns = [
        x
        for x in range(image.width())
        if any(image.pixel(x, y) != ground for y in range(image.height()))
    ]
    return columns[0], columns[-1]


def test_without_spans_it_is_hidden(words: Words) -> None:
    words.say(Run("Bonjour", 12, "text"))
    assert not words.isHidden()
    words.say()
    assert words.isHidden()
    assert words.heightForWidth(100) == 0
    assert words.natural_width == 0
    assert words.baseline == 0


def test_what_is_said_already_changes_nothing(words: Words) -> None:
    assert words.say(Run("Bonjour", 12, "text"))
    assert not words.say(Run("Bonjour", 12, "text"))
    assert words.say(Run("Bonjour", 12, "text", bold=True))
    assert words.say(Run("Bonjour", 12, "text", bold=True), sign="diamond")


def test_narrow_words_grow_tall_and_never_wide(words: Words) -> None:
    words.say(Run("W" * 120, 12, "text"))
    assert words.heightForWidth(60) > 10 * words.heightForWidth(5000)
    assert words.minimumSizeHint().width() == 1


def test_beyond_its_lines_it_ends_in_an_ellipsis(qtbot: QtBot) -> None:
    words = Words(most_lines=2)
    qtbot.addWidget(words)
    words.wear(Look(LIGHT))
    words.say(Run("word " * 80, 12, "text"))
    one = words.heightForWidth(100_000)
    assert words.heightForWidth(100) <= 2 * one


def test_it_grows_with_the_type(words: Words) -> None:
    words.say(Run("Bonjour", 12, "text"))
    usual = words.natural_width
    words.wear(Look(DARK, 2.0))
    assert words.natural_width == pytest.approx(2 * usual, rel=0.05)


def test_arabic_stands_at_the_right_edge(words: Words) -> None:
    words.say(Run("التعافي", 12, "text"), lang="ar")
    assert inked(picture(words))[1] > 190
    words.say(Run("recovery", 12, "text"))
    assert inked(picture(words))[0] < 10


def test_latin_under_arabic_may_stand_there_too(words: Words) -> None:
    words.say(Run("Carola", 12, "text"), flush_right=True)
    assert inked(picture(words))[1] > 190


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_sign_stands_where_the_line_begins(words: Words, lang: str) -> None:
    text = Run("رأي" if lang == "ar" else "view", 12, "text")
    words.say(text, lang=lang)
    bare = inked(picture(words))
    words.say(text, lang=lang, sign="diamond")
    signed = inked(picture(words))
    assert signed[1] - signed[0] > bare[1] - bare[0] + 8
    words.say(text, lang=lang, indented=True)
    indented = inked(picture(words))
    assert indented[1] - indented[0] == pytest.approx(bare[1] - bare[0], abs=1)
    assert indented != bare


def test_data_is_shown_as_text(words: Words) -> None:
    words.say(Run("<b>bold</b> & \u202eevil\n\x00", 12, "text"))
    assert words.textFormat() == Qt.TextFormat.PlainText
    assert words.text() == "<b>bold</b> & \ufffdevil \ufffd"
    assert picture(words).height() > 0


def test_a_screen_reader_finds_text_language_and_what_the_sign_says(words: Words) -> None:
    words.say(
        Run("Alcaldesa", 12, "text"), lang="es", sign="diamond", about="translation not verified"
    )
    interface = QAccessible.queryAccessibleInterface(words)
    assert interface.role() == QAccessible.Role.StaticText
    assert interface.text(QAccessible.Text.Name) == "Alcaldesa"
    assert interface.text(QAccessible.Text.Description) == "translation not verified"
    assert words.locale().language() == QLocale.Language.Spanish


def test_french_signs_never_begin_a_line() -> None:
    assert unbroken("Comment ? Si : non !") == "Comment\u00a0? Si\u00a0: non\u00a0!"
