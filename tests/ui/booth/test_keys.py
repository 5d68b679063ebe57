from booth_app.ui.booth.key_names import hand, key_named, refusal
from booth_app.ui.booth.keys import COMMANDS

KEYS = [(command.name, key) for command in COMMANDS for key in command.keys]


def test_every_command_is_within_reach_of_the_left_hand_and_of_the_right() -> None:
    for command in COMMANDS:
        reached = {hand(key) for key in command.keys}
        assert {"left", "right"} <= reached, command


def test_every_key_is_written_as_it_is_matched_and_can_give_a_command() -> None:
    for name, key in KEYS:
        assert (key_named(key), refusal(key)) == (key, ""), name


def test_no_two_commands_share_a_name_or_a_key() -> None:
    names = [command.name for command in COMMANDS]
    assert len(set(names)) == len(names)
    assert len({key for _, key in KEYS}) == len(KEYS)


def test_no_key_that_a_board_writes_otherwise_or_a_system_takes() -> None:
    keys = {key for _, key in KEYS}
    assert not keys & {"Ctrl+6", "Ctrl+8"}, "minus and underscore on a French board"
    assert not keys & {"Ctrl+H", "Ctrl+Q", "Ctrl+W"}, "macOS hides, quits, closes"
    assert not keys & {"Ctrl+Shift+E", "Ctrl+Shift+U"}, "emoji and code points of input methods"
    assert not [key for key in keys if key.startswith("Alt+Shift")], "changes the layout"
