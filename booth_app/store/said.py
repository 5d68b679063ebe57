"""What files said of concepts, kept where no state of the concept says it.

The last state that a file and a concept had in common is most often one the concept has been in.
It is not where the file was merged with what people had changed, or where a person decided
against it: then what the file said is kept here.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from booth_app.store.documents import storable
from booth_app.store.history import TAKEN_BACK
from booth_app.store.reading import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    Rows = Callable[[str, Sequence[object]], Sequence[Sequence[Any]]]

BACK: Final = (
    f"SELECT note FROM batch WHERE origin = '{TAKEN_BACK}' AND visible AND id NOT IN"
    f" (SELECT note FROM batch WHERE origin = '{TAKEN_BACK}' AND visible)"
)
"""The batches that are taken back, and whose taking back is not."""

_SAID: Final = (
    "SELECT concept, rev, origin, note, mark, document FROM said WHERE glossary = ?"
    f" AND concept = ? AND batch NOT IN ({HIDDEN}) AND batch NOT IN ({BACK}) ORDER BY pk"
)


class Source(NamedTuple):
    """Where what is said comes from: `origin` is that of its batches, `note` names the file.

    Releases and the glossary that ships speak for a whole glossary: all of one are one source.
    """

    origin: str
    note: str = ""


class Said(NamedTuple):
    """What a source said of a concept that was then, or became by it, of revision `rev`.

    `mark` is the first of those that the file had for the concept, empty for none.
    """

    concept: str
    rev: int
    source: Source
    mark: str
    document: str


def source_of(origin: str, note: str) -> Source:
    """Return the source that a batch of this origin and note is from."""
    return Source(origin, note if origin == "import" else "")


def said_of(rows: "Rows", glossary: str, concept: str) -> list[Said]:
    """Return what was said of a concept, the oldest first."""
    found = rows(_SAID, (glossary, concept))
    return [Said(id_, rev, Source(*source), mark, doc) for id_, rev, *source, mark, doc in found]


def keep_said(connection: "Connection", glossary: str, batch: str, said: Iterable[Said]) -> None:
    """Keep what was said by a batch, to be known when that is seen."""
    from sqlalchemy import insert

    from booth_app.store import tables

    rows = [
        {
            "glossary": glossary,
            "concept": each.concept,
            "rev": each.rev,
            "batch": batch,
            "origin": each.source.origin,
            "note": storable(each.source.note),
            "mark": storable(each.mark),
            "document": each.document,
        }
        for each in said
    ]
    if rows:
        connection.execute(insert(tables.said), rows)


def forget_source(connection: "Connection", glossary: str, source: Source) -> None:
    """Forget what a source said of a glossary: it says something new from now on."""
    from sqlalchemy import delete

    from booth_app.store.tables import said

    its = (said.c.origin == source.origin) & (said.c.note == storable(source.note))
    connection.execute(delete(said).where((said.c.glossary == glossary) & its))


def forget_some(connection: "Connection", batch: str, most: int) -> bool:
    """Forget at most so much of what a batch said that was never shown; False: nothing is left."""
    from sqlalchemy import delete, select

    from booth_app.store.tables import said

    some = select(said.c.pk).where(said.c.batch == batch).limit(most)
    return bool(connection.execute(delete(said).where(said.c.pk.in_(some))).rowcount)
