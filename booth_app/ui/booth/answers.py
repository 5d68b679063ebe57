"""From what was found to what is printed: all hits of one look-up, in one language. No Qt."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from booth_app.languages import Lang
from booth_app.meeting.meeting import Person
from booth_app.ui.booth.people_wording import person_printed
from booth_app.ui.booth.printed import Printed
from booth_app.ui.booth.seat import Seat
from booth_app.ui.booth.wording import answer_language, term_printed

if TYPE_CHECKING:
    from booth_app.termbase import Hit


def answers(found: "Sequence[Hit | Person]", query: str, seat: Seat) -> list[Printed]:
    """Return what is printed of each that was found, in the same order."""
    hits = [hit for hit in found if not isinstance(hit, Person)]
    wanted = answer_language(hits, query, seat.target, seat.floor)
    return [_printed(hit, wanted, seat) for hit in found]


def _printed(hit: "Hit | Person", wanted: Lang, seat: Seat) -> Printed:
    person = hit if isinstance(hit, Person) else hit.person
    if person is not None:
        return person_printed(person, seat.target, seat.reads)
    assert not isinstance(hit, Person)
    return term_printed(hit, wanted, seat)
