from datetime import datetime
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from booth_app.languages import Lang
from booth_app.meeting.clock import Progress, agenda_at
from booth_app.meeting.meeting_folder import read_meeting
from booth_app.meeting.turns import Turn
from booth_app.paths import bundled
from booth_app.ui.booth.booth_view import BoothView
from booth_app.ui.booth.clock_bar import TimeShown
from booth_app.ui.booth.docked_wording import now_line, speaker_line
from booth_app.ui.booth.words import Words
from booth_app.ui.theme import DARK, LIGHT, THEMES, Look, Theme
from tests.ui.booth.rendered import text_contrast

MEETING = read_meeting(bundled("resources") / "meetings" / "gfmd-mayors-2021")
ROUND_ONE = MEETING.items[2]
NOW = datetime(2021, 1, 22, 16, 23, tzinfo=MEETING.tz)
CAROLA = MEETING.person("Carola Gunnarsson")


def fill(view: BoothView, target: Lang) -> None:
    view.speak(target, "fr" if target != "fr" else "en")
    view.clock.show_meeting(MEETING, target, rehearsal=True)
    view.clock.show_time(TimeShown(NOW, None, 3))
    view.clock.show_turn(Turn().handed_over(0.0), 1040.0)
    agenda = agenda_at(MEETING, Progress(ROUND_ONE.id, 3), NOW)
    view.agenda.show_agenda(MEETING, agenda, target)
    view.speaker.show_speaker(MEETING, ROUND_ONE, CAROLA, target)
    view.notes.show_notes(MEETING, ROUND_ONE, target)
    view.line.show_speaker(speaker_line(MEETING, ROUND_ONE, CAROLA, target))
    view.line.show_now(now_line(MEETING, agenda, target))


@pytest.fixture
def view(look: Look, qtbot: QtBot) -> BoothView:
    view = BoothView(look, "en", "fr")
    qtbot.addWidget(view)
    fill(view, "en")
    view.show()
    return view


def sized(view: BoothView, qtbot: QtBot, width: int, height: int, look: Look | None = None) -> None:
    view.wear(look or Look(DARK))
    view.resize(width, height)
    qtbot.wait(30)


def seen(view: BoothView) -> list[Words]:
    return [words for words in view.findChildren(Words) if words.isVisible()]


def upright(view: BoothView) -> list[QWidget]:
    parts = (view.clock, view.words, view.line, view.terms)
    return [part for part in parts if part.isVisible() and part.height()]


def test_at_large_nothing_stands_under_the_words(view: BoothView, qtbot: QtBot) -> None:
    sized(view, qtbot, 1440, 900)
    assert view.agenda.isVisible()
    assert view.side.isVisible()
    assert not view.line.isVisible()
    assert not view.terms.isVisible()


def test_below_700_pixels_it_docks_by_itself_and_says_so(view: BoothView, qtbot: QtBot) -> None:
    sized(view, qtbot, 1440, 900)
    docked: list[bool] = []
    view.docked.connect(docked.append)
    for width in (1000, 700, 699, 390, 1440):
        sized(view, qtbot, width, 768)
    assert docked == [True, False]


@pytest.mark.parametrize("width", [360, 390, 420])
def test_docked_at_768_pixels_all_parts_stand_below_each_other(
    view: BoothView, qtbot: QtBot, width: int
) -> None:
    sized(view, qtbot, width, 768)
    assert not view.agenda.isVisible()
    assert not view.side.isVisible()
    parts = upright(view)
    assert parts == [view.clock, view.words, view.line, view.terms]
    for above, below in pairwise(parts):
        assert above.geometry().bottom() < below.geometry().top()
    assert parts[-1].geometry().bottom() < 768
    assert view.words.height() >= 430
    assert view.words.width() == width


@pytest.mark.parametrize(("width", "height"), [(390, 600), (1024, 600)])
def test_a_screen_of_1024_by_600(view: BoothView, qtbot: QtBot, width: int, height: int) -> None:
    sized(view, qtbot, width, height)
    assert view.words.height() >= 430
    assert view.words.width() >= 390
    assert view.height() == height


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1920, 1080), (1024, 600)])
def test_at_300_percent_the_answer_keeps_its_room(
    view: BoothView, qtbot: QtBot, width: int, height: int
) -> None:
    sized(view, qtbot, width, height, Look(DARK, 3.0))
    assert view.words.width() >= min(width, 420 * 3)
    assert view.words.height() >= height // 2


def test_where_a_column_has_no_room_the_two_lines_say_it(view: BoothView, qtbot: QtBot) -> None:
    sized(view, qtbot, 800, 700)
    assert view.agenda.isVisible()
    assert not view.side.isVisible()
    assert view.line.isVisible()
    assert not view.terms.isVisible()


def test_the_field_of_the_speaker_stands_where_the_speaker_is_shown(
    view: BoothView, qtbot: QtBot
) -> None:
    field = view.speaker.field
    for width in (390, 1440, 390):
        sized(view, qtbot, width, 768)
        view.speaker.edit_address()
        qtbot.wait(10)
        assert field.isVisible()
        assert field.placeholderText() == "how Carola Gunnarsson is addressed"
        assert field.text() == "Madam Mayor"
        top = field.mapTo(view, field.rect().topLeft()).y()
        assert 0 < top < 768 - field.height()
        field.hide()


@pytest.mark.parametrize("target", ["en", "fr", "es", "ar"])
@pytest.mark.parametrize("size", [(390, 768), (1440, 900), (1920, 1080)])
def test_nothing_is_clipped_at_200_percent(
    view: BoothView, qtbot: QtBot, size: tuple[int, int], target: Lang
) -> None:
    sized(view, qtbot, *size, Look(LIGHT, 2.0))
    fill(view, target)

    def all_is_whole() -> None:
        shown = seen(view)
        assert len(shown) >= 4
        for words in shown:
            assert words.height() >= words.heightForWidth(words.width()), words.text()
            parent = words.parentWidget()
            assert parent is not None
            assert parent.rect().contains(words.geometry()), words.text()

    qtbot.waitUntil(all_is_whole)  # columns share their room in several passes


@pytest.mark.parametrize("theme", THEMES.values())
def test_all_text_can_be_read(view: BoothView, qtbot: QtBot, theme: Theme) -> None:
    sized(view, qtbot, 1440, 1400, Look(theme, 1.5))
    shown = seen(view)
    assert len(shown) > 15
    for words in shown:
        box = words.geometry()
        parent = words.parentWidget()
        assert parent is not None
        assert text_contrast(parent, box) >= 4.5, words.text()
