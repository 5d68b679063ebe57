"""Look-ups that found nothing: counted in the meeting, seen elsewhere once they are released.

A row has three counts that only grow: how often the text was looked up in vain, how many of these
times were released, and how many of those are done with.
"""

from typing import TYPE_CHECKING, Final, NamedTuple

from booth_app.store.documents import storable
from booth_app.store.ids import now
from booth_app.store.reading import Reader

if TYPE_CHECKING:
    from sqlalchemy import Connection

LONGEST: Final = 200
"""Characters of a look-up that are kept: whatever is longer was no term."""


class Missed(NamedTuple):
    """What was looked up in vain: in which language, how often, last when and in which meetings."""

    text: str
    lang: str
    times: int
    at: str
    meetings: tuple[str, ...]


def count(connection: "Connection", text: str, lang: str, meeting: str) -> None:
    """Count one look-up more, which is the meeting's own."""
    from sqlalchemy.dialects.sqlite import insert

    from booth_app.store import tables

    kept = " ".join(storable(text).split())[:LONGEST]
    if not kept:
        return
    table = tables.missed
    first = insert(table).values(text=kept, meeting=meeting, lang=lang, at=now(), count=1)
    again: dict[str, object] = {"at": now(), "count": table.c.count + 1, "lang": lang}
    connection.execute(first.on_conflict_do_update(index_elements=["text", "meeting"], set_=again))


def release(connection: "Connection", meeting: str) -> int:
    """Let what the meeting missed be seen in the inbox; return how many texts these are."""
    from sqlalchemy import update

    from booth_app.store import tables

    row = tables.missed.c
    private = (row.meeting == meeting) & (row.count > row.released)
    released = connection.execute(update(tables.missed).where(private).values(released=row.count))
    return int(released.rowcount)


def dismiss(connection: "Connection", text: str) -> None:
    """Have a look-up wait no more, of whatever meeting; missed and released anew it waits again."""
    from sqlalchemy import update

    from booth_app.store import tables

    row = tables.missed.c
    dismissed = update(tables.missed).where(row.text == text)
    connection.execute(dismissed.values(dismissed=row.released))


def private(reader: Reader, meeting: str) -> list[str]:
    """Return what a meeting missed and did not release, the most frequent first."""
    found = reader.rows(
        "SELECT text FROM missed WHERE meeting = ? AND count > released"
        " ORDER BY count - released DESC, text",
        (meeting,),
    )
    return [text for (text,) in found]


def waiting(reader: Reader) -> list[Missed]:
    """Return the released look-ups of all meetings, the most frequent first."""
    rows = reader.rows(
        "SELECT text, lang, sum(released - dismissed) AS times, max(at),"
        " group_concat(meeting, char(31)) FROM missed WHERE released > dismissed"
        " GROUP BY text ORDER BY times DESC, text"
    )
    return [
        Missed(text, lang, times, at, tuple(meetings.split("\x1f")))
        for text, lang, times, at, meetings in rows
    ]
