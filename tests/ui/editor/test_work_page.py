from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from booth_app.ui.editor.work_page import WorkPage
from booth_app.ui.theme import LIGHT, Look


def test_space_and_esc_cancel_once(qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Escape):
        page, asked = WorkPage(Look(LIGHT)), list[None]()
        page.cancel_wanted.connect(lambda asked=asked: asked.append(None))
        qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        page.begin("Reading terms.tbx")
        page.setFocus()
        qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QPushButton))
        for _ in range(2):
            qtbot.keyClick(QApplication.focusWidget() or page, key)
        assert len(asked) == 1, key


def test_what_cannot_be_cancelled_offers_no_cancel_and_keeps_the_keyboard(qtbot: QtBot) -> None:
    page, asked = WorkPage(Look(LIGHT)), list[None]()
    page.cancel_wanted.connect(lambda: asked.append(None))
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    page.begin("Writing the questions", can_cancel=False)
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert (asked, page.findChildren(QPushButton)[0].isVisible()) == ([], False)
    page.begin("Reading terms.tbx")
    page.setFocus()
    qtbot.waitUntil(page.findChildren(QPushButton)[0].hasFocus)
