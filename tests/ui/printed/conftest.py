from collections.abc import Iterator

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QPdfWriter
from pytestqt.qtbot import QtBot

from tests.ui.printed.printing_sheet import pdf


@pytest.fixture
def device(qtbot: QtBot) -> Iterator[QPdfWriter]:
    buffer = QBuffer()
    yield pdf(buffer)
    buffer.close()
