import pytest
from pytestqt.qtbot import QtBot

from booth_app.ui.booth.block import Block
from booth_app.ui.booth.keys import COMMANDS, Command
from booth_app.ui.booth.keys_table import KeyRow, KeysTable, key_rows
from booth_app.ui.theme import DARK, Look


def test_each_command_has_a_line_with_its_keys_by_hand() -> None:
    rows = key_rows(
        [
            Command("larger", ("Ctrl++", "Ctrl+=", "Shift+F4"), "larger type", "Screen"),
            Command("here", ("F10", "Alt+Return", "Alt+Enter"), "we are here", "Agenda"),
            Command("bare", (), "nothing", "Agenda"),
        ]
    )
    assert rows == [
        KeyRow("larger", "Screen", "larger type", "Shift+F4", "Ctrl++, Ctrl+=", ""),
        KeyRow("here", "Agenda", "we are here", "", "F10", "Alt+Return"),
        KeyRow("bare", "Agenda", "nothing", "", "", ""),
    ]
    assert rows[0].line == "larger type: left hand Shift+F4; right hand Ctrl++, Ctrl+="
    assert rows[2].line == "nothing: no key"


def table(qtbot: QtBot, look: Look, width: int) -> KeysTable:
    widget = KeysTable(look, key_rows(COMMANDS))
    qtbot.addWidget(widget)
    widget.resize(width, 100)
    widget.show()
    return widget


def test_the_chosen_row_stays_within_the_table(qtbot: QtBot, look: Look) -> None:
    shown = table(qtbot, look, 1100)
    first = shown.choose(0)
    assert shown.chosen.name == "target_en"
    assert shown.choose(1).top() >= first.bottom() - 1
    shown.choose(1000)
    assert shown.chosen.name == COMMANDS[-1].name
    shown.choose(-1000)
    assert shown.chosen.name == "target_en"


def test_a_wide_table_has_two_columns_and_is_half_as_high(qtbot: QtBot, look: Look) -> None:
    assert table(qtbot, look, 1100).minimumHeight() < 0.65 * table(qtbot, look, 600).minimumHeight()


def test_it_is_set_when_it_is_seen(
    qtbot: QtBot, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    widths: list[float] = []
    setting = KeysTable._set

    def counted(self: KeysTable, width: float) -> Block:
        widths.append(width)
        return setting(self, width)

    monkeypatch.setattr(KeysTable, "_set", counted)
    widget = KeysTable(look, key_rows(COMMANDS))
    qtbot.addWidget(widget)
    widget.resize(600, 100)
    widget.wear(look)
    widget.show_rows(key_rows(COMMANDS[:5]))
    assert widths == []
    widget.show()
    assert widths == [600]
    widget.hide()
    widget.wear(Look(DARK, 2.0))
    assert widget.choose(1).isNull()
    assert widths == [600]
    small = widget.minimumHeight()
    widget.show()
    assert widths == [600, 600]
    assert widget.minimumHeight() > small
    widget.hide()
    widget.show()
    assert widths == [600, 600], "nothing was changed out of sight"


@pytest.mark.parametrize("scale", [1.0, 3.0])
@pytest.mark.parametrize("width", [200, 600, 1100])
def test_no_row_lies_on_another(qtbot: QtBot, fonts: None, scale: float, width: int) -> None:
    shown = table(qtbot, Look(DARK, scale), width)
    boxes = [shown.choose(0)] + [shown.choose(1) for _ in COMMANDS[1:]]
    for at, box in enumerate(boxes):
        assert not any(box.adjusted(0, 1, 0, -1).intersects(o) for o in boxes[at + 1 :])
    shown.grab()
