"""What Windows is asked for, through a library that only writes down."""

import ctypes
from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot

from booth_app.ui.awake_windows import ExecutionState


@pytest.mark.parametrize(("before", "held"), [(0x80000000, True), (0, False)])
def test_windows_is_asked_for_display_and_system(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, before: int, held: bool
) -> None:
    asked: list[int] = []

    def state(wanted: ctypes.c_uint32) -> int:
        asked.append(wanted.value)
        return before

    library = SimpleNamespace(SetThreadExecutionState=state)
    monkeypatch.setattr(ctypes, "WinDLL", lambda _name: library, raising=False)
    inhibitor = ExecutionState()
    with qtbot.waitSignal(inhibitor.answered) as answered:
        inhibitor.hold()
    inhibitor.free()
    assert answered.args == [held]
    assert asked == [0x80000003, 0x80000000]
