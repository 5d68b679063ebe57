"""Look-ups that found nothing: counted in the meeting, seen elsewhere once they are released."""

from typing import TYPE_CHECKING, Final, NamedTuple

from booth_app.store.documents import storable
from booth_app.store.ids import now
from booth_app.store.reading import Reader

if TYPE_CHECKING:
    from sqlalchemy import Connection

LONGEST: Final = 200
"""Characters of a look-up that are kept: whatever is longer was no term."""


class Missed(NamedTuple):
    """What was looked up in vain: in which language, how often, last when and in which meeting."""

    text: str
    lang: str
    times: int
    at: str
    meeting: str


def count(connection: "Connection", text: str, lang: str, meeting: str) -> None:
    """Count one look-up more; one that was released or dismissed is the meeting's own again."""
    from sqlalchemy.dialects.sqlite import insert

    from booth_app.store import tables

    kept = " ".join(storable(text).split())[:LONGEST]
    if not kept:
        return
    table = tables.missed
    first = insert(table).values(
        text=kept, meeting=meeting, lang=lang, at=now(), count=1, released=False, dismissed=False
    )
    again: dict[str, object] = {"at": now(), "count": table.c.count + 1, "lang": lang}
    again |= {"released": False, "dismissed": False}
    connection.execute(first.on_conflict_do_update(index_elements=["text", "meeting"], set_=again))


def release(connection: "Connection", meeting: str) -> int:
    """Let what the meeting missed be seen in the inbox; return how many look-ups these are."""
    from sqlalchemy import update

    from booth_app.store import tables

    row = tables.missed.c
    kept = (row.meeting == meeting) & ~row.released & ~row.dismissed
    released = connection.execute(update(tables.missed).where(kept).values(released=True))
    return int(released.rowcount)


def dismiss(connection: "Connection", text: str) -> None:
    """Have a look-up wait no more, of whatever meeting."""
    from sqlalchemy import update

    from booth_app.store import tables

    row = tables.missed.c
    dismissed = update(tables.missed).where(row.text == text, row.released)
    connection.execute(dismissed.values(dismissed=True))


def private(reader: Reader, meeting: str) -> int:
    """Return how many look-ups of a meeting were not released."""
    counted = reader.rows(
        "SELECT count(*) FROM missed WHERE meeting = ? AND NOT released AND NOT dismissed",
        (meeting,),
    )
    return int(counted[0][0])


def waiting(reader: Reader) -> list[Missed]:
    """Return the released look-ups of all meetings, the most frequent first."""
    rows = reader.rows(
        "SELECT text, lang, sum(count), max(at), group_concat(meeting, ', ') FROM missed"
        " WHERE released AND NOT dismissed GROUP BY text ORDER BY sum(count) DESC, text"
    )
    return [Missed(*row) for row in rows]
