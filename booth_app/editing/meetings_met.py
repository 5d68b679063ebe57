"""Which meetings the ids of look-ups stand for: title and day, as far as they are stored."""

from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from booth_app.meeting.document_part import MeetingInvalid
from booth_app.meeting.meeting import Text
from booth_app.store.meeting_rows import meeting_of
from booth_app.store.reading import Reader

_UNREADABLE: Final = (ValueError, KeyError, TypeError, RecursionError, MeetingInvalid)


class Met(NamedTuple):
    """A meeting by its id; without a title and a day where it is not stored any more."""

    id: str
    title: Text
    day: date | None


def meetings_met(reader: Reader, ids: Iterable[str]) -> dict[str, Met]:
    """Return the meetings of `ids`, each by its id."""
    return {id_: _met(reader, id_) for id_ in ids}


def _met(reader: Reader, id_: str) -> Met:
    for (document,) in reader.rows("SELECT document FROM meeting WHERE id = ?", (id_,)):
        try:
            meeting = meeting_of(document, {})
        except _UNREADABLE:
            break  # what cannot be read still has its id
        return Met(id_, meeting.title, meeting.day)
    return Met(id_, {}, None)
