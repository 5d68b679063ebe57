from typing import ClassVar

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from booth_app.ui.booth.field_entry import FIELD_LIMIT
from booth_app.ui.booth.harmless import unisolated
from booth_app.ui.booth.look_up_field import AWAY, LookUpField
from booth_app.ui.theme import DARK, Look

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def field(qtbot: QtBot, look: Look) -> LookUpField:
    widget = LookUpField(look)
    qtbot.addWidget(widget)
    widget.resize(700, 56)
    widget.show()
    widget.setFocus()
    return widget


def pressed(key: Key, modifiers: Mod = Mod.NoModifier, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers, text)


@pytest.mark.parametrize(
    ("key", "modifiers", "text"),
    [
        (Key.Key_A, Mod.NoModifier, "a"),
        (Key.Key_A, Mod.ShiftModifier, "A"),
        (Key.Key_At, Mod.ControlModifier | Mod.AltModifier, "@"),
        (Key.Key_unknown, Mod.NoModifier, "ش"),
        (Key.Key_Left, Mod.ControlModifier, ""),
        (Key.Key_Backspace, Mod.NoModifier, "\b"),
        (Key.Key_V, Mod.ControlModifier, "\x16"),
    ],
)
def test_keys_that_write_or_move_are_the_fields(
    field: LookUpField, key: Key, modifiers: Mod, text: str
) -> None:
    event = pressed(key, modifiers, text)
    field.event(event)
    assert event.isAccepted()


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Key.Key_F2, Mod.NoModifier),
        (Key.Key_Escape, Mod.NoModifier),
        (Key.Key_Z, Mod.ControlModifier),
        (Key.Key_E, Mod.ControlModifier),
        (Key.Key_U, Mod.ControlModifier),
        (Key.Key_1, Mod.AltModifier),
        (Key.Key_Left, Mod.AltModifier),
        (Key.Key_Up, Mod.AltModifier),
        (Key.Key_Plus, Mod.ControlModifier),
    ],
)
def test_keys_of_commands_are_given_up(field: LookUpField, key: Key, modifiers: Mod) -> None:
    field.setText("imrf")
    event = pressed(key, modifiers, "x" if key == Key.Key_1 else "")
    field.event(event)
    assert not event.isAccepted()
    QTest.keyClick(field, key, modifiers)
    assert field.text() == "imrf"


def test_what_it_does_not_use_goes_on_to_the_window(qtbot: QtBot, look: Look) -> None:
    class Window(QWidget):
        passed: ClassVar[list[int]] = []

        def keyPressEvent(self, event: QKeyEvent) -> None:
            self.passed.append(event.key())

    window = Window()
    qtbot.addWidget(window)
    field = LookUpField(look)
    QVBoxLayout(window).addWidget(field)
    field.setText("imrf")
    for key, held in (
        (Key.Key_Escape, Mod.NoModifier),
        (Key.Key_Z, Mod.ControlModifier),
        (Key.Key_E, Mod.ControlModifier),
        (Key.Key_1, Mod.AltModifier),
        (Key.Key_Return, Mod.AltModifier),
        (Key.Key_Down, Mod.ShiftModifier),
    ):
        QTest.keyClick(field, key, held)
        assert window.passed[-1:] == [key]
    assert field.text() == "imrf"


@pytest.mark.parametrize(
    ("before", "sign", "after"),
    [
        ("", "=", "="),
        ("les villes", "=", "=les villes"),
        ("@gunn", "=", "=gunn"),
        ("=gunn", "@", "@gunn"),
        ("pacte", "+", "+ pacte"),
        ("+ pacte = deal", "+", "+ pacte = deal"),
    ],
)
def test_a_sign_is_put_before_the_text(
    field: LookUpField, before: str, sign: str, after: str
) -> None:
    field.setText(before)
    field.begin_with(sign)
    assert field.text() == after
    assert field.cursorPosition() == len(after)


def test_it_is_grey_and_says_so_while_another_program_has_the_keyboard(field: LookUpField) -> None:
    field.show_prompts(["type a term"])
    field.show_hint("Esc clears")
    here = field.grab().toImage()
    field.show_keyboard(is_here=False)
    assert field.placeholderText() == AWAY
    assert field.accessibleDescription() == AWAY
    assert field.grab().toImage() != here
    field.setText("imrf")
    field.show_hint("something else")
    assert field.accessibleDescription() == AWAY
    assert field.textMargins().right() > field.textMargins().left()
    field.show_keyboard(is_here=True)
    assert (field.placeholderText(), field.accessibleDescription()) == (
        "type a term",
        "something else",
    )


def test_arrows_up_and_down_walk(qtbot: QtBot, field: LookUpField) -> None:
    steps: list[int] = []
    field.walked.connect(steps.append)
    QTest.keyClick(field, Key.Key_Down)
    QTest.keyClick(field, Key.Key_Up)
    assert steps == [1, -1]


def test_pastes_are_cut_flattened_and_made_harmless(field: LookUpField) -> None:
    QGuiApplication.clipboard().setText("a\u202eb\nc\x00" + "x" * 100_000)
    field.paste()
    assert field.text().startswith("ab c")
    assert len(field.text()) <= FIELD_LIMIT


def test_the_cursor_stays_where_it_was_when_text_is_tidied(field: LookUpField) -> None:
    field.setText("abcd")
    field.setCursorPosition(2)
    field.insert("\u202ex")
    assert field.text() == "abxcd"
    assert field.cursorPosition() == 3


def test_the_hint_stands_where_the_text_does_not_begin(field: LookUpField) -> None:
    def right() -> QImage:
        return field.grab(QRect(field.width() // 2, 0, field.width() // 2, 56)).toImage()

    field.setText("imrf")
    without = right()
    field.show_hint("Esc clears")
    assert right() != without
    assert field.textMargins().right() > field.textMargins().left()
    field.setText("منتدى")
    assert field.textMargins().left() > field.textMargins().right()
    field.setText("2030 منتدى")
    assert field.textMargins().left() > field.textMargins().right()
    field.grab()
    assert field.accessibleDescription() == "Esc clears"


def test_arabic_stands_at_the_height_of_latin(field: LookUpField) -> None:
    def middle(text: str) -> float:
        field.setText(text)
        field.clearFocus()
        image = field.grab().toImage()
        background = image.pixel(350, 28)
        rows = [
            y for y in range(6, 50) if any(image.pixel(x, y) != background for x in range(20, 680))
        ]
        return (rows[0] + rows[-1]) / 2

    assert middle("منتدى") == pytest.approx(middle("nAg"), abs=5)


@pytest.mark.parametrize("scale", [1.0, 3.0])
def test_letters_stay_at_their_height_when_another_script_comes_after_them(
    field: LookUpField, scale: float
) -> None:
    def height_of_first(text: str) -> tuple[int, int]:
        field.setText(text)
        field.clearFocus()
        image = field.grab().toImage()
        background = image.pixel(1_900, image.height() // 2)
        letters = range(field.textMargins().left() + 2, round(30 * scale))
        rows = [
            y
            for y in range(6, image.height() - 6)
            if any(image.pixel(x, y) != background for x in letters)
        ]
        return rows[0], rows[-1]

    field.wear(Look(DARK, scale))
    field.resize(2_000, field.sizeHint().height())
    alone = height_of_first("GCM")
    assert height_of_first("GCM الاتفاق") == pytest.approx(alone, abs=1)
    assert height_of_first("GCM 协议") == pytest.approx(alone, abs=1)


def test_an_empty_field_shows_its_hint_whole_or_not_at_all(field: LookUpField) -> None:
    field.show_prompts(["type a term, a name, an acronym"])
    field.show_hint("+ new term   = machine   @ people")
    wide = field.textMargins().right()
    field.resize(360, 56)
    assert field.textMargins().right() < wide / 4


def test_its_height_follows_the_type_alone(field: LookUpField) -> None:
    before = field.sizeHint().height()
    field.setText("منتدى")
    assert field.sizeHint().height() == before
    field.wear(Look(DARK, 2.0))
    assert field.sizeHint().height() > 1.8 * before


def test_a_query_that_was_let_go_is_replaced_by_a_letter(field: LookUpField) -> None:
    assert not field.let_go()
    field.setText("imrf")
    assert field.let_go()
    assert not field.let_go()
    assert field.selectedText() == "imrf"
    QTest.keyClicks(field, "gc")
    assert field.text() == "gc"


@pytest.mark.parametrize(
    ("key", "typed", "text"),
    [
        (Key.Key_Backspace, "x", "imrx"),
        (Key.Key_Left, "x", "imrxf"),
        (Key.Key_Right, "x", "imrfx"),
        (Key.Key_End, "x", "imrfx"),
        (Key.Key_Home, "x", "ximrf"),
    ],
)
def test_backspace_or_an_arrow_edits_it(
    field: LookUpField, key: Key, typed: str, text: str
) -> None:
    field.setText("imrf")
    field.let_go()
    QTest.keyClick(field, key)
    QTest.keyClicks(field, typed)
    assert field.text() == text


def test_what_the_person_selects_is_deleted_as_ever(field: LookUpField) -> None:
    field.setText("imrf")
    field.let_go()
    QTest.keyClicks(field, "gcm")
    field.selectAll()
    QTest.keyClick(field, Key.Key_Backspace)
    assert field.text() == ""


def test_a_query_that_was_let_go_looks_so(field: LookUpField) -> None:
    field.setText("imrf")
    before = field.grab().toImage()
    field.let_go()
    assert field.grab().toImage() != before


def test_the_empty_field_says_what_there_is_room_for(field: LookUpField) -> None:
    field.show_prompts(["type a term, a name, an acronym", "term, name, acronym", "look up"])
    for width, prompt in ((700, "type a term"), (360, "term, name"), (160, "look up")):
        field.resize(width, 56)
        assert field.placeholderText().startswith(prompt)


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
@pytest.mark.parametrize("width", [340, 390, 700])
def test_a_hint_beside_text_loses_parts_and_words_but_no_letters(
    field: LookUpField, width: int, scale: float
) -> None:
    hint = "a letter begins anew · Backspace edits"
    field.wear(Look(DARK, scale))
    field.resize(width, field.sizeHint().height())
    field.show_hint(hint)
    field.setText("reconnaissance")
    shown = unisolated(field._fitting_hint())
    assert shown == hint or shown.rstrip("…") in ("a letter begins anew", "a letter begins", "")
    field.resize(2_000, field.height())
    assert field._fitting_hint() == hint


def test_that_the_keyboard_is_elsewhere_is_said_in_a_narrow_field_too(field: LookUpField) -> None:
    field.resize(360, 56)
    field.show_keyboard(is_here=False)
    said = field.placeholderText()
    assert "keyboard" in said
    inset = field.rect().adjusted(16, 0, -16, 0)
    assert QFontMetrics(field.font()).horizontalAdvance(said) <= inset.width()
    field.show_keyboard(is_here=True)
    assert field.placeholderText() == ""
