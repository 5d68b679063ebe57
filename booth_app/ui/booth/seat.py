"""For whom it is printed: the person's languages at this seat, and the meeting's day. No Qt."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from booth_app.languages import LANGUAGES, Lang
from booth_app.terminology.concept import Concept, Trap

Sharing = Callable[[Concept, Trap], Sequence[Concept]]
"""From a concept and one of its traps to the other concepts that have the same trap."""


def nobody_shares(_concept: Concept, _trap: Trap) -> Sequence[Concept]:
    """Return no concepts: as long as the glossary is not open."""
    return ()


class Seat(NamedTuple):
    """What the person works into, hears and reads.

    `reads` are the languages printed under hits, in their order; `day` is the meeting's, None
    where no meeting is followed; `sharing` finds the other half of a pair of false friends.
    """

    target: Lang
    floor: Lang
    reads: tuple[Lang, ...] = LANGUAGES
    day: date | None = None
    sharing: Sharing = nobody_shares
