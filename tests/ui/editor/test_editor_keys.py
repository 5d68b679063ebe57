"""The table of the editor's keys."""

from booth_app.ui.booth.key_map import KeyMap
from booth_app.ui.booth.key_names import key_named
from booth_app.ui.editor.editor_keys import COMMANDS, OTHERS

KEYS = [key for command in COMMANDS for key in command.keys]


def test_every_key_is_written_as_it_is_matched() -> None:
    assert [key_named(key) for key in KEYS] == KEYS


def test_no_two_commands_share_a_name_or_a_key() -> None:
    names = [command.name for command in COMMANDS]
    assert len(set(names)) == len(names)
    others = [key for command in OTHERS for key in command.keys]
    assert len({*KEYS, *others}) == len(KEYS) + len(others)
    assert KeyMap(commands=COMMANDS).commands == COMMANDS


def test_no_command_takes_a_key_that_writes_or_moves_in_a_text() -> None:
    assert not {"Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Left", "Ctrl+Home"} & set(KEYS)
    assert all(len(key) > 1 for key in KEYS)
