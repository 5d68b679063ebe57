"""From what was found to what is printed: all hits of one look-up, in one language. No Qt."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from booth_app.languages import Lang
from booth_app.meeting.meeting import Person
from booth_app.ui.booth.people_wording import person_printed
from booth_app.ui.booth.printed import Printed
from booth_app.ui.booth.wording import answer_language, term_printed

if TYPE_CHECKING:
    from booth_app.termbase import Hit


def answers(
    found: "Sequence[Hit | Person]",
    query: str,
    languages: tuple[Lang, Lang],
    day: date | None,
) -> list[Printed]:
    """Return what is printed of each that was found, in the same order.

    `languages` are target and floor; `day` is the meeting's.
    """
    target, floor = languages
    hits = [hit for hit in found if not isinstance(hit, Person)]
    wanted = answer_language(hits, query, target, floor)
    return [_printed(hit, wanted, target, day) for hit in found]


def _printed(hit: "Hit | Person", wanted: Lang, target: Lang, day: date | None) -> Printed:
    if isinstance(hit, Person):
        return person_printed(hit, target)
    if hit.person is not None:
        return person_printed(hit.person, target)
    return term_printed(hit, wanted, target, day)
