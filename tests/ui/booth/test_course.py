from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from booth_app.meetings import Standing
from booth_app.settings import Settings
from booth_app.ui.booth.agenda_panel import AgendaPanel
from booth_app.ui.booth.course import Course, reading
from booth_app.ui.booth.sitting import Sitting
from booth_app.ui.theme import Look
from tests.ui.booth.hits import meeting

ITEMS = [item.id for item in meeting().items]


class View:
    def __init__(self, agenda: AgendaPanel) -> None:
        self.agenda = agenda


class Booth:
    """What a course needs of the running booth: it holds settings and sitting, shows the agenda."""

    def __init__(self, agenda: AgendaPanel) -> None:
        self.settings = Settings(turn_minutes=30)
        self.agenda = agenda
        self.sit(Sitting.resumed(meeting(), Standing(item=ITEMS[1]), 30, reading()))
        self.give = Course(self, View(agenda)).commands()  # type: ignore[arg-type]

    def sit(self, sitting: Sitting) -> None:
        self.sitting = sitting
        self.agenda.show_agenda(sitting.meeting, sitting.agenda(reading()), "en")

    def keep_settings(self, settings: Settings) -> None:
        self.settings = settings

    @property
    def minute(self) -> int:
        """How many minutes after the meeting's start the rehearsal's clock is."""
        return round((self.sitting.clock.now(reading()) - meeting().start).total_seconds() / 60)


@pytest.fixture
def booth(qtbot: QtBot, look: Look) -> Booth:
    agenda = AgendaPanel(look)
    qtbot.addWidget(agenda)
    return Booth(agenda)


def test_the_item_changes_by_key_one_at_a_time(booth: Booth) -> None:
    booth.give["next_item"]()
    assert booth.sitting.progress.item == ITEMS[2]


def test_the_chosen_item_becomes_the_current_one_and_is_pointed_at_no_more(booth: Booth) -> None:
    for _ in range(3):
        booth.give["cursor_down"]()
    booth.give["cursor_up"]()
    booth.give["we_are_here"]()
    assert booth.sitting.progress.item == ITEMS[3]
    assert booth.agenda.chosen() == ""


def test_with_none_chosen_the_current_item_has_begun_now(booth: Booth) -> None:
    before = booth.sitting.progress.delay
    booth.give["clock_far_on"]()
    booth.give["we_are_here"]()
    assert booth.sitting.progress.item == ITEMS[1]
    assert booth.sitting.progress.delay != before


def test_a_rehearsals_clock_moves_by_one_and_ten_and_to_the_start(booth: Booth) -> None:
    booth.give["clock_start"]()
    minutes = [booth.minute]
    for name in ("clock_on", "clock_far_on", "clock_back", "clock_far_back"):
        booth.give[name]()
        minutes.append(booth.minute)
    assert minutes == [0, 1, 11, 10, 0]
    booth.give["clock_on"]()
    booth.give["clock_start"]()
    assert booth.minute == 0


def test_a_turn_begins_is_handed_over_and_stops(booth: Booth) -> None:
    turns = [booth.sitting.turn]
    for name in ("hand_over", "hand_over", "stop_turn"):
        booth.give[name]()
        turns.append(booth.sitting.turn)
    assert [turn.began is not None for turn in turns] == [False, True, True, False]
    assert turns[1] != turns[2]


def test_the_length_of_a_turn_is_kept(booth: Booth) -> None:
    booth.give["turn_length"]()
    assert booth.sitting.turn == replace(booth.sitting.turn, minutes=10)
    assert booth.settings.turn_minutes == 10
