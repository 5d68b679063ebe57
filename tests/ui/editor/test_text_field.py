import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from booth_app.languages import Lang
from booth_app.paths import bundled
from booth_app.terminology.fields import Field
from booth_app.ui.editor.text_field import TextField
from booth_app.ui.theme import LIGHT, Look, load_fonts
from tests.ui.editor.typing_form import CONTROL, NONE, SHIFT, Key, Typed

Right = QTextCursor.MoveOperation.Right


class Hands(Typed):
    """One field alone, typed in."""

    def __init__(
        self, qtbot: QtBot, lang: Lang | None, *, breaks: bool = False, forms: bool = False
    ) -> None:
        load_fonts(bundled("resources") / "fonts")
        self.qtbot = qtbot
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.field = TextField(self.window, breaks=breaks)
        self.field.bind(Field("term", lang, "1", "forms" if forms else "term"), "f", lang)
        self.field.wear(Look(LIGHT))
        self.values: list[object] = []
        self.field.edited.connect(lambda _field, value: self.values.append(value))
        self.window.resize(300, 300)
        self.field.resize(250, 200)
        self.window.show()
        self.window.activateWindow()
        self.field.setFocus()
        qtbot.waitUntil(self.field.hasFocus)

    @property
    def at(self) -> int:
        return self.field.textCursor().position()

    def x(self) -> int:
        """Where the cursor is seen, in pixels from the left."""
        return self.field.cursorRect().x()


@pytest.fixture
def arabic(qtbot: QtBot) -> Hands:
    return Hands(qtbot, "ar")


def test_arabic_begins_at_the_right_edge_and_runs_to_the_left(arabic: Hands) -> None:
    start = arabic.x()
    assert start > 200
    arabic.write("منتدى")
    assert arabic.field.value == "منتدى"
    assert arabic.x() < start


def test_home_and_end_are_the_right_and_the_left_end_of_arabic(arabic: Hands) -> None:
    arabic.write("منتدى الهجرة")
    arabic.press(Key.Key_Home)
    assert arabic.at == 0
    right = arabic.x()
    arabic.press(Key.Key_End)
    assert arabic.at == 12
    assert arabic.x() < right


def test_the_left_arrow_goes_left_in_arabic(arabic: Hands) -> None:
    arabic.write("منتدى")
    arabic.press(Key.Key_Home)
    before = arabic.x()
    arabic.press(Key.Key_Left)
    assert arabic.at == 1
    assert arabic.x() < before
    arabic.press(Key.Key_Right)
    assert arabic.at == 0


def test_words_are_walked_and_selected_in_arabic(arabic: Hands) -> None:
    arabic.write("منتدى الهجرة الدولية")
    arabic.press(Key.Key_Home)
    arabic.press(Key.Key_Left, CONTROL)
    assert arabic.at == 6
    arabic.press(Key.Key_Left, CONTROL | SHIFT)
    assert arabic.field.textCursor().selectedText().strip() == "الهجرة"
    arabic.press(Key.Key_End, SHIFT)
    assert arabic.field.textCursor().selectedText() == "الهجرة الدولية"
    arabic.press(Key.Key_Delete)
    assert arabic.field.value == "منتدى "


def test_latin_and_digits_stand_in_arabic_as_they_were_typed(arabic: Hands) -> None:
    arabic.write("(GCM) المادة ٦ و6")
    assert arabic.field.value == "(GCM) المادة ٦ و6"
    assert arabic.field.document().firstBlock().textDirection().name == "RightToLeft"
    arabic.press(Key.Key_Home)
    assert arabic.x() > 200


def test_french_is_left_as_it_is_typed(qtbot: QtBot) -> None:
    hands = Hands(qtbot, "fr")
    hands.write('« l\'été » : oui ; n° 3 -- "a"...')
    assert hands.field.value == '« l\'été » : oui ; n° 3 -- "a"...'
    hands.press(Key.Key_Home)
    assert hands.at == 0


def test_no_break_spaces_come_back(qtbot: QtBot) -> None:
    hands = Hands(qtbot, "fr")
    hands.field.show_value("«\u00a0mot\u202f»")
    hands.write("x")
    assert hands.field.value == "x«\u00a0mot\u202f»"


def test_what_is_not_seen_is_marked_as_it_is_typed_and_deleted_whole(qtbot: QtBot) -> None:
    hands = Hands(qtbot, "en")
    hands.write("a")
    hands.field.insertPlainText("\u202e")
    assert hands.field.toPlainText() == "a⟨U+202E⟩"
    assert hands.field.value == "a\u202e"
    hands.press(Key.Key_End)
    hands.press(Key.Key_Backspace)
    assert hands.field.value == "a"
    hands.press(Key.Key_Backspace)
    assert hands.field.value == ""


def test_copied_text_has_the_characters_and_pasted_breaks_are_spaces(qtbot: QtBot) -> None:
    hands = Hands(qtbot, "en")
    hands.field.show_value("a\u202eb")
    hands.press(Key.Key_A, CONTROL)
    hands.press(Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "a\u202eb"
    QGuiApplication.clipboard().setText("one\r\ntwo\r\n")
    hands.press(Key.Key_V, CONTROL)
    assert hands.field.value == "one two"


def test_forms_are_one_a_line_and_empty_lines_are_none(qtbot: QtBot) -> None:
    hands = Hands(qtbot, "es", breaks=True, forms=True)
    hands.field.show_value(("foros", "a\nb"))
    assert hands.field.toPlainText() == "foros\na⟨U+000A⟩b"
    hands.press(Key.Key_End, CONTROL)
    hands.press(Key.Key_Return, times=2)
    hands.write("c")
    assert hands.field.value == ("foros", "a\nb", "c")


def test_every_text_comes_back_from_the_field_as_it_was_put_there(qtbot: QtBot) -> None:
    hands = Hands(qtbot, "ar", breaks=True)

    @given(st.text(st.characters(exclude_categories=()), max_size=60))
    def comes_back(text: str) -> None:
        hands.field.settle(text)
        assert hands.field._read(hands.field.raw) == text

    comes_back()


def test_it_grows_with_its_text_and_says_so(qtbot: QtBot) -> None:
    hands = Hands(qtbot, "en")
    one = hands.field.height_for(250)
    grown: list[None] = []
    hands.field.grew.connect(lambda: grown.append(None))
    hands.write("several words that need more than one line of it")
    assert hands.field.height_for(250) > one
    assert len(grown) == 1
    assert hands.field.height_for(2000) == one


def test_larger_type_makes_it_higher(qtbot: QtBot) -> None:
    field = Hands(qtbot, "en").field
    before = field.height_for(250)
    field.wear(Look(LIGHT, 2.0))
    assert field.height_for(250) > before


def test_text_without_end_scrolls_in_its_field(qtbot: QtBot) -> None:
    hands = Hands(qtbot, "en")
    hands.field.show_value("word " * 1_500)
    assert hands.field.height_for(250) < 1500
    assert hands.field.verticalScrollBar().isVisible()


def test_what_is_shown_in_part_takes_no_typing_even_when_other_fields_do_again(
    qtbot: QtBot,
) -> None:
    hands = Hands(qtbot, "en")
    hands.field.show_value("x" * 10_001)
    for read_only in (True, False):
        hands.field.set_read_only(read_only=read_only)
        hands.write("lost")
    assert hands.values == []


def test_where_one_only_reads_no_key_writes(qtbot: QtBot) -> None:
    hands = Hands(qtbot, "en", breaks=True)
    hands.field.set_read_only(read_only=True)
    hands.field.show_value("a note")
    hands.field.moveCursor(QTextCursor.MoveOperation.End)
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Backspace)
    hands.write("more")
    assert hands.values == []


def test_a_field_that_stands_for_arabic_now_has_its_larger_letters(qtbot: QtBot) -> None:
    hands = Hands(qtbot, "en")
    before = hands.field.font().pointSizeF()
    hands.field.bind(Field("term", "ar", "2", "term"), "f", "ar")
    assert hands.field.font().pointSizeF() > before


def test_more_than_fits_is_not_pasted_in_part(qtbot: QtBot) -> None:
    hands = Hands(qtbot, "en")
    QGuiApplication.clipboard().setText("x" * 10_001)
    hands.press(Key.Key_V, CONTROL)
    assert hands.field.value == ""


def test_enter_writes_only_where_breaks_are_wanted(qtbot: QtBot) -> None:
    hands = Hands(qtbot, "en")
    ways: list[int] = []
    hands.field.entered.connect(ways.append)
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Enter, SHIFT)
    assert ways == [1, -1]
    assert hands.values == []


def test_escape_goes_back_once_and_is_the_windows_then(qtbot: QtBot) -> None:
    hands = Hands(qtbot, "en")
    hands.field.show_value("forum")
    hands.write("xx")
    hands.press(Key.Key_Escape, NONE)
    assert hands.field.value == "forum"
    assert hands.values[-1] == "forum"
    hands.press(Key.Key_Escape)
    assert hands.field.value == "forum"


def test_escape_goes_back_as_far_after_a_menu_was_open(qtbot: QtBot) -> None:
    hands = Hands(qtbot, "en")
    hands.field.show_value("forum")
    hands.write("xx")
    menu_gone = QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.PopupFocusReason)
    QGuiApplication.sendEvent(hands.field, menu_gone)
    hands.press(Key.Key_Escape)
    assert hands.field.value == "forum"


def test_a_value_shown_while_it_is_typed_keeps_cursor_and_selection(qtbot: QtBot) -> None:
    hands = Hands(qtbot, "en")
    hands.field.show_value("review forum")
    hands.press(Key.Key_Right, SHIFT, times=3)
    hands.field.show_value("another text")
    assert hands.field.textCursor().selectedText() == "ano"
    assert hands.values == []


def test_an_enter_too_many_writes_no_empty_line_before_a_text(qtbot: QtBot) -> None:
    hands = Hands(qtbot, "en", breaks=True)
    hands.field.show_value("a note")
    hands.press(Key.Key_Home, CONTROL)
    hands.press(Key.Key_Return, times=2)
    assert hands.field.value == "a note"
    hands.press(Key.Key_End)
    hands.press(Key.Key_Return)
    assert hands.field.value == "a note\n"
    hands.press(Key.Key_Home, CONTROL | SHIFT)
    hands.press(Key.Key_Return)
    assert "note" not in str(hands.field.value)  # what is selected it replaces


def test_an_empty_field_is_as_wide_as_its_hint(qtbot: QtBot) -> None:
    field = Hands(qtbot, "en").field
    field.show_hint("usage note")
    assert field.natural_width() > field.fontMetrics().horizontalAdvance("usage note")


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_hint_stands_where_the_text_would_begin(qtbot: QtBot, lang: Lang) -> None:
    field = Hands(qtbot, lang).field
    field.show_hint("note")
    field.clearFocus()
    picture = field.viewport().grab(QRect(6, 6, 230, 20)).toImage()
    ground = picture.pixelColor(115, 10)
    inked = [x for x in range(230) for y in range(20) if picture.pixelColor(x, y) != ground]
    assert inked
    assert (min(inked) > 115) if lang == "ar" else (max(inked) < 115)
