import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.ui.booth.key_names import chord, hand, key_named, refusal


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("F9", "F9"),
        ("f9", "F9"),
        (" ctrl + shift+PageUp ", "Ctrl+Shift+PgUp"),
        ("Shift+Ctrl+l", "Ctrl+Shift+L"),
        ("Control+1", "Ctrl+1"),
        ("Ctrl++", "Ctrl++"),
        ("ctrl + +", "Ctrl++"),
        ("Ctrl+-", "Ctrl+-"),
        ("+", "+"),
        ("Alt+num7", "Alt+Num7"),
        ("Escape", "Esc"),
    ],
)
def test_a_key_is_known_however_it_is_written(text: str, key: str) -> None:
    assert key_named(text) == key


@pytest.mark.parametrize(
    "text",
    ["", "Ctrl", "Ctrl+", "Ctrl+Ctrl+L", "Hyper+L", "L+Ctrl", "F99", "é", "Ctrl+é", "++L", "١"],
)
def test_what_is_no_key_is_none(text: str) -> None:
    assert key_named(text) is None


@given(st.text(max_size=40))
def test_any_text_is_a_key_written_once_or_none(text: str) -> None:
    key = key_named(text)
    assert key is None or key_named(key) == key


def test_modifiers_are_written_in_one_order() -> None:
    assert chord("L", shift=True, ctrl=True, alt=True) == "Ctrl+Alt+Shift+L"
    assert chord("F9") == "F9"


@pytest.mark.parametrize(
    ("key", "whose"),
    [
        ("F6", "left"),
        ("F7", "right"),
        ("Esc", "left"),
        ("Ctrl+T", "left"),
        ("Alt+5", "left"),
        ("Alt+6", "both"),
        ("Ctrl+6", "right"),
        ("Ctrl+Y", "right"),
        ("Shift+F12", "right"),
        ("Ctrl++", "right"),
        ("Alt+Up", "both"),
        ("Ctrl+Num5", "right"),
    ],
)
def test_the_hand_that_reaches_a_key(key: str, whose: str) -> None:
    assert hand(key) == whose


@pytest.mark.parametrize(
    "key", ["L", "Shift+L", "1", "Space", "Num1", "+", "Shift+=", "Ctrl+Alt+L", "Alt+F4"]
)
def test_what_writes_or_belongs_to_the_system_gives_no_command(key: str) -> None:
    assert refusal(key)


@pytest.mark.parametrize(
    "key",
    ["Left", "Ctrl+Left", "Shift+Home", "Del", "Ctrl+C", "Tab", "Up", "Return", "Shift+Enter"],
)
def test_what_the_field_needs_gives_no_command(key: str) -> None:
    assert "field" in refusal(key)


@pytest.mark.parametrize(
    "key", ["F9", "Shift+F9", "Esc", "PgUp", "Alt+Left", "Ctrl+Up", "Shift+Up", "Ctrl+L", "Alt+1"]
)
def test_other_keys_give_commands(key: str) -> None:
    assert refusal(key) == ""
