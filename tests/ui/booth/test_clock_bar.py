from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from booth_app.languages import LANGUAGES, Lang
from booth_app.meeting.clock import elsewhere
from booth_app.meeting.meeting_folder import read_meeting
from booth_app.meeting.turns import Turn
from booth_app.paths import bundled
from booth_app.ui.booth.clock_bar import ClockBar, TimeShown
from booth_app.ui.booth.words import Words
from booth_app.ui.theme import DARK, DIM, Look, load_fonts

MEETING = read_meeting(bundled("resources") / "meetings" / "gfmd-mayors-2021")
NOW = datetime(2021, 1, 22, 16, 23, tzinfo=MEETING.tz)


def filled_bar() -> ClockBar:
    bar = ClockBar(Look(DARK))
    bar.speak("en", "fr")
    bar.show_meeting(MEETING, "en", rehearsal=True)
    bar.show_time(TimeShown(NOW, None, 3))
    bar.show_turn(Turn().handed_over(0.0), 1040.0)
    return bar


@pytest.fixture
def bar(qtbot: QtBot) -> ClockBar:
    load_fonts(bundled("resources") / "fonts")
    bar = filled_bar()
    qtbot.addWidget(bar)
    bar.resize(1440, bar.heightForWidth(1440))
    bar.show()
    return bar


def said(bar: ClockBar) -> list[str]:
    """What is in sight, from left to right."""
    seen = [words for words in bar.findChildren(Words) if words.isVisible()]
    return [words.text() for words in sorted(seen, key=lambda words: (words.x(), words.y()))]


def test_all_of_it_stands_on_a_wide_screen(bar: ClockBar) -> None:
    assert said(bar) == [
        "EN",
        "from FR · ES · AR",
        "GFMD Mayors Mechanism networking meeting",
        "Rehearsal of 22 January 2021",
        "12:40",
        "left of my turn",
        "offline",
        "+3 min",
        "16:23",
        "CET",
    ]


@pytest.mark.parametrize("target", LANGUAGES)
def test_each_target_is_shown_large(bar: ClockBar, target: Lang) -> None:
    bar.speak(target, "en")
    assert said(bar)[0] == target.upper()
    assert target.upper() not in said(bar)[1].split(" · ")


def test_a_live_meeting_is_no_rehearsal(bar: ClockBar) -> None:
    bar.show_meeting(MEETING, "en", rehearsal=False)
    assert "Today, 22 January 2021" in said(bar)


def test_without_a_meeting_nothing_is_invented(bar: ClockBar) -> None:
    bar.show_meeting(None, "en", rehearsal=False)
    assert not any("2021" in text for text in said(bar))
    assert "16:23" in said(bar)


def test_the_own_time_stands_beside_where_it_differs(bar: ClockBar) -> None:
    own = elsewhere(MEETING, NOW, ZoneInfo("America/New_York"))
    bar.show_time(TimeShown(NOW, own, 0))
    assert said(bar)[-1] == "10:23 here"
    far = elsewhere(MEETING, NOW, ZoneInfo("Pacific/Auckland"))
    bar.show_time(TimeShown(NOW, far, -2))
    assert said(bar)[-1] == "Sat 04:23 here"
    assert "–2 min" in said(bar)


@pytest.mark.parametrize(
    ("ticks", "figures", "words"),
    [
        (1679.0, "2:01", "left of my turn"),
        (1680.0, "2:00", "last 2 minutes of my turn"),
        (1755.0, "0:45", "last minute of my turn"),
        (1835.0, "0:35", "over my turn"),
    ],
)
def test_the_turn_ends_in_words(bar: ClockBar, ticks: float, figures: str, words: str) -> None:
    bar.show_turn(Turn(began=0.0), ticks)
    assert said(bar)[4:6] == [figures, words]


def test_the_turn_says_whose_it_is_and_that_none_runs(bar: ClockBar) -> None:
    bar.show_turn(Turn(began=0.0, mine=False), 0.0)
    assert said(bar)[5] == "left of the partner’s turn"
    bar.resize(390, 70)
    assert "partner" in said(bar)
    bar.resize(1440, 60)
    bar.show_turn(Turn(20), 0.0)
    assert "turn of 20 min not started" in said(bar)


def test_each_cue_has_a_shape_of_its_own(bar: ClockBar) -> None:
    shapes = set()
    for ticks in (0.0, 1681.0, 1741.0, 1801.0):
        bar.show_turn(Turn(began=0.0), ticks)
        figures = next(w for w in bar.findChildren(Words) if w.text().count(":") == 1)
        picture = bar.grab().toImage()
        column = figures.x() - 8
        y = figures.geometry().center().y()
        shapes.add(
            tuple(QColor(picture.pixel(column + dx, y)).name() == DARK.text for dx in range(-4, 9))
        )
    assert len(shapes) == 4


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
@pytest.mark.parametrize("width", [360, 420, 700, 1024, 1440])
@pytest.mark.parametrize("target", ["en", "ar"])
def test_it_folds_and_nothing_is_lost_over_its_edge(
    bar: ClockBar, scale: float, width: int, target: Lang
) -> None:
    bar.wear(Look(DIM, scale))
    bar.speak(target, "fr")
    bar.show_meeting(MEETING, target, rehearsal=True)
    bar.resize(width, bar.heightForWidth(width))
    seen = {w.text(): w for w in bar.findChildren(Words) if w.isVisible()}
    assert {target.upper(), "16:23", "12:40", "Rehearsal of 22 January 2021"} <= set(seen)
    for words in seen.values():
        assert bar.rect().contains(words.geometry())
    assert seen["16:23"].width() >= seen["16:23"].natural_width
    assert seen["12:40"].width() >= seen["12:40"].natural_width


def test_it_never_widens_a_window(bar: ClockBar) -> None:
    bar.wear(Look(DARK, 3.0))
    assert bar.minimumSizeHint().width() == 1


def test_a_layout_gives_it_the_height_it_asks_for(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar = filled_bar()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(bar)
    column.addWidget(QWidget(), 1)
    window.show()
    for width in (1440, 390):
        window.resize(width, 700)
        qtbot.waitUntil(lambda w=width: bar.height() == bar.heightForWidth(w))
    assert bar.height() > 64


class Paints(QObject):
    """Counts the paints of the widgets it watches."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_a_second_without_change_repaints_nothing(bar: ClockBar, qtbot: QtBot) -> None:
    qtbot.wait(20)
    paints = Paints()
    for widget in (bar, *bar.findChildren(Words)):
        widget.installEventFilter(paints)
    for _ in range(10):
        bar.show_time(TimeShown(NOW, None, 3))
        bar.show_turn(Turn(began=0.0), 1040.0)
    qtbot.wait(20)
    assert paints.count == 0
    bar.show_turn(Turn(began=0.0), 1041.0)
    qtbot.waitUntil(lambda: paints.count > 0)


def test_the_seal_says_what_it_means(bar: ClockBar) -> None:
    seal = next(w for w in bar.findChildren(Words) if w.text() == "offline")
    assert seal.accessibleDescription() == "nothing leaves this computer"
    target = next(w for w in bar.findChildren(Words) if w.text() == "EN")
    assert target.accessibleName() == "Target language: English"


def test_on_relay_that_is_said(bar: ClockBar) -> None:
    bar.speak("en", "es", on_relay=True)
    assert said(bar)[1] == "relay from ES · FR · AR"


def test_a_click_on_the_seal_asks_what_it_says(bar: ClockBar, qtbot: QtBot) -> None:
    seal = next(w for w in bar.findChildren(Words) if w.text() == "offline")
    with qtbot.waitSignal(bar.seal_asked):
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=seal.geometry().center())
    with qtbot.assertNotEmitted(bar.seal_asked):
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


@pytest.mark.parametrize("width", [360, 390, 420])
def test_docked_the_seal_stays_in_sight(bar: ClockBar, width: int) -> None:
    bar.show_time(TimeShown(NOW, None, 3))
    bar.resize(width, bar.heightForWidth(width))
    seal = next(w for w in bar.findChildren(Words) if w.text() == "offline")
    assert seal.isVisible()
    assert seal.geometry().right() <= width - 20


@pytest.mark.parametrize("scale", [1.0, 3.0])
@pytest.mark.parametrize("width", [390, 700, 1024, 1440])
def test_kept_low_it_has_one_row(bar: ClockBar, scale: float, width: int) -> None:
    bar.wear(Look(DARK, scale))
    bar.keep_low(low=True)
    bar.resize(width, bar.heightForWidth(width))
    assert {"EN", "16:23"} <= set(said(bar))
    assert bar.heightForWidth(width) < 62 * scale
    bar.keep_low(low=False)
    assert "Rehearsal of 22 January 2021" in said(bar)


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_low_and_narrow_the_clock_is_whole_at_any_size(bar: ClockBar, scale: float) -> None:
    bar.keep_low(low=True)
    for width in (1440, 390, 360):
        bar.resize(width, 60)
        bar.wear(Look(DARK, scale))
        clock = next(w for w in bar.findChildren(Words) if w.text() == "16:23")
        assert clock.isVisible()
        assert clock.width() >= clock.natural_width
    bar.resize(1440, 60)
    assert bar.heightForWidth(1440) == pytest.approx(61 * scale, rel=0.25)
