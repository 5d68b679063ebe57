import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from booth_app.settings import Settings
from booth_app.ui.docking import WIDTHS, Docking, at_edge, available_screens, in_sight

LAPTOP = QRect(0, 0, 1366, 728)
BESIDE = QRect(1366, -200, 1920, 1040)
SMALL = QRect(0, 0, 1024, 600)
rects = st.builds(
    QRect,
    st.integers(-5000, 5000),
    st.integers(-5000, 5000),
    st.integers(1, 4000),
    st.integers(1, 4000),
)


@given(rects, st.lists(rects, min_size=1, max_size=3))
def test_a_place_in_sight_lies_on_a_screen_and_stays_there(
    place: QRect, screens: list[QRect]
) -> None:
    seen = in_sight(place, screens)
    assert any(screen.contains(seen) for screen in screens)
    assert in_sight(seen, screens) == seen
    assert seen.width() <= place.width()
    if any(screen.contains(place) for screen in screens):
        assert seen.size() == place.size()


def test_a_place_that_is_in_sight_is_left_alone() -> None:
    place = QRect(1500, 100, 390, 700)
    assert in_sight(place, [LAPTOP, BESIDE]) == place
    assert in_sight(place, []) == place


@pytest.mark.parametrize("screen", [LAPTOP, BESIDE, SMALL])
def test_a_docked_column_has_the_height_of_its_screen(screen: QRect) -> None:
    right, left = at_edge(screen, 390, right=True), at_edge(screen, 390, right=False)
    assert right.right() == screen.right()
    assert left.left() == screen.left()
    assert right.height() == left.height() == screen.height()


class Desk:
    """A window on screens that come and go."""

    def __init__(self, qtbot: QtBot, settings: Settings) -> None:
        self.screens = [LAPTOP, BESIDE]
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.docking = Docking(self.window, settings, lambda: self.screens)
        self.docking.open()

    @property
    def place(self) -> QRect:
        return self.window.geometry()


def test_docked_and_back(qtbot: QtBot) -> None:
    desk = Desk(qtbot, Settings(window_place=(40, 40, 1200, 640)))
    assert desk.place == QRect(40, 40, 1200, 640)
    with qtbot.waitSignal(desk.docking.settled):
        desk.docking.change()
    assert desk.place == QRect(1366 - 390, 0, 390, 728)
    desk.docking.change_edge()
    assert desk.place == QRect(0, 0, 390, 728)
    kept = desk.docking.kept_in(Settings())
    assert kept.docked
    assert kept.docked_place == (0, 0, 390, 728)
    assert kept.window_place == (40, 40, 1200, 640)
    desk.docking.change()
    assert desk.place == QRect(40, 40, 1200, 640)
    desk.docking.change()
    assert desk.place == QRect(0, 0, 390, 728)
    again = Desk(qtbot, kept)
    assert again.place == QRect(0, 0, 390, 728)
    again.docking.change()
    assert again.place == QRect(40, 40, 1200, 640)


@pytest.mark.parametrize(("scale", "width"), [(0.75, 360), (1.0, 390), (2.0, 420)])
def test_larger_type_docks_a_little_wider(qtbot: QtBot, scale: float, width: int) -> None:
    desk = Desk(qtbot, Settings())
    desk.docking.change(scale)
    assert desk.place.width() == width
    assert WIDTHS[0] <= width <= WIDTHS[-1]


def test_it_docks_on_the_screen_it_stands_on(qtbot: QtBot) -> None:
    desk = Desk(qtbot, Settings(window_place=(1500, 0, 1200, 700)))
    desk.docking.change()
    assert desk.place == at_edge(BESIDE, 390, right=True)
    desk.docking.change_edge()
    assert desk.place == at_edge(BESIDE, 390, right=False)


def test_a_screen_that_is_taken_away_leaves_the_window_in_sight(qtbot: QtBot) -> None:
    desk = Desk(qtbot, Settings(docked=True, docked_place=(2896, -200, 390, 1040)))
    assert desk.place == QRect(2896, -200, 390, 1040)
    desk.screens = [LAPTOP]
    desk.docking.come_back()
    assert LAPTOP.contains(desk.place)
    assert desk.place.size().toTuple() == (390, 728)
    place = desk.place
    desk.docking.come_back()
    assert desk.place == place


def test_a_small_screen_holds_it(qtbot: QtBot) -> None:
    desk = Desk(qtbot, Settings())
    desk.screens = [SMALL]
    desk.docking.open()
    assert SMALL.contains(desk.place)
    desk.docking.change()
    assert desk.place == QRect(1024 - 390, 0, 390, 600)


def test_drawn_narrow_by_hand_it_is_docked_too(qtbot: QtBot) -> None:
    desk = Desk(qtbot, Settings(window_place=(40, 40, 1200, 640)))
    desk.window.setGeometry(500, 10, 600, 650)
    assert desk.docking.kept_in(Settings()).docked
    desk.docking.change()
    assert desk.place == QRect(40, 40, 1200, 640)


def test_a_maximised_window_is_docked_and_comes_back_maximised(qtbot: QtBot) -> None:
    desk = Desk(qtbot, Settings(window_place=(40, 40, 1200, 640)))
    desk.window.showMaximized()
    desk.docking.change()
    assert not desk.window.isMaximized()
    assert desk.place.width() == 390
    kept = desk.docking.kept_in(Settings())
    assert (kept.docked, kept.maximised) == (True, True)
    desk.docking.change()
    assert desk.window.isMaximized()
    assert Desk(qtbot, desk.docking.kept_in(Settings())).window.isMaximized()


def test_it_stays_above_without_being_hidden(qtbot: QtBot) -> None:
    desk = Desk(qtbot, Settings())
    flag = Qt.WindowType.WindowStaysOnTopHint
    desk.docking.keep_above(above=True)  # before it is shown
    assert desk.window.windowFlags() & flag
    desk.window.show()
    handle = desk.window.windowHandle()
    assert handle.flags() & flag
    for above in (False, True, True):
        desk.docking.keep_above(above=above)
        assert desk.window.isVisible()
        assert desk.window.windowHandle() is handle
        assert bool(handle.flags() & flag) == bool(desk.window.windowFlags() & flag) == above


def test_the_main_screen_comes_first(qtbot: QtBot) -> None:
    assert [rect.width() > 0 for rect in available_screens()] == [True]
