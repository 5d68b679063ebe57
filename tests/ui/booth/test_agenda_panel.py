from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from booth_app.languages import Lang
from booth_app.meeting.clock import Progress, agenda_at
from booth_app.meeting.meeting import Item, Meeting, Wording
from booth_app.meeting.meeting_folder import read_meeting
from booth_app.paths import bundled
from booth_app.ui.booth.agenda_panel import AgendaPanel
from booth_app.ui.booth.words import Words
from booth_app.ui.theme import DARK, DIM, LIGHT, Look, Theme, load_fonts

MEETING = read_meeting(bundled("resources") / "meetings" / "gfmd-mayors-2021")


def at(hour: int, minute: int) -> datetime:
    return datetime(2021, 1, 22, hour, minute, tzinfo=MEETING.tz)


@pytest.fixture
def panel(qtbot: QtBot) -> AgendaPanel:
    load_fonts(bundled("resources") / "fonts")
    panel = AgendaPanel(Look(DARK))
    qtbot.addWidget(panel)
    panel.resize(306, 836)
    panel.show()
    return panel


def show(
    panel: AgendaPanel, item: str, now: datetime, target: Lang = "en", meeting: Meeting = MEETING
) -> None:
    panel.show_agenda(meeting, agenda_at(meeting, Progress(item), now), target)


def list_of(panel: AgendaPanel) -> QListView:
    view = panel.findChild(QListView)
    assert isinstance(view, QListView)
    return view


def row_box(panel: AgendaPanel, at_row: int) -> QRect:
    view = list_of(panel)
    return view.visualRect(view.model().index(at_row, 0))


def colors_in(panel: AgendaPanel, box: QRect) -> set[str]:
    picture = list_of(panel).viewport().grab(box).toImage()
    return {
        QColor(picture.pixel(x, y)).name()
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    }


@pytest.mark.parametrize("theme", [DARK, LIGHT, DIM])
def test_amber_is_the_current_item_and_nothing_else(panel: AgendaPanel, theme: Theme) -> None:
    panel.wear(Look(theme))
    show(panel, "s3", at(16, 20))
    assert theme.now_background in colors_in(panel, row_box(panel, 2))
    for other in (0, 1, 3, 4, 5, 6):
        assert theme.now_background not in colors_in(panel, row_box(panel, other))


def test_before_the_meeting_begins_nothing_is_amber(panel: AgendaPanel) -> None:
    show(panel, "s1", at(15, 50))
    assert DARK.now_background not in colors_in(panel, list_of(panel).viewport().rect())


def test_past_items_fold_to_one_line(panel: AgendaPanel) -> None:
    show(panel, "s3", at(16, 20))
    folded, whole = row_box(panel, 0).height(), row_box(panel, 3).height()
    assert folded * 2 < whole


def test_the_whole_title_comes_where_there_is_room(panel: AgendaPanel) -> None:
    show(panel, "s3", at(16, 20))
    roomy = row_box(panel, 2).height()
    panel.resize(306, 420)
    assert row_box(panel, 2).height() < roomy


def test_the_cursor_starts_at_the_current_item_and_keeps_inside(
    panel: AgendaPanel, qtbot: QtBot
) -> None:
    show(panel, "s3", at(16, 20))
    assert panel.chosen() == ""
    with qtbot.waitSignal(panel.cursor_moved) as moved:
        panel.move_cursor(1)
    assert moved.args == ["s4"]
    panel.move_cursor(99)
    assert panel.chosen() == "s7"
    panel.move_cursor(-99)
    assert panel.chosen() == "s1"
    panel.clear_cursor()
    assert panel.chosen() == ""


def test_the_cursor_is_seen_without_colour(panel: AgendaPanel) -> None:
    show(panel, "s3", at(16, 20))
    before = colors_in(panel, row_box(panel, 4))
    panel.move_cursor(2)
    drawn = colors_in(panel, row_box(panel, 4)) - before
    assert DARK.focus in drawn
    margin = row_box(panel, 4).adjusted(4, 8, 0, -8)
    margin.setWidth(14)
    assert DARK.focus in colors_in(panel, margin)  # the arrow before the texts


def test_the_cursor_goes_when_the_item_changes(panel: AgendaPanel) -> None:
    show(panel, "s3", at(16, 20))
    panel.move_cursor(2)
    show(panel, "s3", at(16, 21))
    assert panel.chosen() == "s5"
    show(panel, "s4", at(16, 30))
    assert panel.chosen() == ""


def test_a_click_points_at_an_item(panel: AgendaPanel, qtbot: QtBot) -> None:
    show(panel, "s3", at(16, 20))
    with qtbot.waitSignal(panel.cursor_moved) as moved:
        list_of(panel).clicked.emit(list_of(panel).model().index(5, 0))
    assert moved.args == ["s6"]


def meeting_of_sixty() -> Meeting:
    six = timedelta(minutes=6)
    start = MEETING.start
    items = tuple(
        Item(
            id=f"i{n}",
            start=start + n * six,
            end=start + (n + 1) * six,
            title={"en": Wording(f"Item {n}", True)},
        )
        for n in range(60)
    )
    return replace(MEETING, items=items)


def test_sixty_items_keep_the_current_one_in_sight(panel: AgendaPanel) -> None:
    meeting = meeting_of_sixty()
    for number in (40, 59, 3):
        show(panel, f"i{number}", meeting.items[number].start, meeting=meeting)
        assert list_of(panel).viewport().rect().contains(row_box(panel, number))


def test_a_tick_leaves_a_list_that_was_scrolled_alone(panel: AgendaPanel) -> None:
    meeting = meeting_of_sixty()
    show(panel, "i3", meeting.items[3].start, meeting=meeting)
    bar = list_of(panel).verticalScrollBar()
    bar.setValue(bar.maximum())
    show(panel, "i3", meeting.items[3].start + timedelta(minutes=1), meeting=meeting)
    assert bar.value() == bar.maximum()


def test_an_agenda_without_items_is_empty(panel: AgendaPanel) -> None:
    meeting = replace(MEETING, items=())
    show(panel, "", at(16, 0), meeting=meeting)
    panel.move_cursor(1)
    assert panel.chosen() == ""
    assert list_of(panel).model().rowCount() == 0


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
@pytest.mark.parametrize("target", ["en", "ar"])
def test_nothing_widens_the_panel(panel: AgendaPanel, scale: float, target: Lang) -> None:
    title = {"en": Wording("W" * 120, False), "ar": Wording("ط" * 120, False)}
    meeting = replace(MEETING, items=(replace(MEETING.items[2], title=title, short_title={}),))
    panel.wear(Look(DARK, scale))
    show(panel, "s3", at(16, 20), target, meeting)
    assert panel.minimumSizeHint().width() < 306
    assert list_of(panel).horizontalScrollBar().maximum() == 0
    assert row_box(panel, 0).width() <= list_of(panel).viewport().width()


def test_it_takes_no_keys_and_has_names(panel: AgendaPanel) -> None:
    assert list_of(panel).focusPolicy() == Qt.FocusPolicy.NoFocus
    assert panel.accessibleName() == "Agenda"
    assert list_of(panel).accessibleName() == "Agenda items"


def long_meeting(count: int, start: datetime, minutes: int = 10) -> Meeting:
    length = timedelta(minutes=minutes)
    begin = start.timestamp()
    items = tuple(
        replace(
            MEETING.items[n % len(MEETING.items)],
            id=f"i{n}",
            start=datetime.fromtimestamp(begin + n * length.total_seconds(), MEETING.tz),
            end=datetime.fromtimestamp(begin + (n + 1) * length.total_seconds(), MEETING.tz),
        )
        for n in range(count)
    )
    end = items[-1].end if items else start
    return replace(MEETING, items=items, start=start, end=end, notes=())


def test_of_sixty_items_the_current_one_and_the_next_are_in_sight(panel: AgendaPanel) -> None:
    meeting = long_meeting(60, at(9, 0))
    seen = list_of(panel).viewport().rect()
    for n in range(60):
        show(panel, f"i{n}", meeting.items[n].start, meeting=meeting)
        assert seen.contains(row_box(panel, n))
        assert n == 59 or seen.contains(row_box(panel, n + 1))


def test_without_items_it_says_so(panel: AgendaPanel) -> None:
    show(panel, "s3", at(16, 10))
    empty = replace(MEETING, items=(), notes=())
    show(panel, "", at(16, 10), meeting=empty)
    texts = [words.text() for words in panel.findChildren(Words) if words.isVisible()]
    assert texts == ["No agenda"]
    panel.move_cursor(1)
    assert panel.chosen() == ""
    show(panel, "s3", at(16, 10))
    assert "Agenda" in [words.text() for words in panel.findChildren(Words)]


def lines(panel: AgendaPanel) -> list[str]:
    model = list_of(panel).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_a_meeting_over_midnight_names_the_day(panel: AgendaPanel) -> None:
    meeting = long_meeting(6, at(23, 30))
    show(panel, "i4", meeting.items[4].start, meeting=meeting)
    shown = lines(panel)
    assert shown[0].startswith("23:30")
    assert shown[4].startswith("Now · Sat 00:10–Sat 00:20 · 10 min left")
    assert shown[5].startswith("Next · Sat 00:20")


def test_over_the_change_of_summer_time_every_item_keeps_its_length(panel: AgendaPanel) -> None:
    spring = datetime(2021, 3, 28, 1, 40, tzinfo=MEETING.tz)
    meeting = long_meeting(4, spring, 20)
    show(panel, "i1", meeting.items[1].start, meeting=meeting)
    shown = lines(panel)
    assert shown[1].startswith("Now · 03:00–03:20 · 20 min left")
    assert shown[2].startswith("Next · 03:20")
    autumn = datetime(2021, 10, 31, 2, 40, tzinfo=MEETING.tz)
    meeting = long_meeting(4, autumn, 20)
    show(panel, "i1", meeting.items[1].start, meeting=meeting)
    assert lines(panel)[1].startswith("Now · 02:00–02:20 · 20 min left")
