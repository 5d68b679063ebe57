import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from booth_app.ui.booth import key_presses
from booth_app.ui.booth.key_presses import place, pressed, writes

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL, ALT, SHIFT, PAD = (
    Mod.ControlModifier,
    Mod.AltModifier,
    Mod.ShiftModifier,
    Mod.KeypadModifier,
)


def event(
    key: int, held: Mod = Mod.NoModifier, text: str = "", scan: int = 0, virtual: int = 0
) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, scan, virtual, 0, text)


@pytest.fixture
def x11(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", staticmethod(lambda: "xcb"))


@pytest.mark.parametrize(
    ("platform", "scan", "virtual", "name"),
    [
        ("xcb", 10, 0, "1"),
        ("xcb", 19, 0, "0"),
        ("xcb", 38, 0, "A"),
        ("wayland", 52, 0, "Z"),
        ("xcb", 87, 0, "Num1"),
        ("xcb", 20, 0, ""),
        ("windows", 0x02, 0, "1"),
        ("windows", 0x32, 0, "M"),
        ("windows", 0x47, 0, "Num7"),
        ("windows", 0x147, 0, ""),
        ("cocoa", 0, 0x00, "A"),
        ("cocoa", 0, 0x17, "5"),
        ("cocoa", 0, 0x2E, "M"),
        ("cocoa", 0, 0x5C, "Num9"),
        ("offscreen", 10, 10, ""),
    ],
)
def test_places_on_each_system(platform: str, scan: int, virtual: int, name: str) -> None:
    assert place(platform, scan, virtual) == name


@pytest.mark.parametrize("table", [key_presses._X11, key_presses._WINDOWS, key_presses._MAC])
def test_each_system_has_a_place_for_every_letter_and_digit(table: dict[int, str]) -> None:
    assert len(set(table.values())) == len(table) == 26 + 10 + 10


def test_digits_go_by_their_place(x11: None) -> None:
    assert pressed(event(Key.Key_Ampersand, ALT, "&", scan=10)) == ["Alt+1"]
    assert "Alt+1" in pressed(event(Key.Key_1, ALT | SHIFT, "1", scan=10))
    assert pressed(event(Key.Key_Exclam, ALT | SHIFT, "!", scan=10)) == ["Alt+Shift+1"]


def test_letters_go_by_their_cap(x11: None) -> None:
    assert pressed(event(Key.Key_A, CTRL, scan=24)) == ["Ctrl+A"]
    assert pressed(event(Key.Key_L, CTRL | SHIFT, scan=46)) == ["Ctrl+Shift+L"]


def test_letters_go_by_their_place_where_none_is_latin(x11: None) -> None:
    assert pressed(event(0x645, CTRL, scan=46)) == ["Ctrl+L"]
    assert pressed(event(0, CTRL, scan=28)) == ["Ctrl+T"]
    assert pressed(event(Key.Key_Comma, CTRL, scan=58)) == [], "a French comma is no M"


def test_signs_go_by_what_is_written(x11: None) -> None:
    assert "Ctrl++" in pressed(event(Key.Key_Plus, CTRL | SHIFT, scan=21))
    assert "Ctrl+-" in pressed(event(Key.Key_Minus, CTRL, scan=15)), "on a French 6"
    assert "Ctrl+=" in pressed(event(Key.Key_Equal, CTRL | SHIFT, scan=19)), "on a Spanish 0"
    assert pressed(event(Key.Key_Minus, CTRL | PAD, scan=82)) == ["Ctrl+-"]


def test_the_number_pad_has_names_of_its_own(x11: None) -> None:
    assert pressed(event(Key.Key_7, CTRL | PAD, "7", scan=79)) == ["Ctrl+Num7"]
    assert pressed(event(Key.Key_Home, CTRL | PAD, scan=79)) == ["Ctrl+Num7", "Ctrl+Home"]


def test_without_places_a_digit_is_what_is_written() -> None:
    assert pressed(event(Key.Key_1, ALT)) == ["Alt+1"]
    assert pressed(event(Key.Key_1, CTRL | PAD)) == ["Ctrl+Num1"]


@pytest.mark.parametrize(
    ("key", "held", "name"),
    [
        (Key.Key_F9, SHIFT, "Shift+F9"),
        (Key.Key_F24, Mod.NoModifier, "F24"),
        (Key.Key_PageUp, CTRL, "Ctrl+PgUp"),
        (Key.Key_Return, ALT, "Alt+Return"),
        (Key.Key_Enter, ALT | PAD, "Alt+Enter"),
        (Key.Key_Backtab, SHIFT, "Shift+Tab"),
    ],
)
def test_named_keys(key: int, held: Mod, name: str) -> None:
    assert pressed(event(key, held)) == [name]


@pytest.mark.parametrize("key", [Key.Key_Control, Key.Key_AltGr, Key.Key_VolumeUp, Key.Key_Ntilde])
def test_other_keys_have_no_name(key: int) -> None:
    assert pressed(event(key, CTRL)) == []


def test_the_system_key_gives_no_command() -> None:
    assert pressed(event(Key.Key_F9, Mod.MetaModifier)) == []


@pytest.mark.parametrize(
    ("key", "held", "text"),
    [
        (Key.Key_A, Mod.NoModifier, "a"),
        (Key.Key_A, SHIFT, "A"),
        (Key.Key_At, CTRL | ALT, "@"),
        (Key.Key_unknown, Mod.NoModifier, "ش"),
        (Key.Key_Left, CTRL, ""),
        (Key.Key_Backspace, Mod.NoModifier, "\b"),
        (Key.Key_V, CTRL, "\x16"),
    ],
)
def test_keys_that_write_or_move(key: int, held: Mod, text: str) -> None:
    assert writes(event(key, held, text))


@pytest.mark.parametrize(
    ("key", "held", "text"),
    [
        (Key.Key_E, CTRL, "\x05"),
        (Key.Key_X, CTRL | SHIFT, "\x18"),
        (Key.Key_1, ALT, "1"),
        (Key.Key_F2, Mod.NoModifier, ""),
        (Key.Key_Escape, Mod.NoModifier, "\x1b"),
        (Key.Key_Left, ALT, ""),
        (Key.Key_Up, Mod.NoModifier, ""),
        (Key.Key_A, Mod.MetaModifier, "a"),
    ],
)
def test_keys_that_do_not(key: int, held: Mod, text: str) -> None:
    assert not writes(event(key, held, text))
