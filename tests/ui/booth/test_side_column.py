import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from booth_app.meeting.meeting_folder import read_meeting
from booth_app.paths import bundled
from booth_app.ui.booth.notes_panel import NotesPanel
from booth_app.ui.booth.side_column import SideColumn
from booth_app.ui.booth.speaker_card import SpeakerCard
from booth_app.ui.booth.words import Words
from booth_app.ui.theme import DARK, Look

MEETING = read_meeting(bundled("resources") / "meetings" / "gfmd-mayors-2021")
ROUND_ONE = MEETING.items[2]


class Shown:
    """The column in a window, with a speaker who has a bio."""

    def __init__(self, qtbot: QtBot, look: Look) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.card, self.notes = SpeakerCard(look), NotesPanel(look)
        self.column = SideColumn(self.card, self.notes)
        self.column.wear(look)
        layout = QVBoxLayout(self.window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)
        self.window.show()
        self.speak("Carola Gunnarsson")

    def speak(self, name: str) -> None:
        self.card.show_speaker(MEETING, ROUND_ONE, MEETING.person(name), "en")
        self.notes.show_notes(MEETING, ROUND_ONE, "en")

    @property
    def bio(self) -> Words:
        return next(w for w in self.card.findChildren(Words) if "Swedish local" in w.text())


@pytest.fixture
def shown(qtbot: QtBot, look: Look) -> Shown:
    return Shown(qtbot, look)


def test_the_bio_folds_where_all_has_no_room(shown: Shown, qtbot: QtBot) -> None:
    shown.window.resize(330, 2400)
    qtbot.waitUntil(lambda: shown.bio.height() > 100)
    whole = shown.bio.height()
    shown.window.resize(330, 500)
    qtbot.waitUntil(lambda: shown.card.is_bio_folded)
    assert shown.card.height_spared(shown.card.width()) > 0
    qtbot.waitUntil(lambda: shown.bio.height() < whole)
    name = next(w for w in shown.card.findChildren(Words) if w.text() == "Mayor of Sala (Sweden)")
    assert shown.bio.height() > 2.5 * name.height()  # the first line says what stands above it
    shown.window.resize(330, 2400)
    qtbot.waitUntil(lambda: not shown.card.is_bio_folded)


def test_all_of_it_is_reached_by_one_key(shown: Shown, qtbot: QtBot) -> None:
    shown.window.resize(330, 400)
    qtbot.waitUntil(lambda: shown.card.is_bio_folded)
    bar = shown.column.verticalScrollBar()
    shown.column.page_on()
    assert not shown.card.is_bio_folded
    qtbot.waitUntil(lambda: bar.maximum() > bar.pageStep())
    places = [bar.value()]
    while bar.value() < bar.maximum():
        shown.column.page_on()
        assert bar.value() - places[-1] < bar.pageStep()
        places.append(bar.value())
    assert len(places) >= 3
    shown.column.page_on()
    qtbot.waitUntil(lambda: bar.value() == 0)
    assert shown.card.is_bio_folded


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_clipped(shown: Shown, qtbot: QtBot, scale: float) -> None:
    look = Look(DARK, scale)
    for panel in (shown.card, shown.notes, shown.column):
        panel.wear(look)
    width = round(330 * scale)
    shown.window.resize(width, 700)
    qtbot.waitUntil(lambda: shown.card.is_bio_folded)
    qtbot.wait(20)
    seen = [words for words in shown.column.findChildren(Words) if words.isVisible()]
    assert len(seen) > 8
    for words in seen:
        assert words.height() >= words.heightForWidth(words.width()), words.text()
    assert shown.column.widget().width() <= shown.column.viewport().width()
