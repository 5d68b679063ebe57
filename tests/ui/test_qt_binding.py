import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_the_binding_does_not_lose_references_to_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 on Python 3.11 loses one a call, and the program dies after some thousand."""
    label = QLabel()
    qtbot.addWidget(label)
    label.setText("warm")
    before = sys.getrefcount(None)
    for number in range(1_000):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < 50
