import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from booth_app.ui.booth.glossaries_page import GlossariesPage, Switched
from booth_app.ui.theme import LIGHT, Look

Key, Mod = Qt.Key, Qt.KeyboardModifier
ROWS = (Switched("booth", True), Switched("oim", False), Switched("un", True))


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> GlossariesPage:
    page = GlossariesPage(look)
    qtbot.addWidget(page)
    page.resize(700, 500)
    page.show_glossaries(ROWS)
    page.show()
    return page


def test_a_row_says_in_words_whether_it_is_on(page: GlossariesPage) -> None:
    assert page.lines == ("on  ·  booth", "off  ·  oim", "on  ·  un")


def test_keys_choose_and_switch(page: GlossariesPage) -> None:
    switched: list[str] = []
    page.switched.connect(switched.append)
    for key in (Key.Key_Up, Key.Key_Space, Key.Key_Down, Key.Key_Return):
        QTest.keyClick(page, key)
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Enter):
        QTest.keyClick(page, key)
    assert switched == ["booth", "oim", "un"]


def test_the_chosen_row_stays_chosen_when_rows_change(page: GlossariesPage) -> None:
    QTest.keyClick(page, Key.Key_Down)
    said: list[str] = []
    page.said.connect(said.append)
    page.show_glossaries((*ROWS[:1], Switched("oim", True), *ROWS[2:]))
    assert said == ["on  ·  oim"]
    page.show_glossaries(ROWS[:1])
    assert said[1:] == ["on  ·  booth"]


def test_a_click_switches(page: GlossariesPage) -> None:
    listed = page.findChild(QListWidget)
    assert isinstance(listed, QListWidget)
    switched: list[str] = []
    page.switched.connect(switched.append)
    place = listed.visualItemRect(listed.item(1)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert switched == ["oim"]


def test_escape_closes_it_and_other_keys_go_on(qtbot: QtBot, page: GlossariesPage) -> None:
    with qtbot.waitSignal(page.closed):
        QTest.keyClick(page, Key.Key_Escape)
    with qtbot.assertNotEmitted(page.switched):
        QTest.keyClick(page, Key.Key_Space, Mod.ControlModifier)
        QTest.keyClick(page, Key.Key_A)


def test_before_there_is_a_glossary_nothing_can_be_switched(qtbot: QtBot, look: Look) -> None:
    page = GlossariesPage(look)
    qtbot.addWidget(page)
    page.show_glossaries(())
    with qtbot.assertNotEmitted(page.switched):
        for key in (Key.Key_Down, Key.Key_Space):
            QTest.keyClick(page, key)


def test_rows_grow_with_the_type(page: GlossariesPage, fonts: None) -> None:
    listed = page.findChild(QListWidget)
    assert isinstance(listed, QListWidget)
    before = listed.visualItemRect(listed.item(0)).height()
    page.wear(Look(LIGHT, 2.0))
    assert listed.visualItemRect(listed.item(0)).height() == 2 * before
