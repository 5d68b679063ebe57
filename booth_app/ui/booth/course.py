"""How the meeting goes on: the item in progress, the clock of a rehearsal, and the turns."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from booth_app.meeting.clock import Reading

if TYPE_CHECKING:
    from booth_app.ui.booth.booth_view import BoothView
    from booth_app.ui.booth.running_booth import RunningBooth


def reading() -> Reading:
    """Return what the computer's clocks say now."""
    return Reading(datetime.now(UTC), time.monotonic())


class Course:
    """Moves the meeting that `booth` sits in on or back, by key: nothing moves by itself."""

    def __init__(self, booth: "RunningBooth", view: "BoothView") -> None:
        self._booth, self._view = booth, view

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return the commands by name."""
        agenda = self._view.agenda
        return {
            "next_item": self.next_item,
            "cursor_up": partial(agenda.move_cursor, -1),
            "cursor_down": partial(agenda.move_cursor, 1),
            "we_are_here": self.we_are_here,
            "clock_back": partial(self.move_clock, -1),
            "clock_on": partial(self.move_clock, 1),
            "clock_far_back": partial(self.move_clock, -10),
            "clock_far_on": partial(self.move_clock, 10),
            "clock_start": self.start_clock,
            "hand_over": self.hand_over,
            "stop_turn": self.stop_turn,
            "turn_length": self.next_turn_length,
        }

    def next_item(self) -> None:
        """Take the next item as begun."""
        self._booth.sit(self._booth.sitting.at_next(reading()))

    def we_are_here(self) -> None:
        """Take the chosen item as the one in progress; without one the delay is set anew."""
        chosen = self._view.agenda.chosen() or self._booth.sitting.progress.item
        self._view.agenda.clear_cursor()
        self._booth.sit(self._booth.sitting.at(chosen, reading()))

    def move_clock(self, minutes: int) -> None:
        """Move the clock of a rehearsal."""
        self._booth.sit(self._booth.sitting.clock_moved(timedelta(minutes=minutes), reading()))

    def start_clock(self) -> None:
        """Begin the rehearsal anew."""
        self._booth.sit(self._booth.sitting.clock_at_start(reading()))

    def hand_over(self) -> None:
        """Begin the person's turn, or end it."""
        self._booth.sit(self._booth.sitting.handed_over(time.monotonic()))

    def stop_turn(self) -> None:
        """Stop the turn timer."""
        self._booth.sit(self._booth.sitting.turn_stopped())

    def next_turn_length(self) -> None:
        """Take the next length of a turn, and keep it."""
        booth = self._booth
        turn = booth.sitting.turn.resized()
        booth.keep_settings(replace(booth.settings, turn_minutes=turn.minutes))
        booth.sit(replace(booth.sitting, turn=turn))
