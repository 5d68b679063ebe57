"""Long work in the editor's window: its end is shown, unless the window closed meanwhile."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from booth_app.jobs import JobCancelled, JobFailed
from booth_app.ui.editor.working import Working
from booth_app.ui.theme import LIGHT, Look
from tests.ui.editor.typing_editor import Typing


@pytest.fixture
def typing(qtbot: QtBot, tmp_path: Path) -> Iterator[Typing]:
    typing = Typing(qtbot, tmp_path)
    yield typing
    typing.close()


def returns() -> str:
    return "done"


def fails() -> str:
    raise JobFailed("The file is too large.")


def is_cancelled() -> str:
    raise JobCancelled("nobody waits")


@pytest.mark.parametrize(
    ("end", "says"),
    [
        (returns, "done"),
        (fails, "The file is too large."),
        (is_cancelled, "Cancelled: nothing was changed."),
    ],
)
def test_the_end_is_told_unless_the_window_closes(
    typing: Typing, qtbot: QtBot, end: Callable[[], str], says: str
) -> None:
    working, begun = Working(typing.window, Look(LIGHT)), threading.Event()

    def work(_step: object, _progress: object) -> str:
        begun.set()
        return end()

    working.start("Doing", work, typing.window.tell)
    qtbot.waitUntil(lambda: typing.message == says)
    typing.window.tell("")
    begun.clear()
    working.start("Doing", work, typing.window.tell)
    assert begun.wait(10)
    working.stop()
    qtbot.wait(20)
    assert typing.message == ""
