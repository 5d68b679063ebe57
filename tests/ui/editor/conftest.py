from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.editor.typing_editor import Typing


@pytest.fixture
def typing(qtbot: QtBot, tmp_path: Path) -> Iterator[Typing]:
    """The editor's window on the small glossary, and hands on its keyboard."""
    typing = Typing(qtbot, tmp_path)
    yield typing
    typing.close()
