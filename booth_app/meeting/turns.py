"""The turn timer: whose turn it is and how much of it is left, as a value without a clock."""

from dataclasses import dataclass, replace
from math import ceil
from typing import Final, Literal

LENGTHS: Final = (10, 15, 20, 30)
"""Minutes a turn may have; half an hour is the custom, less where speech is dense."""

Cue = Literal["", "two minutes", "last minute", "over"]


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of `minutes`. `began` are the ticks (monotonic seconds) it began at, None: none runs.

    `mine` is whether the person at this screen has it, or the partner.
    """

    minutes: int = LENGTHS[-1]
    began: float | None = None
    mine: bool = True

    def handed_over(self, ticks: float) -> "Turn":
        """Return the turn that begins now: mine if none runs, else the other's."""
        return replace(self, began=ticks, mine=self.began is None or not self.mine)

    def stopped(self) -> "Turn":
        """Return the timer at rest."""
        return replace(self, began=None, mine=True)

    def resized(self) -> "Turn":
        """Return the turn with the next of the lengths; one that runs goes on running."""
        longer = (length for length in LENGTHS if length > self.minutes)
        return replace(self, minutes=next(longer, LENGTHS[0]))

    def seconds_left(self, ticks: float) -> int | None:
        """Return the whole seconds left at `ticks`, below 0 once it is over; None: none runs."""
        if self.began is None:
            return None
        return ceil(self.minutes * 60 - max(0.0, ticks - self.began))

    def cue(self, ticks: float) -> Cue:
        """Return what to tell quietly: the last two minutes, the last one, over."""
        left = self.seconds_left(ticks)
        if left is None or left > 120:
            return ""
        if left <= 0:
            return "over"
        return "last minute" if left <= 60 else "two minutes"


def minutes_and_seconds(seconds: int) -> str:
    """Return a length of time as 12:40, without its sign."""
    minutes, rest = divmod(abs(seconds), 60)
    return f"{minutes}:{rest:02}"
