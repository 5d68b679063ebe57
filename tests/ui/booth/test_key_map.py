import pytest

from booth_app.ui.booth.key_map import KeyMap, KeyRefused, key_map
from booth_app.ui.booth.keys import COMMANDS, Command

TWO = (
    Command("next_item", ("F9", "Alt+F"), "the next item has begun", "Agenda"),
    Command("here", ("F10", "Alt+G"), "we are here", "Agenda"),
    Command("far", ("Alt+Up",), "choose above", "Agenda"),
)


def test_the_first_key_that_has_a_command_gives_it() -> None:
    keys = KeyMap(commands=TWO)
    assert keys.command(["Ctrl+F9", "F10", "F9"]) == TWO[1]
    assert keys.command(["F8"]) is None
    assert keys.command([]) is None


def test_the_shipped_commands_clash_nowhere() -> None:
    assert KeyMap().commands == COMMANDS


def test_a_new_key_takes_the_place_of_that_hands_keys() -> None:
    keys = KeyMap(commands=TWO).changed("next_item", "Ctrl+E")
    assert keys.keys("next_item") == ("Ctrl+E", "F9")
    assert keys.changed("next_item", "F8").keys("next_item") == ("F8", "Ctrl+E")
    assert keys.command(["Alt+F"]) is None
    assert keys.changes == {"next_item": ("Ctrl+E", "F9")}
    assert KeyMap(commands=TWO).changed("far", "F7").keys("far") == ("F7", "Alt+Up")


def test_a_clash_is_named_and_refused() -> None:
    keys = KeyMap(commands=TWO)
    with pytest.raises(KeyRefused, match="F10 is already the key of “we are here”"):
        keys.changed("next_item", "F10")
    with pytest.raises(KeyRefused, match="Ctrl\\+C cannot be used: the look-up field"):
        keys.changed("next_item", "Ctrl+C")
    assert keys.changed("next_item", "F9").keys("next_item") == ("F9", "Alt+F")


def test_the_first_keys_come_back() -> None:
    keys = KeyMap(commands=TWO).changed("next_item", "F8")
    assert keys.restored("next_item").changes == {}
    moved = keys.changed("here", "F9")
    with pytest.raises(KeyRefused, match="F9 is the key of “we are here” now"):
        moved.restored("next_item")


def test_a_map_with_a_clash_cannot_be_made() -> None:
    with pytest.raises(KeyRefused, match=r"F9 would be the key of “the .*” and of “we are"):
        KeyMap({"here": ("F9",)}, TWO)


def test_settings_may_swap_two_keys() -> None:
    keys, told = key_map({"next_item": ["f10"], "here": ["F9"]}, TWO)
    assert (keys.keys("next_item"), keys.keys("here"), told) == (("F10",), ("F9",), "")


def test_what_the_settings_cannot_have_is_told_once_and_ignored() -> None:
    kept = {"next_item": ["F8", "Hyper+Q"], "here": ["a"], "later": ["F11"]}
    keys, told = key_map(kept, TWO)
    assert keys.changes == {"next_item": ("F8",)}
    assert keys.keys("here") == ("F10", "Alt+G")
    assert told == (
        "Keys in the settings: no key is called “Hyper+Q”; A cannot be used (it writes in the "
        "look-up field); no command is called “later”. They are ignored."
    )


def test_of_two_that_want_one_key_the_later_keeps_its_own() -> None:
    keys, told = key_map({"here": ["F7"], "next_item": ["F7"]}, TWO)
    assert (keys.keys("here"), keys.keys("next_item")) == (("F7",), ("F9", "Alt+F"))
    assert "F7 would be the key of" in told
    keys, told = key_map({"next_item": ["F10"]}, TWO)
    assert keys.changes == {}
    assert "F10" in told


def test_a_refused_change_gives_its_key_back_and_others_may_clash_with_it_in_turn() -> None:
    keys, told = key_map({"far": ["F9"], "next_item": ["F10"]}, TWO)
    assert keys.changes == {}
    assert told.count("would be the key") == 2


def test_a_command_may_have_no_key() -> None:
    keys, told = key_map({"far": []}, TWO)
    assert (keys.keys("far"), told) == ((), "")


def test_of_many_mistakes_some_are_named() -> None:
    _, told = key_map({f"{'x' * 100}{n}": ["F9"] for n in range(9)}, TWO)
    assert told.endswith("; and 6 more. They are ignored.")
    assert len(told) < 300
