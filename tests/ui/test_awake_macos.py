"""What macOS is asked for, through libraries that only write down."""

import ctypes

import pytest
from pytestqt.qtbot import QtBot

from booth_app.ui.awake import REASON
from booth_app.ui.awake_macos import PowerAssertion


class Library:
    """IOKit and CoreFoundation in one."""

    def __init__(self, result: int) -> None:
        self.texts: list[str] = []
        self.released: list[int] = []
        self._result = result
        self.CFStringCreateWithCString = self._string
        self.IOPMAssertionCreateWithName = self._create
        self.IOPMAssertionRelease = lambda held: self.released.append(held.value)

    class _Function:
        restype: object = None
        argtypes: object = None

    @property
    def _string(self) -> object:
        library = self

        class Made(self._Function):
            def __call__(self, _allocator: None, text: bytes, encoding: int) -> int:
                library.texts.append(text.decode())
                assert encoding == 0x08000100
                return len(library.texts)

        return Made()

    def _create(self, kind: object, level: object, reason: object, made: object) -> int:
        made._obj.value = 7  # type: ignore[attr-defined]
        return self._result


@pytest.mark.parametrize(("result", "held"), [(0, True), (1, False)])
def test_macos_is_asked_for_an_assertion_that_is_released(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, result: int, held: bool
) -> None:
    library = Library(result)
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: library)
    inhibitor = PowerAssertion()
    with qtbot.waitSignal(inhibitor.answered) as answered:
        inhibitor.hold()
    assert answered.args == [held]
    assert library.texts == ["PreventUserIdleDisplaySleep", REASON]
    inhibitor.free()
    inhibitor.free()
    assert library.released == ([7] if held else [])


def test_a_system_without_the_libraries_holds_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def absent(name: str) -> None:
        raise OSError(name)

    monkeypatch.setattr(ctypes, "CDLL", absent)
    inhibitor = PowerAssertion()
    with qtbot.waitSignal(inhibitor.answered) as answered:
        inhibitor.hold()
    assert answered.args == [False]
